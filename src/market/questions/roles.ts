import { z } from "zod";
import { Layer, layers, Mix } from "../../terms/layer.ts";
import { Role, roleName } from "../../terms/role.ts";
import { sampleSource } from "../sample.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, PayMedian, payMedian, queriesOf, Share, sizeOf } from "./answer.ts";
import { layerColumn, sized } from "./columns.ts";
import { sharesNote, unshared, type Weighed, weighed, weighedNote, weighedShares } from "./count-answer.ts";
import { Cut, cutFlags, type Where, whereOf } from "./cut.ts";
import { defineQuestion } from "./question.ts";
import { type RolePay, rolePays } from "./role-pays.ts";

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
  const { pays: _pays, ...answer } = await askRolesWithPay(market, cut, false);
  return answer;
}

/** As `askRoles`, with all figures of each role's pay, hidden or not; `bands`: with their intervals. */
export async function askRolesWithPay(market: Market, cut: Cut, bands: boolean): Promise<RolesAnswer & { pays: Map<Role, RolePay> }> {
  const where = whereOf(cut);
  const counts = { of: "vacancies, employers, mix and skills of each role", sql: rolesSql(where), values: where.values };
  const [{ currency, pays, query: payQuery }, rows, { shares, query: shareQuery, ...weighing }] = await Promise.all([rolePays(market, cut, where, bands), market.rows<RawRow>(counts.sql, counts.values), weighedShares(market, cut, "role")]);
  const answers = rows.map(({ role, layer, n, employers, mix, skills }): RoleRow => {
    const pay = pays.get(role);
    return { role, name: roleName(role), layer, n, employers, ...(shares.get(role) ?? unshared), mix, pay: payMedian(currency, pay?.quantiles[2] ?? null, pay?.n ?? 0, pay?.employers ?? 0), skills };
  });
  const [first] = rows;
  const size = first === undefined ? await sizeOf(market, where) : { postings: first.all, employers: first.named, sample: first.sample };
  const query = queriesOf([counts, { of: "pay: the figures that quantiles and intervals of each role are made of, each stated n times", ...payQuery }, { of: sharesNote, ...shareQuery }]);
  return { ...answered(cut, size, answers, query), ...weighing, pays };
}

/** All but the skills comes of one scan: counts by role and employer, which then make roles, and the size of the cut. */
function rolesSql(where: Where): string {
  return `WITH cell AS MATERIALIZED (
    SELECT role, layer, employer, count(*) AS n, count(mix_${layers[0]}) AS mixed, ${layers.map((name) => `sum(mix_${name}) AS ${name}`).join(", ")} FROM vacancy r WHERE ${where.sql} GROUP BY ALL),
  counts AS (
    SELECT role, layer, sum(n)::INTEGER AS n, count(employer)::INTEGER AS employers,
      CASE WHEN layer <> 'outside' THEN {${layers.map((name) => `'${name}': round(round(sum(${name}) / sum(mixed), 9), 4)`).join(", ")}} END AS mix
    FROM cell GROUP BY role, layer),
  named AS (
    SELECT role, id, name, n FROM (SELECT role, number, count(*)::INTEGER AS n FROM (SELECT r.role, unnest(r.skills) AS number FROM vacancy r WHERE ${where.sql}) GROUP BY ALL) JOIN skill USING (number)
    QUALIFY row_number() OVER (PARTITION BY role ORDER BY n DESC, id) <= ${topSkills})
SELECT counts.* REPLACE (role::VARCHAR AS role), coalesce((SELECT list({'id': id, 'name': name, 'n': n} ORDER BY n DESC, id) FROM named WHERE named.role = counts.role), []) AS skills,
  (SELECT sum(n)::INTEGER FROM cell) AS "all", (SELECT count(DISTINCT employer)::INTEGER FROM cell) AS named, EXISTS (FROM posting WHERE source = '${sampleSource}') AS sample
FROM counts ORDER BY layer = 'outside', n DESC, role::VARCHAR`;
}

const notes = "% is of the vacancies inside the five layers, with its 95 % interval. Pay is the\nmedian of a year, shown from 5 employers up. Below: the skills named most.";

export const rolesQuestion = defineQuestion({
  about: "Roles by content: vacancies, employers, share, pay and skills",
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

type RawRow = { role: Role; layer: Layer; n: number; employers: number; mix: Mix | null; skills: RoleRow["skills"]; all: number; named: number; sample: boolean };
