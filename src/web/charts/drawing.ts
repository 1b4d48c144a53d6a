import type { Layer } from "../../terms/layer.ts";

/** The room a drawing has, in CSS pixels; `narrow` as on a phone. */
export type Size = { width: number; narrow: boolean };

/** A place of a drawing that can be pointed at or reached by keyboard: in pixels of the drawing, with what is said there. With `at`, that line is the point's own and the others stand beside it. */
export type Point = { x: number; y: number; title: string; lines: readonly { text: string; layer?: Layer }[]; at?: number };

export type Drawing = { svg: SVGSVGElement; points: readonly Point[] };

/** A chart: a pure function of rows and room. Colours are those of the page's style sheet, so that light, dark and paper need no new drawing. */
export type Draw<Row> = (rows: readonly Row[], size: Size, document: Document) => Drawing;

/** A layer's one colour; what belongs to no layer is ink. */
export function colourOf(layer: Layer | null | undefined): string {
  return layer === null || layer === undefined ? "var(--ink)" : `var(--${layer})`;
}

/** What a screen reader says of a point. */
export function said({ title, lines, at }: Point): string {
  return [title, ...(at === undefined ? lines : lines.slice(at, at + 1)).map(({ text }) => text)].join(". ");
}

type Way = "ArrowLeft" | "ArrowRight" | "ArrowUp" | "ArrowDown";

/** Two points stand above each other where their x differ by less. */
const sameColumn = 0.75;

/** The next point from `from` in a direction: sideways the nearest column and in it the nearest height; up and down in the same column, or where it has no other, in the nearest row. */
export function next(points: readonly Point[], from: number, way: Way): number {
  const here = points[from];
  if (here === undefined) return points.length > 0 ? 0 : -1;
  const sideways = way === "ArrowLeft" || way === "ArrowRight";
  const sign = way === "ArrowRight" || way === "ArrowDown" ? 1 : -1;
  const ahead = points.flatMap((point, i) => {
    const [along, across] = sideways ? [point.x - here.x, point.y - here.y] : [point.y - here.y, point.x - here.x];
    return along * sign > (sideways ? sameColumn : 0.01) ? [{ i, along: Math.abs(along), across: Math.abs(across) }] : [];
  });
  const own = sideways ? ahead : ahead.filter(({ across }) => across < sameColumn);
  const candidates = own.length > 0 ? own : ahead;
  return candidates.toSorted((a, b) => a.along - b.along || a.across - b.across)[0]?.i ?? from;
}

/** The point nearest to a place of the drawing; -1 where none is within `reach` pixels sideways. */
export function nearest(points: readonly Point[], x: number, y: number, reach = 60): number {
  let found = -1;
  let least = Number.POSITIVE_INFINITY;
  for (const [i, point] of points.entries()) {
    const [dx, dy] = [Math.abs(point.x - x), Math.abs(point.y - y)];
    // Sideways counts more: a column is what one points at first.
    const far = dx * 3 + dy;
    if (dx <= reach && far < least) [found, least] = [i, far];
  }
  return found;
}
