import cities from "../../../data/places/cities.json";
import names from "../../../data/places/names.json";
import { areasNamed } from "./gazetteer.ts";

/** The cities that a name may mean, as readings call them: `citiesNamed("münchen")` → `["Munich"]`; none for what is no city's name. */
export function citiesNamed(name: string): string[] {
  return [...new Set((areasNamed(name) ?? []).flatMap(({ city }) => city ?? []))];
}

/** What else a city is called, in other languages and spellings: `otherNames("Cologne", "DE")` → `["Köln", "Koeln", "Keulen"]` */
export function otherNames(city: string, country: string | null): string[] {
  others ??= namesByCity();
  return others.get(`${country} ${city}`) ?? [];
}

/** Every name of every city, to look for what a mistyped one may have meant. */
export function allCityNames(): string[] {
  const listed = Object.values<string>(cities).flatMap((list) => list.split("|").map((entry) => entry.slice(0, entry.lastIndexOf(" "))));
  return [...new Set([...listed, ...[...namesByCity().values()].flat()])];
}

let others: Map<string, string[]> | null = null;

function namesByCity(): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [code, list] of Object.entries<string>(names.cities)) {
    for (const entry of list.split("|")) {
      const [head, aliases] = entry.split("=");
      if (aliases !== undefined) found.set(`${code.slice(0, 2)} ${head!.replace(/ \d+$/, "")}`, aliases.split(","));
    }
  }
  return found;
}
