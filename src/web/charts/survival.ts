import * as Plot from "@observablehq/plot";
import type { Layer } from "../../terms/layer.ts";
import { between, count, percent } from "../figures.ts";
import { colourOf, type Draw } from "./drawing.ts";
import { lineHeight } from "./heights.ts";
import { drawPlot } from "./plot.ts";

/** The share of vacancies that are still open after so many days, with its 95 % interval, and how many were watched on that day. */
export type SurvivalRow = { day: number; share: number; low: number; high: number; atRisk: number };

/** The curve as steps in its interval; a line at half with the day on which it is met, where it is. */
export function drawSurvival(layer: Layer | null, median: number | null): Draw<SurvivalRow> {
  return (rows, { width }, document) => {
    const whole = [{ day: 0, share: 1, low: 1, high: 1 }, ...rows];
    const last = rows.at(-1)?.day ?? 1;
    const options: Plot.PlotOptions = {
      width,
      height: lineHeight,
      marginTop: 14,
      marginRight: 14,
      marginBottom: 30,
      marginLeft: 44,
      x: { label: null, domain: [0, last], ticks: Math.max(3, Math.floor(width / 90)), tickSize: 3, tickFormat: (day: number) => `${day} d` },
      y: { label: null, domain: [0, 1], ticks: [0, 0.25, 0.5, 0.75, 1], tickSize: 0, tickFormat: (share: number) => `${share * 100} %`, grid: true },
      marks: [
        Plot.areaY(whole, { x: "day", y1: "low", y2: "high", curve: "step-after", fill: colourOf(layer), fillOpacity: 0.18 }),
        Plot.lineY(whole, { x: "day", y: "share", curve: "step-after", stroke: colourOf(layer), strokeWidth: 2 }),
        ...(median === null ? [] : [Plot.ruleX([median], { y1: 0, y2: 0.5, stroke: "var(--soft)", strokeDasharray: "3 3" }), Plot.text([median], { x: (day: number) => day, y: 0.5, dx: 6, dy: -8, text: (day: number) => `half by ${day} d`, textAnchor: "start", fill: "var(--ink)", stroke: "var(--bg)", strokeWidth: 4, fontWeight: 600 })]),
      ],
    };
    return drawPlot(options, rows.map(({ day, share, low, high, atRisk }) => ({ x: day, y: share, title: `${day} days`, lines: [{ text: `${percent(share)} still open (${between({ low, high })})` }, { text: `${count(atRisk)} watched` }] })), document);
  };
}
