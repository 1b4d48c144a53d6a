/** A share with its interval, in per cent: "12.3 (10 to 15)", with `after` " %" "12.3 % (10 to 15)" where no head of a column says so; "–" where there is none. */
export function sharePercent(share: { value: number; low: number; high: number } | null, after = ""): string {
  if (share === null) return "–";
  const digits = share.high < 0.02 ? 1 : 0;
  return `${(share.value * 100).toFixed(1)}${after} (${(share.low * 100).toFixed(digits)} to ${(share.high * 100).toFixed(digits)})`;
}
