import { z } from "zod";
import { shortened } from "../lib/shortened.ts";
import { split } from "./filters.ts";

/** How a parameter and the value it was given are written: `region=mars` in an address, `--region mars` on the command line. */
export type Written = (name: string, value: string | null) => string;

/** Nobody reads more at once; a list of thousands, each looked up in what was given, would hold up all other requests. */
const mostTold = 20;

/**
 * What a schema refused, for people: the parameter, the value that was given, and what it takes; one line a value, of the first 20. Lists come as "a,b".
 * `refusals(error, { region: "mars" }, (name, value) => `${name}=${value}`)` → `["region=mars: takes us, uk, europe, uae, apac, other"]`
 */
export function refusals(error: z.ZodError, given: unknown, written: Written): string[] {
  return [...new Set(error.issues.slice(0, mostTold).map((issue) => refusalOf(issue, given, written)))];
}

function refusalOf(issue: z.core.$ZodIssue, given: unknown, written: Written): string {
  const path = issue.path.filter((part) => typeof part === "string");
  const there = valueAt(issue.path, given);
  const says = saysOf(issue, there);
  if (path.length === 0) return says;
  const value = typeof there === "object" || there === undefined ? null : shortened(String(there));
  // What the words themselves quote is not quoted before them.
  return `${written(path.join("."), value !== null && says.includes(JSON.stringify(value)) ? null : value)}: ${says}`;
}

/** The value at a place of what was given; a list may have been given as words with commas between. */
function valueAt(path: readonly PropertyKey[], given: unknown): unknown {
  return path.reduce<unknown>((inside, part) => {
    if (typeof part === "number") return split(inside)[part];
    return typeof inside === "object" && inside !== null ? (inside as Record<PropertyKey, unknown>)[part] : undefined;
  }, given);
}

const english = z.locales.en().localeError;
const kinds: Record<string, string> = { string: "a text", number: "a number", int: "a whole number", boolean: "true or false", array: "a list", object: "an object", date: "a day" };

/** A schema's own words where it has some; the library's, which speak of types and options, are said anew. */
function saysOf(issue: z.core.$ZodIssue, value: unknown): string {
  const itsOwn = english({ ...issue, input: value } as z.core.$ZodRawIssue);
  if (issue.message !== (typeof itsOwn === "string" ? itsOwn : itsOwn?.message)) return issue.message;
  if (value === undefined && (issue.code === "invalid_type" || issue.code === "invalid_value")) return "is missing";
  switch (issue.code) {
    case "invalid_value":
      return `takes ${issue.values.map(String).join(", ")}`;
    case "invalid_type":
      return `must be ${kinds[issue.expected] ?? `of the kind ${issue.expected}`}`;
    case "too_big":
      return `takes ${sizeOf(issue.origin, issue.maximum)} at most`;
    case "too_small":
      return `takes ${sizeOf(issue.origin, issue.minimum)} at least`;
    case "unrecognized_keys":
      return `there is no ${issue.keys.join(", ")}`;
    case "invalid_format":
      return issue.format === "url" ? "must be a whole address, as in https://example.com/careers" : "is not written as it should be";
    default:
      return "is not as it should be; /openapi.json says how";
  }
}

function sizeOf(origin: string, most: number | bigint): string {
  const size = most.toLocaleString("en-US");
  return origin === "string" ? `${size} character${size === "1" ? "" : "s"}` : origin === "array" || origin === "set" ? `${size} values` : size;
}
