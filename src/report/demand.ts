import { askLayers, layersQuestion } from "../market/questions/layers.ts";
import { askRoles, rolesQuestion } from "../market/questions/roles.ts";
import { askSkills, SkillsQuestion } from "../market/questions/skills.ts";
import type { Region } from "../terms/place.ts";
import { type Asking, cutOf, flagsOf, sourceOf } from "./asked.ts";
import { dotChart, strataChart } from "./charts.ts";
import type { Block, Section } from "./document.ts";
import { quarterBefore } from "./quarter.ts";
import { counted, layerNames, percent, regionNames, withInterval } from "./words.ts";

/** As the questions count: counts.ts. */
const counting = "95 % interval of a share in which no employer weighs more than a cap; it counts employers, not vacancies";

/** Which roles are hired for, and how the work spreads over the layers. */
export async function demandSection(asking: Asking): Promise<Section> {
  const answer = await askRoles(asking.market, rolesQuestion.asks.parse(cutOf(asking)));
  // By the share that is told, in which no employer weighs more than a cap: by postings alone another may come first.
  const rows = answer.rows.filter((row) => row.layer !== "outside" && row.share !== null).toSorted((a, b) => b.share!.value - a.share!.value);
  const source = sourceOf(asking, "Demand by role", answer, { command: `roles ${flagsOf(asking)}`, counted: counting });
  if (rows.length === 0) return { title: "Demand", blocks: [{ kind: "text", text: "No vacancy of AI work falls into this quarter and these regions." }] };
  const [first, second] = rows;
  const lead = `${counted(answer.postings)} vacancies of ${counted(answer.employers)} employers were read; ${counted(rows.reduce((sum, row) => sum + row.n, 0))} are AI work. ${first!.name} is the largest role with ${percent(first!.share!.value)} % of them${second === undefined ? "" : `, then ${second.name} with ${percent(second.share!.value)} %`}. Roles go by what a posting describes, not by its title.`;
  const svg = dotChart(rows.map((row) => ({ name: row.name, ...row.share!, layer: row.layer })), { label: "% of AI vacancies", zero: true, write: (value) => String(Math.round(value * 100)) });
  return {
    title: "Demand",
    lead: `${first!.name} is the largest role: ${percent(first!.share!.value)} % of ${counted(rows.reduce((sum, row) => sum + row.n, 0))} AI vacancies (${percent(first!.share!.low)} to ${percent(first!.share!.high)}).`,
    blocks: [
      { kind: "text", text: lead },
      { kind: "figure", id: "demand", svg, alt: `Share of AI vacancies by role: ${rows.map((row) => `${row.name} ${percent(row.share!.value)} %`).join(", ")}`, caption: "Share of AI vacancies by role, coloured by layer, with 95 % intervals.", sources: [source] },
      { kind: "table", columns: [{ name: "Role" }, { name: "Layer" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "% of AI vacancies (95 %)", right: true }], widths: ["*", "auto", "auto", "auto", "auto"], rows: rows.map((row) => [row.name, layerNames[row.layer], counted(row.n), counted(row.employers), withInterval(row.share!)]), sources: [source] },
    ],
  };
}

/** The regions side by side: how much, in which layers, for what pay. */
export async function regionSection(asking: Asking): Promise<Section> {
  const answers = await Promise.all(asking.regions.map(async (region) => ({ region, answer: await askLayers(asking.market, layersQuestion.asks.parse(cutOf(asking, [region]))) })));
  const sources = answers.map(({ region, answer }) => sourceOf(asking, `Layers, ${regionNames[region]}`, answer, { command: `layers ${flagsOf(asking, [region])}`, counted: counting }));
  const shares = answers.flatMap(({ region, answer }) => answer.rows.flatMap((row) => (row.share === null ? [] : [{ region: regionNames[region], layer: row.layer, n: row.n, employers: row.employers, share: row.share }])));
  if (shares.length === 0) return { title: "Regions side by side", blocks: [{ kind: "text", text: "None of these regions has a vacancy of AI work in this quarter." }] };
  const regions = [...new Set(shares.map((row) => row.region))];
  const layers = [...new Set(shares.map((row) => row.layer))];
  const cell = (region: string, layer: string): string => {
    const row = shares.find((one) => one.region === region && one.layer === layer);
    return row === undefined ? "–" : `${withInterval(row.share, 0)}, n ${counted(row.n)}`;
  };
  const key = layers.map((layer) => layerNames[layer].toLowerCase()).join(", ");
  return {
    title: "Regions side by side",
    blocks: [
      { kind: "figure", id: "regions", svg: strataChart(shares.map((row) => ({ region: row.region, layer: row.layer, share: row.share.value }))), alt: "Shares of the layers by region; the table has the figures", caption: `Layers by region, in per cent of each region's AI vacancies. From the left: ${key}.`, sources },
      { kind: "table", columns: [{ name: "Layer" }, ...regions.map((name) => ({ name: `${name}: % (95 %), n`, right: true }))], widths: ["auto", ...regions.map(() => "*" as const)], rows: layers.map((layer) => [layerNames[layer], ...regions.map((region) => cell(region, layer))]), sources },
    ],
  };
}

/** What postings ask for now and asked for the quarter before. */
export async function skillSection(asking: Asking): Promise<Section> {
  const before = { ...asking, quarter: quarterBefore(asking.quarter) };
  const [now, then] = await Promise.all([asking, before].map((one) => askSkills(one.market, SkillsQuestion.parse({ ...cutOf(one), limit: 1000 }))));
  const source = sourceOf(asking, `Skills, ${asking.quarter.name}`, now!, { command: `skills ${flagsOf(asking)}`, counted: counting });
  sourceOf(asking, `Skills, ${before.quarter.name}`, then!, { command: `skills ${flagsOf(before)}`, counted: counting });
  const earlier = new Map(then!.rows.map((row) => [row.id, row]));
  const top = now!.rows.slice(0, 20);
  const enough = then!.postings >= 100;
  const moved = now!.rows.flatMap((row) => {
    const old = earlier.get(row.id);
    if (!enough || old === undefined || row.n < 30 || row.employers < 5) return [];
    return row.share.low > old.share.high || row.share.high < old.share.low ? [{ row, old, change: row.share.value - old.share.value }] : [];
  });
  const words = (all: typeof moved): string => all.slice(0, 8).map(({ row, old }) => `${row.name} (${percent(old.share.value)} to ${percent(row.share.value)} %)`).join(", ");
  const rising = moved.filter((one) => one.change > 0).toSorted((a, b) => b.change - a.change);
  const fading = moved.filter((one) => one.change < 0).toSorted((a, b) => a.change - b.change);
  const change = !enough ? `${before.quarter.name} holds ${counted(then!.postings)} AI vacancies of these regions, too few (100 are asked for) to say what rises or fades.` : `Against ${before.quarter.name}, with intervals that do not meet: rising ${words(rising) || "none"}; fading ${words(fading) || "none"}.`;
  const block: Block = {
    kind: "table",
    columns: [{ name: "Skill" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "% (95 %)", right: true }, { name: "required", right: true }, { name: `% in ${before.quarter.name}`, right: true }],
    widths: ["*", "auto", "auto", "auto", "auto", "auto"],
    rows: top.map((row) => [row.name, counted(row.n), counted(row.employers), withInterval(row.share), `${percent(row.required / row.n, 0)} %`, enough && earlier.has(row.id) ? withInterval(earlier.get(row.id)!.share) : "–"]),
    sources: [source],
  };
  return { title: "Skills", blocks: [{ kind: "text", text: `The twenty skills that most AI vacancies name; "required" is the part of those that put it under their requirements. ${change}` }, block] };
}

/** The regions as a phrase: "United States and United Kingdom". */
export function regionPhrase(regions: readonly Region[]): string {
  const names = regions.map((region) => regionNames[region]);
  return names.length === 0 ? "all regions" : names.length === 1 ? names[0]! : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
