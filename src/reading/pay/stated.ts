import type { PayPeriod } from "../../terms/pay.ts";
import { findAmounts } from "./amounts.ts";
import { homeCurrency, payScale, resolveCurrency } from "./currency.ts";
import { kindFollowing } from "./kind.ts";
import { periodBefore, periodBehind, periodBySize, plausible } from "./period.ts";
import { joinAmounts, openEnd, type Range } from "./ranges.ts";
import type { Statement } from "./statement.ts";
import { wordsOf } from "./words.ts";

const named: [RegExp, PayPeriod][] = [
  [/\bHOUR(?:LY)?\b|^horaire/i, "hour"],
  [/\bDAY\b|\bDAILY\b/i, "day"],
  [/\bWEEK(?:LY)?\b/i, "week"],
  [/\bMONTH(?:LY)?\b|^mensuel/i, "month"],
  [/\bYEAR(?:LY)?\b|\bANNUAL\b|^annuel/i, "year"],
];

const anyNamed = new RegExp(named.map(([pattern]) => pattern.source).join("|"), "i");

// A board that writes "$150K – $200K" itself writes other dollars as "CA$": its plain dollar is the US dollar wherever the posting is.
const writtenByBoard = /^\$[\d.,]+[KM]? – \$[\d.,]+[KM]?/;

/**
 * The range in a board's own salary field: `"$150K – $200K • Offers Equity"`, `"Annuel de 45000.0 Euros à 55000.0 Euros sur 12.0 mois"`,
 * `"40-100 USD HOUR"`. What follows the first bullet is bonus, equity and remarks. Null where the field has no sum ("A négocier").
 */
export function readStated(written: string, countries: readonly string[]): Statement | null {
  const field = /[^\S ]/.test(written) ? written.replace(/\s/g, " ") : written;
  const bullet = field.indexOf("•");
  const first = (bullet < 0 ? field : field.slice(0, bullet)).trim();
  const range = joinAmounts(first, findAmounts(first, 0, first.length), 0)[0];
  if (range === undefined || (range.currency === null && !sumAlone(first, range))) return null;
  openEnd(first, range, 0);
  const currency = range.currency === null ? homeCurrency(countries) : resolveCurrency(range.currency, writtenByBoard.test(first) ? [] : countries);
  if (currency === null) return null;
  const sum = (range.max ?? range.min)! / payScale(currency);
  const period = periodOf(first, range, sum);
  if (period === null) return null;
  const remarks = bullet < 0 ? "" : field.slice(bullet + 1);
  const kind = /^\s*(?:OTE|on[- ]target)\b(?! \$)/i.test(remarks) ? "total" : kindFollowing(remarks);
  return { min: range.min === 0 ? null : range.min, max: range.max, currency, period, kind, place: null, start: -1, end: -1 };
}

function periodOf(text: string, range: Range, sum: number): PayPeriod | null {
  const after = text.slice(range.end);
  const said = periodBehind(wordsOf(after), after) ?? (anyNamed.test(text) ? named.find(([pattern]) => pattern.test(text))?.[1] : null) ?? periodBefore(wordsOf(text.slice(0, range.start)), text);
  // Fields are filled in carelessly: "Mensuel de 45000.0 Euros" is a year's pay.
  if (said !== null && sum >= plausible[said][0] && sum <= plausible[said][1]) return said;
  return periodBySize(sum, sum, true);
}

/** A field that is nothing but a sum needs no sign of money. */
function sumAlone(text: string, range: Range): boolean {
  return range.start === 0 && range.end === text.length && (range.min ?? range.max)! > 100;
}
