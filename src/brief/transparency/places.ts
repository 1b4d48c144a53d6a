import { read } from "../../reading/read.ts";

/**
 * A place as a person types it: codes, or a name that the reader knows. `placesNamed("US-CO")` → `[{ country: "US", subdivision: "US-CO", … }]`, `placesNamed("Denver")` → the same;
 * a name that nobody knows gives none.
 */
export function placesNamed(name: string): { country: string; subdivision: string | null; evidence: [] }[] {
  const code = /^([A-Za-z]{2})(?:-([A-Za-z0-9]{1,3}))?$/.exec(name.trim());
  if (code !== null) return [{ country: code[1]!.toUpperCase(), subdivision: code[2] === undefined ? null : `${code[1]}-${code[2]}`.toUpperCase(), evidence: [] }];
  return read({ location: name, description_text: "-" }).places.flatMap(({ country, subdivision }) => (country === null ? [] : [{ country, subdivision, evidence: [] }]));
}
