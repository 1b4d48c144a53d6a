import type { Document } from "../document.ts";
import { ITEM } from "../text/html.ts";

// A sum and the word that joins it to the next are written in fewer units.
const UNITS = 28;

const money = "(?:[$€£¥₹]|[A-Z]{2,3}\\s?\\$?|CHF|EUR)";
let built: { opens: RegExp; sum: RegExp; cut: RegExp; rest: RegExp; joins: RegExp; ends: RegExp } | null = null;

function patterns(): NonNullable<typeof built> {
  return (built ??= {
    // "$110,000 to", "£48,235 –", "55.000 € bis"
    opens: new RegExp(`\\d\\s?(?:k|K|T€|${money})?(?:/yr|/year| per year| p\\.a\\.)?\\s?(?:[-–—~]|(?<![\\p{L}])(?:to|up to|and|bis(?: zu)?|und|à|et|tot|en))$`, "u"),
    sum: new RegExp(`^${money}?\\s?\\d`, "u"),
    // "$110,-" and "000 to $135,000": a number that was broken like a word.
    cut: /(?:[$£]|USD ?|GBP ?)\d{1,3},-?$/,
    rest: /^\d{3}(?![\d.,]\d|\d)/,
    joins: new RegExp(`^(?:[-–—]|(?:to|bis|à|tot)(?![\\p{L}]))\\s*${money}?\\s?\\d`, "u"),
    ends: new RegExp(`(?:${money}\\s?\\d[\\d.,’']*\\s?[kK]?|\\d\\s?(?:[kK]|€|EUR|euros?))$`, "u"),
  });
}

/** Whether a range of pay, or one number of it, goes on from one line to the next: such lines were broken by a mailer, a page or a chat. */
export function isBroken(doc: Document, number: number): boolean {
  const line = doc.lines[number];
  const next = doc.lines[number + 1];
  if (line === undefined || next === undefined || line.end - line.start < 3 || line.start < doc.bodyStart) return false;
  if (!hasDigit(doc.text, next.start, Math.min(next.end, next.start + UNITS))) return false;
  const tail = doc.text.slice(Math.max(line.start, line.end - UNITS), line.end);
  if (!/[\d$€£¥₹kK,\p{L}–—-]$/u.test(tail) || !/\d/.test(tail)) return false;
  const { opens, sum, cut, rest, joins, ends } = patterns();
  const head = doc.text.slice(next.start, Math.min(next.end, next.start + UNITS));
  if (next.kind === ITEM) return joins.test(head) && ends.test(tail) && standsForRange(doc, number, head);
  return (cut.test(tail) && rest.test(head)) || (opens.test(tail) && sum.test(head)) || (joins.test(head) && ends.test(tail));
}

/** Nearly always the next line has none, and nothing more need be asked. */
function hasDigit(text: string, from: number, to: number): boolean {
  for (let i = from; i < to; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 48 && unit <= 57) return true;
  }
  return false;
}

/** "$120k", then "- $140k": an item like any other, unless it is the only one there and is nothing but a sum. */
function standsForRange(doc: Document, number: number, head: string): boolean {
  const { posting, lines } = doc;
  return !posting.description_html?.trim() && lines[number]!.kind !== ITEM && lines[number + 2]?.kind !== ITEM && nothingButSum.test(head);
}

const nothingButSum = /^[-–—]\s*(?:[A-Z]{3}\s?)?[$€£¥₹]?\s?\d[\d.,]*\s?[kK]?\s?(?:€|[A-Z]{3})?\s*(?:$|[.+(;]|per (?:year|annum)|a year|p\.a|\/\s?y)/u;
