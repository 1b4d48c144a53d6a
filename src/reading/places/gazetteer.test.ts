import { statSync } from "node:fs";
import { expect, test } from "vitest";
import cities from "../../../data/places/cities.json";
import countries from "../../../data/places/countries.json";
import names from "../../../data/places/names.json";
import { Region, regionOf } from "../../terms/place.ts";
import { wordsOf } from "../text/words.ts";
import { areasNamed, nameKey, shortSaint } from "./gazetteer.ts";

const files = ["cities.json", "countries.json", "names.json"].map((name) => new URL(`../../../data/places/${name}`, import.meta.url));

test("the names stay small enough for a browser", () => {
  expect(files.reduce((bytes, file) => bytes + statSync(file).size, 0)).toBeLessThan(250_000);
});

test("every place of the files is a country or a subdivision that is listed", () => {
  const listed = new Set(Object.keys(countries));
  for (const code of [...Object.keys(cities), ...Object.keys(names.places), ...Object.keys(names.cities)]) expect(listed, code).toContain(code);
  for (const members of Object.keys(names.unions)) for (const code of members.split(" ")) expect(listed).toContain(code);
  expect(Object.keys(names.regions).filter((region) => !Region.safeParse(region).success)).toEqual([]);
});

test("every city by hand has a weight: its own, or that of the city it renames", () => {
  for (const [code, list] of Object.entries<string>(names.cities)) {
    for (const entry of list.split("|")) {
      const city = entry.split("=")[0]!.replace(/ \d+$/, "");
      const area = areasNamed(city)?.find((meaning) => meaning.city === city && (meaning.subdivision ?? meaning.country) === code);
      expect(area?.weight, `${code} ${entry}`).toBeGreaterThan(0);
    }
  }
});

test("the short way of folding a name gives what the scanner's way gives", () => {
  for (const list of Object.values<string>(cities)) {
    for (const entry of list.split("|")) {
      const name = entry.slice(0, entry.lastIndexOf(" "));
      expect(nameKey(name)).toBe(wordsOf(name).map(shortSaint).join(" "));
    }
  }
});

test.each([
  ["DE", "europe"],
  ["CH", "europe"],
  ["GB", "uk"],
  ["US", "us"],
  ["AE", "uae"],
  ["SG", "apac"],
  ["VN", "apac"],
  ["IL", "other"],
  ["CA", "other"],
  ["UA", "other"],
])("%s lies in %s", (country, region) => {
  expect(regionOf(country)).toBe(region);
});
