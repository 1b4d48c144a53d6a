import { z } from "zod";
import type { Where } from "./cut.ts";
import type { Flag } from "./question.ts";

/** What an answer's rows may stand for; `all` is the cut as one. Size of employers is not among them: no posting states it. */
export const Grouping = z.enum(["all", "role", "layer", "seniority", "country", "region", "domain", "skill", "month"]);
export type Grouping = z.infer<typeof Grouping>;

/** The name of a group whose postings do not say. */
export const notSaid = "not said";

/** What a vacancy may have several of, and what one of them is called in a scan. */
const lists = { regions: "region", countries: "country", skills: "skill" } as const;
type List = keyof typeof lists;

/** How vacancies `r` are grouped: by a small value of theirs, or by each of a list, in which case a vacancy counts in each. `told` makes of the value, once it is counted, what people read. */
export type Grouped = { column: string; list?: List; told?: (value: string) => string };

/** The vacancies of a cut as `r`; with lists, once for each of their values. */
export function scanOf(where: Where, ...of: readonly (List | undefined)[]): string {
  const cut = `(SELECT * FROM vacancy r WHERE ${where.sql}) r`;
  return of.reduce((from, list) => (list === undefined ? from : `(SELECT *, unnest(r.${list}) AS ${lists[list]} FROM ${from}) r`), cut);
}

/** `24305` → `'2025-06'`; the month of nothing is nothing. */
export function monthText(month: string): string {
  return `(${month} // 12)::VARCHAR || '-' || lpad((${month} % 12 + 1)::VARCHAR, 2, '0')`;
}

export const textOf = (value: string): string => `${value}::VARCHAR`;

const orNotSaid = (value: string): string => `coalesce(${value}::VARCHAR, '${notSaid}')`;

export const groups: Record<Grouping, Required<Omit<Grouped, "list">> & Pick<Grouped, "list">> = {
  all: { column: "'all'", told: textOf },
  role: { column: "r.role", told: textOf },
  layer: { column: "r.layer", told: textOf },
  seniority: { column: "r.seniority", told: orNotSaid },
  country: { column: "r.country", list: "countries", told: textOf },
  region: { column: "r.region", list: "regions", told: textOf },
  domain: { column: "r.domain", told: orNotSaid },
  skill: { column: "r.skill", list: "skills", told: (value) => `(SELECT name FROM skill WHERE number = ${value})` },
  month: { column: "r.month", told: (value) => `coalesce(${monthText(value)}, '${notSaid}')` },
};

/** `--by`: what the rows stand for. */
export function groupingFlag(usual: Grouping, options: readonly Grouping[]): Flag {
  return { value: "GROUP", choices: options, about: `by ${usual} (else ${options.filter((one) => one !== usual).join(", ")})` };
}
