import { olderText } from "../market/questions/pay-cells.ts";
import { askPay, PayQuestion, type PayRow } from "../market/questions/pay.ts";
import { drawnLines } from "../market/questions/pay-postings.ts";
import { askPremiums, type PremiumModel, type PremiumRow, PremiumsQuestion } from "../market/questions/premiums.ts";
import type { RatesUsed } from "../market/rates.ts";
import { standing } from "../market/statistics/log-odds.ts";
import { z95 } from "../market/statistics/normal.ts";
import { regionNames } from "../terms/place.ts";
import { layerOf, type Role } from "../terms/role.ts";
import { roundMoney } from "../lib/money.ts";
import { type Asking, cutOf, fewestTold, flagsOf, sourceOf } from "./asked.ts";
import { bandChart, dotChart } from "./charts.ts";
import type { Block, FigureId, Section } from "./document.ts";
import { frontText } from "./front.ts";
import { behind, changeText, counted, nameOfRole, payCell, payText, percent } from "./words.ts";

const drawn = "95 %: whole employers drawn with replacement (expanded percentiles); worked out, not drawn, where there are as many as 15 of even size";

/** Pay by role, region by region, in the currency that most of a region's postings state. */
export async function paySection(asking: Asking): Promise<Section> {
  const blocks: Block[] = [{ kind: "text", text: 'Middles of stated ranges, set on a year of full-time work, in the currency stated. Base pay, marked (base), and pay that does not say which it is are shown, each by itself; totals with bonus or equity are another thing and left out. Figures of fewer than five employers are hidden.' }];
  const leads: string[] = [];
  for (const region of asking.regions.length === 0 ? [null] : asking.regions) {
    const own = region === null ? [] : [region];
    const question = (by: "role" | "all"): PayQuestion => PayQuestion.parse({ ...cutOf(asking, own), by, kind: ["base", "unspecified"] });
    const [answer, whole] = [await askPay(asking.market, question("role")), await askPay(asking.market, question("all"))];
    const name = region === null ? "All regions" : regionNames[region];
    const sources = [["role", answer] as const, ["all", whole] as const].map(([by, found]) => sourceOf(asking, `Pay ${by === "role" ? "by role" : "of all AI work"}, ${name}`, found, { command: `pay --by ${by} --kind base,unspecified ${flagsOf(asking, own)}`, counted: drawn }));
    const currency = mainCurrency(answer.rows);
    const [rows, all] = [shownRows(answer.rows, currency), shownRows(whole.rows, currency)];
    const lead = leadOf(name, rows, statedText(whole.rows, currency, whole.postings));
    leads.push(lead);
    blocks.push({ kind: "text", text: lead });
    // One band is no comparison: the table says it.
    if (rows.length > 1) blocks.push(payFigure(`pay-${region ?? "all"}`, name, rows, sources[0]!));
    if (rows.length + all.length > 0) blocks.push(payTable([...all, ...rows], sources));
  }
  return { title: "Pay", blocks, leads };
}

function leadOf(region: string, rows: readonly PayRow[], stated: string): string {
  if (rows.length === 0) return `${region}: ${stated}. No role has pay of five employers in one currency.`;
  const ranked = rows.length === 1 ? `The only role with pay of five employers: ${told(rows[0]!)}.` : frontText(rows, { of: (row) => row.p50!, told, ahead: "Best paid by the median, of the roles with five employers", level: "No role is surely the best paid by the median" });
  return `${region}: ${stated}. ${ranked}`;
}

function told(row: PayRow): string {
  return `${rowName(row)} ${payText(row.p50!, row.currency)}, ${behind(row)}`;
}

/** How much of a cut the figures rest on: a vacancy that states both kinds counts in each. */
function statedText(all: readonly PayRow[], currency: string | null, postings: number): string {
  const kinds = all.filter((row) => row.currency === currency).map((row) => `${counted(row.n)} ${row.n === 1 ? "states" : "state"} ${row.kind === "base" ? "base pay" : "pay of no said kind"} in ${row.currency}`);
  return `of ${counted(postings)} AI vacancies ${kinds.length === 0 ? "none states its pay" : kinds.join(", ")}`;
}

/** That which most of a region's postings state, so that an axis is one. */
function mainCurrency(rows: readonly PayRow[]): string | null {
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(row.currency, (sizes.get(row.currency) ?? 0) + row.n);
  return [...sizes].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

function shownRows(rows: readonly PayRow[], currency: string | null): PayRow[] {
  return rows.filter((row) => row.currency === currency && row.p50 !== null).toSorted((a, b) => b.p50!.value - a.p50!.value);
}

function rowName(row: PayRow): string {
  return `${row.group === "all" ? "All AI work" : nameOfRole(row.group)}${row.kind === "base" ? " (base)" : ""}`;
}

function payFigure(id: FigureId, region: string, rows: readonly PayRow[], source: number): Block {
  const bands = rows.map((row) => ({ name: rowName(row), p10: row.p10!.value, p25: row.p25!.value, p50: row.p50!.value, p75: row.p75!.value, p90: row.p90!.value, layer: layerOf(row.group as Role) }));
  const { currency } = rows[0]!;
  return { kind: "figure", id, svg: bandChart(bands, { label: `${currency} a year`, write: (value) => roundMoney(value, currency) }), alt: `Pay by role, ${region}: ${rows.map((row) => `${rowName(row)} median ${roundMoney(row.p50!.value, currency)}`).join(", ")}`, caption: `${region}: yearly pay by role in ${currency}. Thin line p10 to p90, box p25 to p75, tick the median; the table has n and intervals.`, sources: [source] };
}

function payTable(rows: readonly PayRow[], sources: number[]): Block {
  return {
    kind: "table",
    columns: [{ name: "Role" }, { name: "n", right: true }, { name: "Employers", right: true }, ...(["p10", "p25", `Median, ${rows[0]!.currency} (95 %)`, "p75", "p90"] as const).map((name) => ({ name, right: true }))],
    widths: ["*", "auto", "auto", "auto", "auto", "auto", "auto", "auto"],
    rows: rows.map((row) => [rowName(row), counted(row.n), counted(row.employers), ...[row.p10, row.p25, row.p50, row.p75, row.p90].map((quantile) => payCell(quantile!, row.currency))]),
    sources,
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
  const lead = leadOfPremiums(rows, answer.model);
  const level = Object.entries(references).filter(([factor]) => factor !== "kind").map(([factor, name]) => `${factor} ${name}`).join(", ");
  const left = dropped.length === 0 ? "" : ` Too rare for a figure of their own, or said by others already: ${counted(dropped.length)}, among them ${dropped.slice(0, 6).map(({ name }) => name).join("; ")}.`;
  return {
    title: "What adds to pay",
    leads: [lead],
    blocks: [
      { kind: "text", text: `Where layer, level, country, domain and named skills are else alike: n = ${counted(n)} vacancies of ${counted(employers)} employers, R² = ${r2.toFixed(2)}.${drawnLines(answer.drawn).map((line) => ` ${line}`).join("")} Compared with: ${level}; a skill with vacancies that do not name it. It is what goes together with pay, not what causes it. ${lead}${converted(answer.rates)}${left}` },
      { kind: "figure", id: "premiums", svg: premiumChart(charted), alt: `Premiums: ${charted.map((row) => `${row.name} ${changeText(row.premium)}, n ${counted(row.n)}`).join("; ")}`, caption: "Premium in per cent with 95 % intervals; 0 is the level compared with. Of the skills, the twelve that move pay most; the table has all.", sources: [source] },
      { kind: "table", columns: [{ name: "What" }, { name: "Kind" }, { name: "Premium (95 %)", right: true }, { name: "n", right: true }, { name: "Employers", right: true }], widths: ["*", "auto", "auto", "auto", "auto"], rows: rows.map((row) => [row.name, row.factor, changeText(row.premium), counted(row.n), counted(row.employers)]), sources: [source] },
    ],
  };
}

/** What goes with more or less pay: one in twenty of many would by chance, so that they are held against it together. Levels are left out: that seniors are paid more is no news. */
function leadOfPremiums(all: readonly PremiumRow[], { n, employers }: PremiumModel): string {
  const looked = all.filter((row) => row.factor !== "seniority");
  const rows = looked.filter((row) => row.n >= fewestTold.n && row.employers >= fewestTold.employers);
  const stands = standing(rows.map(({ premium }) => (z95 * Math.log1p(premium.value)) / ((Math.log1p(premium.high) - Math.log1p(premium.low)) / 2)));
  const sure = rows.filter((_, i) => stands[i]).toSorted((a, b) => b.premium.value - a.premium.value);
  const [more, less] = [sure.filter((row) => row.premium.value > 0), sure.filter((row) => row.premium.value < 0).toReversed()];
  const few = looked.length === rows.length ? "" : ` ${counted(looked.length - rows.length)} more have fewer than ${fewestTold.n} vacancies or ${fewestTold.employers} employers and stand in the table alone.`;
  const looks = `of the layers, domains and skills with ${fewestTold.n} vacancies (${counted(rows.length)})`;
  if (rows.length === 0) return `No layer, domain or skill has the ${fewestTold.n} vacancies with pay that a sentence about it would need.${few}`;
  if (sure.length === 0) return `Looked at together, ${looks} none surely goes with more or less pay (${behind({ n, employers })}).${few}`;
  return `All else alike and looked at together, ${looks} these go with more pay beyond chance: ${premiumsText(more)}; and these with less: ${premiumsText(less)}.${few}`;
}

function premiumsText(rows: readonly PremiumRow[]): string {
  return rows.length === 0 ? "none" : rows.slice(0, 4).map((row) => `${row.name} ${changeText(row.premium)}, ${behind(row)}`).join("; ");
}

function converted(rates: RatesUsed | null): string {
  if (rates === null) return "";
  const older = rates.olderDays === 0 ? "" : ` ${olderText(rates)}; newer ones are taken in by strata rates FILE.`;
  return ` Pay was converted into ${rates.to} at rates of ${rates.date} (${rates.source}).${older}`;
}

function premiumChart(rows: readonly PremiumRow[]): string {
  const dots = rows.map((row) => ({ name: `${row.name}, n ${counted(row.n)}`, ...row.premium, layer: row.factor === "layer" ? (row.name as "model") : null }));
  return dotChart(dots, { label: "% more or less pay", zero: true, write: (value) => percent(value, 0) });
}
