import { regionNames } from "../../terms/place.ts";
import { askOrder, FirstQuestion, type FirstRow } from "../questions/first.ts";
import { commandFor, type Finding, type Looking } from "./asked.ts";
import type { Measure } from "./claim.ts";
import { type Measured, sure } from "./verdict.ts";

type Asked = Extract<Measure, { of: "first" }>;

/** How often what is claimed to come first, and what is claimed to follow it, does so in that order, before all that the claim does not name. */
export async function measureFirst({ market, within }: Looking, { in: of, by, expect, cut }: Asked): Promise<Finding> {
  const { answer, held } = await askOrder(market, FirstQuestion.parse({ ...within, ...cut, of, by }), expect);
  const named = expect.flat();
  const taking = answer.rows.filter(({ group }) => named.includes(group));
  const absent = named.filter((group) => !taking.some((row) => row.group === group));
  const { reversed } = held;
  const turned = reversed === null || taking.length === 0 ? undefined : { often: reversed.often, words: `${nameOf(by, reversed.before)} comes before ${nameOf(by, reversed.after)}` };
  // What is the other way round beyond doubt is so without those that are missing.
  const missing = turned !== undefined && turned.often >= sure ? undefined : absent.length > 0 ? `too few vacancies of ${absent.map((group) => nameOf(by, group)).join(", ")} to take part` : answer.rows.length < 2 ? "nothing to come before" : undefined;
  const deciding = missing === undefined && turned !== undefined && turned.often >= sure ? answer.rows.filter(({ group }) => group === reversed!.before || group === reversed!.after) : taking;
  const measured: Measured = { value: missing === undefined ? held.whole : null, low: null, high: null, ...fewest(deciding), unit: "probability", ranked: named.length === 1 ? "first" : "in this order", turned, note: `largest: ${answer.rows.slice(0, Math.max(3, named.length)).map((row) => figureOf(row, by)).join(", ") || "none takes part"}`, missing };
  return { measured, sql: answer.sql, values: answer.values, command: commandFor("first", cut, `--of ${of} --by ${by}`) };
}

/** Of several groups the size of the least one: what decides is as sure as that. */
function fewest(rows: readonly FirstRow[]): { n: number; employers: number } {
  return { n: Math.min(...rows.map(({ n }) => n), rows.length === 0 ? 0 : Infinity), employers: Math.min(...rows.map(({ employers }) => employers), rows.length === 0 ? 0 : Infinity) };
}

const countries = new Intl.DisplayNames("en", { type: "region" });

/** `nameOf("country", "GB")` → `"United Kingdom"` */
function nameOf(by: Asked["by"], group: string): string {
  if (by === "country") return /^[A-Z]{2}$/.test(group) ? countries.of(group)! : group;
  return by === "region" && group in regionNames ? regionNames[group as keyof typeof regionNames] : group;
}

function figureOf({ group, value, low, high, unit }: FirstRow, by: Asked["by"]): string {
  const write = (amount: number): string => (unit === "share" ? `${(amount * 100).toFixed(1)} %` : Math.round(amount).toLocaleString("en-US"));
  return `${nameOf(by, group)} ${write(value)}${low === null || high === null ? "" : ` (${write(low)} to ${write(high)})`}`;
}
