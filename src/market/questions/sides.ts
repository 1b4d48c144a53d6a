import type { DuckDBValue } from "@duckdb/node-api";
import type { Day } from "../statistics/survival.ts";
import type { Query } from "./answer.ts";
import type { Archives } from "./archives.ts";
import type { Where } from "./cut.ts";
import { asksFor, type Requirement } from "./requirement.ts";
import { livesOf, valuesOf } from "./time-open.ts";

/** Columns of a vacancy `r`: `met`, the bits of the requirements that it meets, and `told`, of those of which it is known. */
export type Masks = { requirements: number; columns: string; values: Record<string, DuckDBValue> };

/** `met`: the requirements that are met; `told`: those of which it is known. */
export type Masked = { met: number; told: number };
/** The vacancies of one employer, and of each requirement, by its place, how many ask for it (`with0`) and how many do not (`without0`). */
export type SideCounts = { employer: string | null; n: number } & Record<`with${number}` | `without${number}`, number>;

/** A day of the lives that meet a requirement, by its place, or do not; `employers`: how many that whole side has. */
export type SideDay = Day & { requirement: number; met: boolean; employers: number };

export function masksOf(requirements: readonly Requirement[]): Masks {
  const asked = requirements.map((requirement, i) => asksFor(requirement, `require${i}`));
  const bits = (of: (sql: string) => string): string => (asked.length === 0 ? "0" : asked.map(({ sql }, i) => `${of(sql)}::INTEGER * ${2 ** i}`).join(" + "));
  return { requirements: asked.length, columns: `(${bits((sql) => `coalesce(${sql}, FALSE)`)})::INTEGER AS met, (${bits((sql) => `(${sql} IS NOT NULL)`)})::INTEGER AS told`, values: Object.assign({}, ...asked.map(({ values }) => values)) as Masks["values"] };
}

/** A row an employer, however many vacancies and whatever they ask for together. */
export function sidesQuery(where: Where, masks: Masks): Query {
  const sides = Array.from({ length: masks.requirements }, (_, i) => [
    { name: `with${i}`, sql: `sum(n) FILTER (met & ${2 ** i} <> 0)` },
    { name: `without${i}`, sql: `sum(n) FILTER (told & ${2 ** i} <> 0 AND met & ${2 ** i} = 0)` },
  ]).flat();
  const sql = `WITH cell AS (SELECT r.employer, ${masks.columns}, count(*) AS n FROM vacancy r WHERE ${where.sql} GROUP BY ALL)
SELECT name AS employer, side.* EXCLUDE (employer) FROM (SELECT employer, sum(n)::INTEGER AS n, ${sides.map((side) => `coalesce(${side.sql}, 0)::INTEGER AS ${side.name}`).join(", ")} FROM cell GROUP BY employer) side LEFT JOIN employer ON number = side.employer ORDER BY name`;
  return { sql, values: { ...where.values, ...masks.values } };
}

/** Lives on both sides of each requirement, by day: as many rows for ten million vacancies as for one, where lives themselves would be a row each. */
export function sideDaysQuery(where: Where, archives: Archives, { requirements, columns, values }: Masks): Query {
  const [met, told] = ["(met >> requirement) & 1 = 1", "(told >> requirement) & 1 = 1"];
  const each = `range(${requirements}) AS of(requirement) WHERE ${told}`;
  const sql = `WITH ${livesOf(where, undefined, archives)},
  own AS MATERIALIZED (SELECT r.employer, r.entry::INTEGER AS entry, r.exit::INTEGER AS exit, r.over, ${columns} FROM lives r WHERE r.exit > r.entry),
  moved AS (SELECT met, told, entry AS day, count(*) AS entered, 0 AS "left", 0 AS ended FROM own GROUP BY ALL UNION ALL SELECT met, told, exit, 0, count(*), count(*) FILTER (over) FROM own GROUP BY ALL),
  days AS (SELECT requirement, ${met} AS met, day, sum(entered)::INTEGER AS entered, sum("left")::INTEGER AS "left", sum(ended)::INTEGER AS ended FROM moved, ${each} GROUP BY ALL),
  named AS (SELECT requirement, ${met} AS met, count(DISTINCT employer)::INTEGER AS employers FROM (SELECT DISTINCT employer, met, told FROM own), ${each} GROUP BY ALL)
SELECT requirement::INTEGER AS requirement, met, day, entered, "left", ended, employers FROM days JOIN named USING (requirement, met) ORDER BY requirement, met, day`;
  return { sql, values: { ...valuesOf(where, archives), ...values } };
}
