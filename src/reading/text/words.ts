import { characters, COMMA, DOT, foldText, LETTER, PLUS, QUOTE, SIGN } from "./characters.ts";

// What a word is: letters and digits, with the few signs that belong inside one.
export const PRIME = 16777619;
export const SEED = 0x811c9dc5 | 0;

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

/** The two hashes of a folded word, the same as the scanner computes on the way. */
export function hashWord(word: string): [hash: number, second: number] {
  let hash = SEED;
  let second = 0;
  for (let i = 0; i < word.length; i++) {
    hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
    second = (Math.imul(second, 31) + word.charCodeAt(i)) | 0;
  }
  return [hash, second];
}

/** ".NET" at the start of a word: the dot at `i` belongs to it. */
export function startsWithDot(text: string, i: number, table: Uint16Array): boolean {
  if (i + 1 >= text.length || (i > 0 && table[text.charCodeAt(i - 1)]! >= LETTER)) return false;
  const next = text.charCodeAt(i + 1);
  return table[next]! >= LETTER && !isDigit(next);
}

/** Whether the sign of `kind` at `i` goes on a word: C++ and 3+, C#, and the separators of 1.5, 120,000 and 130'000. */
export function joins(text: string, i: number, kind: number): boolean {
  if (kind === PLUS) return true;
  if (kind !== DOT && kind !== COMMA && kind !== QUOTE) return false;
  return i + 1 < text.length && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
}
