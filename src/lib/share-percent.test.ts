import { expect, it } from "vitest";
import { sharePercent } from "./share-percent.ts";

it.each([
  [{ value: 0.123, low: 0.1, high: 0.15 }, "12.3 (10 to 15)"],
  [{ value: 0, low: 0, high: 0.0041 }, "0.0 (0.0 to 0.4)"],
  [null, "–"],
])("writes %j as %s", (share, text) => {
  expect(sharePercent(share)).toBe(text);
});

it("writes the sign where it is asked for", () => {
  expect(sharePercent({ value: 0.123, low: 0.1, high: 0.15 }, " %")).toBe("12.3 % (10 to 15)");
});
