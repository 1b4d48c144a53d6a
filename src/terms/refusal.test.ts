import { describe, expect, it } from "vitest";
import { z } from "zod";
import { Filters, listOf } from "./filters.ts";
import { refusals } from "./refusal.ts";

const written = (name: string, value: string | null): string => (value === null ? name : `${name}=${value}`);
const says = (schema: z.ZodType, given: unknown): string[] => {
  const { error } = schema.safeParse(given);
  return error === undefined ? [] : refusals(error, given, written);
};

describe("what a schema refused", () => {
  it("names the parameter, the value that was given and what it takes", () => {
    expect(says(Filters, { region: "mars" })).toEqual(["region=mars: takes us, uk, europe, uae, apac, other"]);
    expect(says(Filters, { workplace: ["remote,nowhere", "hybrid"] })).toEqual(["workplace=nowhere: takes onsite, hybrid, remote"]);
  });

  it("says each parameter that is wrong, and none that is right", () => {
    expect(says(Filters, { region: "uk", layer: "cellar", seniority: "boss" })).toEqual([
      "layer=cellar: takes infrastructure, evaluation, product, model, governance, outside",
      "seniority=boss: takes intern, entry, mid, senior, lead, manager, director",
    ]);
  });

  it("keeps a schema's own words, and does not quote a value twice", () => {
    expect(says(Filters, { country: "Germany" })).toEqual(["country=Germany: a country is two letters, as in US or DE"]);
    expect(says(Filters, { since: "banana" })).toEqual(['since: no day is written "banana"; write it as in 2025-10-31']);
  });

  it.each<[string, z.ZodType, unknown, string]>([
    ["a wrong kind", z.object({ years: z.number() }), { years: "many" }, "years=many: must be a number"],
    ["what is missing", z.object({ source: z.string() }), {}, "source: is missing"],
    ["a choice that is missing", z.object({ of: z.enum(["pay", "years"]) }), {}, "of: is missing"],
    ["what is too long", z.object({ title: z.string().max(3) }), { title: "abcd" }, "title=abcd: takes 3 characters at most"],
    ["too many", z.object({ skill: listOf(z.string()) }), { skill: Array.from({ length: 101 }, (_, i) => i).join(",") }, `skill=${Array.from({ length: 101 }, (_, i) => i).join(",").slice(0, 80)}…: takes 100 values at most`],
    ["a number too large", z.object({ n: z.number().max(5) }), { n: 6 }, "n=6: takes 5 at most"],
    ["no address", z.object({ url: z.url() }), { url: "nope" }, "url=nope: must be a whole address, as in https://example.com/careers"],
    ["a field that there is not", z.strictObject({}), { foo: 1 }, "there is no foo"],
    ["a field inside another", z.object({ options: z.object({ place: z.array(z.string()) }) }), { options: { place: 1 } }, "options.place=1: must be a list"],
    ["a very long value, short", z.object({ by: z.enum(["day"]) }), { by: "x".repeat(500) }, `by=${"x".repeat(80)}…: takes day`],
  ])("%s", (_, schema, given, said) => {
    const all = says(schema, given);
    expect(all).toHaveLength(1);
    expect(all[0]).toBe(said);
  });

  it("says the first twenty of many", () => {
    const said = says(z.object({ sources: z.array(z.string().max(2)) }), { sources: Array.from({ length: 10_000 }, (_, i) => `name ${i}`) });
    expect(said).toHaveLength(20);
    expect(said.at(-1)).toBe("sources=name 19: takes 2 characters at most");
  });

  it("has no words of the library's in it", () => {
    for (const given of [{ region: 5 }, { title: [] }, { since: 3 }, { country: {} }]) for (const said of says(Filters, given)) expect(said).not.toMatch(/expected|received|Invalid|option/);
  });
});
