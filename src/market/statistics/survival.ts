import { z95 } from "./normal.ts";

/** One life: watched from `entry` (left-truncated before it) to `exit`, where it ended or was last seen. In days since it began. */
export type Life = { entry: number; exit: number; ended: boolean };

/** The curve after the endings of day `time`: how many were at risk, how many ended, the share that lives on with its 95 % interval, and the standard error of Greenwood. */
export type Step = { time: number; atRisk: number; ended: number; share: number; error: number; low: number; high: number };

/** A day of some lives: how many are watched from it on (they are at risk after it), how many were watched to it, and how many of these ended. */
export type Day = { day: number; entered: number; left: number; ended: number };

/** Lives by day, each `n` times. Who was not watched over any time is left out. */
export function daysOf(lives: readonly (Life & { n?: number })[]): Day[] {
  const days = new Map<number, Day>();
  const at = (day: number): Day => {
    const known = days.get(day) ?? { day, entered: 0, left: 0, ended: 0 };
    days.set(day, known);
    return known;
  };
  for (const { entry, exit, ended, n = 1 } of lives) {
    if (exit <= entry) continue;
    at(entry).entered += n;
    at(exit).left += n;
    if (ended) at(exit).ended += n;
  }
  return [...days.values()].toSorted((a, b) => a.day - b.day);
}

/**
 * Kaplan and Meier's curve, of lives by rising days. Who enters late is at risk only after its entry (entry < t ≤ exit), so that what ended unseen does not make lives look long.
 * Intervals on the scale log(−log S), which stay within 0 and 1. Kaplan & Meier 1958, JASA 53:457; Klein & Moeschberger, Survival Analysis, 4.2–4.6.
 */
export function survivalOf(days: readonly Day[]): Step[] {
  let share = 1;
  let greenwood = 0;
  let atRisk = 0;
  return days.flatMap(({ day: time, entered, left, ended }): Step[] => {
    const here = atRisk;
    atRisk += entered - left;
    if (ended === 0) return [];
    share *= 1 - ended / here;
    greenwood += ended / (here * (here - ended));
    return [{ time, atRisk: here, ended, share, error: share === 0 ? 0 : share * Math.sqrt(greenwood), ...logLog(share, greenwood) }];
  });
}

/** How many are at risk on a day. */
export function atRiskOn(days: readonly Day[], day: number): number {
  return days.reduce((sum, one) => (one.day < day ? sum + one.entered - one.left : sum), 0);
}

function logLog(share: number, greenwood: number): { low: number; high: number } {
  if (share <= 0 || share >= 1) return { low: share <= 0 ? 0 : share, high: share <= 0 ? 1 : share };
  const reach = (z95 * Math.sqrt(greenwood)) / Math.abs(Math.log(share));
  return { low: share ** Math.exp(reach), high: share ** Math.exp(-reach) };
}

/** The steps of a curve before the first at which fewer than `fewest` were at risk: each later share is a product with what so few did, however many are at risk again. */
export function beforeThin(curve: readonly Step[], fewest: number): readonly Step[] {
  const thin = curve.findIndex((step) => step.atRisk < fewest);
  return thin < 0 ? curve : curve.slice(0, thin);
}

/** The day at which half have ended, with the days between which it lies (Brookmeyer and Crowley 1982, on the curve's own interval). Null where the curve, or its end, does not come down to half. */
export function medianOf(curve: readonly Step[]): { value: number | null; low: number | null; high: number | null } {
  const first = (of: (step: Step) => number): number | null => curve.find((step) => of(step) <= 0.5 + 1e-12)?.time ?? null;
  return { value: first((step) => step.share), low: first((step) => step.low), high: first((step) => step.high) };
}

/** The share that lives longer than `past`. Null before the first ending, as there is no interval without one, and past the last day anyone was watched. */
export function livesPast(curve: readonly Step[], days: readonly Day[], past: number): { value: number; low: number; high: number } | null {
  if (!days.some(({ day, left }) => left > 0 && day > past)) return null;
  const step = curve.findLast((one) => one.time <= past);
  return step === undefined ? null : { value: step.share, low: step.low, high: step.high };
}
