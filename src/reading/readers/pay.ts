import type { Pay } from "../../terms/pay.ts";
import type { Place } from "../../terms/place.ts";
import { evidenceAt, type Document } from "../document.ts";
import { findAmounts } from "../pay/amounts.ts";
import { judge } from "../pay/judge.ts";
import { joinAmounts } from "../pay/ranges.ts";
import { findRegions, type Region } from "../pay/regions.ts";
import { readStated } from "../pay/stated.ts";
import type { Statement } from "../pay/statement.ts";

export { payLexicon } from "../pay/cues.ts";

/**
 * Every range that the posting states for the job itself, in the order of the text, a board's salary field first where it says something else.
 * `places` tell one dollar from another. Sums whose period or currency cannot be told are left out.
 */
export function readPay(doc: Document, places: readonly Place[]): Pay[] {
  const regions = findRegions(doc);
  const written = doc.posting.salary_raw;
  if (regions.length === 0 && !written) return [];
  const countries = countriesOf(places);
  const stated: Statement[] = [];
  for (const region of regions) readRegion(doc, region, countries, stated);
  const field = written ? readStated(written, countries) : null;
  if (field !== null && !isSpan(field, stated)) stated.unshift(field);
  return merge(doc, stated);
}

function countriesOf(places: readonly Place[]): string[] {
  const countries: string[] = [];
  for (const { country } of places) if (country !== null && !countries.includes(country)) countries.push(country);
  return countries;
}

/** Adds what a region states to `found`. */
function readRegion(doc: Document, region: Region, countries: readonly string[], found: Statement[]): void {
  const ranges = joinAmounts(doc.text, findAmounts(doc.text, region.start, region.end), doc.lines[region.line]!.start);
  for (const [i, range] of ranges.entries()) {
    const last = found[found.length - 1];
    const sibling = last !== undefined && last.end >= region.start - 130 && range.start - last.end <= 130 ? last : null;
    const statement = judge(doc, region, range, ranges[i + 1], countries, sibling);
    if (statement === null) continue;
    if (last !== undefined && areEnds(last, statement)) Object.assign(last, { max: statement.max, end: statement.end });
    else found.push(statement);
  }
}

/** "Minimum salary: $100,000", then "Maximum salary: $150,000". */
function areEnds(low: Statement, high: Statement): boolean {
  return low.max === null && high.min === null && low.min! < high.max! && low.currency === high.currency && low.period === high.period && high.start - low.end < 40;
}

/** A field that only spans what the text says place by place, or rounds it, adds nothing. */
function isSpan(field: Statement, stated: readonly Statement[]): boolean {
  const same = stated.filter((one) => one.currency === field.currency && one.period === field.period && one.min !== null && one.max !== null);
  if (same.length === 0) return false;
  const spans = (list: readonly Statement[]): boolean => near(field.min, list.reduce((least, one) => Math.min(least, one.min!), Infinity)) && near(field.max, list.reduce((most, one) => Math.max(most, one.max!), 0));
  return spans(same) || same.some((one) => spans([one]));
}

// "$126.7K" for 126,650.
function near(a: number | null, b: number): boolean {
  return a !== null && Math.abs(a - b) <= Math.max(a, b) * 0.0006;
}

/** The same range said twice is one entry: with every place it is said for, all its evidence, and the kind that any of them says. */
function merge(doc: Document, statements: readonly Statement[]): Pay[] {
  const all: Pay[] = [];
  for (const { min, max, currency, period, kind, place, start, end } of statements) {
    const known = all.find((one) => one.min === min && one.max === max && one.currency === currency && one.period === period);
    const evidence = start < 0 ? [] : [evidenceAt(doc, start, end)];
    if (known === undefined) {
      all.push({ min, max, currency, period, kind, place, evidence });
      continue;
    }
    known.evidence.push(...evidence);
    if (known.kind === "unspecified") known.kind = kind;
    if (place !== null && !known.place?.split("; ").includes(place)) known.place = known.place === null ? place : `${known.place}; ${place}`;
  }
  return all.length < 2 ? all : all.filter((one) => !all.some((other) => isEndOf(one, other)));
}

/** "Up to $150k" beside "$120k – $150k" is the same range again. */
function isEndOf(one: Pay, whole: Pay): boolean {
  if (one.currency !== whole.currency || one.period !== whole.period || whole.min === null || whole.max === null) return false;
  return (one.min === null && one.max === whole.max) || (one.max === null && one.min === whole.min);
}
