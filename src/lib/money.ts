/** An amount with the sign of its own currency, which no other has (`$` is the US dollar alone), thousands and millions short. `money(121000, "GBP")` → `"£121k"`, `money(-4200000, "INR")` → `"−₹4.2M"`, `money(160000, "SGD")` → `"SGD 160k"` */
export function money(amount: number, currency: string): string {
  if (Math.abs(amount) >= 1_000_000 && Number.isInteger(amount / 10_000)) return `${format(currency, amount / 1_000_000)}M`;
  const short = Math.abs(amount) >= 10_000 && Number.isInteger(amount / 100);
  return short ? `${format(currency, amount / 1000)}k` : format(currency, amount);
}

/** On thousands, as a figure of the market is shown. `roundMoney(121400, "GBP")` → `"£121k"` */
export function roundMoney(amount: number, currency: string): string {
  return money(Math.round(amount / 1000) * 1000 || 0, currency); // never a minus before nothing
}

/** A difference, with its sign: `moneyDifference(-12000, "USD")` → `"−$12k"`, `moneyDifference(9000, "USD")` → `"+$9,000"` */
export function moneyDifference(amount: number, currency: string): string {
  return `${Math.round(amount / 1000) > 0 ? "+" : ""}${roundMoney(amount, currency)}`;
}

const whole = new Intl.NumberFormat("en");

function format(currency: string, amount: number): string {
  try {
    return new Intl.NumberFormat("en", { style: "currency", currency, currencyDisplay: "symbol", maximumFractionDigits: Number.isInteger(amount) ? 0 : Number.isInteger(amount * 10) ? 1 : 2 }).format(amount).replace("-", "−");
  } catch {
    return `${currency} ${whole.format(amount)}`.replace("-", "−").trim(); // not an ISO code that is known here
  }
}
