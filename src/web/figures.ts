import { money } from "../lib/money.ts";
import type { Pay } from "../terms/pay.ts";
import { payKindNames, periodNames } from "./words.ts";

export { money, moneyDifference, roundMoney } from "../lib/money.ts";

const whole = new Intl.NumberFormat("en");

/** `count(10284)` → `"10,284"` */
export function count(n: number): string {
  return whole.format(n);
}

/** A share as people read it, with one digit below ten per cent; the sign stays on the line of its number. `percent(0.0716)` → `"7.2 %"` */
export function percent(share: number): string {
  const value = share * 100;
  return `${value >= 9.95 || value === 0 ? value.toFixed(0) : value.toFixed(1)}\u00a0%`;
}

/** An interval of shares, the sign once: `between({ low: 0.08, high: 0.14 })` → `"8.0 to 14 %"` */
export function between({ low, high }: { low: number; high: number }): string {
  return `${percent(low).replace(/\s%$/, "")} to ${percent(high)}`;
}

/** `plural(1, "employer")` → `"1 employer"`, `plural(1200, "vacancy")` → `"1,200 vacancies"` */
export function plural(n: number, noun: string): string {
  return `${count(n)} ${n === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** What stands beside a median of days: its interval and how many were watched. `daysBehind(62, null, 40)` → `"62+, n 40"` */
export function daysBehind(low: number | null, high: number | null, n: number): string {
  const days = daysBetween(low, high);
  return `${days === "" ? "" : `${days}, `}n\u00a0${count(n)}`;
}

/** `daysBetween(62, null)` → `"62+"` */
function daysBetween(low: number | null, high: number | null): string {
  return low === null ? "" : high === null ? `${low}+` : `${low} to ${high}`;
}

/** A posting's own words without control characters and direction overrides, which show as boxes or turn the line around. `shown("Eng\u001bineer")` → `"Engineer"` */
export function shown(text: string): string {
  return text.replaceAll(hostile, "");
}

// oxlint-disable-next-line no-control-regex
const hostile = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** `payRange({min: 60, max: 75, currency: "EUR", period: "hour", …})` → `"€60 to €75 an hour"` */
export function payRange(pay: Omit<Pay, "evidence">): string {
  const { min, max, currency } = pay;
  const kind = payKindNames[pay.kind];
  const tail = `${periodNames[pay.period]}${kind === "" ? "" : `, ${kind}`}`;
  if (min !== null && max !== null) return min === max ? `${money(min, currency)} ${tail}` : `${money(min, currency)} to ${money(max, currency)} ${tail}`;
  if (min !== null) return `from ${money(min, currency)} ${tail}`;
  return max === null ? "" : `up to ${money(max, currency)} ${tail}`;
}

const day = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
const month = new Intl.DateTimeFormat("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });

/** `date("2026-11-21")` → `"21 Nov 2026"`; what is no date stays as it is. */
export function date(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : day.format(at);
}

/** `monthOf("2026-11-21")` → `"Nov 2026"` */
export function monthOf(iso: string): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? iso : month.format(at);
}
