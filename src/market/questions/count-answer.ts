import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { usualDraws } from "../statistics/prevalence.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, type Query, type Share, shareOf, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { canCorrect, correct, CorrectedShare, CountedShare, labelsBehind } from "./corrected.ts";
import { Cap, type Counted, countGroups, type Counts } from "./counts.ts";
import { type GroupName, groups } from "./count-groups.ts";
import { Cut, cutFlags, whereOf, whereOfAi } from "./cut.ts";
import { employerNames } from "./employer-names.ts";
import { type Column, defineQuestion, type Flag } from "./question.ts";

/**
 * A group among the postings of a cut, or of one month of it. `share` is of the postings that say what they are grouped by, `coverage` what part of all those are, null where one that does not say is counted all the same (a level: as mid);
 * `corrected` is the share with the reader's errors taken out, for roles and layers only.
 */
export const CountRow = z.object({ month: z.string().nullable(), group: z.string(), name: z.string(), n: z.number(), employers: z.number(), share: CountedShare, corrected: CorrectedShare, coverage: z.number().nullable() });
export type CountRow = z.infer<typeof CountRow>;

/** `labels`: how many labelled postings the correction rests on, null where nothing is corrected. */
export const weighed = { cap: Cap, labels: z.number().nullable().describe("how many labelled postings the corrected shares rest on; null where nothing is corrected") };
export type Weighed = { cap: Cap; labels: number | null };
export const CountAnswer = answerOf(CountRow).extend(weighed);
export type CountAnswer = Answer<CountRow> & Weighed;

/** `--by month` of a question whose rows are fixed. */
export const ByMonth = z.enum(["month"]).nullish().transform((by) => by ?? null);
export const byMonthFlag: Flag = { value: "GROUP", choices: ["month"], about: "month: each month by itself, by the day a vacancy was opened" };

/** A limit counts groups, not rows: a group cut off in some of its months would look as if it had none there. */
export const groupsFlag: Flag = { value: "N", about: "so many groups, those of most vacancies (else 50), month by month with all months of each" };

const CountQuestion = Cut.extend({ by: ByMonth, limit: limitOf(2000) });

/** A question that counts by one group, and month by month where asked. */
export function countQuestion({ by, ...said }: { by: GroupName; title: string; about: string }) {
  return defineQuestion({
    ...said,
    asks: CountQuestion,
    flags: { ...cutFlags, by: byMonthFlag, limit: groupsFlag },
    answer: CountAnswer,
    ask: (market, question) => countAnswer(market, Cut.parse(question), { by, byMonth: question.by === "month", limit: question.limit }),
    columns: countColumns(by),
    notes: countNotes,
    notesOf: countNotesOf,
  });
}

type Counting = { by: GroupName; byMonth: boolean; limit?: number };

/** Counts a cut by one group, month by month where asked. Of work outside AI only where the cut asks for it. */
export async function countAnswer(market: Market, cut: Cut, { by, byMonth, limit }: Counting): Promise<CountAnswer> {
  const where = whereOfAi(cut);
  const [size, counts] = await Promise.all([sizeOf(market, where), countGroups(market, { where, by: groups[by], part: byMonth ? groups.month : undefined, limit: isRead(by) ? undefined : limit })]);
  const corrected = isRead(by) && canCorrect(cut) ? correctedOf(counts, by) : null;
  const kept = largest(counts.rows, limit);
  const names = by === "employer" ? await employerNames(market, [...new Set(kept.map((row) => row.group))]) : null;
  const rows = kept.map((row): CountRow => {
    const { said, coverage } = counts.parts.get(row.part)!;
    // What one employer has of the market is what it posts: weighing it down would hide the answer.
    const share = by === "employer" ? shareOf(row.n, said)! : row.share;
    return { month: byMonth ? row.part : null, group: row.group, name: names?.get(row.group) ?? row.name, n: row.n, employers: row.employers, share, corrected: corrected?.get(row) ?? null, coverage: "countsSilent" in groups[by] ? null : coverage };
  });
  const cap = by === "employer" ? { most: 1, capped: 0 } : counts.cap;
  return { ...answered(cut, size, rows, counts), cap, labels: corrected === null ? null : labelsBehind() };
}

/** The rows of the groups with most postings over all parts. */
function largest(rows: readonly Counted[], limit = Number.POSITIVE_INFINITY): Counted[] {
  const sizes = new Map<string, number>();
  for (const { group, n } of rows) sizes.set(group, (sizes.get(group) ?? 0) + n);
  const kept = new Set([...sizes.keys()].toSorted((a, b) => sizes.get(b)! - sizes.get(a)! || (a < b ? -1 : 1)).slice(0, limit));
  return rows.filter((row) => kept.has(row.group));
}

/** What the reader's errors are known of. All its classes are counted whatever the limit: shares are corrected together. */
function isRead(by: GroupName): by is "role" | "layer" {
  return by === "role" || by === "layer";
}

/** What work outside the five layers has in place of shares. */
export const unshared = { share: null, corrected: null } as const;

/** What the query of `weighedShares` is of. */
export const sharesNote = "shares of the vacancies inside the five layers, no employer weighing more than the cap; corrected shares are made of these";

/** The shares that roles or layers have of the postings inside the five layers, as counted and as corrected, by role or layer. */
export async function weighedShares(market: Market, cut: Cut, by: "role" | "layer", byMonth = false): Promise<Weighed & { shares: Map<string, { share: Share; corrected: Share | null }>; query: Query }> {
  const where = whereOf(cut);
  const counts = await countGroups(market, { where: { ...where, sql: `${where.sql} AND r.layer <> 'outside'::layer` }, by: groups[by], part: byMonth ? groups.month : undefined });
  const corrected = canCorrect(cut) ? correctedOf(counts, by) : null;
  const shares = new Map(counts.rows.map((row) => [byMonth ? `${row.part} ${row.group}` : row.group, { share: row.share, corrected: corrected?.get(row) ?? null }]));
  return { shares, cap: counts.cap, labels: corrected === null ? null : labelsBehind(), query: { sql: counts.sql, values: counts.values } };
}

/** The corrected share of every counted row, part by part. */
function correctedOf({ rows, parts }: Counts, by: "role" | "layer"): Map<Counted, Share> {
  const found = new Map<Counted, Share>();
  // Many months share the draws that one answer has: their intervals are wide, and their ends need not be as fine.
  const draws = Math.max(100, Math.round(usualDraws / parts.size));
  const byPart = grouped(rows, (row) => row.part);
  for (const { part, effective } of parts.values()) {
    const own = byPart.get(part) ?? [];
    const shares = correct(by, new Map(own.map((row) => [row.group, row.share])), effective, draws);
    for (const row of own) if (shares.has(row.group)) found.set(row, shares.get(row.group)!);
  }
  return found;
}

/** The columns of such an answer; the group goes by `name`. */
export function countColumns(name: string): Column<CountRow>[] {
  return [
    { name, kind: "text", head: name, of: (row) => row.group, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    { name: "month", kind: "text", head: "month", empty: true, of: (row) => row.month },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "corrected", kind: "share", head: "corrected", empty: true, of: (row) => row.corrected },
    { name: "coverage", kind: "percent", head: "% say", empty: true, of: (row) => row.coverage },
  ];
}

/** How employers were weighed and errors taken out, for the foot of a table. */
export function weighedNote({ cap, labels }: Weighed): string {
  const capped = cap.most === 1 ? "Employers count by what they post." : `One employer counts as ${cap.most * 100} % of it at most, or twice an even share\nwhere few are in it${cap.capped === 0 ? "" : cap.capped === 1 ? " (1 counts less than it posts)" : ` (${cap.capped} count less than they post)`}.`;
  return labels === null ? capped : `${capped}\nCorrected: without the reader's errors, from ${labels} labelled postings.`;
}

export const countNotes = "% is of the vacancies that say it (\"% say\"), with its 95 % interval.";

const levelNotes = "% is of the vacancies whose text is read, with its 95 % interval.\nOne that states no level and no years is counted as mid.";

/** The notes of a count; of levels they say what one is counted as that states none. */
export function countNotesOf(found: CountAnswer): string {
  const isSilent = found.rows.length > 0 && found.rows.every(({ coverage }) => coverage === null);
  return `${isSilent ? levelNotes : countNotes}\n${weighedNote(found)}`;
}
