/** `signed(0.06)` → `"+6 %"` */
export function signed(part: number): string {
  const value = Math.round(part * 100);
  return `${value > 0 ? "+" : value < 0 ? "−" : ""}${Math.abs(value)} %`;
}
