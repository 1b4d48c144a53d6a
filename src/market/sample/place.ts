import type { Random } from "../../lib/random.ts";
import type { Ingredients, SampleLanguage } from "./ingredients.ts";

/** Where an invented posting is: `level` is pay there against the country's usual. */
export type Place = { country: string; city: string; state: string | null; local: string | Partial<Record<SampleLanguage, string>> | null; level: number };

/** The place of a city by its English name. */
export function placeOf(city: string, ingredients: Ingredients): Place {
  for (const [country, { cities }] of Object.entries(ingredients.countries)) {
    const found = cities[city];
    if (found !== undefined) return { country, city, state: found.state ?? null, local: found.local ?? null, level: found.level };
  }
  throw new Error(`cities.yaml: there is no ${city}`);
}

/** The city's name in a posting's language. */
export function localName({ city, local }: Place, language: SampleLanguage): string {
  if (language === "en" || local === null) return city;
  return typeof local === "string" ? local : (local[language] ?? city);
}

/** The location field, as the employer's board writes it: "Denver, CO", "Remote (UK)", "Köln oder remote (Deutschland)". */
export function locationLine(place: Place, language: SampleLanguage, remote: boolean, ingredients: Ingredients, house: Random): string {
  const { name, local } = ingredients.countries[place.country]!;
  const city = localName(place, language);
  if (language !== "en") {
    const country = local?.[language] ?? name;
    if (remote) return { de: `${city} oder remote (${country})`, fr: `${city} ou télétravail (${country})`, nl: `${city} of op afstand (${country})` }[language];
    return house.chance(0.25) && city !== country ? `${city}, ${country}` : city;
  }
  const short = { US: "US", GB: "UK" }[place.country] ?? name;
  if (remote) return house.pick([`Remote - ${name}`, `Remote (${short})`, `${withState(place)} or Remote (${short})`]);
  if (place.city === name) return name;
  if (place.country === "US" || place.country === "CA") return house.pick([withState(place), withState(place), `${withState(place)}, ${name}`]);
  return house.pick([`${withState(place)}, ${name}`, `${place.city}, ${short}`, place.country === "GB" ? place.city : `${place.city}, ${name}`]);
}

function withState({ city, state }: Place): string {
  return state === null ? city : `${city}, ${state}`;
}
