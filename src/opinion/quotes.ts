import type { Evidence } from "../terms/evidence.ts";
import { visible } from "./visible.ts";

/** Fewer letters are found in any text, and show nothing. */
const fewestLetters = 4;
const longest = 400;

/**
 * Finds quotes in a text: gives the slice of the text that a quote repeats word for word, spaces and unseen characters aside, or null.
 * `quoteFinder("You will run  GPU clusters.")("run GPU clusters")` → `{ start: 9, end: 26, text: "run  GPU clusters" }`
 */
export function quoteFinder(text: string): (quote: string) => Evidence | null {
  const { plain, at } = flattened(text);
  return (quote) => {
    const wanted = flattened(quote).plain.trim();
    if (wanted.length > longest || (wanted.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < fewestLetters) return null;
    for (let found = plain.indexOf(wanted); found >= 0; found = plain.indexOf(wanted, found + 1)) {
      if (!isWhole(plain, found, found + wanted.length)) continue;
      const start = at[found]!;
      const end = at[found + wanted.length - 1]! + 1;
      return { start, end, text: text.slice(start, end) };
    }
    return null;
  };
}

/** Part of a word is no quote: "intern" does not stand in "internal". */
function isWhole(text: string, start: number, end: number): boolean {
  const isWord = (i: number): boolean => /[\p{L}\p{N}]/u.test(text[i] ?? "");
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end - 1) && isWord(end));
}

/** One space for any run of them, nothing for what is unseen; `at` is where each unit stood. */
function flattened(text: string): { plain: string; at: number[] } {
  let plain = "";
  const at: number[] = [];
  let offset = 0;
  for (const letter of text) {
    const kept = /\s/.test(letter) ? (plain.endsWith(" ") ? "" : " ") : visible(letter);
    for (let i = 0; i < kept.length; i++) at.push(offset + i);
    plain += kept;
    offset += letter.length;
  }
  return { plain, at };
}
