/**
 * How currencies are written beside a number, and how large pay is in them.
 * `scale` is how many units stand where one US dollar stands in a pay figure: set by wages, not by exchange rates,
 * so that 12,000 × scale is about the least that a full-time year pays and the most that a month does (INR 20, not 85).
 */
type Currency = { code: string; scale: number; before: readonly string[]; after: readonly string[] };

// Spellings are pieces of a regular expression, without regard to case; the code itself is always one of them.
const table: readonly Currency[] = [
  { code: "USD", scale: 1, before: ["US\\s?\\$", "U\\.S\\.\\s?\\$"], after: ["US\\$", "US dollars?", "U\\.S\\. dollars?"] },
  { code: "CAD", scale: 1, before: ["CA\\$", "CAN\\$", "CDN\\$?", "C\\$"], after: ["CA\\$", "Canadian dollars?", "CDN"] },
  { code: "AUD", scale: 1.2, before: ["AU\\$", "A\\$"], after: ["Australian dollars?"] },
  { code: "NZD", scale: 1.2, before: ["NZ\\$"], after: [] },
  { code: "SGD", scale: 1, before: ["SG\\$", "S\\$"], after: [] },
  { code: "HKD", scale: 5, before: ["HK\\$"], after: [] },
  { code: "TWD", scale: 18, before: ["NT\\$"], after: [] },
  { code: "BRL", scale: 2, before: ["R\\$"], after: ["reais"] },
  { code: "MXN", scale: 6, before: ["MX\\$"], after: ["pesos mexicanos"] },
  { code: "EUR", scale: 1, before: ["€"], after: ["€", "euros?", "(?<=k)e"] },
  { code: "GBP", scale: 0.8, before: ["£"], after: ["£", "pounds?(?: sterling)?"] },
  { code: "CHF", scale: 1.5, before: ["S?Fr\\."], after: ["Franken", "francs suisses", "Swiss francs", "Fr\\."] },
  { code: "INR", scale: 20, before: ["₹", "Rs\\.?"], after: ["₹", "rupees", "Rs\\.?", "/-"] },
  { code: "JPY", scale: 100, before: ["¥", "JP¥"], after: ["¥", "yen"] },
  { code: "CNY", scale: 4, before: ["CN¥", "RMB"], after: ["RMB"] },
  { code: "KRW", scale: 1000, before: ["₩"], after: ["₩", "won"] },
  { code: "ILS", scale: 3, before: ["₪", "NIS"], after: ["₪", "NIS"] },
  { code: "AED", scale: 3, before: ["Dhs?\\.?"], after: ["dirhams?", "Dhs?"] },
  { code: "SAR", scale: 3, before: [], after: ["riyals?"] },
  { code: "QAR", scale: 3, before: [], after: [] },
  { code: "PLN", scale: 3, before: [], after: ["zł", "zl", "złotych"] },
  { code: "CZK", scale: 14, before: [], after: ["Kč", "Kc"] },
  { code: "HUF", scale: 200, before: [], after: ["Ft"] },
  { code: "RON", scale: 3, before: [], after: ["lei"] },
  { code: "BGN", scale: 1.5, before: [], after: ["leva", "лв\\.?"] },
  { code: "SEK", scale: 9, before: [], after: [] },
  { code: "NOK", scale: 10, before: [], after: [] },
  { code: "DKK", scale: 7, before: [], after: [] },
  { code: "TRY", scale: 15, before: ["₺"], after: ["₺", "TL"] },
  { code: "ZAR", scale: 8, before: [], after: ["rands?"] },
  { code: "MYR", scale: 2, before: ["RM"], after: [] },
  { code: "THB", scale: 12, before: ["฿"], after: ["฿", "baht"] },
  { code: "IDR", scale: 4000, before: ["Rp\\.?"], after: [] },
  { code: "PHP", scale: 15, before: ["₱"], after: ["₱"] },
  { code: "VND", scale: 8000, before: ["₫"], after: ["₫"] },
  { code: "UAH", scale: 15, before: ["₴"], after: ["₴", "грн\\.?"] },
  { code: "RUB", scale: 40, before: ["₽"], after: ["₽", "руб\\.?"] },
  { code: "EGP", scale: 8, before: [], after: [] },
  { code: "NGN", scale: 150, before: ["₦"], after: ["₦", "naira"] },
  { code: "KES", scale: 35, before: ["KSh\\.?"], after: [] },
  { code: "COP", scale: 900, before: [], after: ["pesos colombianos"] },
  { code: "CLP", scale: 350, before: [], after: ["pesos chilenos"] },
  { code: "ARS", scale: 400, before: [], after: ["pesos argentinos"] },
];

// A sign that several countries share says nothing of itself: the posting's places decide.
const shared: Record<string, Record<string, string>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD" },
  kr: { SE: "SEK", NO: "NOK", DK: "DKK" },
  "¥": { JP: "JPY", CN: "CNY" },
};
const sharedSpellings: Record<string, string> = { "$": "$", dollar: "$", dollars: "$", kr: "kr", "kr.": "kr", kronor: "kr", kroner: "kr", "¥": "¥" };

/** The currency that is paid where no sign says which: a bare "120k" in Berlin. */
const homes: Record<string, string> = {
  US: "USD", CA: "CAD", GB: "GBP", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD", IN: "INR", CH: "CHF", PL: "PLN", SE: "SEK", NO: "NOK", DK: "DKK", CZ: "CZK", HU: "HUF", RO: "RON",
  JP: "JPY", AE: "AED", IL: "ILS", BR: "BRL", ZA: "ZAR", MY: "MYR", TR: "TRY",
  AT: "EUR", BE: "EUR", DE: "EUR", ES: "EUR", FI: "EUR", FR: "EUR", GR: "EUR", IE: "EUR", IT: "EUR", LU: "EUR", NL: "EUR", PT: "EUR", EE: "EUR", LV: "EUR", LT: "EUR", SK: "EUR", SI: "EUR", MT: "EUR", CY: "EUR", HR: "EUR",
};

type Tables = { before: string; after: string; codeOf: [RegExp, string][]; scaleOf: Map<string, number> };
let built: Tables | null = null;

/** Pieces of a regular expression for the currencies before and after a number. */
export function currencyPatterns(): { before: string; after: string } {
  return tables();
}

/** Units of `currency` that stand where one dollar stands in a pay figure. */
export function payScale(currency: string): number {
  return tables().scaleOf.get(currency) ?? 1;
}

/**
 * The ISO code of a currency as written: `currencyOf("CA$", [])` → "CAD"; `currencyOf("$", ["AU"])` → "AUD".
 * A plain dollar is the US dollar unless all of the posting is in one other dollar country; "kr" outside one Nordic country is null.
 */
export function currencyOf(spelling: string, countries: readonly string[]): string | null {
  const sign = sharedSpellings[spelling.toLowerCase()];
  if (sign === undefined) return tables().codeOf.find(([pattern]) => pattern.test(spelling))?.[1] ?? null;
  const choices = shared[sign]!;
  const found = new Set(countries.map((country) => choices[country]));
  const [only] = found;
  if (found.size === 1 && only !== undefined) return only;
  return sign === "$" ? "USD" : sign === "¥" ? "JPY" : null;
}

/** The one currency of the posting's countries, null where they have none or several. */
export function homeCurrency(countries: readonly string[]): string | null {
  const found = new Set(countries.map((country) => homes[country] ?? ""));
  return found.size === 1 ? [...found][0] || null : null;
}

function tables(): Tables {
  return (built ??= build());
}

function build(): Tables {
  const codes = table.map((currency) => currency.code);
  const before = [...table.flatMap((currency) => currency.before), ...codes.map((code) => `${code}(?:\\s?[$€£₹¥])?`), "\\$", "kr\\.?"];
  // A sign after the number is one that no other number follows: in "100 $200" it belongs to the second.
  const after = [...table.flatMap((currency) => currency.after), ...codes, "\\$", "dollars?", "kr\\.?", "kronor", "kroner"];
  return {
    before: before.map(asWord).join("|"),
    after: `(?:${after.join("|")})(?!\\s?\\d|\\p{L})`,
    codeOf: table.map(({ code, before: b, after: a }) => [new RegExp(`^(?:${[...b, ...a, `${code}.*`].join("|")})$`, "iu"), code]),
    scaleOf: new Map(table.map(({ code, scale }) => [code, scale])),
  };
}

function asWord(spelling: string): string {
  return /^\p{L}/u.test(spelling) ? `(?<!\\p{L})${spelling}` : spelling;
}
