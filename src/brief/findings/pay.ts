import type { BriefFinding, BriefMissing, BriefQuote } from "../../terms/brief.ts";
import { periodsPerYear, type Pay } from "../../terms/pay.ts";
import { payText } from "../words.ts";
import { distinct, listed, quoteAt, quoted, sentenceAt, titleQuote } from "../quotes.ts";
import type { Case, Finder } from "./found.ts";
import { reversedRanges } from "./reversed-pay.ts";
import { unreadSums } from "./unread-pay.ts";

// The policy of the product, no law: a range should not be wider than half its lower end; twice tells nothing.
const wide = 1.5;
const veryWide = 2;

/** Pay that is missing, stated so that it can be none, said in words only, the wrong way round, open at an end, or too wide. */
export const payFindings: Finder = (one) => {
  if (one.reading.pay.length === 0) return [unstated(one)];
  const wrongWay = reversed(one);
  // Of "between $150k and $10k" the first sum alone was read, as where pay begins: that it has no end is not so.
  return [...wrongWay, ...(wrongWay.length > 0 ? [] : openEnded(one)), ...tooWide(one)];
};

/** Nobody can tell which of the two ends has the slip. */
function reversed({ text, reading }: Case): BriefFinding[] {
  const found = reversedRanges(text, reading.pay);
  const [first] = found;
  if (first === undefined) return [];
  return [{ id: "pay-reversed", severity: "flag", says: `The top of the range is below its bottom: “${first.text}”. Only its first sum is counted.`, advice: "Mend the end that is wrong: the lower sum first, both with their thousands.", quotes: distinct(quoted(found.slice(0, 4), "pay")), figures: [] }];
}

function unstated(one: Case): BriefFinding | BriefMissing {
  const words = (one.phrases.get("pay") ?? []).filter((hit) => hit.id === "vague");
  const advice = "State the range you would hire at, both ends, with currency and period.";
  const [unread, ...more] = unreadSums(one.doc);
  if (unread !== undefined) {
    const quotes = distinct([unread, ...more].slice(0, 4).map(({ start, end }) => quoteAt(one.text, start, end, "pay")));
    const why = unread.why === "size" ? "cannot be pay: nobody is paid so much or so little" : "could not be read as pay: its currency or its period cannot be told";
    return { id: "pay-unread", severity: "warn", says: `The amount that is stated, “${one.text.slice(unread.start, unread.end)}”, ${why}. It counts as none.`, advice, quotes, figures: [] };
  }
  if (words.length > 0) {
    const said = [...new Set(words.map((hit) => `“${one.text.slice(hit.start, hit.end)}”`))].slice(0, 3);
    return { id: "pay-words", severity: "warn", says: `Pay is said in words, not in figures: ${listed(said)}.`, advice, quotes: distinct(quoted(words.slice(0, 4).map((hit) => sentenceAt(one.text, hit.start, hit.end)))), figures: [] };
  }
  const field = one.doc.posting.salary_raw?.trim() ?? "";
  const says = /\d/.test(field) ? `The salary field says “${field.slice(0, 80)}”, which could not be read as pay; the text states none.` : "No amount of pay is stated.";
  return { id: "pay-missing", severity: "warn", says, advice, lookedIn: ["the text", ...(one.doc.posting.salary_raw ? ["the salary field"] : [])], parts: [], figures: [] };
}

function openEnded(one: Case): BriefFinding[] {
  const open = one.reading.pay.filter((pay) => pay.min === null || pay.max === null);
  const quotes = quotesOf(one, open);
  if (quotes.length === 0) return [];
  const [first] = open;
  return [{ id: "pay-open", severity: "warn", says: first!.min === null ? "The pay says how much at most, and not from where." : "The pay says from where, and not how much at most.", advice: "Give both ends.", quotes, figures: [] }];
}

function tooWide(one: Case): BriefFinding[] {
  const over = one.reading.pay.filter((pay) => ratioOf(pay) > wide).toSorted((a, b) => ratioOf(b) - ratioOf(a));
  const quotes = quotesOf(one, over);
  if (quotes.length === 0) return [];
  const [widest] = over;
  const ratio = ratioOf(widest!);
  const range = payText(widest!);
  return [
    {
      id: "pay-wide",
      severity: ratio > veryWide ? "flag" : "warn",
      says: `The top of the range is ${ratio.toFixed(ratio < 1.6 ? 2 : 1)} times its bottom (${range}): nobody can tell what they would be offered. Our measure, no law: 1.5.`,
      advice: "Split it by level or by place, or state the range you would hire at.",
      quotes,
      figures: [],
    },
  ];
}

function ratioOf({ min, max }: Pay): number {
  return min === null || max === null || min <= 0 ? 0 : max / min;
}

/** Pay out of the salary field has no words in the text: then the title stands for the posting. */
function quotesOf(one: Case, pays: readonly Pay[]): BriefQuote[] {
  const evidence = pays.flatMap((pay) => pay.evidence);
  if (pays.length === 0 || evidence.length > 0) return distinct(quoted(evidence, "pay"));
  const title = titleQuote(one.text);
  return title === null ? [] : [title];
}

/** A stated range set on a year of full-time work; null where an end is missing. */
export function yearly({ min, max, period }: Pay): { min: number; max: number } | null {
  return min === null || max === null ? null : { min: min * periodsPerYear[period], max: max * periodsPerYear[period] };
}
