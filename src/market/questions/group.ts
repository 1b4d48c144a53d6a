import { z } from "zod";
import type { Flag } from "./question.ts";

/** What an answer's rows may stand for; `all` is the cut as one. Size of employers is not among them: no posting states it. */
export const Grouping = z.enum(["all", "role", "layer", "seniority", "country", "region", "domain", "skill", "month"]);
export type Grouping = z.infer<typeof Grouping>;

/** The name of a group whose postings do not say. */
export const notSaid = "not said";

/** Joins each vacancy `r` with the places of all its postings, as `place`. */
export function placeJoin(column: "country" | "region"): string {
  return `JOIN (SELECT DISTINCT vacancy AS key, ${column} FROM reading_place WHERE ${column} IS NOT NULL) place USING (key)`;
}

/** The expression to group postings `r` by, and what it needs joined. A posting in several countries, or with several skills, counts in each. */
export const groups: Record<Grouping, { column: string; join: string }> = {
  all: { column: "'all'", join: "" },
  role: { column: "r.role", join: "" },
  layer: { column: "r.layer", join: "" },
  seniority: { column: `coalesce(r.seniority, '${notSaid}')`, join: "" },
  country: { column: "place.country", join: placeJoin("country") },
  region: { column: "place.region", join: placeJoin("region") },
  domain: { column: `coalesce(r.domain, '${notSaid}')`, join: "" },
  skill: { column: "skill.name", join: "JOIN (SELECT DISTINCT key, name FROM reading_skill) skill USING (key)" },
  month: { column: `coalesce(strftime(r.opened, '%Y-%m'), '${notSaid}')`, join: "" },
};

/** `--by`: what the rows stand for. */
export function groupingFlag(usual: Grouping, options: readonly Grouping[]): Flag {
  return { value: "GROUP", choices: options, about: `by ${usual} (else ${options.filter((one) => one !== usual).join(", ")})` };
}
