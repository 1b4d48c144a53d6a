/**
 * How currencies are written beside a number, and how large pay is in them.
 * `scale` is how many units stand where one US dollar stands in a pay figure: set by wages, not by exchange rates,
 * so that 12,000 × scale is about the least that a full-time year pays and the most that a month does (INR 20, not 85).
 */
type Currency = { code: string; scale: number; before: readonly string[]; after: readonly string[] };

// Lower case, letters without accents. The code itself is always one of the spellings, on both sides.
const table: readonly Currency[] = [
  { code: "USD", scale: 1, before: ["us$", "u.s.$"], after: ["us$", "us dollar", "us dollars"] },
  { code: "CAD", scale: 1, before: ["ca$", "can$", "cdn$", "cdn", "c$"], after: ["ca$", "canadian dollars", "cdn"] },
  { code: "AUD", scale: 1.2, before: ["au$", "a$"], after: ["australian dollars"] },
  { code: "NZD", scale: 1.2, before: ["nz$"], after: [] },
  { code: "SGD", scale: 1, before: ["sg$", "s$"], after: ["singapore dollars"] },
  { code: "HKD", scale: 5, before: ["hk$"], after: [] },
  { code: "TWD", scale: 18, before: ["nt$"], after: [] },
  { code: "BRL", scale: 2, before: ["r$"], after: ["reais"] },
  { code: "MXN", scale: 6, before: ["mx$"], after: ["pesos mexicanos"] },
  { code: "EUR", scale: 1, before: ["€"], after: ["€", "euro", "euros"] },
  { code: "GBP", scale: 0.8, before: ["£"], after: ["£", "pounds"] },
  { code: "CHF", scale: 1.5, before: ["sfr", "fr"], after: ["franken", "francs suisses", "swiss francs"] },
  { code: "INR", scale: 20, before: ["₹", "rs"], after: ["₹", "rupees", "rs"] },
  { code: "JPY", scale: 100, before: ["jp¥"], after: ["yen"] },
  { code: "CNY", scale: 4, before: ["cn¥", "rmb"], after: ["rmb"] },
  { code: "KRW", scale: 1000, before: ["₩"], after: ["₩"] },
  { code: "ILS", scale: 3, before: ["₪", "nis"], after: ["₪", "nis"] },
  { code: "AED", scale: 3, before: ["dhs", "dh"], after: ["dirhams", "dhs"] },
  { code: "SAR", scale: 3, before: [], after: ["riyals"] },
  { code: "QAR", scale: 3, before: [], after: [] },
  { code: "PLN", scale: 3, before: [], after: ["zl", "zlotych"] },
  { code: "CZK", scale: 14, before: [], after: ["kc"] },
  { code: "HUF", scale: 200, before: [], after: ["ft"] },
  { code: "RON", scale: 3, before: [], after: ["lei"] },
  { code: "BGN", scale: 1.5, before: [], after: ["leva"] },
  { code: "SEK", scale: 9, before: [], after: [] },
  { code: "NOK", scale: 10, before: [], after: [] },
  { code: "DKK", scale: 7, before: [], after: [] },
  { code: "TRY", scale: 15, before: ["₺"], after: ["₺", "tl"] },
  { code: "ZAR", scale: 8, before: [], after: ["rand"] },
  { code: "MYR", scale: 2, before: ["rm"], after: [] },
  { code: "THB", scale: 12, before: ["฿"], after: ["฿", "baht"] },
  { code: "IDR", scale: 4000, before: ["rp"], after: [] },
  { code: "PHP", scale: 15, before: ["₱"], after: ["₱"] },
  { code: "VND", scale: 8000, before: ["₫"], after: ["₫"] },
  { code: "UAH", scale: 15, before: ["₴"], after: ["₴"] },
  { code: "RUB", scale: 40, before: ["₽"], after: ["₽"] },
  { code: "EGP", scale: 8, before: [], after: [] },
  { code: "NGN", scale: 150, before: ["₦"], after: ["₦", "naira"] },
  { code: "KES", scale: 35, before: ["ksh"], after: [] },
  { code: "COP", scale: 900, before: [], after: ["pesos colombianos"] },
  { code: "CLP", scale: 350, before: [], after: ["pesos chilenos"] },
  { code: "ARS", scale: 400, before: [], after: ["pesos argentinos"] },
];

/** A sign that several countries share says nothing of itself: the posting's places decide. */
const shared: Record<string, Record<string, string>> = {
  $: { US: "USD", CA: "CAD", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD" },
  kr: { SE: "SEK", NO: "NOK", DK: "DKK" },
  "¥": { JP: "JPY", CN: "CNY" },
};
const sharedSpellings: readonly [spelling: string, sign: string][] = [["$", "$"], ["dollars", "$"], ["kr", "kr"], ["kronor", "kr"], ["kroner", "kr"], ["¥", "¥"]];

/** The currency that is paid where no sign says which: a bare "120k" in Berlin. */
const homes: Record<string, string> = {
  US: "USD", CA: "CAD", GB: "GBP", AU: "AUD", NZ: "NZD", SG: "SGD", HK: "HKD", IN: "INR", CH: "CHF", PL: "PLN", SE: "SEK", NO: "NOK", DK: "DKK", CZ: "CZK", HU: "HUF", RO: "RON",
  JP: "JPY", AE: "AED", IL: "ILS", BR: "BRL", ZA: "ZAR", MY: "MYR", TR: "TRY",
  AT: "EUR", BE: "EUR", DE: "EUR", ES: "EUR", FI: "EUR", FR: "EUR", GR: "EUR", IE: "EUR", IT: "EUR", LU: "EUR", NL: "EUR", PT: "EUR", EE: "EUR", LV: "EUR", LT: "EUR", SK: "EUR", SI: "EUR", MT: "EUR", CY: "EUR", HR: "EUR",
};

type Spellings = { before: Map<string, string>; after: Map<string, string>; scale: Map<string, number> };
let built: Spellings | null = null;

/** Spelling before and after a number → ISO code, or the shared sign "$", "kr", "¥". */
export function currencySpellings(): Spellings {
  return (built ??= build());
}

/** Units of `currency` that stand where one dollar stands in a pay figure. */
export function payScale(currency: string): number {
  return currencySpellings().scale.get(currency) ?? 1;
}

/**
 * The ISO code for a code or shared sign: `resolveCurrency("$", ["AU"])` → "AUD".
 * A plain dollar is the US dollar unless all of the posting is in one other dollar country; "kr" outside one Nordic country is null.
 */
export function resolveCurrency(written: string, countries: readonly string[]): string | null {
  const choices = shared[written];
  if (choices === undefined) return written;
  const only = common(choices, countries);
  if (only !== null) return only;
  return written === "$" ? "USD" : written === "¥" ? "JPY" : null;
}

/** Whether two ends of one range can be of these currencies: a plain dollar goes with any dollar or peso. */
export function sameCurrency(a: string, b: string): boolean {
  return a === b || goesWith(a, b) || goesWith(b, a);
}

function goesWith(sign: string, code: string): boolean {
  return Object.values(shared[sign] ?? {}).includes(code) || (sign === "$" && ["TWD", "MXN", "COP", "CLP", "ARS"].includes(code));
}

/** The one currency of the posting's countries, null where they have none or several. */
export function homeCurrency(countries: readonly string[]): string | null {
  return common(homes, countries);
}

/** The one currency that all countries have, null where they have none or several. */
function common(currencies: Record<string, string>, countries: readonly string[]): string | null {
  if (countries.length === 0) return null;
  const first = currencies[countries[0]!];
  for (let i = 1; i < countries.length; i++) if (currencies[countries[i]!] !== first) return null;
  return first ?? null;
}

function build(): Spellings {
  const before = new Map<string, string>(sharedSpellings);
  const after = new Map<string, string>(sharedSpellings);
  for (const currency of table) {
    const code = currency.code.toLowerCase();
    for (const spelling of [code, `${code}$`, `${code}€`, `${code}£`, `${code}₹`, ...currency.before]) before.set(spelling, currency.code);
    for (const spelling of [code, ...currency.after]) after.set(spelling, currency.code);
  }
  return { before, after, scale: new Map(table.map(({ code, scale }) => [code, scale])) };
}
