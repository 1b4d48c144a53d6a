/** A quarter of a year: its name, its first and last day. */
export type Quarter = { name: string; since: string; until: string };

/** `quarterOf("2025Q4")` → `{ name: "2025Q4", since: "2025-10-01", until: "2025-12-31" }`; null for any other form, and before 1900. */
export function quarterOf(name: string): Quarter | null {
  const parts = /^((?:19|[2-9]\d)\d{2})[- ]?Q([1-4])$/i.exec(name.trim());
  return parts === null ? null : made(Number(parts[1]), Number(parts[2]));
}

/** `quarterBefore({ name: "2025Q1", … })` → 2024Q4 */
export function quarterBefore({ name }: Quarter): Quarter {
  const [year, quarter] = [Number(name.slice(0, 4)), Number(name.slice(5))];
  return quarter === 1 ? made(year - 1, 4) : made(year, quarter - 1);
}

function made(year: number, quarter: number): Quarter {
  const until = new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
  return { name: `${year}Q${quarter}`, since: `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`, until };
}
