import type { DuckDBConnection } from "@duckdb/node-api";
import type { SourceStatus } from "../../terms/source.ts";
import type { Mark } from "../../sources/fetching/get-board.ts";
import { append, type Column, keyColumn } from "../append-rows.ts";
import { putKeys } from "../append.ts";
import { VARCHAR } from "../duckdb.ts";
import type { Market } from "../store.ts";
import { joinTouched } from "../vacancies/join.ts";
import { seeVacancies } from "../vacancies/table.ts";
import { putDropped, type Reasons } from "./dropped.ts";
import type { Followed } from "./followed.ts";

/** How a fetch ended, and what follows for the source. `stamps`: of postings whose text came, by key. */
export type Outcome = {
  status: SourceStatus;
  problem: string | null;
  mark: Mark;
  /** Keys of all postings that the source has; those of the import that went before are there already. */
  present: readonly bigint[];
  stamps: readonly { key: bigint; stamp: string }[];
  dropped: Reasons;
  /** Before which the host does not want to be asked; milliseconds since 1970. */
  notBefore: number | null;
};

/** A board is asked once in so many hours, unless it is asked for by name. */
const refreshMs = 6 * 3_600_000;
/** What keeps failing is asked less and less often, in the end once a week. */
const longestMs = 7 * 24 * 3_600_000;
/** Good fetches in a row without a posting after which it is gone. */
const missesToGone = 2;
/** How far `last_seen` may lag behind where nothing else changes, in days: else every refresh would write every posting that is still there. */
export const seenEvery = 7;

/**
 * Ends a fetch in one transaction: what is no longer there is missed, or gone at the second time; what became of the source; what was left out.
 * Only good fetches say that anything is missing. Expects the table `seen` of the keys that came, as an import leaves it. Returns how many are missed and gone by this.
 */
export async function settle(market: Market, connection: DuckDBConnection, source: Followed, outcome: Outcome, now: number): Promise<{ missed: number; gone: number }> {
  let lost = { missed: 0, gone: 0 };
  await market.transaction(connection, async () => {
    const good = outcome.status === "good" || outcome.status === "unchanged";
    if (good) lost = await missPostings(connection, source, outcome, now);
    await putStamps(connection, outcome.stamps);
    // A fetch that brought nothing leaves what was said before: it is still so.
    if (!nothingCame.has(outcome.status)) await putDropped(connection, source.name, outcome.dropped, now);
    await putSource(connection, source, outcome, good, now);
  });
  return lost;
}

const nothingCame: ReadonlySet<SourceStatus> = new Set(["unchanged", "failed", "absent"]);

const dayOf = (ms: number | null): number | null => (ms === null ? null : Math.floor(ms / 86_400_000));

async function missPostings(connection: DuckDBConnection, { name, good }: Followed, { status, present }: Outcome, now: number): Promise<{ missed: number; gone: number }> {
  await putKeys(connection, "batch", present);
  const there = "(key IN (SELECT key FROM batch) OR key IN (SELECT key FROM seen))";
  // A board that says what it said lacks what it lacked, and has what it had.
  const lacks = status === "unchanged" ? "missed > 0" : `NOT ${there}`;
  await connection.run(`CREATE OR REPLACE TEMP TABLE missing AS SELECT key FROM posting WHERE source = $name AND gone IS NULL AND ${lacks}`, { name });
  // The fetch before this one still had a posting that is missed now for the first time, and was the first without one that is missed again.
  const before = dayOf(good);
  const day = "DATE '1970-01-01' + $before::INTEGER";
  await connection.run(
    `UPDATE posting SET missed = missed + 1, last_seen = CASE WHEN missed = 0 THEN greatest(last_seen, ${day}) ELSE last_seen END,
       gone = CASE WHEN missed + 1 >= ${missesToGone} THEN coalesce(${day}, last_seen) END WHERE key IN (SELECT key FROM missing)`,
    { before },
  );
  const touched = await connection.runAndReadAll("SELECT key, gone IS NOT NULL FROM posting JOIN missing USING (key)");
  const rows = touched.getRowsJS() as [bigint, boolean][];
  const seen = await seeAgain(connection, name, status === "unchanged" ? "missed = 0 AND gone IS NULL" : there, dayOf(now)!);
  const changed = [...rows.map(([key]) => key), ...seen];
  if (changed.length > 0) await joinTouched(connection, { keys: changed });
  const gone = rows.filter(([, isGone]) => isGone).length;
  return { missed: rows.length - gone, gone };
}

/** What a source has was seen today, also where its text was not asked for; written where it was thought missing, else once a week. Gives the keys of what came back. */
async function seeAgain(connection: DuckDBConnection, name: string, there: string, today: number): Promise<bigint[]> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE again AS SELECT key, missed > 0 OR gone IS NOT NULL AS back FROM posting
     WHERE source = $name AND ${there} AND (missed > 0 OR gone IS NOT NULL OR last_seen <= DATE '1970-01-01' + $today::INTEGER - ${seenEvery})`,
    { name, today },
  );
  const found = await connection.runAndReadAll("SELECT key, back FROM again");
  if (found.currentRowCount === 0) return [];
  const day = "DATE '1970-01-01' + $today::INTEGER";
  await connection.run(`UPDATE posting SET last_seen = ${day}, missed = 0, gone = NULL WHERE key IN (SELECT key FROM again)`, { today });
  // That a vacancy was seen changes nothing else of it: its postings need not be compared again.
  await connection.run(`UPDATE reading SET last_seen = ${day} WHERE vacancy IN (SELECT vacancy FROM reading JOIN again USING (key))`, { today });
  await seeVacancies(connection, today, "key IN (SELECT vacancy FROM reading JOIN again USING (key))");
  return (found.getRowsJS() as [bigint, boolean][]).flatMap(([key, back]) => (back ? [key] : []));
}

const stampColumns: Column<Outcome["stamps"][number]>[] = [keyColumn, { type: VARCHAR, of: (row) => row.stamp }];

async function putStamps(connection: DuckDBConnection, stamps: Outcome["stamps"]): Promise<void> {
  if (stamps.length === 0) return;
  await connection.run("CREATE OR REPLACE TEMP TABLE stamped (key UBIGINT, stamp VARCHAR)");
  await append(connection, "stamped", stampColumns, stamps);
  await connection.run("UPDATE posting SET stamp = s.stamp FROM stamped s WHERE s.key = posting.key AND posting.stamp IS DISTINCT FROM s.stamp");
}

async function putSource(connection: DuckDBConnection, { name, failures }: Followed, { status, problem, mark, notBefore }: Outcome, good: boolean, now: number): Promise<void> {
  // A board that is empty or came by half has answered: it is asked as often as others.
  const failed = status === "failed" || status === "absent" ? failures + 1 : 0;
  const due = Math.max(now + Math.min(longestMs, refreshMs * 2 ** Math.max(0, failed - 1)), notBefore ?? 0);
  await connection.run(
    `UPDATE source SET checked = epoch_ms($now::BIGINT), good = CASE WHEN $isGood THEN epoch_ms($now::BIGINT) ELSE good END, status = $status, problem = $problem, failures = $failed, due = epoch_ms($due::BIGINT),
       etag = CASE WHEN $isGood THEN $etag ELSE etag END, body = CASE WHEN $isGood THEN $body ELSE body END WHERE name = $name`,
    { now: BigInt(now), isGood: good, status, problem, failed, due: BigInt(Math.ceil(due)), etag: mark.etag, body: mark.body, name },
  );
}
