import { expect, test } from "vitest";
import { claimFigure, claimRange } from "./claim-figure.ts";

test("figures with their intervals, each in its unit", () => {
  expect(claimFigure({ value: 184_300, low: 170_000, high: 199_400, unit: "pay", currency: "USD" })).toBe("$184k ($170k to $199k)");
  expect(claimFigure({ value: 0.241, low: 0.182, high: 0.305, unit: "share", currency: null })).toBe("24.1 % (18.2 to 30.5)");
  expect(claimFigure({ value: 0.519, low: 0.45, high: 0.589, unit: "share", currency: null })).toBe("51.9 % (45.0 to 58.9)");
  expect(claimFigure({ value: -0.02, low: null, high: null, unit: "points a year", currency: null })).toBe("−2.0 points a year");
  expect(claimFigure({ value: 0.97, low: null, high: null, unit: "probability", currency: null })).toBe("97 of 100 draws");
  expect(claimFigure({ value: null, low: null, high: null, unit: "share", currency: null })).toBeNull();
});

test("what is claimed, open at an end or closed", () => {
  expect(claimRange({ range: [110_000, 180_000], unit: "pay", currency: "GBP" })).toBe("£110k to £180k");
  expect(claimRange({ range: [160_000, null], unit: "pay", currency: "SGD" })).toBe("from SGD\u00a0160k, its top open");
  expect(claimRange({ range: [0, null], unit: "growth", currency: null })).toBe("above 0 %");
  expect(claimRange({ range: [0.5, 1], unit: "share", currency: null })).toBe("above 50 %");
  expect(claimRange({ range: [null, 0.3], unit: "share", currency: null })).toBe("below 30 %");
  expect(claimRange({ range: null, unit: "share", currency: null })).toBeNull();
});
