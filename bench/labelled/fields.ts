import { areasNamed } from "../../src/reading/places/gazetteer.ts";
import { read } from "../../src/reading/read.ts";
import type { Evidence } from "../../src/terms/evidence.ts";
import type { Reading } from "../../src/terms/reading.ts";
import { excerptAt, rowsOf, type Judged } from "./rows.ts";

// Each set is labelled by another project's conventions; what of them differs from ours is translated here.

export type Judge<Row> = (row: Row) => Omit<Judged, "row" | "excerpt"> & { evidence: readonly Evidence[]; text: string };
type TextRow<Expect> = { text: string; expect: Expect | null };

/** Reads each row of a set and judges it by the label. */
export function judgeRows<Row>(file: string, judge: Judge<Row>): Judged[] {
  return rowsOf(file).map((row, at) => {
    const { evidence, text, ...judged } = judge(row as Row);
    const [first] = evidence;
    return { ...judged, row: at + 1, excerpt: first ? excerptAt(text, first.start, first.end) : text.slice(-300).replace(/\s+/g, " ") };
  });
}

function readText(text: string): Reading & { text: string } {
  return read({ description_text: text }, { withText: true }) as Reading & { text: string };
}

function compare(wanted: string | number | null, got: string | number | null, evidence: readonly Evidence[], text: string): ReturnType<Judge<unknown>> {
  return { right: wanted === got, wanted: String(wanted), got: String(got), evidence, text };
}

type PayLabel = { min: number | null; max: number | null; currency?: string; interval: string };

/** Their label holds one range over all places and levels: the least and the most of what we read in its period. */
export const judgePay: Judge<TextRow<PayLabel>> = ({ text, expect }) => {
  const { pay, text: plain } = readText(text);
  const said = pay.map(({ min, max, currency, period }) => `${min ?? ""}-${max ?? ""} ${currency} a ${period}`).join("; ") || "none";
  const shown = { got: said, evidence: pay.flatMap((one) => one.evidence), text: plain };
  if (expect === null) return { right: pay.length === 0, wanted: "none", ...shown };
  const same = pay.filter(({ period, currency }) => period === expect.interval && (expect.currency === undefined || currency === expect.currency));
  const mins = same.flatMap(({ min }) => min ?? []), maxs = same.flatMap(({ max }) => max ?? []);
  const least = mins.length > 0 ? Math.min(...mins) : null, most = maxs.length > 0 ? Math.max(...maxs) : null;
  const right = same.length > 0 && (expect.min === null || least === expect.min) && (expect.max === null || most === expect.max);
  return { right, wanted: `${expect.min ?? ""}-${expect.max ?? ""} ${expect.currency ?? ""} a ${expect.interval}`, ...shown };
};

export const judgeYears: Judge<TextRow<{ min: number | null }>> = ({ text, expect }) => {
  const { years, text: plain } = readText(text);
  return compare(expect?.min ?? null, years.value, years.evidence, plain);
};

type DegreeLabel = { degree_min?: string; level?: string; degree_required?: boolean | null; required?: boolean };
const ownDegree: Record<string, string> = { highschool: "none", associate: "none", phd_md: "phd" };

/**
 * Ours is the lowest degree accepted as a requirement, one below a bachelor's being `none`. Their "not required" stands both for "preferred",
 * which is none said for us, and for "or equivalent experience", which still counts as the degree: either reading agrees with it.
 */
export const judgeDegree: Judge<TextRow<DegreeLabel>> = ({ text, expect }) => {
  const { degree, text: plain } = readText(text);
  const level = expect?.degree_min ?? expect?.level ?? null;
  const required = (expect?.degree_required ?? expect?.required) !== false;
  const wanted = level === null ? null : (ownDegree[level] ?? level);
  return compare(!required && degree.value === null ? null : wanted, degree.value, degree.evidence, plain);
};

const ownLevel: Record<string, string> = { staff: "lead", principal: "lead", executive: "director" };

/** "Unknown" is a title without a level: none said, or the middle one. */
export const judgeLevel: Judge<{ title: string; level: string }> = ({ title, level }) => {
  const { seniority } = read({ title, description_text: "We are hiring." });
  if (level === "unknown") return compare(seniority.value === "mid" ? "mid" : null, seniority.value, [], title);
  return compare(ownLevel[level] ?? level, seniority.value, [], title);
};

export const judgeSponsorship: Judge<{ text: string; sponsorship: boolean | null }> = ({ text, sponsorship }) => {
  const { visa, text: plain } = readText(text);
  return compare(sponsorship === null ? null : sponsorship ? "offered" : "refused", visa.value, visa.evidence, plain);
};

export const judgeGeography: Judge<{ location_raw: string; country: string | null }> = ({ location_raw, country }) => {
  const { places } = read({ location: location_raw, title: "Engineer", description_text: "We are hiring." });
  const found = [...new Set(places.flatMap((place) => place.country ?? []))];
  const wanted = country === null ? null : (areasNamed(country)?.[0]?.country ?? country);
  return { right: wanted === null ? found.length === 0 : found.includes(wanted), wanted: String(wanted), got: found.join() || "none", evidence: [], text: location_raw };
};
