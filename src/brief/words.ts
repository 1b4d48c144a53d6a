import type { BriefFigure, BriefSeverity } from "../terms/brief.ts";
import type { Pay } from "../terms/pay.ts";
import type { CheckState } from "../terms/transparency.ts";
import { moneyDifference, roundMoney } from "../lib/money.ts";

/** How grave a finding is, as people read it. */
export const severityHeadings: Record<BriefSeverity, string> = { flag: "Mend before it goes out", warn: "Costs candidates or clarity", info: "Worth knowing" };

/** How a rule's check came out, as people read it. */
export const checkStates: Record<CheckState, string> = { pass: "pass", fail: "fail", unknown: "unknown", "not-applicable": "not applicable" };

/** `percent(0.384)` → `"38 %"` */
export function percent(share: number | null): string {
  return share === null ? "–" : `${Number((share * 100).toFixed(share < 0.1 ? 1 : 0))} %`;
}

/** `counted(1, "year")` → `"1 year"`, `counted(1200, "vacancy", "vacancies")` → `"1,200 vacancies"` */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? one : many}`;
}

/** `behind({ n: 412, employers: 31 })` → `"n = 412 of 31 employers"` */
export function behind({ n, employers }: Pick<BriefFigure, "n" | "employers">): string {
  return `n = ${n.toLocaleString("en-US")} of ${counted(employers, "employer")}`;
}

/** A figure in words, with its interval, n and employers: "38 % (30 % to 46 %; n = 412 of 31 employers)"; why not, where it has none. A difference in pay has its sign. */
export function withInterval(figure: BriefFigure, difference = false): string {
  if (figure.value === null) return `not known: ${figure.hidden ?? "too few vacancies"} (${behind(figure)})`;
  // Of days open an end may lie beyond what was watched; no other figure has one end alone.
  const text = (value: number): string => (difference ? moneyDifference(value, figure.currency ?? "") : valueText(figure, value));
  const end = (value: number | null): string => (value === null ? "not reached" : text(value));
  const interval = figure.low === null && figure.high === null ? "" : `${end(figure.low)} to ${end(figure.high)}; `;
  return `${text(figure.value)} (${interval}${behind(figure)})`;
}

/** A value of a figure in its unit: `valueText({ unit: "pay", currency: "USD", … }, 121000)` → `"$121k"` */
export function valueText({ unit, currency }: Pick<BriefFigure, "unit" | "currency">, value: number): string {
  switch (unit) {
    case "share":
      return percent(value);
    case "pay":
      return roundMoney(value, currency ?? "");
    case "days":
      return counted(Math.round(value), "day");
    case "years":
      return counted(Number(value.toFixed(1)), "year");
    case "count":
      return value.toLocaleString("en-US");
  }
}

/** `payText({ min: 120000, max: 150000, currency: "USD", period: "year", … })` → `"USD 120,000 to 150,000 a year"` */
export function payText({ min, max, currency, period }: Pay): string {
  const range = min === null ? `up to ${amountText(max ?? 0)}` : max === null ? `from ${amountText(min)}` : min === max ? amountText(min) : `${amountText(min)} to ${amountText(max)}`;
  return `${currency} ${range} ${period === "hour" ? "an" : "a"} ${period}`;
}

function amountText(amount: number): string {
  return amount.toLocaleString("en-US", { maximumFractionDigits: 2 });
}
