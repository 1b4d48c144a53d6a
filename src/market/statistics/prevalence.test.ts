import { describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { correctedShares, drawErrors } from "./prevalence.ts";

/** How many of `n` fall into each class. */
function drawn(random: Random, n: number, chances: readonly number[]): number[] {
  const counts = chances.map(() => 0);
  for (let i = 0; i < n; i++) counts[classAt(random.next(), chances)]!++;
  return counts;
}

function classAt(place: number, chances: readonly number[]): number {
  let left = place;
  const found = chances.findIndex((chance) => (left -= chance) < 0);
  return found < 0 ? chances.length - 1 : found;
}

const truth = [0.1, 0.2, 0.2, 0.5];
const chances = [
  [0.85, 0.1, 0.05, 0],
  [0.15, 0.75, 0.05, 0.05],
  [0.05, 0.2, 0.7, 0.05],
  [0.1, 0.1, 0.1, 0.7],
];
const readShares = truth.map((_, j) => truth.reduce((sum, share, i) => sum + share * chances[i]![j]!, 0));

/** The slow and obvious twin: rows of rows, plain steps until nothing moves, every logarithm taken. The same draws. */
function slowlyCorrected(read: readonly number[], n: number, labelled: readonly (readonly number[])[], draws: number) {
  const all = labelled.flat().reduce((sum, one) => sum + one, 0);
  const right = labelled.reduce((sum, row, i) => sum + row[i]!, 0) / all;
  const [market, labels] = [new Random(19_780_115), new Random(19_780_116)];
  const replicates = Array.from({ length: draws }, () => {
    const drawnErrors = labelled.map((row, i) => slowDirichlet(labels, row.map((count, j) => count + 2 * (i === j ? right : (1 - right) / (row.length - 1)))));
    return slowlySolved(slowDirichlet(market, read.map((share) => share * n + 0.5 / read.length)), drawnErrors);
  });
  return read.map((_, i) => {
    const sorted = replicates.map((one) => one[i]!).toSorted((a, b) => a - b);
    return { value: sorted.reduce((sum, share) => sum + share, 0) / draws, low: sorted[Math.round(0.025 * (draws - 1))]!, high: sorted[Math.round(0.975 * (draws - 1))]! };
  });
}

function slowlySolved(read: readonly number[], errors: readonly (readonly number[])[]): number[] {
  let shares = read.map(() => 1 / read.length);
  for (let round = 0; round < 4000; round++) {
    const ratio = read.map((share, j) => share / errors.reduce((sum, row, k) => sum + shares[k]! * row[j]!, 0));
    shares = shares.map((share, i) => share * ratio.reduce((sum, one, j) => sum + one * errors[i]![j]!, 0));
  }
  return shares;
}

function slowDirichlet(random: Random, weights: readonly number[]): number[] {
  const gammas = weights.map((weight) => slowGamma(random, weight) + 1e-12);
  const sum = gammas.reduce((all, one) => all + one, 0);
  return gammas.map((one) => one / sum);
}

function slowGamma(random: Random, shape: number): number {
  if (shape < 1) return slowGamma(random, shape + 1) * Math.max(random.next(), 1e-12) ** (1 / shape);
  const d = shape - 1 / 3;
  for (;;) {
    const x = random.normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(Math.max(random.next(), 1e-12)) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

describe("shares without the reader's errors", () => {
  it("is Rogan and Gladen's formula for two classes", () => {
    // Sensitivity .9, specificity .8, read .41: (.41 + .8 − 1) / (.9 + .8 − 1) = .3
    const [found] = correctedShares([0.41, 0.59], 1e6, drawErrors([[900_000, 100_000], [200_000, 800_000]]));
    expect(found!.value).toBeCloseTo(0.3, 3);
    expect(found!.high - found!.low).toBeLessThan(0.01);
  });

  it("gives back the true shares from shares read with known errors", () => {
    const labelled = chances.map((row) => row.map((chance) => Math.round(chance * 1e6)));
    for (const [i, { value }] of correctedShares(readShares, 1e6, drawErrors(labelled)).entries()) expect(value).toBeCloseTo(truth[i]!, 2);
  });

  it("is never negative and sums to 1, where inverting the errors is not", () => {
    // A class read less often than errors alone would have it.
    const found = correctedShares([0.95, 0.05], 1000, drawErrors([[90, 10], [10, 90]]));
    expect((0.05 - 0.1) / 0.8).toBeLessThan(0);
    for (const { value, low, high } of found) expect([value, low, high].every((share) => share >= 0 && share <= 1) && low <= value && value <= high).toBe(true);
    expect(found.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(1);
  });

  it("changes nothing where nothing is mistaken", () => {
    const found = correctedShares([0.7, 0.2, 0.1], 500, drawErrors([[1e6, 0, 0], [0, 1e6, 0], [0, 0, 1e6]]));
    expect(found.map(({ value }) => Number(value.toFixed(2)))).toEqual([0.7, 0.2, 0.1]);
  });

  // Of 2 to 20 classes: sums are made six at a time, and the last of them may be fewer. Rare classes, some never read.
  it.each([2, 5, 6, 7, 18, 20])("agrees with its slow twin on %d classes", (size) => {
    const random = new Random(size);
    const labelled = Array.from({ length: size }, (_, i) => Array.from({ length: size }, (__, j) => (i === j ? random.whole(5, 60) : random.chance(0.4) ? random.whole(0, 6) : 0)));
    const counts = Array.from({ length: size }, () => (random.chance(0.2) ? 0 : random.whole(1, 40)));
    const n = counts.reduce((sum, one) => sum + one, 0);
    const read = counts.map((count) => count / n);
    const draws = 40;
    const quick = correctedShares(read, n, drawErrors(labelled, draws));
    for (const [i, slow] of slowlyCorrected(read, n, labelled, draws).entries()) {
      expect(Math.abs(quick[i]!.value - slow.value)).toBeLessThan(0.001);
      expect(Math.abs(quick[i]!.low - Math.min(slow.low, slow.value))).toBeLessThan(0.003);
      expect(Math.abs(quick[i]!.high - Math.max(slow.high, slow.value))).toBeLessThan(0.003);
    }
  });

  it("is the same every time", () => {
    expect(correctedShares([0.6, 0.4], 50, drawErrors([[40, 10], [5, 45]]))).toEqual(correctedShares([0.6, 0.4], 50, drawErrors([[40, 10], [5, 45]])));
  });

  it("holds the true shares about 95 times in a hundred, over both the labels and the market drawn anew, and is nearer to them than what was read", () => {
    const random = new Random(11);
    const runs = 100;
    let held = 0;
    let error = 0;
    let rawError = 0;
    for (let run = 0; run < runs; run++) {
      const labelled = chances.map((row, i) => drawn(random, [120, 80, 60, 40][i]!, row));
      const read = drawn(random, 400, readShares).map((n) => n / 400);
      for (const [i, { value, low, high }] of correctedShares(read, 400, drawErrors(labelled)).entries()) {
        if (low <= truth[i]! && truth[i]! <= high) held++;
        error += (value - truth[i]!) ** 2;
        rawError += (read[i]! - truth[i]!) ** 2;
      }
    }
    expect(held / (4 * runs)).toBeGreaterThan(0.92);
    expect(error).toBeLessThan(rawError);
  });
});
