import { z } from "zod";
import type { PayKind } from "../../terms/pay.ts";
import type { Rates } from "../rates.ts";
import type { Market } from "../store.ts";
import type { Query } from "./answer.ts";
import type { Where } from "./cut.ts";
import { notSaid, scanOf } from "./group.ts";
import { factorsTo } from "./pay-cells.ts";
import { currencyNumbers } from "./role-pays.ts";

/** A posting whose pay is explained. `skills` are the names of those that the question looks at. */
export type PayPosting = { employer: string | null; role: string; layer: string; seniority: string; country: string; region: string; domain: string; kind: PayKind; opened: string | null; years: number | null; yearly: number; skills: string[] };

/** How many vacancies of the cut were drawn by lot, `of` how many whose pay can be explained: no total, in a currency with a rate; null where all were looked at. */
export const Drawn = z.object({ n: z.number(), of: z.number() }).nullable().describe("of so many vacancies of the cut that state pay that is no total, in a currency with a rate, so many were drawn by lot, for which the figures hold; null where none had to be left out");
export type Drawn = z.infer<typeof Drawn>;

type Asked = { convert: string; rates: Rates; skills: "named" | "none" };

/** A fit holds a row a vacancy, for some 60 µs and 8 KB each: of more than so many (what two million readings do) as many are drawn, so that ten million take no longer. */
const mostPostings = 100_000;
/** Keys are hashes: their remainders by a prime are lots, the same on every machine. */
const lots = 10_007;

/**
 * The vacancies of a cut whose pay is explained, at most some `most`. Single vacancies are drawn, not employers: so most employers stay, whose number is what intervals rest on, each with its part.
 */
export async function payPostings(market: Market, where: Where, asked: Asked, most = mostPostings): Promise<{ postings: PayPosting[]; query: Query; drawn: Drawn }> {
  const [{ of }] = (await market.rows<{ of: number }>(`SELECT count(*)::INTEGER AS "of" FROM vacancy r WHERE ${where.sql} AND (${await explainable(market, asked.rates)})`, where.values)) as [{ of: number }];
  const query = payPostingsQuery(of <= most ? where : { sql: `${where.sql} AND r.key % ${lots} < $lots`, values: { ...where.values, lots: Math.floor((lots * most) / of) } }, asked);
  const postings = await market.rows<PayPosting>(query.sql, query.values);
  return { postings, query, drawn: of <= most ? null : { n: postings.length, of } };
}

/** Whether `payPostingsQuery` has a row of a vacancy `r`, by the figures that stand with it. */
async function explainable(market: Market, { perEuro }: Rates): Promise<string> {
  const known = `[${[...(await currencyNumbers(market))].flatMap(([code, number]) => (perEuro.has(code) ? number : [])).join(", ")}]::USMALLINT[]`;
  return `(r.wage > 0 AND list_contains(${known}, r.wage_currency)) OR len(list_filter(r.more_wages, lambda more: more.yearly > 0 AND list_contains(${known}, more.currency))) > 0`;
}

/** For people, in lines of at most 80 characters: `["489,211 vacancies state pay that is no total, in a currency with a rate;", "99,874 of them were drawn by lot: figures and n are of these."]`, or none. */
export function drawnLines(drawn: Drawn): string[] {
  if (drawn === null) return [];
  const [n, of] = [drawn.n, drawn.of].map((one) => one.toLocaleString("en-US"));
  return [`${of} vacancies state pay that is no total, in a currency with a rate;`, `${n} of them were drawn by lot: figures and n are of these.`];
}

/**
 * Base pay (or pay not said to be total) of each posting, one figure, converted into one currency: its logarithm is what is explained. A vacancy in several countries has
 * the country "several". `years` counts from the first day of 2020.
 */
export function payPostingsQuery(where: Where, { convert, rates, skills }: Asked): Query {
  const sql = `WITH rate (currency, factor) AS (VALUES ${factorsTo(convert, rates)}),
  pays AS (SELECT key, round(avg(yearly * factor), 0) AS yearly, min(kind) AS kind FROM reading_pay JOIN rate USING (currency) WHERE kind <> 'total' AND yearly > 0 AND key IN (SELECT r.key FROM vacancy r WHERE ${where.sql}) GROUP BY key),
  names AS (SELECT list(name ORDER BY number) AS of FROM skill)
SELECT employer.name AS employer, r.role, r.layer, coalesce(r.seniority::VARCHAR, '${notSaid}') AS seniority, ${["countries", "regions"].map((list) => `CASE len(r.${list}) WHEN 0 THEN '${notSaid}' WHEN 1 THEN r.${list}[1]::VARCHAR ELSE 'several' END AS ${list === "regions" ? "region" : "country"}`).join(", ")},
  coalesce(r.domain::VARCHAR, '${notSaid}') AS domain, pays.kind, r.opened::VARCHAR AS opened, date_diff('day', DATE '2020-01-01', r.opened) / 365.25 AS years, pays.yearly,
  ${skills === "named" ? "list_sort(list_distinct(list_transform(r.skills, lambda number: names.of[number])))" : "[]::VARCHAR[]"} AS skills
FROM ${scanOf(where)} JOIN pays USING (key) LEFT JOIN employer ON number = r.employer, names ORDER BY employer.name, r.key`;
  return { sql, values: where.values };
}
