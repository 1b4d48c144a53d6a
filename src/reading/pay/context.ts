import type { PayPeriod } from "../../terms/pay.ts";
import type { Document } from "../document.ts";
import { cueBefore } from "./cues.ts";
import { periodBehind } from "./period.ts";
import type { Range } from "./ranges.ts";
import type { Region } from "./regions.ts";
import { wordsOf, type Word } from "./words.ts";

/** The text around a sum and its words. `before` begins with its sentence, `behind` ends before the next sum. */
export type Context = {
  before: string;
  words: Word[];
  after: string;
  afterWords: Word[];
  /** The period said right behind the sum. */
  said: PayPeriod | null;
  behind: string;
  behindWords: Word[];
  /** The line above that speaks of pay; looked for where the words beside the sum do not say enough. */
  heading: () => Heading;
  end: number;
};
export type Heading = { text: string; words: Word[] };

export const noHeading: Heading = { text: "", words: [] };

/** Cuts the text around `range` to what belongs to it; `next` is the next sum of the region. */
export function contextOf(doc: Document, region: Region, range: Range, next: Range | undefined): Context {
  const line = doc.lines[region.line]!;
  const before = sentenceEnd(loosen(withoutLinks(doc.text, line.start, range.start)));
  const { end } = doc.lines[region.last]!;
  const limit = next !== undefined && next.start < end ? next.start : end;
  const after = loosen(doc.text.slice(range.end, Math.min(limit, range.end + 90)));
  // The plus of "$204,000 – $240,000+ bonus" parts the two.
  const parted = range.paired && doc.text.charCodeAt(range.end - 1) === 43 && /^\s?(?:bonus|commission|equity|stock|RSU)/i.test(after);
  const behind = parted ? "" : limit < range.end + 90 && limit === next?.start ? upToNext(after) : after;
  const afterWords = wordsOf(after, 12);
  let heading: Heading | null = null;
  return {
    before,
    words: wordsOf(before),
    after,
    afterWords,
    said: periodBehind(afterWords, after),
    behind,
    behindWords: behind.length === after.length ? afterWords : afterWords.filter((word) => word.end <= behind.length),
    heading: () => (heading ??= before.length < 60 ? headingOf(doc, region.line) : noHeading),
    end: range.end,
  };
}

// How much of the text before a sum says what it is; addresses of links come on top.
const BEFORE_UNITS = 130;
const ADDRESS_UNITS = 400;

/** The text before a sum without the addresses of Markdown links: "[news](https://x.example/series-b) £70,000" has no word of funding. */
function withoutLinks(text: string, lineStart: number, end: number): string {
  const near = text.slice(Math.max(lineStart, end - BEFORE_UNITS), end);
  if (!near.includes(")")) return near;
  const wide = text.slice(Math.max(lineStart, end - BEFORE_UNITS - ADDRESS_UNITS), end);
  if (!wide.includes("](")) return near;
  return ownWords(wide.replaceAll(/\]\([^\s()]{0,400}(?:\s"[^"\n]{0,80}")?\)/g, "]")).slice(-BEFORE_UNITS);
}

/** A link that stands beside a sum as a piece of its own ("[401k plan] £70,000") says nothing of it, unless it is its label ("[Bonus]: $20,000") or money of another kind. */
function ownWords(before: string): string {
  const link = /\[([^[\]]{0,120})\]([^\p{L}\d:[\]]{0,12})$/u.exec(before);
  return link === null || moneyBeside.test(link[1]!) ? before : link[2]!;
}

const moneyBeside = /bonus|equity|stock|shares|option|commission|referral|relocation|budget|salar|\bpay\b|compensation|gehalt|vergütung|salaire|rémunération|salaris|prämie|prime/i;

/** Bodies that lost their line breaks run words together: "Type: PermanentPay: £180 per dayLocation". */
function loosen(text: string): string {
  return /[a-z][A-Z][a-z]/.test(text) ? text.replace(/([a-z])(?=[A-Z][a-z])/g, "$1 ") : text;
}

/** What is left of the text from the last end of a sentence in it. */
function sentenceEnd(before: string): string {
  for (let i = before.length - 1; i >= 0; i--) {
    const sign = before[i]!;
    if (sign !== "." && sign !== "!" && sign !== "?" && sign !== "•" && sign !== ";") continue;
    if (sign !== "•" && sign !== ";" && !/^\s+[\p{Lu}(“"]/u.test(before.slice(i + 1, i + 4))) continue;
    if (sign === "." && /(?:^|[^\p{L}])(?:U\.S|Sr|Jr|St|approx|ca|e\.g|i\.e|min|max|incl|Rs|\p{L})$/u.test(before.slice(Math.max(0, i - 7), i))) continue;
    const rest = before.slice(i + 1);
    // "commuter benefit; $300": with no word after the cut, the words before it are what the sum belongs to.
    return /\p{L}{2}/u.test(rest) ? rest.trimStart() : before;
  }
  return before;
}

/** "$120,000 – $150,000 (OTE $140,000": what stands in the opened bracket belongs to the next sum. */
function upToNext(after: string): string {
  const cut = /^(.*)(?:[(,+&;|:]|\s[/–—-]\s)|^(.*?)\b(?:plus|and|or)\b/su.exec(after);
  return cut === null ? after : (cut[1] ?? cut[2] ?? "");
}

/** The nearest line above that speaks of pay, through lines that are short or have sums themselves. */
function headingOf(doc: Document, lineNumber: number): Heading {
  for (let n = lineNumber - 1; n >= Math.max(0, lineNumber - 5); n--) {
    const line = doc.lines[n]!;
    if (line.end === line.start) continue;
    const text = doc.text.slice(Math.max(line.start, line.end - 150), line.end);
    const words = wordsOf(text);
    if (cueBefore(words, text) === "pay") return { text, words };
    if (line.end - line.start > 60 && !/\d{2}/.test(text)) return noHeading;
  }
  return noHeading;
}
