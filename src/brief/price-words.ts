import type { BriefFigure, RequirementPrice } from "../terms/brief.ts";

/** Whether a difference cannot be told from none: its interval has 0 in it, or there is no interval. `mayBeNothing({ low: -4000, high: 9000 })` → `true` */
export function mayBeNothing({ low, high }: Pick<BriefFigure, "low" | "high">): boolean {
  return low === null || high === null || (low <= 0 && high >= 0);
}

/** The same of days open with and without: where their intervals overlap, one may be the other. Null where either is not known. */
export function openMayBeAlike({ with: has, without }: RequirementPrice["open"]): boolean | null {
  if (has.value === null || without.value === null) return null;
  // An end that was not reached is as far as can be.
  return (has.low ?? 0) <= (without.high ?? Infinity) && (without.low ?? 0) <= (has.high ?? Infinity);
}

export const maybeNothing = "not distinguishable from no difference";
