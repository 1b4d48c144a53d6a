import type { PdfLine } from "./pdf-lines.ts";

/** What a PDF's lines are together: the one title in the largest letters, headings, paragraphs, items of lists. */
export type Block = { kind: "title" | "heading" | "bold" | "text" | "item"; text: string };

const bullet = /^(?:[•●▪▫◦‣⁃∙·■□◆►➢➤✓✔*–\-\uf000-\uf0ff]|\(?\d{1,2}[.)](?=\s))\s*/;
const TITLE_SIZE = 1.25, HEADING_SIZE = 1.08;
const HEADING_UNITS = 90;

/**
 * Lines that were only wrapped are joined, all others stay apart: short lines, headings, items. A line goes on in the next where both have one size and font, stand as close as
 * lines of a paragraph do, and the next one's first word would not have fitted. The largest line of the first page stands first, where it is a title.
 */
export function blocksOf(lines: readonly PdfLine[]): Block[] {
  if (lines.length === 0) return [];
  const page = pageOf(lines);
  const wraps = wrappedEdges(lines);
  const groups: PdfLine[][] = [];
  const items = new Set<PdfLine>();
  for (const paragraph of paragraphsOf(lines, page)) {
    const isList = isListLike(paragraph);
    if (isSetIn(paragraph)) for (const line of paragraph) items.add(line);
    for (const [i, line] of paragraph.entries()) {
      if (i > 0 && goesOn(paragraph[i - 1]!, line, { isLarge: page.isLarge(line), isList, isWrapped: wraps.has(line.right) })) groups.at(-1)!.push(line);
      else groups.push([line]);
    }
  }
  return titleFirst(groups.map((group) => blockOf(group, page, items.has(group[0]!))), groups, page.usual);
}

/** Lines that may be one paragraph by how they look: font, size, the distance between them. */
function paragraphsOf(lines: readonly PdfLine[], page: Type): PdfLine[][] {
  const paragraphs: PdfLine[][] = [];
  for (const line of lines) {
    const before = paragraphs.at(-1)?.at(-1);
    if (before !== undefined && (before.tag !== line.tag ? false : line.tag !== null || (looksAlike(before, line, page) && isClose(before, line)))) paragraphs.at(-1)!.push(line);
    else paragraphs.push([line]);
  }
  return paragraphs;
}

function looksAlike(before: PdfLine, line: PdfLine, page: Type): boolean {
  if (Math.abs(before.size - line.size) > 0.5 || bullet.test(line.text) || /[:|]$/.test(before.text) || before.text.includes(" | ")) return false;
  return before.lastFont === line.firstFont || (before.font === line.font && !page.isLarge(before));
}

function isClose(before: PdfLine, line: PdfLine): boolean {
  if (before.page !== line.page || line.y >= before.y) return startsLower(line) && !/[.!?;]$/.test(before.text);
  // A list may be set in below its paragraph.
  if (line.x - before.x > before.size && !bullet.test(before.text) && !startsLower(line)) return false;
  return before.y - line.y <= STEP * before.size && Math.abs(before.x - line.x) <= 4 * before.size;
}

/** Lists come without their bullets where those are drawn: then they stand in from the left, or most lines begin as sentences do, which lines of prose do not. */
function isListLike(paragraph: readonly PdfLine[]): boolean {
  if (isSetIn(paragraph)) return true;
  const starts = paragraph.slice(1).filter((line) => !startsLower(line)).length;
  return starts > 0.55 * (paragraph.length - 1);
}

function isSetIn(paragraph: readonly PdfLine[]): boolean {
  return paragraph.length > 1 && paragraph.every((line) => line.x - line.left > line.size && Math.abs(line.x - paragraph[0]!.x) < 2);
}

/** Whether a line goes on in the next one of its paragraph. */
function goesOn(before: PdfLine, line: PdfLine, { isLarge, isList, isWrapped }: { isLarge: boolean; isList: boolean; isWrapped: boolean }): boolean {
  // Within one tag only a line that was broken by hand stands apart.
  if (line.tag !== null) return line.tag.kind === "heading" || before.right !== line.right || fills(before, line, 2 * LENIENT);
  const isOpen = /(?:,|(?<!\p{L})(?:and|or|the|an?|of|in|to|for|with|on|at|by|und|oder|der|die|das|den|dem|mit|von|für|et|ou|de|des|du|la|le|les|à|en|van|een|het|met))$/u.test(before.text);
  // A heading in large letters may take two lines.
  if (isLarge) return fills(before, line, LENIENT) && before.end - before.x > 0.6 * (before.right - before.x);
  if (startsLower(line)) return fills(before, line, LENIENT) && (isWrapped || !/[.!?;]$/.test(before.text));
  return isWrapped && fills(before, line, STRICT) && (!isList || isOpen);
}

function startsLower({ text }: PdfLine): boolean {
  return /^[\p{Ll}(&,]/u.test(text);
}

/** Of a letter's height, the most that two baselines of a paragraph are apart. */
const STEP = 1.85;
/** Letters differ in width: a word may be wider or narrower than so many letters are on average. */
const LENIENT = 1.25, STRICT = 0.9;

/** Whether the next line's first word would not have fitted on a line. */
function fills({ end, right }: PdfLine, next: PdfLine, width: number): boolean {
  const unit = (next.end - next.x) / Math.max(1, next.text.length);
  const word = next.text.search(/\s/);
  return end + unit + (word < 0 ? next.text.length : word) * unit * width > right;
}

function blockOf(group: readonly PdfLine[], { body, isLarge }: Type, isItem: boolean): Block {
  const text = joined(group.map((line) => line.text));
  const [first] = group as [PdfLine];
  const isHeading = text.length <= HEADING_UNITS && !/[.;,]$/.test(text) && !text.includes(" | ");
  if (first.tag?.kind === "heading") return { kind: "heading", text };
  if (first.tag?.kind === "item") return { kind: "item", text: text.replace(bullet, "") || text };
  if (bullet.test(text) && text.replace(bullet, "") !== "" && !(isHeading && isLarge(first))) return { kind: "item", text: text.replace(bullet, "") };
  if (isHeading && isLarge(first)) return { kind: "heading", text };
  if (isItem) return { kind: "item", text };
  return { kind: isHeading && group.every((line) => line.font !== body && line.firstFont === line.font && line.lastFont === line.font) ? "bold" : "text", text };
}

/** The title is moved to the top, over a letterhead. */
function titleFirst(blocks: Block[], groups: readonly PdfLine[][], usual: number): Block[] {
  let at = -1;
  for (const [i, [line]] of groups.entries()) if (line!.page === groups[0]![0]!.page && line!.size > usual * TITLE_SIZE && line!.size > (groups[at]?.[0]!.size ?? 0) + 0.5) at = i;
  const title = blocks[at];
  if (title === undefined || title.text.length > 120 || title.kind === "item") return blocks;
  return [{ ...title, kind: "title" }, ...blocks.slice(0, at), ...blocks.slice(at + 1)];
}

/** The edges to which enough lines are filled: where the longest is the only long one, nothing was wrapped. */
function wrappedEdges(lines: readonly PdfLine[]): Set<number> {
  const full = new Map<number, number>();
  for (const { right, end, x, text } of lines) if (right - end < 0.14 * (right - x) && text.length > 18) full.set(right, (full.get(right) ?? 0) + 1);
  return new Set([...full].filter(([, n]) => n >= 2).map(([right]) => right));
}

function sizeOf({ size }: PdfLine): number {
  return Math.round(size * 2) / 2;
}

/** The size and the font of most letters, and whether a line stands out from them by its size: what a fifth of the text is set in is no heading. */
type Type = { usual: number; body: string; isLarge(line: PdfLine): boolean };

function pageOf(lines: readonly PdfLine[]): Type {
  const usual = mostOf(lines, sizeOf);
  const units = new Map<number, number>();
  let all = 0;
  for (const line of lines) {
    units.set(sizeOf(line), (units.get(sizeOf(line)) ?? 0) + line.text.length);
    all += line.text.length;
  }
  const common = new Set([...units].filter(([, n]) => n > all * 0.2).map(([size]) => size));
  const body = mostOf(lines.filter((line) => Math.abs(line.size - usual) <= 0.5), (line) => line.font);
  return { usual, body, isLarge: (line) => line.size > usual * HEADING_SIZE && (line.size > usual * TITLE_SIZE || !common.has(sizeOf(line))) };
}

function mostOf<T>(lines: readonly PdfLine[], of: (line: PdfLine) => T): T {
  const units = new Map<T, number>();
  for (const line of lines) units.set(of(line), (units.get(of(line)) ?? 0) + line.text.length);
  return [...units].reduce((most, one) => (one[1] > most[1] ? one : most))[0];
}

/** A word that was parted at the end of a line is one again, where its two parts stand together elsewhere, or its hyphen says so. */
function joined(lines: readonly string[]): string {
  let text = lines[0] ?? "";
  for (const line of lines.slice(1)) {
    if (/[\u00ad\u2010]$/.test(text)) text = text.slice(0, -1) + line;
    else text += /\p{L}-$/u.test(text) && /^\p{Ll}/u.test(line) ? line : ` ${line}`;
  }
  return text;
}
