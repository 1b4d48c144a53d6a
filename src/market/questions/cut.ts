import type { DuckDBValue } from "@duckdb/node-api";
import type { z } from "zod";
import { Domain } from "../../terms/domain.ts";
import { Filters } from "../../terms/filters.ts";
import { Layer } from "../../terms/layer.ts";
import { Region } from "../../terms/place.ts";
import { Role } from "../../terms/role.ts";
import { Seniority } from "../../terms/seniority.ts";
import { Workplace } from "../../terms/workplace.ts";
import { bitOf, bitsFor } from "../vacancies/table.ts";
import { foldTitle } from "../vacancies/title.ts";
import type { Flag } from "./question.ts";

export { Currency, listOf } from "../../terms/filters.ts";

/** The part of the market that a question looks at: the filters, with a title's words as titles are compared. */
export const Cut = Filters.extend({
  title: Filters.shape.title.transform((words) => (words === null ? null : (foldTitle(words, null) ?? ""))).refine((words) => words !== "", "holds no word of a title"),
});
export type Cut = z.infer<typeof Cut>;

/** The cut on the command line: the same for every question. */
export const cutFlags: Record<keyof Cut, Flag> = {
  region: { value: "REGION", many: true, choices: Region.options, about: `only vacancies there: ${Region.options.join(", ")}` },
  country: { value: "CODE", many: true, about: "only vacancies in these countries: two letters, as in US or DE" },
  city: { value: "CITY", many: true, about: "only vacancies in these cities, by any of their names, with accents or without; with --country where two share it" },
  role: { value: "ROLE", many: true, choices: Role.options, about: "only these roles" },
  layer: { value: "LAYER", many: true, choices: Layer.options, about: `only these layers: ${Layer.options.join(", ")}` },
  seniority: { value: "LEVEL", many: true, choices: Seniority.options, about: `only these levels: ${Seniority.options.join(", ")}` },
  domain: { value: "DOMAIN", many: true, choices: Domain.options, about: "only work that requires one of these specialisations" },
  workplace: { value: "WHERE", many: true, choices: Workplace.options, about: `only ${Workplace.options.join(", ")}` },
  employer: { value: "NAME", many: true, about: "only vacancies of these employers, by their whole names in any case" },
  skill: { value: "SKILL", many: true, about: "only vacancies that name one of these skills, by name or id (see: strata market skills)" },
  title: { value: "WORDS", about: "only vacancies whose title has these words in this order, as in \"data scientist\"" },
  since: { value: "DAY", about: "only vacancies opened on this day or later, as in 2025-10-31" },
  until: { value: "DAY", about: "only vacancies opened on this day or earlier" },
  currency: { value: "CODE", about: "pay stated in this currency (else the one most vacancies state)" },
};

/** A condition on `vacancy r`, with the values of its parameters. */
export type Where = { sql: string; values: Record<string, DuckDBValue> };

/** What is counted is vacancies (vacancies/table.ts): of the postings of one (reposts, copies on other boards, one a place) the one that stands for it is looked at. Those without a day stand in no cut by day. */
export function whereOf(cut: Partial<Cut>): Where {
  const conditions: string[] = [];
  const values: Record<string, DuckDBValue> = {};
  const named = (name: keyof Cut, allowed: readonly string[]): string[] =>
    allowed.map((value, i) => {
      values[`${name}${i}`] = value;
      return `$${name}${i}`;
    });
  for (const name of ["role", "layer"] as const) {
    if (cut[name]?.length) conditions.push(`r.${name} IN (${named(name, cut[name]).map((one) => `${one}::${name}`).join(", ")})`);
  }
  for (const [name, all] of [["seniority", Seniority.options], ["domain", Domain.options], ["workplace", Workplace.options], ["region", Region.options]] as const) {
    if (!cut[name]?.length) continue;
    // In the column's own type: a wider one would widen every row of it.
    conditions.push(`r.${name}_bits & $${name}::${bitsFor(all)} <> 0`);
    values[name] = cut[name].reduce((bits, one) => bits | bitOf(all, one), 0);
  }
  if (cut.employer?.length) conditions.push(`r.employer IN (SELECT number FROM employer WHERE name IN (${named("employer", cut.employer.map(lower)).join(", ")}))`);
  if (cut.country?.length) conditions.push(anyOf("countries", named("country", cut.country)));
  if (cut.city?.length) conditions.push(`r.key IN (SELECT vacancy FROM reading_place WHERE lower(city) IN (${named("city", cut.city.map(lower)).join(", ")}))`);
  if (cut.skill?.length) conditions.push(anyOf("skills", named("skill", cut.skill.map(lower)).map((one) => `(SELECT number FROM skill WHERE id = ${one})`)));
  for (const [name, compare] of [["since", ">="], ["until", "<="]] as const) {
    if (!cut[name]) continue;
    conditions.push(`r.opened ${compare} $${name}::DATE`);
    values[name] = cut[name];
  }
  if (cut.title) {
    conditions.push("contains(' ' || r.title_key || ' ', ' ' || $title || ' ')");
    values.title = cut.title;
  }
  return { sql: conditions.length === 0 ? "TRUE" : conditions.join(" AND "), values };
}

/** Names are kept as they were written until they are looked up, so that they can be told back. */
function lower(name: string): string {
  return name.toLowerCase();
}

function anyOf(list: string, wanted: readonly string[]): string {
  return `(${wanted.map((one) => `list_contains(r.${list}, ${one})`).join(" OR ")})`;
}

/** As `whereOf`, without work outside AI where the cut does not ask for it: what cooks and drivers need and earn would else top every list. */
export function whereOfAi(cut: Cut): Where {
  const where = whereOf(cut);
  return cut.layer.length > 0 || cut.role.length > 0 ? where : insideOf(where);
}

/** Of a condition's vacancies those inside the five layers. */
export function insideOf(where: Where): Where {
  return { ...where, sql: `${where.sql} AND r.layer <> 'outside'::layer` };
}
