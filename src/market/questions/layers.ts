import { z } from "zod";
import { Layer } from "../../terms/layer.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, currencyOf, PayMedian, payMedian, paysSql, Share, shareOf, sizeOf } from "./answer.ts";
import { layerColumn, sized } from "./columns.ts";
import { Cut, cutFlags, whereOf } from "./cut.ts";
import { defineQuestion } from "./question.ts";

/** A layer in the market. `share` counts postings by their role's layer, `work` is the layer's part of all responsibilities (mean of the mixes); both null outside the five layers. */
export const LayerRow = z.object({ layer: Layer, n: z.number(), employers: z.number(), share: Share.nullable(), work: z.number().nullable(), pay: PayMedian });
export type LayerRow = z.infer<typeof LayerRow>;

/** How the work of a cut spreads over the five layers. Bottom layer first, work outside AI last. */
export async function askLayers(market: Market, cut: Cut): Promise<Answer<LayerRow>> {
  const where = whereOf(cut);
  const currency = await currencyOf(market, cut);
  const sql = `WITH cut AS (SELECT r.* FROM reading r WHERE ${where.sql}),
  pays AS (${paysSql}),
  work AS (UNPIVOT (SELECT round(avg(mix_infrastructure), 4) AS infrastructure, round(avg(mix_evaluation), 4) AS evaluation, round(avg(mix_product), 4) AS product, round(avg(mix_model), 4) AS model, round(avg(mix_governance), 4) AS governance FROM cut) ON COLUMNS(*) INTO NAME layer VALUE work)
SELECT c.layer, count(*)::INTEGER AS n, count(DISTINCT employer)::INTEGER AS employers, min(work.work) AS work,
  median(yearly) AS pay, count(yearly)::INTEGER AS payN, (count(DISTINCT employer) FILTER (yearly IS NOT NULL))::INTEGER AS payEmployers
FROM cut c LEFT JOIN pays USING (key) LEFT JOIN work ON work.layer = c.layer GROUP BY c.layer ORDER BY c.layer`;
  const values = { ...where.values, currency };
  const [size, rows] = await Promise.all([sizeOf(market, where), market.rows<RawRow>(sql, values)]);
  const byLayer = new Map(rows.map((row) => [row.layer, row]));
  const answers = Layer.options.flatMap((layer) => {
    const row = byLayer.get(layer);
    if (row === undefined) return [];
    return [{ layer, n: row.n, employers: row.employers, share: layer === "outside" ? null : shareOf(row.n, size.ai), work: row.work, pay: payMedian(currency, row.pay, row.payN, row.payEmployers) }];
  });
  return answered(cut, size, answers, { sql, values });
}

export const layersQuestion = defineQuestion({
  about: "The five layers: postings, share of the work, pay",
  asks: Cut,
  flags: cutFlags,
  answer: answerOf(LayerRow),
  ask: askLayers,
  title: "Layers",
  columns: [
    { ...layerColumn, shown: (row) => row.layer },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    { name: "work", kind: "percent", head: "% of work", of: (row) => row.work },
    { name: "pay", kind: "pay", head: "pay (n)", headOf: (rows) => `${rows[0]?.pay.currency ?? "USD"} (n)`, of: (row) => row.pay },
  ],
  notes: "% counts postings by their role; % of work is the layer's part of all\nresponsibilities. Pay is the median of a year, shown from 5 employers up.",
});

type RawRow = { layer: Layer; n: number; employers: number; work: number | null; pay: number | null; payN: number; payEmployers: number };
