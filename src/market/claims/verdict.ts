import { z } from "zod";
import type { Range } from "./claim.ts";

export const Verdict = z.enum(["supported", "contradicted", "not enough data", "not checkable"]);
export type Verdict = z.infer<typeof Verdict>;

/** How a figure is written: money a year in `currency`, a share or growth in per cent, points of a share a year, days, a probability. */
export const Unit = z.enum(["pay", "share", "growth", "points a year", "points", "probability"]);
export type Unit = z.infer<typeof Unit>;

/** What was measured for a claim: the figure with its 95 % interval, and what stands behind it. `note` says what else a reader should know; `missing` why there is no figure. Of a rank, `ranked` says what was counted in draws of employers, and `turned` which two of its places stand the other way round most often, of how many `pairs` that were compared. */
export type Measured = { value: number | null; low: number | null; high: number | null; n: number; employers: number; unit: Unit; note?: string; missing?: string; ranked?: string; turned?: Turned };
export type Turned = { often: number; pairs: number; words: string };

/** Behind fewer postings or employers a figure decides nothing. */
export const fewestPostings = 30;
export const fewestEmployers = 5;
/** A rank is sure where nineteen in twenty draws of employers agree. */
const sure = 0.95;

/** The rule in words, within 80 columns. */
export const verdictRule =
  "Under 30 vacancies or 5 employers: not enough data. Else the 95 % interval is\nheld against the claimed range: inside, supported; outside, contradicted; across\nan end, not enough data. A rank or an order holds from 95 in 100 draws of\nemployers, and fails where two of its places stand the other way round in 95;\nthe more pairs are compared, the nearer to all (20: 99.75), as one of many turns\nby chance. What only your own hiring can show waits for it.";

/**
 * The verdict on a claim, by one rule for all of them. With fewer than 30 postings or 5 employers: not enough data. Else the figure's 95 % interval is held against the claimed range:
 * all of it inside, supported; all of it outside, contradicted; across an end, not enough data. A claim that something comes first, or that several things come in an order, is supported where
 * all of it holds in 95 of 100 draws (of employers; of the fit, for the layer that pays most), and contradicted where two of its places stand the other way round beyond doubt (`isTurned`): of many
 * places that are even none comes first often, which is not knowing, not knowing better.
 */
export function verdictOn(measured: Measured, range: Range | null): { verdict: Verdict; because: string } {
  const few = tooFew(measured);
  if (measured.value === null || few !== null) return { verdict: "not enough data", because: few ?? measured.missing ?? "nothing to measure" };
  if (measured.unit === "probability") return byRank(measured.value, measured);
  if (range === null) return { verdict: "not checkable", because: "the report gives no figure to hold this against" };
  if (measured.low === null || measured.high === null) return { verdict: "not enough data", because: "too few employers for an interval" };
  const [from, to] = [range[0] ?? Number.NEGATIVE_INFINITY, range[1] ?? Number.POSITIVE_INFINITY];
  if (measured.low >= from && measured.high <= to) return { verdict: "supported", because: "the whole interval lies within what is claimed" };
  if (measured.high < from) return { verdict: "contradicted", because: "the whole interval lies below what is claimed" };
  if (measured.low > to) return { verdict: "contradicted", because: "the whole interval lies above what is claimed" };
  return { verdict: "not enough data", because: "the interval reaches over an end of what is claimed" };
}

/** Whether two places stand the other way round beyond doubt. They are the pair that is so most often, of all that were compared, and all pairs together err as often as one would alone (Bonferroni). */
export function isTurned({ often, pairs }: Pick<Turned, "often" | "pairs">): boolean {
  return often >= 1 - (1 - sure) / pairs;
}

function tooFew({ n, employers, missing }: Measured): string | null {
  if (n < fewestPostings) return `${n} of ${fewestPostings} vacancies${missing === undefined ? "" : `: ${missing}`}`;
  return employers < fewestEmployers ? `${employers} of ${fewestEmployers} employers` : null;
}

function byRank(often: number, { ranked = "first", turned = { often: 1 - often, pairs: 1, words: "another comes before it" } }: Pick<Measured, "ranked" | "turned">): { verdict: Verdict; because: string } {
  if (isTurned(turned)) return { verdict: "contradicted", because: `${turned.words} ${draws(turned.often)}` };
  return { verdict: often >= sure ? "supported" : "not enough data", because: `${ranked} ${draws(often)}` };
}

function draws(part: number): string {
  return `in ${Math.round(part * 100)} of 100 draws`;
}
