import type { Layer } from "../terms/layer.ts";
import type { Region } from "../terms/place.ts";
import { type Role, roleName } from "../terms/role.ts";
import { shortAmount } from "../lib/short-amount.ts";

export const regionNames: Record<Region, string> = { us: "United States", uk: "United Kingdom", europe: "Europe", uae: "United Arab Emirates", apac: "Asia-Pacific", other: "Elsewhere" };
export const layerNames: Record<Layer, string> = { infrastructure: "Infrastructure", evaluation: "Evaluation", product: "Product", model: "Model", governance: "Governance", outside: "Outside AI" };

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

/** Pay with the interval of its median: "184k (170k to 199k)" */
export function payText({ value, low, high }: { value: number; low: number | null; high: number | null }): string {
  return low === null || high === null ? shortAmount(value) : `${shortAmount(value)} (${shortAmount(low)} to ${shortAmount(high)})`;
}
