import { z } from "zod";
import { engine } from "../../reading/read.ts";
import { sampleSource } from "../sample.ts";
import type { Market } from "../store.ts";

/** What the market holds. `ai` is postings inside the five layers; `outdated` were read by another version of the reader; `first` and `last` are days of posting; `countries` most frequent first. */
export const Totals = z.object({
  postings: z.number(),
  ai: z.number(),
  employers: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  sources: z.number(),
  sample: z.boolean(),
  outdated: z.number(),
  countries: z.array(z.object({ country: z.string(), n: z.number() })),
});
export type Totals = z.infer<typeof Totals>;

export async function askTotals(market: Market): Promise<Totals> {
  const [row] = await market.rows<Totals>(
    `SELECT count(*)::INTEGER AS postings, count(*) FILTER (layer <> 'outside')::INTEGER AS ai, count(DISTINCT employer)::INTEGER AS employers, min(posted)::VARCHAR AS first, max(posted)::VARCHAR AS last,
       (SELECT count(DISTINCT source)::INTEGER FROM posting) AS sources, EXISTS (FROM posting WHERE source = '${sampleSource}') AS sample, count(*) FILTER (engine <> $engine)::INTEGER AS outdated,
       coalesce((SELECT list({'country': country, 'n': n} ORDER BY n DESC, country) FROM (
         SELECT country, count(DISTINCT key)::INTEGER AS n FROM reading_place WHERE country IS NOT NULL GROUP BY country)), []) AS countries
     FROM reading`,
    { engine },
  );
  return row!;
}
