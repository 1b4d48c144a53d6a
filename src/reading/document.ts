import { describes } from "./text-parts.ts";
import type { Evidence, Finding } from "../terms/evidence.ts";
import type { Posting } from "../terms/posting.ts";
import type { Section } from "../terms/section.ts";

/** A phrase of the vocabulary at its place in the text. `entry` numbers the entry whose phrase it is; `token` and `tokens` number its words. */
export type Hit = { id: string; entry: number; start: number; end: number; line: number; token: number; tokens: number; section: Section };

export type Line = { start: number; end: number; kind: number };
export type SectionSpan = { section: Section; start: number; end: number };
export type Sentence = { start: number; end: number; line: number; section: Section };

/** A posting laid out for the readers: its plain text, and everything the one scan over it has found. */
export type Document = {
  posting: Posting;
  /** Title, blank line, location, blank line, description. */
  text: string;
  bodyStart: number;
  language: string | null;
  /** Whether sentences in its language are read in full. */
  read: boolean;
  lines: Line[];
  sections: SectionSpan[];
  sentences: Sentence[];
  /** By the number of the kind, which `kindNumber` has; none of headings, of work and of domains. */
  hits: readonly (readonly Hit[])[];
  kindNumber: ReadonlyMap<string, number>;
  /** Hits of work and of domains as the kernel found them, HIT numbers each: they are many, and most are only counted. Shared likewise. */
  workHits: Int32Array;
  domainHits: Int32Array;
  /** Words that begin with a digit: `start` and `end` of each, and its token number. */
  numbers: { start: number; end: number; token: number; line: number; section: Section }[];
  /** Token number → offsets, for readers that look at the words beside a hit. Shared with the scanner: valid until the next document is made. */
  tokenStart: Int32Array;
  /** Word number in the vocabulary, 0 for a word that it does not know. Shared likewise. */
  tokenWord: Int32Array;
  tokenEnd: Int32Array;
  tokenCount: number;
};

/** All hits of one lexicon, in the order of the text. */
export function hitsOf(doc: Document, kind: string): readonly Hit[] {
  return doc.hits[doc.kindNumber.get(kind)!]!;
}

/** The piece of the text from `start` to `end` as evidence. */
export function evidenceAt(doc: Document, start: number, end: number): Evidence {
  return { start, end, text: doc.text.slice(start, end) };
}

/** The whole line that a hit stands on. */
export function lineOf(doc: Document, at: { line: number }): Line {
  return doc.lines[at.line]!;
}

/** Number of the section that `start` lies in, looked for from section `at` on. */
export function sectionAt(sections: readonly SectionSpan[], start: number, at: number): number {
  while (at + 1 < sections.length && sections[at + 1]!.start <= start) at++;
  return at;
}

/** Why a text that is not `read` says nothing: `"it is not read in this language (es)"` */
export function whyUnread({ text, language }: Document): string {
  if (!describes(text)) return "there is no description to read";
  return language === null ? "too little text to tell its language" : `it is not read in this language (${language})`;
}

export function unknown<T>(because = "not stated"): Finding<T> {
  return { value: null, confidence: 1, because, evidence: [] };
}
