/** An amount with the sign of its own currency, which no other has (`$` is the US dollar alone), thousands and millions short. `money(121000, "GBP")` → `"£121k"`, `money(-4200000, "INR")` → `"−₹4.2M"`, `money(160000, "SGD")` → `"SGD 160k"` */
export function money(amount: number, currency: string): string {
  if (Math.abs(amount) >= 1_000_000 && Number.isInteger(amount / 10_000)) return `${format(currency, amount / 1_000_000)}M`;
  const short = Math.abs(amount) >= 10_000 && Number.isInteger(amount / 100);
  return short ? `${format(currency, amount / 1000)}k` : format(currency, amount);
}

/** On thousands, and millions on ten thousands, as a figure of the market is shown. `roundMoney(121400, "GBP")` → `"£121k"`, `roundMoney(4215000, "INR")` → `"₹4.22M"` */
export function roundMoney(amount: number, currency: string): string {
  const step = Math.abs(amount) >= 1_000_000 ? 10_000 : 1000;
  return money(Math.round(amount / step) * step || 0, currency); // never a minus before nothing
}

/** A difference, with its sign: `moneyDifference(-12000, "USD")` → `"−$12k"`, `moneyDifference(9000, "USD")` → `"+$9,000"` */
export function moneyDifference(amount: number, currency: string): string {
  return `${Math.round(amount / 1000) > 0 ? "+" : ""}${roundMoney(amount, currency)}`;
}

const whole = new Intl.NumberFormat("en");

function format(currency: string, amount: number): string {
  const digits = Number.isInteger(amount) ? 0 : Number.isInteger(amount * 10) ? 1 : 2;
  const own = formatOf(currency, digits);
  return (own === null ? `${currency} ${whole.format(amount)}`.trim() : own.format(amount)).replace("-", "−");
}

/** Each made once: making one takes some thirty times what writing an amount with it does, and a page writes hundreds. */
const formats = new Map<string, Intl.NumberFormat | null>();
/** More than there are currencies with their digits; what is no currency comes out of postings, and without end. */
const mostFormats = 1000;

/** Null where a code is none that is known here. */
function formatOf(currency: string, digits: number): Intl.NumberFormat | null {
  const name = `${currency} ${digits}`;
  const known = formats.get(name);
  if (known !== undefined) return known;
  if (formats.size >= mostFormats) formats.clear();
  const made = formatFor(currency, digits);
  formats.set(name, made);
  return made;
}

function formatFor(currency: string, maximumFractionDigits: number): Intl.NumberFormat | null {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "symbol", maximumFractionDigits });
  } catch (error) {
    if (error instanceof RangeError) return null; // not an ISO code
    throw error;
  }
}
