import { z } from "zod";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, hiddenPay, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";

export const PayBy = z.enum(["role", "layer", "seniority", "country"]);
export type PayBy = z.infer<typeof PayBy>;

/** Yearly pay of one group in one currency. The quantiles are null, with the reason in `hidden`, where too few employers state theirs. */
export const PayRow = z.object({
  group: z.string(),
  currency: z.string(),
  n: z.number(),
  employers: z.number(),
  p10: z.number().nullable(),
  p25: z.number().nullable(),
  p50: z.number().nullable(),
  p75: z.number().nullable(),
  p90: z.number().nullable(),
  hidden: z.string().nullable(),
});
export type PayRow = z.infer<typeof PayRow>;

export const PayQuestion = Cut.extend({ by: PayBy.default("role") });
export type PayQuestion = z.infer<typeof PayQuestion>;

/** The expression to group by; a posting in several countries counts in each. */
const groups: Record<PayBy, { column: string; join: string }> = {
  role: { column: "r.role", join: "" },
  layer: { column: "r.layer", join: "" },
  seniority: { column: "coalesce(r.seniority, 'not said')", join: "" },
  country: { column: "place.country", join: "JOIN (SELECT DISTINCT key, country FROM reading_place WHERE country IS NOT NULL) place USING (key)" },
};

/**
 * What the postings of a cut pay, in the currency in which they state it: never converted, as a rate would be a guess about its day.
 * One figure a posting, as in `paysSql`; open ranges and totals are left out. Of work outside AI only where the cut asks for it.
 */
export async function askPay(market: Market, question: PayQuestion): Promise<Answer<PayRow>> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const { column, join } = groups[question.by];
  const currency = cut.currency === null ? "" : "AND currency = $currency";
  const sql = `WITH pays AS (SELECT key, currency, round(avg(yearly), 2) AS yearly FROM reading_pay WHERE kind <> 'total' AND yearly IS NOT NULL ${currency} GROUP BY key, currency),
  grouped AS (
    SELECT ${column} AS "group", pays.currency, count(*)::INTEGER AS n, count(DISTINCT r.employer)::INTEGER AS employers, quantile_cont(yearly, [0.1, 0.25, 0.5, 0.75, 0.9]) AS quantiles
    FROM reading r JOIN pays USING (key) ${join} WHERE ${where.sql} GROUP BY ALL)
FROM grouped ORDER BY sum(n) OVER (PARTITION BY "group") DESC, "group", n DESC, currency`;
  const values = { ...where.values, ...(cut.currency === null ? {} : { currency: cut.currency }) };
  const [size, rows] = await Promise.all([sizeOf(market, where), market.rows<RawRow>(sql, values)]);
  return answered(cut, size, rows.map(payRow), { sql, values });
}

type RawRow = { group: string; currency: string; n: number; employers: number; quantiles: number[] };

function payRow({ quantiles, ...row }: RawRow): PayRow {
  const hidden = hiddenPay(row.n, row.employers);
  const [p10, p25, p50, p75, p90] = quantiles.map((value) => (hidden === null ? value : null));
  return { ...row, p10: p10!, p25: p25!, p50: p50!, p75: p75!, p90: p90!, hidden };
}

export const payQuestion = defineQuestion({
  about: "Yearly pay by role, layer, seniority or country, in the currency it is stated in",
  asks: PayQuestion,
  flags: { ...cutFlags, by: { value: "GROUP", choices: PayBy.options, about: "by role (else), layer, seniority or country" } },
  answer: answerOf(PayRow),
  ask: askPay,
  title: "Pay",
  columns: [
    { name: "group", kind: "text", head: "group", of: (row) => row.group },
    { name: "currency", kind: "text", head: "a year in", of: (row) => row.currency },
    ...sized,
    { name: "p10", kind: "amount", head: "p10", of: (row) => row.p10 },
    { name: "p25", kind: "amount", head: "p25", of: (row) => row.p25 },
    { name: "p50", kind: "amount", head: "p50", of: (row) => row.p50 },
    { name: "p75", kind: "amount", head: "p75", of: (row) => row.p75 },
    { name: "p90", kind: "amount", head: "p90", of: (row) => row.p90 },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  notes: "Middles of stated ranges, in the currency stated, set on a year of full-time\nwork. Shown from 5 employers up.",
});
