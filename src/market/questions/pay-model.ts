import type { DuckDBValue } from "@duckdb/node-api";
import type { PayKind } from "../../terms/pay.ts";
import type { Rates } from "../rates.ts";
import type { Case } from "../statistics/regression.ts";
import type { Where } from "./cut.ts";
import { notSaid, scanOf } from "./group.ts";
import { factorsTo, indexOf } from "./pay-cells.ts";

/** A posting whose pay is explained. `skills` are the names of those that the question looks at. */
export type PayPosting = { employer: string | null; role: string; layer: string; seniority: string; country: string; region: string; domain: string; kind: PayKind; opened: string | null; years: number | null; yearly: number; skills: string[] };

/** What explains pay beside the skills: each splits the postings into levels. */
export type Factor = "role" | "layer" | "seniority" | "country" | "region" | "domain" | "kind";

/** A level of fewer postings or employers than this is put with the others of its kind: its effect would be one firm's habit. */
export const fewestPostings = 10;
export const fewestEmployers = 5;

/** Why something is not among the columns: too few name it, or it says what others say already. */
export type Dropped = { name: string; why: "rare" | "collinear" };

export type Design = { cases: Case[]; names: string[]; references: Record<string, string>; dropped: Dropped[] };

/**
 * Base pay (or pay not said to be total) of each posting, one figure, converted into one currency: its logarithm is what is explained. A vacancy in several countries has
 * the country "several". `years` counts from the first day of 2020.
 */
export function payPostingsQuery(where: Where, { convert, rates, skills }: { convert: string; rates: Rates; skills: "named" | "none" }): { sql: string; values: Record<string, DuckDBValue> } {
  const sql = `WITH rate (currency, factor) AS (VALUES ${factorsTo(convert, rates)}),
  pays AS (SELECT key, round(avg(yearly * factor), 0) AS yearly, min(kind) AS kind FROM reading_pay JOIN rate USING (currency) WHERE kind <> 'total' AND yearly > 0 GROUP BY key),
  names AS (SELECT list(name ORDER BY number) AS of FROM skill)
SELECT employer.name AS employer, r.role, r.layer, coalesce(r.seniority::VARCHAR, '${notSaid}') AS seniority, ${["countries", "regions"].map((list) => `CASE len(r.${list}) WHEN 0 THEN '${notSaid}' WHEN 1 THEN r.${list}[1]::VARCHAR ELSE 'several' END AS ${list === "regions" ? "region" : "country"}`).join(", ")},
  coalesce(r.domain::VARCHAR, '${notSaid}') AS domain, pays.kind, r.opened::VARCHAR AS opened, date_diff('day', DATE '2020-01-01', r.opened) / 365.25 AS years, pays.yearly,
  ${skills === "named" ? "list_sort(list_distinct(list_transform(r.skills, lambda number: names.of[number])))" : "[]::VARCHAR[]"} AS skills
FROM ${scanOf(where)} JOIN pays USING (key) LEFT JOIN employer ON number = r.employer, names ORDER BY employer.name, r.key`;
  return { sql, values: where.values };
}

/** Columns for the levels of each factor, for the skills most named, and for time where `overTime` says so. The most frequent level is what the others are compared with. */
export function designOf(postings: readonly PayPosting[], factors: readonly Factor[], { skills = [], mostSkills = 0, overTime = false }: { skills?: readonly string[]; mostSkills?: number; overTime?: boolean } = {}): Design {
  const names: string[] = overTime ? ["a year"] : [];
  const dropped: Dropped[] = [];
  const references: Record<string, string> = {};
  const levels = new Map<Factor, Map<string, string | null>>();
  for (const factor of factors) {
    const support = supportOf(postings, (posting) => [posting[factor]]);
    const known = [...support].filter(([, one]) => isEnough(one)).toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1));
    const reference = known[0]?.[0];
    if (reference === undefined) continue;
    references[factor] = reference;
    const rare = [...support].filter(([, one]) => !isEnough(one)).map(([level]) => level);
    dropped.push(...rare.toSorted().map((level): Dropped => ({ name: `${factor}: ${level}`, why: "rare" })));
    const others = known.slice(1).map(([level]) => level);
    names.push(...others.map((level) => `${factor}: ${level}`));
    if (rare.length > 0) names.push(`${factor}: others`);
    levels.set(factor, new Map([...support.keys()].map((level) => [level, level === reference ? null : `${factor}: ${rare.includes(level) ? "others" : level}`])));
  }
  const chosen = skillsOf(postings, skills, mostSkills, dropped);
  names.push(...chosen.map((skill) => `skill: ${skill}`));
  const place = new Map(names.map((name, i) => [name, i + 1]));
  const employers = indexOf(postings.map((posting) => posting.employer));
  const cases = postings.map((posting): Case => {
    const columns = [...levels].flatMap(([factor, of]) => of.get(posting[factor]) ?? []);
    const own = posting.skills.map((skill) => `skill: ${skill}`);
    const x = [...columns, ...own].flatMap((name) => (place.has(name) ? [[place.get(name)!, 1] as const] : []));
    return { y: Math.log(posting.yearly), employer: employers.get(posting.employer)!, x: overTime ? [[1, posting.years!] as const, ...x] : x };
  });
  return { cases, names, references, dropped };
}

type Support = { n: number; employers: Set<string> };

function supportOf(postings: readonly PayPosting[], of: (posting: PayPosting) => readonly string[]): Map<string, Support> {
  const support = new Map<string, Support>();
  for (const posting of postings) {
    for (const name of of(posting)) {
      const one = support.get(name) ?? { n: 0, employers: new Set() };
      one.n++;
      // Postings that name no employer may all be of one: they vouch for no other.
      if (posting.employer !== null) one.employers.add(posting.employer);
      support.set(name, one);
    }
  }
  return support;
}

function isEnough({ n, employers }: Support): boolean {
  return n >= fewestPostings && employers.size >= fewestEmployers;
}

/** Those asked for, then the most named; a skill that is too rare, or in all but too few postings, is none. */
function skillsOf(postings: readonly PayPosting[], asked: readonly string[], most: number, dropped: Dropped[]): string[] {
  const support = supportOf(postings, (posting) => posting.skills);
  const enough = [...support].filter(([, one]) => isEnough(one) && postings.length - one.n >= fewestPostings).toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1)).map(([name]) => name);
  for (const name of asked) if (!enough.includes(name)) dropped.push({ name: `skill: ${name}`, why: "rare" });
  return [...new Set([...asked.filter((name) => enough.includes(name)), ...enough.slice(0, most)])];
}
