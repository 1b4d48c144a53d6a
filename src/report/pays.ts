import { askPay, PayQuestion, type PayRow } from "../market/questions/pay.ts";
import { askPremiums, type PremiumRow, PremiumsQuestion } from "../market/questions/premiums.ts";
import { layerOf, type Role } from "../terms/role.ts";
import { shortAmount } from "../lib/short-amount.ts";
import { type Asking, cutOf, flagsOf, sourceOf } from "./asked.ts";
import { bandChart, dotChart } from "./charts.ts";
import type { Block, Section } from "./document.ts";
import { changeText, counted, nameOfRole, payText, percent, regionNames } from "./words.ts";

const drawn = "95 %: whole employers drawn 1,000 times (expanded percentiles)";

/** Pay by role, region by region, in the currency that most of a region's postings state. */
export async function paySection(asking: Asking): Promise<Section> {
  const blocks: Block[] = [{ kind: "text", text: "Middles of stated ranges, set on a year of full-time work, in the currency stated. Base pay and pay that is not said to be anything else are shown; totals with bonus or equity are another thing and left out. Figures of fewer than five employers are hidden." }];
  const regions = asking.regions.length === 0 ? [null] : asking.regions;
  const leads: string[] = [];
  for (const region of regions) {
    const own = region === null ? [] : [region];
    const answer = await askPay(asking.market, PayQuestion.parse({ ...cutOf(asking, own), by: "role", kind: ["base", "unspecified"] }));
    const name = region === null ? "all regions" : regionNames[region];
    const source = sourceOf(asking, `Pay by role, ${name}`, answer, { command: `pay --by role --kind base,unspecified ${flagsOf(asking, own)}`, counted: drawn });
    const rows = shownRows(answer.rows);
    if (rows.length === 0) blocks.push({ kind: "text", text: `${name}: no role has pay of five employers in one currency.` });
    else leads.push(leadOf(name, rows));
    if (rows.length > 0) blocks.push(payFigure(`pay-${region ?? "all"}`, name, rows, source), payTable(rows, source));
  }
  return { title: "Pay", blocks, ...(leads.length === 0 ? {} : { lead: `Best paid by the median: ${leads.join("; ")}.` }) };
}

function leadOf(region: string, [best]: readonly PayRow[]): string {
  return `${region}, ${rowName(best!)}, ${best!.currency} ${payText(best!.p50!)}, n = ${counted(best!.n)} of ${counted(best!.employers)} employers`;
}

/** Of each role and kind the currency most state; only the region's main one, so that the axis is one. */
function shownRows(rows: readonly PayRow[]): PayRow[] {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(row.currency, (sizes.get(row.currency) ?? 0) + row.n);
  const currency = [...sizes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  return rows.filter((row) => row.currency === currency && row.p50 !== null).toSorted((a, b) => b.p50!.value - a.p50!.value);
}

function rowName(row: PayRow): string {
  return `${nameOfRole(row.group)}${row.kind === "base" ? " (base)" : ""}`;
}

function payFigure(id: string, region: string, rows: readonly PayRow[], source: number): Block {
  const bands = rows.map((row) => ({ name: rowName(row), p10: row.p10!.value, p25: row.p25!.value, p50: row.p50!.value, p75: row.p75!.value, p90: row.p90!.value, layer: layerOf(row.group as Role) }));
  const { currency } = rows[0]!;
  return { kind: "figure", id, svg: bandChart(bands, { label: `${currency} a year`, write: shortAmount }), alt: `Pay by role, ${region}: ${rows.map((row) => `${rowName(row)} median ${shortAmount(row.p50!.value)} ${currency}`).join(", ")}`, caption: `${region}: yearly pay by role in ${currency}. Thin line p10 to p90, box p25 to p75, tick the median.`, sources: [source] };
}

function payTable(rows: readonly PayRow[], source: number): Block {
  return {
    kind: "table",
    columns: [{ name: "Role" }, { name: "n", right: true }, { name: "Employers", right: true }, { name: "p10", right: true }, { name: "p25", right: true }, { name: `Median, ${rows[0]!.currency} (95 %)`, right: true }, { name: "p75", right: true }, { name: "p90", right: true }],
    widths: ["*", "auto", "auto", "auto", "auto", "auto", "auto", "auto"],
    rows: rows.map((row) => [rowName(row), counted(row.n), counted(row.employers), shortAmount(row.p10!.value), shortAmount(row.p25!.value), payText(row.p50!), shortAmount(row.p75!.value), shortAmount(row.p90!.value)]),
    sources: [source],
  };
}

/** What adds to pay, all else alike. */
export async function premiumSection(asking: Asking): Promise<Section> {
  const answer = await askPremiums(asking.market, PremiumsQuestion.parse({ ...cutOf(asking), limit: 25 }));
  const source = sourceOf(asking, "Premiums", answer, { command: `premiums ${flagsOf(asking)} --limit 25`, counted: "95 %: least squares on log pay, errors robust by employer" });
  if (answer.model === null) return { title: "What adds to pay", blocks: [{ kind: "text", text: `No premiums: ${answer.hidden}.` }] };
  const { n, employers, r2, references, dropped } = answer.model;
  const rows = answer.rows.filter((row) => row.name !== "others" && row.factor !== "country" && row.name !== "not said");
  // The table has all; a chart of more lines than this would not stand on a page with its text.
  const charted = [...rows.filter((row) => row.factor !== "skill"), ...rows.filter((row) => row.factor === "skill").toSorted((a, b) => Math.abs(b.premium.value) - Math.abs(a.premium.value)).slice(0, 12)].toSorted((a, b) => b.premium.value - a.premium.value);
  const sure = rows.filter((row) => row.factor !== "seniority" && row.premium.low > 0).toSorted((a, b) => b.premium.value - a.premium.value);
  const lead = sure.length === 0 ? "No skill, layer or domain is sure to add to pay." : `Sure to go with more pay, all else alike: ${sure.slice(0, 4).map((row) => `${row.name} ${changeText(row.premium)}`).join(", ")}.`;
  const level = Object.entries(references).filter(([factor]) => factor !== "kind").map(([factor, name]) => `${factor} ${name}`).join(", ");
  const left = dropped.length === 0 ? "" : ` Too rare for a figure of their own, or said by others already: ${counted(dropped.length)}, among them ${dropped.slice(0, 6).map(({ name }) => name).join("; ")}.`;
  return {
    title: "What adds to pay",
    lead,
    blocks: [
      { kind: "text", text: `Where layer, level, country, domain and named skills are else alike: n = ${counted(n)} vacancies of ${counted(employers)} employers, R² = ${r2.toFixed(2)}. Compared with: ${level}; a skill with vacancies that do not name it. It is what goes together with pay, not what causes it.${left}` },
      { kind: "figure", id: "premiums", svg: premiumChart(charted), alt: `Premiums: ${charted.map((row) => `${row.name} ${changeText(row.premium)}`).join(", ")}`, caption: "Premium in per cent with 95 % intervals; 0 is the level compared with. Of the skills, the twelve that move pay most; the table has all.", sources: [source] },
      { kind: "table", columns: [{ name: "What" }, { name: "Kind" }, { name: "Premium (95 %)", right: true }, { name: "n", right: true }, { name: "Employers", right: true }], widths: ["*", "auto", "auto", "auto", "auto"], rows: rows.map((row) => [row.name, row.factor, changeText(row.premium), counted(row.n), counted(row.employers)]), sources: [source] },
    ],
  };
}

function premiumChart(rows: readonly PremiumRow[]): string {
  const dots = rows.map((row) => ({ name: `${row.name}`, ...row.premium, layer: row.factor === "layer" ? (row.name as "model") : null }));
  return dotChart(dots, { label: "% more or less pay", zero: true, write: (value) => percent(value, 0) });
}
