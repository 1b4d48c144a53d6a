import { foldMarks } from "../../../lib/fold-marks.ts";
import { countryName, Region } from "../../../terms/place.ts";
import type { NameKind } from "../../../terms/market-name.ts";
import { roles } from "../../../terms/role.ts";
import { count, shown } from "../../figures.ts";
import { pages } from "../../pages.ts";
import { regionNames } from "../../words.ts";
import { filterWords } from "../../words/filters.ts";
import { shellWords } from "../../words/shell.ts";

/** Something that can be found: `also` are other names it has, `to` is an address of the pages, `act` the name of what is done instead. */
export type Entry = { group: Group; id: string; name: string; also?: readonly string[]; aside?: string; layer?: string; to?: { to: string; params?: Record<string, string>; search?: object }; act?: string };
export type Group = "pages" | "roles" | "places" | "skills" | "employers" | "postings" | "meant" | "actions";

export const groupOrder: readonly Group[] = ["pages", "roles", "places", "skills", "employers", "postings", "meant", "actions"];

export const pageEntries: readonly Entry[] = pages.map(({ to, name, key }) => ({ group: "pages", id: `page ${to}`, name, aside: `g ${key}`, to: { to } }));

export const roleEntries: readonly Entry[] = roles.map(({ id, name, layer }) => ({ group: "roles", id: `role ${id}`, name, layer, to: { to: "/roles/$role", params: { role: id } } }));

type Places = { countries: readonly { country: string; n: number }[]; cities: readonly { city: string; country: string | null; n: number; also: readonly string[] }[] };

/** Regions, and the countries and cities of the market with their vacancies: each is the Market page narrowed to it. */
export function placeEntries({ countries, cities }: Places): Entry[] {
  return [
    ...Region.options.filter((region) => region !== "other").map((region) => placeEntry(`region ${region}`, regionNames[region], undefined, { region: [region] })),
    // A country that is a region of its own is found once.
    ...countries.filter(({ country }) => !["US", "GB", "AE"].includes(country)).map(({ country, n }) => placeEntry(`country ${country}`, countryName(country), count(n), { country: [country] })),
    ...cities.map(({ city, country, n, also }) => ({ also, ...placeEntry(`city ${city} ${country}`, city, country === null ? count(n) : `${countryName(country)} · ${count(n)}`, { country: country === null ? undefined : [country], city: [city.toLowerCase()] }) })),
  ];
}

function placeEntry(id: string, name: string, aside: string | undefined, search: object): Entry {
  return { group: "places", id, name, aside, to: { to: "/", search } };
}

const mostOfGroup = 6;

/**
 * Entries that have every word of the query in one of their names, those that begin with it first, then those in which a word does; at most six of a group. Without a query: pages and actions alone.
 * `find(roleEntries, "ml eng")` → ML engineer
 */
export function find(entries: readonly Entry[], query: string): Entry[] {
  const words = foldMarks(query).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return entries.filter(({ group }) => group === "pages" || group === "actions");
  const scored = entries.flatMap((entry) => {
    const name = [entry.name, ...(entry.also ?? [])].map(foldMarks).find((one) => words.every((word) => one.includes(word)));
    if (name === undefined) return [];
    return [{ entry, score: name.startsWith(words[0]!) ? 0 : words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2 }];
  });
  scored.sort((a, b) => a.score - b.score);
  return groupOrder.flatMap((group) => scored.filter(({ entry }) => entry.group === group).slice(0, mostOfGroup).map(({ entry }) => entry));
}

type Names = { found: readonly { of: NameKind; value: string; name: string; here: boolean }[]; meant: readonly { of: NameKind; name: string }[] };

/** What the server knows by that name where nothing that was at hand is called so: beyond the first few hundred, or known and in no vacancy; and what may have been meant. */
export function namedEntries({ found, meant }: Names): Entry[] {
  return [
    ...found.map(({ of, value, name, here }): Entry => ({ group: groupOf[of], id: `${of} ${value}`, name: shown(name), aside: here ? undefined : shellWords.palette.absent, to: addressOf(of, value) })),
    ...meant.map(({ of, name }): Entry => ({ group: "meant", id: `meant ${of} ${name}`, name: shown(name), aside: filterWords[of], to: addressOf(of, name.toLowerCase()) })),
  ];
}

const groupOf: Record<NameKind, Group> = { skill: "skills", city: "places", employer: "employers" };

function addressOf(of: NameKind, value: string): Entry["to"] {
  return of === "city" ? { to: "/", search: { city: [value] } } : { to: of === "skill" ? "/skills" : "/employers", search: { at: value } };
}
