import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { layers, Mix } from "../../terms/layer.ts";
import { Layer } from "../../terms/layer.ts";
import { layerOf, Role, roleName } from "../../terms/role.ts";
import { beforeThin, daysOf, medianOf, survivalOf } from "../statistics/survival.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, Share, shareOf, sizeOf } from "./answer.ts";
import { Cap, countGroups } from "./counts.ts";
import { groups } from "./count-groups.ts";
import { Cut, cutFlags, whereOfAi } from "./cut.ts";
import { employerNames } from "./employer-names.ts";
import { defineQuestion } from "./question.ts";
import { archivesOf } from "./archives.ts";
import { type LifeRow, livesQuery } from "./time-open.ts";

const TopRole = z.object({ role: Role, name: z.string(), layer: Layer, n: z.number() });

/**
 * An employer at a glance: `written` is its name as its postings write it most; its vacancies and their part of the cut, how they spread over the layers by their roles, its most frequent roles, how many state any pay, and half of them have ended after
 * so many days (`watched`: on how many that rests; null where the curve does not tell).
 */
export const EmployerRow = z.object({
  employer: z.string(),
  written: z.string(),
  n: z.number(),
  share: Share,
  mix: Mix.nullable(),
  roles: z.array(TopRole),
  paid: z.number(),
  paidShare: Share,
  newest: z.string().nullable(),
  medianDays: z.object({ value: z.number(), low: z.number().nullable(), high: z.number().nullable() }).nullable(),
  watched: z.number(),
});
export type EmployerRow = z.infer<typeof EmployerRow>;

const EmployerOverviewQuestion = Cut.extend({ limit: limitOf(500) });
type EmployerOverviewQuestion = z.infer<typeof EmployerOverviewQuestion>;

/** `named`: how many employers the cut has in all; `cap`: what one of them counts for in every other figure. */
const EmployerOverviewAnswer = answerOf(EmployerRow).extend({ cap: Cap, named: z.number() });
type EmployerOverviewAnswer = Answer<EmployerRow> & { cap: Cap; named: number };

const mostRoles = 3;
/** Of one employer's vacancies fewer at risk move the curve by more than a tenth each. */
const fewestAtRisk = 10;

/** Who posts: the employers of a cut with most vacancies, each at a glance. */
export async function askEmployerOverview(market: Market, question: EmployerOverviewQuestion): Promise<EmployerOverviewAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const sql = `WITH cut AS (SELECT * FROM vacancy r WHERE ${where.sql} AND r.employer IS NOT NULL),
  most AS (SELECT employer, count(*)::INTEGER AS n, ${layers.map((layer) => `(count(*) FILTER (layer = '${layer}'::layer))::INTEGER AS ${layer}`).join(", ")}, (count(*) FILTER (stated IS NOT NULL))::INTEGER AS paid, max(opened)::VARCHAR AS newest
    FROM cut GROUP BY employer ORDER BY n DESC, (SELECT name FROM employer WHERE number = cut.employer) LIMIT $limit),
  role AS (SELECT employer, role::VARCHAR AS role, count(*)::INTEGER AS n FROM cut WHERE employer IN (SELECT employer FROM most) GROUP BY ALL),
  top AS (SELECT employer, list({'role': role, 'n': n} ORDER BY n DESC, role)[:${mostRoles}] AS roles FROM role GROUP BY employer)
SELECT name AS employer, most.* EXCLUDE (employer), top.roles FROM most JOIN top USING (employer) JOIN employer ON number = most.employer ORDER BY n DESC, name`;
  const query = { sql, values: { ...where.values, limit: question.limit } };
  const [size, found, counts] = await Promise.all([sizeOf(market, where), market.rows<Raw>(query.sql, query.values), countGroups(market, { where, by: groups.role })]);
  const employers = found.map(({ employer }) => employer);
  const [lives, names] = await Promise.all([livesOf(market, cut, employers), employerNames(market, employers)]);
  const rows = found.map(({ employer, n, paid, newest, roles, ...byLayer }): EmployerRow => {
    const inside = layers.reduce((sum, layer) => sum + byLayer[layer], 0);
    const mix = inside === 0 ? null : (Object.fromEntries(layers.map((layer) => [layer, byLayer[layer] / inside])) as Mix);
    return { employer, written: names.get(employer) ?? employer, n, share: shareOf(n, size.postings)!, mix, roles: roles.map((one) => ({ ...one, name: roleName(one.role), layer: layerOf(one.role) })), paid, paidShare: shareOf(paid, n)!, newest, ...openOf(lives.get(employer) ?? []) };
  });
  return { ...answered(cut, size, rows, query), cap: counts.cap, named: size.employers };
}

type Raw = { employer: string; n: number; paid: number; newest: string | null; roles: { role: Role; n: number }[] } & Mix;

/** How long the vacancies of these employers were watched, by employer. */
async function livesOf(market: Market, cut: Cut, employers: readonly string[]): Promise<Map<string | null, LifeRow[]>> {
  if (employers.length === 0) return new Map();
  const query = livesQuery(whereOfAi({ ...cut, employer: [...employers] }), "all", await archivesOf(market));
  return grouped(await market.rows<LifeRow>(query.sql, query.values), (life) => life.employer);
}

function openOf(rows: readonly LifeRow[]): Pick<EmployerRow, "medianDays" | "watched"> {
  const { value, low, high } = medianOf(beforeThin(survivalOf(daysOf(rows)), fewestAtRisk));
  return { medianDays: value === null ? null : { value, low, high }, watched: rows.reduce((sum, { n }) => sum + n, 0) };
}

const notes = "An employer's % is what it posts of the cut. Median days open stand where ten\nor more of its vacancies were watched at every step up to there.";

export const employerOverviewQuestion = defineQuestion({
  about: "Employers at a glance: vacancies, layers, roles, how many state pay, days open",
  asks: EmployerOverviewQuestion,
  flags: { ...cutFlags, limit: { value: "N", about: "so many (else 50)" } },
  answer: EmployerOverviewAnswer,
  ask: askEmployerOverview,
  title: "Employers at a glance",
  columns: [
    { name: "employer", kind: "text", head: "employer", of: (row) => row.employer, shown: (row) => row.written },
    { name: "name", kind: "text", of: (row) => row.written },
    { name: "n", kind: "count", head: "n", of: (row) => row.n },
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "roles", kind: "text", of: (row) => row.roles.map(({ role, n }) => `${role} ${n}`).join("; ") },
    ...layers.map((layer) => ({ name: `part_${layer}`, kind: "percent" as const, of: (row: EmployerRow) => row.mix?.[layer] ?? null })),
    { name: "paid", kind: "count", head: "pay", of: (row) => row.paid },
    { name: "paid_share", kind: "share", of: (row) => row.paidShare },
    { name: "newest", kind: "text", head: "newest", of: (row) => row.newest },
    { name: "median_days", kind: "number", head: "d. open", of: (row) => row.medianDays?.value ?? null },
    { name: "median_days_low", kind: "number", of: (row) => row.medianDays?.low ?? null },
    { name: "median_days_high", kind: "number", of: (row) => row.medianDays?.high ?? null },
    { name: "watched", kind: "count", of: (row) => row.watched },
  ],
  below: ({ roles }) => roles.map(({ name, n }) => `${name} ${n}`).join(" · "),
  notes,
});
