import { z } from "zod";
import { Layer } from "../../terms/layer.ts";
import { layerOf, Role, roleName } from "../../terms/role.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { weighedNote } from "./count-answer.ts";
import { groups } from "./count-groups.ts";
import { Cap, countGroups, type Part } from "./counts.ts";
import { Cut, cutFlags, type Where, whereOf } from "./cut.ts";
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
  const [size, counts] = await Promise.all([sizeOf(market, where), countGroups(market, cut.title === null ? { where: ofLargest(where, cut, question.limit), by: groups.role, part: byTitle } : { where, by: groups.role, part: byWords })]);
  const ai = new Map<string, number>();
  for (const { part, group, n } of counts.rows) if (isPicked(cut) || layerOf(group as Role) !== "outside") ai.set(part, (ai.get(part) ?? 0) + n);
  const weight = ({ part }: Part): number => ai.get(part) ?? 0;
  const largest = [...counts.parts.values()].toSorted((a, b) => weight(b) - weight(a) || (a.part < b.part ? -1 : 1));
  const place = new Map(largest.map(({ part }, i) => [part, i]));
  const rows = counts.rows
    .filter((row) => place.has(row.part))
    .toSorted((a, b) => place.get(a.part)! - place.get(b.part)!)
    .map(({ part, group, n, employers, share }): TitleRow => ({ title: part, postings: counts.parts.get(part)!.postings, role: group as Role, name: roleName(group as Role), layer: layerOf(group as Role), n, employers, share }));
  return { ...answered(cut, size, rows, counts), cap: counts.cap };
}

function isPicked(cut: Cut): boolean {
  return cut.title !== null || cut.role.length > 0 || cut.layer.length > 0;
}

/**
 * The cut's postings under its most frequent titles; where it picks no work, under those that are most often AI work: how a baker is called is another market.
 * Found first, by counting titles alone: weighing the employers of every title there is took five times as long. The condition on a title is one on what is counted:
 * DuckDB takes any other to every single posting, and looked through a million titles for levels.
 */
function ofLargest(where: Where, cut: Cut, limit: number): Where {
  const counted = isPicked(cut) ? "count(*)" : "count(*) FILTER (r.layer <> 'outside'::layer)";
  const titles = `SELECT unnest(keys) FROM (SELECT title, list(title_key) AS keys, sum(n) AS n FROM (SELECT ${titleCore("title_key")} AS title, title_key, n FROM (
      SELECT r.title_key, ${counted} AS n FROM vacancy r WHERE ${where.sql} GROUP BY 1)) GROUP BY 1 HAVING sum(n) > 0 AND max(title) IS NOT NULL ORDER BY n DESC, title LIMIT $titles)`;
  return { sql: `${where.sql} AND r.title_key IN (${titles})`, values: { ...where.values, titles: limit } };
}

const notes = "% of the vacancies under a title that are this role by what they describe.";

/** What counts as one title, as the same words are two numbers in the two ways of asking. */
function underSays({ title }: Cut): string {
  return title === null
    ? "A title stands without its level; one that says more stands by itself.\n--title WORDS takes all titles that have the words as one."
    : "All titles that have these words are one here; without --title each stands\nby itself, with fewer vacancies.";
}

export const titlesQuestion = defineQuestion({
  about: "Titles against content: what the vacancies under a title really are",
  asks: TitlesQuestion,
  flags: { ...cutFlags, limit: { value: "N", about: "so many titles (else 50)" } },
  answer: TitlesAnswer,
  ask: askTitles,
  title: "Titles against content",
  columns: [
    { name: "title", kind: "text", head: "title", of: (row) => row.title },
    { name: "postings", kind: "count", head: "titled", of: (row) => row.postings },
    { name: "role", kind: "text", head: "by content", of: (row) => row.role, shown: (row) => row.name },
    { name: "layer", kind: "text", of: (row) => row.layer },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
  ],
  notes,
  notesOf: (found) => `${notes}\n${underSays(found.cut)}\n${weighedNote({ ...found, labels: null })}`,
});
