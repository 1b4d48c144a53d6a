import { counted } from "./words.ts";

/** A figure with the ends of its interval; null is an end that nobody knows. */
export type Between = { value: number; low: number | null; high: number | null };

/** The largest of some figures, and those whose intervals reach its own, largest first: with none of them it stands in front. `rows` is not empty. */
export function front<T>(rows: readonly T[], of: (row: T) => Between): { first: T; level: T[] } {
  const [first, ...others] = rows.toSorted((a, b) => of(b).value - of(a).value);
  const reached = of(first!).low ?? Number.NEGATIVE_INFINITY;
  return { first: first!, level: others.filter((row) => (of(row).high ?? Number.POSITIVE_INFINITY) >= reached) };
}

type Said<T> = { of: (row: T) => Between; told: (row: T) => string; ahead: string; level: string };

/**
 * Who is ahead, said as surely as the intervals allow: `told` names a row with its figure, interval and n.
 * → "The largest role: ML engineer 31 % (…). No other interval reaches its own." or "No role is surely the largest: ML engineer 14 % (…); data scientist 11 % (…); analyst 9 % (…) and 3 more have intervals that overlap."
 */
export function frontText<T>(rows: readonly T[], { of, told, ahead, level: named }: Said<T>): string {
  const { first, level } = front(rows, of);
  if (level.length === 0) return `${ahead}: ${told(first)}.${rows.length > 1 ? " No other interval reaches its own." : ""}`;
  const [shown, more] = [[first, ...level].slice(0, mostNamed), level.length + 1 - mostNamed];
  return `${named}: ${listed([...shown.map(told), ...(more > 0 ? [`${counted(more)} more`] : [])])} have intervals that overlap.`;
}

/** Parts that have commas of their own. `listed(["a", "b", "c"])` → `"a; b and c"` */
function listed(parts: readonly string[]): string {
  return `${parts.slice(0, -1).join("; ")} and ${parts.at(-1)}`;
}

/** More would be a table, which stands below. */
const mostNamed = 3;
