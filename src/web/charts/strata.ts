import * as Plot from "@observablehq/plot";
import { layers, type MixLayer } from "../../terms/layer.ts";
import { between, count, monthOf, percent, plural } from "../figures.ts";
import { layerNames } from "../words.ts";
import { colourOf, type Draw } from "./drawing.ts";
import { monthsDrawn } from "./months-drawn.ts";
import { apart, drawPlot } from "./plot.ts";

/** A layer in a month: its share of that month's AI vacancies with the interval, and how many they are. */
export type StratumRow = { month: string; layer: MixLayer; n: number; share: { value: number; low: number; high: number } };

/** Numbers below it are steps: a smoothed line would show vacancies between the months that nobody posted. */
const fewestSmooth = 20;

/** The strata: each layer as thick as its share of the month, or as many as it has, bottom layer lowest, named at the right. */
export function drawStrata(of: "share" | "n"): Draw<StratumRow> {
  return (rows, { width, narrow }, document) => {
    const height = narrow ? 240 : 300;
    const months = of === "share" ? monthsDrawn(rows) : [...new Set(rows.map((row) => row.month))].toSorted();
    const cells = months.map((month) => layers.map((layer) => rows.find((row) => row.month === month && row.layer === layer)));
    const amounts = cells.map((cell) => cell.map((row) => (row === undefined ? 0 : of === "share" ? row.share.value : row.n)));
    const totals = amounts.map((month) => month.reduce((all, one) => all + one, 0));
    // A month's shares end at one, whatever rounding left.
    const parts = amounts.map((month, m) => month.map((one) => (of === "share" && totals[m]! > 0 ? one / totals[m]! : one)));
    const most = of === "share" ? 1 : Math.max(...totals);
    const data = months.flatMap((month, m) => layers.map((layer, l) => ({ at: dateOf(month), layer, low: sum(parts[m]!, l), high: sum(parts[m]!, l + 1) })));
    const room = { top: 8, right: narrow ? 26 : 150, bottom: 26, left: of === "share" ? 1 : 40 };
    const scale = (value: number) => room.top + (1 - value / most) * (height - room.top - room.bottom);
    const last = months.length - 1;
    const ends = layers.map((layer, l) => ({ layer, middle: (sum(parts[last]!, l) + sum(parts[last]!, l + 1)) / 2, part: amounts[last]![l]! })).filter(({ part }) => part > 0);
    const heights = apart(ends.map(({ middle }) => scale(middle)), 17, [room.top + 6, height - room.bottom - 4]);
    const options: Plot.PlotOptions = {
      width,
      height,
      marginTop: room.top,
      marginRight: room.right,
      marginBottom: room.bottom,
      marginLeft: room.left,
      x: { type: "utc", label: null },
      y: { label: null, axis: of === "share" ? null : "left", domain: [0, most], ticks: 4, tickSize: 0, grid: of === "n" },
      marks: [
        Plot.areaY(data, { x: "at", y1: "low", y2: "high", z: "layer", fill: (row: { layer: MixLayer }) => colourOf(row.layer), stroke: "var(--bg)", strokeWidth: 1, curve: of === "n" && Math.max(...totals) < fewestSmooth ? "step" : "monotone-x" }),
        Plot.axisX({ ticks: ticksOf(months, narrow), tickSize: 3, tickFormat: (at: Date) => monthOf(at.toISOString()), textAnchor: "middle", label: null }),
        ...(narrow
          ? []
          : [
              Plot.text(ends, {
                frameAnchor: "right",
                textAnchor: "start",
                x: () => dateOf(months[last]!),
                dx: 8,
                y: (_: unknown, i: number) => most * (1 - (heights[i]! - room.top) / (height - room.top - room.bottom)),
                text: (end: (typeof ends)[number]) => `${layerNames[end.layer]} ${of === "share" ? percent(end.part) : count(end.part)}`,
                fill: (end: (typeof ends)[number]) => `var(--${end.layer}-text)`,
                fontWeight: 600,
                fontSize: 12.5,
              }),
            ]),
      ],
    };
    const points = months.flatMap((month, m) => {
      const lines = layers.flatMap((layer, l) => (cells[m]![l] === undefined ? [] : [{ layer, text: wordsOf(cells[m]![l]!) }])).toReversed();
      const title = `${monthOf(month)}, ${plural(cells[m]!.reduce((all, row) => all + (row?.n ?? 0), 0), "vacancy")}`;
      return layers.flatMap((layer, l) => {
        const at = lines.findIndex((line) => line.layer === layer);
        return at === -1 ? [] : [{ x: dateOf(month), y: (sum(parts[m]!, l) + sum(parts[m]!, l + 1)) / 2, title, lines, at }];
      });
    });
    return drawPlot(options, points, document);
  };
}

function wordsOf({ layer, share, n }: StratumRow): string {
  return `${layerNames[layer]} ${percent(share.value)} (${between(share)}), n ${count(n)}`;
}

function sum(parts: readonly number[], until: number): number {
  return parts.slice(0, until).reduce((total, one) => total + one, 0);
}

function dateOf(month: string): Date {
  return new Date(`${month}-01T00:00:00Z`);
}

/** So many months are named that none touches the next: the first, the last and as many between. */
function ticksOf(months: readonly string[], narrow: boolean): Date[] {
  const step = Math.max(1, Math.ceil((months.length - 1) / (narrow ? 3 : 6)));
  return months.filter((_, i) => (months.length - 1 - i) % step === 0).map(dateOf);
}
