import * as Plot from "@observablehq/plot";
import { count, plural } from "../figures.ts";
import type { Draw } from "./drawing.ts";
import { forestHeight } from "./heights.ts";
import { drawPlot } from "./plot.ts";
import { signed } from "./signed.ts";

/** An effect with its interval, as a part of one: 0.06 is six per cent more. `about` says against what. */
export type ForestRow = { name: string; about: string; value: number; low: number; high: number; n: number; employers: number };

/** A dot a row with its interval as a thin bar, and a line at none; what reaches over the line is grey: it may be no effect at all. */
export const drawForest: Draw<ForestRow> = (rows, { width, narrow }, document) => {
  const left = narrow ? 150 : 190;
  // A wild interval would press all others flat: it is cut where it leaves the room, and its figures say how far it goes.
  const most = Math.min(1.5, Math.max(0.1, ...rows.flatMap(({ value, low, high }) => [Math.abs(value) * 1.15, Math.min(Math.abs(high), Math.abs(value) * 2.5), Math.min(Math.abs(low), Math.abs(value) * 2.5)])));
  const options: Plot.PlotOptions = {
    width,
    height: forestHeight(rows.length),
    marginTop: 4,
    marginRight: narrow ? 50 : 132,
    marginBottom: 26,
    marginLeft: left,
    x: { label: null, domain: [-most, most], clamp: true, ticks: 3, tickSize: 0, tickFormat: signed, grid: true },
    y: { type: "point", domain: rows.map(({ name }) => name), label: null, padding: 0.6, axis: null },
    marks: [
      Plot.ruleX([0], { stroke: "var(--soft)" }),
      Plot.text(rows, { y: "name", frameAnchor: "left", dx: -left, text: (row: ForestRow) => clipped(row.name, narrow ? 21 : 28), textAnchor: "start", fill: "var(--ink)" }),
      Plot.ruleY(rows, { y: "name", x1: "low", x2: "high", stroke: ink, strokeWidth: 2 }),
      Plot.dot(rows, { y: "name", x: "value", r: 4, fill: ink, stroke: "var(--bg)" }),
      Plot.text(rows, { y: "name", frameAnchor: "right", dx: narrow ? 46 : 128, textAnchor: "end", text: (row: ForestRow) => `${signed(row.value)}${narrow ? "" : `  n ${count(row.n)}`}`, fill: ink }),
    ],
  };
  return drawPlot(options, rows.map((row) => ({ x: row.value, y: row.name, title: `${row.name} ${row.about}`, lines: [{ text: `${signed(row.value)} (${signed(row.low)} to ${signed(row.high)})` }, { text: `n ${count(row.n)} of ${plural(row.employers, "employer")}` }] })), document);
};

function ink({ low, high }: ForestRow): string {
  return low > 0 || high < 0 ? "var(--ink)" : "var(--soft)";
}

function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
}
