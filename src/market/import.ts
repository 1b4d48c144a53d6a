import type { DuckDBConnection } from "@duckdb/node-api";
import { dayNumber } from "../lib/day.ts";
import { KeySet } from "../lib/key-set.ts";
import { engine } from "../reading/read.ts";
import type { Found, Problem } from "../terms/found.ts";
import { append, keyColumn } from "./append-rows.ts";
import { type Entry, putKeys } from "./append.ts";
import { postedBy, type PostingRow, postingRow } from "./posting-row.ts";
import { ReadPool } from "./read-pool.ts";
import { readingTables } from "./schema.ts";
import { StoreUnusable } from "./problems.ts";
import { dropSample, sampleSource } from "./sample.ts";
import { putDropped, sourcesWithDropped, sourcesWithPostings } from "./sources/dropped.ts";
import type { ReadRow } from "./read-task.ts";
import type { Market } from "./store.ts";
import { blocksOf, joinTouched } from "./vacancies/join.ts";
import { seeVacancies } from "./vacancies/table.ts";

/** What an import did. `reread` is unchanged but was read by an older engine; `repeated` stood in the import before, word for word; problems are counted by reason, and `droppedBySource` the same for each source that was met. */
export type ImportCount = { read: number; added: number; changed: number; unchanged: number; reread: number; repeated: number; failed: number; sampleDropped: number; problems: Problems; droppedBySource: Map<string, Problems> };
type Problems = Map<string, { n: number; examples: Problem[] }>;

type ImportOptions = {
  /** What a posting's id is unique in, where the posting stands on no board of its own. */
  source: string;
  workers?: number;
  now?: () => Date;
  /** How many days `last_seen` may lag behind for a posting that has not changed. */
  seenEvery?: number;
  /** Ends the import: what it writes goes through a transaction of its own. The table `seen` of the connection has the keys that came. */
  finish?: (connection: DuckDBConnection, count: ImportCount) => Promise<void>;
  /** After each batch, when what it counts is safely stored. */
  onProgress?: (count: ImportCount) => void;
};

type Row = PostingRow & { where: string };
/** Postings of one transaction, and what was met between them. */
type Batch = { rows: Row[]; problems: Problem[] };
/** What an import has met so far: the keys that came, and whether the sample made way. */
type Met = { seen: KeySet; sampleGone: boolean };
/** A batch of which is known what is to be read; `read` is under way. `known`: keys of it that the store had. */
type Prepared = Batch & { known: readonly bigint[]; stored: Map<bigint, Stored>; firstSeen: Map<bigint, number>; read: Promise<Read>; unchanged: number; repeated: number };
type Read = { entries: [Row, ReadRow][]; problems: Problem[] };

/** One transaction takes so many postings: a vector of DuckDB, and small beside what one costs to read. */
const batchPostings = 2048;
/** A batch of large postings ends earlier: memory stays flat whatever comes. */
const batchUnits = 16_000_000;
/** Postings that one thread reads at a time. */
const taskPostings = 128;
const examplesPerReason = 5;

/**
 * Reads postings into the market. Unchanged postings (same content, same engine) are neither read nor written; the first of several with one id counts.
 * Each batch is one transaction: an import that is cut off leaves whole batches, and the same import again does the rest.
 */
export async function importPostings(market: Market, found: AsyncIterable<Found>, options: ImportOptions): Promise<ImportCount> {
  const count: ImportCount = { read: 0, added: 0, changed: 0, unchanged: 0, reread: 0, repeated: 0, failed: 0, sampleDropped: 0, problems: new Map(), droppedBySource: new Map() };
  const pool = new ReadPool(options.workers ?? 1);
  const today = dayNumber((options.now ?? (() => new Date()))().toISOString().slice(0, 10));
  try {
    await market.write(async (connection) => {
      const met: Met = { seen: new KeySet(), sampleGone: false };
      await putKeys(connection, "seen", []);
      const finish = async (batch: Prepared): Promise<void> => {
        await finishBatch(market, connection, batch, met, { today, seenEvery: options.seenEvery ?? 1 }, count);
        options.onProgress?.(count);
      };
      // The threads read a batch while the one before it is stored and the one behind it comes in.
      let pending: Prepared | null = null;
      try {
        for await (const batch of batches(found, options.source)) {
          const before: Prepared | null = pending;
          pending = null;
          const next = await prepareBatch(connection, pool, batch, met, before);
          if (before !== null) await finish(before);
          pending = next;
        }
      } finally {
        // Also where the input breaks off: what came before that is kept.
        if (pending !== null) await finish(pending);
      }
      if (options.finish !== undefined) await options.finish(connection, count);
      else await keepDropped(market, connection, count, (options.now ?? (() => new Date()))().getTime());
    });
  } catch (error) {
    throw diskFull(error, market, count, options.source) ?? error;
  } finally {
    await pool.close();
  }
  return count;
}

/** Notes what was left out of each source that the import met; nothing is written where there is nothing to note. */
async function keepDropped(market: Market, connection: DuckDBConnection, { droppedBySource }: ImportCount, now: number): Promise<void> {
  const before = await sourcesWithDropped(connection);
  const held = [...droppedBySource.values()].some(({ size }) => size > 0) ? await sourcesWithPostings(connection) : new Set();
  const changed = [...droppedBySource].filter(([source, reasons]) => source !== sampleSource && (reasons.size === 0 ? before.has(source) : held.has(source) || leftPostingsOut(reasons)));
  if (changed.length === 0) return;
  await market.transaction(connection, async () => {
    for (const [source, reasons] of changed) await putDropped(connection, source, reasons, now);
  });
}

/** Whether postings were left out: a file that is none, or one thing that nobody can read, makes no source. */
function leftPostingsOut(reasons: Problems): boolean {
  const ofPostings = [...reasons.values()].filter(({ examples }) => !examples.every(({ whole }) => whole));
  return ofPostings.reduce((sum, { n }) => sum + n, 0) > 1;
}

/** DuckDB tells of a full disk, or of a file that may not grow, in words only. */
function diskFull(error: unknown, market: Market, count: ImportCount, source: string): StoreUnusable | null {
  const message = error instanceof Error ? error.message : "";
  if (!/No space left|ENOSPC|File too large|Disk quota exceeded|out of disk|max_temp_directory_size/i.test(message)) return null;
  const stored = count.added + count.changed + count.reread + count.unchanged;
  return new StoreUnusable(`There is no room left for the market under ${market.dir}: ${message.split("\n")[0]}\n${stored} postings of ${source === sampleSource ? "the sample" : "this import"} are stored. Free some space and run the same command again; it goes on from there.`, { cause: error });
}

async function* batches(found: AsyncIterable<Found>, source: string): AsyncGenerator<Batch> {
  let batch: Batch = { rows: [], problems: [] };
  let units = 0;
  for await (const one of found) {
    if ("problem" in one) {
      batch.problems.push({ source, ...one.problem });
      continue;
    }
    batch.rows.push({ ...postingRow(one.board ?? source, one.posting), where: one.where });
    units += (one.posting.description_html?.length ?? 0) + (one.posting.description_text?.length ?? 0);
    if (batch.rows.length < batchPostings && units < batchUnits) continue;
    yield batch;
    batch = { rows: [], problems: [] };
    units = 0;
  }
  // Also when empty: what failed is then reported as progress.
  yield batch;
}

/** Finds what of a batch is to be read, and sets the threads to it. `before`: a batch that is not stored yet. */
async function prepareBatch(connection: DuckDBConnection, pool: ReadPool, batch: Batch, { seen }: Met, before: Prepared | null): Promise<Prepared> {
  const stored = await storedOf(connection, batch.rows, seen);
  const known = [...stored.keys()];
  for (const row of before?.rows ?? []) if (!stored.get(row.key)?.seen) stored.set(row.key, { hash: row.hash, engine, seen: true });
  const problems = [...batch.problems];
  const { rows, repeated } = firstOfEach(batch.rows, stored, problems);
  const toRead = rows.filter((row) => stored.get(row.key)?.hash !== row.hash || stored.get(row.key)?.engine !== engine);
  const firstSeen = await firstSeenOf(connection, toRead.filter((row) => stored.has(row.key)));
  const read = readInPool(pool, toRead);
  // Waited for when the batch is stored; until then a failure must not end the process.
  read.catch(() => undefined);
  return { rows: batch.rows, problems, known, stored, firstSeen, read, unchanged: rows.length - toRead.length, repeated };
}

/** Days since 1970, and how many `last_seen` may lag behind. */
type When = { today: number; seenEvery: number };

async function finishBatch(market: Market, connection: DuckDBConnection, batch: Prepared, met: Met, when: When, count: ImportCount): Promise<void> {
  const { stored } = batch;
  const { entries: read, problems } = await batch.read;
  const entries = read.map(([row, done]): Entry => {
    const firstSeen = batch.firstSeen.get(row.key) ?? when.today;
    return { ...row, posted: postedBy(row.posted, firstSeen), ...done, firstSeen, lastSeen: when.today };
  });
  const replaced = entries.filter((entry) => stored.has(entry.key));
  if (batch.rows.length > 0) count.sampleDropped += await store(market, connection, batch, entries, replaced, met, when);
  const changed = replaced.filter((entry) => stored.get(entry.key)!.hash !== entry.hash).length;
  for (const { source } of batch.rows) if (!count.droppedBySource.has(source)) count.droppedBySource.set(source, new Map());
  for (const problem of [...batch.problems, ...problems]) note(count, problem);
  count.read += batch.rows.length;
  count.repeated += batch.repeated;
  count.added += entries.length - replaced.length;
  count.changed += changed;
  count.reread += replaced.length - changed;
  count.unchanged += batch.unchanged;
}

type Stored = { hash: bigint; engine: string; seen: boolean };

/** What the store knows of a batch, by key: a join with the narrow columns of the key, the hash and the engine, which costs a few milliseconds at a million readings. */
async function storedOf(connection: DuckDBConnection, rows: readonly Row[], seen: KeySet): Promise<Map<bigint, Stored>> {
  await putKeys(connection, "batch", keysOf(rows));
  const known = await connection.runAndReadAll("SELECT r.key, r.hash, r.engine FROM batch JOIN reading r USING (key)");
  return new Map(known.getRowsJS().map(([key, hash, by]) => [key as bigint, { hash: hash as bigint, engine: by as string, seen: seen.has(key as bigint) }]));
}

function keysOf(rows: readonly Row[]): bigint[] {
  return [...new Set(rows.map((row) => row.key))];
}

async function firstSeenOf(connection: DuckDBConnection, rows: readonly Row[]): Promise<Map<bigint, number>> {
  if (rows.length === 0) return new Map();
  await putKeys(connection, "changing", rows.map((row) => row.key));
  const days = await connection.runAndReadAll("SELECT key, first_seen - DATE '1970-01-01' FROM changing JOIN posting USING (key)");
  return new Map(days.getRowsJS().map(([key, day]) => [key as bigint, Number(day)]));
}

/** Of postings with one key the first in the import stays: so the same import again finds nothing to change. */
function firstOfEach(batch: readonly Row[], stored: Map<bigint, Stored>, problems: Problem[]): { rows: Row[]; repeated: number } {
  const first = new Map<bigint, Row>();
  let repeated = 0;
  for (const row of batch) {
    const before = stored.get(row.key);
    const hash = first.get(row.key)?.hash ?? (before?.seen ? before.hash : null);
    if (hash === null) first.set(row.key, row);
    else if (hash === row.hash) repeated++;
    else problems.push({ where: row.where, source: row.source, reason: "id used twice", detail: `${row.source} ${row.id}: an earlier posting of this import has this id and other text; the earlier one is kept` });
  }
  return { rows: [...first.values()], repeated };
}

async function readInPool(pool: ReadPool, rows: readonly Row[]): Promise<Read> {
  const problems: Problem[] = [];
  const tasks: Promise<[Row, ReadRow][]>[] = [];
  for (let from = 0; from < rows.length; from += taskPostings) {
    const part = rows.slice(from, from + taskPostings);
    tasks.push(pool.run({ kind: "postings", postings: part.map((row) => row.posting) }).then((answer) => pairs(part, answer.rows, problems)));
  }
  return { entries: (await Promise.all(tasks)).flat(), problems };
}

function pairs(part: readonly Row[], rows: readonly (ReadRow | { error: string })[], problems: Problem[]): [Row, ReadRow][] {
  const read: [Row, ReadRow][] = [];
  for (const [i, row] of rows.entries()) {
    if ("error" in row) problems.push({ where: part[i]!.where, source: part[i]!.source, reason: "the reader failed", detail: row.error });
    else read.push([part[i]!, row]);
  }
  return read;
}

/** Writes a batch in one transaction. Returns how many postings of the sample made way for it. What the store had none of is only added: nothing is looked for there. */
async function store(market: Market, connection: DuckDBConnection, { rows, known }: Prepared, entries: readonly Entry[], replaced: readonly Entry[], met: Met, when: When): Promise<number> {
  const real = entries.some((entry) => entry.source !== sampleSource);
  let dropped = 0;
  await market.transaction(connection, async () => {
    if (real && !met.sampleGone) dropped = await dropSample(connection);
    await append(connection, "seen", [keyColumn], keysOf(rows).filter((key) => met.seen.add(key)).map((key) => ({ key })));
    const back = known.length === 0 ? [] : await markSeen(connection, known, when);
    const left = replaced.length === 0 ? [] : await takeOut(connection, replaced);
    if (back.length + left.length + entries.length > 0) await joinTouched(connection, { keys: back, left, fresh: entries });
  });
  met.sampleGone ||= real;
  return dropped;
}

/** Takes out what is to be replaced; gives the blocks that it stood in. */
async function takeOut(connection: DuckDBConnection, replaced: readonly Entry[]): Promise<bigint[]> {
  await putKeys(connection, "changing", replaced.map((entry) => entry.key));
  const left = await blocksOf(connection, "changing");
  for (const table of ["posting", ...readingTables]) await connection.run(`DELETE FROM ${table} WHERE key IN (SELECT key FROM changing)`);
  return left;
}

/** Postings that the store had were there today; gives those that had been taken for gone, or missed. */
async function markSeen(connection: DuckDBConnection, known: readonly bigint[], { today, seenEvery }: When): Promise<bigint[]> {
  await putKeys(connection, "batch", known);
  const back = await connection.runAndReadAll("SELECT key FROM posting WHERE (missed > 0 OR gone IS NOT NULL) AND key IN (SELECT key FROM batch)");
  const day = "DATE '1970-01-01' + $today::INTEGER";
  if (back.currentRowCount > 0) await connection.run("UPDATE posting SET missed = 0, gone = NULL WHERE (missed > 0 OR gone IS NOT NULL) AND key IN (SELECT key FROM batch)");
  await connection.run(`UPDATE posting SET last_seen = ${day} WHERE last_seen <= ${day} - ${seenEvery} AND key IN (SELECT key FROM batch)`, { today });
  await connection.run(`UPDATE reading SET last_seen = ${day} WHERE last_seen <= ${day} - ${seenEvery} AND vacancy IN (SELECT vacancy FROM reading JOIN batch USING (key))`, { today });
  await seeVacancies(connection, today, `last_seen <= ${day} - ${seenEvery} AND key IN (SELECT vacancy FROM reading JOIN batch USING (key))`);
  return back.getRowsJS().map(([key]) => key as bigint);
}

function note(count: ImportCount, { source = "", ...problem }: Problem): void {
  count.failed++;
  const ofSource = count.droppedBySource.get(source) ?? new Map();
  count.droppedBySource.set(source, ofSource);
  for (const problems of [count.problems, ofSource]) {
    const known = problems.get(problem.reason) ?? { n: 0, examples: [] };
    known.n++;
    if (known.examples.length < examplesPerReason) known.examples.push(problem);
    problems.set(problem.reason, known);
  }
}
