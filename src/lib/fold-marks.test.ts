import { expect, test } from "vitest";
import { foldMarks } from "./fold-marks.ts";

test.each([
  ["Société Générale", "societe generale"],
  ["Ｍünchen", "munchen"],
  ["C++", "c++"],
  ["", ""],
])("%s is compared as %s", (name, folded) => {
  expect(foldMarks(name)).toBe(folded);
});
