import { expect, test } from "vitest";
import { tally } from "./tally.ts";

const evidence = [{ start: 0, end: 4, text: "word" }];
const votes = (...values: (string | null)[]) => values.map((value) => ({ value, evidence: value === null ? [] : evidence }));

test.each([
  ["all alike", votes("a", "a", "a", "a", "a"), 5, "a", 0, false],
  ["three of five, just within", votes("a", "a", "a", "b", "c"), 5, "a", 0.4, false],
  ["two of five, too wide", votes("a", "a", "b", "c", "d"), 5, null, 0.6, true],
  ["two lead alike", votes("a", "a", "b", "b"), 4, null, 0.5, true],
  ["runs that failed widen it", votes("a", "a"), 5, null, 0.6, true],
  ["nothing came", [], 5, null, 1, true],
  ["all say that it is not said", votes(null, null, null), 3, null, 0, false],
  ["one run", votes("a"), 1, "a", 0, false],
])("%s", (_, given, runs, value, spread, abstains) => expect(tally(given, runs, 0.4)).toMatchObject({ value, spread, abstains }));

test("a value without a quote from the text does not count, and is counted", () => {
  const unquoted = [{ value: "b", evidence: [] }, { value: "b", evidence: [] }];
  expect(tally([...votes("a", "a", "a"), ...unquoted], 5, 0.4)).toEqual({ value: "a", abstains: false, spread: 0.4, votes: [{ value: "a", n: 3 }], unsupported: 2, evidence });
});

test("where it abstains it shows no evidence for either", () => expect(tally(votes("a", "b"), 2, 0.4).evidence).toEqual([]));
