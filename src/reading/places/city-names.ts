import cities from "../../../data/places/cities.json";
import names from "../../../data/places/names.json";
import { foldMarks } from "../../lib/fold-marks.ts";
import { grouped } from "../../lib/grouped.ts";
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

/** Every name of every city that begins with a letter, without accents and case, with the name as it is written: to look for what a mistyped one may have meant. */
export function cityNamesFrom(initial: string): ReadonlyMap<string, string> {
  byInitial ??= namesByInitial();
  return byInitial.get(initial) ?? new Map();
}

let others: Map<string, string[]> | null = null;
let byInitial: Map<string, Map<string, string>> | null = null;

function namesByInitial(): Map<string, Map<string, string>> {
  others ??= namesByCity();
  const listed = Object.values<string>(cities).flatMap((list) => list.split("|").map((entry) => entry.slice(0, entry.lastIndexOf(" "))));
  const folded = [...listed, ...[...others.values()].flat()].map((name) => [foldMarks(name), name] as const);
  return new Map([...grouped(folded, ([name]) => name.slice(0, 1))].map(([initial, own]) => [initial, new Map(own)]));
}

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
