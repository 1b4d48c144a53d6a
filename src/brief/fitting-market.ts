import type { Brief, BriefMarket } from "../terms/brief.ts";
import { roleOf } from "./role.ts";

/** What of a description the market's figures are asked by: its title, and the role, level, countries, pay and years it reads as. */
export type MarketKey = { title: string; like: string };

export function marketKey({ posting, reading, options }: Pick<Brief, "posting" | "reading" | "options">): MarketKey {
  const { seniority, places, pay, years } = reading;
  const countries = [...new Set(places.map(({ country }) => country))].toSorted();
  const ranges = pay.map(({ min, max, currency, period, kind }) => [min, max, currency, period, kind]);
  return {
    title: JSON.stringify([posting.title?.trim() ?? "", posting.location?.trim() ?? ""]),
    like: JSON.stringify([roleOf({ reading, options }).value, seniority.value, countries, ranges, years.value]),
  };
}

/** What the market said of a description that was asked about before, without what is not so of this one: another role's band must not stand beside it. */
export function fittingMarket(told: BriefMarket, asked: MarketKey, now: MarketKey): BriefMarket {
  return { ...told, ...(asked.title === now.title ? {} : { titles: [] }), ...(asked.like === now.like ? {} : { years: null, nearest: [], nearestOf: null, band: null, scope: null, prices: [] }) };
}
