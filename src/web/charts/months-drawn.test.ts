import { expect, test } from "vitest";
import { monthsDrawn } from "./months-drawn.ts";

const months = (...sizes: number[]) => sizes.flatMap((n, i) => [{ month: `2025-0${i + 1}`, n: n - 1 }, { month: `2025-0${i + 1}`, n: 1 }]);

test.each([
  ["all, where each has enough", [10, 12, 30], ["2025-01", "2025-02", "2025-03"]],
  ["none at an end that has too few, but one between others", [2, 9, 10, 4, 25, 10, 10, 3], ["2025-03", "2025-04", "2025-05", "2025-06", "2025-07"]],
  ["none where half have too few", [3, 10, 3, 10, 3], []],
  ["none where one is left", [3, 10], []],
  ["none of nothing", [], []],
])("of months are drawn %s", (_, sizes, drawn) => {
  expect(monthsDrawn(months(...sizes))).toEqual(drawn);
});
