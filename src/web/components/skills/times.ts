/** How many times the odds, of their logarithm: `times(0.69)` → `"2.0"`, `times(-1.9)` → `"0.15"`, `times(5.6)` → `"270"` */
export function times(logOdds: number): string {
  const odds = Math.exp(logOdds);
  return odds < 1 ? odds.toFixed(2) : odds < 10 ? odds.toFixed(1) : String(Number(odds.toPrecision(2)));
}
