import type { DuckDBValue } from "@duckdb/node-api";
import { extentOf } from "../../lib/extent.ts";
import { share } from "../questions/first.ts";
import { indexOf } from "../questions/pay-cells.ts";
import { regress } from "../statistics/regression.ts";
import { intervalOf, replicate } from "../statistics/replicate.ts";
import { commandFor, type Finding, type Looking, snapshotNote, whereOfClaim } from "./asked.ts";
import type { ClaimCut, Measure, What } from "./claim.ts";
import type { Measured } from "./verdict.ts";

type Cell = { employer: string | null; hit: number; n: number };
type Asked<Of extends Measure["of"]> = Extract<Measure, { of: Of }>;

/** The part of postings that are what the claim names, with an interval by drawing employers. */
export async function measureShare({ market, within }: Looking, { cut, what, title }: Asked<"share">): Promise<Finding> {
  const where = whereOfClaim(cut, within);
  const hit = conditionOf(what);
  const titled = title === undefined ? "" : " AND contains(lower(p.title), $title)";
  const sql = `SELECT e.name AS employer, hit, n FROM (SELECT r.employer, (${hit.sql})::INTEGER AS hit, count(*)::INTEGER AS n
FROM vacancy r${title === undefined ? "" : " JOIN posting p USING (key)"} WHERE ${where.sql}${titled} GROUP BY ALL) c LEFT JOIN employer e ON e.number = c.employer ORDER BY ALL`;
  const values = { ...where.values, ...hit.values, ...(title === undefined ? {} : { title }) };
  const cells = await market.rows<Cell>(sql, values);
  const employers = indexOf(cells.map((cell) => cell.employer));
  const rows = cells.map((cell) => ({ employer: employers.get(cell.employer)!, value: cell.hit, n: cell.n }));
  const interval = intervalOf(replicate(employers.size, (times) => share(rows, times)), employers.size);
  return { measured: { ...sizeOf(cells), value: share(rows), low: interval?.[0] ?? null, high: interval?.[1] ?? null, unit: "share" }, sql, values, command: shareCommand(cut, what, title) };
}

/** How many points of a hundred the share moves a year: a line through what each posting is, by its day. */
export async function measureShareTrend({ market, within }: Looking, { cut, what }: Asked<"share-trend">): Promise<Finding> {
  const where = whereOfClaim(cut, within);
  const hit = conditionOf(what);
  const sql = `SELECT e.name AS employer, hit, years, n FROM (SELECT r.employer, (${hit.sql})::INTEGER AS hit, date_diff('day', DATE '2020-01-01', date_trunc('month', r.opened)) / 365.25 AS years, count(*)::INTEGER AS n
FROM vacancy r WHERE ${where.sql} AND r.opened IS NOT NULL GROUP BY ALL) c LEFT JOIN employer e ON e.number = c.employer ORDER BY ALL`;
  const values = { ...where.values, ...hit.values };
  const cells = await market.rows<Cell & { years: number }>(sql, values);
  const size = sizeOf(cells);
  const command = shareCommand(cut, what, undefined);
  const years = extentOf(cells.map((cell) => cell.years));
  const reach = years === null ? 0 : years.most - years.least;
  if (reach < 0.49) return { measured: { ...size, ...none, unit: "points a year", missing: `${Math.round(reach * 12)} of 6 months between the first vacancies and the last` }, sql, values, command };
  const employers = indexOf(cells.map((cell) => cell.employer));
  const slope = regress(cells.map((cell) => ({ y: cell.hit, employer: employers.get(cell.employer)!, n: cell.n, x: [[1, cell.years]] })), ["a year"])?.coefficients[1];
  const measured: Measured = slope === undefined ? { ...size, ...none, unit: "points a year", missing: "too few employers for a line" } : { ...size, value: slope.value, low: slope.low, high: slope.high, unit: "points a year", note: await snapshotNote(market, where) };
  return { measured, sql, values, command };
}

/** By how much a share, or a count, is more in the last twelve months than in the twelve before. Counts are of sources that had postings in both: a source that was added is no growth. */
export async function measureGrowth({ market, within }: Looking, { of, cut, what }: Asked<"share-growth" | "count-growth">): Promise<Finding> {
  const where = whereOfClaim(cut, within);
  const hit = conditionOf(what);
  const steady = of === "count-growth" ? " AND r.source IN (FROM steady)" : "";
  const sql = `WITH last AS (SELECT max(r.opened) AS day, min(r.opened) AS first FROM vacancy r WHERE ${where.sql}),
  steady AS (SELECT r.source FROM vacancy r, last WHERE r.opened > last.day - INTERVAL 2 YEAR GROUP BY r.source HAVING bool_or(r.opened > last.day - INTERVAL 1 YEAR) AND bool_or(r.opened <= last.day - INTERVAL 1 YEAR))
SELECT e.name AS employer, hit, recent, n, months FROM (SELECT r.employer, (${hit.sql})::INTEGER AS hit, r.opened > last.day - INTERVAL 1 YEAR AS recent, count(*)::INTEGER AS n, min(date_diff('month', last.first, last.day))::INTEGER AS months
FROM vacancy r, last WHERE ${where.sql}${steady} AND r.opened > last.day - INTERVAL 2 YEAR GROUP BY ALL) c LEFT JOIN employer e ON e.number = c.employer ORDER BY ALL`;
  const values = { ...where.values, ...hit.values };
  const cells = await market.rows<Cell & { recent: boolean; months: number }>(sql, values);
  const command = shareCommand(cut, what, undefined);
  const months = cells[0]?.months ?? 0;
  const size = sizeOf(of === "count-growth" ? cells.filter((cell) => cell.hit === 1) : cells);
  if (months < 23) return { measured: { ...size, ...none, unit: "growth", missing: `${months} of 24 months of vacancies` }, sql, values, command };
  const employers = indexOf(cells.map((cell) => cell.employer));
  const counted = cells.map((cell) => ({ employer: employers.get(cell.employer)!, n: cell.n, recent: cell.recent, hit: cell.hit === 1 }));
  const growth = (times?: Uint16Array): number | null => {
    let [recent, earlier, recentHits, earlierHits] = [0, 0, 0, 0];
    for (const one of counted) {
      const n = one.n * (times?.[one.employer] ?? 1);
      if (one.recent) recent += n;
      else earlier += n;
      if (one.hit && one.recent) recentHits += n;
      if (one.hit && !one.recent) earlierHits += n;
    }
    const [now, before] = of === "count-growth" ? [recentHits, earlierHits] : [recentHits / recent, earlierHits / earlier];
    return before > 0 && Number.isFinite(now) ? now / before - 1 : null;
  };
  const interval = intervalOf(replicate(employers.size, growth), employers.size);
  return { measured: { ...size, value: growth(), low: interval?.[0] ?? null, high: interval?.[1] ?? null, unit: "growth", note: await snapshotNote(market, where) }, sql, values, command };
}

const none = { value: null, low: null, high: null } as const;

export function sizeOf(cells: readonly { employer: string | null; n: number }[]): { n: number; employers: number } {
  return { n: cells.reduce((sum, cell) => sum + cell.n, 0), employers: new Set(cells.flatMap((cell) => cell.employer ?? [])).size };
}

/** What a posting `r` must be, as a condition. */
function conditionOf(what: What): { sql: string; values: Record<string, DuckDBValue> } {
  if ("skill" in what) return { sql: "coalesce(list_contains(r.skills, (SELECT number FROM skill WHERE id = $skill)), false)", values: { skill: what.skill } };
  if ("production" in what) return { sql: "coalesce(r.production, false)", values: {} };
  if ("domain" in what) return what.domain === "any" ? { sql: "r.domain IS NOT NULL", values: {} } : { sql: "coalesce(r.domain::VARCHAR, '') = $domain", values: { domain: what.domain } };
  const [[column, allowed]] = Object.entries(what) as [[string, string[]]];
  return { sql: `coalesce(r.${column}::VARCHAR, '') IN (${allowed.map((_, i) => `$what${i}`).join(", ")})`, values: Object.fromEntries(allowed.map((value, i) => [`what${i}`, value])) };
}

function shareCommand(cut: ClaimCut, what: What, title: string | undefined): string {
  if (title !== undefined) return commandFor("titles", cut, `--title "${title}"`);
  const question = "skill" in what ? "skills" : "domain" in what ? "domains" : "layer" in what ? "layers" : "seniority" in what ? "seniority" : "roles";
  return commandFor(question, cut);
}
