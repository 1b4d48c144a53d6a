import type { Tagged } from "./pdf-tags.ts";

/** A piece of text as the PDF places it: where it begins and ends, its baseline (upwards), its height and the name of its font; and what its tags say it is part of. */
export type Item = { str: string; transform: number[]; width: number; height: number; fontName: string; tag?: Tagged | null };

/** A line as a reader sees it, in one column. `left` and `right`: the edges between which its column's lines stand. `font` is that of most of its letters, `firstFont` and `lastFont` of its ends. */
export type PdfLine = { text: string; x: number; end: number; y: number; size: number; font: string; firstFont: string; lastFont: string; page: number; left: number; right: number; tag: Tagged | null };

type Run = Omit<PdfLine, "left" | "right"> & { letters: Map<string, number> };

/** The lines of a page from top to bottom, of two columns first the left one. Text that stands in a row with a wide gap is parted by " | ", as cells of a table are. */
export function linesOfPage(items: readonly Item[], page: number): PdfLine[] {
  const runs = runsOf(items, page);
  const gutter = gutterOf(runs);
  if (gutter === null) return withEdges(rowsOf(runs));
  const lines: PdfLine[] = [];
  let band: Run[] = [];
  const whole = edgesOf(runs);
  const sides = [edgesOf(runs.filter((one) => one.end < gutter + SLACK)), edgesOf(runs.filter((one) => one.x >= gutter))];
  const endBand = (): void => {
    for (const [side, edges] of sides.entries()) lines.push(...withEdges(rowsOf(band.filter((one) => (one.x >= gutter ? 1 : 0) === side)), edges));
    band = [];
  };
  for (const run of runs.toSorted(downwards)) {
    if (run.x < gutter - SLACK && run.end > gutter + SLACK) {
      endBand();
      lines.push(...withEdges([run], whole));
    } else band.push(run);
  }
  endBand();
  return lines;
}

const SLACK = 3;
/** Of a letter's height: how far a baseline may be off within a line (raised signs), from what gap on there is a space, and from what on another cell. */
const BASELINE = 0.45, SPACE = 0.14, CELL = 2.2;
const bullet = /^\s*[•●▪▫◦‣⁃∙·■□◆►➢➤✓✔*–\-\uf000-\uf0ff]\s*$/;

/** Long texts are none, and are not looked through again with every piece that is put to them. */
function bulletOnly(text: string): boolean {
  return text.length < 80 && bullet.test(text);
}

/** Items that follow each other on one baseline, in the order in which the PDF has them. */
function runsOf(items: readonly Item[], page: number): Run[] {
  const runs: Run[] = [];
  let run: Run | null = null;
  for (const { str, transform, width, height, fontName, tag = null } of items) {
    if (str.trim() === "" || tag?.kind === "label") continue;
    const [x, y] = [transform[4]!, transform[5]!];
    const size = height || Math.hypot(transform[2]!, transform[3]!) || 10;
    const gap: number = run === null ? 0 : x - run.end;
    const most = Math.max(size, run?.size ?? 0) * (run !== null && bulletOnly(run.text) ? 2 * CELL : CELL);
    if (run === null || Math.abs(y - run.y) > BASELINE * Math.max(size, run.size) || gap > most || gap < -size || run.tag !== tag) {
      if (run !== null) runs.push(run);
      run = { text: "", x, end: x, y, size: 0, font: fontName, firstFont: fontName, lastFont: fontName, page, tag, letters: new Map() };
    } else if (gap > SPACE * size) run.text += " ";
    if (size > run.size && str.trim().length > 1) run.y = y;
    run.text += str;
    run.size = Math.max(run.size, size);
    run.end = Math.max(run.end, x + width);
    run.lastFont = fontName;
    run.letters.set(fontName, (run.letters.get(fontName) ?? 0) + str.trim().length);
  }
  if (run !== null) runs.push(run);
  return runs.map(tidied);
}

function tidied(run: Run): Run {
  const font = [...run.letters].reduce((most, one) => (one[1] > most[1] ? one : most), [run.font, 0])[0];
  return { ...run, font, text: run.text.replaceAll(/\s+/g, " ").trim() };
}

function downwards(a: Run, b: Run): number {
  return b.y - a.y || a.x - b.x;
}

/** Runs on one baseline as one line. */
function rowsOf(runs: readonly Run[]): Run[] {
  const rows: Run[] = [];
  for (const run of runs.toSorted(downwards)) {
    const row = rows.at(-1);
    if (row === undefined || row.y - run.y > BASELINE * Math.max(row.size, run.size) || run.x < row.end - SLACK || (row.tag !== run.tag && run.tag?.kind !== "text")) {
      rows.push({ ...run });
      continue;
    }
    row.text += bulletOnly(row.text) || run.x - row.end < CELL * run.size ? ` ${run.text}` : ` | ${run.text}`;
    row.end = Math.max(row.end, run.end);
    row.lastFont = run.lastFont;
  }
  return rows;
}

type Edges = Pick<PdfLine, "left" | "right">;

/** The edges of a column: those of all that stands in it. */
function edgesOf(all: readonly Run[]): Edges {
  return { left: all.reduce((least, run) => Math.min(least, run.x), Infinity), right: all.reduce((most, run) => Math.max(most, run.end), 0) };
}

function withEdges(rows: readonly Run[], { left, right }: Edges = edgesOf(rows)): PdfLine[] {
  return rows.map(({ letters: _letters, ...row }) => ({ ...row, left, right }));
}

const LEAST_LINES = 5;
/** Labels at the left of a table are short; a fourth of the lines of a column are not. In points. */
const COLUMN_WIDTH = 110;
/** So many left edges are tried: each costs a look at the whole page, and a hostile page has thousands. */
const MOST_EDGES = 50;

/**
 * Where the right one of two columns begins: many lines begin there, as many end before it, and side by side with them. Null where there is one column.
 * Short words at the left with text at the right of some of them are headings or labels beside what they name: one column, read row by row.
 */
function gutterOf(runs: readonly Run[]): number | null {
  let best: { x: number; n: number } | null = null;
  for (const x of commonEdges(runs)) {
    const left = runs.filter((run) => run.end < x - 1.5 * SLACK);
    const right = runs.filter((run) => run.x >= x - SLACK);
    const beside = besideEachOther(left, right);
    const n = Math.min(beside.left.length, beside.right.length);
    if (n < LEAST_LINES || beside.right.filter((run) => run.x < x + SLACK).length < n / 2 || upperQuarter(beside.left.map((run) => run.end - run.x)) < COLUMN_WIDTH) continue;
    if (best === null || n > best.n) best = { x: x - SLACK, n };
  }
  return best?.x ?? null;
}

/** The commonest left edges of a page, in the order in which it has them. */
function commonEdges(runs: readonly Run[]): number[] {
  const counts = new Map<number, number>();
  for (const { x } of runs) counts.set(Math.round(x), (counts.get(Math.round(x)) ?? 0) + 1);
  const commonest = new Set([...counts].toSorted((a, b) => b[1] - a[1]).slice(0, MOST_EDGES).map(([x]) => x));
  return [...counts.keys()].filter((x) => commonest.has(x));
}

/** The lines of both sides that stand at heights where the other side has lines as well. */
function besideEachOther(left: readonly Run[], right: readonly Run[]): { left: Run[]; right: Run[] } {
  const [top, bottom] = [Math.min(highest(left), highest(right)), Math.max(lowest(left), lowest(right))];
  const inside = (run: Run): boolean => run.y <= top + 1 && run.y >= bottom - 1;
  return { left: left.filter(inside), right: right.filter(inside) };
}

function highest(runs: readonly Run[]): number {
  return runs.reduce((most, run) => Math.max(most, run.y), -Infinity);
}

function lowest(runs: readonly Run[]): number {
  return runs.reduce((least, run) => Math.min(least, run.y), Infinity);
}

function upperQuarter(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length * 0.75)] ?? 0;
}
