import { roundMoney } from "../../lib/money.ts";
import type { ClaimRow } from "./ledger.ts";
import type { Unit } from "./verdict.ts";

type Figure = Pick<ClaimRow, "value" | "low" | "high" | "unit" | "currency">;

/** A claim's figure with its interval, for people: `"$184k ($170k to $199k)"`, `"24.1 % (18.2 to 30.5)"`; "–" where there is none. */
export function figureText({ value, low, high, unit, currency }: Figure): string {
  if (value === null || unit === null) return "–";
  const [write, after] = formOf(unit, currency);
  return `${write(value)}${after}${low === null || high === null ? "" : ` (${write(low)} to ${write(high)})`}`;
}

/** The claimed range, as its figure is written: `"$110k to $180k"`, `"above 0.0"`; null where there is none. */
export function rangeText({ range, unit, currency }: Pick<ClaimRow, "range" | "unit" | "currency">): string | null {
  if (range === null || unit === null) return null;
  const [write, after] = formOf(unit, currency);
  const [from, to] = range;
  if (from === null) return to === null ? null : `below ${write(to)}${after}`;
  if (to === null && unit === "pay") return `from ${write(from)}, its top open`;
  return to === null || (unit === "share" && to === 1) ? `above ${write(from)}${after}` : `${write(from)} to ${write(to)}${after}`;
}

const percent = (value: number): string => (value * 100).toFixed(1).replace("-", "−");

function formOf(unit: Unit, currency: string | null): readonly [write: (value: number) => string, after: string] {
  return unit === "pay" ? [(value) => roundMoney(value, currency ?? ""), ""] : forms[unit];
}

const forms: Record<Exclude<Unit, "pay">, readonly [write: (value: number) => string, after: string]> = {
  share: [percent, " %"],
  growth: [percent, " %"],
  "points a year": [percent, " points a year"],
  points: [percent, " points"],
  probability: [(value) => String(Math.round(value * 100)), " of 100 draws"],
};
