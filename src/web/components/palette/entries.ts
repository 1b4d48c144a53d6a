import { Region } from "../../../terms/place.ts";
import { roles } from "../../../terms/role.ts";
import { count } from "../../figures.ts";
import { pages } from "../../pages.ts";
import { countryName, regionNames } from "../../words.ts";

/** Something that can be found: `to` is an address of the pages, `act` the name of what is done instead. */
export type Entry = { group: Group; id: string; name: string; aside?: string; layer?: string; to?: { to: string; params?: Record<string, string>; search?: object }; act?: string };
export type Group = "pages" | "roles" | "places" | "skills" | "employers" | "postings" | "actions";

export const groupOrder: readonly Group[] = ["pages", "roles", "places", "skills", "employers", "postings", "actions"];

export const pageEntries: readonly Entry[] = pages.map(({ to, name, key }) => ({ group: "pages", id: `page ${to}`, name, aside: `g ${key}`, to: { to } }));

export const roleEntries: readonly Entry[] = roles.map(({ id, name, layer }) => ({ group: "roles", id: `role ${id}`, name, layer, to: { to: "/roles/$role", params: { role: id } } }));

type Places = { countries: readonly { country: string; n: number }[]; cities: readonly { city: string; country: string | null; n: number }[] };

/** Regions, and the countries and cities of the market with their vacancies: each is the Market page narrowed to it. */
export function placeEntries({ countries, cities }: Places): Entry[] {
  return [
    ...Region.options.filter((region) => region !== "other").map((region) => placeEntry(`region ${region}`, regionNames[region], undefined, { region: [region] })),
    // A country that is a region of its own is found once.
    ...countries.filter(({ country }) => !["US", "GB", "AE"].includes(country)).map(({ country, n }) => placeEntry(`country ${country}`, countryName(country), count(n), { country: [country] })),
    ...cities.map(({ city, country, n }) => placeEntry(`city ${city} ${country}`, city, country === null ? count(n) : `${countryName(country)} · ${count(n)}`, { country: country === null ? undefined : [country], city: [city.toLowerCase()] })),
  ];
}

function placeEntry(id: string, name: string, aside: string | undefined, search: object): Entry {
  return { group: "places", id, name, aside, to: { to: "/", search } };
}

const mostOfGroup = 6;

/**
 * Entries that have every word of the query, those that begin with it first, then those in which a word does; at most six of a group. Without a query: pages and actions alone.
 * `find(roleEntries, "ml eng")` → ML engineer
 */
export function find(entries: readonly Entry[], query: string): Entry[] {
  const words = fold(query).split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return entries.filter(({ group }) => group === "pages" || group === "actions");
  const scored = entries.flatMap((entry) => {
    const name = fold(entry.name);
    if (!words.every((word) => name.includes(word))) return [];
    return [{ entry, score: name.startsWith(words[0]!) ? 0 : words.every((word) => ` ${name}`.includes(` ${word}`)) ? 1 : 2 }];
  });
  scored.sort((a, b) => a.score - b.score);
  return groupOrder.flatMap((group) => scored.filter(({ entry }) => entry.group === group).slice(0, mostOfGroup).map(({ entry }) => entry));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
