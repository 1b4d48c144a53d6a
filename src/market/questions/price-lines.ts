import { moneyDifference, roundMoney } from "../../lib/money.ts";
import type { Estimate } from "../statistics/quantiles.ts";
import type { PriceRow, PriceSide } from "./price.ts";

/** What a requirement goes with: a line for each side with its n and intervals, and one for the difference. `"with it: pay $210k ($203k to $235k, n 18), open 78 days (60 to 138, n 63)"` */
export function priceLines({ payDifference, with: has, without }: PriceRow, currency: string): string {
  const signed = (amount: number): string => moneyDifference(amount, currency);
  const difference = payDifference === null ? [] : [`difference: pay ${signed(payDifference.value)}${between(payDifference, signed, (inside) => ` (${inside})`)}`];
  return [sideOf("with it", has, currency), sideOf("without it", without, currency), ...difference].join("\n");
}

function sideOf(name: string, { pay, timeOpen }: PriceSide, currency: string): string {
  return `${name}: pay ${payOf(pay, currency)}, open ${openOf(timeOpen)}`;
}

function payOf({ median, n, hidden }: PriceSide["pay"], currency: string): string {
  const write = (amount: number): string => roundMoney(amount, currency);
  if (median === null) return `– (${hidden ?? "unknown"})`;
  return `${write(median.value)} (${between(median, write, (inside) => `${inside}, `)}n ${n})`;
}

function openOf({ medianDays, low, high, n, why }: PriceSide["timeOpen"]): string {
  if (medianDays === null) return `– (${why ?? "unknown"}${n > 0 ? `, n ${n}` : ""})`;
  return `${medianDays} days (${between({ value: medianDays, low, high }, String, (inside) => `${inside}, `)}n ${n})`;
}

/** An interval where it has both ends. */
function between({ low, high }: Estimate, write: (amount: number) => string, within: (inside: string) => string): string {
  return low === null || high === null ? "" : within(`${write(low)} to ${write(high)}`);
}
