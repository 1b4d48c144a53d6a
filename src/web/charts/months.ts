import * as Plot from "@observablehq/plot";
import type { Layer } from "../../terms/layer.ts";
import { monthOf, plural } from "../figures.ts";
import { colourOf, type Draw } from "./drawing.ts";
import { lineHeight } from "./heights.ts";
import { drawPlot } from "./plot.ts";

/** How many vacancies were opened in a month; 0 where none was. */
export type MonthRow = { month: string; n: number };

/** A bar a month, from none up. */
export function drawMonths(layer: Layer | null): Draw<MonthRow> {
  return (rows, { width, narrow }, document) => {
    const months = rows.map(({ month }) => month);
    const step = Math.max(1, Math.ceil(months.length / (narrow ? 4 : 7)));
    const ticks = months.filter((_, i) => (months.length - 1 - i) % step === 0);
    const options: Plot.PlotOptions = {
      width,
      height: lineHeight,
      marginTop: 12,
      // Half of the last month’s name stands beside its bar.
      marginRight: narrow ? 24 : 12,
      marginBottom: 26,
      marginLeft: 36,
      x: { type: "band", domain: months, padding: 0.22, label: null },
      y: { label: null, domain: [0, Math.max(1, ...rows.map(({ n }) => n))], ticks: 4, tickSize: 0, tickFormat: (n: number) => (Number.isInteger(n) ? String(n) : ""), grid: true },
      marks: [Plot.barY(rows, { x: "month", y: "n", fill: layer === null ? "var(--soft)" : colourOf(layer) }), Plot.axisX({ ticks, tickSize: 0, tickFormat: monthOf, label: null }), Plot.ruleY([0], { stroke: "var(--soft)" })],
    };
    return drawPlot(options, rows.map(({ month, n }) => ({ x: month, y: n, title: monthOf(month), lines: [{ text: plural(n, "vacancy"), ...(layer === null ? {} : { layer }) }] })), document);
  };
}
