import { z } from "zod";
import { Layer } from "../../terms/layer.ts";
import { layerOf, Role, roleName } from "../../terms/role.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { weighedNote } from "./count-answer.ts";
import { groups } from "./count-groups.ts";
import { Cap, countGroups, type Part } from "./counts.ts";
import { Cut, cutFlags, whereOf } from "./cut.ts";
import { defineQuestion } from "./question.ts";
import { titleCore } from "./title-sql.ts";

/** What the postings under one title are by their content: of `postings` under `title`, `n` are `role`. */
export const TitleRow = z.object({ title: z.string(), postings: z.number(), role: Role, name: z.string(), layer: Layer, n: z.number(), employers: z.number(), share: Share });
export type TitleRow = z.infer<typeof TitleRow>;

export const TitlesQuestion = Cut.extend({ limit: limitOf(500) });
export type TitlesQuestion = z.infer<typeof TitlesQuestion>;

const TitlesAnswer = answerOf(TitleRow).extend({ cap: Cap });
type TitlesAnswer = Answer<TitleRow> & { cap: Cap };

/** What employers call the work; where the cut asks for words of titles, all titles with them are one. */
const byTitle = { column: "r.title_key", fold: titleCore };
const byWords = { column: "$title::VARCHAR" };

/** Titles against content: which roles the postings under each title are. The titles that most often are AI work first; work outside AI is among the roles, as what a title hides. */
export async function askTitles(market: Market, question: TitlesQuestion): Promise<TitlesAnswer> {
  const cut = Cut.parse(question);
  const where = whereOf(cut);
  // Where the cut picks nothing, titles that are most often AI work come first: how a baker is called is another market.
  const titled = cut.title !== null || cut.role.length > 0 || cut.layer.length > 0;
  const [size, counts] = await Promise.all([sizeOf(market, where), countGroups(market, { where, by: groups.role, part: cut.title === null ? byTitle : byWords })]);
  const ai = new Map<string, number>();
  for (const { part, group, n } of counts.rows) if (layerOf(group as Role) !== "outside") ai.set(part, (ai.get(part) ?? 0) + n);
  const weight = ({ part, postings }: Part): number => (titled ? postings : (ai.get(part) ?? 0));
  const largest = [...counts.parts.values()].filter((part) => weight(part) > 0).toSorted((a, b) => weight(b) - weight(a) || (a.part < b.part ? -1 : 1)).slice(0, question.limit);
  const place = new Map(largest.map(({ part }, i) => [part, i]));
  const rows = counts.rows
    .filter((row) => place.has(row.part))
    .toSorted((a, b) => place.get(a.part)! - place.get(b.part)!)
    .map(({ part, group, n, employers, share }): TitleRow => ({ title: part, postings: counts.parts.get(part)!.postings, role: group as Role, name: roleName(group as Role), layer: layerOf(group as Role), n, employers, share }));
  return { ...answered(cut, size, rows, counts), cap: counts.cap };
}

const notes = "% of the postings under a title that are this role by what they describe.";

export const titlesQuestion = defineQuestion({
  about: "Titles against content: what the postings under a title really are",
  asks: TitlesQuestion,
  flags: { ...cutFlags, limit: { value: "N", about: "so many titles (else 50)" } },
  answer: TitlesAnswer,
  ask: askTitles,
  title: "Titles against content",
  columns: [
    { name: "title", kind: "text", head: "title", of: (row) => row.title },
    { name: "postings", kind: "count", head: "of", of: (row) => row.postings },
    { name: "role", kind: "text", head: "by content", of: (row) => row.role, shown: (row) => row.name },
    { name: "layer", kind: "text", of: (row) => row.layer },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
  ],
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});
