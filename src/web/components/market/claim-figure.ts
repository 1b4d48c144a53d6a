import { roundMoney } from "../../figures.ts";
import type { ClaimRow } from "./Claims.tsx";

type Figure = Pick<ClaimRow, "value" | "low" | "high" | "unit" | "currency">;

/** A claim's figure with its interval: `"$184k (170k to 199k)"`, `"24.1 % (18.2 to 30.5)"`; null where there is none. */
export function claimFigure({ value, low, high, unit, currency }: Figure): string | null {
  if (value === null || unit === null) return null;
  const write = measured(unit, currency);
  return `${write(value)}${units[unit]}${low === null || high === null ? "" : ` (${write(low)} to ${write(high)})`}`;
}

/** What is claimed, written as its figure is: `"$110k to $180k"`, `"above 0 points a year"`; null where no figure is. */
export function claimRange({ range, unit, currency }: Pick<ClaimRow, "range" | "unit" | "currency">): string | null {
  if (range === null || unit === null) return null;
  const [from, to] = range;
  const figure = measured(unit, currency);
  // What is claimed is a round figure as a rule: it says no more digits than it has.
  const write = (value: number): string => figure(value).replace(/\.0$/, "");
  const after = units[unit];
  if (from === null) return to === null ? null : `below ${write(to)}${after}`;
  if (to === null && unit === "pay") return `from ${write(from)}, its top open`;
  return to === null || (unit === "share" && to === 1) ? `above ${write(from)}${after}` : `${write(from)} to ${write(to)}${after}`;
}

type Unit = NonNullable<ClaimRow["unit"]>;

const units: Record<Unit, string> = { pay: "", share: " %", growth: " %", "points a year": " points a year", points: " points", probability: " of 100 draws" };

function measured(unit: Unit, currency: string | null): (value: number) => string {
  if (unit === "pay") return (value) => roundMoney(value, currency ?? "");
  if (unit === "probability") return (value) => String(Math.round(value * 100));
  return (value) => (value * 100).toFixed(1).replace("-", "−");
}
