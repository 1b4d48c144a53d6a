import { z } from "zod";
import type { Market } from "../store.ts";
import { limitOf } from "./answer.ts";
import { CountAnswer, countAnswer, countColumns, countNotes, countNotesOf, groupsFlag } from "./count-answer.ts";
import { Cut, cutFlags, listOf } from "./cut.ts";
import { defineQuestion } from "./question.ts";

const DemandBy = z.enum(["role", "layer", "skill", "seniority", "country", "region", "domain", "workplace", "employer", "month"]);

export const DemandQuestion = Cut.extend({
  /** One group, and with it "month" where it is wanted month by month. */
  by: listOf(DemandBy)
    .refine((by) => by.filter((one) => one !== "month").length <= 1, "takes one group, alone or with month: as in role,month")
    .transform((by) => (by.length === 0 ? ["role" as const] : by)),
  limit: limitOf(2000),
});
export type DemandQuestion = z.infer<typeof DemandQuestion>;

/** How many postings there are by role, layer, skill, level, place, domain, employer or month, or by one of these month by month. */
export async function askDemand(market: Market, question: DemandQuestion): Promise<CountAnswer> {
  const group = question.by.find((one) => one !== "month") ?? "month";
  return countAnswer(market, Cut.parse(question), { by: group, byMonth: group !== "month" && question.by.includes("month"), limit: question.limit });
}

export const demandQuestion = defineQuestion({
  about: "Demand: vacancies by role, layer, skill, level, place, domain, employer or month",
  asks: DemandQuestion,
  flags: { ...cutFlags, by: { value: "GROUP", many: true, choices: DemandBy.options, about: `by role (else ${DemandBy.options.slice(1).join(", ")}), or month by month as in role,month` }, limit: groupsFlag },
  answer: CountAnswer,
  ask: askDemand,
  title: "Demand",
  columns: countColumns("group"),
  notes: countNotes,
  notesOf: countNotesOf,
});
