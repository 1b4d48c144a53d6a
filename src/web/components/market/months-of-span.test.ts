import { expect, test } from "vitest";
import { monthsOfSpan } from "./months-of-span.ts";

test("every month from the first to the last", () => {
  expect(monthsOfSpan({ first: "2025-11", last: "2026-01" })).toEqual(["2025-11", "2025-12", "2026-01"]);
  expect(monthsOfSpan({ first: "2025-11", last: "2025-11" })).toEqual(["2025-11"]);
  expect(monthsOfSpan(null)).toEqual([]);
});
