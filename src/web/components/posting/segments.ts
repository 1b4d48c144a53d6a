import type { Section } from "../../../terms/section.ts";
import type { Finding, MarkStyle } from "./findings.ts";

/** A run of text under the same findings. `begins` are the findings whose evidence starts here, the shortest piece first. */
export type Segment = { start: number; end: number; text: string; findings: string[]; begins: string[]; styles: MarkStyle[] };

type Span = { start: number; end: number };
export type Block = ({ kind: "heading" } & Span) | ({ kind: "text" } & Span) | { kind: "list"; items: Span[] };

export type Piece = { start: number; end: number; finding: Finding };

/** Every piece of evidence in the order of the text, with how far those up to each reach: so that the ones over a place are found without looking at all. */
export type Pieces = { all: readonly Piece[]; reach: readonly number[] };

/** What lies outside the text is left out. */
export function piecesOf(findings: Finding[], text: string): Pieces {
  const all = findings
    .flatMap((finding) => finding.evidence.map(({ start, end }) => ({ start, end, finding })))
    .filter(({ start, end }) => start >= 0 && start < end && end <= text.length)
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  let furthest = 0;
  return { all, reach: all.map(({ end }) => (furthest = Math.max(furthest, end))) };
}

/** The pieces over a part of the text, in its order. */
export function piecesIn({ all, reach }: Pieces, start: number, end: number): Piece[] {
  const first = firstAt(reach.length, (i) => reach[i]! > start);
  const last = firstAt(all.length, (i) => all[i]!.start >= end);
  return all.slice(first, last).filter((piece) => piece.end > start);
}

/** The first place from 0 to `n` from which on `is` holds; it holds for none before it. */
function firstAt(n: number, is: (i: number) => boolean): number {
  let [low, high] = [0, n];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (is(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Cuts `text` from `start` to `end` wherever a piece of evidence begins or ends, so that pieces may overlap in any way.
 * The segments put together are the text again.
 */
export function segmentsOf(text: string, start: number, end: number, pieces: Pieces): Segment[] {
  const here = piecesIn(pieces, start, end);
  const cuts = new Set([start, end]);
  for (const piece of here) {
    cuts.add(Math.max(piece.start, start));
    cuts.add(Math.min(piece.end, end));
  }
  const at = [...cuts].toSorted((a, b) => a - b);
  let next = 0;
  let open: Piece[] = [];
  return at.slice(0, -1).map((from, i) => {
    const to = at[i + 1]!;
    open = open.filter((piece) => piece.end > from);
    for (; next < here.length && here[next]!.start <= from; next++) if (here[next]!.end > from) open.push(here[next]!);
    const over = open.toSorted((a, b) => a.end - a.start - (b.end - b.start));
    const begins = over.filter((piece) => Math.max(piece.start, start) === from);
    return { start: from, end: to, text: text.slice(from, to), findings: unique(over), begins: unique(begins), styles: over.map((piece) => piece.finding.style) };
  });
}

function unique(pieces: Piece[]): string[] {
  return [...new Set(pieces.map((piece) => piece.finding.id))];
}

/** A line longer than this is shown in parts: somebody may have pasted megabytes without a break. */
const longestBlock = 20_000;
const longestList = 200;
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
    const length = line.end - line.start;
    if (line.item && length <= longestBlock) {
      const last = blocks.at(-1);
      const item = { start: line.start + 2, end: line.end };
      if (last?.kind === "list" && last.items.length < longestList) last.items.push(item);
      else blocks.push({ kind: "list", items: [item] });
      continue;
    }
    if (length === 0) continue;
    if (length > longestBlock) {
      for (let start = line.start; start < line.end; start += longestBlock) blocks.push({ kind: "text", start, end: Math.min(line.end, start + longestBlock) });
      continue;
    }
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

/** A mark takes the page about as long as so many units of text. */
const markUnits = 150;
/** And a line of its own. */
const lineUnits = 60;

/** How many of the blocks are within `budget` units, counting marks as text of their own; at least one. */
export function blocksWithin(blocks: readonly Block[], pieces: Pieces, budget: number): number {
  let spent = 0;
  for (const [i, block] of blocks.entries()) {
    const { start, end } = block.kind === "list" ? { start: block.items[0]!.start, end: block.items.at(-1)!.end } : block;
    spent += end - start + lineUnits * (block.kind === "list" ? block.items.length : 1) + markUnits * piecesIn(pieces, start, end).length;
    if (spent > budget) return Math.max(1, i);
  }
  return blocks.length;
}

/** The blocks up to one that holds a place of the text. */
export function blocksUpTo(blocks: readonly Block[], at: number): number {
  return firstAt(blocks.length, (i) => {
    const block = blocks[i]!;
    return (block.kind === "list" ? block.items.at(-1)!.end : block.end) > at;
  }) + 1;
}

/** List items begin with "- " in a reading's text; some bodies write signs of their own into paragraphs. */
function isItem(text: string, at: number): boolean {
  return text[at + 1] === " " && "-•●▪◦‣·*–".includes(text[at]!);
}
