/** Money at a glance: 182500 → "183k", 4250000 → "4.25m" */
export function shortAmount(amount: number): string {
  if (amount < 1000) return String(Math.round(amount));
  return amount < 999_500 ? `${Math.round(amount / 1000)}k` : `${Number((amount / 1_000_000).toFixed(2))}m`;
}
