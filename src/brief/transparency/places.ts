import names from "../../../data/places/countries.json";
import { read } from "../../reading/read.ts";

/**
 * A place as a person types it: codes, or a name that the reader knows. `placesNamed("US-CO")` → `[{ country: "US", subdivision: "US-CO", town: null, … }]`, `placesNamed("Denver")` → the same with its town;
 * a name that nobody knows gives none.
 */
export function placesNamed(name: string): { country: string; subdivision: string | null; town: string | null; evidence: [] }[] {
  const code = /^([A-Za-z]{2})(?:-([A-Za-z0-9]{1,3}))?$/.exec(name.trim());
  if (code !== null && !isCode(code[0].toUpperCase())) return [];
  if (code !== null) return [{ country: code[1]!.toUpperCase(), subdivision: code[2] === undefined ? null : `${code[1]}-${code[2]}`.toUpperCase(), town: null, evidence: [] }];
  return read({ location: name, description_text: "-" }).places.flatMap(({ country, subdivision, city }) => (country === null ? [] : [{ country, subdivision, town: city, evidence: [] }]));
}

/** A country, or a part of one; of most countries the parts are not listed, and any is taken. */
function isCode(code: string): boolean {
  const country = code.slice(0, 2);
  return country in names && (code in names || !Object.keys(names).some((one) => one.startsWith(`${country}-`)));
}

/** What to say of a name that `placesNamed` does not know. */
export function noPlace(name: string): string {
  return `no place that is known is called "${name.slice(0, 60)}"; write a country or a part of one by its code (DE, US-CO), or a city by its name`;
}
