import type { Document } from "../../reading/document.ts";
import { findAmounts } from "../../reading/pay/amounts.ts";
import { contextOf } from "../../reading/pay/context.ts";
import { cueBefore, cueBehind } from "../../reading/pay/cues.ts";
import { payScale, resolveCurrency } from "../../reading/pay/currency.ts";
import { plausible } from "../../reading/pay/period.ts";
import { joinAmounts, type Range } from "../../reading/pay/ranges.ts";
import { findRegions } from "../../reading/pay/regions.ts";
import type { PayPeriod } from "../../terms/pay.ts";

/** `size`: nobody is paid so much or so little; `unclear`: currency or period cannot be told. */
export type UnreadSum = { start: number; end: number; why: "size" | "unclear" };

/** A range whose top is so many times its bottom has a slip in it. */
const slip = 100;

/** The sums that words of pay stand right before and that were read as none, of a document in which no pay was read. */
export function unreadSums(doc: Document): UnreadSum[] {
  return findRegions(doc).flatMap((region) => {
    const ranges = joinAmounts(doc.text, findAmounts(doc.text, region.start, region.end), doc.lines[region.line]!.start);
    return ranges.flatMap((range, i): UnreadSum[] => {
      if (range.currency === null && !range.large) return [];
      const { words, before, behindWords, behind, said } = contextOf(doc, region, range, ranges[i + 1]);
      if (!states(before) || cueBefore(words, before) !== "pay" || cueBehind(behindWords, behind) === "other") return [];
      return [{ start: range.start, end: range.end, why: isOfNoSize(range, said) ? "size" : "unclear" }];
    });
  });
}

/** "Salary: ", "the base pay is between ", or the word of pay and nothing else; not "our software pays ". */
function states(before: string): boolean {
  return statedBy.test(before) || (before.trim().split(/\s+/).length <= 2 && !pays.test(before));
}

const statedBy = /(?:[:=]|(?<!\p{L})(?:is|of|at|from|between|range|up to|ist|beträgt|von|ab|bei|zwischen|bis zu|est|de|entre|bedraagt|van|tussen|vanaf|tot))[\s~–-]*$/iu;
const pays = /(?<!\p{L})(?:pays?|paid|zahlen|zahlt|payons|paie|betalen|betaalt)\s*$/iu;

function isOfNoSize({ min, max, currency }: Range, said: PayPeriod | null): boolean {
  const code = currency === null ? null : resolveCurrency(currency, []);
  const [low, high] = [min ?? max!, max ?? min!];
  if (high > low * slip) return true;
  if (code === null) return false;
  const [least, most] = plausible[said ?? "year"];
  return high / payScale(code) > most || (said !== null && low / payScale(code) < least);
}
