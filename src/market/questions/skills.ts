import { z } from "zod";
import type { Market } from "../store.ts";
import { type Answer, answered, limitOf, Share, shareOf, sizeOf } from "./answer.ts";
import { Cut, whereOfAi } from "./cut.ts";

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
