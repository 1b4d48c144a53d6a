import { levelSays } from "../brief/level.ts";
import { yearly } from "../brief/findings/pay.ts";
import { countryName, regionOf } from "../terms/place.ts";
import type { Reading } from "../terms/reading.ts";
import { roleName, type Role } from "../terms/role.ts";

/** Vacancies like a description: of its role, level, and country; `region` in place of the country where it names several of one. */
export type Like = { role: string[]; seniority: string[]; country: string[]; region: string[]; currency: string | null; stated: { min: number; max: number; currency: string } | null; what: string };

/** Null where the role cannot be told, or is none of the market's. */
export function likeOf(reading: Reading, role: Role | null): Like | null {
  if (role === null || role.startsWith("outside")) return null;
  const countries = [...new Set(reading.places.flatMap((place) => place.country ?? []))];
  const regions = [...new Set(countries.map(regionOf))];
  const seniority = reading.seniority.value;
  const stated = statedIn(reading);
  const where = countries.length === 1 ? `, ${countryName(countries[0]!)}` : regions.length === 1 ? `, in ${regions[0]}` : "";
  return {
    role: [role],
    seniority: seniority === null ? [] : [seniority],
    country: countries.length === 1 ? countries : [],
    region: countries.length > 1 && regions.length === 1 ? regions : [],
    currency: stated?.currency ?? null,
    stated,
    what: `${roleName(role)}${seniority === null ? "" : `, ${levelSays(reading)}`}${where}`,
  };
}

/** The widest of the stated closed ranges in the first currency, on a year; totals with bonus only where nothing else is stated. */
function statedIn({ pay }: Reading): Like["stated"] {
  const closed = pay.flatMap((range) => {
    const year = yearly(range);
    return year === null ? [] : [{ ...year, currency: range.currency, isTotal: range.kind === "total" }];
  });
  const base = closed.filter((range) => !range.isTotal);
  const used = base.length > 0 ? base : closed;
  const first = used[0];
  if (first === undefined) return null;
  const same = used.filter((range) => range.currency === first.currency);
  return { currency: first.currency, min: Math.min(...same.map((range) => range.min)), max: Math.max(...same.map((range) => range.max)) };
}
