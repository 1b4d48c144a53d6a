import type { Market } from "../store.ts";

/** Sources that list closed postings too, by name. */
export type Archives = readonly string[];

/** Files, most of all: one posting in twenty and more had ended before it was first seen. Found once for as long as the market does not change, as all its postings are looked at. */
export async function archivesOf(market: Market): Promise<Archives> {
  return market.kept("archives", async () => {
    const rows = await market.rows<{ source: string }>("SELECT source FROM posting GROUP BY source HAVING count(*) FILTER (closed <= first_seen) >= 0.05 * count(*) ORDER BY source");
    return rows.map(({ source }) => source);
  });
}
