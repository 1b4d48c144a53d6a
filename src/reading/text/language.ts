import type { ReadLanguage } from "../../terms/language.ts";
import { readLanguages } from "../../terms/language.ts";

/** Scripts that one language (nearly) alone uses, or that a word list cannot tell: first code unit, last, language. */
const scripts: readonly [first: number, last: number, language: string][] = [
  [0x3040, 0x30ff, "ja"],
  [0xac00, 0xd7af, "ko"],
  [0x4e00, 0x9fff, "zh"],
  [0x0400, 0x052f, "ru"],
  [0x0600, 0x06ff, "ar"],
  [0x0590, 0x05ff, "he"],
  [0x0370, 0x03ff, "el"],
  [0x0e00, 0x0e7f, "th"],
];

/**
 * The language most of a text is in, by its common words or its script; null where neither tells.
 * `counts` has one number for each set of languages that share a word; bit n stands for `languages[n]`.
 */
export function readLanguage(counts: Int32Array, languages: readonly string[], words: number, body: string): string | null {
  const scores = languages.map(() => 0);
  for (let mask = 1; mask < counts.length; mask++) {
    if (counts[mask] === 0) continue;
    // A word that several languages share says little: it counts as one word over all of them.
    const share = counts[mask]! / bits(mask) ** 1.5;
    for (let bit = 0; bit < languages.length; bit++) if (mask & (1 << bit)) scores[bit]! += share;
  }
  let best = 0;
  for (let bit = 1; bit < scores.length; bit++) if (scores[bit]! > scores[best]!) best = bit;
  // In running text about a third of the words are common ones; a list of names alone has none.
  if (scores[best]! >= Math.max(2, words * 0.04)) return languages[best]!;
  return readScript(body);
}

/** True where sentences in `language` are read in full. */
export function isRead(language: string | null): language is ReadLanguage {
  return (readLanguages as readonly (string | null)[]).includes(language);
}

function readScript(body: string): string | null {
  const found = new Map<string, number>();
  const sample = Math.min(body.length, 2000);
  for (let i = 0; i < sample; i++) {
    const unit = body.charCodeAt(i);
    if (unit < 0x370) continue;
    for (const [first, last, language] of scripts) {
      if (unit >= first && unit <= last) found.set(language, (found.get(language) ?? 0) + 1);
    }
  }
  // Japanese mixes kana with many Chinese characters: a tenth of kana decides.
  if ((found.get("ja") ?? 0) * 10 >= (found.get("zh") ?? 0) && found.has("ja")) found.delete("zh");
  let best: string | null = null;
  for (const [language, count] of found) if (count >= 10 && count > (best === null ? 0 : found.get(best)!)) best = language;
  return best;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count++;
  return count;
}
