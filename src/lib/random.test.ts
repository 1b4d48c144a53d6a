import { expect, test } from "vitest";
import { Random } from "./random.ts";

function numbers(seed: number): number[] {
  const random = new Random(seed);
  return [random.next(), random.next(), random.next()].map((n) => Math.round(n * 1e6));
}

test("the same seed gives the same numbers", () => {
  // Pinned: other numbers would be another sample market.
  expect(numbers(1)).toEqual([627074, 2736, 527447]);
  expect(numbers(2)).not.toEqual(numbers(1));
});

test("choices keep to their weights", () => {
  const random = new Random(7);
  const picked = Array.from({ length: 4000 }, () => random.weighted(["a", "b", "never"], (one) => ({ a: 3, b: 1, never: 0 })[one]!));
  expect(picked).not.toContain("never");
  expect(picked.filter((one) => one === "a").length / 4000).toBeCloseTo(0.75, 1);
});

test("shuffling keeps all, and changes nothing it was given", () => {
  const given = [1, 2, 3, 4, 5];
  expect(new Random(3).shuffled(given).toSorted()).toEqual(given);
  expect(given).toEqual([1, 2, 3, 4, 5]);
});

test("normal numbers are centred, of deviation one", () => {
  const random = new Random(11);
  const drawn = Array.from({ length: 5000 }, () => random.normal());
  const mean = drawn.reduce((sum, n) => sum + n, 0) / 5000;
  expect(mean).toBeCloseTo(0, 1);
  expect(Math.sqrt(drawn.reduce((sum, n) => sum + (n - mean) ** 2, 0) / 5000)).toBeCloseTo(1, 1);
});
