import type { Document } from "../document.ts";
import { vocabulary } from "../words.ts";

// What a word beside a degree may be part of; one that is not known may be any. The patterns decide.
/** Before it: other people's degrees, or years that it shortens. */
export const OTHERS = 1;
/** A wish. */
export const WISH = 2;
/** Behind it: a denial. */
export const DENIAL = 4;

const beginnings: readonly [mark: number, beginnings: readonly string[]][] = [
  [OTHERS, ["manag", "mentor", "supervis"]],
  [WISH, "prefer plus nice desirable desired ideal advantage beneficial helpful bonus not optional vorteil wunschenswert souhait atout appreci valoris een wenselijk mooi voorkeur liefst".split(" ")],
];
const wholes: readonly [mark: number, words: readonly string[]][] = [
  [OTHERS, "or a an us some his her their our have has had engineers scientists researchers designers technologists mds and of nurture by alongside with many several your holds top the".split(" ")],
  [DENIAL, "not isn kein keine nicht pas geen niet none".split(" ")],
];

let built: Uint8Array | null = null;

/** Whether one of the words from `token` on that begin before offset `end` is marked. */
export function anyMarked(doc: Document, token: number, end: number, mark: number): boolean {
  built ??= build();
  for (let at = token; at < doc.tokenCount && doc.tokenStart[at]! < end; at++) if ((built[doc.tokenWord[at]!]! & mark) !== 0) return true;
  return false;
}

/** Likewise, of the words before `token` that end behind offset `start`. */
export function anyMarkedBefore(doc: Document, token: number, start: number, mark: number): boolean {
  built ??= build();
  for (let at = token - 1; at >= 0 && doc.tokenEnd[at]! > start; at--) if ((built[doc.tokenWord[at]!]! & mark) !== 0) return true;
  return false;
}

function build(): Uint8Array {
  const { wordNumber } = vocabulary();
  const marks = new Uint8Array(wordNumber.size + 1);
  marks[0] = OTHERS | WISH;
  for (const [word, number] of wordNumber) {
    for (const [mark, starts] of beginnings) if (starts.some((start) => word.startsWith(start))) marks[number]! |= mark;
    if (/[\d+]$/.test(word)) marks[number]! |= OTHERS;
  }
  for (const [mark, words] of wholes) for (const word of words) marks[wordNumber.get(word) ?? 0]! |= mark;
  return marks;
}
