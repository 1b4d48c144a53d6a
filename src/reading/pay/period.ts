import type { PayPeriod } from "../../terms/pay.ts";

// A period said right behind an amount may have these words before it: "$120,000 USD base per year".
const beside = String.raw`(?:usd|eur|euros?|gbp|cad|aud|chf|inr|gross|brut(?:to|e|s|os?|ta)?|bruto|brutta|netto|net|lord[io]|base|salary|ote|total|fixe?d?|plus|fixed|paid|rate|in|[\s*+(),|])*`;

const words: Record<PayPeriod, string> = {
  hour: String.raw`(?:per|an|/|each|the|pro|je|die|par|de l['’]|l['’]|al|por|la|all['’]|na)\s?(?:hour|hr|std\.?|stunde|heure|h|uur|uurloon|hora|ora|godz\w*|timme|time)s?(?!\p{L})|/\s?h(?:r|our)?s?(?!\p{L})|hrs?(?!\p{L})|hourly|p\.?\s?h\.?(?!\p{L})|horaires?(?! de)|stündlich|stundenlohn|stundensatz|uurloon|uurtarief|tarif horaire|taux horaire|orari[oae]|por hora|horário por hora`,
  day: String.raw`(?:per|a|/|each|pro|par|al|por|na)\s?(?:day|tag|jour|dag|día|dia|giorno|dzień|j|d)(?!\p{L})|daily|day rate|tagessatz|tagessätze|tjm|tarif journalier|journalier|dagtarief|diarios?|diários?|p\.?\s?d\.?(?!\p{L})|md(?!\p{L})|manday`,
  week: String.raw`(?:per|a|/|each|pro|par|por|a la)\s?(?:week|wk|woche|semaine|semana|settimana)(?!\p{L})|weekly|wöchentlich|hebdomadaires?|semanal(?:es)?|p\.?\s?w\.?(?!\p{L})`,
  month: String.raw`(?:per|a|/|each|pro|im|par|al|por|ao|na|za)\s?(?:month|mth|mo|monat|mois|maand|mnd|mes|mês|mese|mies\w*|miesiąc|měsíc|månad|måned)s?(?!\p{L})\.?|monthly|pcm|monatlich\p{L}*|monats(?:gehalt|lohn)|bruttomonats\p{L}+|mensuel(?:le)?s?|mensuels|maandelijks|maandsalaris|mensual(?:es|mente)?|mensa(?:l|is)|mensil[ei]|miesięczn\p{L}+|mies\.|p\.?\s?m\.?(?!\p{L})`,
  year: String.raw`(?:per|a|/|each|pro|im|par|al|por|ao|all['’])\s?(?:year|yr|annum|jahr|an|jaar|año|ano|anno|rok|år|y|a)(?!\p{L})|yearly|annual(?:ly|ized|ised)?|per annum|p\.\s?a\.?(?!\p{L})|pa(?!\p{L})|jährlich\p{L}*|jahres\p{L}+|bruttojahres\p{L}+|annuel(?:le)?s?|annuellement|jaarlijks|jaarsalaris|anual(?:es|mente)?|anua(?:l|is)|annu[io]|rocznie|ročně|lpa|ctc|ral(?!\p{L})`,
};

/** Least and most that a period can pay in dollars' worth (see the currency's scale). Beyond it the period is a slip, such as "a month" for 45,000. */
export const plausible: Record<PayPeriod, readonly [least: number, most: number]> = {
  hour: [2, 900],
  day: [15, 6000],
  week: [60, 20_000],
  month: [250, 20_000],
  year: [2400, 5_000_000],
};

type Patterns = { behind: RegExp; any: RegExp };
let built: Patterns | null = null;

function patterns(): Patterns {
  const all = (Object.entries(words) as [PayPeriod, string][]).map(([period, pattern]) => `(?<${period}>${pattern})`).join("|");
  return (built ??= { behind: new RegExp(`^${beside}(?:${all})`, "iu"), any: new RegExp(`(?<!\\p{L})(?:${all})`, "giu") });
}

/** The period said right behind an amount: " per year", "/hr", " brutto/Jahr"; null where other words come first. */
export function periodBehind(after: string): PayPeriod | null {
  return periodOf(patterns().behind.exec(after)?.groups);
}

/** The last period said in the words before an amount: "annual base salary of", "TJM :". */
export function periodBefore(before: string): PayPeriod | null {
  let last: PayPeriod | null = null;
  for (const match of before.matchAll(patterns().any)) last = periodOf(match.groups);
  return last;
}

/**
 * The period that a sum of pay must be of, by its size alone; `dollars` is the sum over its currency's scale.
 * 12,000 and more is a year. 700 to 9,000 is a month. Under 250 is an hour only where the text speaks of a rate. Anything between is not certain: null.
 */
export function periodBySize(dollars: number, rate: boolean): PayPeriod | null {
  if (dollars >= 12_000) return "year";
  if (dollars >= 700 && dollars <= 9000) return "month";
  return rate && dollars >= 5 && dollars <= 250 ? "hour" : null;
}

function periodOf(groups: Record<string, string> | undefined): PayPeriod | null {
  if (groups === undefined) return null;
  for (const period of ["hour", "day", "week", "month", "year"] as const) if (groups[period] !== undefined) return period;
  return null;
}
