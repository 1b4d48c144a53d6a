import type { DuckDBConnection } from "@duckdb/node-api";
import { dayNumber } from "../lib/day.ts";
import { layers } from "../terms/layer.ts";
import { append, type Column, dayNumbered, keyColumn as key } from "./append-rows.ts";
import { BLOB, BOOLEAN, DATE, DOUBLE, DuckDBBlobValue, INTEGER, UBIGINT, VARCHAR } from "./duckdb.ts";
import type { PostingRow } from "./posting-row.ts";
import type { ReadingRow } from "./reading-row.ts";
import type { Fingerprint } from "./vacancies/fingerprint.ts";
import { foldTitle } from "./vacancies/title.ts";
import type { Vacancy } from "./vacancies/vacancy.ts";

/** A posting with what was read of it, to be written. Without a fingerprint it is joined with no other. */
export type Entry = PostingRow & { reading: ReadingRow; firstSeen: number; lastSeen: number; fingerprint?: Fingerprint; stamp?: string | null };
/** With the vacancy that it is of. */
export type Joined = Entry & { of: Vacancy };

/** Columns in the order of the table in schema.ts. */
const postingColumns: Column<Entry>[] = [
  key,
  text((row) => row.source),
  text((row) => row.id),
  text((row) => row.posting.company),
  text((row) => row.posting.title),
  text((row) => row.posting.location),
  text((row) => row.posting.salary_raw),
  text((row) => row.posting.posted_at),
  text((row) => row.posting.closed_at),
  text((row) => row.posting.url),
  text((row) => row.posting.department),
  text((row) => row.posting.employment_type),
  { type: BOOLEAN, of: (row) => row.posting.remote ?? null },
  text((row) => row.posting.lang),
  text((row) => row.posting.description_html),
  text((row) => row.posting.description_text),
  day((row) => row.posted),
  day((row) => row.closed),
  dayNumbered((row) => row.firstSeen),
  dayNumbered((row) => row.lastSeen),
  { type: INTEGER, of: () => 0 },
  { type: DATE, of: () => null },
  text((row) => row.stamp),
];

const readingColumns: Column<Joined>[] = [
  key,
  { type: UBIGINT, of: (row) => row.hash },
  text((row) => row.reading.engine),
  text((row) => employerOf(row)),
  day((row) => row.posted),
  day((row) => row.closed),
  text((row) => row.reading.language),
  text((row) => row.reading.role),
  text((row) => row.reading.runnerUp),
  number((row) => row.reading.margin),
  number((row) => row.reading.confidence),
  text((row) => row.reading.layer),
  ...layers.map((_, i) => number<Joined>((row) => row.reading.mix[i] ?? null)),
  number((row) => row.reading.conflation),
  text((row) => row.reading.seniority),
  text((row) => row.reading.workplace),
  text((row) => row.reading.domain),
  number((row) => row.reading.years),
  text((row) => row.reading.degree),
  { type: BOOLEAN, of: (row) => row.reading.production },
  text((row) => row.reading.visa),
  { type: UBIGINT, of: (row) => row.of.vacancy },
  dayNumbered((row) => row.of.opened),
  dayNumbered((row) => row.of.firstSeen),
  dayNumbered((row) => row.of.lastSeen),
  dayNumbered((row) => row.of.ended),
  text((row) => foldTitle(row.posting.title, row.posting.location)),
];

const fingerprintColumns: Column<Keyed<Fingerprint>>[] = [
  key,
  { type: UBIGINT, of: (row) => row.block },
  { type: UBIGINT, of: (row) => row.text },
  { type: BLOB, of: (row) => new DuckDBBlobValue(row.sketch) },
];

const placeColumns: Column<Keyed<ReadingRow["places"][number]> & { vacancy: bigint }>[] = [
  key,
  text((row) => row.country),
  text((row) => row.region),
  text((row) => row.subdivision),
  text((row) => row.city),
  { type: UBIGINT, of: (row) => row.vacancy },
];

const payColumns: Column<Keyed<ReadingRow["pay"][number]>>[] = [
  key,
  number((row) => row.min),
  number((row) => row.max),
  text((row) => row.currency),
  text((row) => row.period),
  text((row) => row.kind),
  text((row) => row.place),
  number((row) => row.yearly),
];

const skillColumns: Column<Keyed<ReadingRow["skills"][number]>>[] = [key, text((row) => row.id), text((row) => row.name), text((row) => row.need)];

type Keyed<T> = T & { key: bigint };

/** What of a batch vacancies are made from: tables of the connection, laid out as the store's, so that the batch is looked at and not the store. */
const batchTables = ["reading", "reading_place", "reading_pay", "reading_skill"] as const;

/** Makes the batch's tables anew, empty: rows that are only deleted would stay in memory, and be passed over by every batch that follows. */
export async function makeBatchTables(connection: DuckDBConnection): Promise<void> {
  for (const table of batchTables) await connection.run(`CREATE OR REPLACE TEMP TABLE batch_${table} AS FROM ${table} LIMIT 0`);
  await connection.run("CREATE OR REPLACE TEMP TABLE batch_posting (key UBIGINT, source VARCHAR)");
}

/** Appends entries to the store's tables, and to the batch's. */
export async function appendEntries(connection: DuckDBConnection, entries: readonly Joined[]): Promise<void> {
  if (entries.length === 0) return;
  await append(connection, "posting", postingColumns, entries);
  await append(connection, "fingerprint", fingerprintColumns, entries.flatMap(({ key: own, fingerprint }) => (fingerprint === undefined ? [] : [{ ...fingerprint, key: own }])));
  await append(connection, "batch_posting", sourceColumns, entries);
  await append(connection, "batch_reading", readingColumns, entries);
  await append(connection, "batch_reading_place", placeColumns, entries.flatMap((entry) => entry.reading.places.map((place) => ({ ...place, key: entry.key, vacancy: entry.of.vacancy }))));
  await append(connection, "batch_reading_pay", payColumns, entries.flatMap((entry) => entry.reading.pay.map((pay) => ({ ...pay, key: entry.key }))));
  await append(connection, "batch_reading_skill", skillColumns, entries.flatMap((entry) => entry.reading.skills.map((skill) => ({ ...skill, key: entry.key }))));
  for (const table of batchTables) await connection.run(`INSERT INTO ${table} FROM batch_${table}`);
}

const sourceColumns: Column<Entry>[] = [key, text((row) => row.source)];

/** Makes a table of keys with one column of the connection's own. */
export async function putKeys(connection: DuckDBConnection, table: string, keys: readonly bigint[]): Promise<void> {
  await connection.run(`CREATE OR REPLACE TEMP TABLE ${table} (key UBIGINT)`);
  await append(connection, table, [key], keys.map((one) => ({ key: one })));
}

/** Employers are counted by name in any case, so that two spellings of one company are one employer. */
function employerOf({ posting }: PostingRow): string | null {
  return posting.company?.trim().toLowerCase() || null;
}

function text<Row>(of: (row: Row) => string | null | undefined): Column<Row> {
  return { type: VARCHAR, of: (row) => of(row) ?? null };
}

function number<Row>(of: (row: Row) => number | null): Column<Row> {
  return { type: DOUBLE, of };
}

function day<Row>(of: (row: Row) => string | null): Column<Row> {
  return dayNumbered((row) => {
    const value = of(row);
    return value === null ? null : dayNumber(value);
  });
}
