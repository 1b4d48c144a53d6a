/** Whole lines as bytes, the first of them numbered from 1 (the last line of a file may lack its newline); or the number of a line that is longer than the limit. */
export type Lines = { bytes: Uint8Array<ArrayBuffer>; firstLine: number } | { tooLong: number };

const newline = 10;

/**
 * Cuts a stream of bytes at line ends: pieces of whole lines of about `pieceBytes`. A line over `limitBytes` is skipped to its end without being kept.
 * Memory stays below limit + piece, however long the stream.
 */
export async function* wholeLines(chunks: AsyncIterable<Uint8Array>, limitBytes: number, pieceBytes = 262_144): AsyncGenerator<Lines> {
  let done: Uint8Array[] = []; // whole lines, not yet given
  let doneBytes = 0;
  let firstLine = 1; // the number of the first of them
  let open: Uint8Array[] = []; // the line that has not ended yet, empty where it is too long
  let openBytes = 0;
  let line = 1; // its number

  const endLine = (): void => {
    for (const part of open) done.push(part);
    doneBytes += openBytes;
    open = [];
    openBytes = 0;
    line++;
  };
  const give = (): Lines => {
    const lines: Lines = { bytes: joined(done, doneBytes), firstLine };
    done = [];
    doneBytes = 0;
    firstLine = line;
    return lines;
  };

  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const found = chunk.indexOf(newline, at);
      const end = found < 0 ? chunk.length : found + 1;
      openBytes += end - at;
      const tooLong = openBytes - (found < 0 ? 0 : 1) > limitBytes;
      if (tooLong) open = [];
      else open.push(chunk.subarray(at, end));
      at = end;
      if (found < 0) continue;
      if (tooLong) {
        if (doneBytes > 0) yield give();
        yield { tooLong: line };
        openBytes = 0;
        firstLine = ++line;
      } else {
        endLine();
        if (doneBytes >= pieceBytes) yield give();
      }
    }
    if (doneBytes > 0) yield give();
  }
  const tooLong = openBytes > limitBytes;
  if (openBytes > 0 && !tooLong) endLine();
  if (doneBytes > 0) yield give();
  if (tooLong) yield { tooLong: line };
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
