import type { MonthRow } from "../../charts/months.ts";

/** Every month from the first to the last, with 0 where none is told. `monthsFrom([{ month: "2025-11", n: 1 }, { month: "2026-01", n: 2 }])` → 1, 0, 2 */
export function monthsFrom(rows: readonly MonthRow[]): MonthRow[] {
  const known = new Map(rows.filter(({ month }) => /^\d{4}-\d{2}$/.test(month)).map(({ month, n }) => [month, n]));
  const ends = [...known.keys()].toSorted();
  const found: MonthRow[] = [];
  if (ends.length === 0) return found;
  for (let at = numberOf(ends[0]!); at <= numberOf(ends.at(-1)!); at++) {
    const month = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    found.push({ month, n: known.get(month) ?? 0 });
  }
  return found;
}

function numberOf(month: string): number {
  return Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
}
