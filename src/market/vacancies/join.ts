import type { DuckDBConnection } from "@duckdb/node-api";
import { grouped } from "../../lib/grouped.ts";
import { append, type Column, dayNumbered, keyColumn } from "../append-rows.ts";
import { appendEntries, type Entry, makeBatchTables, putKeys } from "../append.ts";
import { componentsOf } from "./components.ts";
import { UBIGINT } from "../duckdb.ts";
import { freshMember, type Known, rowsOf, storedMembers } from "./members.ts";
import { putVacancies } from "./table.ts";
import { isSameVacancy, type Vacancy } from "./vacancy.ts";

/** What a transaction changes: stored postings that are another way now, blocks that postings were taken out of, and postings to be added. */
export type Touched = { keys?: readonly bigint[]; left?: readonly bigint[]; fresh?: readonly Entry[] };

/** A posting with the vacancy it is in now. `mixed`: the vacancy has stored postings; `told`: it is to be written anew. */
type Settled = { member: Known; now: Vacancy; mixed: boolean; told: boolean };

/** The blocks that the postings of a table of keys stand in, before they are removed or replaced. */
export async function blocksOf(connection: DuckDBConnection, keys: string): Promise<bigint[]> {
  const found = await connection.runAndReadAll(`SELECT DISTINCT block FROM fingerprint WHERE key IN (SELECT key FROM ${keys}) AND block IS NOT NULL`);
  return found.getRowsJS().map(([block]) => block as bigint);
}

/**
 * Adds postings, and settles the vacancies of all that was touched, in the caller's transaction: blocks are looked at whole, so that the outcome rests on what is stored, not on the order in
 * which it came. Only readings whose vacancy changed are written; what it costs grows with what was touched, but for finding it by the narrow columns of keys and blocks.
 */
export async function joinTouched(connection: DuckDBConnection, { keys = [], left = [], fresh = [] }: Touched): Promise<void> {
  const members = fresh.map(freshMember);
  const stored = await storedMembers(connection, keys, [...new Set([...left, ...fresh.flatMap(({ fingerprint }) => fingerprint?.block ?? [])])]);
  const [touched, emptied] = [new Set(keys), new Set(left)];
  const settled = [...grouped([...stored, ...members], (member) => member.block)].flatMap(([block, some]) => settle(some, touched, emptied.has(block)));
  await writeJoined(connection, settled.filter(({ member, now }) => member.entry === null && !isSameVacancy(now, member.was)));
  await makeBatchTables(connection);
  // In the order in which they came: what is imported twice stands in the same order.
  const of = new Map(settled.map(({ member, now }) => [member.key, now]));
  await appendEntries(connection, fresh.map((entry) => ({ ...entry, of: of.get(entry.key)! })));
  await tellVacancies(connection, settled.filter(({ told }) => told));
}

/** The vacancies of one block. Those are told anew that a posting was touched of, or came to, or left; and all of a block out of which postings were taken: what a vacancy is told by may have been theirs. */
function settle(block: readonly Known[], touched: ReadonlySet<bigint>, emptied: boolean): Settled[] {
  return [...grouped(vacanciesOf(block), ({ now }) => now.vacancy)].flatMap(([, some]) => {
    const mixed = some.some(({ member }) => member.entry === null);
    const told = emptied || some.some(({ member, now }) => member.entry !== null || touched.has(member.key) || !isSameVacancy(now, member.was));
    return some.map((one) => ({ ...one, mixed, told }));
  });
}

/** The vacancy of each posting of a block. The earliest posting stands for it; of several of one day the one with the lowest key. */
function vacanciesOf(block: readonly Known[]): { now: Vacancy; member: Known }[] {
  if (block.length === 1 && block[0]!.entry !== null) return [{ now: block[0]!.was, member: block[0]! }];
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

async function writeJoined(connection: DuckDBConnection, changed: readonly Settled[]): Promise<void> {
  if (changed.length === 0) return;
  await connection.run("CREATE OR REPLACE TEMP TABLE joined (key UBIGINT, vacancy UBIGINT, opened DATE, first_seen DATE, last_seen DATE, ended DATE)");
  await append(connection, "joined", joinedColumns, changed.map(({ member, now }) => ({ key: member.key, ...now })));
  await connection.run("UPDATE reading SET vacancy = j.vacancy, opened = j.opened, first_seen = j.first_seen, last_seen = j.last_seen, ended = j.ended FROM joined j WHERE j.key = reading.key");
  await connection.run("UPDATE reading_place SET vacancy = j.vacancy FROM joined j WHERE j.key = reading_place.key AND reading_place.vacancy IS DISTINCT FROM j.vacancy");
}

const joinedColumns: Column<Vacancy & { key: bigint }>[] = [
  keyColumn,
  { type: UBIGINT, of: (row) => row.vacancy },
  dayNumbered((row) => row.opened),
  dayNumbered((row) => row.firstSeen),
  dayNumbered((row) => row.lastSeen),
  dayNumbered((row) => row.ended),
];

/** Writes rows of vacancies anew, once all that they are told by is stored. What the batch does not hold of them is taken from the store. */
async function tellVacancies(connection: DuckDBConnection, told: readonly Settled[]): Promise<void> {
  const stored = told.filter(({ member }) => member.entry === null).map(({ member }) => member.key);
  if (stored.length > 0) {
    await putKeys(connection, "told", stored);
    for (const table of ["vacancy", "vacancy_more"]) await connection.run(`DELETE FROM ${table} WHERE key IN (FROM told)`);
    const standing = told.filter(({ member, now, mixed }) => mixed && member.key === now.vacancy);
    await putKeys(connection, "standing", standing.map(({ member }) => member.key));
    // A vacancy's places are those of all its postings.
    await connection.run(`DELETE FROM batch_reading_place WHERE vacancy IN (FROM standing); INSERT INTO batch_reading_place ${rowsOf("reading_place", "vacancy IN (FROM standing)")}`);
    await putKeys(connection, "standing", standing.filter(({ member }) => member.entry === null).map(({ member }) => member.key));
    for (const table of ["reading", "reading_pay", "reading_skill"]) await connection.run(`INSERT INTO batch_${table} ${rowsOf(table, "key IN (FROM standing)")}`);
    await connection.run("INSERT INTO batch_posting SELECT key, source FROM posting WHERE key IN (FROM standing)");
  }
  await putVacancies(connection);
}
