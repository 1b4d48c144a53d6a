import type { Amount } from "./amounts.ts";
import { sameCurrency } from "./currency.ts";

/** Two ends that a text joins, or one: `min` null for "up to", `max` null for "from". `currency` is that of the amounts, null for bare numbers. */
export type Range = { start: number; end: number; min: number | null; max: number | null; currency: string | null; yearly: boolean; large: boolean; paired: boolean };

// What may stand between the two ends besides the word that joins them: "$100,000 [lowest market] per year gross - $120,000".
const beside = String.raw`(?:\[[^\]]{0,120}\]|\([^)\d]{0,60}\)|/?\s?(?:per|a|an|par|pro|im)?\s?(?:year|yr|month|mo|week|day|hour|hr|annum|an|mois|jour|heure|jahr|monat|stunde|h|y)\b|pa\b|p\.a\.|gross|brut(?:to|e|s|os)?|bruto|net(?:to)?|base|salary|annual(?:ly)?|yearly|monthly|hourly|OTE|[\s*,])*`;
const joins = String.raw`(?:(?:(?:and|en|und|et|y) )?(?:an? )?(?:maximaal|maximum|maximal|max\.?|höchstens)(?: of| de| van| von)?|[-‐‑‒–—−~〜→|/]+(?:\s?and\b)?|to|til+|and|up to|bis(?: zu)?|und|à|a|et|au|jusqu['’]à|tot(?: en met)?|en|t/m|y|hasta|e|até|do|ad|fino a)`;
const opens = String.raw`(?:between|entre|zwischen|tussen|tra|fra|comprise? entre|range|ranges|ranging|from|von|de|van|min\w*)`;

type Patterns = { join: RegExp; needsOpen: RegExp; open: RegExp; upTo: RegExp; from: RegExp };
let built: Patterns | null = null;

function patterns(): Patterns {
  return (built ??= {
    join: new RegExp(`^${beside}(${joins})${beside}(?:up to|USD|EUR|GBP|of)?\\s*$`, "iu"),
    needsOpen: /^(?:and|und|et|en|y|e|a|\||\/)$/i,
    open: new RegExp(`(?<!\\p{L})${opens}(?!\\p{L})[^.;]{0,60}$`, "iu"),
    upTo: /(?<!\p{L})(?:up to|upto|as (?:high|much) as|max(?:imum|imaal|imal|imale|\.)?(?:\s\p{L}+)?(?: of| von| de| van)?:?|bis(?: zu)?|jusqu['’][àa]|tot(?: maximaal| max\.?)?|hasta|até|fino a|do|capped at|dépasser\p{L}* pas|not (?:to )?exceed\p{L}*)\s*(?:a |an |the |brutto |gross |ca\.? )?$/iu,
    from: /(?<!\p{L})(?:from|starting (?:at|from|salary|pay|rate|wage|compensation)(?: range)?[^.;\d]{0,40}|starts?(?: at| from)?|as low as|at least|min(?:imum|imal|imaal|imale|\.)?(?:\s\p{L}+)?(?: of| von| de| van)?:?|mindest\p{L}+[^.;\d]{0,30}|mindestens|ab|(?:à|a) partir de|d[eè]s|au moins|entre|between|vanaf|minimaal|desde|a partir de|od|over|more than|plus de|upwards of)\s*(?:a |an |the |brutto |gross |ca\.? )?$/iu,
  });
}

/** Joins amounts of one line to ranges: "$120k – 150k", "between … and …"; what is joined to nothing stands alone, with `openEnd` still to be called. */
export function joinAmounts(text: string, amounts: readonly Amount[], lineStart: number): Range[] {
  const ranges: Range[] = [];
  for (let i = 0; i < amounts.length; i++) {
    const low = amounts[i]!;
    const high = amounts[i + 1];
    const pair = high === undefined ? null : joined(text, low, high, lineStart);
    if (pair !== null) {
      i++;
      ranges.push(pair);
      // "$206,600 (min) — $258,200 (mid) — $309,800 (max)"
      const last = amounts[i + 1];
      const longer = last === undefined ? null : joined(text, high!, last, lineStart);
      if (longer !== null && longer.max! > pair.max! && !/[a-z]/i.test(text.slice(high!.end, last!.start).replace(/\([^)]*\)/g, ""))) {
        Object.assign(pair, { max: longer.max, end: longer.end });
        i++;
      }
    } else ranges.push(alone(low));
  }
  return ranges;
}

const dashes = new Set(["-", "–", "—"].flatMap((dash) => [dash, ` ${dash}`, `${dash} `, ` ${dash} `]));

function joined(text: string, low: Amount, high: Amount, lineStart: number): Range | null {
  const gap = text.slice(low.end, high.start);
  if (gap.length > 150) return null;
  const { join, needsOpen, open } = patterns();
  const before = text.slice(Math.max(0, low.start - 90), low.start);
  let word = dashes.has(gap) ? "-" : join.exec(gap)?.[1];
  // "ranges from $60,000 in our lowest market up to $75,000"
  if (word === undefined && /^[^.;:+(|\d]{0,70}\bto\s*$/i.test(gap) && open.test(before)) word = "to";
  if (word === undefined) return null;
  if (word !== "-" && needsOpen.test(word) && !opened(before, low, high, word, open, lineStart)) return null;
  if (low.currency !== null && high.currency !== null && !sameCurrency(low.currency, high.currency)) return null;
  const min = lowEnd(low, high);
  const max = highEnd(low, high);
  if (min > max) return null;
  return { start: low.start, end: high.end, min, max, currency: explicit(low.currency, high.currency), yearly: low.yearly || high.yearly, large: low.large || high.large, paired: true };
}

/** "and" and its like join two ends only where the sentence has opened a range; a table's bar only between two sums of money. */
function opened(before: string, low: Amount, high: Amount, word: string, open: RegExp, lineStart: number): boolean {
  if (word === "|") return low.currency !== null && high.currency !== null && low.large && high.large;
  // "60/70k€"
  if (word === "/" && low.factor === 1 && low.currency === null && low.value < 1000 && high.factor > 1) return true;
  // "Salaire : 39 000 € et 42 000 €"
  return open.test(before) || (word !== "/" && /:\s*$/.test(before.slice(lineStart - low.start)) && low.currency !== null && low.value * 2 >= high.value);
}

/** In "120-150k", "35–50 lakh" and "170-195,000" the first end is written short. */
function lowEnd(low: Amount, high: Amount): number {
  if (low.factor > 1) return low.value;
  if (high.factor > 1 && low.value * high.factor <= high.value && low.value < 1000) return round(low.value * high.factor);
  if (high.factor === 1 && high.large && !low.large && low.value >= 10 && low.value < 1000 && high.value >= 10_000 && low.value * 1000 <= high.value) return low.value * 1000;
  return low.value;
}

/** "$160k - 200". */
function highEnd(low: Amount, high: Amount): number {
  if (low.factor === 1e3 && high.factor === 1 && high.value < 1000 && high.value * 1e3 >= low.value) return high.value * 1e3;
  return high.value;
}

function alone({ start, end, value, currency, yearly, large, open }: Amount): Range {
  return { start, end, min: value, max: open ? null : value, currency, yearly, large, paired: false };
}

/** Opens an end of a sum that stands alone: "up to …", "from …". Most sums are no pay, so that this waits until the sum is known to be. */
export function openEnd(text: string, range: Range, lineStart: number): void {
  if (range.paired) return;
  const { upTo, from } = patterns();
  const before = text.slice(Math.max(lineStart, range.start - 60), range.start);
  if (upTo.test(before)) {
    range.max ??= range.min;
    range.min = null;
  } else if (range.max !== null && from.test(before)) range.max = null;
}

/** The clearer of two: "CAD" says more than "$". */
function explicit(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a.length < 3 && b.length === 3 ? b : a;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
