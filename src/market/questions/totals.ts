import { z } from "zod";
import { engine } from "../../reading/read.ts";
import { otherNames } from "../../reading/places/city-names.ts";
import { isSample } from "../sample.ts";
import type { Market } from "../store.ts";

const mostCities = 400;

/** What the market holds. `vacancies`: what its postings advertise, copies and reposts as one, as in every other figure; `ai` of them inside the five layers; `outdated` were read by another version of the reader; `first` and `last` are days of posting; `countries` and `cities` with their vacancies, most frequent first, of cities so many, each with its names in other languages and spellings. */
export const Totals = z.object({
  postings: z.number(),
  vacancies: z.number(),
  ai: z.number(),
  employers: z.number(),
  first: z.string().nullable(),
  last: z.string().nullable(),
  sources: z.number(),
  sample: z.boolean(),
  outdated: z.number(),
  countries: z.array(z.object({ country: z.string(), n: z.number() })),
  cities: z.array(z.object({ city: z.string(), country: z.string().nullable(), n: z.number(), also: z.array(z.string()) })),
});
export type Totals = z.infer<typeof Totals>;

export async function askTotals(market: Market): Promise<Totals> {
  const counted = market.rows<Omit<Totals, "sample">>(
    `SELECT count(*)::INTEGER AS postings, (SELECT count(*)::INTEGER FROM vacancy) AS vacancies, (SELECT count(*)::INTEGER FROM vacancy WHERE layer <> 'outside'::layer) AS ai, count(DISTINCT employer)::INTEGER AS employers, min(posted)::VARCHAR AS first, max(posted)::VARCHAR AS last,
       (SELECT count(DISTINCT source)::INTEGER FROM posting) AS sources, count(*) FILTER (engine <> $engine)::INTEGER AS outdated,
       coalesce((SELECT list({'country': country, 'n': n} ORDER BY n DESC, country) FROM (
         SELECT country, count(DISTINCT vacancy)::INTEGER AS n FROM reading_place WHERE country IS NOT NULL GROUP BY country)), []) AS countries,
       coalesce((SELECT list({'city': city, 'country': country, 'n': n} ORDER BY n DESC, city, country) FROM (
         SELECT city, country, count(DISTINCT vacancy)::INTEGER AS n FROM reading_place WHERE city IS NOT NULL GROUP BY city, country ORDER BY n DESC, city, country LIMIT ${mostCities})), []) AS cities
     FROM reading`,
    { engine },
  );
  const [[row], sample] = await Promise.all([counted, isSample(market)]);
  return { ...row!, sample, cities: row!.cities.map((city) => ({ ...city, also: otherNames(city.city, city.country) })) };
}
