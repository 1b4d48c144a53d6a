import { describe, expect, test } from "vitest";
import { makeDocument } from "../src/reading/layout.ts";
import { layerOf, roles } from "../src/terms/role.ts";
import { findGolden } from "./golden.ts";

// The facts are written by hand: a slip in them would be taken for a fault of the reader.
const golden = findGolden();

describe.each(golden)("$slug", ({ slug, posting, facts }) => {
  const doc = makeDocument(posting);
  const text = doc.text.replace(/\s+/g, " ");

  test("goes by its file's name in both files", () => {
    expect([posting.id, facts.id, posting.lang]).toEqual([slug, slug, facts.language]);
  });

  test("has one description, of a length that postings have, without addresses", () => {
    expect([posting.description_html, posting.description_text].filter(Boolean)).toHaveLength(1);
    const words = text.split(" ").length;
    expect(words).toBeGreaterThan(250);
    expect(words).toBeLessThan(720);
    expect(text).not.toMatch(/https?:|www\.|@[a-z]|\.(?:com|io|ai|de|fr|nl|org)\b/i);
  });

  test("has facts that agree with each other", () => {
    expect(facts.layer).toBe(layerOf(facts.role));
    const skills = [...facts.skills.required, ...facts.skills.preferred];
    expect(skills.length).toBeGreaterThanOrEqual(3);
    expect(new Set([...skills, ...facts.notSkills]).size).toBe(skills.length + facts.notSkills.length);
  });

  test("says its pay, and the words that are not skills, in its text", () => {
    const digits = `${text} ${posting.salary_raw ?? ""}`.replace(/(?<=\d)[ .,'’\u00a0\u202f](?=\d)/g, "");
    const stands = (n: number): boolean => [n, n / 1000, n / 100_000].some((written) => digits.includes(String(written).replace(".", "")));
    expect(facts.pay.flatMap(({ min, max }) => [min, max]).filter((n) => n !== null && !stands(n))).toEqual([]);
    expect(facts.notSkills.filter((word) => !text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
  });
});

test("covers every role twice and four languages", () => {
  const count = (wanted: (one: (typeof golden)[number]) => boolean): number => golden.filter(wanted).length;
  expect(roles.filter(({ id }) => count(({ facts }) => facts.role === id) < 2)).toEqual([]);
  expect(count(({ facts }) => facts.language === "de")).toBeGreaterThanOrEqual(8);
  expect(count(({ facts }) => facts.language === "fr")).toBeGreaterThanOrEqual(8);
  expect(count(({ facts }) => facts.language === "nl")).toBeGreaterThanOrEqual(6);
  expect(new Set(golden.map(({ posting }) => posting.company)).size).toBe(golden.length);
});
