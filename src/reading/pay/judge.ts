import type { PayPeriod } from "../../terms/pay.ts";
import type { Document } from "../document.ts";
import { cueBefore, cueBehind } from "./cues.ts";
import { currencyOf, homeCurrency, payScale } from "./currency.ts";
import { readKind } from "./kind.ts";
import { readLabel } from "./label.ts";
import { periodBefore, periodBehind, periodBySize, plausible } from "./period.ts";
import type { Range } from "./ranges.ts";
import type { Region } from "./regions.ts";
import type { Statement } from "./statement.ts";

/** The words around a sum. `before` begins with its sentence, `behind` ends before the next sum. */
type Context = { before: string; after: string; behind: string; heading: string; following: string };

// One sum above this, in dollars' worth, is a deal, a quota or a promise ("earn over $1M"), not pay.
const MOST_ALONE = 600_000;

/**
 * Whether a range is pay for the job, and what of: null where it is other money, or where currency or period cannot be told.
 * `sibling` is a statement that came just before on the same line or list: what was said of it holds on.
 */
export function judge(doc: Document, region: Region, range: Range, next: Range | undefined, countries: readonly string[], sibling: Statement | null): Statement | null {
  // The quick way out, for funding and revenue: nobody is paid five million dollars.
  const code = range.currency === null ? homeCurrency(countries) : currencyOf(range.currency, countries);
  if (code === null) return null;
  const sum = (range.max ?? range.min)! / payScale(code);
  if (sum > plausible.year[1] || sum < 2 || (!range.paired && sum > MOST_ALONE)) return null;
  const context = contextOf(doc, region, range, next);
  const cue = cueOf(context);
  if (cue === "other") return null;
  const period = periodOf(range, context, sum, sibling, cue === "pay");
  if (period === null) return null;
  if (cue === null && !evident(doc, region, range, period, sum, context, sibling)) return null;
  if (range.currency === null && !bareIsPay(range, cue, period, sum, context)) return null;
  const currency = range.currency === "$" ? dollarOf(context, code, countries) : code;
  return {
    min: range.min, max: range.max, currency, period,
    kind: readKind(`${context.heading} ${context.before}`, context.behind, context.following),
    place: readLabel(context.before, context.behind),
    start: range.start, end: range.end,
  };
}

function contextOf(doc: Document, region: Region, range: Range, next: Range | undefined): Context {
  const line = doc.lines[region.line]!;
  const before = sentenceEnd(loosen(doc.text.slice(Math.max(line.start, range.start - 130), range.start)));
  const limit = next !== undefined && next.start < line.end ? next.start : line.end;
  const after = loosen(doc.text.slice(range.end, Math.min(limit, range.end + 90)));
  // The plus of "$204,000 – $240,000+ bonus" parts the two.
  const open = range.paired && doc.text.charCodeAt(range.end - 1) === 43 && /^\s?(?:bonus|commission|equity|stock|RSU)/i.test(after) ? ", " : "";
  return {
    before,
    after,
    behind: limit < range.end + 90 && limit === next?.start ? upToNext(open + after) : open + after,
    heading: before.length < 60 ? headingOf(doc, region.line) : "",
    following: doc.text.slice(range.end, Math.min(doc.text.length, range.end + 260)),
  };
}

/** Bodies that lost their line breaks run words together: "Type: PermanentPay: £180 per dayLocation". */
function loosen(text: string): string {
  return text.replace(/(\p{Ll})(?=\p{Lu}\p{Ll})/gu, "$1 ");
}

function sentenceEnd(before: string): string {
  const cut = /^.*(?:(?<!\b(?:U\.S|approx|ca|e\.g|i\.e|min|max|incl|Rs|\p{L}))[.!?]\s+(?=[\p{Lu}(“"])|[•;])/su.exec(before);
  // "commuter benefit; $300": with no word after the cut, the words before it are what the sum belongs to.
  return cut === null || !/\p{L}{2}/u.test(before.slice(cut[0].length)) ? before : before.slice(cut[0].length);
}

/** "$120,000 – $150,000 (OTE $140,000": what stands in the opened bracket belongs to the next sum. */
function upToNext(after: string): string {
  const cut = /^(.*)(?:[(,+&;|:]|\s[/–—-]\s)|^(.*?)\b(?:plus|and|or)\b/su.exec(after);
  return cut === null ? after : (cut[1] ?? cut[2] ?? "");
}

/** The nearest line above that speaks of pay, through lines that are short or have sums themselves. */
function headingOf(doc: Document, lineNumber: number): string {
  for (let n = lineNumber - 1; n >= Math.max(0, lineNumber - 5); n--) {
    const line = doc.lines[n]!;
    if (line.end === line.start) continue;
    const text = doc.text.slice(Math.max(line.start, line.end - 150), line.end);
    if (cueBefore(text) === "pay") return text;
    if (line.end - line.start > 60 && !/\d{2}/.test(text)) return "";
  }
  return "";
}

function cueOf({ before, behind, heading }: Context): "pay" | "other" | null {
  const after = cueBehind(behind);
  if (after !== null) return after;
  const front = cueBefore(before);
  if (front !== null) return front;
  return heading !== "" || /^[^.;]{0,16}\b(?:gross|brut|bruto|brutto|bruts)\b/i.test(behind) ? "pay" : null;
}

function periodOf(range: Range, context: Context, sum: number, sibling: Statement | null, cued: boolean): PayPeriod | null {
  if (range.yearly) return "year";
  const low = range.min === null ? sum : sum * (range.min / (range.max ?? range.min));
  const fits = (period: PayPeriod | null): period is PayPeriod => period !== null && low >= plausible[period][0] && sum <= plausible[period][1];
  const behind = periodBehind(context.after);
  // Without a word of pay "$250K per month" is what a team spends, not a slip for a year's pay.
  if (behind !== null && !cued && !fits(behind)) return null;
  for (const said of [behind, periodBefore(context.before), periodBefore(context.heading)]) if (fits(said)) return said;
  if (sibling !== null && fits(sibling.period) && sum > (sibling.max ?? sibling.min)! / payScale(sibling.currency) / 4) return sibling.period;
  return periodBySize(sum, /\brates?\b|\bwages?\b|lohn|stunde|horaire/i.test(context.before + context.heading));
}

/** Sums that say without a word of pay that they are pay: a range of the size of a year's pay, a wage "per hour". */
function evident(doc: Document, region: Region, range: Range, period: PayPeriod, sum: number, context: Context, sibling: Statement | null): boolean {
  if (sibling !== null) return true;
  const low = range.min === null || range.max === null ? sum : sum * (range.min / range.max);
  const said = periodBehind(context.after) === period;
  switch (period) {
    case "year":
      return low >= 15_000 && sum <= 1_000_000 && sum <= low * 4 && (range.paired || said) && !inBlurb(doc, region);
    case "hour":
      return said && low >= 7 && sum <= 300;
    case "month":
      return said && range.paired && low >= 1000;
    default:
      return said && range.paired && low >= 150;
  }
}

function inBlurb(doc: Document, region: Region): boolean {
  return doc.sections.findLast((span) => span.start <= region.start)?.section === "about";
}

/** A number without a sign of money is pay after a word of pay, as two ends of the size of a year's pay ("210k - 250k + equity"), or with its period ("70k annually"). */
function bareIsPay(range: Range, cue: "pay" | "other" | null, period: PayPeriod, sum: number, context: Context): boolean {
  if (!range.large) return false;
  if (cue === "pay") return true;
  if (period !== "year" || sum < 20_000 || sum > 1_000_000) return false;
  return range.paired ? range.max! <= range.min! * 3 : periodBehind(context.after) === "year";
}

const dollars: [RegExp, string][] = [
  [/\bCAD\b|\bCanad(?:a|ian)\b|\bC\$|\bToronto\b|\bVancouver\b|\bMontr[eé]al\b|\bOntario\b|\bBritish Columbia\b/u, "CAD"],
  [/\bAUD\b|\bAustralian?\b/u, "AUD"],
  [/\bSGD\b|\bSingapore\b/u, "SGD"],
  [/\bNZD\b|\bNew Zealand\b/u, "NZD"],
  [/\bUSD\b|\bU\.?S\.?(?:A\.?)?(?:\b|$)|\bUnited States\b/u, "USD"],
];

/** Which dollar, where the words beside the sum name one of the posting's countries or the code. */
function dollarOf(context: Context, code: string, countries: readonly string[]): string {
  const after = /^[^.$\d]{0,80}/u.exec(context.after)![0];
  const named = dollars.filter(([pattern]) => pattern.test(`${context.before} ${after.slice(0, 40)}`));
  if (named.length !== 1) return code;
  const found = named[0]![1];
  return found === "USD" || countries.length === 0 || currencyOf("$", countries.filter((country) => country !== "US")) === found ? found : code;
}
