import * as Plot from "@observablehq/plot";
import { count, money, plural } from "../figures.ts";
import type { Draw, Point } from "./drawing.ts";
import { type DataPoint, drawPlot } from "./plot.ts";

type Estimate = { value: number; low: number | null; high: number | null };

/** Pay of one group from p10 to p90 in one currency; without figures where too few employers state it, with why in `hidden`. */
export type BandRow = { name: string; currency: string; n: number; employers: number; p10: Estimate | null; p25: Estimate | null; p50: Estimate | null; p75: Estimate | null; p90: Estimate | null; hidden: string | null };

type Whole = BandRow & { p10: Estimate; p25: Estimate; p50: Estimate; p75: Estimate; p90: Estimate };

const rowPx = 30;

/** As high as its rows. */
export function bandsHeight(rows: number): number {
  return rows * rowPx + 40;
}

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
      Plot.ruleY(rows, { y: "name", x1: (row: Whole) => row.p10.value, x2: (row: Whole) => row.p90.value, stroke: "var(--soft)", strokeWidth: 1.5 }),
      Plot.barX(rows, { y: "name", x1: (row: Whole) => row.p25.value, x2: (row: Whole) => row.p75.value, fill: "var(--band)", insetTop: 4, insetBottom: 4, rx: 2 }),
      Plot.tickX(rows, { y: "name", x: (row: Whole) => row.p50.value, stroke: "var(--ink)", strokeWidth: 2.5 }),
      Plot.ruleY(rows.filter(({ p50 }) => p50.low !== null && p50.high !== null), { y: "name", x1: (row: Whole) => row.p50.low!, x2: (row: Whole) => row.p50.high!, stroke: "var(--ink)", strokeWidth: 1.5, dy: 11 }),
      Plot.text(rows, { y: "name", frameAnchor: "right", dx: narrow ? 54 : 116, textAnchor: "end", text: (row: Whole) => `${short(row.p50.value, row.currency)}${narrow ? "" : `  n ${count(row.n)}`}`, fill: "var(--ink)" }),
    ],
  };
  return drawPlot(options, rows.map((row): DataPoint => ({ x: row.p50.value, y: row.name, title: row.name, lines: linesOf(row) })), document);
};

function isWhole(row: BandRow): row is Whole {
  return row.p10 !== null && row.p25 !== null && row.p50 !== null && row.p75 !== null && row.p90 !== null;
}

function linesOf({ p10, p25, p50, p75, p90, currency, n, employers }: Whole): Point["lines"] {
  const told = (estimate: Estimate) => withEnds(estimate, currency);
  return [{ text: `median ${told(p50)}` }, { text: `half between ${told(p25)} and ${told(p75)}` }, { text: `p10 ${told(p10)}, p90 ${told(p90)}` }, { text: `n ${count(n)} of ${plural(employers, "employer")}` }];
}

function withEnds({ value, low, high }: Estimate, currency: string): string {
  return `${short(value, currency)}${low === null || high === null ? "" : ` (${short(low, currency)} to ${short(high, currency)})`}`;
}

function short(value: number, currency: string): string {
  return money(Math.abs(value) >= 10_000 ? Math.round(value / 1000) * 1000 : Math.round(value), currency);
}
