/** Every month from the first to the last. `monthsOfSpan({ first: "2025-11", last: "2026-01" })` → `["2025-11", "2025-12", "2026-01"]` */
export function monthsOfSpan(span: { first: string; last: string } | null): string[] {
  const months: string[] = [];
  if (span === null) return months;
  let [year, month] = [Number(span.first.slice(0, 4)), Number(span.first.slice(5, 7))];
  for (let now = span.first; now <= span.last; ) {
    months.push(now);
    [year, month] = month === 12 ? [year + 1, 1] : [year, month + 1];
    now = `${year}-${String(month).padStart(2, "0")}`;
  }
  return months;
}
