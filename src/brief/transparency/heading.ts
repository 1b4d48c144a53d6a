import type { TransparencyRule } from "../../terms/transparency.ts";
import { listed } from "../quotes.ts";
import { countryName } from "../../terms/place.ts";

const mostTowns = 3;

type Place = { country: string; town: string | null };

/**
 * What a rule's checks stand under: the places that were asked about, and the rule's scope where it holds in more than one country.
 * Berlin → `"Germany (Berlin): EU directive on pay transparency"`, Denver → `"Colorado (Denver)"`; the rule's own name where no place is named.
 */
export function headingOf(rule: Pick<TransparencyRule, "name" | "countries" | "scope">, places: readonly Place[]): string {
  const where = placesText(rule, places);
  return places.length > 0 && rule.countries.length > 1 ? `${where}: ${rule.scope ?? rule.name}` : where;
}

/** `"Germany (Berlin, Munich) and France"`, `"Colorado (Denver)"` */
export function placesText({ name, countries }: Pick<TransparencyRule, "name" | "countries">, places: readonly Place[]): string {
  const named = countries.length > 1 ? [...new Set(places.map(({ country }) => country))] : places.length > 0 ? [null] : [];
  if (named.length === 0) return name;
  return listed(
    named.map((country) => {
      const towns = [...new Set(places.flatMap((place) => (place.town !== null && (country === null || place.country === country) ? [place.town] : [])))].filter((town) => town !== name);
      const more = towns.length > mostTowns ? [`${towns.length - mostTowns} more`] : [];
      const own = country === null ? name : countryName(country);
      return towns.length === 0 ? own : `${own} (${[...towns.slice(0, mostTowns), ...more].join(", ")})`;
    }),
  );
}
