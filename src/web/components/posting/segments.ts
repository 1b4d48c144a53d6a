import type { Section } from "../../../terms/section.ts";
import type { Finding, MarkStyle } from "./findings.ts";

/** A run of text under the same findings. `begins` are the findings whose evidence starts here, the shortest piece first. */
export type Segment = { start: number; end: number; text: string; findings: string[]; begins: string[]; styles: MarkStyle[] };

type Span = { start: number; end: number };
export type Block = ({ kind: "heading" } & Span) | ({ kind: "text" } & Span) | { kind: "list"; items: Span[] };

export type Piece = { start: number; end: number; finding: Finding };

/** Every piece of evidence, in the order of the text; what lies outside the text is left out. */
export function piecesOf(findings: Finding[], text: string): Piece[] {
  return findings
    .flatMap((finding) => finding.evidence.map(({ start, end }) => ({ start, end, finding })))
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/**
 * Cuts `text` from `start` to `end` wherever a piece of evidence begins or ends, so that pieces may overlap in any way.
 * The segments put together are the text again.
 */
export function segmentsOf(text: string, start: number, end: number, pieces: readonly Piece[]): Segment[] {
  const here = pieces.filter((piece) => piece.start < end && piece.end > start);
  const cuts = new Set([start, end]);
  for (const piece of here) {
    cuts.add(Math.max(piece.start, start));
    cuts.add(Math.min(piece.end, end));
  }
  const at = [...cuts].toSorted((a, b) => a - b);
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1]!;
    const over = here.filter((piece) => piece.start < to && piece.end > from).toSorted((a, b) => a.end - a.start - (b.end - b.start));
    const begins = over.filter((piece) => Math.max(piece.start, start) === from);
    return { start: from, end: to, text: text.slice(from, to), findings: unique(over), begins: unique(begins), styles: over.map((piece) => piece.finding.style) };
  });
}

function unique(pieces: Piece[]): string[] {
  return [...new Set(pieces.map((piece) => piece.finding.id))];
}

const HEADING_UNITS = 90;
const UNKNOWN_HEADING_UNITS = 60;

/**
 * Headings, paragraphs and lists of the description, from the lines of its plain text. A heading opens a section that was
 * understood, or is a short line without a full stop that a list follows.
 */
export function blocksOf(text: string, bodyStart: number, sections: readonly { section: Section; start: number }[]): Block[] {
  const opens = new Set(sections.filter(({ section }) => section !== "title" && section !== "location" && section !== "intro").map(({ start }) => start));
  const lines = linesOf(text, bodyStart);
  const blocks: Block[] = [];
  for (const [i, line] of lines.entries()) {
    if (line.item) {
      const last = blocks.at(-1);
      const item = { start: line.start + 2, end: line.end };
      if (last?.kind === "list") last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
      continue;
    }
    const length = line.end - line.start;
    if (length === 0) continue;
    const most = opens.has(line.start) ? HEADING_UNITS : lines[i + 1]?.item === true ? UNKNOWN_HEADING_UNITS : 0;
    const heading = length <= most && !/[.,;]$/.test(text.slice(line.start, line.end));
    blocks.push({ kind: heading ? "heading" : "text", start: line.start, end: line.end });
  }
  return blocks;
}

function linesOf(text: string, start: number): (Span & { item: boolean })[] {
  const lines: (Span & { item: boolean })[] = [];
  for (let at = start; at <= text.length; ) {
    const next = text.indexOf("\n", at);
    const end = next < 0 ? text.length : next;
    lines.push({ start: at, end, item: isItem(text, at) });
    at = end + 1;
  }
  return lines;
}

/** List items begin with "- " in a reading's text; some bodies write signs of their own into paragraphs. */
function isItem(text: string, at: number): boolean {
  return text[at + 1] === " " && "-•●▪◦‣·*–".includes(text[at]!);
}

/** Where title, location and description stand in a reading's text: title, blank line, location, blank line, description. */
export function partsOf(text: string): { title: [number, number]; location: [number, number]; bodyStart: number } {
  const titleEnd = text.indexOf("\n\n");
  const locationStart = titleEnd + 2;
  const locationEnd = text.indexOf("\n\n", locationStart);
  return { title: [0, titleEnd], location: [locationStart, locationEnd], bodyStart: locationEnd + 2 };
}
