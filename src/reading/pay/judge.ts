import type { PayKind, PayPeriod } from "../../terms/pay.ts";
import type { Document } from "../document.ts";
import { contextOf, noHeading, type Context } from "./context.ts";
import { cueBefore, cueBehind } from "./cues.ts";
import { homeCurrency, payScale, resolveCurrency } from "./currency.ts";
import { kindBefore, kindBehind, kindFollowing } from "./kind.ts";
import { readHeadingLabel, readLabel } from "./label.ts";
import { periodBefore, periodBySize, plausible } from "./period.ts";
import { openEnd, type Range } from "./ranges.ts";
import type { Region } from "./regions.ts";
import type { Statement } from "./statement.ts";
import { CONTEXT } from "./words.ts";

// One sum above this, in dollars' worth, is a deal, a quota or a promise ("earn over $1M"), not pay.
const MOST_ALONE = 600_000;

const spokenByYear = new Set(["USD", "CAD", "AUD", "NZD", "GBP"]);

/**
 * Whether a range is pay for the job, and what of: null where it is other money, or where currency or period cannot be told.
 * `sibling` is a statement that came just before on the same line or list: what was said of it holds on.
 */
export function judge(doc: Document, region: Region, range: Range, next: Range | undefined, countries: readonly string[], sibling: Statement | null): Statement | null {
  // The quick way out, for funding and revenue: nobody is paid five million dollars.
  const code = range.currency === null ? homeCurrency(countries) : resolveCurrency(range.currency, countries);
  // A first end of nothing is the rest of a number that was broken: "000 to $135,000".
  if (code === null || range.min === 0 || (range.currency === null && !range.large)) return null;
  const sum = (range.max ?? range.min)! / payScale(code);
  if (sum > plausible.year[1] || sum < 2 || (!range.paired && sum > MOST_ALONE)) return null;
  const context = contextOf(doc, region, range, next);
  const cue = cueOf(context);
  if (cue === "other") return null;
  openEnd(doc.text, range, doc.lines[region.line]!.start);
  const period = periodOf(range, context, sum, sibling, cue === "pay", code);
  if (period === null) return null;
  if (cue === null && !evident(doc, region, range, period, sum, context, sibling)) return null;
  if (range.currency === null && !bareIsPay(range, cue, period, sum, context)) return null;
  const currency = range.currency === "$" ? dollarOf(context, code, countries) : code;
  return {
    min: range.min, max: range.max, currency, period,
    kind: kindOf(doc, context, cue === null ? (sibling?.kind ?? null) : null),
    place: readLabel(context.before, context.behind) ?? labelAbove(doc, region, range),
    start: range.start, end: range.end,
  };
}

function kindOf(doc: Document, context: Context, siblingKind: PayKind | null): PayKind {
  const { before, words, behind, behindWords, heading, end } = context;
  const near = kindBehind(behindWords, behind) ?? kindBefore(words, before);
  return near ?? siblingKind ?? kindBefore(heading().words, heading().text) ?? kindFollowing(doc.text.slice(end, end + 260));
}

/** "I4" or "New York pay range" on a line of its own above the sum. */
function labelAbove(doc: Document, region: Region, range: Range): string | null {
  const line = doc.lines[region.line]!;
  const above = doc.lines[region.line - 1];
  if (above === undefined || range.start - line.start > 3 || above.end - above.start > 60) return null;
  return readHeadingLabel(doc.text.slice(above.start, above.end));
}

function cueOf({ before, words, behind, behindWords, heading }: Context): "pay" | "other" | null {
  // "Pay: $18-22/hour for direct client contact": said right before, only the very next word says otherwise.
  const label = words[words.length - 1];
  const labelled = label !== undefined && /^[\s:~-]*:[\s:~-]*$/.test(before.slice(label.end)) && cueBefore(words, before) === "pay";
  const after = cueBehind(labelled ? behindWords.slice(0, 2) : behindWords, behind);
  if (after !== null) return after;
  const front = cueBefore(words, before);
  if (front !== null) return front;
  return heading() !== noHeading || /^[^.;]{0,16}\b(?:gross|brut|bruto|brutto|bruts|netto)\b/i.test(behind) ? "pay" : null;
}

function periodOf(range: Range, context: Context, sum: number, sibling: Statement | null, cued: boolean, code: string): PayPeriod | null {
  if (range.yearly) return "year";
  const low = range.min === null ? sum : sum * (range.min / (range.max ?? range.min));
  const fits = (period: PayPeriod | null): period is PayPeriod => period !== null && low >= plausible[period][0] && sum <= plausible[period][1];
  const behind = context.said;
  if (fits(behind)) return behind;
  // "45,000 € per month" is a slip for a year's pay. Without a word of pay it is what a team spends; the other way round, "$2,000 a year", it is no pay.
  if (behind !== null && (!cued || sum < 12_000)) return null;
  const before = periodBefore(context.words, context.before);
  if (fits(before)) return before;
  const above = periodBefore(context.heading().words, context.heading().text);
  if (fits(above)) return above;
  if (sibling !== null && fits(sibling.period) && sum > (sibling.max ?? sibling.min)! / payScale(sibling.currency) / 4) return sibling.period;
  // A range such as "$20 - $34" with a word of pay can only be an hour's.
  const hourly = cued && range.paired && sum <= 75 && low >= 7;
  // "Get paid $1,000": one sum of a month's size is rarely a month's where pay is spoken of by the year.
  if (!range.paired && sum < 12_000 && sum > 250 && spokenByYear.has(code)) return null;
  return periodBySize(sum, low, hourly || /\brates?\b|\bwages?\b|lohn|stunde|horaire/i.test(context.before + context.heading().text));
}

/** Sums that say without a word of pay that they are pay: a range of the size of a year's pay, a wage "per hour". */
function evident(doc: Document, region: Region, range: Range, period: PayPeriod, sum: number, context: Context, sibling: Statement | null): boolean {
  if (sibling !== null) return true;
  const low = range.min === null || range.max === null ? sum : sum * (range.min / range.max);
  const said = context.said === period;
  const before = context.words.length <= 3;
  switch (period) {
    case "year":
      return low >= 15_000 && sum <= 1_000_000 && sum <= low * 4 && (range.paired || said || (before && sum >= 30_000 && standsAlone(context))) && !inBlurb(doc, region);
    case "hour":
      return said && low >= 7 && sum <= 300;
    case "month":
      return said && low >= (range.paired ? 1000 : 2500);
    default:
      return said && low >= 150;
  }
}

/** "Up to £85k + bonus", "$150,000 + super", "€70K": nothing else is said of the sum. */
function standsAlone({ after }: Context): boolean {
  return /^\s*(?:$|\+|plus\b|DOE\b|\(|,? (?:and|depending|dependent|based on))/i.test(after);
}

function inBlurb(doc: Document, region: Region): boolean {
  return doc.sections.findLast((span) => span.start <= region.start)?.section === "about";
}

/** A number without a sign of money is pay after a word of pay, as two ends of the size of a year's pay ("210k - 250k + equity"), or with its period ("70k annually"). */
function bareIsPay(range: Range, cue: "pay" | "other" | null, period: PayPeriod, sum: number, context: Context): boolean {
  if (cue === "pay") return range.paired || !countsThings(context);
  if (countsThings(context)) return false;
  if (period !== "year" || sum < 20_000 || sum > 1_000_000) return false;
  return range.paired ? range.max! <= range.min! * 3 : context.said === "year";
}

/** "10,000 employees", "200k hours": a word right behind a bare number that says neither pay nor "per" is what it counts. */
function countsThings({ after, afterWords: [first] }: Context): boolean {
  return first !== undefined && (first.means & ~CONTEXT) === 0 && first.period === null && /^ ?$/.test(after.slice(0, first.start));
}

const dollars: [RegExp, string][] = [
  [/\bCAD\b|\bCanad(?:a|ian)\b|\bC\$|\bToronto\b|\bVancouver\b|\bMontr[eé]al\b|\bOntario\b|\bBritish Columbia\b/u, "CAD"],
  [/\bAUD\b|\bAustralian?\b/u, "AUD"],
  [/\bSGD\b|\bSingapore\b/u, "SGD"],
  [/\bNZD\b|\bNew Zealand\b/u, "NZD"],
  [/\bUSD\b|\bU\.?S\.?(?:A\.?)?(?:\b|$)|\bUnited States\b/u, "USD"],
];

const anyDollar = new RegExp(dollars.map(([pattern]) => pattern.source).join("|"), "u");

/** Which dollar, where the words beside the sum name one of the posting's countries or the code. */
function dollarOf(context: Context, code: string, countries: readonly string[]): string {
  const around = `${context.before} ${/^[^.$\d]{0,40}/u.exec(context.after)![0]}`;
  if (!anyDollar.test(around)) return code;
  const named = dollars.filter(([pattern]) => pattern.test(around));
  if (named.length !== 1) return code;
  const found = named[0]![1];
  // CAD is the dollar of CA, and so on: a country that the posting does not offer says nothing of its pay.
  return found === "USD" || countries.length === 0 || countries.includes(found.slice(0, 2)) ? found : code;
}
