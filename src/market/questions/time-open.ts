import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { atRiskOn, beforeThin, type Day, livesPast, medianOf, type Step, survivalOf } from "../statistics/survival.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, hiddenPay, type Query, sizeOf } from "./answer.ts";
import { type Archives, archivesOf } from "./archives.ts";
import { sized } from "./columns.ts";
import { Cut, cutFlags, type Where, whereOfAi } from "./cut.ts";
import { type Grouped, Grouping, groupingFlag, groups, scanOf } from "./group.ts";
import { defineQuestion } from "./question.ts";

const Part = z.object({ value: z.number(), low: z.number(), high: z.number() });

/**
 * How long vacancies of a group stay open. `median` in days, null where the curve does not come down to half; `open` is the share still open past so many days, null where
 * nobody was watched as long; `atRisk` those that were watched on that day. `curve` is the share by day with its interval.
 */
export const TimeOpenRow = z.object({
  group: z.string(),
  n: z.number(),
  employers: z.number(),
  ended: z.number(),
  median: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  open: z.array(z.object({ days: z.number(), share: Part.nullable(), atRisk: z.number() })),
  curve: z.array(z.object({ day: z.number(), share: z.number(), low: z.number(), high: z.number(), atRisk: z.number() })),
  hidden: z.string().nullable(),
});
export type TimeOpenRow = z.infer<typeof TimeOpenRow>;

export const TimeOpenQuestion = Cut.extend({ by: Grouping.default("role") });
export type TimeOpenQuestion = z.infer<typeof TimeOpenQuestion>;

/** `unwatched` counts vacancies that no curve can use: their day of opening is not stated, they had ended before they were first seen, or they were seen on one day alone. */
export const TimeOpenAnswer = answerOf(TimeOpenRow).extend({ unwatched: z.object({ undated: z.number(), endedBefore: z.number(), seenOnce: z.number() }) });
type Unwatched = { undated: number; endedBefore: number; seenOnce: number };
export type TimeOpenAnswer = Answer<TimeOpenRow> & { unwatched: Unwatched };

/** `n` lives of one employer. */
export type LifeRow = { group: string; employer: string | null; entry: number; exit: number; ended: boolean; n: number };

/** A day of a group's lives; `employers`: how many the whole group has. */
export type DayRow = Day & { group: string; employers: number };

const daysAsked = [30, 60, 90] as const;
/** Where fewer are at risk, one ending moves the curve by more than a tenth. */
const fewestAtRisk = 10;

/** How long vacancies stay open, from the day their employer gives as posted. Who was seen later counts only from then on, or long-open vacancies would be counted too often. */
export async function askTimeOpen(market: Market, question: TimeOpenQuestion): Promise<TimeOpenAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const archives = await archivesOf(market);
  const query = daysQuery(where, question.by, archives);
  const [size, days, unwatched] = await Promise.all([sizeOf(market, where), market.rows<DayRow>(query.sql, query.values), unwatchedIn(market, where, archives)]);
  const rows = [...grouped(days, (day) => day.group)].map(([group, own]) => timeOpenOf(group, own, own[0]!.employers)).toSorted((a, b) => b.n - a.n || (a.group < b.group ? -1 : 1));
  return { ...answered(cut, size, rows, query), unwatched };
}

/**
 * Days of a vacancy from opening to first sight, and to the end (stated, or gone from its board) or the last sight. One row a vacancy, however many postings it has. Sources that list closed postings too
 * (archives.ts) are taken from the day of opening: what ended in them was not hidden from us.
 */
export function livesOf(where: Where, list: Grouped["list"], archives: Archives): string {
  return `lives AS NOT MATERIALIZED (SELECT r.*, r.ended IS NOT NULL AS over, r.watched_to AS exit, ${entryOf(archives)} AS entry FROM ${scanOf(where, list)})`;
}

function entryOf(archives: Archives): string {
  return archives.length === 0 ? "r.seen_after" : `CASE WHEN r.source IN (${archives.map((_, i) => `$archive${i}`).join(", ")}) THEN 0 ELSE r.seen_after END`;
}

/** Whether a vacancy was watched over any time. */
export function watchedWhere(archives: Archives): Where {
  return { sql: `r.watched_to > ${entryOf(archives)}`, values: valuesOf({ sql: "", values: {} }, archives) };
}

export function valuesOf(where: Where, archives: Archives): Where["values"] {
  return { ...where.values, ...Object.fromEntries(archives.map((source, i) => [`archive${i}`, source])) };
}

/** Lives by group and day: all that a curve is made of, however many lives there are. Who enters and who leaves are counted apart, each in a scan of small numbers. */
export function daysQuery(where: Where, by: Grouping, archives: Archives, { employers }: { employers: boolean } = { employers: true }): Query {
  const { column, list, told } = groups[by];
  const named = `named AS (SELECT ${column} AS "group", count(DISTINCT r.employer)::INTEGER AS employers FROM lives r WHERE r.exit > r.entry GROUP BY 1)`;
  const sql = `WITH ${livesOf(where, list, archives)},
  came AS (SELECT ${column} AS "group", r.entry AS day, count(*)::INTEGER AS n FROM lives r WHERE r.exit > r.entry GROUP BY 1, 2),
  went AS (SELECT ${column} AS "group", r.exit AS day, count(*)::INTEGER AS n, count(r.ended)::INTEGER AS ended FROM lives r WHERE r.exit > r.entry GROUP BY 1, 2),
  days AS (SELECT "group", day, sum(entered)::INTEGER AS entered, sum("left")::INTEGER AS "left", sum(ended)::INTEGER AS ended
    FROM (SELECT "group", day, n AS entered, 0 AS "left", 0 AS ended FROM came UNION ALL SELECT "group", day, 0, n, ended FROM went) GROUP BY 1, 2)${employers ? `,
  ${named}` : ""}
SELECT ${told('days."group"')} AS "group", day, entered, "left", ended${employers ? ', employers FROM days JOIN named ON days."group" IS NOT DISTINCT FROM named."group"' : " FROM days"} ORDER BY "group", day`;
  return { sql, values: valuesOf(where, archives) };
}

/** Lives by group and employer. */
export function livesQuery(where: Where, by: Grouping, archives: Archives): Query {
  const { column, list, told } = groups[by];
  const sql = `WITH ${livesOf(where, list, archives)},
  cells AS (SELECT ${column} AS "group", r.employer, r.entry::INTEGER AS entry, r.exit::INTEGER AS exit, r.over AS ended, count(*)::INTEGER AS n FROM lives r WHERE r.exit > r.entry GROUP BY ALL)
SELECT ${told('"group"')} AS "group", * EXCLUDE ("group", employer, number, name), name AS employer FROM cells LEFT JOIN employer ON number = cells.employer ORDER BY "group", name, entry, exit, ended, n`;
  return { sql, values: valuesOf(where, archives) };
}

async function unwatchedIn(market: Market, where: Where, archives: Archives): Promise<Unwatched> {
  const [row] = await market.rows<Unwatched>(
    `WITH ${livesOf(where, undefined, archives)}
SELECT (count(*) FILTER (opened IS NULL))::INTEGER AS undated, (count(*) FILTER (exit <= entry AND over))::INTEGER AS "endedBefore",
  (count(*) FILTER (exit <= entry AND NOT over))::INTEGER AS "seenOnce" FROM lives`,
    valuesOf(where, archives),
  );
  return row!;
}

/** The curve of a group, by its rising days. */
export function timeOpenOf(group: string, days: readonly Day[], employers: number, asked: readonly number[] = daysAsked): TimeOpenRow {
  const n = days.reduce((sum, { left }) => sum + left, 0);
  const curve = survivalOf(days);
  const hidden = hiddenPay(n, employers) === null ? null : `${employers} of 5 employers`;
  const sure = hidden === null ? beforeThin(curve, fewestAtRisk) : [];
  const thinFrom = hidden === null ? (curve[sure.length]?.time ?? Infinity) : 0;
  const median = medianOf(sure);
  const thin = asked.some((past) => past >= thinFrom) || (median.value === null && medianOf(curve).value !== null);
  return {
    group,
    n,
    employers,
    ended: curve.reduce((sum, step) => sum + step.ended, 0),
    median: median.value === null ? null : { value: median.value, low: median.low, high: median.high },
    open: asked.map((past) => ({ days: past, share: past < thinFrom ? livesPast(sure, days, past) : null, atRisk: atRiskOn(days, past) })),
    curve: thinned(sure),
    hidden: hidden ?? (thin ? `fewer than ${fewestAtRisk} were watched at some step of the curve` : null),
  };
}

/** At most so many steps, evenly taken, with the last. */
function thinned(curve: readonly Step[], most = 120): TimeOpenRow["curve"] {
  const every = Math.max(1, Math.ceil(curve.length / most));
  return curve.filter((_, i) => i % every === 0 || i === curve.length - 1).map(({ time, share, low, high, atRisk }) => ({ day: time, share, low, high, atRisk }));
}

const timeOpenNotes = "Days from posting to the end of a vacancy, by Kaplan and Meier: those still open\ncount as far as they were watched, those seen late only from then on. “days”\nis the median, where the curve comes down to half. Below: its interval.";

export const timeOpenQuestion = defineQuestion({
  about: "How long vacancies stay open: median days, and the share still open after 30, 60 and 90",
  asks: TimeOpenQuestion,
  flags: { ...cutFlags, by: groupingFlag("role", Grouping.options) },
  answer: TimeOpenAnswer,
  ask: askTimeOpen,
  title: "Time open",
  columns: [
    { name: "group", kind: "text", head: "group", of: (row) => row.group },
    ...sized,
    { name: "ended", kind: "count", of: (row) => row.ended },
    { name: "median_days", kind: "number", head: "days", of: (row) => row.median?.value ?? null },
    { name: "median_days_low", kind: "number", of: (row) => row.median?.low ?? null },
    { name: "median_days_high", kind: "number", of: (row) => row.median?.high ?? null },
    ...daysAsked.flatMap((days, i) => [
      { name: `open_${days}`, kind: "share" as const, ...(days === 60 ? {} : { head: `% at ${days}` }), of: (row: TimeOpenRow) => row.open[i]!.share },
      { name: `at_risk_${days}`, kind: "count" as const, of: (row: TimeOpenRow) => row.open[i]!.atRisk },
    ]),
    { name: "hidden", kind: "text", of: (row) => row.hidden },
  ],
  // Beside the whole name of a group there is no room for how many ended. A median has its interval also where the curve is too thin later on.
  below: ({ ended, median, hidden }) => (median === null && hidden !== null ? hidden : `${ended} ended; ${median === null ? "half have not within the days watched" : medianText(median)}`),
  notes: timeOpenNotes,
  notesOf: ({ unwatched }) => `${timeOpenNotes}\nLeft out: ${unwatched.undated} without a day of posting, ${unwatched.seenOnce} seen on one day alone,\n${unwatched.endedBefore} that had ended when first seen.`,
});

/** `"median 48 to 76 days (95 %)"`, or open where the interval has no end within the days watched. */
function medianText({ low, high }: { low: number | null; high: number | null }): string {
  return high === null ? `median ${low ?? "–"} days at least (95 %)` : `median ${low ?? "–"} to ${high} days (95 %)`;
}
