import { z } from "zod";
import { ClaimRow, claimRows } from "../claims/ledger.ts";
import { figureText } from "../claims/figure.ts";
import { verdictRule } from "../claims/verdict.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, sizeOf } from "./answer.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";
import { sqlWithValues } from "./sql.ts";

/** The ledger looks at the whole market, or at what was posted since a day: a claim names its own places, roles and levels. */
export const ClaimsQuestion = z.object({ since: Cut.shape.since });
export type ClaimsQuestion = z.infer<typeof ClaimsQuestion>;

/** What published reports claim of the market, and what its postings say of each claim. */
async function askClaims(market: Market, { since }: ClaimsQuestion): Promise<Answer<ClaimRow>> {
  const cut = Cut.parse({ since });
  const where = whereOfAi(cut);
  const [size, rows] = await Promise.all([sizeOf(market, where), claimRows(market, { since })]);
  const sql = rows.flatMap((row) => (row.sql === null ? [] : [`-- ${row.id}: ${row.command}\n${sqlWithValues({ sql: row.sql, values: row.values })}`])).join("\n\n");
  return answered(cut, size, rows, { sql, values: {} });
}

export const claimsQuestion = defineQuestion({
  about: "Published claims held against this market: supported, contradicted, or not enough data",
  asks: ClaimsQuestion,
  flags: { since: cutFlags.since },
  answer: answerOf(ClaimRow),
  ask: askClaims,
  title: "Claims",
  columns: [
    { name: "id", kind: "text", head: "claim", of: (row) => row.id },
    { name: "verdict", kind: "text", head: "verdict", of: (row) => row.verdict },
    { name: "figure", kind: "text", head: "figure (95 %)", of: (row) => figureText(row) },
    { name: "n", kind: "count", head: "n", of: (row) => row.n },
    { name: "employers", kind: "count", head: "empl.", of: (row) => row.employers },
    { name: "value", kind: "number", of: (row) => row.value },
    { name: "value_low", kind: "number", of: (row) => row.low },
    { name: "value_high", kind: "number", of: (row) => row.high },
    { name: "unit", kind: "text", of: (row) => row.unit },
    { name: "says", kind: "text", of: (row) => row.says },
    { name: "source", kind: "text", of: (row) => row.source.title },
    { name: "because", kind: "text", of: (row) => row.because },
    { name: "taken_as", kind: "text", of: (row) => row.takenAs },
    { name: "note", kind: "text", of: (row) => row.note },
    { name: "command", kind: "text", of: (row) => row.command },
  ],
  below: (row) => row.because,
  notes: verdictRule,
  waitMs: 120_000,
});
