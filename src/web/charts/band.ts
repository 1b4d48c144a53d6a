import * as Plot from "@observablehq/plot";
import { count, plural, roundMoney } from "../figures.ts";
import type { Draw } from "./drawing.ts";
import { bandHeadPx, bandHeight } from "./heights.ts";
import { drawPlot } from "./plot.ts";

/** One point of a pay band (a quarter pays less, the median …) with its interval and what stands behind it. */
export type BandPointRow = { name: string; currency: string; value: number; low: number | null; high: number | null; n: number; employers: number };

/** A dot a point with its interval as a thin bar, on one scale of pay; what a description states lies behind them as a zone with its name above. */
export function drawBand(stated: { min: number; max: number } | null, statedName: string): Draw<BandPointRow> {
  return (rows, { width, narrow }, document) => {
    const left = narrow ? 152 : 170;
    const currency = rows[0]?.currency ?? "USD";
    const zone = stated === null ? [] : [stated];
    const ends = [...rows.flatMap(({ value, low, high }) => [value, low ?? value, high ?? value]), ...zone.flatMap(({ min, max }) => [min, max])];
    const [least, most] = [Math.min(...ends), Math.max(...ends)];
    const pad = Math.max(1, most - least) * 0.04;
    const options: Plot.PlotOptions = {
      width,
      height: bandHeight(rows.length),
      marginTop: bandHeadPx,
      marginRight: narrow ? 56 : 76,
      marginBottom: 28,
      marginLeft: left,
      x: { label: null, domain: [least - pad, most + pad], ticks: Math.max(2, Math.floor((width - left) / 100)), tickSize: 0, tickFormat: (value: number) => roundMoney(value, currency), grid: true },
      y: { type: "point", domain: rows.map(({ name }) => name), label: null, padding: 0.6, axis: null },
      marks: [
        Plot.barX(zone, { x1: "min", x2: (range: { min: number; max: number }) => Math.max(range.max, range.min * 1.004), fill: "var(--accent)", fillOpacity: 0.16 }),
        Plot.text(zone, { x: (range: { min: number; max: number }) => (range.min + range.max) / 2, frameAnchor: "top", dy: -14, text: () => statedName, fill: "var(--accent)" }),
        Plot.text(rows, { y: "name", frameAnchor: "left", dx: -left, text: "name", textAnchor: "start", fill: "var(--ink)" }),
        Plot.ruleY(rows.filter(({ low, high }) => low !== null && high !== null), { y: "name", x1: "low", x2: "high", stroke: "var(--ink)", strokeWidth: 2 }),
        Plot.dot(rows, { y: "name", x: "value", r: 4, fill: "var(--ink)", stroke: "var(--card)" }),
        Plot.text(rows, { y: "name", frameAnchor: "right", dx: narrow ? 52 : 72, textAnchor: "end", text: (row: BandPointRow) => roundMoney(row.value, row.currency), fill: "var(--ink)" }),
      ],
    };
    return drawPlot(options, rows.map((row) => ({ x: row.value, y: row.name, title: `${row.name} ${roundMoney(row.value, row.currency)}`, lines: [{ text: intervalOf(row) }, { text: `n ${count(row.n)} of ${plural(row.employers, "employer")}` }] })), document);
  };
}

function intervalOf({ low, high, currency }: BandPointRow): string {
  return low === null || high === null ? "too few employers for an interval" : `95\u00a0% interval ${roundMoney(low, currency)} to ${roundMoney(high, currency)}`;
}
