import { assert, nat, property, string } from "fast-check";
import { describe, expect, test } from "vitest";
import { quoteFinder } from "./quotes.ts";

const text = "Senior\u200b Engineer\n\nYou will run  GPU clusters for internal teams. Lead the work.";
const find = quoteFinder(text);

describe("a quote that stands in the text", () => {
  test.each([
    ["run GPU clusters", "run  GPU clusters"],
    ["Senior Engineer", "Senior\u200b Engineer"],
    ["Senior Engineer You will", "Senior\u200b Engineer\n\nYou will"],
    ["  Lead  ", "Lead"],
    ["internal teams.", "internal teams."],
  ])("%j gives the slice %j", (quote, slice) => {
    const found = find(quote)!;
    expect(found.text).toBe(slice);
    expect(text.slice(found.start, found.end)).toBe(slice);
  });
});

test.each(["intern", "run CPU clusters", "senior engineer", "the", "", "   ", "...", "…", "Lead the worker", "x".repeat(401), "You will run [...] teams"])("%j is no quote", (quote) => expect(find(quote)).toBeNull());

test("whatever is quoted, what comes back is a slice of the text", () => {
  assert(
    property(string({ unit: "binary" }), string({ unit: "binary" }), nat(), nat(), (before, after, from, size) => {
      const whole = `${before} ${text} ${after}`;
      const quote = whole.slice(from % whole.length, (from % whole.length) + (size % 60));
      const found = quoteFinder(whole)(quote);
      expect(found === null || whole.slice(found.start, found.end) === found.text).toBe(true);
    }),
  );
});
