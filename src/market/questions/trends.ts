import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { sharePercent } from "../../lib/share-percent.ts";
import { fewestMonths, mostApart, timesApart, trendOf } from "../statistics/trend.ts";
import { fewestEmployers, fewestPostings } from "../claims/verdict.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { weighedNote } from "./count-answer.ts";
import { type Group, groups } from "./count-groups.ts";
import { Cap, countGroups, type Counts, noneOf } from "./counts.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { defineQuestion } from "./question.ts";

const TrendBy = z.enum(["layer", "role", "skill", "seniority", "country", "region", "domain", "workplace"]);

/**
 * How the share of a group moves. `slope`: in shares a month (0.002 is a fifth of a point); `growth`: the share at the end of the months over twelve months before
 * (0.5 is half as much again). Both null, with the reason in `hidden`, where months, vacancies or employers are too few; growth alone, with the reason in `growthHidden`, where months do not reach over a year or its interval says nothing. `share` is the group's in the last month, when `now` are of it, of as many vacancies as `of` says; 0 with its interval where none is, null where none says anything of the kind.
 */
export const TrendRow = z.object({ group: z.string(), name: z.string(), n: z.number(), employers: z.number(), from: z.string(), to: z.string(), months: z.number(), now: z.object({ n: z.number(), employers: z.number(), of: z.number() }), share: Share.nullable(), slope: Share.nullable(), growth: Share.nullable(), hidden: z.string().nullable(), growthHidden: z.string().nullable() });
export type TrendRow = z.infer<typeof TrendRow>;

export const TrendsQuestion = Cut.extend({ by: TrendBy.default("layer"), limit: limitOf(500) });
export type TrendsQuestion = z.infer<typeof TrendsQuestion>;

const TrendsAnswer = answerOf(TrendRow).extend({ cap: Cap });
type TrendsAnswer = Answer<TrendRow> & { cap: Cap };

/** How shares of the market move month by month. What moves most surely comes first. Of work outside AI only where the cut asks for it. */
export async function askTrends(market: Market, question: TrendsQuestion): Promise<TrendsAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const by: Group = groups[question.by];
  const [size, byMonth, all] = await Promise.all([sizeOf(market, where), countGroups(market, { where, by, part: groups.month, limit: question.limit }), countGroups(market, { where, by, limit: question.limit })]);
  const months = [...byMonth.parts.keys()].toSorted();
  const byGroup = grouped(byMonth.rows, (row) => row.group);
  const rows = all.rows.flatMap(({ group, name, n, employers }): TrendRow[] => (byGroup.has(group) ? [{ group, name, n, employers, ...trendRow({ n, employers, own: byGroup.get(group)! }, months, byMonth.parts, by) }] : []));
  return { ...answered(cut, size, rows.toSorted((a, b) => sureness(b) - sureness(a) || b.n - a.n || (a.group < b.group ? -1 : 1)), byMonth), cap: byMonth.cap };
}

function trendRow({ n, employers, own }: { n: number; employers: number; own: Counts["rows"] }, months: readonly string[], parts: Counts["parts"], by: Group): Omit<TrendRow, "group" | "name" | "n" | "employers"> {
  const byMonth = new Map(own.map((row) => [row.part, row]));
  // A month without any of the group has a share of 0, told by all that month's postings.
  const shares = months.map((month) => ({ month: monthNumber(month), share: byMonth.get(month)?.share.value ?? 0, n: byMonth.get(month)?.effective ?? parts.get(month)!.effective }));
  const few = tooFew({ n, employers, months: months.length });
  const trend = few === null ? trendOf(shares) : null;
  const hidden = trend === null ? (few ?? "no line can be drawn") : null;
  const growthHidden = trend === null ? hidden : whyNoGrowth(trend.growth, months.length);
  const to = months.at(-1)!;
  const [part, last] = [parts.get(to)!, byMonth.get(to)];
  const now = { n: last?.n ?? 0, employers: last?.employers ?? 0, of: by.ofAll ? part.postings : part.said };
  return { from: months[0]!, to, months: months.length, now, share: last?.share ?? noneOf(part), slope: trend?.slope ?? null, growth: growthHidden === null ? trend!.growth : null, hidden, growthHidden };
}

function tooFew({ n, employers, months }: { n: number; employers: number; months: number }): string | null {
  if (months < fewestMonths) return `${months} of ${fewestMonths} months`;
  if (n < fewestPostings) return `${n} of ${fewestPostings} vacancies`;
  return employers < fewestEmployers ? `${employers} of ${fewestEmployers} employers` : null;
}

function whyNoGrowth(growth: Share | null, months: number): string | null {
  if (growth === null) return months <= 12 ? `${months} of 13 months` : "its months do not reach over a year";
  return timesApart(growth) > mostApart ? `the ends of its interval are more than ${mostApart} times apart` : null;
}

/** `monthNumber("2025-03")` → `24302` */
function monthNumber(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}

/** How many half-widths of its interval a slope is away from none. */
function sureness({ slope }: TrendRow): number {
  return slope === null ? -1 : Math.abs(slope.value) / Math.max(1e-12, slope.high - slope.low);
}

const notes = `% a month: points of a hundred by which the share moves; a year: the share\nagainst twelve months before, from 13 months up. Below: the share in the last\nmonth. With 95 % intervals. No trend below ${fewestPostings} vacancies or ${fewestEmployers} employers, no year\nwhere the ends of its interval are more than ${mostApart} times apart.`;

export const trendsQuestion = defineQuestion({
  about: "Trends: how shares move month by month, and over a year",
  asks: TrendsQuestion,
  flags: { ...cutFlags, by: { value: "GROUP", choices: TrendBy.options, about: `by layer (else ${TrendBy.options.slice(1).join(", ")})` }, limit: { value: "N", about: "so many groups, those of most vacancies (else 50)" } },
  answer: TrendsAnswer,
  ask: askTrends,
  title: "Trends",
  columns: [
    { name: "group", kind: "text", head: "group", of: (row) => row.group, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    ...sized,
    { name: "from", kind: "text", of: (row) => row.from },
    { name: "to", kind: "text", of: (row) => row.to },
    { name: "months", kind: "count", of: (row) => row.months },
    { name: "now_n", kind: "count", of: ({ now }) => now.n },
    { name: "now_employers", kind: "count", of: ({ now }) => now.employers },
    { name: "now_of", kind: "count", of: ({ now }) => now.of },
    { name: "share", kind: "share", of: (row) => row.share },
    { name: "slope", kind: "change", head: "% a month", of: (row) => row.slope },
    { name: "growth", kind: "change", head: "% a year", empty: true, of: (row) => row.growth },
    { name: "hidden", kind: "text", of: (row) => row.hidden },
    { name: "growth_hidden", kind: "text", of: (row) => row.growthHidden },
  ],
  below: (row) => [lastMonth(row), whyNot(row)].filter((line) => line !== "").join("\n"),
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});

function lastMonth({ to, share, now: { n, employers, of } }: TrendRow): string {
  return `${to}: ${share === null ? "no vacancy says" : `${sharePercent(share, " %")}; n ${n} of ${of}, ${employers} ${employers === 1 ? "employer" : "employers"}`}`;
}

/** That there are too few months for a year is said once, in the notes. */
function whyNot({ hidden, growth, growthHidden, months }: TrendRow): string {
  if (hidden !== null) return `no trend: ${hidden}`;
  return growth === null && months > 12 ? `no figure of a year: ${growthHidden}` : "";
}
