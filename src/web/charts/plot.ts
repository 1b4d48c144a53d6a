import * as Plot from "@observablehq/plot";
import type { Drawing, Point } from "./drawing.ts";

/** A point as data has it: `x` and `y` in the plot's own scales. */
export type DataPoint = Omit<Point, "x" | "y"> & { x: Plot.ChannelValue | number | string | Date; y: number | string };

/**
 * Draws with Observable Plot, quietly: no box, our type and colours. Plot writes a style element into its drawing, which the page's policy refuses (0006); what it says stands in css/charts.css.
 * Points are put where the scales have them.
 */
export function drawPlot(options: Plot.PlotOptions, points: readonly DataPoint[], document: Document): Drawing {
  const svg = Plot.plot({ ...options, document, style: { fontFamily: "inherit", fontSize: "12px", background: "none", overflow: "visible", color: "var(--soft)" } }) as SVGSVGElement & Plot.Plot;
  for (const style of svg.querySelectorAll("style")) style.remove();
  svg.setAttribute("class", "plot");
  svg.setAttribute("font-size", "12");
  svg.setAttribute("fill", "var(--soft)");
  const [x, y] = [svg.scale("x"), svg.scale("y")];
  const at = (scale: typeof x, value: unknown) => (scale === undefined ? 0 : scale.apply(value) + (scale.bandwidth ?? 0) / 2);
  return { svg, points: points.map((point) => ({ ...point, x: at(x, point.x), y: at(y, point.y) })) };
}

/** Moves labels at the ends of lines apart, so that none covers another: heights in pixels from the top, in any order, with `gap` between them, within the room where they fit. `apart([50, 52], 14, [0, 100])` → `[44, 58]` */
export function apart(heights: readonly number[], gap: number, [top, bottom]: readonly [number, number]): number[] {
  const order = heights.map((_, i) => i).toSorted((a, b) => heights[a]! - heights[b]!);
  const placed = order.map((i) => Math.min(bottom, Math.max(top, heights[i]!)));
  // Pushed down from the top, and what then hangs out at the bottom up again; halves of each are the least that all move.
  for (let i = 1; i < placed.length; i++) placed[i] = Math.max(placed[i]!, placed[i - 1]! + gap);
  if ((placed.at(-1) ?? 0) > bottom) placed[placed.length - 1] = bottom;
  for (let i = placed.length - 2; i >= 0; i--) placed[i] = Math.min(placed[i]!, placed[i + 1]! - gap);
  const found: number[] = [];
  for (const [rank, i] of order.entries()) found[i] = placed[rank]!;
  return found;
}
