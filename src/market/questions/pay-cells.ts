import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { dayNumber } from "../../lib/day.ts";
import { extentOf } from "../../lib/extent.ts";
import { daysOlder } from "../../terms/days-older.ts";
import type { PayKind } from "../../terms/pay.ts";
import { bandOf, type Estimate, type Stated } from "../statistics/quantiles.ts";
import { QuestionRefused } from "../problems.ts";
import type { Rates, RatesUsed } from "../rates.ts";
import type { Market } from "../store.ts";
import type { Query } from "./answer.ts";
import { cents, inCents } from "./cents.ts";
import type { Where } from "./cut.ts";
import { type Grouping, groups, scanOf } from "./group.ts";

/** `n` postings of one employer in one group that state the same pay: the middle of the range, and its ends. */
export type PayCell = { group: string; kind: PayKind; currency: string; employer: string | null; yearly: number; low: number; high: number; n: number };

type Asked = { by: Grouping; currency: string | null; kind: readonly PayKind[]; convert: string | null; rates: Rates };

/** Pay of a group's postings: quantiles of the middles with their intervals, and how wide ranges are set. `largest` is the largest employer's part of the postings. */
export type Band = { n: number; employers: number; largest: number; quantiles: (Estimate | null)[]; low: number; high: number };

const bandProbabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/**
 * One figure a posting, kind and currency: the mean of its closed ranges, set on a year of full-time work (terms/pay.ts). Equal figures of one employer are one row,
 * which is what keeps the drawing of employers cheap. Converted figures are whole units.
 */
export function payCellsQuery(where: Where, { by, currency, kind, convert, rates }: Asked): { sql: string; values: Record<string, DuckDBValue> } {
  const { column, list, told } = groups[by];
  const kinds = ofKind(kind);
  const conditions = [...(currency === null || convert !== null ? [] : ["p.currency = $currency"]), ...kinds.sql];
  const stated = convert === null ? statedPays(conditions) : convertedPays(conditions, convert, rates);
  const sql = `WITH cut AS (SELECT * FROM ${scanOf(where, list)}),
  pays AS (${stated}),
  cells AS (SELECT ${column} AS "group", r.kind, r.currency, r.employer, yearly, low, high, count(*)::INTEGER AS n FROM pays r GROUP BY ALL)
SELECT ${told('"group"')} AS "group", c.kind::VARCHAR AS kind, c.currency, name AS employer, yearly, low, high, n
FROM cells c LEFT JOIN employer ON number = c.employer ORDER BY "group", kind, currency, yearly, name, low, high`;
  return { sql, values: { ...where.values, ...(currency === null || convert !== null ? {} : { currency }), ...kinds.values, ...(convert === null ? {} : { convert }) } };
}

const converted = (figure: string): string => `round(avg(${figure} * rate.factor), 0)`;

function statedPays(conditions: readonly string[]): string {
  return `SELECT * EXCLUDE p, p.kind, p.currency, p.yearly, p.low, p.high FROM (SELECT *, unnest(pays) AS p FROM cut)${whereAll(conditions)}`;
}

function whereAll(conditions: readonly string[]): string {
  return conditions.length === 0 ? "" : ` WHERE ${conditions.join(" AND ")}`;
}

/** Ranges are converted before their mean is taken: a vacancy may state them in several currencies. */
function convertedPays(conditions: readonly string[], convert: string, rates: Rates): string {
  return `SELECT cut.*, p.kind, $convert AS currency, yearly, low, high FROM cut JOIN (
    SELECT p.key, p.kind, ${converted("p.yearly")} AS yearly, ${converted("p.min * p.yearly * 2 / (p.min + p.max)")} AS low, ${converted("p.max * p.yearly * 2 / (p.min + p.max)")} AS high
    FROM reading_pay p JOIN (VALUES ${factorsTo(convert, rates)}) rate (currency, factor) ON rate.currency = p.currency WHERE ${["p.key IN (SELECT key FROM cut)", "p.yearly IS NOT NULL", "p.min + p.max > 0", ...conditions].join(" AND ")} GROUP BY p.key, p.kind) p USING (key)`;
}

/** `('GBP', 1.2529…), …`: both parts come out of a table that was checked (rates.ts), letters and numbers only. */
export function factorsTo(currency: string, rates: Rates): string {
  const to = rates.perEuro.get(currency)!;
  return [...rates.perEuro].map(([from, rate]) => `('${from}', ${to / rate})`).join(", ");
}

export const Unconverted = z.array(z.object({ currency: z.string(), n: z.number() })).describe("currencies without a rate, and how many vacancies of the cut state pay in them that the figures would have used");
export type Unconverted = z.infer<typeof Unconverted>;

/** The currencies of a count (`paidQuery`, `statedSql`) for which there is no rate. */
export async function withoutRate(market: Market, { sql, values }: Query, rates: Rates): Promise<Unconverted> {
  const rows = await market.rows<{ currency: string; n: number }>(sql, values);
  return rows.filter(({ currency }) => !rates.perEuro.has(currency));
}

/** In which currencies the vacancies of a cut state the pay that figures of these kinds are made of, and how many. */
export function paidQuery(where: Where, kind: readonly PayKind[]): Query {
  const { sql, values } = ofKind(kind);
  return { sql: `SELECT p.currency, count(DISTINCT key)::INTEGER AS n FROM (SELECT r.key, unnest(r.pays) AS p FROM vacancy r WHERE ${where.sql})${whereAll(sql)} GROUP BY 1 ORDER BY n DESC, 1`, values: { ...where.values, ...values } };
}

/** Only pay of these kinds; of all where none is named. */
function ofKind(kind: readonly PayKind[]): { sql: string[]; values: Record<string, string> } {
  return { sql: kind.length === 0 ? [] : [`p.kind IN (${kind.map((_, i) => `$kind${i}`).join(", ")})`], values: Object.fromEntries(kind.map((one, i) => [`kind${i}`, one])) };
}

/** What was converted, at which rates, and how far those lie behind the vacancies of the cut. */
export async function ratesUsed(market: Market, where: Where, convert: string | null, { date, source }: Rates): Promise<RatesUsed | null> {
  if (convert === null) return null;
  const [row] = await market.rows<{ newest: string | null }>(`SELECT max(r.opened)::VARCHAR AS newest FROM vacancy r WHERE ${where.sql}`, where.values);
  const { newest } = row!;
  return { to: convert, date, source, newest, olderDays: newest === null ? 0 : Math.max(0, dayNumber(newest) - dayNumber(date)) };
}

/** Refuses a currency that the rates do not name. */
export function rateKnown(rates: Rates, currency: string | null): void {
  if (currency === null || rates.perEuro.has(currency)) return;
  throw new QuestionRefused(`There is no rate for ${currency} on ${rates.date}. There are rates for ${[...rates.perEuro.keys()].toSorted().join(", ")}; newer ones are taken in with: strata rates FILE`);
}

/** What a reader of converted figures must know, in lines of a terminal. */
export function ratesLine(rates: RatesUsed | null, unconverted: Unconverted = []): string[] {
  if (rates === null) return [];
  const left = unconverted.length === 0 ? [] : [`Without a rate, left out: ${unconverted.slice(0, 5).map(({ currency, n }) => `${currency} (${n})`).join(", ")}.`];
  const older = rates.olderDays === 0 ? [] : [`${olderText(rates)}.`, "Take in newer ones with: strata rates FILE"];
  return [`Converted into ${rates.to} at rates of ${rates.date} (${rates.source}).`, ...older, ...left];
}

/** `"The rates are 455 days older than the newest vacancy (2026-03-31)"` */
export function olderText({ olderDays, newest }: RatesUsed): string {
  return `The rates are ${daysOlder(olderDays)} (${newest})`;
}

/** The band of one group's cells. Postings that name no employer are taken as one employer's, and counted as none's. */
export function bandOfCells(cells: readonly PayCell[]): Band {
  const employers = indexOf(cells.map(({ employer }) => employer));
  const stated = cells.map(({ employer, yearly, n }): Stated => ({ employer: employers.get(employer)!, value: yearly, n }));
  const sizes = new Float64Array(employers.size);
  for (const one of stated) sizes[one.employer]! += one.n;
  const n = sizes.reduce((sum, one) => sum + one, 0);
  return {
    n,
    employers: employers.size - (employers.has(null) ? 1 : 0),
    largest: extentOf(sizes)!.most / n,
    quantiles: bandOf(stated, bandProbabilities, employers.size).map((one) => inCents(one)),
    low: cents(medianOf(cells, n, (cell) => cell.low)),
    high: cents(medianOf(cells, n, (cell) => cell.high)),
  };
}

/** The median over all `n` postings of the cells. */
function medianOf(cells: readonly PayCell[], n: number, of: (cell: PayCell) => number): number {
  const sorted = cells.toSorted((a, b) => of(a) - of(b));
  const [below, above] = [(n - 1) >> 1, n >> 1];
  let seen = 0;
  let lower: number | null = null;
  for (const cell of sorted) {
    seen += cell.n;
    if (seen > below) lower ??= of(cell);
    if (seen > above) return (lower! + of(cell)) / 2;
  }
  throw new RangeError("a median of no posting");
}

/** Names by their first place: a number for each. */
export function indexOf<T>(names: Iterable<T>): Map<T, number> {
  const places = new Map<T, number>();
  for (const name of names) if (!places.has(name)) places.set(name, places.size);
  return places;
}
