import { expect, it } from "vitest";
import { times } from "./times.ts";

it.each([
  [0.69, "2.0"],
  [-1.9, "0.15"],
  [5.6, "270"],
  [0, "1.0"],
])("writes %f as %s times", (logOdds, text) => {
  expect(times(logOdds)).toBe(text);
});
