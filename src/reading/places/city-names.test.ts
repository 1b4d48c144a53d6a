import { expect, test } from "vitest";
import { allCityNames, citiesNamed, otherNames } from "./city-names.ts";

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
  expect(allCityNames()).toEqual(expect.arrayContaining(["Munich", "München", "Heidelberg"]));
});
