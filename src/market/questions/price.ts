import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { type Rates, RatesUsed, ratesOf } from "../rates.ts";
import { drawsFor, type Estimate as Estimated, quantilesBy, type Stated } from "../statistics/quantiles.ts";
import { intervalOf, replicate } from "../statistics/replicate.ts";
import { shareOfEmployers } from "../statistics/share.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, currencyOf, hiddenPay, paysSql, queriesOf, Share, sizeOf } from "./answer.ts";
import { archivesOf } from "./archives.ts";
import { inCents } from "./cents.ts";
import { Currency, Cut, cutFlags, listOf, type Where, whereOfAi } from "./cut.ts";
import { MedianOpen, medianOpenOf } from "./overview.ts";
import { Estimate } from "./pay.ts";
import { factorsTo, indexOf, rateKnown, ratesLine, ratesUsed } from "./pay-cells.ts";
import { priceLines } from "./price-lines.ts";
import { defineQuestion } from "./question.ts";
import { idsOf, Requirement, requirementForms, requirementText } from "./requirement.ts";
import { type Masked, type Masks, masksOf, type SideCounts, type SideDay, sideDaysQuery, sidesQuery } from "./sides.ts";

/** Which requirements a vacancy meets is one number, bit by bit. */
const mostRequirements = 30;

/** The vacancies on one side of a requirement: how many, of how many employers, their median pay, and how long half of them stay open. */
const PriceSide = z.object({ n: z.number(), employers: z.number(), pay: z.object({ median: Estimate.nullable(), n: z.number(), employers: z.number(), hidden: z.string().nullable() }), timeOpen: MedianOpen });
export type PriceSide = z.infer<typeof PriceSide>;

/**
 * A requirement: the vacancies of the cut that ask for it and those that do not, `unknown` of which cannot be told. `share` is the part that asks, of those that can be told.
 * `payDifference`: the median with it less the median without, with its interval; null, with the reason in `hidden`, where either is not shown.
 */
export const PriceRow = z.object({
  requirement: z.string(),
  name: z.string(),
  share: Share.nullable(),
  with: PriceSide,
  without: PriceSide,
  unknown: z.number(),
  /** Distinct employers on both sides, of all vacancies and of those that state pay: large ones are on both. */
  employers: z.number(),
  payEmployers: z.number(),
  payDifference: Estimate.nullable(),
  hidden: z.string().nullable(),
});
export type PriceRow = z.infer<typeof PriceRow>;

export const PriceQuestion = Cut.extend({ require: listOf(Requirement).refine((list) => list.length <= mostRequirements, `takes ${mostRequirements} requirements at most`), convert: Currency.nullish().transform((code) => code ?? null) });
export type PriceQuestion = z.infer<typeof PriceQuestion>;

/** Pay is one figure a vacancy, of what is not said to be a total, in `currency`. */
const PriceAnswer = answerOf(PriceRow).extend({ currency: z.string(), kind: z.literal("not total"), rates: RatesUsed.nullable() });
type PriceAnswer = Answer<PriceRow> & { currency: string; kind: "not total"; rates: RatesUsed | null };

/** Where none is named: what the cut requires most, and what else is usual. */
const usual: readonly Requirement[] = ["years:5", "degree:bachelor", "degree:master", "production", "workplace:onsite", "visa:refused"];
const usualSkills = 8;

/** What each requirement goes with: more or fewer vacancies, higher or lower pay, longer or shorter searches. It does not say why: who asks for much may be another kind of employer. */
export async function askPrice(market: Market, question: PriceQuestion): Promise<PriceAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const rates = ratesOf(market.dir);
  rateKnown(rates, question.convert);
  const [currency, named, archives] = await Promise.all([question.convert ?? currencyOf(market, cut), question.require.length > 0 ? question.require : usualOf(market, where), archivesOf(market)]);
  const masks = masksOf(named);
  const pays = paysQuery(where, masks, question.convert, currency, rates);
  const [sides, lives] = [sidesQuery(where, masks), sideDaysQuery(where, archives, masks)];
  const [size, names, counted, paid, lived] = await Promise.all([
    sizeOf(market, where),
    namesOf(market, named),
    market.rows<SideCounts>(sides.sql, sides.values),
    market.rows<Paid>(pays.sql, pays.values),
    market.rows<SideDay>(lives.sql, lives.values),
  ]);
  const rows = named.map((requirement, i): PriceRow => priceOf(i, { counted, paid, lived }, { requirement, name: requirementText(requirement, (id) => names.get(id) ?? id) }));
  const query = queriesOf([
    { of: "vacancies of each employer that ask for each requirement, by its place, and that do not", ...sides },
    { of: "pay: bits say which requirements are met, and of which it is told", ...pays },
    { of: "days on which vacancies of both sides came under watch, left it, and ended", ...lives },
  ]);
  return { ...answered(cut, size, rows, query), currency, kind: "not total", rates: await ratesUsed(market, where, question.convert, rates) };
}

type Paid = Masked & { employer: string | null; n: number; yearly: number };

/** One figure a vacancy, converted where asked before their mean is taken. */
function paysQuery(where: Where, masks: Masks, convert: string | null, currency: string, rates: Rates): { sql: string; values: Record<string, DuckDBValue> } {
  const pays = convert === null ? paysSql() : `SELECT any_value(COLUMNS(cut.* EXCLUDE (currency, yearly))), round(avg(cut.yearly * factor), 0) AS yearly FROM (${paysSql({ ofOne: false })}) cut JOIN (VALUES ${factorsTo(convert, rates)}) rate (code, factor) ON rate.code = cut.currency GROUP BY cut.key`;
  const sql = `WITH cut AS NOT MATERIALIZED (SELECT key, employer, wage_currency, wage, more_wages, ${masks.columns} FROM vacancy r WHERE ${where.sql})
SELECT name AS employer, met, told, yearly, n FROM (SELECT employer, met, told, yearly, count(*)::INTEGER AS n FROM (${pays}) GROUP BY ALL) c LEFT JOIN employer ON number = c.employer ORDER BY yearly, name, met, told`;
  return { sql, values: { ...where.values, ...masks.values, ...(convert === null ? { currency } : {}) } };
}

async function usualOf(market: Market, where: Where): Promise<Requirement[]> {
  const rows = await market.rows<{ id: string }>(
    `SELECT id FROM (SELECT unnest(r.skills) AS number, unnest(r.needs) AS need FROM vacancy r WHERE ${where.sql}) JOIN skill USING (number) WHERE need = 'required' GROUP BY id ORDER BY count(*) DESC, id LIMIT ${usualSkills}`,
    where.values,
  );
  return [...rows.map(({ id }) => `skill:${id}`), ...usual];
}

async function namesOf(market: Market, requirements: readonly Requirement[]): Promise<Map<string, string>> {
  const ids = [...new Set(requirements.flatMap(idsOf))];
  if (ids.length === 0) return new Map();
  const rows = await market.rows<{ id: string; name: string }>(`SELECT id, name FROM skill WHERE id IN (${ids.map((_, i) => `$id${i}`).join(", ")})`, Object.fromEntries(ids.map((id, i) => [`id${i}`, id])));
  return new Map(rows.map(({ id, name }) => [id, name]));
}

type Found = { counted: readonly SideCounts[]; paid: readonly Paid[]; lived: readonly SideDay[] };

function priceOf(i: number, { counted, paid, lived }: Found, head: Pick<PriceRow, "requirement" | "name">): PriceRow {
  const bit = 2 ** i;
  const [withIt, without] = ([true, false] as const).map((met) => {
    const own = counted.map((row) => ({ employer: row.employer, n: (met ? row[`with${i}`] : row[`without${i}`])! })).filter(({ n }) => n > 0);
    const days = lived.filter((day) => day.requirement === i && day.met === met);
    return { n: sum(own), employers: employersOf(own), counted: own, paid: paid.filter((row) => (row.told & bit) !== 0 && ((row.met & bit) !== 0) === met), timeOpen: medianOpenOf(days, days[0]?.employers ?? 0) };
  }) as [Side, Side];
  const [payWith, payWithout, difference] = paysOf(withIt.paid, without.paid);
  const hidden = payWith.hidden !== null ? `with it: ${payWith.hidden}` : payWithout.hidden !== null ? `without it: ${payWithout.hidden}` : null;
  return {
    ...head,
    share: shareOf(withIt.counted, without.counted),
    with: { n: withIt.n, employers: withIt.employers, pay: payWith, timeOpen: withIt.timeOpen },
    without: { n: without.n, employers: without.employers, pay: payWithout, timeOpen: without.timeOpen },
    unknown: sum(counted) - withIt.n - without.n,
    employers: employersOf([...withIt.counted, ...without.counted]),
    payEmployers: employersOf([...withIt.paid, ...without.paid]),
    payDifference: hidden === null ? difference : null,
    hidden,
  };
}

type Side = { n: number; employers: number; counted: Sized[]; paid: Paid[]; timeOpen: MedianOpen };
type Sized = { employer: string | null; n: number };

function sum(rows: readonly { n: number }[]): number {
  return rows.reduce((all, row) => all + row.n, 0);
}

function employersOf(rows: readonly { employer: string | null }[]): number {
  return new Set(rows.flatMap((row) => row.employer ?? [])).size;
}

/** The part that asks for it. */
function shareOf(withIt: readonly Sized[], without: readonly Sized[]): Share | null {
  const employers = new Map<string | null, { hits: number; n: number }>();
  for (const [rows, asks] of [[withIt, 1], [without, 0]] as const) {
    for (const { employer, n } of rows) {
      const one = employers.get(employer) ?? { hits: 0, n: 0 };
      employers.set(employer, { hits: one.hits + n * asks, n: one.n + n });
    }
  }
  return shareOfEmployers([...employers.values()]);
}

/** Both medians and their difference, of the same draws: large employers are on both sides. */
function paysOf(withIt: readonly Paid[], without: readonly Paid[]): [PriceSide["pay"], PriceSide["pay"], Estimated | null] {
  const employers = indexOf([...withIt, ...without].map((row) => row.employer));
  const medians = [withIt, without].map((rows) => {
    const stated = rows.map((row): Stated => ({ employer: employers.get(row.employer)!, value: row.yearly, n: row.n }));
    const median = quantilesBy(stated, [0.5]);
    return (times?: Uint16Array): number | null => (stated.length === 0 ? null : median(times)[0]!);
  });
  const figures = (times?: Uint16Array): [number | null, number | null, number | null] => {
    const [a, b] = [medians[0]!(times), medians[1]!(times)];
    return [a, b, a === null || b === null ? null : a - b];
  };
  const drawn = replicate(employers.size, figures, drawsFor(withIt.length + without.length));
  const values = figures();
  const estimate = (i: 0 | 1 | 2): Estimated | null => {
    const interval = values[i] === null ? null : intervalOf(drawn.map((one) => one[i]), employers.size);
    return values[i] === null ? null : inCents({ value: values[i]!, low: interval?.[0] ?? null, high: interval?.[1] ?? null });
  };
  const side = (rows: readonly Paid[], i: 0 | 1): PriceSide["pay"] => {
    const [n, named] = [sum(rows), employersOf(rows)];
    const hidden = hiddenPay(n, named);
    return { median: hidden === null ? estimate(i) : null, n, employers: named, hidden };
  };
  return [side(withIt, 0), side(without, 1), estimate(2)];
}

const notes = "Vacancies that ask for it; below, median yearly pay with it and\nwithout, and days until half have ended, with 95 % intervals and n. What goes\nwith a requirement need not come of it: see premiums.";

export const priceQuestion = defineQuestion({
  about: "The price of requirements: vacancies, pay and time open with and without each",
  asks: PriceQuestion,
  flags: { ...cutFlags, require: { value: "WHAT", many: true, about: `these requirements: ${requirementForms}` }, convert: { value: "CODE", about: "into this currency, at the newest rates there are (strata rates)" } },
  answer: PriceAnswer,
  ask: askPrice,
  title: "The price of requirements",
  columns: [
    { name: "requirement", kind: "text", head: "requirement", of: (row) => row.requirement, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    { name: "n", kind: "count", head: "n", of: (row) => row.with.n },
    { name: "employers", kind: "count", head: "empl.", of: (row) => row.with.employers },
    { name: "share", kind: "share", head: "%", of: (row) => row.share },
    { name: "n_without", kind: "count", of: (row) => row.without.n },
    { name: "employers_without", kind: "count", of: (row) => row.without.employers },
    { name: "unknown", kind: "count", of: (row) => row.unknown },
    { name: "pay", kind: "estimate", of: (row) => row.with.pay.median },
    { name: "pay_n", kind: "count", of: (row) => row.with.pay.n },
    { name: "pay_without", kind: "estimate", of: (row) => row.without.pay.median },
    { name: "pay_without_n", kind: "count", of: (row) => row.without.pay.n },
    { name: "pay_difference", kind: "estimate", of: (row) => row.payDifference },
    { name: "days", kind: "number", of: (row) => row.with.timeOpen.medianDays },
    { name: "days_low", kind: "number", of: (row) => row.with.timeOpen.low },
    { name: "days_high", kind: "number", of: (row) => row.with.timeOpen.high },
    { name: "days_n", kind: "count", of: (row) => row.with.timeOpen.n },
    { name: "days_without", kind: "number", of: (row) => row.without.timeOpen.medianDays },
    { name: "days_without_low", kind: "number", of: (row) => row.without.timeOpen.low },
    { name: "days_without_high", kind: "number", of: (row) => row.without.timeOpen.high },
    { name: "days_without_n", kind: "count", of: (row) => row.without.timeOpen.n },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  below: (row, { currency }) => priceLines(row, currency),
  notes,
  notesOf: ({ currency, rates }) => [notes, `Pay in ${currency}, what is not said to be a total.`, ...ratesLine(rates)].join("\n"),
});
