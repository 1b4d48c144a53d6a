import { shortAmount } from "../../lib/short-amount.ts";
import type { ClaimRow } from "./ledger.ts";
import type { Unit } from "./verdict.ts";

type Figure = Pick<ClaimRow, "value" | "low" | "high" | "unit" | "currency">;

/** A claim's figure with its interval, for people: `"USD 184k (170k–199k)"`, `"24.1 % (18.2–30.5)"`; "–" where there is none. */
export function figureText({ value, low, high, unit, currency }: Figure): string {
  if (value === null || unit === null) return "–";
  const [before, write, after] = forms[unit];
  const head = unit === "pay" ? `${currency ?? ""} ` : before;
  return `${head}${write(value)}${after}${low === null || high === null ? "" : ` (${write(low)} to ${write(high)})`}`;
}

/** The claimed range, as its figure is written: `"110k to 180k"`, `"above 0.0"`; null where there is none. */
export function rangeText({ range, unit }: Pick<ClaimRow, "range" | "unit">): string | null {
  if (range === null || unit === null) return null;
  const [, write, after] = forms[unit];
  const [from, to] = range;
  if (from === null) return to === null ? null : `below ${write(to)}${after}`;
  return to === null || (unit === "share" && to === 1) ? `above ${write(from)}${after}` : `${write(from)} to ${write(to)}${after}`;
}

const percent = (value: number): string => (value * 100).toFixed(1).replace("-", "−");

const forms: Record<Unit, readonly [before: string, write: (value: number) => string, after: string]> = {
  pay: ["", shortAmount, ""],
  share: ["", percent, " %"],
  growth: ["", percent, " %"],
  "points a year": ["", percent, " points a year"],
  points: ["", percent, " points"],
  probability: ["", (value) => String(Math.round(value * 100)), " in 100"],
};
