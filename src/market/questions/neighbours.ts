import { z } from "zod";
import { Layer } from "../../terms/layer.ts";
import { layerOf, Role, roleName } from "../../terms/role.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, shareOf, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";

/** A role that postings of another read as next best: of how many, and how far behind on the middle (difference of probabilities); `close` are those within a fifth, which a sentence more could turn. */
export const NeighbourRow = z.object({ role: Role, name: z.string(), layer: Layer, next: Role, nextName: z.string(), nextLayer: Layer, n: z.number(), employers: z.number(), share: Share, margin: z.number(), close: z.number() });
export type NeighbourRow = z.infer<typeof NeighbourRow>;

export const NeighboursQuestion = Cut.extend({ limit: limitOf(500) });
type NeighboursQuestion = z.infer<typeof NeighboursQuestion>;

const closeBy = 0.2;

/** Which roles lie next to each other by content: what the reader found next best. The pairs of most vacancies first. */
export async function askNeighbours(market: Market, question: NeighboursQuestion): Promise<Answer<NeighbourRow>> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const sql = `SELECT r.role::VARCHAR AS role, runner_up AS next, count(*)::INTEGER AS n, count(DISTINCT r.employer)::INTEGER AS employers, round(median(margin), 4) AS margin, (count(*) FILTER (margin < ${closeBy}))::INTEGER AS close,
  (sum(count(*)) OVER (PARTITION BY r.role))::INTEGER AS whole
FROM vacancy r JOIN (SELECT key, runner_up, margin FROM reading WHERE runner_up IS NOT NULL) d USING (key) WHERE ${where.sql} GROUP BY r.role, runner_up ORDER BY n DESC, 1, 2 LIMIT $limit`;
  const query = { sql, values: { ...where.values, limit: question.limit } };
  const [size, found] = await Promise.all([sizeOf(market, where), market.rows<Pick<NeighbourRow, "role" | "next" | "n" | "employers" | "margin" | "close"> & { whole: number }>(query.sql, query.values)]);
  const rows = found.map(({ whole, ...row }): NeighbourRow => ({ ...row, name: roleName(row.role), layer: layerOf(row.role), nextName: roleName(row.next), nextLayer: layerOf(row.next), share: shareOf(row.n, whole)! }));
  return answered(cut, size, rows, query);
}

const notes = "Of the vacancies of a role those whose next best reading is another, with the\nmiddle distance between both (0: as likely, 1: no doubt); close: within 0.2.";

export const neighboursQuestion = defineQuestion({
  about: "Neighbours: which roles lie next to each other by content, and how far apart",
  asks: NeighboursQuestion,
  flags: { ...cutFlags, limit: { value: "N", about: "so many pairs (else 50)" } },
  answer: answerOf(NeighbourRow),
  ask: askNeighbours,
  title: "Neighbours by content",
  columns: [
    { name: "role", kind: "text", head: "role", of: (row) => row.role, shown: (row) => row.name },
    { name: "next", kind: "text", head: "next best", of: (row) => row.next, shown: (row) => row.nextName },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "margin", kind: "number", of: (row) => row.margin },
    { name: "close", kind: "count", head: "close", of: (row) => row.close },
  ],
  notes,
});
