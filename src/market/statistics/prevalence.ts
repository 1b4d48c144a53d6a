import { Random } from "../../lib/random.ts";

type Interval = { value: number; low: number; high: number };

/** What a class was read as, counted on labelled postings: `labelled[true][read]`. */
export type Errors = readonly (readonly number[])[];

/** Fixed, so that the same market gives the same figures everywhere. */
const seed = 19_780_115;
export const usualDraws = 400;
/** A class of few labels leans on all of them: so many labels are added to each, spread as all classes together were read. */
const priorLabels = 2;

/**
 * The shares of classes as they are, from the shares in which they were read: Rogan and Gladen (1978) for many classes. The reader's errors are taken out by
 * expectation maximisation, which finds the most likely shares, never negative and summing to 1; inverting the matrix of errors would give negative ones.
 * Done over and over, with both drawn anew each time: the labels behind the errors, and the market (as `n` independent postings). The value is the mean of the draws
 * (nearer to planted shares than the single most likely ones, which lie at 0 too often), the interval holds 95 of 100 draws.
 * Takes that classes are mistaken for each other as often here as among the labelled postings.
 */
export function correctedShares(read: readonly number[], n: number, drawn: DrawnErrors): Interval[] {
  const random = new Random(seed);
  const size = read.length;
  const weights = read.map((share) => share * n + 0.5 / size);
  const work = workFor(size);
  const market = new Float64Array(size);
  const replicates = read.map(() => new Float64Array(drawn.length));
  for (const [draw, chances] of drawn.entries()) {
    dirichlet(random, weights, market);
    const shares = solve(market, chances, work);
    for (let i = 0; i < size; i++) replicates[i]![draw] = shares[i]!;
  }
  return replicates.map((unsorted) => {
    const sorted = unsorted.toSorted();
    const value = sorted.reduce((sum, share) => sum + share, 0) / sorted.length;
    // Where nearly all draws lie at 0, their mean is above all of them but few: an interval holds its value.
    return { value, low: Math.min(value, quantile(sorted, 0.025)), high: Math.max(value, quantile(sorted, 0.975)) };
  });
}

/** The chances of being read as each class, class by class, in as many draws of the labels behind them: the same for every market. */
export type DrawnErrors = readonly Float64Array[];

export function drawErrors(labelled: Errors, draws = usualDraws): DrawnErrors {
  const smooth = smoothed(labelled);
  const random = new Random(seed + 1);
  const size = labelled.length;
  return Array.from({ length: draws }, () => {
    const chances = new Float64Array((size + spare) * size);
    for (const [i, row] of smooth.entries()) dirichlet(random, row, chances.subarray(i * size, (i + 1) * size));
    return chances;
  });
}

/** Labels of a class with the prior: right as often as all together, else anywhere. */
function smoothed(labelled: Errors): number[][] {
  const size = labelled.length;
  const all = labelled.flat().reduce((sum, n) => sum + n, 0);
  const right = labelled.reduce((sum, row, i) => sum + row[i]!, 0) / Math.max(1, all);
  return labelled.map((row, i) => row.map((count, j) => count + priorLabels * (i === j ? right : (1 - right) / Math.max(1, size - 1))));
}

/** Far nearer than any interval is narrow. */
const still = 1e-5;
const mostRounds = 100;
/** Room behind the last class, as sums are made six at a time. */
const spare = 5;

/** What one solution after the other is worked out in. */
type Work = Record<"shares" | "once" | "twice" | "far" | "near" | "ratio", Float64Array>;

function workFor(size: number): Work {
  const row = (): Float64Array => new Float64Array(size + spare);
  return { shares: row(), once: row(), twice: row(), far: row(), near: row(), ratio: row() };
}

/**
 * Expectation maximisation from nearly the shares as read, by squared steps (SQUAREM of Varadhan and Roland 2008, Scandinavian Journal of Statistics 35:335):
 * plain steps took ten times as many rounds where classes are often mistaken. Starting from what the draw before came to, or from the inverse, saves no rounds worth having. Marked hot: some 10⁸ products an answer by month.
 * Gives one of the rows of `work`.
 */
function solve(read: Float64Array, chances: Float64Array, work: Work): Float64Array {
  const size = read.length;
  const { once, far, ratio } = work;
  let { shares, twice, near } = work;
  for (let i = 0; i < size; i++) shares[i] = read[i]! * 0.9 + 0.1 / size;
  for (let round = 0; round < mostRounds; round++) {
    step(shares, read, chances, ratio, once);
    step(once, read, chances, ratio, twice);
    let r2 = 0;
    let v2 = 0;
    let moved = 0;
    for (let i = 0; i < size; i++) {
      const r = once[i]! - shares[i]!;
      const next = twice[i]! - once[i]!;
      r2 += r * r;
      v2 += (next - r) * (next - r);
      moved = Math.max(moved, Math.abs(next));
    }
    if (moved < still || v2 < 1e-30) return normalise(twice, size);
    const stretch = Math.max(1, Math.sqrt(r2 / v2));
    let inside = true;
    for (let i = 0; i < size; i++) {
      const r = once[i]! - shares[i]!;
      far[i] = shares[i]! + 2 * stretch * r + stretch * stretch * (twice[i]! - once[i]! - r);
      inside &&= far[i]! > 0;
    }
    // A squared step may leave the shares' ground: then the plain one is taken. A step that stays on it is made sure of by the next plain one.
    if (inside) {
      step(far, read, chances, ratio, near);
      [shares, near] = [near, shares];
    } else [shares, twice] = [twice, shares];
  }
  return normalise(shares, size);
}

/**
 * π ← π · Σ_j read_j · P(j|i) / Σ_k π_k P(j|k), into `next`. Six sums at a time, each in its own order: one sum waits for its own last addition, and six of them divide eighteen roles
 * (a quarter less time than four). Past the last class of the last six stands what nobody looks at.
 */
function step(shares: Float64Array, read: Float64Array, chances: Float64Array, ratio: Float64Array, next: Float64Array): void {
  const size = read.length;
  for (let j = 0; j < size; j += 6) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let k = 0, at = j; k < size; k++, at += size) {
      const share = shares[k]!;
      a += share * chances[at]!;
      b += share * chances[at + 1]!;
      c += share * chances[at + 2]!;
      d += share * chances[at + 3]!;
      e += share * chances[at + 4]!;
      f += share * chances[at + 5]!;
    }
    ratio[j] = a;
    ratio[j + 1] = b;
    ratio[j + 2] = c;
    ratio[j + 3] = d;
    ratio[j + 4] = e;
    ratio[j + 5] = f;
  }
  for (let j = 0; j < size; j++) ratio[j] = ratio[j]! > 0 ? read[j]! / ratio[j]! : 0;
  for (let i = 0; i < size; i += 6) {
    let a = 0;
    let b = 0;
    let c = 0;
    let d = 0;
    let e = 0;
    let f = 0;
    for (let j = 0, at = i * size; j < size; j++, at++) {
      const one = ratio[j]!;
      a += one * chances[at]!;
      b += one * chances[at + size]!;
      c += one * chances[at + 2 * size]!;
      d += one * chances[at + 3 * size]!;
      e += one * chances[at + 4 * size]!;
      f += one * chances[at + 5 * size]!;
    }
    next[i] = a * shares[i]!;
    next[i + 1] = b * shares[i + 1]!;
    next[i + 2] = c * shares[i + 2]!;
    next[i + 3] = d * shares[i + 3]!;
    next[i + 4] = e * shares[i + 4]!;
    next[i + 5] = f * shares[i + 5]!;
  }
}

/** Makes the first `size` numbers sum to 1. */
function normalise(row: Float64Array, size: number): Float64Array {
  let sum = 0;
  for (let i = 0; i < size; i++) sum += row[i]!;
  for (let i = 0; i < size; i++) row[i]! /= sum;
  return row;
}

function dirichlet(random: Random, weights: readonly number[], into: Float64Array): void {
  for (let i = 0; i < weights.length; i++) into[i] = gamma(random, weights[i]!) + 1e-12;
  normalise(into, weights.length);
}

/** Gamma with the given shape: Marsaglia and Tsang (2000, TOMS 26:363), with their squeeze, which takes no logarithm of nearly all; shapes below 1 by their own correction. */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * Math.max(random.next(), 1e-12) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = random.normal();
    const root = 1 + c * x;
    const v = root * root * root;
    if (v <= 0) continue;
    const chance = Math.max(random.next(), 1e-12);
    const x2 = x * x;
    if (chance < 1 - 0.0331 * x2 * x2 || Math.log(chance) < 0.5 * x2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

function quantile(sorted: Float64Array, p: number): number {
  return sorted[Math.round(p * (sorted.length - 1))]!;
}
