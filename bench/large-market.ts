import { corpusLines } from "./corpus.ts";
import { importPostings } from "../src/market/import.ts";
import type { Market } from "../src/market/store.ts";
import { fillVacancyTable } from "../src/market/vacancies/table.ts";
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

const copied = "hash(key, copy)";
const earlier = (...days: string[]): string => days.map((day) => `${day} - (${copied} % 700)::INTEGER AS ${day}`).join(", ");

const upTo = (days: number, what: string): string => `(hash(key, copy, '${what}') % ${days})::INTEGER`;
/** The corpus was seen on one day: its copies are watched, first some days after they opened, then for up to three months, at whose end two of three have ended. */
const seen = `coalesce(opened, first_seen) - (${copied} % 700)::INTEGER + ${upTo(20, "seen")}`;
const left = `${seen} + 1 + ${upTo(90, "left")}`;

/** What of a row is another in each copy: its keys, its employer, its days. Questions look at no text. */
const changed: Record<Table, string> = {
  posting: `${copied} AS key, employer || ' ' || (copy % 20) AS employer, NULL AS description_html, NULL AS description_text, ${earlier("posted", "closed", "gone", "first_seen", "last_seen")}`,
  reading: `${copied} AS key, ${copied} AS vacancy, employer || ' ' || (copy % 20) AS employer, ${earlier("posted", "closed", "opened")},
    ${seen} AS first_seen, ${left} AS last_seen, CASE WHEN ${upTo(3, "ended")} > 0 THEN ${left} + 1 END AS ended`,
  reading_place: `${copied} AS key, ${copied} AS vacancy`,
  reading_pay: `${copied} AS key`,
  reading_skill: `${copied} AS key`,
};

/** Copies so many times what is read: each copy with keys, employers and days of its own, so that nothing can be answered once for all. Only what questions ask of. */
export async function multiply(market: Market, postings: number): Promise<number> {
  const [{ n }] = (await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM reading WHERE key = vacancy")) as [{ n: number }];
  const times = Math.ceil(postings / n);
  await market.write(async (connection) => {
    for (const table of tables) await connection.run(`CREATE TEMP TABLE first_${table} AS SELECT * FROM ${table} WHERE key IN (SELECT key FROM reading WHERE key = vacancy)`);
    for (const table of tables) await connection.run(`DELETE FROM ${table}`);
    for (let from = 0; from < times; from += 50) {
      for (const table of tables) await connection.run(`INSERT INTO ${table} SELECT t.* REPLACE (${changed[table]}) FROM first_${table} t, range(${from}, ${Math.min(times, from + 50)}) AS copies(copy)`);
      await connection.run("CHECKPOINT");
    }
    await fillVacancyTable(connection);
    await connection.run("CHECKPOINT");
  });
  const [{ all }] = (await market.rows<{ all: number }>('SELECT count(*)::INTEGER AS "all" FROM reading')) as [{ all: number }];
  return all;
}
