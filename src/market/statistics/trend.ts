import { student95 } from "./normal.ts";

/** The share of a group in one month, and how many independent postings tell it. */
export type MonthShare = { month: number; share: number; n: number };

/** A change with its 95 % interval. */
export type Change = { value: number; low: number; high: number };

/** Fewer months leave no freedom to tell how far a line may be off. */
export const fewestMonths = 4;

/** An interval of a year's growth whose ends are more than this many times apart says nothing: that a share fell to a third or rose threefold are then both within it. */
export const mostApart = 10;

/**
 * How a share moves: `slope` in shares a month at its middle, `growth` of the last twelve months over the share twelve months before (0.5 is half as much again; null
 * where the months do not reach so far). A logistic line through the months, weighed by their postings; where months scatter more than postings would, intervals are
 * as much wider (McCullagh and Nelder, Generalized Linear Models, 2nd ed., 4.5). Null where the months are too few, or all or none of the postings are of the group.
 */
export function trendOf(months: readonly MonthShare[]): { slope: Change; growth: Change | null } | null {
  const known = months.filter((one) => one.n > 0);
  const n = known.reduce((sum, one) => sum + one.n, 0);
  const hits = known.reduce((sum, one) => sum + one.n * one.share, 0);
  if (known.length < fewestMonths || hits <= 0 || hits >= n) return null;
  const middle = known.reduce((sum, one) => sum + one.n * one.month, 0) / n;
  const fit = logistic(known.map((one) => ({ ...one, month: one.month - middle })), hits / n);
  if (fit === null) return null;
  const reach = student95(known.length - 2) * fit.error;
  const ends = { value: fit.slope, low: fit.slope - reach, high: fit.slope + reach };
  const level = chance(fit.level);
  const last = Math.max(...known.map((one) => one.month));
  const first = Math.min(...known.map((one) => one.month));
  const growthOf = (slope: number): number => chance(fit.level + slope * (last - middle)) / chance(fit.level + slope * (last - 12 - middle)) - 1;
  return { slope: each(ends, (slope) => slope * level * (1 - level)), growth: last - first < 12 ? null : each(ends, growthOf) };
}

type Fit = { level: number; slope: number; error: number };

/** Two coefficients by Newton's steps; the error of the slope with what months scatter beyond chance. */
function logistic(months: readonly MonthShare[], share: number): Fit | null {
  let level = Math.log(share / (1 - share));
  let slope = 0;
  let information = [0, 0, 0] as [number, number, number];
  for (let step = 0; step < 50; step++) {
    let [g0, g1, i00, i01, i11] = [0, 0, 0, 0, 0];
    for (const { month, share: seen, n } of months) {
      const p = chance(level + slope * month);
      const weight = n * p * (1 - p);
      g0 += n * (seen - p);
      g1 += n * (seen - p) * month;
      i00 += weight;
      i01 += weight * month;
      i11 += weight * month * month;
    }
    const determinant = i00 * i11 - i01 * i01;
    if (!(determinant > 1e-12)) return null;
    information = [i00, i01, i11];
    const move = [(i11 * g0 - i01 * g1) / determinant, (i00 * g1 - i01 * g0) / determinant] as const;
    level += move[0];
    slope += move[1];
    if (!Number.isFinite(slope) || Math.abs(slope) > 50) return null;
    if (Math.abs(move[0]) + Math.abs(move[1]) < 1e-10) break;
  }
  const [i00, i01, i11] = information;
  const scatter = months.reduce((sum, { month, share: seen, n }) => {
    const p = chance(level + slope * month);
    return sum + (n * (seen - p) ** 2) / (p * (1 - p));
  }, 0);
  const excess = Math.max(1, scatter / (months.length - 2));
  return { level, slope, error: Math.sqrt((excess * i00) / (i00 * i11 - i01 * i01)) };
}

/** How many times the share at the upper end of a growth is that at the lower: `timesApart({ value: 0, low: -0.5, high: 1 })` → 4 */
export function timesApart({ low, high }: Change): number {
  return (1 + high) / Math.max(1e-9, 1 + low);
}

function chance(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

function each({ value, low, high }: Change, of: (end: number) => number): Change {
  return { value: of(value), low: of(low), high: of(high) };
}
