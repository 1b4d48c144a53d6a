import { z } from "zod";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, shareOf, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";

/** A skill in the market: postings that name it, as a share of the cut, and how many of them require it, prefer it, or only mention it. */
export const SkillRow = z.object({ id: z.string(), name: z.string(), n: z.number(), employers: z.number(), share: Share, required: z.number(), preferred: z.number(), mentioned: z.number() });
export type SkillRow = z.infer<typeof SkillRow>;

export const SkillsQuestion = Cut.extend({ limit: limitOf(2000) });
export type SkillsQuestion = z.infer<typeof SkillsQuestion>;

/** Which skills the postings of a cut name, most frequent first. Of work outside AI only where the cut asks for it. */
export async function askSkills(market: Market, question: SkillsQuestion): Promise<Answer<SkillRow>> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const sql = `SELECT skill AS id, min(name) AS name, count(*)::INTEGER AS n, count(DISTINCT r.employer)::INTEGER AS employers,
  (count(*) FILTER (need = 'required'))::INTEGER AS required, (count(*) FILTER (need = 'preferred'))::INTEGER AS preferred, (count(*) FILTER (need = 'mentioned'))::INTEGER AS mentioned
FROM reading r JOIN reading_skill s USING (key) WHERE ${where.sql}
GROUP BY skill ORDER BY n DESC, skill LIMIT $limit`;
  const values = { ...where.values, limit: question.limit };
  const [size, rows] = await Promise.all([sizeOf(market, where), market.rows<Omit<SkillRow, "share">>(sql, values)]);
  return answered(cut, size, rows.map((row) => ({ ...row, share: shareOf(row.n, size.postings)! })), { sql, values });
}

const partOf = (n: number, row: SkillRow): number => n / row.n;

export const skillsQuestion = defineQuestion({
  about: "Skills: how many postings name, require or prefer them",
  asks: SkillsQuestion,
  flags: { ...cutFlags, limit: { value: "N", about: "so many (else 50)" } },
  answer: answerOf(SkillRow),
  ask: askSkills,
  title: "Skills",
  columns: [
    { name: "skill", kind: "text", head: "skill", of: (row) => row.id, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "required", kind: "count", of: (row) => row.required },
    { name: "preferred", kind: "count", of: (row) => row.preferred },
    { name: "mentioned", kind: "count", of: (row) => row.mentioned },
    { name: "required_part", kind: "percent", head: "req. %", of: (row) => partOf(row.required, row) },
    { name: "preferred_part", kind: "percent", head: "pref. %", of: (row) => partOf(row.preferred, row) },
    { name: "mentioned_part", kind: "percent", head: "ment. %", of: (row) => partOf(row.mentioned, row) },
  ],
  notes: "% is of the postings above, with its 95 % interval. The last columns split n:\nrequired, preferred, only mentioned.",
});
