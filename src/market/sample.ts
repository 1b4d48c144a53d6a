import type { DuckDBConnection } from "@duckdb/node-api";
import type { Posting } from "../terms/posting.ts";
import { readingTables } from "./schema.ts";
import type { Market } from "./store.ts";

/**
 * The source of invented postings. A market that holds them says so on every screen; the first real posting drives them out.
 * No file's name has a slash and `--source` refuses this one: nothing real is ever taken for invented.
 */
export const sampleSource = "strata/sample";

/** Some 2,000 invented postings over fourteen months, always the same: those of data/sample/postings as they stand, then what varies them. */
export async function* samplePostings(): AsyncGenerator<Posting> {
  // Loaded when it is called for: making the sample takes modules that nothing else needs.
  const { variedPostings } = await import("./sample/vary.ts");
  for (const { posting } of variedPostings()) yield posting;
}

/** Whether any of a market is invented. Every question says so: it is looked for once for as long as nothing is written. */
export function isSample(market: Market): Promise<boolean> {
  return market.kept("sample", async () => (await market.rows(`FROM posting SELECT 1 WHERE source = '${sampleSource}' LIMIT 1`)).length > 0);
}

/** Removes the invented sample; how many postings went. */
export async function dropSample(connection: DuckDBConnection): Promise<number> {
  const sample = `SELECT key FROM posting WHERE source = '${sampleSource}'`;
  const found = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM (${sample})`);
  const n = found.getRowsJS()[0]![0] as number;
  if (n === 0) return 0;
  for (const table of readingTables) await connection.run(`DELETE FROM ${table} WHERE key IN (${sample})`);
  await connection.run(`DELETE FROM posting WHERE source = '${sampleSource}'`);
  return n;
}
