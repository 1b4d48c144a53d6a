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

/** How often an order holds among the replicates, 0..1, and of the `pairs` that were compared for it the one that is most often the other way round. Of many pairs one is so by chance. */
export type OrderHeld = { whole: number; pairs: number; reversed: { before: number; after: number; often: number } | null };

/**
 * How often each place of a tier has more than every place of the tiers after it. A tie holds nothing, and reverses nothing. What is `aside` comes after the first tier, and anywhere among the others.
 * `orderHeld([[3, 2, 1], [3, 1, 2]], [[0], [1], [2]])` → `{ whole: 0.5, pairs: 3, reversed: { before: 2, after: 1, often: 0.5 } }`
 */
export function orderHeld(replicates: readonly (readonly (number | null)[])[], tiers: readonly (readonly number[])[], aside: readonly number[] = []): OrderHeld {
  const pairs = tiers.flatMap((tier, i) => tier.flatMap((ahead) => [...tiers.slice(i + 1).flat(), ...(i === 0 ? aside : [])].map((behind) => ({ ahead, behind }))));
  const turned = pairs.map(() => 0);
  let whole = 0;
  for (const values of replicates) {
    let holds = true;
    for (const [i, { ahead, behind }] of pairs.entries()) {
      const [a, b] = [values[ahead] ?? Number.NEGATIVE_INFINITY, values[behind] ?? Number.NEGATIVE_INFINITY];
      if (b > a) turned[i]!++;
      if (b >= a) holds = false;
    }
    if (holds) whole++;
  }
  const most = turned.indexOf(Math.max(...turned));
  return { whole: whole / replicates.length, pairs: pairs.length, reversed: pairs.length === 0 ? null : { before: pairs[most]!.behind, after: pairs[most]!.ahead, often: turned[most]! / replicates.length } };
}
