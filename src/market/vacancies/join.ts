import { DATE, DuckDBDateValue, type DuckDBConnection, UBIGINT } from "@duckdb/node-api";
import { grouped } from "../../lib/grouped.ts";
import { append, type Column, keyColumn } from "../append-rows.ts";
import { componentsOf, type Member } from "./components.ts";
import { putVacancies } from "./table.ts";
import { foldPlace } from "./title.ts";

/** A vacancy as its postings' readings carry it. Days count from 1970. */
type Vacancy = { vacancy: bigint; opened: number | null; firstSeen: number; lastSeen: number; ended: number | null };
type Row = Vacancy & { key: bigint };

/** A posting of a block that was touched: what is known of itself, and the vacancy it is in so far. */
type Known = Member & { block: bigint; posted: number | null; firstSeen: number; lastSeen: number; was: Vacancy };

/** Tables in which a connection notes what it changed: `touched` keys, and the blocks of postings that it removed or replaced. */
export async function makeTouchedTables(connection: DuckDBConnection): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE touched (key UBIGINT); CREATE OR REPLACE TEMP TABLE touched_block (block UBIGINT); CREATE OR REPLACE TEMP TABLE settling (key UBIGINT); CREATE OR REPLACE TEMP TABLE joined (key UBIGINT, vacancy UBIGINT, opened DATE, first_seen DATE, last_seen DATE, ended DATE)");
}

/** Notes the blocks that the postings of a table of keys stand in, before they are removed or replaced. */
export async function touchBlocksOf(connection: DuckDBConnection, keys: string): Promise<void> {
  await connection.run(`INSERT INTO touched_block SELECT DISTINCT block FROM fingerprint WHERE key IN (SELECT key FROM ${keys}) AND block IS NOT NULL`);
}

/**
 * Settles the vacancies of all that was touched, in the caller's transaction: blocks are looked at whole, so that the outcome rests on what is stored, not on the order in
 * which it came. Only readings whose vacancy changed are written. Returns how many.
 */
export async function joinTouched(connection: DuckDBConnection, keys: readonly bigint[]): Promise<number> {
  await append(connection, "touched", [keyColumn], keys.map((key) => ({ key })));
  const members = await membersOf(connection);
  const changed = [...grouped(members, (member) => member.block)].flatMap(([, block]) => vacanciesOf(block)).flatMap(({ now, member }) => (isSame(now, member.was) ? [] : [{ key: member.key, ...now }]));
  await connection.run(`DELETE FROM settling; INSERT INTO settling ${keysTouched}; DELETE FROM touched; DELETE FROM touched_block`);
  await writeJoined(connection, changed);
  await putVacancies(connection, "settling");
  return changed.length;
}

/** All postings of the blocks that were touched: what a vacancy is told by may have left it without changing the others. */
const keysTouched = `SELECT key FROM fingerprint WHERE block IN (SELECT block FROM fingerprint JOIN touched USING (key) WHERE block IS NOT NULL UNION SELECT block FROM touched_block) UNION SELECT key FROM touched`;

async function writeJoined(connection: DuckDBConnection, changed: readonly Row[]): Promise<void> {
  if (changed.length === 0) return;
  await connection.run("DELETE FROM joined");
  await append(connection, "joined", joinedColumns, changed);
  await connection.run("UPDATE reading SET vacancy = j.vacancy, opened = j.opened, first_seen = j.first_seen, last_seen = j.last_seen, ended = j.ended FROM joined j WHERE j.key = reading.key");
  await connection.run("UPDATE reading_place SET vacancy = j.vacancy FROM joined j WHERE j.key = reading_place.key AND reading_place.vacancy IS DISTINCT FROM j.vacancy");
}

const joinedColumns: Column<Row>[] = [keyColumn, { type: UBIGINT, of: (row) => row.vacancy }, day((row) => row.opened), day((row) => row.firstSeen), day((row) => row.lastSeen), day((row) => row.ended)];

function day(of: (row: Row) => number | null): Column<Row> {
  return { type: DATE, of: (row) => {
    const value = of(row);
    return value === null ? null : new DuckDBDateValue(value);
  } };
}

/** Postings of touched blocks; of blocks with one posting only those whose reading does not say what the posting says. */
async function membersOf(connection: DuckDBConnection): Promise<Known[]> {
  const found = await connection.runAndReadAll(
    `WITH keys AS (${keysTouched}),
  known AS (
    SELECT p.key, coalesce(f.block, p.key) AS block, coalesce(f.text, p.key) AS text, f.sketch, p.source, p.department, p.location, p.posted, p.first_seen, p.last_seen, least(p.closed, p.gone) AS ended,
      r.vacancy, r.opened, r.first_seen AS seen, r.last_seen AS seen_last, r.ended AS ended_all
    FROM keys JOIN posting p USING (key) JOIN reading r USING (key) LEFT JOIN fingerprint f USING (key))
SELECT key, block, text, sketch, source, department, location, ${["posted", "first_seen", "last_seen", "ended", "opened", "seen", "seen_last", "ended_all"].map((name) => `${name} - DATE '1970-01-01' AS ${name}`).join(", ")}, vacancy
FROM known
QUALIFY count(*) OVER (PARTITION BY block) > 1 OR vacancy IS DISTINCT FROM key OR opened IS DISTINCT FROM posted OR seen IS DISTINCT FROM first_seen OR seen_last IS DISTINCT FROM last_seen OR ended_all IS DISTINCT FROM ended`,
  );
  return found.getRowObjectsJS().map(knownOf);
}

function knownOf(row: Record<string, unknown>): Known {
  const number = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const [posted, firstSeen, lastSeen, end] = [number("posted"), number("first_seen")!, number("last_seen")!, number("ended")];
  return {
    key: row.key as bigint,
    block: row.block as bigint,
    text: row.text as bigint,
    sketch: (row.sketch as Uint8Array | null) ?? new Uint8Array(),
    source: row.source as string,
    department: row.department as string | null,
    place: foldPlace(row.location as string | null),
    start: posted ?? firstSeen,
    end,
    posted,
    firstSeen,
    lastSeen,
    was: { vacancy: row.vacancy as bigint, opened: number("opened"), firstSeen: number("seen") ?? -1, lastSeen: number("seen_last") ?? -1, ended: number("ended_all") },
  };
}

/** The vacancy of each posting of a block. The earliest posting stands for it; of several of one day the one with the lowest key. */
function vacanciesOf(block: readonly Known[]): { now: Vacancy; member: Known }[] {
  const components = componentsOf(block);
  return [...grouped(block.map((member, i) => ({ member, component: components[i]! })), (one) => one.component)].flatMap(([, some]) => {
    const members = some.map(({ member }) => member);
    const first = members.reduce((a, b) => (b.start < a.start || (b.start === a.start && b.key < a.key) ? b : a));
    const now: Vacancy = {
      vacancy: first.key,
      opened: least(members.flatMap((member) => member.posted ?? [])),
      firstSeen: least(members.map((member) => member.firstSeen))!,
      lastSeen: members.reduce((most, member) => Math.max(most, member.lastSeen), -Infinity),
      ended: members.some((member) => member.end === null) ? null : members.reduce((most, member) => Math.max(most, member.end!), -Infinity),
    };
    return members.map((member) => ({ now, member }));
  });
}

function least(days: readonly number[]): number | null {
  return days.length === 0 ? null : days.reduce((a, b) => Math.min(a, b));
}

function isSame(a: Vacancy, b: Vacancy): boolean {
  return a.vacancy === b.vacancy && a.opened === b.opened && a.firstSeen === b.firstSeen && a.lastSeen === b.lastSeen && a.ended === b.ended;
}
