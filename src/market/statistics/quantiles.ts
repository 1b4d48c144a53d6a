import { intervalOf, replicate } from "./replicate.ts";

/** `n` postings of one employer (by its index) with the same value. */
export type Stated = { employer: number; value: number; n: number };

/** A figure with its 95 % interval; the ends are null where too few employers stand behind it to tell. */
export type Estimate = { value: number; low: number | null; high: number | null };

/**
 * Quantiles between neighbours (type 7 of Hyndman and Fan, as DuckDB's quantile_cont) of values of which each stands `n` times its employer's `times`.
 * `rows` are sorted by value. Null where nothing is left.
 */
export function quantilesOf(rows: readonly Stated[], probabilities: readonly number[], times?: Uint16Array): (number | null)[] {
  let total = 0;
  for (const row of rows) total += times === undefined ? row.n : row.n * times[row.employer]!;
  if (total === 0) return probabilities.map(() => null);
  const found: number[] = [];
  // One walk: the places are sought in rising order, each between the value at `below` and the next.
  let seen = 0;
  let i = -1;
  const valueAt = (place: number): number => {
    while (seen <= place) {
      i++;
      seen += times === undefined ? rows[i]!.n : rows[i]!.n * times[rows[i]!.employer]!;
    }
    return rows[i]!.value;
  };
  for (const p of probabilities) {
    const place = (total - 1) * p;
    const below = Math.floor(place);
    const lower = valueAt(below);
    const part = place - below;
    if (part === 0) {
      found.push(lower);
      continue;
    }
    // Looks one further, and comes back, as the next probability may lie in the same gap.
    const [i0, seen0] = [i, seen];
    found.push(lower + (valueAt(below + 1) - lower) * part);
    [i, seen] = [i0, seen0];
  }
  return found;
}

/** Fewer draws where there is much to draw from: with many employers the interval's ends are 2.5 and 97.5 %, for which 200 do. */
function drawsFor(rows: number): number {
  return Math.max(200, Math.min(1000, Math.floor(20_000_000 / rows)));
}

/** Quantiles of what postings state, with intervals by drawing whole employers. `probabilities` rise. */
export function bandOf(rows: readonly Stated[], probabilities: readonly number[], employers: number): (Estimate | null)[] {
  const sorted = rows.toSorted((a, b) => a.value - b.value);
  const values = quantilesOf(sorted, probabilities);
  const drawn = replicate(employers, (times) => quantilesOf(sorted, probabilities, times), drawsFor(sorted.length));
  return values.map((value, i) => {
    if (value === null) return null;
    const interval = intervalOf(drawn.map((one) => one[i]!), employers);
    return { value, low: interval?.[0] ?? null, high: interval?.[1] ?? null };
  });
}
