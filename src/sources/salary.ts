/** A stated range of pay as a board's fields give it. */
type StatedPay = { label?: string | null; currency?: string | null; min?: number | null; max?: number | null; period?: string | null; note?: string | null };

/**
 * Fields of pay as words that a person and the pay reader both read.
 * `payText({currency: "USD", min: 120000, max: 150000, period: "year"})` → `"USD 120,000 – 150,000 per year"`
 */
export function payText({ label, currency, min, max, period, note }: StatedPay): string | null {
  const amount = amountText(min ?? null, max ?? null);
  if (amount === null) return null;
  const words = [currency?.toUpperCase(), amount, period ? `per ${period}` : null].filter(Boolean).join(" ");
  return [label?.trim() ? `${label.trim()}: ` : "", words, note?.trim() ? ` (${note.trim()})` : ""].join("");
}

function amountText(min: number | null, max: number | null): string | null {
  if (min === null && max === null) return null;
  if (max === null) return `from ${digits(min!)}`;
  if (min === null) return `up to ${digits(max)}`;
  return min === max ? digits(min) : `${digits(min)} – ${digits(max)}`;
}

function digits(amount: number): string {
  return amount.toLocaleString("en-US", { maximumFractionDigits: 2 });
}

/** The period in a board's words: "1 YEAR", "per-hour-wage", "MONTH", "annual", "bi-week…" → year, month, week, day, hour; null for anything else. */
export function periodOf(words: string | null | undefined): string | null {
  const found = /year|annual|month|hour|day|daily|(?<!bi-?)week/i.exec(words ?? "")?.[0].toLowerCase();
  if (found === undefined) return null;
  return found === "annual" ? "year" : found === "daily" ? "day" : found;
}
