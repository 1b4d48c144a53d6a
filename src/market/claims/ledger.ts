import { z } from "zod";
import { Cut } from "../questions/cut.ts";
import { archivesOf } from "../questions/archives.ts";
import { type DayRow, daysQuery, timeOpenOf } from "../questions/time-open.ts";
import type { Market } from "../store.ts";
import { commandFor, type Finding, type Looking, whereOfClaim } from "./asked.ts";
import { type Claim, type Measure, Range, readClaims, type Source } from "./claim.ts";
import { measureOverlap } from "./overlap.ts";
import { measurePay, measurePayTrend, measurePayTrendGap, measurePremiumFirst, measurePremiumSkills } from "./pays.ts";
import { measureFirst } from "./places.ts";
import { measureGrowth, measureShare, measureShareTrend } from "./shares.ts";
import { Unit, Verdict, verdictOn } from "./verdict.ts";

/** A published claim with the verdict on it: the figure that was measured, what stands behind it, why, and how to see it oneself. */
export const ClaimRow = z.object({
  id: z.string(),
  says: z.string(),
  source: z.object({ title: z.string(), publisher: z.string().nullable(), date: z.string().nullable() }),
  takenAs: z.string().nullable(),
  range: Range.nullable(),
  currency: z.string().nullable(),
  verdict: Verdict,
  because: z.string(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  unit: Unit.nullable(),
  n: z.number().nullable(),
  employers: z.number().nullable(),
  note: z.string().nullable(),
  command: z.string().nullable(),
  sql: z.string().nullable(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type ClaimRow = z.infer<typeof ClaimRow>;

/** Every published claim held against a cut of the market, in the order of data/claims.yaml. A claim's own places, roles and levels stand in place of the cut's. */
export async function claimRows(market: Market, within: Partial<Cut>, { sources, claims } = readClaims()): Promise<ClaimRow[]> {
  const rows: ClaimRow[] = [];
  const looking: Looking = { market, within, paid: new Map() };
  // One after another: each asks for much, and the store has its own threads.
  for (const claim of claims) rows.push(await claimRow(looking, claim, sources[claim.source]!));
  return rows;
}

async function claimRow(looking: Looking, claim: Claim, published: Source): Promise<ClaimRow> {
  const { measure } = claim;
  const head = { id: claim.id, says: claim.says, source: { title: published.title, publisher: published.publisher ?? null, date: published.date ?? null }, takenAs: claim.taken_as ?? null, range: claim.range, currency: measure !== null && "currency" in measure ? measure.currency : null };
  const nothing = { value: null, low: null, high: null, unit: null, n: null, employers: null, note: null, command: null, sql: null, values: {} };
  if (measure === null) return { ...head, ...nothing, verdict: "not checkable", because: "no posting can show it" };
  if (measure.of === "own") return { ...head, ...nothing, verdict: "not enough data", because: `nothing recorded by hiring yet: ${measure.what} is measured on your own hiring` };
  const { measured, sql, values, command } = await find(looking, measure);
  const { value, low, high, unit, n, employers, note = null } = measured;
  return { ...head, ...verdictOn(measured, claim.range), value, low, high, unit, n, employers, note, command, sql, values: values as ClaimRow["values"] };
}

function find(looking: Looking, measure: Exclude<Measure, { of: "own" }>): Promise<Finding> {
  switch (measure.of) {
    case "pay":
    case "pay-top":
      return measurePay(looking, measure);
    case "pay-trend":
      return measurePayTrend(looking, measure);
    case "pay-trend-gap":
      return measurePayTrendGap(looking, measure);
    case "premium-first":
      return measurePremiumFirst(looking, measure);
    case "premium-skills":
      return measurePremiumSkills(looking, measure);
    case "first":
      return measureFirst(looking, measure);
    case "share":
      return measureShare(looking, measure);
    case "share-trend":
      return measureShareTrend(looking, measure);
    case "share-growth":
    case "count-growth":
      return measureGrowth(looking, measure);
    case "skill-overlap":
      return measureOverlap(looking);
    case "open-past":
      return measureOpenPast(looking, measure);
  }
}

async function measureOpenPast({ market, within }: Looking, { days, cut }: Extract<Measure, { of: "open-past" }>): Promise<Finding> {
  const query = daysQuery(whereOfClaim(cut, within), "all", await archivesOf(market));
  const rows = await market.rows<DayRow>(query.sql, query.values);
  const command = commandFor("time-open", cut, "--by all");
  const { n, employers, ended, open, hidden } = timeOpenOf("all", rows, rows[0]?.employers ?? 0, [days]);
  const share = open[0]!.share;
  if (share === null) return { measured: { value: null, low: null, high: null, n, employers, unit: "share", missing: hidden ?? `none ended by day ${days}, or none was watched past it` }, ...query, command };
  return { measured: { ...share, n, employers, unit: "share", note: `${ended} ended while they were watched` }, ...query, command };
}
