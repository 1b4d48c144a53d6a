import { quoted, titleQuote } from "../quotes.ts";
import type { Finder } from "./found.ts";

/** Stated pay off the market's band for the role, place and level. Where too few stand behind the band it says nothing: the band itself tells why. */
export const bandFindings: Finder = ({ market, reading, text }) => {
  const band = market?.band ?? null;
  if (band === null || (band.verdict !== "below" && band.verdict !== "above")) return [];
  const evidence = quoted(reading.pay.flatMap((pay) => pay.evidence), "pay");
  const title = titleQuote(text);
  const quotes = evidence.length > 0 ? evidence : title === null ? [] : [title];
  if (quotes.length === 0) return [];
  return [
    {
      id: "pay-band",
      severity: band.verdict === "above" ? "info" : band.stated !== null && band.p25 !== null && band.stated.max < band.p25 ? "flag" : "warn",
      says: band.because,
      advice: band.verdict === "below" ? "Raise the range, or ask for less: the prices of the requirements say what each costs." : null,
      quotes,
      figures: [band.p50, ...(band.percentile === null ? [] : [band.percentile])],
    },
  ];
};
