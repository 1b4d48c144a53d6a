import { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { decodeWindows1252 } from "../lib/windows-1252.ts";
import { headBytes } from "./limits.ts";

const newline = 10;

/** What stands at the start of a stream, and the whole stream as if nothing had been taken from it. */
type Peeked = { head: Uint8Array; ended: boolean; all: AsyncGenerator<Uint8Array> };

/** Reads until `enough` bytes are there, or, with `until`, until that byte is among them. */
export async function peek(bytes: AsyncIterable<Uint8Array>, enough: number, until?: number): Promise<Peeked> {
  const source = bytes[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let size = 0;
  let ended = false;
  while (size < enough) {
    const next = await source.next();
    if (next.done) {
      ended = true;
      break;
    }
    parts.push(next.value);
    size += next.value.length;
    if (until !== undefined && next.value.includes(until)) break;
  }
  async function* all(): AsyncGenerator<Uint8Array> {
    try {
      yield* parts;
      parts.length = 0;
      for (let next = await source.next(); !next.done; next = await source.next()) yield next.value;
    } finally {
      await source.return?.();
    }
  }
  return { head: Buffer.concat(parts), ended, all: all() };
}

/**
 * Any stream as UTF-8 without a byte order mark: unpacked where it is gzip, decoded where it is UTF-16 or Windows-1252. `say` is told what was found.
 * No more is waited for than the line that tells: the answer to a stream's first line need not wait for the second.
 */
export async function utf8Of(bytes: AsyncIterable<Uint8Array>, say: (what: string) => void): Promise<AsyncIterable<Uint8Array>> {
  const packed = await peek(bytes, 2);
  const { head, all } = await peek(isGzip(packed.head) ? gunzip(packed.all) : packed.all, 4);
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return decoded(all, "utf-8");
  const wide = wideEncodingOf(head);
  if (wide === null) return utf8OrWindows(all, say);
  say(`read as ${wide.toUpperCase()}`);
  return decoded(all, wide);
}

function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

function gunzip(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = Readable.from(bytes, { objectMode: false });
  const unpacked = createGunzip();
  source.on("error", (error) => unpacked.destroy(error));
  return source.pipe(unpacked);
}

function wideEncodingOf(head: Uint8Array): "utf-16le" | "utf-16be" | null {
  const [a, b, c, d] = head;
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  // Without a mark: what begins with two ASCII characters has every other byte 0.
  if (a !== 0 && b === 0 && c !== 0 && d === 0) return "utf-16le";
  if (a === 0 && b !== 0 && c === 0 && d !== 0) return "utf-16be";
  return null;
}

/** ASCII is the same in both: it passes until the first byte beyond it, and what comes with that byte up to the end of its line decides. */
async function* utf8OrWindows(bytes: AsyncIterable<Uint8Array>, say: (what: string) => void): AsyncGenerator<Uint8Array> {
  const encoding = "windows-1252";
  let told: "utf-8" | typeof encoding | null = null;
  let open: Uint8Array = new Uint8Array();
  const tell = (): void => {
    told = isUtf8(open) ? "utf-8" : encoding;
    if (told === encoding) say(`read as ${encoding.toUpperCase()}`);
  };
  for await (const chunk of bytes) {
    if (told !== null) {
      yield told === "utf-8" ? chunk : toUtf8(chunk);
      continue;
    }
    const ascii = open.length > 0 ? 0 : asciiLength(chunk);
    if (ascii > 0) yield chunk.subarray(0, ascii);
    if (ascii === chunk.length) continue;
    open = Buffer.concat([open, chunk.subarray(ascii)]);
    if (open.length < headBytes && !open.includes(newline)) continue;
    tell();
    yield told === "utf-8" ? open : toUtf8(open);
  }
  if (told !== null || open.length === 0) return;
  tell();
  yield told === "utf-8" ? open : toUtf8(open);
}

function toUtf8(windows1252: Uint8Array): Uint8Array {
  return new TextEncoder().encode(decodeWindows1252(windows1252));
}

function asciiLength(bytes: Uint8Array): number {
  let n = 0;
  while (n < bytes.length && bytes[n]! < 0x80) n++;
  return n;
}

/** Spreadsheets still export Windows-1252. As UTF-8 its accents are errors, and hardly anything beyond ASCII is right. */
function isUtf8(head: Uint8Array): boolean {
  let wrong = 0;
  let right = 0;
  for (const unit of new TextDecoder("utf-8").decode(head, { stream: true })) {
    if (unit === "\ufffd") wrong++;
    else if (unit > "\u007f") right++;
  }
  return wrong <= right;
}

async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding: string): AsyncGenerator<Uint8Array> {
  const decoder = new TextDecoder(encoding);
  const encoder = new TextEncoder();
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    if (text !== "") yield encoder.encode(text);
  }
  const rest = decoder.decode();
  if (rest !== "") yield encoder.encode(rest);
}
