import { expect, test } from "vitest";
import { citiesNamed, cityNamesFrom, otherNames } from "./city-names.ts";

test.each([
  ["münchen", ["Munich"]],
  ["munich", ["Munich"]],
  ["Munchen", ["Munich"]],
  ["muenchen", ["Munich"]],
  ["köln", ["Cologne"]],
  ["zurich", ["Zurich"]],
  ["zürich", ["Zurich"]],
  ["den haag", ["The Hague"]],
  ["nyc", ["New York"]],
  ["sao paulo", ["São Paulo"]],
  ["saint-denis", ["Saint-Denis"]],
  ["germany", []],
  ["bavaria", []],
  ["munchenn", []],
  ["", []],
])("%j is called %j in readings", (name, cities) => {
  expect(citiesNamed(name)).toEqual(cities);
});

test("what a city is called elsewhere is of that country's city", () => {
  expect(otherNames("Munich", "DE")).toContain("München");
  expect(otherNames("Cambridge", "GB")).toEqual([]);
});

test("names of cities stand under their first letter, as they are written", () => {
  expect(["munich", "munchen"].map((name) => cityNamesFrom("m").get(name))).toEqual(["Munich", "München"]);
  expect(cityNamesFrom("m").get("heidelberg")).toBeUndefined();
  expect(cityNamesFrom("").size).toBe(0);
});
