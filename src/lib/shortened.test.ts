import { expect, it } from "vitest";
import { shortened } from "./shortened.ts";

it.each([
  ["", ""],
  ["a".repeat(80), "a".repeat(80)],
  ["a".repeat(81), `${"a".repeat(80)}…`],
  ["😀".repeat(80), "😀".repeat(80)],
  ["😀".repeat(3000), `${"😀".repeat(80)}…`],
])("of what was given no more than 80 letters are said again", (given, said) => {
  expect(shortened(given)).toBe(said);
});
