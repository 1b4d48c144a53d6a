import { describe, expect, it } from "vitest";
import { wilson } from "../../lib/wilson.ts";
import { Random } from "../../lib/random.ts";
import { effectiveN, shareOfSums } from "./share.ts";

type Employer = { n: number; hits: number; w?: number };

function sums(employers: readonly Employer[]) {
  const add = (of: (one: Required<Employer>) => number): number => employers.reduce((sum, one) => sum + of({ w: 1, ...one }), 0);
  const weight = add(({ w, n }) => w * n);
  const without = ({ w, n }: Required<Employer>): number => w / (1 - (w * n) / weight);
  return [
    { hits: add(({ w, hits }) => w * hits), hits2: add((one) => (without(one) * one.hits) ** 2), cross: add((one) => without(one) ** 2 * one.hits * one.n) },
    { employers: employers.length, weight, weight2: add(({ w, n }) => (w * n) ** 2), without2: add((one) => (without(one) * one.n) ** 2), single2: add(({ w, n }) => w * w * n) },
  ] as const;
}

describe("a share with its interval", () => {
  it("is Wilson's where every employer posts once", () => {
    const employers = Array.from({ length: 200 }, (_, i) => ({ n: 1, hits: i < 60 ? 1 : 0 }));
    const { value, low, high } = shareOfSums(...sums(employers));
    const [wilsonLow, wilsonHigh] = wilson(60, 200);
    expect(value).toBe(0.3);
    expect(low).toBeCloseTo(wilsonLow, 2);
    expect(high).toBeCloseTo(wilsonHigh, 2);
  });

  it("counts an employer of whom all postings are alike about once", () => {
    const employers = Array.from({ length: 40 }, (_, i) => ({ n: 25, hits: i < 20 ? 25 : 0 }));
    const n = effectiveN(...sums(employers));
    expect(n).toBeGreaterThan(30);
    expect(n).toBeLessThan(41);
  });

  it("holds the true share 95 times in a hundred where employers differ, and counting postings as strangers does not", () => {
    const random = new Random(7);
    const truth = 0.25;
    let held = 0;
    let naive = 0;
    const runs = 2000;
    for (let run = 0; run < runs; run++) {
      const employers = Array.from({ length: 40 }, () => {
        const n = random.chance(0.2) ? random.whole(20, 40) : random.whole(1, 6);
        // An employer's own rate: 0, ¼ or ½, mean ¼.
        const rate = random.pick([0, truth, truth * 2]);
        return { n, hits: Array.from({ length: n }, () => random.chance(rate)).filter(Boolean).length };
      });
      const [group, cut] = sums(employers);
      const { low, high } = shareOfSums(group, cut);
      const [naiveLow, naiveHigh] = wilson(group.hits, cut.weight);
      if (low <= truth && truth <= high) held++;
      if (naiveLow <= truth && truth <= naiveHigh) naive++;
    }
    expect(held / runs).toBeGreaterThan(0.93);
    expect(held / runs).toBeLessThan(0.985);
    expect(naive / runs).toBeLessThan(0.85);
  });
});
