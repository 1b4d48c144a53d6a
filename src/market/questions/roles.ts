import { z } from "zod";
import { Layer, layers, Mix } from "../../terms/layer.ts";
import { Role, roleName } from "../../terms/role.ts";
import { isSample } from "../sample.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, currencyOf, Inside, PayMedian, payMedian, queriesOf, type Query } from "./answer.ts";
import { layerColumn, sized } from "./columns.ts";
import { CorrectedShare, CountedShare } from "./corrected.ts";
import { sharesNote, unshared, type Weighed, weighed, weighedNote, weighedShares } from "./count-answer.ts";
import { Cut, cutFlags, type Where, whereOf } from "./cut.ts";
import { medianLine } from "./pay-medians.ts";
import { defineQuestion } from "./question.ts";
import { currencyNumbers, insidePays, outsidePays, type PayRow, paysByRole, type RolePay } from "./role-pays.ts";

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
  share: CountedShare.nullable(),
  corrected: CorrectedShare,
  mix: Mix.nullable(),
  pay: PayMedian,
  skills: z.array(z.object({ id: z.string(), name: z.string(), n: z.number() })),
});
export type RoleRow = z.infer<typeof RoleRow>;

const RolesAnswer = answerOf(RoleRow).extend({ ...weighed, inside: Inside });
type RolesAnswer = Answer<RoleRow> & Weighed & { inside: Inside };

const topSkills = 5;

/** Which roles the postings of a cut are by their content: how many, of how many employers, for what pay, with which skills. Most frequent first, work outside AI last. */
export async function askRoles(market: Market, cut: Cut): Promise<RolesAnswer> {
  const { pays: _pays, beside: _beside, watchers: _watchers, ...answer } = await askRolesWithPay(market, cut, { bands: true, beside: async () => undefined });
  return answer;
}

type Asked<T> = { bands: boolean; watched?: Where; beside: () => Promise<T> };
type Found<T> = RolesAnswer & { pays: Map<Role, RolePay>; watchers: Map<Role, number>; beside: T };

/**
 * As `askRoles`, with all figures of each role's pay, hidden or not, `bands`: with their intervals; and how many employers have vacancies that are `watched`. What `beside` asks of the store, it is asked
 * at the same time: what needs no currency does not wait for it, and what takes longest, skills, is asked first.
 */
export async function askRolesWithPay<T>(market: Market, cut: Cut, { bands, watched, beside }: Asked<T>): Promise<Found<T>> {
  const where = whereOf(cut);
  const named: Query = { sql: skillsSql(where), values: where.values };
  const [skills, { currency, counts, rows, payQueries, pays }, { shares, query: shareQuery, ...weighing }, sample, found] = await Promise.all([
    market.rows<SkillsRow>(named.sql, named.values),
    pricedOf(market, cut, where, { bands, watched }),
    weighedShares(market, cut, "role"),
    isSample(market),
    beside(),
  ]);
  const skillsOf = new Map(skills.map((row) => [row.role, row.skills]));
  const answers = rows.map(({ role, layer, n, employers, payers, mix }): RoleRow => {
    const pay = pays.get(role);
    return { role, name: roleName(role), layer, n, employers, ...(shares.get(role) ?? unshared), mix, pay: payMedian(currency, pay?.quantiles[2] ?? null, pay?.band[2] ?? null, pay?.n ?? 0, payers), skills: skillsOf.get(role) ?? [] };
  });
  const [first] = rows;
  const size = { postings: first?.all ?? 0, employers: first?.named ?? 0, sample };
  const query = queriesOf([
    { of: "vacancies, employers and mix of each role", ...counts },
    { of: "the skills that each role's vacancies name most", ...named },
    { of: "pay: the figures that quantiles and intervals of each role are made of, each stated n times", ...payQueries.inside },
    { of: "pay of work outside the five layers", ...payQueries.outside },
    { of: sharesNote, ...shareQuery },
  ]);
  const inside: Inside = { postings: first?.insideAll ?? 0, employers: first?.insideNamed ?? 0 };
  return { ...answered(cut, size, answers, query), ...weighing, inside, pays, watchers: new Map(rows.map(({ role, watchers }) => [role, watchers])), beside: found };
}

/** What looks at pay in the currency of the cut. */
async function pricedOf(market: Market, cut: Cut, where: Where, { bands, watched }: { bands: boolean; watched: Where | undefined }) {
  const [currency, numbers] = await Promise.all([currencyOf(market, cut), currencyNumbers(market)]);
  const number = numbers.get(currency) ?? 0;
  const counts: Query = { sql: countsSql(where, watched), values: { ...where.values, ...watched?.values, currencyNumber: number } };
  const [inside, outside] = [insidePays(where, number), outsidePays(where, number)];
  const [rows, insidePay, outsidePay] = await Promise.all([
    market.rows<RawRow>(counts.sql, counts.values),
    market.rows<PayRow>(inside.sql, inside.values).then((paid) => paysByRole(paid, bands)),
    market.rows<PayRow>(outside.sql, outside.values).then((paid) => paysByRole(paid, false)),
  ]);
  return { currency, counts, rows, payQueries: { inside, outside }, pays: new Map([...insidePay, ...outsidePay]) };
}

/** All but mixes comes of one scan: counts by role and employer, which then make roles, and the size of the cut. Work outside the five layers has no mix that anybody asks for. */
function countsSql(where: Where, watched: Where | undefined): string {
  return `WITH cell AS MATERIALIZED (
    SELECT role, layer, employer, count(*) AS n, bool_or(r.wage_currency = $currencyNumber::USMALLINT) AS paid${watched === undefined ? "" : `, bool_or(${watched.sql}) AS watched`} FROM vacancy r WHERE ${where.sql} GROUP BY ALL),
  counts AS (
    SELECT role, layer, sum(n)::INTEGER AS n, count(employer)::INTEGER AS employers, ${watched === undefined ? "0" : "(count(employer) FILTER (watched))::INTEGER"} AS watchers
    FROM cell GROUP BY role, layer),
  payer AS (SELECT role, count(DISTINCT employer)::INTEGER AS payers FROM (SELECT role, employer FROM cell WHERE paid
    UNION ALL SELECT role, employer FROM vacancy_more r WHERE ${where.sql} AND r.wage_currency = $currencyNumber::USMALLINT) GROUP BY role),
  mixes AS (
    SELECT role, layer, {${layers.map((name) => `'${name}': round(round(sum(mix_${name}) / count(mix_${layers[0]}), 9), 4)`).join(", ")}} AS mix
    FROM vacancy r WHERE ${where.sql} AND r.layer <> 'outside'::layer GROUP BY role, layer)
SELECT counts.* REPLACE (role::VARCHAR AS role), coalesce((SELECT payers FROM payer WHERE payer.role = counts.role), 0) AS payers, (SELECT mix FROM mixes WHERE mixes.role = counts.role AND mixes.layer = counts.layer) AS mix,
  (SELECT sum(n)::INTEGER FROM cell) AS "all", (SELECT count(DISTINCT employer)::INTEGER FROM cell) AS named,
  (SELECT coalesce(sum(n), 0)::INTEGER FROM cell WHERE layer <> 'outside'::layer) AS "insideAll", (SELECT count(DISTINCT employer)::INTEGER FROM cell WHERE layer <> 'outside'::layer) AS "insideNamed"
FROM counts ORDER BY layer = 'outside', n DESC, role::VARCHAR`;
}

/** Names are put to the few that are named as often as a role's fifth, of which those that come first by id are told. */
function skillsSql(where: Where): string {
  return `WITH counted AS MATERIALIZED (SELECT role, number, count(*)::INTEGER AS n FROM (SELECT r.role, unnest(r.skills) AS number FROM vacancy r WHERE ${where.sql}) GROUP BY ALL),
  least AS (SELECT role, max(n, ${topSkills})[-1] AS least FROM counted GROUP BY role)
SELECT role, list({'id': id, 'name': name, 'n': n} ORDER BY n DESC, id)[:${topSkills}] AS skills FROM counted JOIN least USING (role) JOIN skill USING (number) WHERE n >= least GROUP BY role ORDER BY role`;
}

const notes = "% is of the vacancies inside the five layers, with its 95 % interval. Pay is the\nmedian of a year, shown from 5 employers up. Below: its interval, whole\nemployers drawn (not for work outside the layers), and the skills named most.";

export const rolesQuestion = defineQuestion({
  about: "Roles by content: vacancies, employers, share, pay and skills",
  asks: Cut,
  flags: cutFlags,
  answer: RolesAnswer,
  ask: askRoles,
  title: "Roles by content",
  inside: (found) => found.inside,
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
  below: ({ pay, skills }) => [medianLine(pay), ...skills.map((skill) => skill.name)].filter((part) => part !== "").join(" · "),
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});

type RawRow = { role: Role; layer: Layer; n: number; employers: number; watchers: number; payers: number; mix: Mix | null; all: number; named: number; insideAll: number; insideNamed: number };
type SkillsRow = Pick<RoleRow, "role" | "skills">;
