import { closeSync, existsSync, fsyncSync, openSync, readFileSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";

/** DuckDB's headers, before its first block. The one of a checkpoint is written last, over the older of the two before it. */
const headerBytes = 3 * 4096;

/** Where bytes of the store stand. */
type Part = { at: number; length: number };

/**
 * Folds the WAL into the store so that a kill at any moment leaves one that opens. DuckDB puts new metadata into the free room of blocks that the store stands on and writes those whole, in place: 256 KB that a SIGKILL
 * can cut in half, whose checksum is then wrong (1.5.5, killed 300 times while it did little but checkpoints: once; `npm run torture:market`: once in some hundreds). So they are kept beside the store until the checkpoint is done: a few blocks, 1.3 MB of 320.
 * `file` is the store's, open for reading and closed only after DuckDB has closed it: to close any descriptor of a file lets go of every lock that a process has on it (POSIX), DuckDB's too.
 */
export async function checkpoint(connection: DuckDBConnection, path: string, file: number): Promise<void> {
  await keepMetadata(connection, path, file);
  try {
    await connection.run("CHECKPOINT");
  } catch (error) {
    // What fails half way (a full disk) may have left a block half written too: then they stay.
    if (isPutOff(error)) rmSync(keptPath(path), { force: true });
    throw error;
  }
  rmSync(keptPath(path), { force: true });
}

/** Whether DuckDB refused a checkpoint before it wrote anything, as a question that is being answered still looks at rows that were changed since it began. Later it will do. */
export function isPutOff(error: unknown): boolean {
  return error instanceof Error && error.message.includes("Cannot CHECKPOINT: there are other write transactions active");
}

/** Where the metadata of a store's last checkpoint is kept while the next one writes over it. */
export function keptPath(path: string): string {
  return `${path}.metadata`;
}

async function keepMetadata(connection: DuckDBConnection, path: string, file: number): Promise<void> {
  const [[blockBytes]] = (await connection.runAndReadAll("SELECT block_size::INTEGER FROM pragma_database_size() WHERE database_name = current_database()")).getRowsJS() as [[number]];
  const blocks = (await connection.runAndReadAll("SELECT DISTINCT block_id::DOUBLE FROM pragma_metadata_info()")).getRowsJS() as [number][];
  const parts = [{ at: 0, length: headerBytes }, ...blocks.map(([id]) => ({ at: headerBytes + id * blockBytes, length: blockBytes }))];
  const kept = openSync(`${keptPath(path)}.new`, "w");
  try {
    writeAll(kept, Buffer.from(`${JSON.stringify(parts)}\n`));
    for (const part of parts) writeAll(kept, bytesAt(file, part));
    fsyncSync(kept);
  } finally {
    closeSync(kept);
  }
  // Whole or not there.
  renameSync(`${keptPath(path)}.new`, keptPath(path));
  keepNames(dirname(path));
}

/** A name in a folder stands after a loss of power once the folder itself is written. Windows has no way to ask for that. */
function keepNames(dir: string): void {
  if (process.platform === "win32") return;
  const folder = openSync(dir, "r");
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Whether a checkpoint of this store was cut off before its header stood: what it has written over has to be put back before the store is used. Once the header stands, all it wrote stands. */
export function isCutOff(path: string): boolean {
  if (!existsSync(keptPath(path)) || !existsSync(path)) return false;
  const store = openSync(path, "r");
  try {
    const { headers, bytes } = readKept(path);
    return bytes.subarray(0, headers.length).equals(bytesAt(store, headers));
  } finally {
    closeSync(store);
  }
}

/** Puts back what a checkpoint that was cut off has written over. Only who holds the store's lock, and where no process has the store open. */
export function mendMetadata(path: string): void {
  if (isCutOff(path)) putBack(path);
  rmSync(keptPath(path), { force: true });
}

function putBack(path: string): void {
  const { headers, blocks, bytes } = readKept(path);
  const store = openSync(path, "r+");
  try {
    let from = headers.length;
    for (const { at, length } of blocks) {
      writeAll(store, bytes.subarray(from, from + length), at);
      from += length;
    }
    fsyncSync(store);
  } finally {
    closeSync(store);
  }
}

/** Where what was kept stood, and its bytes one after the other, the headers' first. */
function readKept(path: string): { headers: Part; blocks: Part[]; bytes: Buffer } {
  const kept = readFileSync(keptPath(path));
  const head = kept.indexOf(10) + 1;
  const [headers, ...blocks] = JSON.parse(kept.subarray(0, head).toString()) as [Part, ...Part[]];
  return { headers, blocks, bytes: kept.subarray(head) };
}

/** A block that is numbered and was not written yet has no bytes: as many as there are, and zeros. */
function bytesAt(file: number, { at, length }: Part): Buffer {
  const bytes = Buffer.alloc(length);
  let done = 0;
  for (let got = -1; got !== 0 && done < length; done += got) got = readSync(file, bytes, done, length - done, at + done);
  return bytes;
}

/** A write may be short, as where a disk is filling up: the next one then says why. */
function writeAll(file: number, bytes: Buffer, at: number | null = null): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done, bytes.length - done, at === null ? null : at + done);
}
