import { characters, COMMA, DOT, foldText, LETTER, PLUS, QUOTE, SHARP, SIGN } from "./characters.ts";

// What a word is: letters and digits, with the few signs that belong inside one.

/** A word's hash is that of the word without its last character, times this, plus the character: so the hash of any piece of a text follows from those of two beginnings. */
export const FACTOR = 0x9e3779b1 | 0;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** The words of a phrase as the scanner sees them: `wordsOf("C++ / .NET 3.5")` → `["c++", ".net", "3.5"]` */
export function wordsOf(phrase: string): string[] {
  const words: string[] = [];
  const table = characters();
  for (let i = 0; i < phrase.length; ) {
    const kind = table[phrase.charCodeAt(i)]!;
    if (kind < LETTER && kind !== SIGN && !(kind === DOT && startsWithDot(phrase, i, table))) {
      i++;
      continue;
    }
    const begin = i++;
    if (kind !== SIGN) while (i < phrase.length && (table[phrase.charCodeAt(i)]! >= LETTER || joins(phrase, i, table[phrase.charCodeAt(i)]!))) i++;
    words.push(foldText(phrase.slice(begin, i)));
  }
  return words;
}

/** The hash of a word or of its folded form, as the scanner has it: letters and digits folded, of other signs their kind, of a currency itself. */
export function hashWord(word: string, start = 0, end = word.length): number {
  const table = characters();
  let hash = 0;
  for (let i = start; i < end; i++) {
    const unit = word.charCodeAt(i);
    const kind = table[unit]!;
    hash = (Math.imul(hash, FACTOR) + (kind === SIGN ? unit : kind)) | 0;
  }
  return hash;
}

/** ".NET" at the start of a word: the dot at `i` belongs to it. */
export function startsWithDot(text: string, i: number, table: Uint16Array): boolean {
  if (i + 1 >= text.length || (i > 0 && table[text.charCodeAt(i - 1)]! >= LETTER)) return false;
  const next = text.charCodeAt(i + 1);
  return table[next]! >= LETTER && !isDigit(next);
}

/** Whether the sign of `kind` at `i` goes on a word: C++ and 3+, C#, and the separators of 1.5, 120,000 and 130'000. */
export function joins(text: string, i: number, kind: number): boolean {
  if (kind === PLUS || kind === SHARP) return true;
  if (kind !== DOT && kind !== COMMA && kind !== QUOTE) return false;
  return i + 1 < text.length && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
}
