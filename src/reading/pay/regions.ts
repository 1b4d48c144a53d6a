import { hitsOf, type Document } from "../document.ts";
import { characters, LETTER } from "../text/characters.ts";
import { isBroken } from "./broken.ts";

/** A piece of one line that may state pay; of two where a range is broken over them: `last` is the line that it ends on. */
export type Region = { start: number; end: number; line: number; last: number };

// How far from a cue word a bare number may stand, in words.
const CUE_REACH = 14;
// How much of the line to read on either side of a marked number: the other end of a range is nearer than this.
const MARGIN = 60;

/** The pieces of text where a number stands beside a sign of money, or soon after a word of pay. Empty for most postings without pay. */
export function findRegions(doc: Document): Region[] {
  const { numbers } = doc;
  if (numbers.length === 0) return [];
  const regions: Region[] = [];
  const marked = markNumbers(doc);
  for (let i = 0; i < numbers.length; i++) {
    if (marked[i] === 0) continue;
    const number = numbers[i]!;
    const line = doc.lines[number.line]!;
    const start = Math.max(line.start, number.start - MARGIN);
    const end = Math.min(line.end, number.end + MARGIN);
    const last = regions[regions.length - 1];
    if (last !== undefined && last.line === number.line && start <= last.end) last.end = end;
    else regions.push({ start, end, line: number.line, last: number.line });
  }
  for (const region of regions) wholeWords(doc.text, region);
  return joinBroken(doc, regions);
}

function markNumbers(doc: Document): Uint8Array {
  const { numbers, text } = doc;
  const marked = new Uint8Array(numbers.length);
  let first = 0;
  for (const hit of hitsOf(doc, "pay")) {
    const money = hit.id === "money";
    // "45 K €": the number may be two words before its sign.
    const from = money ? hit.token - 2 : hit.token + 1;
    const to = hit.token + (money ? hit.tokens + 1 : CUE_REACH);
    while (first < numbers.length && numbers[first]!.token < hit.token - 2) first++;
    for (let i = first; i < numbers.length && numbers[i]!.token <= to; i++) {
      const number = numbers[i]!;
      if (number.token >= from && (money || number.end - number.start >= 3)) marked[i] = 1;
    }
  }
  // "210k - 250k + equity" needs no other word; 401k is a pension.
  for (let i = 0; i < numbers.length; i++) {
    const { start, end } = numbers[i]!;
    if ((text.charCodeAt(end - 1) | 32) === 107 && end - start >= 3 && !text.startsWith("401", start)) marked[i] = 1;
  }
  return marked;
}

/** Regions on both sides of a line break inside a range are one. */
function joinBroken(doc: Document, regions: Region[]): Region[] {
  const whole: Region[] = [];
  for (const region of regions) {
    const before = whole[whole.length - 1];
    const { start } = doc.lines[region.line]!;
    if (before !== undefined && before.last === region.line) Object.assign(before, { end: Math.max(before.end, region.end) });
    else whole.push(region);
    if (before?.last !== region.line && region.start === start && isBroken(doc, region.line - 1)) {
      region.line--;
      region.start = Math.max(doc.lines[region.line]!.start, start - 1 - MARGIN);
      wholeWords(doc.text, region);
    }
    const last = whole[whole.length - 1]!;
    if (last.end < doc.lines[last.last]!.end || !isBroken(doc, last.last)) continue;
    last.last++;
    last.end = Math.min(doc.lines[last.last]!.end, last.end + 1 + MARGIN);
    wholeWords(doc.text, last);
  }
  return whole;
}

/** Moves the ends out of words and numbers that they would cut: half a number is another number. */
function wholeWords(text: string, region: Region): void {
  while (region.start > 0 && isInside(text.charCodeAt(region.start - 1))) region.start--;
  while (region.end < text.length && isInside(text.charCodeAt(region.end))) region.end++;
}

/** A letter, a digit, a dot or a comma. */
function isInside(unit: number): boolean {
  return unit === 44 || unit === 46 || characters()[unit]! >= LETTER;
}
