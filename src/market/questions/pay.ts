import { z } from "zod";
import { PayKind } from "../../terms/pay.ts";
import { roundMoney } from "../../lib/money.ts";
import { RatesUsed, ratesOf } from "../rates.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, hiddenPay, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { Currency, Cut, cutFlags, listOf, whereOfAi } from "./cut.ts";
import { Grouping, groupingFlag } from "./group.ts";
import { bandOfCells, paidQuery, type PayCell, payCellsQuery, rateKnown, ratesLine, ratesUsed, Unconverted, withoutRate } from "./pay-cells.ts";
import { defineQuestion } from "./question.ts";

export const Estimate = z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() });

/** Yearly pay of one group in one kind and currency: quantiles of the middles of the ranges with 95 % intervals, the usual ends of a range. Null, with the reason in `hidden`, where too few employers state theirs. */
export const PayRow = z.object({
  group: z.string(),
  kind: PayKind,
  currency: z.string(),
  n: z.number(),
  employers: z.number(),
  largest: z.number(),
  p10: Estimate.nullable(),
  p25: Estimate.nullable(),
  p50: Estimate.nullable(),
  p75: Estimate.nullable(),
  p90: Estimate.nullable(),
  rangeLow: z.number().nullable(),
  rangeHigh: z.number().nullable(),
  hidden: z.string().nullable(),
});
export type PayRow = z.infer<typeof PayRow>;

export const PayQuestion = Cut.extend({ by: Grouping.default("role"), kind: listOf(PayKind), convert: Currency.nullish().transform((code) => code ?? null) });
export type PayQuestion = z.infer<typeof PayQuestion>;

/** `stated`: vacancies of the cut that state any yearly pay, whatever its kind and currency, of all its `postings`; `rates` names the day of the rates where figures are converted; `unconverted` the postings whose currency has none. */
export const PayAnswer = answerOf(PayRow).extend({ stated: z.number().describe("vacancies of the cut that state any yearly pay"), rates: RatesUsed.nullable(), unconverted: Unconverted });
export type PayAnswer = Answer<PayRow> & { stated: number; rates: RatesUsed | null; unconverted: Unconverted };

/**
 * What the postings of a cut pay, each kind (base, total, not said which) and currency by itself, or converted into one at the rates of one named day.
 * One figure a posting (pay-cells.ts); open ranges are left out. Of work outside AI only where the cut asks for it.
 */
export async function askPay(market: Market, question: PayQuestion): Promise<PayAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const rates = ratesOf(market.dir);
  rateKnown(rates, question.convert);
  const query = payCellsQuery(where, { by: question.by, currency: cut.currency, kind: question.kind, convert: question.convert, rates });
  const [size, cells, unconverted] = await Promise.all([sizeOf(market, where), market.rows<PayCell>(query.sql, query.values), question.convert === null ? [] : withoutRate(market, paidQuery(where, question.kind), rates)]);
  return { ...answered(cut, size, payRows(cells), query), stated: size.stated, rates: await ratesUsed(market, where, question.convert, rates), unconverted };
}

/** Largest groups first; in a group the kind and currency most postings state. */
function payRows(cells: readonly PayCell[]): PayRow[] {
  const rows = partsOf(cells).map(payRow);
  const sizes = new Map<string, number>();
  for (const { group, n } of rows) sizes.set(group, (sizes.get(group) ?? 0) + n);
  const order = (row: PayRow): number => sizes.get(row.group)!;
  return rows.toSorted((a, b) => order(b) - order(a) || (a.group < b.group ? -1 : a.group > b.group ? 1 : b.n - a.n) || (a.kind + a.currency < b.kind + b.currency ? -1 : 1));
}

/** The cells of each group, kind and currency, which come together. */
function partsOf(cells: readonly PayCell[]): PayCell[][] {
  const parts: PayCell[][] = [];
  for (const cell of cells) {
    const part = parts.at(-1);
    const last = part?.[0];
    if (last?.group === cell.group && last.kind === cell.kind && last.currency === cell.currency) part!.push(cell);
    else parts.push([cell]);
  }
  return parts;
}

/** No group is hidden beside one that gives it away: quantiles cannot be taken from each other as sums can. */
function payRow(cells: readonly PayCell[]): PayRow {
  const { group, kind, currency } = cells[0]!;
  const { n, employers, largest, quantiles, low, high } = bandOfCells(cells);
  const hidden = hiddenPay(n, employers);
  const [p10, p25, p50, p75, p90] = quantiles.map((value) => (hidden === null ? value : null));
  return { group, kind, currency, n, employers, largest, p10: p10!, p25: p25!, p50: p50!, p75: p75!, p90: p90!, rangeLow: hidden === null ? low : null, rangeHigh: hidden === null ? high : null, hidden };
}

const payNotes =
  "Middles of stated ranges, set on a year of full-time work; base pay, totals and\npay that says neither (–) apart. Shown from 5 employers up. Below: the median's\n95 % interval, whole employers drawn, and where the usual range begins and ends.";

export const payQuestion = defineQuestion({
  about: "Yearly pay by any group: quantiles with intervals, each kind and currency apart, or converted",
  asks: PayQuestion,
  flags: {
    ...cutFlags,
    by: groupingFlag("role", Grouping.options),
    kind: { value: "KIND", many: true, choices: PayKind.options, about: "only pay of this kind: base, total (with bonus or equity), unspecified" },
    convert: { value: "CODE", about: "into this currency, at the newest rates there are (strata rates)" },
  },
  answer: PayAnswer,
  ask: askPay,
  title: "Pay",
  columns: [
    { name: "group", kind: "text", head: "group", of: (row) => row.group },
    { name: "kind", kind: "text", head: "kind", of: (row) => row.kind, shown: (row) => (row.kind === "unspecified" ? "–" : row.kind) },
    { name: "currency", kind: "text", head: "a year", of: (row) => row.currency },
    ...sized,
    { name: "largest_employer", kind: "percent", of: (row) => row.largest },
    { name: "p10", kind: "estimate", head: "p10", of: (row) => row.p10 },
    { name: "p25", kind: "estimate", head: "p25", of: (row) => row.p25 },
    { name: "p50", kind: "estimate", head: "p50", of: (row) => row.p50 },
    { name: "p75", kind: "estimate", head: "p75", of: (row) => row.p75 },
    { name: "p90", kind: "estimate", head: "p90", of: (row) => row.p90 },
    { name: "range_low", kind: "amount", of: (row) => row.rangeLow },
    { name: "range_high", kind: "amount", of: (row) => row.rangeHigh },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  below: medianLine,
  notes: payNotes,
  notesOf: (found) => [...statedLine(found), payNotes, ...ratesLine(found.rates, found.unconverted)].join("\n"),
});

/** `["Of these vacancies 4,321 (39 %) state any yearly pay."]`, or nothing where there are none. */
function statedLine({ stated, postings }: PayAnswer): string[] {
  return postings === 0 ? [] : [`Of these vacancies ${stated.toLocaleString("en-US")} (${Math.round((stated / postings) * 100)} %) state any yearly pay.`];
}

function medianLine({ p50, currency, rangeLow, rangeHigh, hidden, largest }: PayRow): string {
  if (p50 === null) return hidden ?? "";
  const interval = p50.low === null || p50.high === null ? [] : [`median ${roundMoney(p50.low, currency)} to ${roundMoney(p50.high, currency)} (95 %)`];
  const one = largest > 0.5 ? [`${Math.round(largest * 100)} % one employer's`] : [];
  return [...interval, `a range goes from ${roundMoney(rangeLow!, currency)} to ${roundMoney(rangeHigh!, currency)}`, ...one].join("; ");
}
