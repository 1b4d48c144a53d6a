import { Random } from "../../lib/random.ts";
import { normalBelow, student95 } from "./normal.ts";

/** Fixed, so that the same market gives the same intervals on every machine. */
const seed = 20_260_320;
/** Enough for the ends of a 95 % interval; with five employers the interval asks for the ends of a 99.9 % one. */
const draws = 1000;

/**
 * The statistic again and again, each time of as many employers drawn with replacement. Postings of one employer come from one hand, so that whole employers are
 * drawn, never postings. `statistic` gets how often each employer was drawn, by its index.
 */
export function replicate<T>(employers: number, statistic: (times: Uint16Array) => T, howOften = draws): T[] {
  const random = new Random(seed);
  const times = new Uint16Array(employers);
  return Array.from({ length: howOften }, () => {
    times.fill(0);
    for (let i = 0; i < employers; i++) times[Math.floor(random.next() * employers)]!++;
    return statistic(times);
  });
}

/**
 * The 95 % interval of a statistic by what its replicates scatter: Hesterberg's expanded percentiles (2015, American Statistician 69:371), which give the plain percentile
 * interval the width that few employers call for. Replicates without a value (no one drawn stated any) are left out; null where too few are left.
 */
export function intervalOf(values: readonly (number | null)[], employers: number): [low: number, high: number] | null {
  const known = Float64Array.from(values.filter((value): value is number => value !== null && Number.isFinite(value))).toSorted();
  if (employers < 2 || known.length < values.length * 0.9) return null;
  const tail = tailOf(employers);
  return [at(known, tail), at(known, 1 - tail)];
}

/** The part of the replicates beyond each end of the interval: 2.5 of a hundred, and fewer where there are few employers. */
export function tailOf(employers: number): number {
  return normalBelow(-Math.sqrt(employers / (employers - 1)) * student95(employers - 1));
}

function at(sorted: Float64Array, p: number): number {
  const place = (sorted.length - 1) * p;
  const below = Math.floor(place);
  const lower = sorted[below]!;
  return lower + (sorted[Math.min(below + 1, sorted.length - 1)]! - lower) * (place - below);
}

/** How often each place comes first among the replicates, 0..1; ties are shared. `firstOften([[3, 1], [2, 4]])` → `[0.5, 0.5]` */
export function firstOften(replicates: readonly (readonly (number | null)[])[]): number[] {
  const often = Array.from(replicates[0] ?? [], () => 0);
  for (const values of replicates) {
    const best = Math.max(...values.map((value) => value ?? Number.NEGATIVE_INFINITY));
    const first = values.flatMap((value, i) => (value === best ? [i] : []));
    for (const i of first) often[i]! += 1 / first.length / replicates.length;
  }
  return often;
}
