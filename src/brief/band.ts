import { shortAmount } from "../lib/short-amount.ts";
import type { BriefFigure, PayBand } from "../terms/brief.ts";

export type BandPoint = "p10" | "p25" | "p50" | "p75" | "p90";

const names: Record<BandPoint, string> = { p10: "A tenth pays less than", p25: "A quarter pays less than", p50: "Median", p75: "A quarter pays more than", p90: "A tenth pays more than" };

/** The points of a band as figures: each with its interval, n and employers, all of the same vacancies. */
export function bandFigures(band: PayBand): { point: BandPoint; name: string; figure: BriefFigure }[] {
  const { p50, intervals, what } = band;
  const of = (point: Exclude<BandPoint, "p50">): BriefFigure => ({ ...p50, what: `${names[point]}, ${what}`, value: band[point], low: intervals?.[point]?.low ?? null, high: intervals?.[point]?.high ?? null, hidden: band[point] === null ? (p50.hidden ?? "too few") : null });
  return (["p10", "p25", "p50", "p75", "p90"] as const).map((point) => ({ point, name: names[point], figure: point === "p50" ? p50 : of(point) }));
}

/** `"USD 121k (115k to 128k) to 160k (150k to 171k)"`: the two ends of a band's middle half, each with its interval. */
export function middleHalf(band: Pick<PayBand, "currency" | "p25" | "p75" | "intervals">): string {
  const { currency, p25, p75, intervals } = band;
  return `${withEnds({ value: p25, ...(intervals?.p25 ?? none) }, currency)} to ${withEnds({ value: p75, ...(intervals?.p75 ?? none) }, "")}`.trim();
}

const none = { low: null, high: null };

/** `withEnds({ value: 121000, low: 115000, high: 128000 }, "USD")` → `"USD 121k (115k to 128k)"` */
export function withEnds({ value, low, high }: Pick<BriefFigure, "value" | "low" | "high">, currency: string): string {
  const ends = low === null || high === null ? "" : ` (${shortAmount(low)} to ${shortAmount(high)})`;
  return `${currency} ${value === null ? "–" : shortAmount(value)}${ends}`.trim();
}
