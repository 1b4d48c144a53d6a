import type { Layer } from "../terms/layer.ts";
import { type Region, regionNames } from "../terms/place.ts";
import { type Role, roleName } from "../terms/role.ts";
import { roundMoney } from "../lib/money.ts";

export const layerNames: Record<Layer, string> = { infrastructure: "Infrastructure", evaluation: "Evaluation", product: "Product", model: "Model", governance: "Governance", outside: "Outside AI" };

/** The regions as a phrase: "United States and United Kingdom". */
export function regionPhrase(regions: readonly Region[]): string {
  const names = regions.map((region) => regionNames[region]);
  return names.length === 0 ? "all regions" : names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}

export function nameOfRole(role: string): string {
  return roleName(role as Role);
}

/** 1234 → "1,234" */
export function counted(n: number): string {
  return n.toLocaleString("en-US");
}

/** 0.123 → "12.3" */
export function percent(share: number, digits = 1): string {
  return (share * 100).toFixed(digits).replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
}

/** A share with its interval, in per cent: "12.3 (10.1 to 14.8)" */
export function withInterval({ value, low, high }: { value: number; low: number; high: number }, digits = 1): string {
  return `${percent(value, digits)} (${percent(low, digits)} to ${percent(high, digits)})`;
}

/** A change with its interval: "+6 % (+2 to +10)" */
export function changeText({ value, low, high }: { value: number; low: number; high: number }): string {
  return `${signed(value)} % (${signed(low)} to ${signed(high)})`;
}

function signed(share: number): string {
  return Math.round(share * 100) > 0 ? `+${percent(share, 0)}` : percent(share, 0);
}

/** Pay with its interval: "$184k ($170k to $199k)" */
export function payText({ value, low, high }: { value: number; low: number | null; high: number | null }, currency: string): string {
  return low === null || high === null ? roundMoney(value, currency) : `${roundMoney(value, currency)} (${roundMoney(low, currency)} to ${roundMoney(high, currency)})`;
}

/** The same for a narrow column: the interval in a line of its own, which does not break. */
export function payCell(pay: { value: number; low: number | null; high: number | null }, currency: string): string {
  return payText(pay, currency).replace(" ", "\n").replaceAll(" ", "\u00a0");
}

/** What a figure in a sentence carries beside it: "14.0 % (7.1 to 25.6; n 14 of 11 employers)" */
export function figureWithN({ value, low, high }: { value: number; low: number; high: number }, { n, employers }: { n: number; employers: number }): string {
  return `${percent(value)} % (${percent(low)} to ${percent(high)}; ${behind({ n, employers })})`;
}

/** `behind({ n: 14, employers: 11 })` → "n 14 of 11 employers" */
export function behind({ n, employers }: { n: number; employers: number }): string {
  return `n ${counted(n)} of ${counted(employers)} ${employers === 1 ? "employer" : "employers"}`;
}

/** What stands behind a source: "n = 1 vacancy of 1 employer" */
export function behindSource({ postings, employers }: { postings: number; employers: number }): string {
  return `n = ${counted(postings)} ${postings === 1 ? "vacancy" : "vacancies"} of ${counted(employers)} ${employers === 1 ? "employer" : "employers"}`;
}
