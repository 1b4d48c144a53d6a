import { countryName, regionNames } from "../../terms/place.ts";
import { askOrder, FirstQuestion, type FirstRow, placeText } from "../questions/first.ts";
import { commandFor, type Finding, type Looking } from "./asked.ts";
import type { Measure } from "./claim.ts";
import { isTurned, type Measured } from "./verdict.ts";

type Asked = Extract<Measure, { of: "first" }>;

/** How often what is claimed to come first, and what is claimed to follow it, does so in that order, before all that the claim does not name. */
export async function measureFirst({ market, within }: Looking, { in: of, by, expect, aside, cut }: Asked): Promise<Finding> {
  const { answer, held } = await askOrder(market, FirstQuestion.parse({ ...within, ...cut, of, by }), expect, aside);
  const { rows } = answer;
  const named = expect.flat();
  const taking = rows.filter(({ group }) => named.includes(group));
  const reversed = taking.length === 0 ? null : held.reversed;
  const turned = reversed === null ? undefined : { often: reversed.often, pairs: held.pairs, words: `${nameOf(by, reversed.before)} comes before ${nameOf(by, reversed.after)}` };
  // What is the other way round beyond doubt is so without those that are missing.
  const against = reversed !== null && turned !== undefined && isTurned(turned) ? [reversed.before, reversed.after] : null;
  const missing = against === null ? missingOf(named.filter((group) => !taking.some((row) => row.group === group)), rows, by) : undefined;
  const deciding = against === null ? taking : rows.filter(({ group }) => against.includes(group));
  const largest = rows.slice(0, Math.max(3, named.length)).map((row) => `${nameOf(by, row.group)} ${placeText(row, answer.cut)}`);
  const measured: Measured = {
    value: missing === undefined ? held.whole : null,
    low: null,
    high: null,
    ...fewest(deciding),
    unit: "probability",
    ranked: named.length === 1 ? "first" : "in this order",
    turned,
    note: `${of === "postings" ? "largest" : "highest"}: ${largest.join(", ") || "none takes part"}`,
    missing,
  };
  return { measured, sql: answer.sql, values: answer.values, command: commandFor("first", cut, `--of ${of} --by ${by}`) };
}

/** Why the order cannot be told, where it cannot. */
function missingOf(absent: readonly string[], rows: readonly FirstRow[], by: Asked["by"]): string | undefined {
  if (absent.length > 0) return `too few vacancies of ${absent.map((group) => nameOf(by, group)).join(", ")} to take part`;
  return rows.length < 2 ? "nothing to come before" : undefined;
}

/** The size of the smallest of several groups: what decides is as sure as that. */
function fewest(rows: readonly FirstRow[]): { n: number; employers: number } {
  const least = rows.toSorted((a, b) => a.n - b.n)[0];
  return { n: least?.n ?? 0, employers: least?.employers ?? 0 };
}

/** `nameOf("country", "GB")` → `"United Kingdom"` */
function nameOf(by: Asked["by"], group: string): string {
  if (by === "country") return countryName(group);
  return by === "region" && group in regionNames ? regionNames[group as keyof typeof regionNames] : group;
}
