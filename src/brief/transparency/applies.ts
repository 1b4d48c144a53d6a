import type { BriefOptions } from "../../terms/brief.ts";
import type { Evidence } from "../../terms/evidence.ts";
import { type Region, regionOf } from "../../terms/place.ts";
import type { TransparencyRule } from "../../terms/transparency.ts";
import type { Case } from "../findings/found.ts";
import { sentenceAt } from "../quotes.ts";
import { placesText } from "./heading.ts";
import { placesNamed } from "./places.ts";

/** Where the work of a posting is or could be done. `subdivision` null: somewhere in the country. `all`: no country is named, and it is remote. */
type Where = { country: string; subdivision: string | null; /** The town, or what was typed. */ town: string | null; evidence: Evidence[] };
export type Reach = { wheres: Where[]; remote: boolean | null; remoteQuotes: Evidence[]; anywhere: boolean; /** Regions that are named in place of countries: "Remote (EU)". */ regions: Region[]; given: boolean; text: string };

/** The places of a posting, or those that were given in their stead. */
export function reachOf({ reading, text }: Case, { place }: BriefOptions): Reach {
  const { workplace } = reading;
  const given = place.length > 0;
  const wheres = given ? place.flatMap(placesNamed) : reading.places.flatMap(({ country, subdivision, city, evidence }) => (country === null ? [] : [{ country, subdivision, town: city, evidence }]));
  const remote = workplace.value === null ? null : workplace.value === "remote";
  return { wheres, remote, remoteQuotes: workplace.evidence, anywhere: wheres.length === 0 && remote === true, regions: [...new Set(reading.places.flatMap(({ region }) => region ?? []))], given, text };
}

type Holds = { value: boolean | null; because: string; quotes: Evidence[] };

/** The places of a posting in which a rule holds. */
export function placesIn(rule: TransparencyRule, { wheres }: Reach): Where[] {
  return wheres.filter(({ country, subdivision }) => rule.countries.includes(country) && (rule.subdivision === null || subdivision === rule.subdivision));
}

/** Whether a rule holds for a posting: true, false with the reason, or null where size, place or the law's own state is not known. Null in place of all of it: the posting has nothing to do with the place. */
export function applies(rule: TransparencyRule, reach: Reach, options: BriefOptions, day: string): Holds | null {
  const where = placed(rule, reach);
  if (where === null) return null;
  if (where.value === false) return where;
  if (rule.from === null) return { value: null, because: rule.status ?? "it is not known whether it is in force", quotes: where.quotes };
  if (rule.from > day) return { value: false, because: `in force from ${rule.from}`, quotes: where.quotes };
  const size = sized(rule, options);
  if (size.value === false) return { ...size, quotes: where.quotes };
  if (where.value === null || size.value === null) return { value: null, because: [where, size].filter((part) => part.value === null).map((part) => part.because).join("; "), quotes: where.quotes };
  return { value: true, because: `${where.because}; ${size.because}`, quotes: where.quotes };
}

function placed(rule: TransparencyRule, reach: Reach): Holds | null {
  const shown = reach.given ? "the place given" : "the posting";
  const inside = placesIn(rule, reach);
  const quotes = inside.flatMap((where) => where.evidence).slice(0, 2);
  if (inside.length > 0) return { value: true, because: `${shown} names ${placesText(rule, inside)}`, quotes };
  const broad = reach.wheres.filter(({ country, subdivision }) => rule.countries.includes(country) && rule.subdivision !== null && subdivision === null);
  const left = leftOut(rule, reach.text);
  const inRegion = reach.regions.length === 0 || rule.countries.some((country) => reach.regions.includes(regionOf(country)));
  if (broad.length > 0 || (reach.anywhere && inRegion)) {
    const evidence = [...broad.flatMap((where) => where.evidence).slice(0, 1), ...(reach.remote ? reach.remoteQuotes : [])];
    const country = broad[0]?.country ?? "the whole world";
    if (left !== null) return { value: null, because: `${rule.name} is left out by name, and rules of this kind may hold all the same`, quotes: [left] };
    // Of laws that nobody has verified, a posting that does not name the place needs no list.
    if (rule.from === null || (reach.anywhere && !rule.reach.includes("remote"))) return null;
    if (reach.remote && rule.reach.includes("remote") && broad.length > 0) return { value: true, because: `it is remote in ${country}, so that it could be done in ${rule.name}`, quotes: evidence };
    if (reach.remote) return { value: null, because: `it is remote, and whether it is done in ${rule.name} or reports there is not known`, quotes: evidence };
    // An office somewhere in a large country is hardly news for each of its parts.
    return null;
  }
  return null;
}

const leaving = /\b(?:except(?:ing)?|excluding|not (?:open|available|eligible) (?:to|in|for)|other than|outside (?:of )?|cannot (?:hire|employ|accept)[^.\n]{0,40}\bin)\b[^.;\n]{0,80}/gi;

/** "Remote in the US, except Colorado". */
function leftOut(rule: TransparencyRule, text: string): Evidence | null {
  if (rule.subdivision === null) return null;
  const short = rule.subdivision.slice(3);
  for (const match of text.matchAll(leaving)) {
    if (match[0].includes(rule.name) || new RegExp(`\\b${short}\\b`).test(match[0])) return sentenceAt(text, match.index, match.index + match[0].length);
  }
  return null;
}

function sized({ employees: least, employeesThere: leastThere, name, recalled }: TransparencyRule, { employees, employeesThere }: BriefOptions): { value: boolean | null; because: string } {
  const doubt = recalled.includes("employees") ? " (a number from memory, looked up nowhere)" : "";
  if (least === null) return { value: null, because: "the employer size from which on it holds was not verified" };
  if (least <= 1 && leastThere <= 1 && leastThere >= 0 && (leastThere === 0 || employeesThere === null || employeesThere >= leastThere)) return { value: true, because: least === 0 ? "it holds for every employer" : "it holds from the first employee on" };
  if (employees !== null && employees < least) return { value: false, because: `it holds from ${least} employees on${doubt}; ${employees} were given` };
  if (employeesThere !== null && employeesThere < leastThere) return { value: false, because: `it holds from ${leastThere} employees in ${name} on; ${employeesThere} were given` };
  if (employees === null) return { value: null, because: `it holds from ${least} employees on${doubt}, and the number was not given` };
  if (leastThere > 0 && employeesThere === null) return { value: null, because: `it holds from ${leastThere === 1 ? "one employee" : `${leastThere} employees`} in ${name} on, and their number was not given` };
  return { value: true, because: `it holds from ${least} employees on${doubt}; ${employees} were given` };
}
