import type { Brief } from "../../terms/brief.ts";
import type { Section } from "../../terms/section.ts";
import { sectionOf } from "../quotes.ts";

/** A line of the description, without its bullet; `start` and `end` are offsets into the brief's text. */
export type TextLine = { text: string; start: number; end: number; isItem: boolean; section: Section | null };

const mostHeading = 70;

/** The lines of the location and the body that say something: no title, no headings. */
export function linesOf({ text, reading }: Pick<Brief, "text" | "reading">): TextLine[] {
  const lines: TextLine[] = [];
  const opening = new Set(reading.sections.map((span) => span.start));
  let start = text.indexOf("\n") + 1;
  while (start > 0 && start < text.length) {
    const newline = text.indexOf("\n", start);
    const end = newline < 0 ? text.length : newline;
    const line = lineAt(text, start, end, reading);
    if (line !== null && !isHeading(line, opening.has(start), text, end)) lines.push(line);
    if (newline < 0) break;
    start = newline + 1;
  }
  return lines;
}

function lineAt(text: string, start: number, end: number, reading: Brief["reading"]): TextLine | null {
  const raw = text.slice(start, end);
  const bullet = /^\s*(?:[-•*–·▪●◦]\s+)?/.exec(raw)![0];
  const said = raw.slice(bullet.length).trimEnd();
  if (said === "" || !/[\p{L}\p{N}]/u.test(said)) return null;
  const from = start + bullet.length;
  return { text: said, start: from, end: from + said.length, isItem: bullet.trim() !== "", section: sectionOf(reading, from) };
}

/** The first line of a section, or a short one before a list: no sentence, no stop at its end. */
function isHeading({ text: said, isItem, section }: TextLine, opens: boolean, text: string, end: number): boolean {
  if (isItem || said.length > mostHeading || section === "location") return false;
  if (said.endsWith(":") || (said === said.toUpperCase() && /\p{Lu}{3}/u.test(said))) return true;
  if (/[.!;]$/.test(said) || /\d/.test(said)) return false;
  const next = /^\n\s*(\S[^\n]*)/.exec(text.slice(end, end + 200))?.[1] ?? "";
  return (opens && section !== "intro" && next !== "") || /^[-•*]\s/.test(next);
}
