import { characters, SIGN } from "./characters.ts";

/** What a word is: letters and digits, with the few signs that belong inside one. */
export const PRIME = 16777619;
export const SEED = 0x811c9dc5 | 0;
export const DOT = 46;
const COMMA = 44;
const QUOTE = 39;
const RIGHT_QUOTE = 0x2019;
const PLUS = 43;
const HASH = 35;

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** The words of a phrase as the scanner sees them: `wordsOf("C++ / .NET 3.5")` → `["c++", ".net", "3.5"]` */
export function wordsOf(phrase: string): string[] {
  const words: string[] = [];
  const { fold, gap } = characters();
  for (let i = 0; i < phrase.length; ) {
    const begin = tokenStart(phrase, i, fold, gap);
    if (begin < 0) return words;
    const end = tokenEnd(phrase, begin, fold, gap);
    let word = "";
    for (let j = begin; j < end; j++) word += String.fromCharCode(fold[phrase.charCodeAt(j)] || phrase.charCodeAt(j));
    words.push(word);
    i = end;
  }
  return words;
}

/** Hash of a folded word, the same as the scanner computes on the way. */
export function hashWord(word: string): number {
  let hash = SEED;
  for (let i = 0; i < word.length; i++) hash = Math.imul(hash ^ word.charCodeAt(i), PRIME);
  return hash;
}

function tokenStart(text: string, from: number, fold: Uint16Array, gap: Uint8Array): number {
  for (let i = from; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (fold[unit] !== 0 || gap[unit] === SIGN || startsWithDot(text, i, unit, fold)) return i;
  }
  return -1;
}

/** ".NET" at the start of a word: the dot belongs to it. */
export function startsWithDot(text: string, i: number, unit: number, fold: Uint16Array): boolean {
  if (unit !== DOT || i + 1 >= text.length) return false;
  const next = text.charCodeAt(i + 1);
  return fold[next] !== 0 && !isDigit(next) && (i === 0 || fold[text.charCodeAt(i - 1)] === 0);
}

function tokenEnd(text: string, start: number, fold: Uint16Array, gap: Uint8Array): number {
  const first = text.charCodeAt(start);
  if (gap[first] === SIGN && fold[first] === 0) return start + 1;
  let i = start + 1;
  while (i < text.length) {
    const unit = text.charCodeAt(i);
    if (fold[unit] === 0 && !joins(text, i, unit)) break;
    i++;
  }
  return i;
}

/** Signs inside a word: C++ and 3+, C#, and the separators of 1.5, 120,000 and 130'000. */
export function joins(text: string, i: number, unit: number): boolean {
  if (unit === PLUS || unit === HASH) return true;
  if (unit !== DOT && unit !== COMMA && unit !== QUOTE && unit !== RIGHT_QUOTE) return false;
  return isDigit(text.charCodeAt(i - 1)) && i + 1 < text.length && isDigit(text.charCodeAt(i + 1));
}
