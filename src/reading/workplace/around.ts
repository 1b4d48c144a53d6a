import { lineOf, type Document, type Hit } from "../document.ts";
import { makeMarks, marksSince, marksUntil, type Marks } from "../marks.ts";
import { beings, conditions, negations, otherPlaces, remotes, times } from "./cues.ts";

/** A hit's own words and what stands on the line before and after them, in lower case; `all` is the three together. `marksBefore` and `marksAfter` say what words stand there. */
export type Around = { all: string; before: string; words: string; after: string; marksBefore: number; marksAfter: number; language: string | null };

export const NEGATION = 1;
export const BEING = 2;
export const OTHER_PLACE = 4;
export const REMOTE = 8;
export const CONDITION = 16;
export const TIME = 32;

let built: Marks | null = null;

function marks(): Marks {
  return (built ??= makeMarks([[NEGATION, negations], [BEING, beings], [OTHER_PLACE, otherPlaces], [REMOTE, remotes], [CONDITION, conditions], [TIME, times]]));
}

const UNITS = 80;

export function aroundOf(doc: Document, hit: Hit): Around {
  const line = lineOf(doc, hit);
  const start = Math.max(line.start, hit.start - UNITS);
  const end = Math.min(line.end, hit.end + UNITS);
  const all = doc.text.slice(start, end).toLowerCase();
  const from = hit.start - start;
  const to = hit.end - start;
  return {
    all,
    before: all.slice(0, from),
    words: all.slice(from, to),
    after: all.slice(to),
    marksBefore: marksSince(doc, marks(), hit.token, start),
    marksAfter: marksUntil(doc, marks(), hit.token + hit.tokens, end),
    language: doc.language,
  };
}

/** Whether a colon or dash stands in a text: a label ends with one. */
export function hasColon(text: string): boolean {
  for (let i = text.length - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i);
    if (unit === 58 || unit === 45 || unit === 0x2013 || unit === 0x2014) return true;
  }
  return false;
}
