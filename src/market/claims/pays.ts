import { hiddenPay } from "../questions/answer.ts";
import { bandOfCells, type PayCell, payCellsQuery } from "../questions/pay-cells.ts";
import { designOf, type Factor } from "../questions/pay-model.ts";
import { type Drawn, drawnLines, payPostings } from "../questions/pay-postings.ts";
import { payTrendOf } from "../questions/pay-trend.ts";
import { ratesOf } from "../rates.ts";
import { drawnEffects, regress } from "../statistics/regression.ts";
import { firstOften, orderHeld } from "../statistics/replicate.ts";
import { MixLayer } from "../../terms/layer.ts";
import { commandFor, type Finding, type Looking, snapshotNote, whereOfClaim } from "./asked.ts";
import type { ClaimCut, Measure } from "./claim.ts";
import type { Measured } from "./verdict.ts";

type Asked<Of extends Measure["of"]> = Extract<Measure, { of: Of }>;

const none = { value: null, low: null, high: null } as const;

/** The median of stated pay, or its upper tenth, in the currency of the claim. */
export async function measurePay({ market, within }: Looking, { of, cut, kind, currency }: Asked<"pay" | "pay-top">): Promise<Finding> {
  const query = payCellsQuery(whereOfClaim(cut, within), { by: "all", currency, kind, convert: null, rates: ratesOf(market.dir) });
  const cells = await market.rows<PayCell>(query.sql, query.values);
  const command = commandFor("pay", cut, `--by all --kind ${kind.join(",")} --currency ${currency}`);
  if (cells.length === 0) return { measured: { ...none, n: 0, employers: 0, unit: "pay" }, ...query, command };
  const band = bandOfCells(cells);
  const hidden = hiddenPay(band.n, band.employers);
  if (hidden !== null) return { measured: { ...none, n: band.n, employers: band.employers, unit: "pay", missing: hidden }, ...query, command };
  const figure = band.quantiles[of === "pay" ? 2 : 4]!;
  const largest = band.largest > 0.5 ? `${Math.round(band.largest * 100)} % of the vacancies are one employer's` : undefined;
  return { measured: { ...figure, n: band.n, employers: band.employers, unit: "pay", note: largest }, ...query, command };
}

export async function measurePayTrend(looking: Looking, { cut }: Asked<"pay-trend">): Promise<Finding> {
  const { postings, query, drawn } = await postingsOf(looking, cut, "none");
  const { change, n, employers, hidden } = payTrendOf("all", postings);
  const measured: Measured = { ...(change ?? none), n, employers, unit: "growth", note: await snapshotNote(looking.market, whereOfClaim(cut, looking.within)), ...(hidden === null ? {} : { missing: hidden }) };
  return { measured: noted(measured, drawn), ...query, command: commandFor("pay-trend", cut, "--by all") };
}

/** By how much faster pay of some roles grows a year than that of the others. */
export async function measurePayTrendGap(looking: Looking, { roles }: Asked<"pay-trend-gap">): Promise<Finding> {
  const { postings, query, drawn } = await postingsOf(looking, {}, "none");
  const command = commandFor("pay-trend", {}, "--by role");
  const dated = postings.filter((posting) => posting.years !== null);
  const named = dated.filter((posting) => roles.some((role) => role === posting.role));
  const size = { n: named.length, employers: new Set(named.flatMap((posting) => posting.employer ?? [])).size };
  const alone = payTrendOf("named", named).hidden;
  if (alone !== null) return { measured: { ...none, ...size, unit: "growth", missing: alone }, ...query, command };
  const design = designOf(dated, ["role", "seniority", "country", "kind"], { overTime: true });
  const column = design.names.length + 1;
  const cases = design.cases.map((one, i) => (roles.some((role) => role === dated[i]!.role) ? { ...one, x: [...one.x, [column, dated[i]!.years!] as const] } : one));
  const gap = regress(cases, [...design.names, "faster"])?.coefficients.find((one) => one.name === "faster");
  const measured: Measured = gap === undefined ? { ...none, ...size, unit: "growth", missing: "too few employers to tell them apart" } : { value: Math.expm1(gap.value), low: Math.expm1(gap.low), high: Math.expm1(gap.high), ...size, unit: "growth" };
  return { measured: noted(measured, drawn), ...query, command };
}

const factors: readonly Factor[] = ["layer", "seniority", "country", "domain", "kind"];
const mostSkills = 30;

/** How sure it is that a layer adds most to pay where all else that is known is alike. */
export async function measurePremiumFirst(looking: Looking, { expect }: Asked<"premium-first">): Promise<Finding> {
  const { postings, query, drawn: lots } = await postingsOf(looking, {}, "named");
  const design = designOf(postings, factors, { mostSkills });
  const fit = regress(design.cases, design.names);
  const command = commandFor("premiums", {});
  const layers = MixLayer.options.filter((layer) => design.references.layer === layer || fit?.coefficients.some((one) => one.name === `layer: ${layer}`));
  const place = layers.indexOf(expect as MixLayer);
  const size = { n: postings.length, employers: new Set(postings.flatMap((posting) => posting.employer ?? [])).size };
  if (fit === null || place < 0 || layers.length < 2) return { measured: { ...none, ...size, unit: "probability", missing: `too few vacancies of ${expect} work, or of another layer, state pay` }, ...query, command };
  const drawn = drawnEffects(fit, layers.map((layer) => `layer: ${layer}`), `layer: ${design.references.layer}`);
  const often = firstOften(drawn);
  const { pairs, reversed } = orderHeld(drawn, [[place], layers.flatMap((_, i) => (i === place ? [] : [i]))]);
  const turned = reversed === null ? undefined : { often: reversed.often, pairs, words: `${layers[reversed.before]} comes before ${expect}` };
  const ranked = layers.map((layer, i) => ({ layer, often: often[i]! })).toSorted((a, b) => b.often - a.often);
  return { measured: noted({ value: often[place]!, low: null, high: null, ...size, unit: "probability", turned, note: `most often first: ${ranked[0]!.layer}` }, lots), ...query, command };
}

/** Of several skills the one that is least sure to add to pay, or surest to take from it. */
export async function measurePremiumSkills(looking: Looking, { skills }: Asked<"premium-skills">): Promise<Finding> {
  const { postings, query, drawn } = await postingsOf(looking, {}, "named");
  const design = designOf(postings, factors, { skills, mostSkills });
  const fit = regress(design.cases, design.names);
  const command = commandFor("premiums", {});
  const found = skills.map((skill) => fit?.coefficients.find((one) => one.name === `skill: ${skill}`));
  const missing = skills.filter((_, i) => found[i] === undefined);
  const least = found.flatMap((one) => one ?? []).toSorted((a, b) => Math.min(a.high, 0) - Math.min(b.high, 0) || a.low - b.low)[0];
  if (least === undefined || missing.length > 0) return { measured: { ...none, n: least?.n ?? 0, employers: least?.employers ?? 0, unit: "growth", missing: `too few vacancies that state pay name ${missing.join(", ")}` }, ...query, command };
  const all = found.map((one, i) => `${skills[i]} ${percent(one!.value)} (${percent(one!.low)} to ${percent(one!.high)})`).join(", ");
  return { measured: noted({ value: Math.expm1(least.value), low: Math.expm1(least.low), high: Math.expm1(least.high), n: least.n, employers: least.employers, unit: "growth", note: all }, drawn), ...query, command };
}

function percent(log: number): string {
  const value = Math.round(Math.expm1(log) * 100);
  return `${value < 0 ? "−" : "+"}${Math.abs(value)} %`;
}

/** What several claims look at is asked for once. */
async function postingsOf({ market, within, paid }: Looking, cut: Partial<ClaimCut>, skills: "named" | "none"): ReturnType<typeof payPostings> {
  const where = whereOfClaim(cut, within);
  const asked = JSON.stringify([where, skills]);
  const found = paid.get(asked) ?? payPostings(market, where, { convert: "USD", rates: ratesOf(market.dir), skills });
  paid.set(asked, found);
  return found;
}

function noted(measured: Measured, drawn: Drawn): Measured {
  if (drawn === null) return measured;
  const told = drawnLines(drawn).join(" ");
  return { ...measured, note: measured.note === undefined ? told : `${measured.note}; ${told}` };
}
