import { z } from "zod";
import { extentOf } from "../../lib/extent.ts";
import { grouped } from "../../lib/grouped.ts";
import { RatesUsed, ratesOf } from "../rates.ts";
import { regress } from "../statistics/regression.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, sizeOf, statedSql } from "./answer.ts";
import { sized } from "./columns.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { designOf, type Factor, fewestEmployers } from "./pay-model.ts";
import { Drawn, drawnLines, type PayPosting, payPostings } from "./pay-postings.ts";
import { rateKnown, ratesLine, ratesUsed, Unconverted, withoutRate } from "./pay-cells.ts";
import { defineQuestion } from "./question.ts";

const PayTrendBy = z.enum(["all", "role", "layer", "region", "seniority"]);

/** How much pay changes a year, as a share (0.04 is +4 %), with the mix of work, level, country and kind of pay held as it is. Null, with the reason in `hidden`, where months or employers are too few. */
export const PayTrendRow = z.object({
  group: z.string(),
  change: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
  n: z.number(),
  employers: z.number(),
  from: z.string().nullable(),
  to: z.string().nullable(),
  hidden: z.string().nullable(),
});
export type PayTrendRow = z.infer<typeof PayTrendRow>;

export const PayTrendQuestion = Cut.extend({ by: PayTrendBy.default("layer") });
export type PayTrendQuestion = z.infer<typeof PayTrendQuestion>;

export const PayTrendAnswer = answerOf(PayTrendRow).extend({ drawn: Drawn, rates: RatesUsed.nullable(), unconverted: Unconverted });
export type PayTrendAnswer = Answer<PayTrendRow> & { drawn: Drawn; rates: RatesUsed | null; unconverted: Unconverted };

/** Half a year: less holds no change of a year that could be told from the season. */
const fewestDays = 182;
const held: readonly Factor[] = ["role", "seniority", "country", "kind"];

/** How pay changes over time by group. One day's rates convert all months, so that no change is a currency's. */
export async function askPayTrend(market: Market, question: PayTrendQuestion): Promise<PayTrendAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const rates = ratesOf(market.dir);
  const convert = cut.currency ?? "USD";
  rateKnown(rates, convert);
  const [size, { postings, query, drawn }, unconverted] = await Promise.all([sizeOf(market, where), payPostings(market, where, { convert, rates, skills: "none" }), withoutRate(market, { sql: statedSql(where, "wage_currency"), values: where.values }, rates)]);
  const parts = grouped(postings, (posting) => (question.by === "all" ? "all" : posting[question.by]));
  const rows = [...parts].map(([group, own]) => payTrendOf(group, own)).toSorted((a, b) => b.n - a.n || (a.group < b.group ? -1 : 1));
  return { ...answered(cut, size, rows, query), drawn, rates: await ratesUsed(market, where, convert, rates), unconverted };
}

export function payTrendOf(group: string, postings: readonly PayPosting[]): PayTrendRow {
  const dated = postings.filter((posting) => posting.years !== null);
  const days = dated.map((posting) => posting.opened!).toSorted();
  const [from = null, to = null] = [days[0], days.at(-1)];
  const employers = new Set(dated.flatMap((posting) => posting.employer ?? [])).size;
  const row = { group, n: dated.length, employers, from, to };
  const hidden = hiddenTrend(dated, employers);
  if (hidden !== null) return { ...row, change: null, hidden };
  const design = designOf(dated, held, { overTime: true });
  const change = regress(design.cases, design.names)?.coefficients.find((one) => one.name === "a year");
  if (change === undefined) return { ...row, change: null, hidden: `${employers} employers for ${design.names.length + 1} columns` };
  return { ...row, change: { value: Math.expm1(change.value), low: Math.expm1(change.low), high: Math.expm1(change.high) }, hidden: null };
}

function hiddenTrend(postings: readonly PayPosting[], employers: number): string | null {
  const years = extentOf(postings.map((posting) => posting.years!));
  if (years === null) return "no dated vacancy states pay";
  if (employers < fewestEmployers) return `${employers} of ${fewestEmployers} employers`;
  const days = Math.round((years.most - years.least) * 365.25);
  return days < fewestDays ? `${days} of ${fewestDays} days between the first vacancy and the last` : null;
}

const payTrendNotes = "How much pay changes a year, with its 95 % interval: a line through the\nlogarithm of pay by day, with role, level, country and kind of pay held alike.";

export const payTrendQuestion = defineQuestion({
  about: "How pay changes a year, the mix of work, level and country held as it is",
  asks: PayTrendQuestion,
  flags: { ...cutFlags, by: { value: "GROUP", choices: PayTrendBy.options, about: "by layer (else all, role, region, seniority)" } },
  answer: PayTrendAnswer,
  ask: askPayTrend,
  title: "Pay over time",
  columns: [
    { name: "group", kind: "text", head: "group", of: (row) => row.group },
    { name: "change", kind: "change", head: "% a year (95 %)", of: (row) => row.change },
    ...sized,
    { name: "from", kind: "text", head: "from", of: (row) => row.from },
    { name: "to", kind: "text", head: "to", of: (row) => row.to },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  below: (row) => row.hidden ?? "",
  notes: payTrendNotes,
  notesOf: ({ drawn, rates, unconverted }) => [payTrendNotes, ...drawnLines(drawn), ...ratesLine(rates, unconverted)].join("\n"),
});
