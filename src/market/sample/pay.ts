import type { Random } from "../../lib/random.ts";
import type { SampleLanguage } from "./ingredients.ts";

/** How pay is written in a country: its currency, what a thousand US dollars a year are worth there to an employer, in thousands; the step to which it is rounded; `perYear` payments. */
type Custom = { currency: string; worth: number; step: number; perYear: number; stated: number };

const customs: Record<string, Custom> = {
  US: { currency: "USD", worth: 1, step: 5000, perYear: 1, stated: 0.8 },
  CA: { currency: "CAD", worth: 0.9, step: 5000, perYear: 1, stated: 0.7 },
  GB: { currency: "GBP", worth: 0.52, step: 1000, perYear: 1, stated: 0.6 },
  IE: { currency: "EUR", worth: 0.52, step: 1000, perYear: 1, stated: 0.45 },
  DE: { currency: "EUR", worth: 0.47, step: 1000, perYear: 1, stated: 0.45 },
  AT: { currency: "EUR", worth: 0.43, step: 1000, perYear: 1, stated: 0.9 },
  CH: { currency: "CHF", worth: 0.82, step: 1000, perYear: 1, stated: 0.3 },
  FR: { currency: "EUR", worth: 0.37, step: 1000, perYear: 1, stated: 0.55 },
  BE: { currency: "EUR", worth: 0.4, step: 100, perYear: 12, stated: 0.35 },
  NL: { currency: "EUR", worth: 0.45, step: 100, perYear: 12, stated: 0.65 },
  ES: { currency: "EUR", worth: 0.35, step: 1000, perYear: 1, stated: 0.35 },
  PL: { currency: "PLN", worth: 1.55, step: 500, perYear: 12, stated: 0.7 },
  SE: { currency: "SEK", worth: 4.7, step: 1000, perYear: 12, stated: 0.2 },
  IN: { currency: "INR", worth: 23, step: 100_000, perYear: 1, stated: 0.4 },
  SG: { currency: "SGD", worth: 0.8, step: 500, perYear: 12, stated: 0.55 },
  AU: { currency: "AUD", worth: 1.05, step: 5000, perYear: 1, stated: 0.5 },
  JP: { currency: "JPY", worth: 68, step: 500_000, perYear: 1, stated: 0.55 },
  AE: { currency: "AED", worth: 3, step: 1000, perYear: 12, stated: 0.3 },
  MX: { currency: "MXN", worth: 6, step: 1000, perYear: 12, stated: 0.5 },
  BR: { currency: "BRL", worth: 1.7, step: 500, perYear: 12, stated: 0.3 },
  IL: { currency: "ILS", worth: 2.6, step: 1000, perYear: 12, stated: 0.15 },
};

const signs: Record<string, string> = { USD: "$", CAD: "C$", GBP: "£", EUR: "€", AUD: "A$", SGD: "S$ ", JPY: "¥", BRL: "R$ " };

/** How often postings of a country state their pay. */
export function statedIn(country: string): number {
  return customs[country]!.stated;
}

/** A range around `thousands` of US dollars a year, as postings of the country write it: `"£85,000 - £105,000 a year"` */
export function payRange(country: string, language: SampleLanguage, thousands: number, random: Random): string {
  const custom = customs[country]!;
  const middle = (thousands * 1000 * custom.worth) / custom.perYear;
  const half = 0.08 + random.next() * 0.09;
  const rounded = (amount: number): number => Math.round(amount / custom.step) * custom.step;
  const min = rounded(middle * (1 - half));
  const max = Math.max(rounded(middle * (1 + half)), min + custom.step);
  return written(custom, country, language, min, max, random);
}

/** An hour's pay where a posting pays by the hour; null in countries where such postings give a month's. */
export function hourlyPay(country: string, language: SampleLanguage, thousands: number, random: Random): string | null {
  const hour = (thousands * 1000) / 2080;
  if (language === "de") return `${(13.5 + random.whole(0, 8) / 2).toFixed(2).replace(".", ",")} € pro Stunde`;
  const sign = { US: "$", GB: "£", CA: "C$", AU: "A$" }[country];
  if (sign === undefined) return null;
  const from = Math.round(hour * customs[country]!.worth);
  return random.chance(0.4) ? `${sign}${from} per hour` : `${sign}${from} – ${sign}${Math.round(from * 1.25) + 1} per hour`;
}

function written(custom: Custom, country: string, language: SampleLanguage, min: number, max: number, random: Random): string {
  if (language === "de") return country === "CH" ? `CHF ${grouped(min, "'")} bis ${grouped(max, "'")}` : `${grouped(min, ".")} € bis ${grouped(max, ".")} €`;
  if (language === "fr") {
    if (custom.perYear === 12) return random.chance(0.5) ? `${(min * 12) / 1000} à ${(max * 12) / 1000} K€`.replaceAll(/\d+\.\d+/g, (n) => String(Math.round(Number(n)))) : `${grouped(Math.round((min * 12) / 1000) * 1000, " ")} € à ${grouped(Math.round((max * 12) / 1000) * 1000, " ")} €`;
    return random.chance(0.5) ? `${min / 1000}-${max / 1000} K€` : `${grouped(min, " ")} € à ${grouped(max, " ")} €`;
  }
  if (language === "nl") return `€ ${grouped(min, ".")} ${random.chance(0.5) ? "-" : "tot"} € ${grouped(max, ".")}`;
  return inEnglish(custom, country, min, max, random);
}

function inEnglish({ currency, perYear }: Custom, country: string, min: number, max: number, random: Random): string {
  const sign = signs[currency] ?? `${currency} `;
  if (country === "IN") return random.chance(0.6) ? `INR ${min / 100_000}–${max / 100_000} lakh per annum` : `₹${indian(min)} – ₹${indian(max)} per annum`;
  const dash = random.pick([" - ", " to ", " – "]);
  const period = perYear === 12 ? (country === "NL" || country === "BE" ? " gross per month" : " per month") : random.pick([" per year", " a year", ""]);
  if (perYear === 1 && currency !== "JPY" && min % 1000 === 0 && random.chance(0.15)) return `${sign}${min / 1000}k – ${sign}${max / 1000}k${period}`;
  const amount = country === "CH" ? (n: number): string => grouped(n, "'") : (n: number): string => grouped(n, ",");
  return `${sign}${amount(min)}${dash}${sign.length > 1 && !sign.endsWith("$") ? "" : sign}${amount(max)}${period}`;
}

function grouped(amount: number, separator: string): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, separator);
}

/** `indian(6000000)` → `"60,00,000"` */
function indian(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{2})*\d{3}$)/g, ",");
}
