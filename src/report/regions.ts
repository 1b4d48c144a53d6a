import { askLayers, layersQuestion } from "../market/questions/layers.ts";
import { askRegions, regionsQuestion } from "../market/questions/regions.ts";
import type { Layer } from "../terms/layer.ts";
import { type Region, regionNames } from "../terms/place.ts";
import { type Asking, cutOf, flagsOf, sourceOf } from "./asked.ts";
import { strataChart } from "./charts.ts";
import { counting } from "./demand.ts";
import type { Block, Section } from "./document.ts";
import { front } from "./front.ts";
import { counted, figureWithN, layerNames, payText, withInterval } from "./words.ts";

type ShareIn = { region: Region; layer: Layer; n: number; employers: number; share: { value: number; low: number; high: number } };

/** The regions side by side: how much, for what pay, asking for what, in which layers. */
export async function regionSection(asking: Asking): Promise<Section> {
  const beside = await besideTable(asking);
  const answers = await Promise.all(asking.regions.map(async (region) => ({ region, answer: await askLayers(asking.market, layersQuestion.asks.parse(cutOf(asking, [region]))) })));
  const sources = answers.map(({ region, answer }) => sourceOf(asking, `Layers, ${regionNames[region]}`, answer, { command: `layers ${flagsOf(asking, [region])}`, counted: counting }));
  const shares = answers.flatMap(({ region, answer }) => answer.rows.flatMap((row): ShareIn[] => (row.share === null ? [] : [{ region, layer: row.layer, n: row.n, employers: row.employers, share: row.share }])));
  if (shares.length === 0) return { title: "Regions side by side", blocks: [{ kind: "text", text: "None of these regions has a vacancy of AI work in this quarter." }] };
  const regions = [...new Set(shares.map((row) => row.region))];
  const layers = [...new Set(shares.map((row) => row.layer))];
  const sizeOf = (region: Region): number => shares.reduce((sum, row) => sum + (row.region === region ? row.n : 0), 0);
  const cell = (region: Region, layer: Layer): string => {
    const row = shares.find((one) => one.region === region && one.layer === layer);
    return row === undefined ? "–" : `${withInterval(row.share, 0)}, n ${counted(row.n)}`;
  };
  const lead = regions.length < 2 ? [] : [differenceText(shares)];
  const key = layers.map((layer) => layerNames[layer].toLowerCase()).join(", ");
  return {
    title: "Regions side by side",
    leads: lead,
    blocks: [
      beside,
      { kind: "text", text: `How the AI vacancies of each region spread over the layers. ${lead.join("")}` },
      { kind: "figure", id: "regions", svg: strataChart(shares.map((row) => ({ region: `${regionNames[row.region]}, n ${counted(sizeOf(row.region))}`, layer: row.layer, share: row.share.value }))), alt: "Shares of the layers by region; the table has the figures", caption: `Layers by region, in per cent of each region's AI vacancies; the table has the intervals. From the left: ${key}.`, sources },
      { kind: "table", columns: [{ name: "Layer" }, ...regions.map((region) => ({ name: `${regionNames[region]}: % (95 %), n`, right: true }))], widths: ["auto", ...regions.map(() => "*" as const)], rows: layers.map((layer) => [layerNames[layer], ...regions.map((region) => cell(region, layer))]), sources },
    ],
  };
}

/** A vacancy in several regions stands in each. */
async function besideTable(asking: Asking): Promise<Block> {
  const answer = await askRegions(asking.market, regionsQuestion.asks.parse(cutOf(asking)));
  const source = sourceOf(asking, "Regions", answer, { command: `regions ${flagsOf(asking)}`, counted: "95 % interval of a median: whole employers drawn (expanded percentiles); skills asked for more than elsewhere: log-odds with a prior, held against chance together" });
  const rows = asking.regions.flatMap((region) => answer.rows.filter((row) => row.group === region));
  const paid = ({ pay }: (typeof rows)[number]): string => (pay.value === null ? `– (${pay.hidden})` : `${payText({ ...pay, value: pay.value }, pay.currency)}; n ${counted(pay.n)} of ${counted(pay.employers)} employers`);
  return {
    kind: "table",
    columns: [{ name: "Region" }, { name: "AI vacancies", right: true }, { name: "Employers", right: true }, { name: "Median pay, not totals (95 %)", right: true }, { name: "Asks for more than the others" }],
    widths: ["auto", "auto", "auto", "auto", "*"],
    rows: rows.map((row) => [regionNames[row.group as Region], counted(row.n), counted(row.employers), paid(row), row.asksFor.length === 0 ? "nothing beyond chance" : row.asksFor.map((skill) => `${skill.name} ${withInterval(skill.share, 0)} %, n ${counted(skill.n)}`).join("; ")]),
    sources: [source],
  };
}

/** Layers of which one region has more than all others by the intervals. */
function differenceText(shares: readonly ShareIn[]): string {
  const layers = [...new Set(shares.map((row) => row.layer))];
  const ahead = layers.flatMap((layer) => {
    const rows = shares.filter((row) => row.layer === layer);
    const { first, level } = front(rows, (row) => row.share);
    return rows.length < 2 || level.length > 0 ? [] : [`${layerNames[layer].toLowerCase()} work in ${regionNames[first.region]}, ${rows.map((row) => `${regionNames[row.region]} ${figureWithN(row.share, row)}`).join(" against ")}`];
  });
  return ahead.length === 0 ? "By their intervals no layer is surely a larger part of one of these regions than of the others." : `By their intervals surely a larger part: ${ahead.join("; ")}.`;
}
