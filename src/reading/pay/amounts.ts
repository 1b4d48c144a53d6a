import { currencyPatterns } from "./currency.ts";

/** A number that may be money. `value` has its multiplier in it; `factor` is that multiplier, 1 where none is written. */
export type Amount = {
  start: number;
  end: number;
  value: number;
  factor: number;
  /** As written; null for a bare number. */
  currency: string | null;
  /** "$100k+" */
  open: boolean;
  /** LPA is lakh a year. */
  yearly: boolean;
  /** Written with a separator of thousands or a multiplier: "65,000", "65k", not "2025" or "40". */
  large: boolean;
};

const factors: Record<string, number> = {
  k: 1e3, tsd: 1e3, tys: 1e3, mila: 1e3,
  lakh: 1e5, lakhs: 1e5, lac: 1e5, lacs: 1e5, lpa: 1e5, l: 1e5,
  cr: 1e7, crore: 1e7, crores: 1e7,
};

const numbers = [
  "\\d{1,3}(?:[,.'’ ]\\d{3})+(?:[.,]\\d{1,2})?(?!\\d)", // 120,000 · 70.000,00 · 130'000 · 55 000
  "\\d{1,2}(?:,\\d{2})+,\\d{3}(?!\\d)", // 12,00,000
  "\\d{1,3},\\d{3}0(?!\\d)", // 100,0000: a slip for 100,000
  "\\d+(?:[.,]\\d{1,2})?(?!\\d)",
];
const words = "k|lpa|lakhs?|lacs?|crores?|cr|tsd\\.?|tys\\.?|mila|mil|mm|mn|mio\\.?|millions?|millionen|millones|milh[õo]es|bn|bln|billions?|milliards?|milliarden|mrd\\.?|trillions?";
// One letter is a multiplier only where it touches the number, or a currency: "$5M", "80 T€", not "120,000 m/f/d".
const multipliers = `\\s?(?:${words})|[mblt]|\\s[mt](?=\\s?(?:€|EUR))`;

let built: RegExp | null = null;

function pattern(): RegExp {
  const { before, after } = currencyPatterns();
  return (built ??= new RegExp(
    `(?:(?<before>${before})\\s?|(?<![\\p{L}\\d.,/#]))(?<number>${numbers.join("|")})(?:[,.][-–]{1,2}(?=\\s|$|[^\\d]))?(?<factor>(?:${multipliers})(?=${after}|\\s?[^\\p{L}\\d]|\\s|$))?(?:\\s?(?<after>${after}))?(?![\\d%]|(?!hrs?\\b|p[ahm]\\b|pcm\\b)\\p{L}|[.,]\\d|\\s%)(?<open>\\+(?!\\s?\\d))?`,
    "giu",
  ));
}

/** Every number between two offsets that could be money, in order. Cut the text to a line's worth: this is a slow pattern. */
export function findAmounts(text: string, from: number, to: number): Amount[] {
  const found: Amount[] = [];
  for (const match of text.slice(from, to).matchAll(pattern())) {
    const { before, number, factor: word, after, open } = match.groups!;
    const factor = factorOf(word, after);
    const plain = parseNumber(number!);
    // "87.500k": the thousands are there already.
    const value = factor === 1e3 && plain >= 1e4 ? plain : plain * factor;
    if (value === 401_000 && before === undefined) continue; // the pension plan "401k"
    const spelled = after !== undefined && (before === undefined || /^[$¥]$/.test(before)) ? after : before;
    found.push({
      start: from + match.index,
      end: from + match.index + match[0].length,
      value: Math.round(value * 100) / 100,
      factor,
      currency: spelled?.trim() ?? (/^l(?:pa|akh|acs?$)|^cr/i.test(word?.trim() ?? "") ? "INR" : null),
      open: open !== undefined,
      yearly: /^lpa$/i.test(word?.trim() ?? ""),
      large: factor > 1 || /\d[,.'’ ]\d{3}/.test(number!),
    });
  }
  return found;
}

function factorOf(word: string | undefined, after: string | undefined): number {
  if (word === undefined) return 1;
  const name = word.trim().toLowerCase().replace(".", "");
  if (factors[name] !== undefined) return factors[name];
  // "80 T€" and "30 mil euros" are thousands; "$5T" and "$5 mil" are not.
  if ((name === "t" || name === "mil") && after !== undefined && /^€|^eur/i.test(after)) return 1e3;
  if (name.startsWith("t")) return 1e12;
  return name.startsWith("b") || name.startsWith("milliard") || name === "mrd" ? 1e9 : 1e6;
}

/** `parseNumber("70.000,50")` → 70000.5; `parseNumber("1.5")` → 1.5; `parseNumber("12,00,000")` → 1200000 */
export function parseNumber(written: string): number {
  const bare = written.replace(/[ '’]/g, "");
  if (/^\d{1,3},\d{3}0$/.test(bare)) return Number(bare.replace(",", "").slice(0, -1));
  const decimal = /[.,](\d{1,2})$/.exec(bare);
  if (decimal === null) return Number(bare.replace(/[.,]/g, ""));
  return Number(`${bare.slice(0, decimal.index).replace(/[.,]/g, "")}.${decimal[1]!}`);
}
