import type { DuckDBConnection } from "@duckdb/node-api";
import { corpusLines } from "./corpus.ts";
import { importPostings } from "../src/market/import.ts";
import type { Market } from "../src/market/store.ts";
import { fillVacancyTable, gathered } from "../src/market/vacancies/table.ts";
import type { Posting } from "../src/terms/posting.ts";

/** Reads the corpus into a market: the real one where it is, else the sample. */
export async function importCorpus(market: Market): Promise<string> {
  const { name, lines } = await corpusLines();
  async function* found() {
    for (const [i, line] of lines.entries()) yield { posting: JSON.parse(line.toString("utf8")) as Posting, where: `line ${i + 1}`, board: null };
  }
  await importPostings(market, found(), { source: "corpus", workers: 1 });
  return name;
}

const tables = ["posting", "reading", "reading_place", "reading_pay", "reading_skill"] as const;
type Table = (typeof tables)[number];
/** What fillVacancyTable makes of them. */
const derived = ["vacancy", "vacancy_more"] as const;

/** Copies are of so many employers for each. */
const employersOfOne = 20;

const copied = "hash(key, copy)";
const earlier = (...days: string[]): string => days.map((day) => `${day} - (${copied} % 700)::INTEGER AS ${day}`).join(", ");

const upTo = (days: number, what: string): string => `(hash(key, copy, '${what}') % ${days})::INTEGER`;
/** The corpus was seen on one day: its copies are watched, first some days after they opened, then for up to three months, at whose end two of three have ended. */
const seen = `coalesce(opened, first_seen) - (${copied} % 700)::INTEGER + ${upTo(20, "seen")}`;
const left = `${seen} + 1 + ${upTo(90, "left")}`;

const employer = `employer || ' ' || (copy % ${employersOfOne}) AS employer`;
const ended = `CASE WHEN ${upTo(3, "ended")} > 0 THEN ${left} + 1 END`;

/** What of a row is another in each copy: its keys, its employer, its days. Questions look at no text. */
const changed: Record<Table, string> = {
  posting: `${copied} AS key, ${employer}, NULL AS description_html, NULL AS description_text, ${earlier("posted", "closed", "gone", "first_seen", "last_seen")}`,
  reading: `${copied} AS key, ${copied} AS vacancy, ${employer}, ${earlier("posted", "closed", "opened")},
    ${seen} AS first_seen, ${left} AS last_seen, ${ended} AS ended`,
  reading_place: `${copied} AS key, ${copied} AS vacancy`,
  reading_pay: `${copied} AS key`,
  reading_skill: `${copied} AS key`,
};

/** The same of a row of the table of vacancies, with what it counts from those days. */
const changedVacancy = `${copied} AS key, employer * ${employersOfOne} + copy % ${employersOfOne} AS employer, ${earlier("posted", "closed", "opened")},
  year(opened - (${copied} % 700)::INTEGER) * 12 + month(opened - (${copied} % 700)::INTEGER) - 1 AS month, ${seen} AS first_seen, ${left} AS last_seen, ${ended} AS ended,
  greatest(0, date_diff('day', opened - (${copied} % 700)::INTEGER, ${seen})) AS seen_after, date_diff('day', opened - (${copied} % 700)::INTEGER, coalesce(${ended}, ${left})) AS watched_to`;

/**
 * Copies so many times what is read: each copy with keys, employers and days of its own, so that nothing can be answered once for all. Only what questions ask of.
 * The table of vacancies is filled once, by the product, of the postings that stand for a vacancy; its rows are copied then as all others are: the copies k of what a vacancy is made from make
 * its copy k. They lie as the product lays them: work inside AI first, and in pieces of as many rows, each by role and day.
 */
export async function multiply(market: Market, postings: number): Promise<number> {
  const [{ n }] = (await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM reading WHERE key = vacancy")) as [{ n: number }];
  const times = Math.ceil(postings / n);
  await market.write(async (connection) => {
    await connection.run("CREATE TEMP TABLE first AS SELECT key FROM reading WHERE key = vacancy");
    for (const table of tables) await connection.run(`DELETE FROM ${table} WHERE key NOT IN (FROM first)`);
    await fillVacancyTable(connection);
    for (const table of [...tables, ...derived]) await connection.run(`CREATE TEMP TABLE first_${table} AS FROM ${table}; DELETE FROM ${table}`);
    for (let from = 0; from < times; from += 50) {
      for (const table of tables) await connection.run(`INSERT INTO ${table} SELECT t.* REPLACE (${changed[table]}) FROM first_${table} t, ${copies(from, Math.min(times, from + 50))}`);
      await connection.run("CHECKPOINT");
    }
    await copyVacancies(connection, times);
    await connection.run("CHECKPOINT");
  });
  const [{ all }] = (await market.rows<{ all: number }>('SELECT count(*)::INTEGER AS "all" FROM reading')) as [{ all: number }];
  return all;
}

const copies = (from: number, to: number): string => `range(${from}, ${to}) AS copies(copy)`;

async function copyVacancies(connection: DuckDBConnection, times: number): Promise<void> {
  await connection.run("CREATE TEMP TABLE first_employer AS FROM employer; DELETE FROM employer");
  await connection.run(`INSERT INTO employer SELECT number * ${employersOfOne} + copy, name || ' ' || copy FROM first_employer, ${copies(0, Math.min(times, employersOfOne))}`);
  for (const side of ["layer IS DISTINCT FROM 'outside'", "layer = 'outside'"]) {
    const found = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM first_vacancy WHERE ${side}`);
    const atOnce = Math.max(1, Math.floor(gathered / Math.max(1, found.getRowsJS()[0]![0] as number)));
    for (let from = 0; from < times; from += atOnce) {
      await connection.run(`INSERT INTO vacancy SELECT t.* REPLACE (${changedVacancy}) FROM (FROM first_vacancy WHERE ${side}) t, ${copies(from, Math.min(times, from + atOnce))} ORDER BY role, opened`);
    }
  }
  await connection.run(`INSERT INTO vacancy_more SELECT t.* REPLACE (${changedVacancy}) FROM first_vacancy_more t, ${copies(0, times)}`);
}
