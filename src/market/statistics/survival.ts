import { z95 } from "./normal.ts";

/** One life: watched from `entry` (left-truncated before it) to `exit`, where it ended or was last seen. In days since it began. */
export type Life = { entry: number; exit: number; ended: boolean };

/** The curve after the endings of day `time`: how many were at risk, how many ended, the share that lives on with its 95 % interval, and the standard error of Greenwood. */
export type Step = { time: number; atRisk: number; ended: number; share: number; error: number; low: number; high: number };

/**
 * Kaplan and Meier's curve. Who enters late is at risk only after its entry (entry < t ≤ exit), so that what ended unseen does not make lives look long.
 * Intervals on the scale log(−log S), which stay within 0 and 1. Kaplan & Meier 1958, JASA 53:457; Klein & Moeschberger, Survival Analysis, 4.2–4.6.
 */
export function survivalOf(lives: readonly Life[]): Step[] {
  const watched = lives.filter((life) => life.exit > life.entry);
  const endings = [...new Set(watched.flatMap((life) => (life.ended ? [life.exit] : [])))].toSorted((a, b) => a - b);
  const entries = watched.map((life) => life.entry).toSorted((a, b) => a - b);
  const exits = watched.map((life) => life.exit).toSorted((a, b) => a - b);
  const endedAt = new Map<number, number>();
  for (const life of watched) if (life.ended) endedAt.set(life.exit, (endedAt.get(life.exit) ?? 0) + 1);
  let share = 1;
  let greenwood = 0;
  let entered = 0;
  let left = 0;
  return endings.map((time) => {
    while (entered < entries.length && entries[entered]! < time) entered++;
    while (left < exits.length && exits[left]! < time) left++;
    const atRisk = entered - left;
    const ended = endedAt.get(time)!;
    share *= 1 - ended / atRisk;
    greenwood += ended / (atRisk * (atRisk - ended));
    return { time, atRisk, ended, share, error: share === 0 ? 0 : share * Math.sqrt(greenwood), ...logLog(share, greenwood) };
  });
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

/** The share that lives longer than `days`. Null before the first ending, as there is no interval without one, and past the last day anyone was watched. */
export function livesPast(curve: readonly Step[], lives: readonly Life[], days: number): { value: number; low: number; high: number } | null {
  if (!lives.some((life) => life.exit > days && life.exit > life.entry)) return null;
  const step = curve.findLast((one) => one.time <= days);
  return step === undefined ? null : { value: step.share, low: step.low, high: step.high };
}
