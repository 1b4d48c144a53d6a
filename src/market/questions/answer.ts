import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { wilson } from "../../lib/wilson.ts";
import { AbsentName } from "../../terms/market-name.ts";
import { isSample } from "../sample.ts";
import type { Market } from "../store.ts";
import { inCents } from "./cents.ts";
import { Cut, type Where, whereOf } from "./cut.ts";

/** Pay of fewer employers than this is hidden: it would be their pay, not the market's. */
const fewestEmployers = 5;

/** A part of `n` with Wilson's 95 % interval. */
export const Share = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Share = z.infer<typeof Share>;

export function shareOf(hits: number, n: number): Share | null {
  if (n === 0) return null;
  const [low, high] = wilson(hits, n);
  return { value: hits / n, low, high };
}

/** A median of yearly pay in `currency` with its 95 % interval; null, with the reason in `hidden`, where too few state theirs. Of work outside the five layers, most of a market, no interval is drawn. */
export const PayMedian = z.object({ value: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), currency: z.string(), n: z.number(), employers: z.number(), hidden: z.string().nullable() });
export type PayMedian = z.infer<typeof PayMedian>;

/** How many rows an answer may have, from the command line or a URL. */
export function limitOf(most: number) {
  const error = `must be a whole number from 1 to ${most}`;
  return z.coerce.number({ error }).int({ error }).min(1, { error }).max(most, { error }).default(50);
}

export const Absent = z.array(AbsentName).describe("skills and cities of the cut that are known, and that no vacancy of this market names");

/** The question as asked and answered: what it looked at, how many vacancies (`postings`: each by the posting that stands for it) and employers stand behind it, and the query itself. */
export function answerOf<Row extends z.ZodType>(row: Row) {
  return z.object({ cut: Cut, postings: z.number().describe("vacancies of the cut, each by the posting that stands for it"), employers: z.number(), sample: z.boolean(), rows: z.array(row), sql: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])), absent: Absent });
}
export type Answer<Row> = { cut: Cut; postings: number; employers: number; sample: boolean; rows: Row[]; sql: string; values: Record<string, string | number> };

/** Of the vacancies of an answer those inside the five layers, and the employers of these. */
export const Inside = z.object({ postings: z.number(), employers: z.number() });
export type Inside = z.infer<typeof Inside>;

/** An answer whose question named skills, cities or employers as people write them (ask.ts). */
export type WithAbsent<Found> = Found & { absent: AbsentName[] };

/** What is asked of the store: the query, and the values of its parameters. */
export type Query = { sql: string; values: Record<string, DuckDBValue> };

/** The queries behind an answer that is put together of several: one after the other, each under the figures that come of it. What they share by name they share by value, as all are of one cut. */
export function queriesOf(parts: readonly (Query & { of: string })[]): Query {
  return { sql: parts.map(({ of, sql }) => `-- ${of}\n${sql}`).join(";\n\n"), values: Object.assign({}, ...parts.map(({ values }) => values)) as Query["values"] };
}

/** Rows of a question with what stands behind them. The values of questions are texts and numbers only. */
export function answered<Row>(cut: Cut, { postings, employers, sample }: Omit<Size, "stated">, rows: Row[], { sql, values }: Query): Answer<Row> {
  return { cut, postings, employers, sample, rows, sql, values: values as Answer<Row>["values"] };
}

/**
 * The postings of `cut` with one yearly figure each: the mean of the middles of its closed ranges in $currency, or, not `ofOne`, in each currency it states. Totals (with bonus or equity) are another thing than base pay;
 * what is stated per hour, day, week or month is set on a year of full-time work (terms/pay.ts).
 * Means are rounded here and in the questions: DuckDB sums in parallel, in an order that differs from run to run, and the last digits with it.
 */
export function paysSql({ ofOne }: { ofOne: boolean } = { ofOne: true }): string {
  const [kept, code] = ["* EXCLUDE (wage_currency, wage, more_wages)", "(SELECT code FROM currency c WHERE c.number ="];
  const wanted = (number: string): string => (ofOne ? ` WHERE ${number} = (SELECT number FROM currency WHERE code = $currency)` : ` WHERE ${number} IS NOT NULL`);
  const told = (number: string): string => (ofOne ? "$currency" : `${code} ${number})`);
  return `SELECT ${kept}, ${told("wage_currency")} AS currency, wage AS yearly FROM cut${wanted("wage_currency")}
    UNION ALL SELECT * EXCLUDE (wage_currency, wage, more_wages, more), ${told("more.currency")}, more.yearly FROM (SELECT *, unnest(more_wages) AS more FROM cut)${wanted("more.currency")}`;
}

/** In which currencies the vacancies of a cut state any pay, or, by `wage_currency`, pay that is not said to be a total, and how many. */
export function statedSql(where: Where, of: "stated" | "wage_currency" = "stated"): string {
  return `SELECT code AS currency, sum(n)::INTEGER AS n FROM (
  SELECT r.${of} AS number, count(*) AS n FROM vacancy r WHERE ${where.sql} GROUP BY 1
  UNION ALL SELECT r.${of}, count(*) FROM vacancy_more r WHERE ${where.sql} GROUP BY 1) JOIN currency USING (number) GROUP BY code ORDER BY n DESC, code`;
}

/** The currency that most postings of the cut state their pay in; USD where none does. */
export async function currencyOf(market: Market, cut: Cut): Promise<string> {
  if (cut.currency !== null) return cut.currency;
  const where = whereOf(cut);
  const [row] = await market.rows<{ currency: string }>(`${statedSql(where)} LIMIT 1`, where.values);
  return row?.currency ?? "USD";
}

/** `stated`: how many of the postings state any yearly pay. */
type Size = { postings: number; employers: number; stated: number; sample: boolean };

/** How large a cut is: postings, and employers by name, and how many state pay; and whether any of the market is the sample. Counted once a cut: every question of a page asks for it. */
export async function sizeOf(market: Market, where: Where): Promise<Size> {
  const [counted, sample] = await Promise.all([
    market.kept(`size ${where.sql} ${JSON.stringify(where.values)}`, () => countedOf(market, where)),
    isSample(market),
  ]);
  return { ...counted, sample };
}

/** Vacancies are counted by employer: a third cheaper than distinct employers beside all vacancies. */
async function countedOf(market: Market, where: Where): Promise<Omit<Size, "sample">> {
  const [row] = await market.rows<Omit<Size, "sample">>(
    `SELECT coalesce(sum(n), 0)::INTEGER AS postings, count(employer)::INTEGER AS employers, coalesce(sum(stated), 0)::INTEGER AS stated
     FROM (SELECT r.employer, count(*) AS n, count(r.stated) AS stated FROM vacancy r WHERE ${where.sql} GROUP BY r.employer)`,
    where.values,
  );
  return row!;
}

/** `interval`: what was drawn around the median, null where nothing was. */
export function payMedian(currency: string, value: number | null, interval: { low: number | null; high: number | null } | null, n: number, employers: number): PayMedian {
  const hidden = hiddenPay(n, employers);
  const shown = hidden === null && value !== null ? inCents({ value, low: interval?.low ?? null, high: interval?.high ?? null }) : { value: null, low: null, high: null };
  return { ...shown, currency, n, employers, hidden };
}

/** Why a figure of pay is not shown; null where it may be. */
export function hiddenPay(n: number, employers: number): string | null {
  if (n === 0) return "no vacancy states it";
  return employers < fewestEmployers ? `${employers} of ${fewestEmployers} employers` : null;
}
