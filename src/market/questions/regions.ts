import { z } from "zod";
import { grouped } from "../../lib/grouped.ts";
import { roundMoney } from "../../lib/money.ts";
import { MixLayer } from "../../terms/layer.ts";
import { logOddsOf, standing } from "../statistics/log-odds.ts";
import type { Market } from "../store.ts";
import { type Answer, answered, answerOf, limitOf, PayMedian, payMedian, paysSql, Share, sizeOf } from "./answer.ts";
import { sized } from "./columns.ts";
import { weighedNote } from "./count-answer.ts";
import { groups } from "./count-groups.ts";
import { Cap, type Counted, countGroups } from "./counts.ts";
import { Cut, cutFlags, type Where, whereOfAi } from "./cut.ts";
import { scanOf } from "./group.ts";
import { drawnMedians, type MedianCell, medianCellsSql, medianLine } from "./pay-medians.ts";
import { defineQuestion } from "./question.ts";

const RegionsBy = z.enum(["region", "country"]);

/**
 * A region or country beside the others: its share of the postings that name a place, how its work spreads over the layers, what it pays in its own most common
 * currency, and the skills it asks for more than the rest does (by log-odds, those that stand). A posting in several places counts in each.
 */
export const RegionRow = z.object({
  group: z.string(),
  n: z.number(),
  employers: z.number(),
  share: Share,
  coverage: z.number(),
  layers: z.record(MixLayer, Share.nullable()),
  pay: PayMedian,
  asksFor: z.array(z.object({ id: z.string(), name: z.string(), n: z.number(), share: Share, z: z.number() })),
});
export type RegionRow = z.infer<typeof RegionRow>;

export const RegionsQuestion = Cut.extend({ by: RegionsBy.default("region"), limit: limitOf(300) });
export type RegionsQuestion = z.infer<typeof RegionsQuestion>;

const RegionsAnswer = answerOf(RegionRow).extend({ cap: Cap });
type RegionsAnswer = Answer<RegionRow> & { cap: Cap };

const mostSkills = 5;
/** What few ask for anywhere tells no region apart. */
const skillsCompared = 300;

/** Regions, or countries, side by side. Largest first; of work outside AI only where the cut asks for it. */
export async function askRegions(market: Market, question: RegionsQuestion): Promise<RegionsAnswer> {
  const cut = Cut.parse(question);
  const where = whereOfAi(cut);
  const place = groups[question.by];
  const [size, demand, byLayer, skills, skillsOfAll, pays] = await Promise.all([
    sizeOf(market, where),
    countGroups(market, { where, by: place, limit: question.limit }),
    countGroups(market, { where, by: groups.layer, part: place }),
    countGroups(market, { where, by: groups.skill, part: place, limit: skillsCompared }),
    countGroups(market, { where, by: groups.skill, limit: skillsCompared }),
    paysOf(market, cut, where, question.by),
  ]);
  const layersIn = grouped(byLayer.rows, (row) => row.part);
  const skillsIn = grouped(skills.rows, (row) => row.part);
  const everywhere = new Map(skillsOfAll.rows.map((row) => [row.group, row]));
  const rows = demand.rows.map(({ group, n, employers, share }): RegionRow => {
    const layersHere = new Map((layersIn.get(group) ?? []).map((row) => [row.group, row.share]));
    const layers = Object.fromEntries(MixLayer.options.map((layer) => [layer, layersHere.get(layer) ?? null])) as RegionRow["layers"];
    return { group, n, employers, share, coverage: demand.parts.get("all")!.coverage, layers, pay: pays.get(group) ?? payMedian(cut.currency ?? "USD", null, null, 0, 0), asksFor: asksFor(skillsIn.get(group) ?? [], everywhere) };
  });
  return { ...answered(cut, size, rows, demand), cap: demand.cap };
}

/** The skills that a place names more than all others together, those that stand, most clearly first. */
function asksFor(here: readonly Counted[], everywhere: ReadonlyMap<string, Counted>): RegionRow["asksFor"] {
  const scored = here.flatMap((row) => {
    const all = everywhere.get(row.group);
    if (all === undefined || row.employers < 3) return [];
    // What is not here: postings as they count, taken from all of them.
    const rest = Math.max(1, all.effective - row.effective);
    const share = Math.min(1, Math.max(0, (all.share.value * all.effective - row.share.value * row.effective) / rest));
    return [{ row, z: logOddsOf({ here: { share: row.share.value, n: row.effective }, there: { share, n: rest } }).z }];
  });
  const stands = standing(scored.map(({ z: score }) => score));
  return scored
    .filter(({ z: score }, i) => stands[i] && score > 0)
    .toSorted((a, b) => b.z - a.z || (a.row.group < b.row.group ? -1 : 1))
    .slice(0, mostSkills)
    .map(({ row, z: score }) => ({ id: row.group, name: row.name, n: row.n, share: row.share, z: score }));
}

type PayRow = { group: string; currency: string; pay: number; n: number; employers: number };

/** The median of each place, in the currency most of its postings state, or the one that was asked for. */
async function paysOf(market: Market, cut: Cut, where: Where, by: "region" | "country"): Promise<Map<string, PayMedian>> {
  const cutSql = `cut AS (SELECT *, ${by}::VARCHAR AS "group" FROM ${scanOf(where, groups[by].list)})`;
  const values = { ...where.values, ...(cut.currency === null ? {} : { currency: cut.currency }) };
  const [rows, cells] = await Promise.all([
    market.rows<PayRow>(
      `WITH ${cutSql}
SELECT "group", currency, median(yearly) AS pay, count(*)::INTEGER AS n, count(DISTINCT employer)::INTEGER AS employers
FROM (${paysSql({ ofOne: cut.currency !== null })}) GROUP BY 1, 2 QUALIFY row_number() OVER (PARTITION BY "group" ORDER BY n DESC, currency) = 1`,
      values,
    ),
    market.rows<MedianCell & { group: string; currency: string }>(medianCellsSql(cutSql, { of: ['"group"', "currency"], inside: false, ofOne: cut.currency !== null }), values),
  ]);
  const main = new Map(rows.map((row) => [row.group, row.currency]));
  const drawn = await drawnMedians(cells.filter((cell) => main.get(cell.group) === cell.currency), (cell) => cell.group);
  return new Map(rows.map((row) => [row.group, payMedian(row.currency, row.pay, drawn.get(row.group) ?? null, row.n, row.employers)]));
}

const layerNames = { infrastructure: "infra", evaluation: "eval", product: "prod.", model: "model", governance: "gov." } as const;
const notes = "% is of the vacancies that name a place. infra to gov.: % of each layer there.\nPay: the yearly median in the currency most state there. Below: its\ninterval, whole employers drawn, and the skills asked for there more than\nelsewhere. Intervals of the layers: --json, --csv.";

export const regionsQuestion = defineQuestion({
  about: "Regions or countries side by side: demand, layers, pay, what each asks for",
  asks: RegionsQuestion,
  flags: { ...cutFlags, by: { value: "GROUP", choices: RegionsBy.options, about: "by region (else country)" }, limit: { value: "N", about: "so many (else 50)" } },
  answer: RegionsAnswer,
  ask: askRegions,
  title: "Regions",
  columns: [
    { name: "group", kind: "text", head: "place", of: (row) => row.group },
    ...sized,
    { name: "share", kind: "share", head: "% (95 %)", of: (row) => row.share },
    ...MixLayer.options.flatMap((layer) => [
      { name: `${layer}_part`, kind: "percent" as const, head: layerNames[layer], of: (row: RegionRow) => row.layers[layer]?.value ?? null },
      { name: layer, kind: "share" as const, of: (row: RegionRow) => row.layers[layer] },
    ]),
    { name: "pay", kind: "pay", of: (row) => row.pay },
    { name: "pay_shown", kind: "text", head: "pay (n)", of: (row) => (row.pay.value === null ? null : `${roundMoney(row.pay.value, row.pay.currency)} (${row.pay.n})`) },
    { name: "coverage", kind: "percent", of: (row) => row.coverage },
    { name: "asks_for", kind: "text", of: (row) => row.asksFor.map((skill) => skill.name).join("; ") },
  ],
  below: ({ pay, asksFor: skills }, { cut }) => [pay.n === 0 ? `no pay: no vacancy there states it${cut.currency === null ? "" : ` in ${cut.currency}`}` : medianLine(pay), ...skills.map((skill) => skill.name)].filter((part) => part !== "").join(" · "),
  notes,
  notesOf: (found) => `${notes}\n${weighedNote({ ...found, labels: null })}`,
});
