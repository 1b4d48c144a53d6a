import { expect, test } from "vitest";
import { headingOf } from "./heading.ts";

const eu = { name: "European Union, other members", countries: ["DE", "FR"], scope: "EU directive on pay transparency" };
const colorado = { name: "Colorado", countries: ["US"], scope: null };
const germany = { country: "DE", town: null };

test.each([
  [eu, [{ country: "DE", town: "Berlin" }], "Germany (Berlin): EU directive on pay transparency"],
  [eu, [germany], "Germany: EU directive on pay transparency"],
  [eu, [{ country: "DE", town: "Berlin" }, { country: "DE", town: "Munich" }, { country: "FR", town: "Paris" }], "Germany (Berlin, Munich) and France (Paris): EU directive on pay transparency"],
  [eu, ["A", "B", "C", "D", "E"].map((town) => ({ country: "DE", town })), "Germany (A, B, C, 2 more): EU directive on pay transparency"],
  [eu, [germany, { country: "DE", town: "Berlin" }], "Germany (Berlin): EU directive on pay transparency"],
  [{ ...eu, scope: null }, [germany], "Germany: European Union, other members"],
  [eu, [], "European Union, other members"],
  [colorado, [{ country: "US", town: "Denver" }], "Colorado (Denver)"],
  [colorado, [{ country: "US", town: null }], "Colorado"],
  [{ ...colorado, name: "New York" }, [{ country: "US", town: "New York" }], "New York"],
  [colorado, [], "Colorado"],
])("%j at %j → %s", (rule, places, expected) => expect(headingOf(rule, places)).toBe(expected));
