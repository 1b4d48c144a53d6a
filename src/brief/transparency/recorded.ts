import { dayNumber, monthNames } from "../../lib/day.ts";
import { transparencyChecks, type TransparencyResult } from "../../terms/transparency.ts";

const staleDays = 180;

const fields: Record<string, string> = { source: "the citation and its link", law: "the name of the law", notes: "the notes", employees: "the number of employees", employeesThere: "the number of employees there", from: "the day it holds from", status: "the state of the law", reach: "how far it reaches", spread: "the width of the range" };

/**
 * What a rule's text is worth: when it was recorded, what of it was recalled, and that the source decides.
 * `recordedSays({ recorded: "2026-11", stale: false, recalled: ["source"] })` → `"as recorded in November 2026; not legal advice; check the source. From memory, looked up nowhere: the citation and its link."`
 */
export function recordedSays({ recorded, stale, recalled }: Pick<TransparencyResult, "recorded" | "stale" | "recalled">): string {
  const age = stale ? ", more than half a year ago: it may have changed" : "";
  const memory = recalled.length === 0 ? "" : ` From memory, looked up nowhere: ${recalled.map(nameOf).join(", ")}.`;
  return `as recorded in ${monthOf(recorded)}${age}; not legal advice; check the source.${memory}`;
}

/** Whether what was recorded in a month (2026-11) is more than half a year old on a day. */
export function isStale(recorded: string, day: string): boolean {
  return dayNumber(day) - dayNumber(`${recorded}-01`) > staleDays;
}

function monthOf(recorded: string): string {
  const [year, month] = recorded.split("-");
  return `${monthNames[Number(month) - 1]} ${year}`;
}

function nameOf(field: string): string {
  return fields[field] ?? transparencyChecks.find(({ id }) => id === field)?.name.toLowerCase() ?? field;
}
