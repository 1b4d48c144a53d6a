import type { PayPeriod } from "../../terms/pay.ts";
import { BESIDE, isPlain, PER, type Word } from "./words.ts";

/** Least and most that a period can pay in dollars' worth (see the currency's scale). Beyond it the period is a slip, such as "a month" for 45,000. */
export const plausible: Record<PayPeriod, readonly [least: number, most: number]> = {
  hour: [2, 900],
  day: [15, 6000],
  week: [60, 20_000],
  month: [250, 20_000],
  year: [2400, 5_000_000],
};

const initials: Record<string, PayPeriod> = { a: "year", m: "month", w: "week", d: "day", h: "hour" };

/** The period said right behind an amount: " per year", "/hr", " brutto/Jahr", " p.a."; null where other words come first. */
export function periodBehind(words: readonly Word[], text: string): PayPeriod | null {
  let end = 0;
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const gap = text.slice(end, word.start);
    if (!isPlain(gap) && !/^[\s*+()|/'’–-]*$/.test(gap)) return null;
    if (word.period !== null) return word.period;
    if (word.unit !== null && (gap.endsWith("/") || gap.endsWith("/ ") || word.start === 0 || /^hrs?$/.test(word.text))) return word.unit;
    if (word.text === "p" && words[i + 1] !== undefined && /^[./]\s?$/.test(text.slice(word.end, words[i + 1]!.start))) return initials[words[i + 1]!.text] ?? null;
    const unit = unitAfter(words, i);
    if (unit !== null) return unit;
    if (!(word.means & (BESIDE | PER))) return null;
    end = word.end;
  }
  return null;
}

/** The last period said in the words before an amount: "annual base salary of", "TJM :", "per hour:". */
export function periodBefore(words: readonly Word[], text: string): PayPeriod | null {
  for (let i = words.length - 1; i >= 0; i--) {
    const word = words[i]!;
    if (word.period !== null) return word.period;
    if (word.unit === null) continue;
    if (text[word.start - 1] === "/" || (i > 0 && words[i - 1]!.means & PER && (word.text.length > 1 || words[i - 1]!.text === "per"))) return word.unit;
  }
  return null;
}

/** "per year", "de l'heure": the unit behind one or more leading words. */
function unitAfter(words: readonly Word[], from: number): PayPeriod | null {
  let i = from;
  while (i < words.length && words[i]!.means & PER && words[i]!.end - words[i]!.start < 5) i++;
  return i > from ? (words[i]?.unit ?? (words[i - 1]!.text === "an" && i - from > 1 ? "year" : null)) : null;
}

/**
 * The period that a sum of pay must be of, by its size alone; `dollars` and `low` are its upper and lower end over its currency's scale.
 * 12,000 and more is a year. From 700, the lower end under 9,000, it is a month. Under 250 is an hour only where the text speaks of a rate. Anything between is not certain: null.
 */
export function periodBySize(dollars: number, low: number, rate: boolean): PayPeriod | null {
  if (dollars >= 12_000) return "year";
  if (dollars >= 700 && low <= 9000) return "month";
  return rate && dollars >= 5 && dollars <= 250 ? "hour" : null;
}
