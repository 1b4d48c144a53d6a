import { expect, test } from "vitest";
import { type Entry, find, namedEntries, pageEntries, placeEntries, roleEntries } from "./entries.ts";

const action: Entry = { group: "actions", id: "keys", name: "Show all keys", act: "keys" };
const all = [...pageEntries, ...roleEntries, action];
const names = (query: string) => find(all, query).map(({ name }) => name);

test("without a query: where one can go, and what can be done", () => {
  expect(names("  ")).toEqual([...pageEntries.map(({ name }) => name), "Show all keys"]);
});

test("every word has to be there, in any order and case", () => {
  expect(names("ENGINEER ml")).toEqual(["ML platform engineer", "ML engineer"]);
  expect(names("engineer mll")).toEqual([]);
  expect(names("kéys")).toEqual(["Show all keys"]);
});

test("names that begin with it come first, and no group has more than six", () => {
  expect(names("eval")[0]).toBe("Evaluation engineer");
  expect(names("engineer").length).toBe(6);
});

test("places: regions, countries and cities lead to the market of each, a country that is a region once", () => {
  const places = placeEntries({ countries: [{ country: "GB", n: 1900 }, { country: "DE", n: 1200 }], cities: [{ city: "Paris", country: "FR", n: 8, also: [] }, { city: "Paris", country: "US", n: 1, also: [] }, { city: "Munich", country: "DE", n: 5, also: ["München", "Muenchen"] }] });
  const to = (query: string) => find(places, query).map(({ name, aside, to: address }) => [name, aside, address?.to, address?.search]);
  expect(to("united kingdom")).toEqual([["United Kingdom", undefined, "/", { region: ["uk"] }]]);
  expect(to("germ")).toEqual([["Germany", "1,200", "/", { country: ["DE"] }]]);
  expect(to("paris")).toEqual([
    ["Paris", "France · 8", "/", { country: ["FR"], city: ["paris"] }],
    ["Paris", "United States · 1", "/", { country: ["US"], city: ["paris"] }],
  ]);
});

test("a city by its names in other languages, with accents and without", () => {
  const places = placeEntries({ countries: [], cities: [{ city: "Munich", country: "DE", n: 5, also: ["München", "Muenchen"] }] });
  for (const query of ["munich", "München", "munch", "MUENCHEN"]) expect(find(places, query).map(({ name }) => name)).toEqual(["Munich"]);
  expect(find(places, "munich muench")).toEqual([]);
});

test("what the server knows by a name: with what it is, absent where no vacancy names it, or what was meant", () => {
  expect(namedEntries({ found: [{ of: "skill", value: "kafka", name: "Kafka", here: false }, { of: "city", value: "cologne", name: "Cologne", here: true }], meant: [] })).toEqual([
    { group: "skills", id: "skill kafka", name: "Kafka", aside: "no vacancy here names it", to: { to: "/skills", search: { at: "kafka" } } },
    { group: "places", id: "city cologne", name: "Cologne", aside: undefined, to: { to: "/", search: { city: ["cologne"] } } },
  ]);
  expect(namedEntries({ found: [], meant: [{ of: "skill", name: "Python" }] })).toEqual([{ group: "meant", id: "meant skill Python", name: "Python", aside: "Skill", to: { to: "/skills", search: { at: "python" } } }]);
});
