import * as Plot from "@observablehq/plot";
import { count, money, plural } from "../figures.ts";
import { type BandRow, type Estimate, isWhole, type WholeBand } from "./band-row.ts";
import type { Draw, Point } from "./drawing.ts";
import { bandsHeight } from "./heights.ts";
import { type DataPoint, drawPlot } from "./plot.ts";

/** A strip a group on one scale: p10 to p90 thin, p25 to p75 thick, the median across with its interval as a fine line below; the median beside the name. Of a group without figures nothing is drawn. */
export const drawBands: Draw<BandRow> = (all, { width, narrow }, document) => {
  const rows = all.filter(isWhole);
  const names = rows.map(({ name }) => name);
  const left = narrow ? 96 : 132;
  const options: Plot.PlotOptions = {
    width,
    height: bandsHeight(rows.length),
    marginTop: 6,
    marginRight: narrow ? 58 : 120,
    marginBottom: 28,
    marginLeft: left,
    x: { label: null, ticks: Math.max(3, Math.floor((width - left) / 90)), tickSize: 0, tickFormat: (value: number) => short(value, rows[0]?.currency ?? "USD"), grid: true, nice: true },
    y: { type: "band", domain: names, label: null, tickSize: 0, padding: 0.3, axis: null },
    marks: [
      Plot.text(rows, { y: "name", frameAnchor: "left", dx: -left, text: "name", textAnchor: "start", fill: "var(--ink)" }),
      Plot.ruleY(rows, { y: "name", x1: (row: WholeBand) => row.p10.value, x2: (row: WholeBand) => row.p90.value, stroke: "var(--soft)", strokeWidth: 1.5 }),
      Plot.barX(rows, { y: "name", x1: (row: WholeBand) => row.p25.value, x2: (row: WholeBand) => row.p75.value, fill: "var(--band)", insetTop: 4, insetBottom: 4, rx: 2 }),
      Plot.tickX(rows, { y: "name", x: (row: WholeBand) => row.p50.value, stroke: "var(--ink)", strokeWidth: 2.5 }),
      Plot.ruleY(rows.filter(({ p50 }) => p50.low !== null && p50.high !== null), { y: "name", x1: (row: WholeBand) => row.p50.low!, x2: (row: WholeBand) => row.p50.high!, stroke: "var(--ink)", strokeWidth: 1.5, dy: 11 }),
      Plot.text(rows, { y: "name", frameAnchor: "right", dx: narrow ? 54 : 116, textAnchor: "end", text: (row: WholeBand) => `${short(row.p50.value, row.currency)}${narrow ? "" : `  n ${count(row.n)}`}`, fill: "var(--ink)" }),
    ],
  };
  return drawPlot(options, rows.map((row): DataPoint => ({ x: row.p50.value, y: row.name, title: row.name, lines: linesOf(row) })), document);
};

function linesOf({ p10, p25, p50, p75, p90, currency, n, employers }: WholeBand): Point["lines"] {
  const told = (estimate: Estimate) => withEnds(estimate, currency);
  return [{ text: `median ${told(p50)}` }, { text: `half between ${told(p25)} and ${told(p75)}` }, { text: `p10 ${told(p10)}, p90 ${told(p90)}` }, { text: `n ${count(n)} of ${plural(employers, "employer")}` }];
}

function withEnds({ value, low, high }: Estimate, currency: string): string {
  return `${short(value, currency)}${low === null || high === null ? "" : ` (${short(low, currency)} to ${short(high, currency)})`}`;
}

function short(value: number, currency: string): string {
  return money(Math.abs(value) >= 10_000 ? Math.round(value / 1000) * 1000 : Math.round(value), currency);
}
