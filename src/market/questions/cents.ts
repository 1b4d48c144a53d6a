/** An amount of money as it is told: the last digits of what lies between two stated figures are noise. `cents(83333.33333333333)` → `83333.33` */
export function cents(amount: number): number {
  return Math.round(amount * 100) / 100;
}

type Amount = { value: number; low: number | null; high: number | null };

/** The same of a figure and the ends of its interval. */
export function inCents(amount: Amount): Amount;
export function inCents(amount: Amount | null): Amount | null;
export function inCents(amount: Amount | null): Amount | null {
  return amount && { value: cents(amount.value), low: amount.low === null ? null : cents(amount.low), high: amount.high === null ? null : cents(amount.high) };
}
