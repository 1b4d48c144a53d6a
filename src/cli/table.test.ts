import { expect, it } from "vitest";
import { table } from "./table.ts";
import { painter } from "./terminal.ts";

const paint = painter(false);
const sizes = (text: string): number[] => text.split("\n").map((line) => line.length);
const tableOf = (...cells: string[]): string => table(cells.map((_, i) => ({ name: `${i}` })), [{ cells }], paint);

it("cuts the first column where a table is too wide", () => {
  expect(tableOf("x".repeat(40), "y".repeat(50)).split("\n")[2]).toBe(`${"x".repeat(27)}…  ${"y".repeat(50)}`);
});

it("cuts the gaps where the first column can give no more", () => {
  // Of `strata market regions`: a short name, and eight columns that 80 do not hold with gaps of two.
  const cells = ["europe", "550", "54", "36.9 (28 to 47)", "16.2 ", "9.1 ", "35.1 ", "30.4 ", "9.3 ", "A$193k (4,200)", "12345"];
  expect(tableOf(...cells).split("\n")[2]).toBe(cells.join(" "));
  expect(Math.max(...sizes(tableOf(...cells)))).toBeLessThanOrEqual(80);
});
