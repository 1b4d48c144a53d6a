import { describe, expect, it } from "vitest";
import { front, frontText } from "./front.ts";

const rows = (...figures: [name: string, value: number, low: number | null, high: number | null][]) => figures.map(([name, value, low, high]) => ({ name, value, low, high }));
const words = { of: (row: { value: number; low: number | null; high: number | null }) => row, told: (row: { name: string }) => row.name, ahead: "The largest", level: "None is surely the largest" };

describe("who is in front", () => {
  it.each([
    ["alone, where no interval reaches its own", rows(["b", 2, 1, 3], ["a", 9, 8, 10]), "a", []],
    ["not alone, where one reaches it", rows(["a", 14, 7, 26], ["b", 13, 6, 19], ["c", 2, 1, 3]), "a", ["b"]],
    ["not alone, where ends meet", rows(["a", 9, 8, 10], ["b", 7, 6, 8]), "a", ["b"]],
    ["not alone beside one whose end nobody knows", rows(["a", 9, 8, 10], ["b", 2, 1, null]), "a", ["b"]],
    ["not alone where its own end is not known", rows(["a", 9, null, 10], ["b", 2, 1, 3]), "a", ["b"]],
    ["alone without others", rows(["a", 9, null, null]), "a", []],
  ] as const)("stands %s", (_, some, first, level) => {
    const found = front(some, words.of);
    expect([found.first.name, found.level.map((row) => row.name)]).toEqual([first, level]);
  });

  it("is said as surely as the intervals allow", () => {
    expect(frontText(rows(["a", 9, 8, 10], ["b", 2, 1, 3]), words)).toBe("The largest: a. No other interval reaches its own.");
    expect(frontText(rows(["a", 9, 8, 10]), words)).toBe("The largest: a.");
    expect(frontText(rows(["a", 9, 1, 10], ["b", 8, 1, 9], ["c", 7, 1, 8], ["d", 6, 1, 7], ["e", 5, 1, 6]), words)).toBe("None is surely the largest: a; b; c and 2 more have intervals that overlap.");
    expect(frontText(rows(["a", 9, 1, 10], ["b", 8, 1, 9], ["c", 7, 1, 8]), words)).toBe("None is surely the largest: a; b and c have intervals that overlap.");
    expect(frontText(rows(["a", 9, 1, 10], ["b", 8, 1, 9]), words)).toBe("None is surely the largest: a and b have intervals that overlap.");
  });
});
