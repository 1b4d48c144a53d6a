import { expect, test } from "vitest";
import { csvOf } from "./csv.ts";

test("numbers keep their digits", () => {
  const row = [83_333.33, -120_000, 0.15714285714285714, 12.345678, 1_851, null, true];
  expect(csvOf(["a", "b", "c", "d", "e", "f", "g"], [row])).toBe("a,b,c,d,e,f,g\r\n83333.33,-120000,0.15714285714285714,12.345678,1851,,true");
});

test("a text that a spreadsheet would take for a formula is led by an apostrophe, and no number is", () => {
  expect(csvOf(["a"], [["=1+1"], [" @x"], ["plain"], [-5]])).toBe('a\r\n\'=1+1\r\n\' @x\r\nplain\r\n-5');
});
