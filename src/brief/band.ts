import { roundMoney } from "../lib/money.ts";
import type { BriefFigure, PayBand } from "../terms/brief.ts";

export type BandPoint = "p10" | "p25" | "p50" | "p75" | "p90";

const names: Record<BandPoint, string> = { p10: "A tenth pays less than", p25: "A quarter pays less than", p50: "Median", p75: "A quarter pays more than", p90: "A tenth pays more than" };

/** The points of a band as figures: each with its interval, n and employers, all of the same vacancies. */
export function bandFigures(band: PayBand): { point: BandPoint; name: string; figure: BriefFigure }[] {
  const { p50, intervals, what } = band;
  const of = (point: Exclude<BandPoint, "p50">): BriefFigure => ({ ...p50, what: `${names[point]}, ${what}`, value: band[point], low: intervals?.[point]?.low ?? null, high: intervals?.[point]?.high ?? null, hidden: band[point] === null ? (p50.hidden ?? "too few") : null });
  return (["p10", "p25", "p50", "p75", "p90"] as const).map((point) => ({ point, name: names[point], figure: point === "p50" ? p50 : of(point) }));
}

/** `"$121k ($115k to $128k) to $160k ($150k to $171k)"`: the two ends of a band's middle half, each with its interval. */
export function middleHalf(band: Pick<PayBand, "currency" | "p25" | "p75" | "intervals">): string {
  const { currency, p25, p75, intervals } = band;
  return `${withEnds({ value: p25, ...(intervals?.p25 ?? none) }, currency)} to ${withEnds({ value: p75, ...(intervals?.p75 ?? none) }, currency)}`;
}

const none = { low: null, high: null };

/** `withEnds({ value: 121000, low: 115000, high: 128000 }, "USD")` → `"$121k ($115k to $128k)"` */
export function withEnds({ value, low, high }: Pick<BriefFigure, "value" | "low" | "high">, currency: string): string {
  const ends = low === null || high === null ? "" : ` (${roundMoney(low, currency)} to ${roundMoney(high, currency)})`;
  return `${value === null ? "–" : roundMoney(value, currency)}${ends}`;
}

/** Where the middle of a stated range lies against the market's middle half, in the words of every page and paper. Off it by its ends and not by their intervals is a verdict of its own. */
export function bandStanding({ verdict, stated, p25, p75 }: Pick<PayBand, "verdict" | "stated" | "p25" | "p75">): string {
  if (verdict !== "inside" || stated === null || p25 === null || p75 === null) return standings[verdict];
  const middle = (stated.min + stated.max) / 2;
  return middle < p25 ? standings.nearlyBelow : middle > p75 ? standings.nearlyAbove : standings.inside;
}

const standings = {
  below: "below the market’s middle half",
  nearlyBelow: "below the market’s middle half, by no more than chance allows",
  inside: "in the market’s middle half",
  nearlyAbove: "above the market’s middle half, by no more than chance allows",
  above: "above the market’s middle half",
  unknown: "not to be compared",
};
