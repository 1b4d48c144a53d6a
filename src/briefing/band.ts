import { yearly } from "../brief/findings/pay.ts";
import { shortAmount } from "../lib/short-amount.ts";
import { askPay, PayQuestion, type PayRow } from "../market/questions/pay.ts";
import type { Market } from "../market/store.ts";
import type { PayBand } from "../terms/brief.ts";
import type { Reading } from "../terms/reading.ts";
import { roleName } from "../terms/role.ts";
import { figureOf, parametersOf } from "./figures.ts";

/** What vacancies of the same role, country and level pay. Null where role or country cannot be told; unknown, and saying so, where too few stand behind it. */
export async function askBand(market: Market, reading: Reading): Promise<PayBand | null> {
  const role = reading.role.value;
  const countries = [...new Set(reading.places.flatMap((place) => place.country ?? []))];
  if (role === null || countries.length !== 1 || role.startsWith("outside")) return null;
  const stated = statedIn(reading);
  const seniority = reading.seniority.value;
  const asked = { by: "all", role: [role], country: countries, seniority: seniority === null ? [] : [seniority], kind: ["base", "unspecified"], currency: stated?.currency ?? null };
  const { rows, sql } = await askPay(market, PayQuestion.parse(asked));
  const row = rows.toSorted((a, b) => b.n - a.n)[0];
  const what = `${roleName(role)}${seniority === null ? "" : `, ${seniority}`}, in ${countries[0]}`;
  return bandOf(row ?? null, stated, what, { question: "pay", parameters: parametersOf(asked), sql });
}

type Stated = { min: number; max: number; currency: string };

/** The widest of the stated closed ranges, on a year; of totals with bonus only where nothing else is stated. */
function statedIn({ pay }: Reading): Stated | null {
  const closed = pay.flatMap((range) => {
    const year = yearly(range);
    return year === null ? [] : [{ ...year, currency: range.currency, isTotal: range.kind === "total" }];
  });
  const base = closed.filter((range) => !range.isTotal);
  const used = base.length > 0 ? base : closed;
  const first = used[0];
  if (first === undefined) return null;
  const same = used.filter((range) => range.currency === first.currency);
  return { currency: first.currency, min: Math.min(...same.map((range) => range.min)), max: Math.max(...same.map((range) => range.max)) };
}

export function bandOf(row: PayRow | null, stated: Stated | null, what: string, asked: PayBand["p50"]["asked"]): PayBand {
  const currency = row?.currency ?? stated?.currency ?? "USD";
  const p50 = figureOf(row?.p50 ?? null, { what: `Median yearly pay, ${what}`, unit: "pay", currency, n: row?.n ?? 0, employers: row?.employers ?? 0, hidden: row === null ? "no posting states it" : row.hidden, asked });
  const band = { what, currency, p10: row?.p10?.value ?? null, p25: row?.p25?.value ?? null, p50, p75: row?.p75?.value ?? null, p90: row?.p90?.value ?? null, stated: stated === null ? null : { min: stated.min, max: stated.max }, percentile: null };
  return { ...band, ...verdictOf(band, what) };
}

/** By the middle of the stated range against the market's middle half. */
function verdictOf({ p25, p75, p50, stated, currency }: Pick<PayBand, "p25" | "p75" | "p50" | "stated" | "currency">, what: string): Pick<PayBand, "verdict" | "because"> {
  if (p25 === null || p75 === null) return { verdict: "unknown", because: `What ${what} pays is not known: ${p50.hidden ?? "too few state it"}.` };
  const market = `the middle half of the market for ${what} is ${currency} ${shortAmount(p25)} to ${shortAmount(p75)} (n = ${p50.n} of ${p50.employers} employers)`;
  if (stated === null) return { verdict: "unknown", because: `No closed range is stated; ${market}.` };
  const middle = (stated.min + stated.max) / 2;
  const own = `The middle of the stated range, ${currency} ${shortAmount(middle)} a year,`;
  if (middle < p25) return { verdict: "below", because: `${own} is below it: ${market}.` };
  if (middle > p75) return { verdict: "above", because: `${own} is above it: ${market}.` };
  return { verdict: "inside", because: `${own} is inside it: ${market}.` };
}
