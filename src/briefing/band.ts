import { roundMoney } from "../lib/money.ts";
import { bandStanding, middleHalf } from "../brief/band.ts";
import { askPay, PayQuestion, type PayRow } from "../market/questions/pay.ts";
import type { Market } from "../market/store.ts";
import type { Asked, BriefFigure, PayBand } from "../terms/brief.ts";
import { figureOf, parametersOf } from "./figures.ts";
import type { Like } from "./like.ts";
import { askStandingOf } from "./standing.ts";

/** What vacancies of the same role, country and level pay, and where the stated pay stands among them; unknown, and saying so, where too few stand behind it. Null where no country can be told: pay is of a place. */
export async function askBand(market: Market, like: Like): Promise<PayBand | null> {
  if (like.country.length === 0) return null;
  const { role, country, seniority, currency, stated } = like;
  const asked = { by: "all", role, country, seniority, kind: ["base", "unspecified"], currency };
  const { rows, sql } = await askPay(market, PayQuestion.parse(asked));
  const row = rows.toSorted((a, b) => b.n - a.n)[0] ?? null;
  const standing = stated === null ? null : await askStandingOf(market, like, "pay", (stated.min + stated.max) / 2);
  // The band is of one kind of pay, where the standing counts all that is not called a total: their n differ.
  const percentile = standing !== null && row !== null && standing.n !== row.n ? { ...standing, what: `${standing.what} (counted in all pay that is not called a total; the band is of ${kinds[row.kind]} alone)` } : standing;
  return bandOf(row, stated, like.what, percentile, { question: "pay", parameters: parametersOf(asked), sql });
}

const kinds: Record<PayRow["kind"], string> = { base: "pay called base", total: "pay called a total", unspecified: "pay of which no kind is said" };

export function bandOf(row: PayRow | null, stated: Like["stated"], what: string, percentile: BriefFigure | null, asked: Asked): PayBand {
  const currency = row?.currency ?? stated?.currency ?? "USD";
  const p50 = figureOf(row?.p50 ?? null, { what: `Median yearly pay, ${what}`, unit: "pay", currency, n: row?.n ?? 0, employers: row?.employers ?? 0, hidden: row === null ? `no vacancy states it in ${currency}` : row.hidden, asked });
  const band = { what, currency, p10: row?.p10?.value ?? null, p25: row?.p25?.value ?? null, p50, p75: row?.p75?.value ?? null, p90: row?.p90?.value ?? null, intervals: row === null ? null : { p10: intervalOf(row.p10), p25: intervalOf(row.p25), p75: intervalOf(row.p75), p90: intervalOf(row.p90) }, stated: stated === null ? null : { min: stated.min, max: stated.max }, percentile };
  return { ...band, ...verdictOf(band, what, row) };
}

function intervalOf(estimate: PayRow["p25"]): { low: number | null; high: number | null } | null {
  return estimate === null ? null : { low: estimate.low, high: estimate.high };
}

/** By the middle of the stated range against the market's middle half; off it only where the interval of that half's own end leaves no doubt. */
function verdictOf(band: Omit<PayBand, "verdict" | "because">, what: string, row: PayRow | null): Pick<PayBand, "verdict" | "because"> {
  const { p25, p75, p50, stated, currency } = band;
  if (p25 === null || p75 === null) return { verdict: "unknown", because: `What is paid for ${what} is not known: ${p50.hidden ?? "too few state it"} (n = ${p50.n}).` };
  const market = `the middle half of the market for ${what} is ${middleHalf(band)} (n = ${p50.n} of ${p50.employers} employers)`;
  if (stated === null) return { verdict: "unknown", because: `No closed range is stated; ${market}.` };
  const middle = (stated.min + stated.max) / 2;
  const own = `The middle of the stated range, ${roundMoney(middle, currency)} a year,`;
  const verdict = middle < (row?.p25?.low ?? p25) ? "below" : middle > (row?.p75?.high ?? p75) ? "above" : "inside";
  return { verdict, because: `${own} is ${bandStanding({ ...band, verdict })}: ${market}.` };
}
