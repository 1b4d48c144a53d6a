/** A share with its interval: "12.3 (10 to 15)", in per cent; "–" where there is none. */
export function sharePercent(share: { value: number; low: number; high: number } | null): string {
  if (share === null) return "–";
  const digits = share.high < 0.02 ? 1 : 0;
  return `${(share.value * 100).toFixed(1)} (${(share.low * 100).toFixed(digits)} to ${(share.high * 100).toFixed(digits)})`;
}
