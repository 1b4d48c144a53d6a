import { existsSync } from "node:fs";
import { keptPath } from "../../src/market/checkpoint.ts";
import { storePath } from "../../src/market/directory.ts";
import { openMarket } from "../../src/market/store.ts";

/** A posting as it is found in the store: the edition of its text, good fetches without it, and how often it stands there. */
export type Stored = { edition: number; missed: number; gone: boolean; rows: number; readings: number; editionRead: boolean };

/** What stands in the store, by source and id; when each source was fetched last; rows of readings that belong to no posting. */
export type MarketState = { postings: Map<string, Map<string, Stored>>; checked: Map<string, number>; orphans: number; notices: readonly string[] };

const readingTables = ["reading", "reading_place", "reading_pay", "reading_skill", "fingerprint", "vacancy"];

/** Vacancies that are not in the table of them, or in it though they are none. */
const unlike = "SELECT count(*)::INTEGER AS n FROM (SELECT key FROM reading WHERE key = vacancy AND role IS NOT NULL) r FULL JOIN vacancy v USING (key) WHERE r.key IS NULL OR v.key IS NULL";

/** Opens the market as the next command would, and looks. What a checkpoint that was cut off has left is put right by writers only. */
export async function lookAt(dir: string, readOnly: boolean): Promise<MarketState> {
  const market = await openMarket(dir, { readOnly: readOnly && !existsSync(keptPath(storePath(dir))) });
  try {
    const rows = await market.rows<{ source: string; id: string } & Stored>(
      `WITH read AS (SELECT key, count(*) AS n FROM reading GROUP BY key), prints AS (SELECT key, count(*) AS n FROM fingerprint GROUP BY key)
       SELECT source, id, max(regexp_extract(coalesce(description_html, description_text), 'edition (\\d+)', 1)::INTEGER) AS edition, max(missed)::INTEGER AS missed, bool_or(gone IS NOT NULL) AS gone,
         count(*)::INTEGER AS rows, max(greatest(coalesce(read.n, 0), coalesce(prints.n, 0)))::INTEGER AS readings, bool_and(coalesce(read.n, 0) > 0 AND coalesce(prints.n, 0) > 0) AS "editionRead"
       FROM posting LEFT JOIN read USING (key) LEFT JOIN prints USING (key) GROUP BY source, id`,
    );
    const postings = new Map<string, Map<string, Stored>>();
    for (const { source, id, ...stored } of rows) postings.set(source, (postings.get(source) ?? new Map<string, Stored>()).set(id, stored));
    const checked = await market.rows<{ name: string; at: number | null }>("SELECT name, epoch_ms(checked)::DOUBLE AS at FROM source");
    const orphans = await market.rows<{ n: number }>(readingTables.map((table) => `SELECT count(*)::INTEGER AS n FROM ${table} WHERE key NOT IN (SELECT key FROM posting)`).concat(unlike).join(" UNION ALL "));
    return { postings, checked: new Map(checked.map(({ name, at }) => [name, at ?? 0])), orphans: orphans.reduce((sum, { n }) => sum + n, 0), notices: market.notices };
  } finally {
    await market.close();
  }
}
