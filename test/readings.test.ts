import { describe, expect, test } from "vitest";
import { read } from "../src/reading/read.ts";
import type { Evidence } from "../src/terms/evidence.ts";
import { findGolden, findKnown, findMisses } from "./golden.ts";

// The reader against facts found by hand. `npm run golden` prints every miss; `npm run golden -- --prune` takes mended ones off the list.
const golden = findGolden();
const known = findKnown();

describe.each(golden)("$slug", (one) => {
  const misses = findMisses(one);
  const knownHere = known.get(one.slug) ?? new Map<string, string>();

  test("is read as its facts say, but for known misses", () => {
    const fresh = misses.filter((miss) => !knownHere.has(miss.field));
    expect(fresh.map((miss) => `${miss.field}: expected ${miss.expected}, got ${miss.got}`)).toEqual([]);
  });

  test("is still misread where known-misses.yaml says so", () => {
    const missed = new Set(misses.map((miss) => miss.field));
    expect([...knownHere.keys()].filter((field) => !missed.has(field)), "mended: take it off known-misses.yaml (npm run golden -- --prune)").toEqual([]);
  });
});

test.each(golden)("$slug quotes its text", ({ posting }) => {
  const { text, ...reading } = read(posting, { withText: true });
  const quotes = evidenceIn(reading);
  expect(quotes.filter(({ start, end, text: quote }) => text!.slice(start, end) !== quote)).toEqual([]);
});

test("known misses are of postings that there are, each with a reason", () => {
  const slugs = new Set(golden.map((one) => one.slug));
  expect([...known.keys()].filter((slug) => !slugs.has(slug))).toEqual([]);
  expect([...known.values()].flatMap((fields) => [...fields.values()]).filter((reason) => reason.trim() === "")).toEqual([]);
});

function evidenceIn(value: unknown): Evidence[] {
  if (typeof value !== "object" || value === null) return [];
  if ("start" in value && "text" in value) return [value as Evidence];
  return Object.values(value).flatMap(evidenceIn);
}
