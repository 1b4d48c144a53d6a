import type { Document } from "../document.ts";
import { wordsOf } from "../text/words.ts";
import { vocabulary } from "../words.ts";
import { CUE_STEM, cueWords, introducers, joiners, nounsAfter, others, takenAlong, unlessWords } from "./skill-words.ts";

// What a word may be beside a skill; a word may be several. Numbers do not tell accents apart: "à" has the number of "a".
export const SKILL_CUE = 1;
export const OTHERS = 2;
export const TAKEN_ALONG = 4;
export const UNLESS = 8;
export const STEM = 16;
/** May stand between two members of an enumeration, */
export const JOINER = 32;
/** may lead from a kind to its names, */
export const INTRODUCER = 64;
/** may be a cue behind a hit. */
export const NOUN_AFTER = 128;

let built: Uint8Array | null = null;

/** All marks of the word of a token. */
export function marksOf(doc: Document, token: number): number {
  built ??= build();
  return built[doc.tokenWord[token]!]!;
}

/** Whether the word of a token is, but for accents, one of those that `mark` stands for. */
export function isMarked(doc: Document, token: number, mark: number): boolean {
  return (marksOf(doc, token) & mark) !== 0;
}

/** The word of a token in lower case, with its accents. */
export function wordAt(doc: Document, token: number): string {
  return doc.text.slice(doc.tokenStart[token], doc.tokenEnd[token]).toLowerCase();
}

const F = 102;
const P = 112;

export function startsAsCue(text: string, at: number): boolean {
  const letter = text.charCodeAt(at) | 32;
  if (letter !== F && letter !== P) return false;
  CUE_STEM.lastIndex = at;
  return CUE_STEM.test(text);
}

function build(): Uint8Array {
  const { wordNumber } = vocabulary();
  const marks = new Uint8Array(wordNumber.size + 1);
  // A word that is not known may begin as a cue does.
  marks[0] = STEM | NOUN_AFTER;
  for (const [word, number] of wordNumber) {
    if (startsAsCue(word, 0)) marks[number]! |= STEM;
    if (nounsAfter.some((noun) => word.startsWith(noun))) marks[number]! |= NOUN_AFTER;
  }
  for (const word of joiners) marks[wordNumber.get(word) ?? 0]! |= JOINER;
  for (const word of introducers) marks[wordNumber.get(word) ?? 0]! |= INTRODUCER;
  for (const [mark, words] of [[SKILL_CUE, cueWords()], [OTHERS, others], [TAKEN_ALONG, takenAlong], [UNLESS, unlessWords()]] as const) {
    for (const word of words) marks[wordNumber.get(wordsOf(word)[0]!)!]! |= mark;
  }
  return marks;
}
