import type { DuckDBConnection } from "@duckdb/node-api";
import { layers } from "../terms/layer.ts";
import { daysAhead } from "./posting-row.ts";
import { fillVacancyTable, hasVacancyTable, makeVacancyTable } from "./vacancies/table.ts";

/**
 * Versions of the store in order; a store of version n has run the first n. Never change one that was released, add the next.
 * No indexes: an ART index over a million keys costs more memory than the keys, and a join on the key column finds a batch in one scan of 8 MB.
 */
const versions: readonly string[] = [
  `CREATE TABLE meta (name VARCHAR NOT NULL, value VARCHAR NOT NULL);
   -- What was published, to be read again.
   CREATE TABLE posting (
     key UBIGINT NOT NULL, source VARCHAR NOT NULL, id VARCHAR NOT NULL,
     employer VARCHAR, title VARCHAR, location VARCHAR, salary_raw VARCHAR, posted_at VARCHAR, closed_at VARCHAR, url VARCHAR, department VARCHAR,
     employment_type VARCHAR, remote BOOLEAN, lang VARCHAR, description_html VARCHAR, description_text VARCHAR,
     posted DATE, closed DATE, first_seen DATE NOT NULL, last_seen DATE NOT NULL);
   -- What the market's questions ask of. The hash is of the posting that was read: with the engine it tells whether to read again.
   CREATE TABLE reading (
     key UBIGINT NOT NULL, hash UBIGINT NOT NULL, engine VARCHAR NOT NULL, employer VARCHAR, posted DATE, closed DATE, language VARCHAR,
     role VARCHAR, runner_up VARCHAR, margin DOUBLE, confidence DOUBLE, layer VARCHAR,
     ${layers.map((layer) => `mix_${layer} DOUBLE`).join(", ")}, conflation DOUBLE,
     seniority VARCHAR, workplace VARCHAR, domain VARCHAR, years DOUBLE, degree VARCHAR, production BOOLEAN, visa VARCHAR);
   CREATE TABLE reading_place (key UBIGINT NOT NULL, country VARCHAR, region VARCHAR, subdivision VARCHAR, city VARCHAR);
   CREATE TABLE reading_pay (key UBIGINT NOT NULL, min DOUBLE, max DOUBLE, currency VARCHAR NOT NULL, period VARCHAR NOT NULL, kind VARCHAR NOT NULL, place VARCHAR, yearly DOUBLE);
   CREATE TABLE reading_skill (key UBIGINT NOT NULL, skill VARCHAR NOT NULL, name VARCHAR NOT NULL, need VARCHAR NOT NULL);`,
  `ALTER TABLE posting ADD COLUMN missed INTEGER DEFAULT 0;
   ALTER TABLE posting ADD COLUMN gone DATE;
   ALTER TABLE posting ADD COLUMN stamp VARCHAR;
   -- The vacancy's, not the posting's own: all postings of a vacancy say the same. One of them, whose key is the vacancy's, stands for it.
   ALTER TABLE reading ADD COLUMN vacancy UBIGINT;
   ALTER TABLE reading ADD COLUMN opened DATE;
   ALTER TABLE reading ADD COLUMN first_seen DATE;
   ALTER TABLE reading ADD COLUMN last_seen DATE;
   ALTER TABLE reading ADD COLUMN ended DATE;
   ALTER TABLE reading ADD COLUMN title_key VARCHAR;
   -- So that a vacancy is found by all its places.
   ALTER TABLE reading_place ADD COLUMN vacancy UBIGINT;
   -- What tells whether postings are of one vacancy (vacancies/fingerprint.ts).
   CREATE TABLE fingerprint (key UBIGINT NOT NULL, block UBIGINT, text UBIGINT NOT NULL, sketch BLOB NOT NULL);
   -- What is followed, and how its last fetch went.
   CREATE TABLE source (
     name VARCHAR NOT NULL, kind VARCHAR NOT NULL, asked VARCHAR NOT NULL, url VARCHAR NOT NULL, employer VARCHAR, added TIMESTAMP NOT NULL,
     checked TIMESTAMP, good TIMESTAMP, status VARCHAR NOT NULL, problem VARCHAR, etag VARCHAR, body VARCHAR, failures INTEGER NOT NULL, due TIMESTAMP);
   -- What was left out at a source's last fetch or import, by reason, with one example.
   CREATE TABLE dropped (source VARCHAR NOT NULL, reason VARCHAR NOT NULL, n INTEGER NOT NULL, place VARCHAR NOT NULL, detail VARCHAR NOT NULL, dropped_at TIMESTAMP NOT NULL);
   UPDATE reading SET vacancy = reading.key, opened = p.posted, first_seen = p.first_seen, last_seen = p.last_seen, ended = p.closed FROM posting p WHERE p.key = reading.key;
   UPDATE reading_place SET vacancy = key;`,
  // Days of posting in the future are no days any more (posting-row.ts).
  `UPDATE posting SET posted = NULL WHERE posted > first_seen + ${daysAhead};
   UPDATE reading SET posted = NULL FROM posting p WHERE p.key = reading.key AND p.posted IS NULL AND reading.posted IS NOT NULL;
   UPDATE reading SET opened = v.opened FROM (SELECT r.vacancy, min(p.posted) AS opened FROM reading r JOIN posting p USING (key) GROUP BY r.vacancy) v WHERE v.vacancy = reading.vacancy AND reading.opened IS DISTINCT FROM v.opened;`,
  // From here on who writes readings keeps the table of vacancies (vacancies/table.ts), which is made below.
  "SELECT 1",
];

export const newestVersion = versions.length;

/** The version from which on postings have fingerprints and vacancies. What older stores hold gets its own then. */
const withVacancies = 2;

/** The version from which on there is a table of vacancies, made of what else is stored. */
const withVacancyTable = 4;

/** The tables that hold what was read of a posting, by its key. */
export const readingTables = ["reading", "reading_place", "reading_pay", "reading_skill", "fingerprint", "vacancy", "vacancy_more"] as const;

/** The version of the store, 0 where it is new. */
export async function versionOf(connection: DuckDBConnection): Promise<number> {
  const tables = await connection.runAndReadAll("SELECT count(*)::INTEGER FROM information_schema.tables WHERE table_name = 'meta'");
  if (tables.getRowsJS()[0]![0] === 0) return 0;
  const version = await connection.runAndReadAll("SELECT value FROM meta WHERE name = 'version'");
  return Number(version.getRowsJS()[0]?.[0] ?? 0);
}

/** Whether a store of this version can be asked as it is. */
export async function isCurrent(connection: DuckDBConnection, version: number): Promise<boolean> {
  return version >= newestVersion && (await hasVacancyTable(connection));
}

/** Brings the store to the newest version, one transaction a version. Says whether it was changed: then a checkpoint must follow, as replay of DDL from a WAL can fail. */
export async function migrate(connection: DuckDBConnection, from: number, to = newestVersion): Promise<boolean> {
  for (let version = from; version < to; version++) {
    await connection.run("BEGIN");
    await connection.run(versions[version]!);
    if (version + 1 === withVacancies) {
      await makeVacancyTable(connection);
      // Loaded for an old store only: it takes the reader along, and a new one holds nothing to fill from.
      if (from > 0) await (await import("./vacancies/fill.ts")).fillVacancies(connection);
    }
    await connection.run("DELETE FROM meta WHERE name = 'version'");
    await connection.run("INSERT INTO meta VALUES ('version', ?)", [String(version + 1)]);
    await connection.run("COMMIT");
  }
  const derive = to >= withVacancyTable && !(await hasVacancyTable(connection));
  if (derive) {
    await connection.run("BEGIN");
    await fillVacancyTable(connection);
    await connection.run("COMMIT");
  }
  return from < to || derive;
}
