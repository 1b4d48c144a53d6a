import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { bandOf, quantilesOf, type Stated } from "./quantiles.ts";
import { firstOften, intervalOf, orderHeld, replicate } from "./replicate.ts";

const stated = (...values: number[]): Stated[] => values.map((value, employer) => ({ employer, value, n: 1 }));

describe("quantiles", () => {
  it("lie between neighbours, as DuckDB's quantile_cont", () => {
    expect(quantilesOf(stated(10, 20, 30, 40), [0, 0.1, 0.25, 0.5, 0.9, 1])).toEqual([10, 13, 17.5, 25, 37, 40]);
    expect(quantilesOf(stated(), [0.5])).toEqual([null]);
  });

  it("are those of the values written out", () => {
    const row = fc.record({ employer: fc.integer({ min: 0, max: 4 }), value: fc.integer({ min: 0, max: 50 }), n: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 5, maxLength: 5 }), (rows, times) => {
        const sorted = rows.toSorted((a, b) => a.value - b.value);
        const written = sorted.flatMap((one) => Array.from({ length: one.n * times[one.employer]! }, () => one.value));
        const slow = [0.1, 0.25, 0.5, 0.75, 0.9].map((p) => {
          if (written.length === 0) return null;
          const place = (written.length - 1) * p;
          const lower = written[Math.floor(place)]!;
          return lower + ((written[Math.ceil(place)] ?? lower) - lower) * (place - Math.floor(place));
        });
        const quick = quantilesOf(sorted, [0.1, 0.25, 0.5, 0.75, 0.9], Uint16Array.from(times));
        for (const [i, value] of slow.entries()) {
          if (value === null) expect(quick[i]).toBeNull();
          else expect(quick[i]).toBeCloseTo(value, 9);
        }
      }),
    );
  });
});

/** Pay of `employers`, each with its own level and 1 to 12 postings around it; the true median is 100. */
function payOf(seed: number, employers: number): Stated[] {
  const random = new Random(seed);
  return Array.from({ length: employers }, (_, employer) => {
    const level = 100 + 15 * random.normal();
    return Array.from({ length: random.whole(1, 12) }, (): Stated => ({ employer, value: level + 8 * random.normal(), n: 1 }));
  }).flat();
}

describe("intervals by drawing employers", () => {
  it("are the same every time", () => {
    expect(bandOf(payOf(1, 30), [0.5], 30)).toEqual(bandOf(payOf(1, 30), [0.5], 30));
  });

  // 200 markets each. A bootstrap of postings would hold the median in about 60 of 100.
  it.each([[5, 0.88], [10, 0.9], [20, 0.915], [40, 0.915], [80, 0.915]])("hold the true median about 95 times in 100 with %d employers", (employers, least) => {
    let held = 0;
    for (let market = 0; market < 200; market++) {
      const [median] = bandOf(payOf(500 + market, employers), [0.5], employers);
      if (median!.low! <= 100 && 100 <= median!.high!) held++;
    }
    expect(held / 200).toBeGreaterThanOrEqual(least);
  });

  it("are wider than those of as many postings, each of its own employer", () => {
    const rows = payOf(3, 20);
    const [together] = bandOf(rows, [0.5], 20);
    const [apart] = bandOf(rows.map((row, employer) => ({ ...row, employer })), [0.5], rows.length);
    expect(together!.high! - together!.low!).toBeGreaterThan(1.4 * (apart!.high! - apart!.low!));
  });

  it("are none for one employer, and none where most draws have no value", () => {
    expect(bandOf(stated(1), [0.5], 1)).toEqual([{ value: 1, low: null, high: null }]);
    expect(intervalOf([1, null, null], 10)).toBeNull();
  });

  it("draw as many employers as there are", () => {
    for (const sum of replicate(7, (times) => times.reduce((a, b) => a + b, 0), 50)) expect(sum).toBe(7);
  });

  it("count who comes first", () => {
    expect(firstOften([[3, 1, null], [2, 4, 1], [5, 5, 1]])).toEqual([0.5, 0.5, 0]);
  });

  it("count how often an order holds, and which step of it is most often turned", () => {
    const drawn = [[3, 2, 1], [3, 1, 2], [3, 1, 2], [3, 2, null]];
    expect(orderHeld(drawn, [[0], [1], [2]])).toEqual({ whole: 0.5, pairs: 3, reversed: { before: 2, after: 1, often: 0.5 } });
    expect(orderHeld(drawn, [[0], [1, 2]])).toMatchObject({ whole: 1, pairs: 2 });
    expect(orderHeld([[2, 2], [2, 1]], [[0], [1]])).toEqual({ whole: 0.5, pairs: 1, reversed: { before: 1, after: 0, often: 0 } });
    expect(orderHeld([[9, 2, 5], [9, 2, 1], [4, 2, 5]], [[0], [1]], [2])).toEqual({ whole: 2 / 3, pairs: 2, reversed: { before: 2, after: 0, often: 1 / 3 } });
  });
});
