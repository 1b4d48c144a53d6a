import { expect, it } from "vitest";
import countries from "../../../data/places/countries.json";
import { isCountry } from "../../terms/country.ts";

it("the countries that are filters are those that have a name", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  expect(codes.filter(isCountry)).toEqual(Object.keys(countries).filter((code) => code.length === 2).toSorted());
});
