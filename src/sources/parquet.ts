import type { AsyncBuffer, Compressors, FileMetaData, SchemaTree } from "hyparquet";
import type { Found, Problem } from "../terms/found.ts";
import { fileBytes } from "./limits.ts";
import { columnsTaken, describes, noDescription, rowPosting, type Table, tableOf, withDescription } from "./table.ts";

/** A row group has to be unpacked at once; as text in memory it takes up to twice its bytes. */
const mostGroupBytes = 512 * 1024 * 1024;
/** Writers make groups of up to a million rows; a file can claim any number, and each costs memory before it is read. */
const mostGroupRows = 2_000_000;
const sampleRows = 50;

type Unpack = (input: Uint8Array, length: number) => Uint8Array;

/** The two letters and two digits with which a Parquet file begins and ends. */
export function isParquet(head: Uint8Array): boolean {
  return head.length >= 4 && String.fromCharCode(...head.subarray(0, 4)) === "PAR1";
}

/** A Parquet file: columns known by their names as in CSV, read by row groups. `path`: where it lies; without one, the whole of `bytes` is held. */
export async function* parquetPostings(bytes: AsyncIterable<Uint8Array>, path: string | null, say: (what: string) => void): AsyncGenerator<Found> {
  const file = path === null ? await heldBuffer(bytes) : await fileBuffer(path, bytes);
  if (file === null) return yield wrong("longer than 256 MB", "a Parquet file is read from its end; give it as a file, not through a pipe");
  const { parquetMetadataAsync, parquetSchema } = await import("hyparquet");
  let metadata: FileMetaData;
  try {
    metadata = await parquetMetadataAsync(file);
    checkColumns(metadata, leavesOf(parquetSchema(metadata)));
  } catch (error) {
    return yield wrong("not Parquet", `it begins like Parquet, but its end is missing or damaged (${(error as Error).message.slice(0, 200)}); nothing was taken from this file, get it again`);
  }
  yield* rowsOf(file, metadata, say);
}

async function* rowsOf(file: AsyncBuffer, metadata: FileMetaData, say: (what: string) => void): AsyncGenerator<Found> {
  const { parquetSchema } = await import("hyparquet");
  let table: Table | null = null;
  let start = 0;
  for (const [i, group] of metadata.row_groups.entries()) {
    const rows = Number(group.num_rows);
    const end = start + rows;
    const problem = groupProblem(i, rows, Number(group.total_byte_size));
    if (problem !== null) return yield { problem };
    try {
      table ??= await tableIn(parquetSchema(metadata).children.map((child) => child.element.name), file, metadata, rows);
      if (start === 0) say(columnsTaken(table));
      if (!describes(table)) return yield { problem: noDescription(table, "schema") };
      const records = await recordsOf(file, metadata, table, [...table.taken.values()], start, end);
      for (const [at, record] of records.entries()) yield rowPosting(record, table, `row ${start + at + 1}`);
    } catch (error) {
      return yield wrong("damaged", `row group ${i + 1} of ${metadata.row_groups.length}: ${(error as Error).message.slice(0, 200)}; the rows before it were read`);
    }
    start = end;
  }
  if (start === 0) yield wrong("no posting in it", "the table has no rows");
}

/** A description that is not known by its name is looked for in the first rows. */
async function tableIn(columns: string[], file: AsyncBuffer, metadata: FileMetaData, rows: number): Promise<Table> {
  const named = tableOf(columns);
  if (describes(named)) return named;
  return withDescription(named, await recordsOf(file, metadata, named, columns.map((_, at) => at), 0, Math.min(rows, sampleRows)));
}

async function recordsOf(file: AsyncBuffer, metadata: FileMetaData, { columns }: Table, wanted: readonly number[], rowStart: number, rowEnd: number): Promise<string[][]> {
  const { parquetReadObjects } = await import("hyparquet");
  const rows = await parquetReadObjects({ file, metadata, columns: wanted.map((at) => columns[at]!), rowStart, rowEnd, compressors: await boundCompressors() });
  const at = new Set(wanted);
  return rows.map((row) => columns.map((name, i) => (at.has(i) ? textOf(row[name]) : "")));
}

function groupProblem(group: number, rows: number, size: number): Problem | null {
  if (rows <= mostGroupRows && size <= mostGroupBytes) return null;
  return { where: `row group ${group + 1}`, reason: "longer than 512 MB", detail: `it has ${rows.toLocaleString("en-US")} rows of ${Math.round(size / 1048576)} MB; write the file with smaller row groups (DuckDB: ROW_GROUP_SIZE 20000)` };
}

/** Names of the columns with data, those inside a structure with all names above them. */
function leavesOf({ children, path }: SchemaTree): string[] {
  return children.length === 0 ? [path.join("\u0000")] : children.flatMap(leavesOf);
}

/**
 * Every row group must have the columns of the schema, in its order. The reader begins all columns at once and waits only for those that it finds in the schema:
 * the failure of another would end the process.
 */
function checkColumns(metadata: FileMetaData, leaves: readonly string[]): void {
  if (new Set(leaves).size !== leaves.length) throw new Error("two columns of one name");
  for (const { columns } of metadata.row_groups) {
    if (columns.length !== leaves.length || columns.some((one, i) => one.meta_data?.path_in_schema.join("\u0000") !== leaves[i])) throw new Error("a row group has other columns than the schema");
  }
}

/** What a cell says, as a cell of CSV would: times in ISO 8601, lists with semicolons, structures as JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.map(textOf).filter((text) => text !== "").join("; ");
  return JSON.stringify(value, (_, inner: unknown) => (typeof inner === "bigint" ? String(inner) : inner)) ?? "";
}

/** The decompressors, none of which gives more than its page says, nor a page more than a group may have. */
async function boundCompressors(): Promise<Compressors> {
  const { compressors, decompressZstd } = await import("hyparquet-compressors");
  const all: Compressors = { ...compressors, ZSTD: (input, length) => decompressZstd(input, new Uint8Array(length)) };
  return Object.fromEntries(Object.entries(all).map(([name, unpack]) => [name, bound(unpack)]));
}

function bound(unpack: Unpack): Unpack {
  return (input, length) => {
    if (length > mostGroupBytes) throw new Error(`a page of ${Math.round(length / 1048576)} MB`);
    return unpack(input, length);
  };
}

async function fileBuffer(path: string, bytes: AsyncIterable<Uint8Array>): Promise<AsyncBuffer> {
  const { asyncBufferFromFile } = await import("hyparquet");
  // Begun and left, so that whoever opened it closes it: a generator that was never begun ends without its finally.
  for await (const _ of bytes) break;
  const file = await asyncBufferFromFile(path);
  return within(file.byteLength, async (start, end) => file.slice(start, end));
}

/**
 * A file whose parts fail only as promises, and as promises that someone hears: the reader begins many at once, and leaves the others when one fails.
 * A failure that nobody hears ends the process.
 */
function within(byteLength: number, part: (start: number, end: number) => Promise<ArrayBuffer>): AsyncBuffer {
  const slice = (start: number, end = byteLength): Promise<ArrayBuffer> => {
    const inside = Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && start <= end && end <= byteLength;
    const bytes = inside ? part(start, end) : Promise.reject<ArrayBuffer>(new Error("a column lies outside the file"));
    bytes.catch(() => undefined);
    return bytes;
  };
  return { byteLength, slice };
}

async function heldBuffer(bytes: AsyncIterable<Uint8Array>): Promise<AsyncBuffer | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > fileBytes) return null;
    parts.push(part);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return within(size, async (start, end) => whole.buffer.slice(start, end));
}

function wrong(reason: string, detail: string): Found {
  return { problem: { where: "file", reason, detail } };
}
