import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { shareOfEmployers } from "../statistics/share.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, currencyOf, hiddenPay, paysSql, Share, sizeOf } from "./answer.ts";
import { Cut, cutFlags, type Where, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";

/** What of a vacancy a value may be held against: yearly pay that is not said to be a total, years asked for, how many skills are named or required, how far its work spreads over the layers (0 to 1). */
const StandingOf = z.enum(["pay", "years", "skills", "required", "conflation"]);
type StandingOf = z.infer<typeof StandingOf>;

/** Where a value stands: the parts of the vacancies that have less, the same, and more; their sum is 1. Null, with the reason in `hidden`, where none states one or pay is of too few employers. */
export const StandingRow = z.object({ of: StandingOf, value: z.number(), below: Share.nullable(), same: Share.nullable(), above: Share.nullable(), n: z.number(), employers: z.number(), coverage: z.number(), currency: z.string().nullable(), hidden: z.string().nullable() });
export type StandingRow = z.infer<typeof StandingRow>;

const valueError = "must be given as a number, as in 150000";
export const StandingQuestion = Cut.extend({ of: StandingOf.default("pay"), value: z.preprocess((value) => (value === "" || value === null ? undefined : value), z.coerce.number({ error: valueError })) });
export type StandingQuestion = z.infer<typeof StandingQuestion>;

const StandingAnswer = answerOf(StandingRow);
type StandingAnswer = Answer<StandingRow>;

const figures: Record<Exclude<StandingOf, "pay">, string> = { years: "r.years", skills: "len(r.skills)", required: "len(list_filter(r.needs, lambda need: need = 'required'))", conflation: "r.conflation" };

/** Where a value stands among the vacancies of a cut that state one: the market percentile of a description's pay, years or demands. */
export async function askStanding(market: Market, question: StandingQuestion): Promise<StandingAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const currency = question.of === "pay" ? await currencyOf(market, cut) : null;
  const query = cellsQuery(where, question, currency);
  const [size, cells] = await Promise.all([sizeOf(market, where), market.rows<Cell>(query.sql, query.values)]);
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const employers = new Set(cells.flatMap((cell) => cell.employer ?? [])).size;
  const hidden = n === 0 ? "no vacancy states it" : question.of === "pay" ? hiddenPay(n, employers) : null;
  const [below, same, above] = hidden === null ? partsOf(cells) : [null, null, null];
  const row: StandingRow = { of: question.of, value: question.value, below: below!, same: same!, above: above!, n, employers, coverage: size.postings === 0 ? 0 : n / size.postings, currency, hidden };
  return answered(cut, size, [row], query);
}

/** Vacancies of an employer that have less than the value (−1), the same (0) or more (1). */
type Cell = { employer: string | null; side: -1 | 0 | 1; n: number };

function cellsQuery(where: Where, { of, value }: StandingQuestion, currency: string | null): { sql: string; values: Record<string, DuckDBValue> } {
  const figure = of === "pay" ? "r.yearly" : figures[of];
  const from = of === "pay" ? `(${paysSql()}) r` : "cut r";
  const sql = `WITH cut AS NOT MATERIALIZED (SELECT * FROM vacancy r WHERE ${where.sql})
SELECT name AS employer, side, n FROM (SELECT r.employer, sign(${figure} - $value::DOUBLE)::INTEGER AS side, count(*)::INTEGER AS n FROM ${from} WHERE ${figure} IS NOT NULL GROUP BY ALL) c
LEFT JOIN employer ON number = c.employer ORDER BY ALL`;
  return { sql, values: { ...where.values, value, ...(currency === null ? {} : { currency }) } };
}

/** The three parts with their intervals. */
function partsOf(cells: readonly Cell[]): [Share, Share, Share] {
  const byEmployer = [...grouped(cells, (cell) => cell.employer).values()];
  const count = (own: readonly Cell[], side?: number): number => own.reduce((sum, cell) => sum + (side === undefined || cell.side === side ? cell.n : 0), 0);
  return [-1, 0, 1].map((side) => shareOfEmployers(byEmployer.map((own) => ({ hits: count(own, side), n: count(own) })))) as [Share, Share, Share];
}

const notes = "% of the vacancies that state one, with 95 % intervals that\nallow for vacancies of one employer to go together.";

export const standingQuestion = defineQuestion({
  about: "Where a value stands in the market: how many pay, ask or name less, the same and more",
  asks: StandingQuestion,
  flags: { ...cutFlags, of: { value: "WHAT", choices: StandingOf.options, about: "of pay (else years, skills, required skills, conflation)" }, value: { value: "X", about: "the value to be placed, as in 150000 (must be given)" } },
  answer: StandingAnswer,
  ask: askStanding,
  title: "Where a value stands",
  columns: [
    { name: "of", kind: "text", head: "of", of: (row) => row.of },
    { name: "value", kind: "number", head: "value", of: (row) => row.value },
    { name: "n", kind: "count", head: "n", of: (row) => row.n },
    { name: "employers", kind: "count", head: "empl.", of: (row) => row.employers },
    { name: "below", kind: "share", head: "% below", of: (row) => row.below },
    { name: "same", kind: "share", of: (row) => row.same },
    { name: "above", kind: "share", head: "% above", of: (row) => row.above },
    { name: "coverage", kind: "percent", head: "% say", of: (row) => row.coverage },
    { name: "currency", kind: "text", of: (row) => row.currency },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  below: (row) => row.hidden ?? (row.currency === null ? "" : `${row.currency} a year`),
  notes,
});
