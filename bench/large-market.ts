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

const newKey = "hash(key, copy)";

/** Copies so many times what is read: each copy with keys, employers and days of its own, so that nothing can be answered once for all. Only what questions ask of. */
export async function multiply(market: Market, postings: number): Promise<number> {
  const [{ n }] = (await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM reading WHERE key = vacancy")) as [{ n: number }];
  const times = Math.ceil(postings / n);
  await market.write(async (connection) => {
    for (const table of ["reading", "reading_place", "reading_pay", "reading_skill"]) {
      await connection.run(`CREATE TEMP TABLE first_${table} AS SELECT * FROM ${table}${table === "reading" ? " WHERE key = vacancy" : " WHERE key IN (SELECT key FROM reading WHERE key = vacancy)"}`);
    }
    for (const table of ["reading", "reading_place", "reading_pay", "reading_skill"]) await connection.run(`DELETE FROM ${table}`);
    for (let from = 0; from < times; from += 50) {
      const copies = `range(${from}, ${Math.min(times, from + 50)}) AS copies(copy)`;
      await connection.run(
        `INSERT INTO reading SELECT r.* REPLACE (${newKey} AS key, ${newKey} AS vacancy, employer || ' ' || (copy % 20) AS employer,
           posted - ((hash(key, copy) % 700)::INTEGER) AS posted, opened - ((hash(key, copy) % 700)::INTEGER) AS opened) FROM first_reading r, ${copies}`,
      );
      await connection.run(`INSERT INTO reading_place SELECT p.* REPLACE (${newKey} AS key, ${newKey} AS vacancy) FROM first_reading_place p, ${copies}`);
      for (const table of ["reading_pay", "reading_skill"]) await connection.run(`INSERT INTO ${table} SELECT t.* REPLACE (${newKey} AS key) FROM first_${table} t, ${copies}`);
      await connection.run("CHECKPOINT");
    }
    await fillVacancyTable(connection);
    await connection.run("CHECKPOINT");
  });
  const [{ all }] = (await market.rows<{ all: number }>('SELECT count(*)::INTEGER AS "all" FROM reading')) as [{ all: number }];
  return all;
}
