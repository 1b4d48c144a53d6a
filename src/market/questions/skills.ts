import { z } from "zod";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { ByMonth, byMonthFlag, groupsFlag, weighedNote } from "./count-answer.ts";
import { groups } from "./count-groups.ts";
import { Cap, countGroups, whole } from "./counts.ts";
import { Cut, cutFlags, type Where, whereOfAi } from "./cut.ts";
import { monthText } from "./group.ts";
import { defineQuestion } from "./question.ts";

/**
 * A skill in the market, or in one month of it: postings that name it, as a share of the cut with no employer weighing more than the cap, and how many of them
 * require it, prefer it, or only mention it. `coverage` is the part of the postings that name any skill.
 */
export const SkillRow = z.object({ month: z.string().nullable(), id: z.string(), name: z.string(), n: z.number(), employers: z.number(), share: Share, required: z.number(), preferred: z.number(), mentioned: z.number(), coverage: z.number() });
export type SkillRow = z.infer<typeof SkillRow>;

export const SkillsQuestion = Cut.extend({ by: ByMonth, limit: limitOf(2000) });
export type SkillsQuestion = z.infer<typeof SkillsQuestion>;

const SkillsAnswer = answerOf(SkillRow).extend({ cap: Cap });
type SkillsAnswer = Answer<SkillRow> & { cap: Cap };

/** Which skills the postings of a cut name, most frequent first, month by month where asked. Of work outside AI only where the cut asks for it. */
export async function askSkills(market: Market, question: SkillsQuestion): Promise<SkillsAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const month = question.by === "month" ? groups.month : undefined;
  const [size, counts, needs] = await Promise.all([sizeOf(market, where), countGroups(market, { where, by: groups.skill, part: month, limit: question.limit }), needsOf(market, where, month !== undefined)]);
  const rows = counts.rows.map(({ part, group, name, n, employers, share }): SkillRow => {
    const { required, preferred, mentioned } = needs.get(`${part} ${group}`)!;
    return { month: month === undefined ? null : part, id: group, name, n, employers, share, required, preferred, mentioned, coverage: counts.parts.get(part)!.coverage };
  });
  return { ...answered(cut, size, rows, counts), cap: counts.cap };
}

type Needs = { required: number; preferred: number; mentioned: number };

/** How many postings require, prefer and only mention each skill, by month and skill. */
async function needsOf(market: Market, where: Where, byMonth: boolean): Promise<Map<string, Needs>> {
  const rows = await market.rows<Needs & { part: string; skill: string }>(
    // Needs are told apart once they are counted: to compare a stored word with a text, DuckDB spells it out.
    `SELECT ${byMonth ? monthText("month") : `'${whole}'`} AS part, skill.id AS skill, ${["required", "preferred", "mentioned"].map((need) => `(coalesce(sum(n) FILTER (need = '${need}'), 0))::INTEGER AS ${need}`).join(", ")}
FROM (SELECT month, number, need, count(*) AS n FROM (SELECT ${byMonth ? "r.month" : "0 AS month"}, unnest(r.skills) AS number, unnest(r.needs) AS need FROM vacancy r WHERE ${where.sql}${byMonth ? " AND r.month IS NOT NULL" : ""}) GROUP BY ALL) JOIN skill USING (number) GROUP BY ALL`,
    where.values,
  );
  return new Map(rows.map((row) => [`${row.part} ${row.skill}`, row]));
}

const partOf = (n: number, row: SkillRow): number => n / row.n;

const notes = "% is of the vacancies above, with its 95 % interval. The last columns split n:\nrequired, preferred, only mentioned.";

export const skillsQuestion = defineQuestion({
  about: "Skills: how many vacancies name, require or prefer them",
  asks: SkillsQuestion,
  flags: { ...cutFlags, by: byMonthFlag, limit: groupsFlag },
  answer: SkillsAnswer,
  ask: askSkills,
  title: "Skills",
  columns: [
    { name: "skill", kind: "text", head: "skill", of: (row) => row.id, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    { name: "month", kind: "text", head: "month", empty: true, of: (row) => row.month },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "coverage", kind: "percent", of: (row) => row.coverage },
    { name: "required", kind: "count", of: (row) => row.required },
    { name: "preferred", kind: "count", of: (row) => row.preferred },
    { name: "mentioned", kind: "count", of: (row) => row.mentioned },
    { name: "required_part", kind: "percent", head: "req. %", of: (row) => partOf(row.required, row) },
    { name: "preferred_part", kind: "percent", head: "pref. %", of: (row) => partOf(row.preferred, row) },
    { name: "mentioned_part", kind: "percent", head: "ment. %", of: (row) => partOf(row.mentioned, row) },
  ],
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});
