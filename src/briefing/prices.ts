import { moneyDifference } from "../lib/money.ts";
import { askPrice, PriceQuestion, type PriceRow, type PriceSide } from "../market/questions/price.ts";
import type { Market } from "../market/store.ts";
import { maybeNothing, mayBeNothing, openMayBeAlike } from "../brief/price-words.ts";
import { quoted } from "../brief/quotes.ts";
import { behind, counted, percent } from "../brief/words.ts";
import { skillsAsked } from "../brief/alternatives.ts";
import type { Asked, BriefFigure, BriefQuote, RequirementKind, RequirementPrice } from "../terms/brief.ts";
import { roles } from "../terms/role.ts";
import { regionOf } from "../terms/place.ts";
import type { Reading } from "../terms/reading.ts";
import { figureOf, parametersOf } from "./figures.ts";
import type { Like } from "./like.ts";

type Wanted = { require: string; kind: RequirementKind; id: string; quotes: BriefQuote[] };

const mostSkills = 12;
const mostAlternatives = 10;

/** What each requirement of a description goes with, among vacancies of the same role and place: those that ask for it against those that do not. What can be told from nothing first, the dearest in pay, then the slowest; `scope` says of which vacancies all of it is. */
export async function askPrices(market: Market, reading: Reading, like: Like): Promise<{ scope: string | null; prices: RequirementPrice[] }> {
  const wanted = requirementsOf(reading);
  if (wanted.length === 0) return { scope: null, prices: [] };
  const require = wanted.map((one) => one.require);
  const ask = (where: object) => askPrice(market, PriceQuestion.parse({ role: like.role, ...where, require, convert: like.currency ?? "USD" }));
  let at: { country?: string[]; region?: string[] } = like.country.length > 0 ? { country: like.country } : like.region.length > 0 ? { region: like.region } : {};
  let found = await ask(at);
  for (const wider of widerOf(like)) {
    if (found.postings >= fewestVacancies) break;
    at = wider;
    found = await ask(at);
  }
  const { rows, sql, currency } = found;
  const source = { question: "price", parameters: parametersOf({ role: like.role, ...at, require, convert: like.currency ?? "USD" }), sql };
  const prices = rows.map((row, i) => priceOf(row, wanted[i]!, currency, source)).toSorted((a, b) => told(b) - told(a) || (b.cost ?? -9) - (a.cost ?? -9) || daysMore(b) - daysMore(a) || (a.name < b.name ? -1 : 1));
  return { scope: scopeOf(like, at, found, currency), prices };
}

/** Which vacancies, when, where: what every row of the prices is of. */
function scopeOf({ role }: Like, { country, region }: { country?: string[]; region?: string[] }, { postings, employers }: { postings: number; employers: number }, currency: string): string {
  const where = country !== undefined ? `in ${country.join(", ")}` : region !== undefined ? `in the region ${region.join(", ")}` : "everywhere";
  const name = [role].flat().map((id) => roles.find((one) => one.id === id)?.name ?? id).join(", ");
  return `All ${postings.toLocaleString("en-US")} vacancies of this market for ${name} ${where}, of ${employers.toLocaleString("en-US")} employers, of any level and month, open or closed. Pay in ${currency}, on a year. Intervals of 95 %. What goes with a requirement need not come of it.`;
}

function told({ pay: { difference } }: RequirementPrice): number {
  return difference?.value != null && !mayBeNothing(difference) ? 1 : 0;
}

// Of fewer, each requirement would stand on a handful.
const fewestVacancies = 60;

/** Where the country has too few vacancies of the role: its region, then everywhere. Pay is converted, and the figures say what was asked. */
function widerOf({ country, region }: Like): { region?: string[] }[] {
  const regions = region.length > 0 ? region : [...new Set(country.map(regionOf))];
  return regions.length > 0 ? [{ region: regions }, {}] : [];
}

function requirementsOf(reading: Reading): Wanted[] {
  const { degree, years, visa, workplace } = reading;
  const skills = skillsAsked({ text: reading.text ?? "", reading }).map(({ ids, evidence }) => ({ ids: ids.filter((id) => !/[,|]/.test(id)).slice(0, mostAlternatives), evidence }));
  const wanted: Wanted[] = skills.filter(({ ids }) => ids.length > 0).slice(0, mostSkills).map(({ ids, evidence }) => ({ require: `skill:${ids.join("|")}`, kind: "skill", id: ids.join("|"), quotes: quoted(evidence.slice(0, 3), "requirement") }));
  const add = (kind: RequirementKind, id: string, finding: { evidence: Reading["years"]["evidence"] }): void => void wanted.push({ require: `${kind}:${id}`, kind, id, quotes: quoted(finding.evidence.slice(0, 2), "requirement") });
  if (degree.value !== null && degree.value !== "none") add("degree", degree.value, degree);
  if (years.value !== null && years.value >= 1) add("years", String(Math.floor(years.value)), years);
  if (visa.value === "refused") add("visa", "refused", visa);
  if (workplace.value === "onsite" || workplace.value === "hybrid") add("workplace", workplace.value, workplace);
  return wanted;
}

function priceOf({ name, share, with: has, without, employers, payEmployers, payDifference, hidden }: PriceRow, { kind, id, quotes }: Wanted, currency: string, asked: Asked): RequirementPrice {
  const pay = (side: PriceSide, which: string): BriefFigure => figureOf(side.pay.median, { what: `Median yearly pay, ${which} ${name}`, unit: "pay", currency, n: side.pay.n, employers: side.pay.employers, hidden: side.pay.hidden, asked });
  const open = ({ timeOpen }: PriceSide, which: string): BriefFigure => figureOf(timeOpen.medianDays === null ? null : { value: timeOpen.medianDays, low: timeOpen.low, high: timeOpen.high }, { what: `Days until half have ended, ${which} ${name}`, unit: "days", currency: null, n: timeOpen.n, employers: timeOpen.employers, hidden: timeOpen.why, asked });
  const difference = payDifference === null ? null : figureOf(payDifference, { what: `Median yearly pay with ${name}, less that without`, unit: "pay", currency, n: has.pay.n + without.pay.n, employers: payEmployers, hidden: null, asked });
  const base = without.pay.median?.value ?? null;
  const price = {
    kind, id, name, quotes,
    share: figureOf(share, { what: `Vacancies that ask for it: ${name}`, unit: "share", currency: null, n: has.n + without.n, employers, hidden: share === null ? "no vacancy tells" : null, asked }),
    pay: { with: pay(has, "with"), without: pay(without, "without"), difference },
    open: { with: open(has, "with"), without: open(without, "without") },
    cost: payDifference === null || base === null || base === 0 ? null : payDifference.value / base,
  };
  return { ...price, says: saysOf(price, hidden) };
}

function saysOf({ share, pay, open }: Omit<RequirementPrice, "says">, hidden: string | null): string {
  const asks = share.value === null ? "how many ask for it is not known" : `${percent(share.value)}${share.low === null || share.high === null ? "" : ` (${percent(share.low)} to ${percent(share.high)})`} of ${counted(share.n, "vacancy", "vacancies")} of ${counted(share.employers, "employer")} ask for it`;
  const { difference } = pay;
  const byPay = difference?.value == null ? `pay: not known, ${hidden ?? "too few state it"}` : `pay ${moneyDifference(difference.value, difference.currency ?? "")}${between(difference)} a year (with it ${behind(pay.with)}, without ${behind(pay.without)})`;
  const byTime = open.with.value === null || open.without.value === null ? `days open not known (${daysWhy(open)})` : `half are gone after ${daysText(open.with)} against ${daysText(open.without)}${openMayBeAlike(open) === true ? `: ${maybeNothing}` : ""}`;
  return `${asks}; ${byPay}; ${byTime}.`;
}

/** An interval with 0 in it says that nothing can be told. */
function between(difference: BriefFigure): string {
  const { low, high, currency } = difference;
  const interval = low === null || high === null ? "no interval" : `${moneyDifference(low, currency ?? "")} to ${moneyDifference(high, currency ?? "")}`;
  return ` (${interval}${mayBeNothing(difference) ? `: ${maybeNothing}` : ""})`;
}

function daysText({ value, low, high, ...rest }: BriefFigure): string {
  return `${reached(value)} days (${low === null && high === null ? "no interval" : `${reached(low)} to ${reached(high)}`}; ${behind(rest)})`;
}

/** Why days open cannot be told: what is in the way of the side that lacks them. */
function daysWhy({ with: has, without }: RequirementPrice["open"]): string {
  const [side, figure] = has.value === null ? ["with it", has] : ["without it", without];
  return `${side} ${figure.hidden ?? "too few"}; ${behind(figure)}`;
}

function reached(days: number | null): string {
  return days === null ? "not reached" : String(Math.round(days));
}

function daysMore({ open }: RequirementPrice): number {
  return open.with.value === null || open.without.value === null ? -999 : open.with.value - open.without.value;
}
