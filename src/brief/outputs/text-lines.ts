import type { Brief } from "../../terms/brief.ts";
import type { Section } from "../../terms/section.ts";
import { sectionOf } from "../quotes.ts";
import { isHeading as namesSection } from "../../reading/head/title-line.ts";
import { textParts } from "../../reading/text-parts.ts";

/** A line of the description, or a sentence of a paragraph, without its bullet; `start` and `end` are offsets into the brief's text. `goesOn`: the sentence before it stands on the same line; `opens`: it is the heading of its section and says no more; `leads`: it announces the line below it, as "In the first months:" does. */
export type TextLine = { text: string; start: number; end: number; isItem: boolean; goesOn: boolean; opens: boolean; leads: boolean; section: Section | null; /** The heading that it stands under, where its section has one. */ heading: string | null };

const mostHeading = 70;

/** The lines of the location and the body that say something, headings too, paragraphs by sentence: no title, and the place once. */
export function linesOf({ text, reading }: Pick<Brief, "text" | "reading">): TextLine[] {
  const lines: TextLine[] = [];
  const opening = new Set(reading.sections.map((span) => span.start));
  const location = text.slice(...textParts(text).location).trim();
  let start = text.indexOf("\n") + 1;
  while (start > 0 && start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = lineAt(text, start, end, reading);
    const isPlaceAgain = line !== null && line.section !== "location" && unmarked(line.text) === unmarked(location);
    if (line !== null && !isPlaceAgain) lines.push(...kindsOf(line, opening.has(start), text, end, reading));
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

/** The text without the marks of Markdown: `unmarked("**Pay**: see [bands](https://x.example)")` → `"Pay: see bands (https://x.example)"` */
export function unmarked(text: string): string {
  return text
    .replaceAll(/!?\[([^[\]\n]{1,200})\]\((https?:\/\/[^\s()]{1,500})\)/g, "$1 ($2)")
    .replaceAll(/(\*\*|__)(?=\S)([^*_\n]{1,500}?\S)\1/g, "$2")
    .replaceAll(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,300}?\S)\*(?![\p{L}\p{N}*])/gu, "$1")
    .replace(/^#{1,6}\s+|^>\s+/, "");
}

function lineAt(text: string, start: number, end: number, reading: Brief["reading"]): TextLine | null {
  const raw = text.slice(start, end);
  const bullet = /^\s*(?:(?:[-•*–·▪●◦]|\d{1,2}[.)])\s+)?/.exec(raw)![0];
  const said = raw.slice(bullet.length).trimEnd();
  if (said === "" || !/[\p{L}\p{N}]/u.test(said)) return null;
  const from = start + bullet.length;
  return { text: said, start: from, end: from + said.length, isItem: bullet.trim() !== "", goesOn: false, opens: false, leads: false, section: sectionOf(reading, from), heading: sectionHeading(text, reading, from) };
}

/** The line that opens the section of a place, where it is short. */
function sectionHeading(text: string, reading: Brief["reading"], at: number): string | null {
  const span = reading.sections.findLast((one) => one.start <= at);
  if (span === undefined || span.section === "intro" || span.section === "location") return null;
  const newline = text.indexOf("\n", span.start);
  const line = text.slice(span.start, newline < 0 ? text.length : newline).trim();
  return line.length <= mostHeading ? line : null;
}

const shortForm = /(?:^|[\s(])(?:e\.g|i\.e|z\.\s?b|d\.\s?h|bzw|ca|etc|inkl|ggf|u\.\s?a|p\.\s?ex|bijv|o\.\s?a|approx|incl|no|nr|st|dr|mr|ms|inc|ltd|co|\p{L})\.$/iu;
/** More than a short form has, so that none begins where the cut is: looking from the beginning of the line each time is quadratic in a long one. */
const shortFormUnits = 16;

/** A paragraph in its sentences: what stands in one may be duties, pay and the way to apply, one after another. */
function sentencesOf(line: TextLine, reading: Brief["reading"]): TextLine[] {
  const pieces: TextLine[] = [];
  let from = 0;
  for (const stop of line.text.matchAll(/[.!?]["”»)]?\s+(?=["“«(]?[\p{Lu}\d])/gu)) {
    const to = stop.index + stop[0].trimEnd().length;
    if (shortForm.test(line.text.slice(Math.max(0, stop.index - shortFormUnits), stop.index + 1))) continue;
    pieces.push(pieceOf(line, from, to, reading));
    from = stop.index + stop[0].length;
  }
  pieces.push(pieceOf(line, from, line.text.length, reading));
  return pieces;
}

function pieceOf(line: TextLine, from: number, to: number, reading: Brief["reading"]): TextLine {
  const start = line.start + from;
  return { ...line, text: line.text.slice(from, to), start, end: line.start + to, goesOn: from > 0, section: sectionOf(reading, start) };
}

function kindsOf(line: TextLine, opens: boolean, text: string, end: number, reading: Brief["reading"]): TextLine[] {
  const leads = isLead(line, text, end);
  if (opens && isHeading(line, leads, reading)) return [{ ...line, opens: true }];
  if (leads) return [{ ...line, leads: true }];
  return line.isItem ? [line] : sentencesOf(line, reading);
}

/** What is not known as the name of a section has so many words at the most where it is one. */
const mostNameWords = 6;

/** A line that names its section and nothing else: "Contact: Jane Doe" opens one too, and says more, as does "Experience with Python". */
function isHeading(line: TextLine, leads: boolean, reading: Brief["reading"]): boolean {
  const name = unmarked(line.text).replace(/\s*[:\uff1a]$/, "");
  if (line.isItem || line.section === "location" || line.section === "intro" || name.length > mostHeading || /[.!;:\uff1a\d]/.test(name)) return false;
  return namesSection(name) || (leads && name.split(/\s+/).length <= mostNameWords && !isReadIn(reading, line));
}

/** Whether something was read in a place of the text, beside what lies in the others: a skill, years, pay, a duty. */
export function isReadIn(reading: Brief["reading"], { start, end }: Span, beside: readonly Span[] = []): boolean {
  const evidence = [reading.years, reading.degree, reading.production, reading.workplace, reading.visa, ...reading.skills, ...reading.pay, ...reading.environment, ...reading.places].flatMap((finding) => finding.evidence);
  return evidence.some((one) => one.start >= start && one.end <= end && beside.every((hit) => one.end <= hit.start || one.start >= hit.end));
}

type Span = { start: number; end: number };

/** A short line before a list or with a colon at its end: no sentence, and no section's heading that is known. */
function isLead({ text: said, isItem, section }: TextLine, text: string, end: number): boolean {
  if (isItem || said.length > mostHeading || section === "location") return false;
  if (said.endsWith(":") || /^#{1,6}\s/.test(said)) return true;
  return !/[.!;]$/.test(said) && /^\n\s*[-•*]\s/.test(text.slice(end, end + 200));
}
