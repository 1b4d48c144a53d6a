import { expect, test } from "vitest";
import { isNarrowed, queryOf, readFilters, toggled } from "./filters.ts";

test("an address is read with the API's own schemas", () => {
  expect(readFilters({ region: "uk,us,uk", country: "gb", seniority: "senior", title: " data scientist ", since: "2025-10-31", skill: "Python" })).toEqual({
    region: ["uk", "us"],
    country: ["GB"],
    seniority: ["senior"],
    title: "data scientist",
    since: "2025-10-31",
    skill: ["python"],
  });
});

test("what is no filter is left out, and the rest kept", () => {
  expect(readFilters({ region: "mars", layer: "model,basement", since: "tomorrow", title: "", domain: [], sort: "n", country: "DE" })).toEqual({ country: ["DE"] });
  expect(Object.entries(readFilters({ utm_source: "mail" }))).toContainEqual(["utm_source", undefined]);
  expect(readFilters({ since: "2025-02-31", employer: "x".repeat(201), region: 7 })).toEqual({});
});

test("an address read and written is the same", () => {
  const query = { region: "uk,us", layer: "model", until: "2026-01-01", currency: "EUR" };
  expect(queryOf(readFilters(query))).toEqual(query);
  expect(queryOf({ a: undefined, b: null, c: "", d: [], e: 0 })).toEqual({ e: "0" });
});

test("the currency of pay narrows nothing", () => {
  expect(isNarrowed({ currency: "EUR" })).toBe(false);
  expect(isNarrowed({ title: "data" })).toBe(true);
});

test("a value is put in, and taken out", () => {
  expect(toggled(undefined, "uk")).toEqual(["uk"]);
  expect(toggled(["uk", "us"], "uk")).toEqual(["us"]);
  expect(toggled(["uk"], "uk")).toBeUndefined();
});
