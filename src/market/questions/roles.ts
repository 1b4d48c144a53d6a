import { z } from "zod";
import { Layer, layers, Mix } from "../../terms/layer.ts";
import { Role, roleName } from "../../terms/role.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, currencyOf, PayMedian, payMedian, paysSql, Share, sizeOf } from "./answer.ts";
import { layerColumn, sized } from "./columns.ts";
import { unshared, type Weighed, weighed, weighedNote, weighedShares } from "./count-answer.ts";
import { Cut, cutFlags, whereOf } from "./cut.ts";
import { defineQuestion } from "./question.ts";

/**
 * A role in the market. `share` is of all postings inside the five layers, each employer weighing no more than the cap, `corrected` the same without the reader's
 * errors, `mix` the mean of their mixes; all null for work outside them.
 */
export const RoleRow = z.object({
  role: Role,
  name: z.string(),
  layer: Layer,
  n: z.number(),
  employers: z.number(),
  share: Share.nullable(),
  corrected: Share.nullable(),
  mix: Mix.nullable(),
  pay: PayMedian,
  skills: z.array(z.object({ id: z.string(), name: z.string(), n: z.number() })),
});
export type RoleRow = z.infer<typeof RoleRow>;

const RolesAnswer = answerOf(RoleRow).extend(weighed);
type RolesAnswer = Answer<RoleRow> & Weighed;

const topSkills = 5;

/** Which roles the postings of a cut are by their content: how many, of how many employers, for what pay, with which skills. Most frequent first, work outside AI last. */
export async function askRoles(market: Market, cut: Cut): Promise<RolesAnswer> {
  const { quantiles: _quantiles, ...answer } = await askRolesWithPay(market, cut);
  return answer;
}

/** As `askRoles`, with the five quantiles of each role's pay, hidden or not, by role. */
export async function askRolesWithPay(market: Market, cut: Cut): Promise<RolesAnswer & { quantiles: Map<Role, number[]> }> {
  const where = whereOf(cut);
  const currency = await currencyOf(market, cut);
  const sql = `WITH cut AS NOT MATERIALIZED (SELECT * FROM vacancy r WHERE ${where.sql}),
  pays AS (SELECT role, quantile_cont(yearly, [0.1, 0.25, 0.5, 0.75, 0.9]) AS quantiles, count(*)::INTEGER AS "payN", count(DISTINCT employer)::INTEGER AS "payEmployers" FROM (${paysSql()}) GROUP BY role),
  counts AS (
    SELECT role, layer, count(*)::INTEGER AS n, count(DISTINCT employer)::INTEGER AS employers,
      CASE WHEN layer <> 'outside' THEN {${layers.map((name) => `'${name}': round(round(avg(mix_${name}), 9), 4)`).join(", ")}} END AS mix
    FROM cut GROUP BY role, layer),
  named AS (
    SELECT role, id, name, n FROM (SELECT role, number, count(*)::INTEGER AS n FROM (SELECT role, unnest(skills) AS number FROM cut) GROUP BY ALL) JOIN skill USING (number)
    QUALIFY row_number() OVER (PARTITION BY role ORDER BY n DESC, id) <= ${topSkills})
SELECT counts.* REPLACE (role::VARCHAR AS role), quantiles, coalesce("payN", 0) AS "payN", coalesce("payEmployers", 0) AS "payEmployers",
  coalesce((SELECT list({'id': id, 'name': name, 'n': n} ORDER BY n DESC, id) FROM named WHERE named.role = counts.role), []) AS skills
FROM counts LEFT JOIN pays USING (role) ORDER BY layer = 'outside', n DESC, role::VARCHAR`;
  const values = { ...where.values, currency };
  const [size, rows, { shares, ...weighing }] = await Promise.all([sizeOf(market, where), market.rows<RawRow>(sql, values), weighedShares(market, cut, "role")]);
  const answers = rows.map((row) => ({
    role: row.role,
    name: roleName(row.role),
    layer: row.layer,
    n: row.n,
    employers: row.employers,
    ...(shares.get(row.role) ?? unshared),
    mix: row.mix,
    pay: payMedian(currency, row.quantiles?.[2] ?? null, row.payN, row.payEmployers),
    skills: row.skills,
  }));
  return { ...answered(cut, size, answers, { sql, values }), ...weighing, quantiles: new Map(rows.flatMap(({ role, quantiles }) => (quantiles === null ? [] : [[role, quantiles]]))) };
}

const notes = "% is of the postings inside the five layers, with its 95 % interval. Pay is the\nmedian of a year, shown from 5 employers up. Below: the skills named most.";

export const rolesQuestion = defineQuestion({
  about: "Roles by content: postings, employers, share, pay and skills",
  asks: Cut,
  flags: cutFlags,
  answer: RolesAnswer,
  ask: askRoles,
  title: "Roles by content",
  columns: [
    { name: "role", kind: "text", head: "role", of: (row) => row.role, shown: (row) => row.name },
    { name: "name", kind: "text", of: (row) => row.name },
    layerColumn,
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "corrected", kind: "share", of: (row) => row.corrected },
    { name: "pay", kind: "pay", head: "pay (n)", headOf: (rows) => `${rows[0]?.pay.currency ?? "USD"} (n)`, of: (row) => row.pay },
    { name: "skills", kind: "text", of: (row) => row.skills.map((skill) => skill.name).join("; ") },
  ],
  below: (row) => row.skills.map((skill) => skill.name).join(" · "),
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});

type RawRow = { role: Role; layer: Layer; n: number; employers: number; quantiles: number[] | null; payN: number; payEmployers: number; mix: Mix | null; skills: RoleRow["skills"] };
