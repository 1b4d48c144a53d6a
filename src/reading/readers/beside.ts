import type { Document } from "../document.ts";

/** A stretch of the text with its offset: what stands around a hit, cut to its sentence. */
export type Stretch = { start: number; end: number; text: string };

/** Number of the sentence in which offset `at` stands. */
export function sentenceNumber(doc: Document, at: number): number {
  const { sentences } = doc;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (sentences[middle]!.start <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The sentence around a hit, at most `reach` units to each side, so that a text without stops stays cheap. */
export function sentenceAround(doc: Document, hit: { start: number; end: number }, reach = 160): Stretch {
  const sentence = doc.sentences[sentenceNumber(doc, hit.start)];
  const start = Math.max(sentence?.start ?? 0, hit.start - reach);
  const end = Math.min(Math.max(sentence?.end ?? doc.text.length, hit.end), hit.end + reach);
  return { start, end, text: doc.text.slice(start, end) };
}

/** The text before `at` on its own line, at most `reach` units. */
export function textBefore(doc: Document, at: number, reach: number): string {
  const start = Math.max(0, at - reach);
  const text = doc.text.slice(start, at);
  return text.slice(text.lastIndexOf("\n") + 1);
}

/** The text after `at` on its own line, at most `reach` units. */
export function textAfter(doc: Document, at: number, reach: number): string {
  const text = doc.text.slice(at, at + reach);
  const line = text.indexOf("\n");
  return line < 0 ? text : text.slice(0, line);
}

/** Whether a section of requirements says something. Where none does, what is "preferred" is all that is asked. */
export function hasRequirements(doc: Document): boolean {
  return doc.sections.some((span) => span.section === "requirements" && span.end - span.start > SAYS_SOMETHING);
}

// Units of text: a heading alone has fewer.
const SAYS_SOMETHING = 60;
