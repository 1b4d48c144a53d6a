/** A quarter of a year: its name, its first and last day. */
export type Quarter = { name: string; since: string; until: string };

/** `quarterOf("2025Q4")` → `{ name: "2025Q4", since: "2025-10-01", until: "2025-12-31" }`; null for any other form. */
export function quarterOf(name: string): Quarter | null {
  const parts = /^(\d{4})[- ]?Q([1-4])$/i.exec(name.trim());
  if (parts === null) return null;
  const [year, quarter] = [Number(parts[1]), Number(parts[2])];
  const until = new Date(Date.UTC(year, quarter * 3, 0)).toISOString().slice(0, 10);
  return { name: `${year}Q${quarter}`, since: `${year}-${String(quarter * 3 - 2).padStart(2, "0")}-01`, until };
}

/** `quarterBefore({ name: "2025Q1", … })` → 2024Q4 */
export function quarterBefore({ name }: Quarter): Quarter {
  const [year, quarter] = [Number(name.slice(0, 4)), Number(name.slice(5))];
  return quarterOf(quarter === 1 ? `${year - 1}Q4` : `${year}Q${quarter - 1}`)!;
}
