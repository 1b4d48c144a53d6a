import type { Document } from "./document.ts";
import { wordsOf } from "./text/words.ts";
import { vocabulary } from "./words.ts";

/** Marks of words by their numbers in the vocabulary. Numbers do not tell accents apart: "à" has the number of "a". */
export type Marks = Uint16Array;

/**
 * The marks of all words, made on first use by those who keep them: each word of a list gets its mark, and each that a pattern fits.
 * A word that the vocabulary does not know may fit any of the patterns; the words of lists it must know.
 */
export function makeMarks(lists: readonly (readonly [mark: number, words: readonly string[]])[], patterns: readonly (readonly [mark: number, pattern: RegExp])[] = []): Marks {
  const { wordNumber } = vocabulary();
  const marks = new Uint16Array(wordNumber.size + 1);
  for (const [mark, words] of lists) {
    for (const word of words) {
      const number = wordNumber.get(wordsOf(word)[0]!);
      if (number === undefined) throw new Error(`the vocabulary does not know ${JSON.stringify(word)}`);
      marks[number]! |= mark;
    }
  }
  for (const [mark, pattern] of patterns) {
    marks[0]! |= mark;
    for (const [word, number] of wordNumber) if (pattern.test(word)) marks[number]! |= mark;
  }
  return marks;
}

/** The marks of all words from a token on that end before offset `end`, together. */
export function marksUntil(doc: Document, marks: Marks, token: number, end: number): number {
  let all = 0;
  for (let t = token; t < doc.tokenCount && doc.tokenEnd[t]! <= end; t++) all |= marks[doc.tokenWord[t]!]!;
  return all;
}

/** The marks of all words before a token that start at offset `start` or behind it, together. */
export function marksSince(doc: Document, marks: Marks, token: number, start: number): number {
  let all = 0;
  for (let t = token - 1; t >= 0 && doc.tokenStart[t]! >= start; t--) all |= marks[doc.tokenWord[t]!]!;
  return all;
}
