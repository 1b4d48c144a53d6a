import { z } from "zod";
import { Layer, layers } from "../../terms/layer.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, currencyOf, Inside, PayMedian, payMedian, paysSql, queriesOf, sizeOf } from "./answer.ts";
import { layerColumn, sized } from "./columns.ts";
import { CorrectedShare, CountedShare } from "./corrected.ts";
import { ByMonth, byMonthFlag, sharesNote, unshared, type Weighed, weighed, weighedNote, weighedShares } from "./count-answer.ts";
import { Cut, cutFlags, insideOf, whereOf } from "./cut.ts";
import { monthText } from "./group.ts";
import { drawnMedians, type MedianCell, medianCellsNote, medianCellsSql, medianLine } from "./pay-medians.ts";
import { defineQuestion } from "./question.ts";

/**
 * A layer in the market, or in one month of it. `share` counts postings by their role's layer, each employer weighing no more than the cap, `corrected` the same
 * without the reader's errors; `work` is the layer's part of all responsibilities (mean of the mixes); all null outside the five layers.
 */
export const LayerRow = z.object({ month: z.string().nullable(), layer: Layer, n: z.number(), employers: z.number(), share: CountedShare.nullable(), corrected: CorrectedShare, work: z.number().nullable(), pay: PayMedian });
export type LayerRow = z.infer<typeof LayerRow>;

export const LayersQuestion = Cut.extend({ by: ByMonth });
export type LayersQuestion = z.infer<typeof LayersQuestion>;

const LayersAnswer = answerOf(LayerRow).extend({ ...weighed, inside: Inside });
type LayersAnswer = Answer<LayerRow> & Weighed & { inside: Inside };

/** How the work of a cut spreads over the five layers. Bottom layer first, work outside AI last; month by month where asked. */
export async function askLayers(market: Market, question: LayersQuestion): Promise<LayersAnswer> {
  const cut = Cut.parse(question);
  const byMonth = question.by === "month";
  const where = whereOf(cut);
  const currency = await currencyOf(market, cut);
  const cutSql = `cut AS NOT MATERIALIZED (SELECT * REPLACE (${byMonth ? "r.month" : "NULL::USMALLINT"} AS month) FROM vacancy r WHERE ${where.sql}${byMonth ? " AND r.month IS NOT NULL" : ""})`;
  const [sql, payCells] = [layersSql(cutSql), medianCellsSql(cutSql, { of: ["month", "layer"], inside: true })];
  const values = { ...where.values, currency };
  const [size, inside, rows, cells, { shares, query, ...weighing }] = await Promise.all([sizeOf(market, where), sizeOf(market, insideOf(where)), market.rows<RawRow>(sql, values), market.rows<MedianCell & { month: number | null; layer: string }>(payCells, values), weighedShares(market, cut, "layer", byMonth)]);
  const drawn = await drawnMedians(cells, (cell) => `${cell.month} ${cell.layer}`);
  const answers = rows.map(({ month, number, layer, n, employers, work, ...row }): LayerRow => {
    const share = shares.get(byMonth ? `${month} ${layer}` : layer) ?? unshared;
    return { month, layer, n, employers, ...share, work, pay: payMedian(currency, row.pay, drawn.get(`${number} ${layer}`) ?? null, row.payN, row.payEmployers) };
  });
  // The rows come month by month, layers by name.
  answers.sort((a, b) => (a.month === b.month ? Layer.options.indexOf(a.layer) - Layer.options.indexOf(b.layer) : a.month! < b.month! ? -1 : 1));
  return { ...answered(cut, size, answers, queriesOf([{ of: "vacancies, employers, share of the work and pay of each layer", sql, values }, { of: medianCellsNote, sql: payCells, values }, { of: sharesNote, ...query }])), ...weighing, inside: { postings: inside.postings, employers: inside.employers } };
}

function layersSql(cut: string): string {
  return `WITH ${cut},
  pays AS (SELECT month, layer, median(yearly) AS pay, count(*)::INTEGER AS "payN", count(DISTINCT employer)::INTEGER AS "payEmployers" FROM (${paysSql()}) GROUP BY month, layer),
  counts AS (SELECT month, layer, count(*)::INTEGER AS n, count(DISTINCT employer)::INTEGER AS employers FROM cut GROUP BY month, layer),
  work AS (UNPIVOT (SELECT month, ${layers.map((layer) => `round(round(avg(mix_${layer}), 9), 4) AS ${layer}`).join(", ")} FROM cut GROUP BY month) ON ${layers.join(", ")} INTO NAME layer VALUE work)
SELECT ${monthText("c.month")} AS month, c.month AS number, c.layer::VARCHAR AS layer, n, employers, work.work, pay, coalesce("payN", 0) AS "payN", coalesce("payEmployers", 0) AS "payEmployers"
FROM counts c LEFT JOIN pays p ON p.layer = c.layer AND p.month IS NOT DISTINCT FROM c.month LEFT JOIN work ON work.layer = c.layer::VARCHAR AND work.month IS NOT DISTINCT FROM c.month ORDER BY month, layer`;
}

const notes = "% counts vacancies by their role; % work is the layer's part of all\nresponsibilities. Pay is the median of a year, shown from 5 employers up;\nbelow, its interval, whole employers drawn (not for work outside the layers).";

export const layersQuestion = defineQuestion({
  about: "The five layers: vacancies, share of the work, pay",
  asks: LayersQuestion,
  flags: { ...cutFlags, by: byMonthFlag },
  answer: LayersAnswer,
  ask: askLayers,
  title: "Layers",
  inside: (found) => found.inside,
  columns: [
    // Beside a month, or shares without the reader's errors, there is no room for the whole name.
    { ...layerColumn, shown: (row) => (row.month === null && row.corrected === null ? row.layer : layerColumn.shown!(row)) },
    { name: "month", kind: "text", head: "month", empty: true, of: (row) => row.month },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "corrected", kind: "share", head: "corrected", empty: true, of: (row) => row.corrected },
    { name: "work", kind: "percent", head: "% work", of: (row) => row.work },
    { name: "pay", kind: "pay", head: "pay (n)", headOf: (rows) => `${rows[0]?.pay.currency ?? "USD"} (n)`, of: (row) => row.pay },
  ],
  below: ({ pay }) => medianLine(pay),
  notes,
  notesOf: (found) => `${notes}\n${weighedNote(found)}`,
});

type RawRow = { month: string | null; number: number | null; layer: Layer; n: number; employers: number; work: number | null; pay: number | null; payN: number; payEmployers: number };
