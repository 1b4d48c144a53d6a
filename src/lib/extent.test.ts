import { expect, test } from "vitest";
import { extentOf } from "./extent.ts";

test("the least and the most of more numbers than a function takes arguments", () => {
  expect(extentOf(Array.from({ length: 500_000 }, (_, i) => i - 7))).toEqual({ least: -7, most: 499_992 });
  expect(extentOf([])).toBeNull();
});
