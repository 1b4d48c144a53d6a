import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { roundMoney } from "../../lib/money.ts";
import type { Day } from "../statistics/survival.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, Inside, type PayMedian, queriesOf, type Query } from "./answer.ts";
import { layerColumn, sized } from "./columns.ts";
import { type Weighed, weighed, weighedNote } from "./count-answer.ts";
import { Cut, cutFlags, type Where, whereOf } from "./cut.ts";
import { monthText } from "./group.ts";
import { Estimate } from "./pay.ts";
import { defineQuestion } from "./question.ts";
import type { RolePay } from "./role-pays.ts";
import { askRolesWithPay, RoleRow } from "./roles.ts";
import { archivesOf } from "./archives.ts";
import { type DayRow, daysQuery, timeOpenOf, watchedWhere } from "./time-open.ts";

/**
 * Yearly pay of a role that is not said to be a total (with bonus or equity), one figure a vacancy, in one currency: quantiles of the middles of the ranges, with 95 % intervals
 * inside the five layers. Quantiles are null, with the reason in `hidden`, where fewer than five employers state theirs.
 */
export const PayStrip = z.object({
  p10: Estimate.nullable(),
  p25: Estimate.nullable(),
  p50: Estimate.nullable(),
  p75: Estimate.nullable(),
  p90: Estimate.nullable(),
  n: z.number(),
  employers: z.number(),
  currency: z.string(),
  kind: z.literal("not total"),
  hidden: z.string().nullable(),
});
export type PayStrip = z.infer<typeof PayStrip>;

/** Half of a role's vacancies have ended after so many days (Kaplan and Meier), with the 95 % interval, of `n` that were watched; null, with the reason in `why`, where the curve does not tell. */
export const MedianOpen = z.object({ medianDays: z.number().nullable(), low: z.number().nullable(), high: z.number().nullable(), n: z.number(), employers: z.number(), why: z.string().nullable() });
export type MedianOpen = z.infer<typeof MedianOpen>;

/** All that a table of roles shows of one: what `roles` says, and its vacancies by month (months without any are left out), pay from p10 to p90, and time open. */
export const OverviewRow = RoleRow.omit({ pay: true }).extend({ months: z.array(z.object({ month: z.string(), vacancies: z.number() })), pay: PayStrip, timeOpen: MedianOpen });
export type OverviewRow = z.infer<typeof OverviewRow>;

/** `months`: the first and the last month in which any vacancy of the cut was opened. */
const OverviewAnswer = answerOf(OverviewRow).extend({ ...weighed, inside: Inside, months: z.object({ first: z.string(), last: z.string() }).nullable() });
type OverviewAnswer = Answer<OverviewRow> & Weighed & { inside: Inside; months: { first: string; last: string } | null };

/** The market's roles at a glance: demand and its months, mix, pay, time open and skills of each. */
export async function askOverview(market: Market, cut: Cut): Promise<OverviewAnswer> {
  const where = whereOf(cut);
  const archives = await archivesOf(market);
  const [monthly, days] = [monthsQuery(where), daysQuery(where, "role", archives, { employers: false })];
  const beside = () => Promise.all([market.rows<MonthRow>(monthly.sql, monthly.values), market.rows<Omit<DayRow, "employers">>(days.sql, days.values)]);
  const { beside: [months, dayRows], ...roles } = await askRolesWithPay(market, cut, { bands: true, watched: watchedWhere(archives), beside });
  const [monthsByRole, daysByRole] = [grouped(months, (row) => row.role), grouped(dayRows, (row) => row.group)];
  const rows = roles.rows.map(({ pay, ...row }): OverviewRow => {
    return {
      ...row,
      months: (monthsByRole.get(row.role) ?? []).map(({ month, n }) => ({ month, vacancies: n })),
      pay: stripOf(pay, roles.pays.get(row.role)),
      timeOpen: medianOpenOf(daysByRole.get(row.role) ?? [], roles.watchers.get(row.role)!),
    };
  });
  const { postings, employers, sample, sql, values, cap, labels, inside } = roles;
  const all = months.map(({ month }) => month).toSorted();
  const answer = answered(cut, { postings, employers, sample }, rows, queriesOf([{ sql, values, of: "what the question roles says:" }, { of: "vacancies by month", ...monthly }, { of: "time open: lives by day, of which each role's curve and its median are made", ...days }]));
  return { ...answer, cap, labels, inside, months: all.length === 0 ? null : { first: all[0]!, last: all.at(-1)! } };
}

type MonthRow = { role: string; month: string; n: number };

function monthsQuery(where: Where): Query {
  return { sql: `SELECT role::VARCHAR AS role, ${monthText("month")} AS month, n FROM (SELECT r.role, r.month, count(*)::INTEGER AS n FROM vacancy r WHERE ${where.sql} AND r.month IS NOT NULL GROUP BY ALL) ORDER BY ALL`, values: where.values };
}

/** Work outside the five layers is most of a market: its figures stand beside the others, and are not drawn again and again. */
function stripOf({ value: _median, low: _low, high: _high, ...said }: PayMedian, pay: RolePay | undefined): PayStrip {
  const shown = said.hidden === null && pay !== undefined ? pay : null;
  const [p10, p25, p50, p75, p90] = [0, 1, 2, 3, 4].map((i) => shown && { value: shown.quantiles[i]!, low: shown.band[i]?.low ?? null, high: shown.band[i]?.high ?? null });
  return { p10: p10!, p25: p25!, p50: p50!, p75: p75!, p90: p90!, ...said, kind: "not total" };
}

export function medianOpenOf(days: readonly Day[], named: number): MedianOpen {
  const { n, employers, median, hidden } = timeOpenOf("", days, named, []);
  const none = { medianDays: null, low: null, high: null, n, employers };
  if (n === 0) return { ...none, why: "no vacancy was watched over time" };
  if (median !== null) return { medianDays: median.value, low: median.low, high: median.high, n, employers, why: null };
  return { ...none, why: hidden ?? "half have not ended within the days watched" };
}

/** `"$150k to $230k, median $179k to $199k (95 %) of 40 employers"` */
function payLine({ p10, p50, p90, currency, employers, hidden }: PayStrip): string {
  if (p10 === null || p50 === null || p90 === null) return hidden ?? "";
  const between = p50.low === null || p50.high === null ? "median" : `median ${roundMoney(p50.low, currency)} to ${roundMoney(p50.high, currency)} (95 %)`;
  return `${roundMoney(p10.value, currency)} to ${roundMoney(p90.value, currency)}, ${between} of ${employers} employers`;
}

/** `"open 38 to 52 d. (95 %), n 63 of 31 employers"`; nothing where no median stands. */
function openLine({ medianDays, low, high, n, employers }: MedianOpen): string {
  if (medianDays === null) return "";
  return `open ${low === null ? "" : high === null ? `${low} d. and more (95 %), ` : `${low} to ${high} d. (95 %), `}n ${n} of ${employers} employers`;
}

const notes = "One line a role: see roles, pay, time-open and demand --by role,month for what\nstands behind each. Pay is what is not said to be a total. Below: p10 to p90,\nthe median's interval (not for work outside the layers), and that of days open.";

export const overviewQuestion = defineQuestion({
  about: "Roles at a glance: demand and its months, layer mix, pay from p10 to p90, time open, skills",
  asks: Cut,
  flags: cutFlags,
  answer: OverviewAnswer,
  ask: askOverview,
  title: "Roles at a glance",
  inside: (found) => found.inside,
  columns: [
    { name: "role", kind: "text", head: "role", of: (row) => row.role, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    layerColumn,
    ...sized,
    { name: "share", kind: "share", of: (row) => row.share },
    { name: "corrected", kind: "share", of: (row) => row.corrected },
    { name: "months", kind: "text", of: (row) => row.months.map(({ month, vacancies }) => `${month}: ${vacancies}`).join("; ") },
    { name: "currency", kind: "text", head: "a year", of: (row) => row.pay.currency },
    { name: "p10", kind: "estimate", of: (row) => row.pay.p10 },
    { name: "p25", kind: "estimate", of: (row) => row.pay.p25 },
    { name: "p50", kind: "estimate", head: "p50", of: (row) => row.pay.p50 },
    { name: "p75", kind: "estimate", of: (row) => row.pay.p75 },
    { name: "p90", kind: "estimate", of: (row) => row.pay.p90 },
    { name: "pay_n", kind: "count", head: "pay n", of: (row) => row.pay.n },
    { name: "pay_employers", kind: "count", of: (row) => row.pay.employers },
    { name: "pay_hidden", kind: "text", of: (row) => row.pay.hidden },
    { name: "median_days", kind: "number", head: "d. open", of: (row) => row.timeOpen.medianDays },
    { name: "median_days_low", kind: "number", of: (row) => row.timeOpen.low },
    { name: "median_days_high", kind: "number", of: (row) => row.timeOpen.high },
    { name: "watched", kind: "count", of: (row) => row.timeOpen.n },
    { name: "days_hidden", kind: "text", of: (row) => row.timeOpen.why },
    { name: "skills", kind: "text", of: (row) => row.skills.map((skill) => skill.name).join("; ") },
  ],
  below: ({ pay, timeOpen, skills }) => [payLine(pay), openLine(timeOpen), ...skills.map((skill) => skill.name)].filter((part) => part !== "").join(" · "),
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});
