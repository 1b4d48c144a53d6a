import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { Degree } from "../../terms/degree.ts";
import { Visa } from "../../terms/visa.ts";
import { Workplace } from "../../terms/workplace.ts";

const degrees = Degree.exclude(["none"]);
const forms = `skill:ID (skill:ID|ID for one of several), years:N, degree:${degrees.options.join(" or ")}, workplace:${Workplace.options.join(" or ")}, visa:${Visa.options.join(" or ")}, or production`;

/** Something a posting may ask for, as it is written in a question: `"skill:python"`, `"skill:pytorch|tensorflow"` (one of them), `"years:5"` (that many or more), `"degree:master"` (that or a higher one), `"production"`. */
export const Requirement = z
  .string()
  .trim()
  .toLowerCase()
  .refine((text) => isRequirement(text), `is no requirement; write ${forms}`);
export type Requirement = z.infer<typeof Requirement>;

function isRequirement(text: string): boolean {
  const [kind, value = ""] = partsOf(text);
  if (kind === "skill") return /^[^\s,|]{1,100}(?:\|[^\s,|]{1,100}){0,9}$/.test(value);
  if (kind === "years") return /^[1-9]\d?$/.test(value);
  const allowed = { degree: degrees, workplace: Workplace, visa: Visa }[kind as "degree"];
  return allowed === undefined ? text === "production" : allowed.safeParse(value).success;
}

/** Ids of skills may hold colons themselves. */
function partsOf(requirement: string): [kind: string, value: string] {
  const at = requirement.indexOf(":");
  return at < 0 ? [requirement, ""] : [requirement.slice(0, at), requirement.slice(at + 1)];
}

/**
 * Whether a vacancy `r` asks for it, as a condition that is null where that is not known. Who says nothing of a skill, of years, a degree, production or a visa asks for none;
 * a place of work there is, said or not.
 */
export function asksFor(requirement: Requirement, name: string): { sql: string; values: Record<string, DuckDBValue> } {
  const [kind, value] = partsOf(requirement);
  if (kind === "skill") return anySkill(idsOf(requirement), name);
  if (kind === "years") return { sql: `coalesce(r.years >= $${name}, FALSE)`, values: { [name]: Number(value) } };
  if (kind === "degree") return { sql: `coalesce(r.degree IN (${degrees.options.slice(degrees.options.indexOf(value as "phd")).map((one) => `'${one}'`).join(", ")}), FALSE)`, values: {} };
  if (kind === "workplace") return { sql: `r.workplace = $${name}`, values: { [name]: value } };
  if (kind === "visa") return { sql: `coalesce(r.visa = $${name}, FALSE)`, values: { [name]: value } };
  return { sql: "coalesce(r.production, FALSE)", values: {} };
}

/** The skills of a requirement, of which one is enough; none where it asks for something else. */
export function idsOf(requirement: Requirement): string[] {
  const [kind, value] = partsOf(requirement);
  return kind === "skill" ? value.split("|") : [];
}

function anySkill(ids: readonly string[], name: string): ReturnType<typeof asksFor> {
  const names = ids.map((_, i) => (ids.length === 1 ? name : `${name}_${i}`));
  const sql = names.map((one) => `coalesce(r.needs[list_position(r.skills, (SELECT number FROM skill WHERE id = $${one}))] = 'required', FALSE)`).join(" OR ");
  return { sql: names.length === 1 ? sql : `(${sql})`, values: Object.fromEntries(names.map((one, i) => [one, ids[i]!])) };
}

/** A requirement in words; `skill` tells a skill's name. `requirementText("years:5", …)` → `"5 years or more"` */
export function requirementText(requirement: Requirement, skill: (id: string) => string): string {
  const [kind, value] = partsOf(requirement);
  switch (kind) {
    case "skill":
      return `${idsOf(requirement).map(skill).join(" or ")} required`;
    case "years":
      return `${value} ${value === "1" ? "year" : "years"} or more`;
    case "degree":
      return value === "phd" ? "a doctorate" : `a ${value}'s degree${value === "bachelor" ? " or higher" : " or a doctorate"}`;
    case "visa":
      return `a visa ${value}`;
    case "workplace":
      return value;
    default:
      return "production experience";
  }
}

export const requirementForms = forms;
