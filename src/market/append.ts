import { BLOB, BOOLEAN, DATE, DOUBLE, DuckDBBlobValue, DuckDBDateValue, type DuckDBConnection, INTEGER, UBIGINT, VARCHAR } from "@duckdb/node-api";
import { dayNumber } from "../lib/day.ts";
import { layers } from "../terms/layer.ts";
import { append, type Column, keyColumn as key } from "./append-rows.ts";
import type { PostingRow } from "./posting-row.ts";
import type { ReadingRow } from "./reading-row.ts";
import type { Fingerprint } from "./vacancies/fingerprint.ts";
import { foldTitle } from "./vacancies/title.ts";

/** A posting with what was read of it, to be written. Without a fingerprint it is joined with no other. */
export type Entry = PostingRow & { reading: ReadingRow; firstSeen: number; lastSeen: number; fingerprint?: Fingerprint; stamp?: string | null };

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
  { type: DATE, of: (row) => new DuckDBDateValue(row.firstSeen) },
  { type: DATE, of: (row) => new DuckDBDateValue(row.lastSeen) },
  { type: INTEGER, of: () => 0 },
  { type: DATE, of: () => null },
  text((row) => row.stamp),
];

const readingColumns: Column<Entry>[] = [
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
  ...layers.map((_, i) => number<Entry>((row) => row.reading.mix[i] ?? null)),
  number((row) => row.reading.conflation),
  text((row) => row.reading.seniority),
  text((row) => row.reading.workplace),
  text((row) => row.reading.domain),
  number((row) => row.reading.years),
  text((row) => row.reading.degree),
  { type: BOOLEAN, of: (row) => row.reading.production },
  text((row) => row.reading.visa),
  // A vacancy of its own, until it is joined with others.
  key,
  day((row) => row.posted),
  { type: DATE, of: (row) => new DuckDBDateValue(row.firstSeen) },
  { type: DATE, of: (row) => new DuckDBDateValue(row.lastSeen) },
  day((row) => row.closed),
  text((row) => foldTitle(row.posting.title, row.posting.location)),
];

const fingerprintColumns: Column<Keyed<Fingerprint>>[] = [
  key,
  { type: UBIGINT, of: (row) => row.block },
  { type: UBIGINT, of: (row) => row.text },
  { type: BLOB, of: (row) => new DuckDBBlobValue(row.sketch) },
];

const placeColumns: Column<Keyed<ReadingRow["places"][number]>>[] = [key, text((row) => row.country), text((row) => row.region), text((row) => row.subdivision), text((row) => row.city), key];

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

/** Appends entries to the store's tables. */
export async function appendEntries(connection: DuckDBConnection, entries: readonly Entry[]): Promise<void> {
  await append(connection, "posting", postingColumns, entries);
  await append(connection, "reading", readingColumns, entries);
  await append(connection, "reading_place", placeColumns, entries.flatMap((entry) => entry.reading.places.map((place) => ({ ...place, key: entry.key }))));
  await append(connection, "reading_pay", payColumns, entries.flatMap((entry) => entry.reading.pay.map((pay) => ({ ...pay, key: entry.key }))));
  await append(connection, "reading_skill", skillColumns, entries.flatMap((entry) => entry.reading.skills.map((skill) => ({ ...skill, key: entry.key }))));
  await append(connection, "fingerprint", fingerprintColumns, entries.flatMap(({ key: own, fingerprint }) => (fingerprint === undefined ? [] : [{ ...fingerprint, key: own }])));
}

/** Replaces what a one-column table of keys holds. */
export async function putKeys(connection: DuckDBConnection, table: string, keys: readonly bigint[]): Promise<void> {
  await connection.run(`DELETE FROM ${table}`);
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
  return { type: DATE, of: (row) => {
    const value = of(row);
    return value === null ? null : new DuckDBDateValue(dayNumber(value));
  } };
}
