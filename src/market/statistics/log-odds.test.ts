import { describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { logOddsOf, standing } from "./log-odds.ts";

function drawnShare(random: Random, n: number, p: number): number {
  let hits = 0;
  for (let i = 0; i < n; i++) if (random.chance(p)) hits++;
  return hits / n;
}

describe("log-odds with an informative prior", () => {
  it("is the formula of Monroe, Colaresi and Quinn", () => {
    // 30 of 200 against 10 of 300; prior 20 · 40/500 = 1.6 of 20.
    const { value, z } = logOddsOf({ here: { share: 0.15, n: 200 }, there: { share: 10 / 300, n: 300 } });
    const expected = Math.log(31.6 / (220 - 31.6)) - Math.log(11.6 / (320 - 11.6));
    expect(value).toBeCloseTo(expected, 10);
    expect(z).toBeCloseTo(expected / Math.sqrt(1 / 31.6 + 1 / 11.6), 10);
  });

  it("is nothing where nothing differs, and draws what is rare to nothing", () => {
    expect(logOddsOf({ here: { share: 0.2, n: 50 }, there: { share: 0.2, n: 500 } }).value).toBeCloseTo(0, 10);
    const rare = logOddsOf({ here: { share: 0.01, n: 100 }, there: { share: 0, n: 1000 } });
    const common = logOddsOf({ here: { share: 0.3, n: 100 }, there: { share: 0.1, n: 1000 } });
    expect(Math.abs(rare.z)).toBeLessThan(1.96);
    expect(common.z).toBeGreaterThan(4);
  });

  it("finds planted changes among hundreds of words, and calls hardly any other a change", () => {
    const random = new Random(9);
    // Of 800 and 2500 postings: a halving of what 7 % name is just about to be told from chance among 300 comparisons, of rarer words it is not.
    const clear = 0.07;
    let found = 0;
    let wrong = 0;
    const runs = 30;
    for (let run = 0; run < runs; run++) {
      // 300 words as rare and as frequent as skills are; ten double, ten halve.
      const words = Array.from({ length: 300 }, (_, i) => ({ p: 0.2 / (1 + (i % 60)) + 0.005, factor: i % 60 >= 20 ? 1 : i < 60 ? 2 : i < 120 ? 0.5 : 1 }));
      const scores = words.map(({ p, factor }) => logOddsOf({ here: { share: drawnShare(random, 800, p * factor), n: 800 }, there: { share: drawnShare(random, 2500, p), n: 2500 } }).z);
      const stands = standing(scores);
      for (const [i, { factor, p }] of words.entries()) {
        if (factor !== 1 && p > clear && stands[i] && scores[i]! > 0 === factor > 1) found++;
        if (factor === 1 && stands[i]) wrong++;
      }
    }
    const planted = runs * 2 * Array.from({ length: 20 }, (_, i) => 0.2 / (1 + i) + 0.005).filter((p) => p > clear).length;
    expect(found / planted).toBeGreaterThan(0.85);
    expect(wrong / (runs * 260)).toBeLessThan(0.01);
  });
});

describe("what stands among many comparisons", () => {
  it("is Benjamini and Hochberg's example of 1995: four of fifteen", () => {
    const chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1];
    expect(standing(chances.map(zOf)).filter(Boolean)).toHaveLength(4);
  });

  it("is nothing of nothing", () => {
    expect(standing([])).toEqual([]);
  });
});

/** The z of a two-sided chance, by halving. */
function zOf(chance: number): number {
  let [low, high] = [0, 10];
  for (let i = 0; i < 200; i++) {
    const z = (low + high) / 2;
    const tail = Math.min(1, 2 * (1 - (0.5 + integral(z))));
    [low, high] = tail > chance ? [z, high] : [low, z];
  }
  return low;
}

/** The normal density from 0 to z, by Simpson's rule: slow, and another way than normalBelow. */
function integral(z: number): number {
  const steps = 200;
  let sum = density(0) + density(z);
  for (let i = 1; i < steps; i++) sum += density((z * i) / steps) * (i % 2 === 0 ? 2 : 4);
  return (sum * z) / steps / 3;
}

function density(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}
