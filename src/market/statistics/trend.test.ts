import { describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { type MonthShare, trendOf } from "./trend.ts";

/** Months of drawn postings along a logistic line; `scatter` moves whole months beside chance. */
function months(random: Random, { level, slope, n, count, scatter = 0 }: { level: number; slope: number; n: number; count: number; scatter?: number }): MonthShare[] {
  return Array.from({ length: count }, (_, month) => {
    const p = 1 / (1 + Math.exp(-(level + slope * (month - (count - 1) / 2) + scatter * random.normal())));
    let hits = 0;
    for (let i = 0; i < n; i++) if (random.chance(p)) hits++;
    return { month, share: hits / n, n };
  });
}

describe("the trend of a share", () => {
  it("finds a planted line exactly where there is no chance in it", () => {
    const line = Array.from({ length: 24 }, (_, month) => ({ month, share: 1 / (1 + Math.exp(-(-2 + 0.05 * (month - 11.5)))), n: 1e7 }));
    const { slope, growth } = trendOf(line)!;
    const p = 1 / (1 + Math.exp(2));
    expect(slope.value).toBeCloseTo(0.05 * p * (1 - p), 8);
    expect(growth!.value).toBeCloseTo(line[23]!.share / line[11]!.share - 1, 6);
  });

  it.each([{ scatter: 0 }, { scatter: 0.3 }])("holds the planted slope about 95 times in a hundred (%j)", ({ scatter }) => {
    const random = new Random(5);
    let held = 0;
    const runs = 400;
    for (let run = 0; run < runs; run++) {
      const { slope } = trendOf(months(random, { level: -1.5, slope: 0.04, n: 150, count: 18, scatter }))!;
      const p = 1 / (1 + Math.exp(1.5));
      const truth = 0.04 * p * (1 - p);
      if (slope.low <= truth && truth <= slope.high) held++;
    }
    expect(held / runs).toBeGreaterThan(0.92);
    expect(held / runs).toBeLessThan(0.99);
  });

  it("has no growth of a year below thirteen months, and no trend of three months or of nothing", () => {
    const random = new Random(6);
    expect(trendOf(months(random, { level: -1, slope: 0, n: 100, count: 12 }))!.growth).toBeNull();
    expect(trendOf(months(random, { level: -1, slope: 0, n: 100, count: 3 }))).toBeNull();
    expect(trendOf(Array.from({ length: 6 }, (_, month) => ({ month, share: 0, n: 50 })))).toBeNull();
    expect(trendOf(Array.from({ length: 6 }, (_, month) => ({ month, share: 1, n: 50 })))).toBeNull();
  });

  it("gives up on a share that goes from none to all, instead of a slope without end", () => {
    expect(trendOf(Array.from({ length: 6 }, (_, month) => ({ month, share: month < 3 ? 0 : 1, n: 50 })))).toBeNull();
  });
});
