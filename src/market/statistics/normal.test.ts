import { expect, it } from "vitest";
import { normalBelow, student95 } from "./normal.ts";

it.each([[0, 0.5], [1.96, 0.9750021], [-1.96, 0.0249979], [3, 0.9986501], [-3, 0.0013499]])("has the normal distribution up to %d", (z, below) => {
  expect(normalBelow(z)).toBeCloseTo(below, 6);
});

// Printed tables of Student's t, two-sided 5 %.
it.each([[1, 12.7062], [2, 4.3027], [3, 3.1824], [4, 2.7764], [5, 2.5706], [7, 2.3646], [10, 2.2281], [20, 2.086], [30, 2.0423], [120, 1.9799], [1000, 1.9623]])("has Student's t with %d degrees of freedom", (df, t) => {
  expect(student95(df)).toBeCloseTo(t, 3);
});

it("knows nothing without a degree of freedom", () => {
  expect(student95(0)).toBe(Number.POSITIVE_INFINITY);
});
