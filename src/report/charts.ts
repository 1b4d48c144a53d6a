import * as Plot from "@observablehq/plot";
import { parseHTML } from "linkedom";
import type { Layer } from "../terms/layer.ts";

/** Those of the pages, light (src/web/strata.css): a layer has one colour and no one else has it. */
const layerColours: Record<Layer, string> = { infrastructure: "#0072b2", evaluation: "#009e73", product: "#d55e00", model: "#a0428f", governance: "#b58900", outside: "#84898f" };

const ink = "#1c1e21";
const soft = "#5f656d";
const line = "#e6e5e0";
const width = 680;

type Dot = { name: string; value: number; low: number; high: number; layer: Layer | null };

/** A figure a line with its interval through it: dots from the left, largest first as given. `write` names a value on the axis. */
export function dotChart(rows: readonly Dot[], { label, zero = false, write }: { label: string; zero?: boolean; write: (value: number) => string }): string {
  return draw({
    ...frame(rows),
    x: { label, labelArrow: "none", tickFormat: write, grid: true, zero, nice: true },
    marks: [
      ...(zero ? [Plot.ruleX([0], { stroke: soft })] : []),
      Plot.ruleY(rows, { y: "name", x1: "low", x2: "high", stroke: colourOf, strokeWidth: 2, strokeOpacity: 0.55 }),
      Plot.dot(rows, { y: "name", x: "value", fill: colourOf, r: 4 }),
    ],
  });
}

export type BandRow = { name: string; p10: number; p25: number; p50: number; p75: number; p90: number; layer: Layer | null };

/** Pay of a group a line: p10 to p90 thin, p25 to p75 thick, the median across. */
export function bandChart(rows: readonly BandRow[], { label, write }: { label: string; write: (value: number) => string }): string {
  return draw({
    ...frame(rows),
    x: { label, labelArrow: "none", tickFormat: write, grid: true, nice: true },
    marks: [
      Plot.ruleY(rows, { y: "name", x1: "p10", x2: "p90", stroke: colourOf, strokeWidth: 1.5 }),
      Plot.barX(rows, { y: "name", x1: "p25", x2: "p75", fill: colourOf, fillOpacity: 0.45, insetTop: 6, insetBottom: 6 }),
      Plot.tickX(rows, { y: "name", x: "p50", stroke: ink, strokeWidth: 2, insetTop: 3, insetBottom: 3 }),
    ],
  });
}

/** Shares of the layers region by region, as bars that end at one: the strata. */
export function strataChart(rows: readonly { region: string; layer: Layer; share: number }[]): string {
  const regions = [...new Set(rows.map((row) => row.region))];
  return draw({
    width,
    height: 50 + regions.length * 40,
    marginLeft: 150,
    marginBottom: 40,
    marginRight: 20,
    x: { label: "% of AI vacancies", labelArrow: "none", tickFormat: (value: number) => String(Math.round(value * 100)) },
    y: { label: null, domain: regions, tickSize: 0 },
    marks: [
      Plot.barX(rows, { y: "region", x: "share", fill: (row: { layer: Layer }) => layerColours[row.layer], stroke: "#fff", insetTop: 3, insetBottom: 3 }),
      Plot.text(rows.filter((row) => row.share >= 0.05), Plot.stackX({ y: "region", x: "share", text: (row: { share: number }) => `${Math.round(row.share * 100)}`, fill: "#fff", fontWeight: 500 })),
    ],
  });
}

/** The share of vacancies still open by day, a step line a layer, named at the right in the order of their ends. */
export function openChart(rows: readonly { layer: Layer; day: number; share: number }[], until: number): string {
  const ends = [...new Set(rows.map((row) => row.layer))].map((layer) => rows.findLast((row) => row.layer === layer)!);
  return draw({
    width,
    height: 300,
    marginLeft: 44,
    marginRight: 110,
    x: { label: "days since posting", labelArrow: "none", domain: [0, until], grid: true },
    y: { label: "% still open", labelArrow: "none", domain: [0, 1], tickFormat: (value: number) => String(Math.round(value * 100)), grid: true },
    marks: [
      Plot.line(rows, { x: "day", y: "share", z: "layer", stroke: colourOf, strokeWidth: 2, curve: "step-after" }),
      Plot.text(apart(ends), { x: () => until, y: "at", text: "layer", fill: colourOf, textAnchor: "start", dx: 6, fontWeight: 500 }),
    ],
  });
}

/** Names at the ends of lines, moved so that none covers another. */
function apart<T extends { share: number }>(ends: readonly T[]): (T & { at: number })[] {
  let above = 1.06;
  return ends.toSorted((a, b) => b.share - a.share).map((end) => {
    above = Math.min(above - 0.06, end.share);
    return { ...end, at: above };
  });
}

function frame(rows: readonly { name: string }[]): Plot.PlotOptions {
  return { width, height: 58 + rows.length * 24, marginLeft: 190, marginRight: 24, marginBottom: 40, y: { label: null, domain: rows.map((row) => row.name), tickSize: 0 } };
}

function colourOf(row: { layer: Layer | null }): string {
  return row.layer === null ? ink : layerColours[row.layer];
}

/** An SVG that stands alone: no style sheet, and colours and fonts written out, as readers of SVG in documents know no more. */
function draw(options: Plot.PlotOptions): string {
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const svg = Plot.plot({ ...options, document: document as unknown as Document, style: { fontFamily: "Roboto", fontSize: "11px", color: soft, background: "none" } });
  for (const style of svg.querySelectorAll("style")) style.remove();
  const [, , w, h] = (svg.getAttribute("viewBox") ?? `0 0 ${options.width} ${options.height}`).split(" ");
  const inner = [...svg.childNodes].map((node) => String(node)).join("");
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" fill="${soft}" font-family="Roboto, system-ui, sans-serif" font-size="11" text-anchor="middle">${inner}</svg>`;
  return drawn.replaceAll('stroke-opacity="0.1" stroke="currentColor"', `stroke="${line}"`).replaceAll("currentColor", soft);
}
