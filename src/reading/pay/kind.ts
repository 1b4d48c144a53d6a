import type { PayKind } from "../../terms/pay.ts";
import { BASE, BESIDE, isPlain, PER, TOTAL, type Word } from "./words.ts";

const wholes = new Set(["compensation", "comp", "cash", "earnings", "rewards", "package", "pay", "remuneration", "salary", "target", "annual", "income"]);
const variables = new Set(["bonus", "bonuses", "commission", "commissions", "variable", "incentive", "incentives"]);
const sumWords = new Set(["and", "plus", "including", "inclusive", "incl", "includes"]);

/** Base or total pay, as the words right behind a sum say it: "base", "a year OTE", "(base + bonus)". */
export function kindBehind(words: readonly Word[], text: string): PayKind | null {
  const first = words[0];
  if (first === undefined) return null;
  const front = text.slice(0, first.start);
  if (!isPlain(front) && /[.;:\n]/.test(front)) return null;
  if (/^[^.;\d]{0,12}\((?:base|fixe?) \+ /i.test(text)) return "total";
  for (let i = 0; i < words.length; i++) {
    const kind = kindAt(words, i, text, false);
    if (kind !== null) return kind;
    const { means, unit, period } = words[i]!;
    if (!(means & (BESIDE | PER)) && unit === null && period === null && words[i]!.text !== "on" && words[i]!.text !== "total") return null;
    const gap = text.slice(words[i]!.end, words[i + 1]?.start ?? words[i]!.end);
    if (!isPlain(gap) && /[.;:•|–—]| - /.test(gap)) return null;
  }
  return null;
}

/** Base or total pay, as the last word before a sum says it. */
export function kindBefore(words: readonly Word[], text: string): PayKind | null {
  for (let i = words.length - 1; i >= 0; i--) {
    const kind = kindAt(words, i, text, true);
    if (kind !== null) return kind;
  }
  return null;
}

function kindAt(words: readonly Word[], i: number, text: string, sums: boolean): PayKind | null {
  const { means, text: word } = words[i]!;
  if (means & TOTAL) return "total";
  if (word === "target" && words[i - 1]?.text === "on") return "total";
  if (wholes.has(word) && (words[i - 1]?.text === "total" || words[i - 2]?.text === "total")) return "total";
  if (sums && variables.has(word) && isAdded(words, i, text)) return "total";
  return means & BASE ? "base" : null;
}

/** "salary and bonus", "base + variable", "including commission": one sum of both. */
function isAdded(words: readonly Word[], i: number, text: string): boolean {
  for (let n = i - 1; n >= Math.max(0, i - 2); n--) {
    if (sumWords.has(words[n]!.text) || /[+&]/.test(text.slice(words[n]!.end, words[n + 1]!.start))) return true;
  }
  return false;
}

/** What the next sentences say of the range; `unspecified` where they do not. */
// "The range above reflects base salary", "This includes salary + equity"; "in addition to base salary" names what the range is.
export function kindFollowing(following: string): PayKind {
  if (/OTE|on[- ]target|total |salary \+ /.test(following) && /\b(?:includes?|reflects?|represents?|is)\b(?! just)[^.]{0,40}?(?:\bOTE\b|on[- ]target|total (?:target )?(?:cash|comp)|salary \+ (?:equity|bonus|commission))/.test(following)) return "total";
  return /base (?:salary|pay|compensation)|salary range/i.test(following) ? "base" : "unspecified";
}
