import { nearestOf } from "../lib/nearest.ts";
import { allCityNames, citiesNamed, otherNames } from "../reading/places/city-names.ts";
import { skillNamed, skillNames } from "../reading/readers/skill-names.ts";
import { type AbsentName, Named, type UnknownName } from "../terms/market-name.ts";
import { UnknownNames } from "./problems.ts";
import { idsOf, type Requirement } from "./questions/requirement.ts";
import type { Market } from "./store.ts";

/** What a name means in a market: the values that a cut takes, with what they are called; not `here` where no vacancy has any of them. */
export type Meaning = { named: { value: string; name: string }[]; here: boolean };

type Names = Partial<Record<Named, string[]>> & { require?: Requirement[] };

/**
 * The skills, cities and employers of a question as this market has them: `golang` is `go`, `München` is `munich`. Throws UnknownNames for what is called nothing at all,
 * so that a mistyped name does not look like an empty market; what is known and absent is told beside.
 */
export async function asNamed<Q extends object>(market: Market, question: Q & Names): Promise<{ question: Q; absent: AbsentName[] }> {
  const named: Names = {};
  const found: Found = { absent: [], unknown: [] };
  for (const of of Named.options) {
    if (question[of]?.length) named[of] = [...new Set((await inTurn(question[of], (written) => valuesOf(market, of, written, found))).flat())];
  }
  if (question.require?.length) named.require = await inTurn(question.require, (one) => requirementNamed(market, one, found));
  if (found.unknown.length > 0) throw new UnknownNames(found.unknown);
  return { question: { ...question, ...named }, absent: found.absent };
}

type Found = { absent: AbsentName[]; unknown: UnknownName[] };

async function valuesOf(market: Market, of: Named, written: string, found: Found): Promise<string[]> {
  const meant = await meaningOf(market, of, written);
  if (meant === null) found.unknown.push({ of, written, meant: await meantBy(market, of, written) });
  else if (!meant.here) found.absent.push({ of, ...meant.named[0]! });
  return meant?.named.map(({ value }) => value) ?? [];
}

async function requirementNamed(market: Market, requirement: Requirement, found: Found): Promise<Requirement> {
  const ids = idsOf(requirement);
  if (ids.length === 0) return requirement;
  const named = await inTurn(ids, (id) => valuesOf(market, "skill", id, found));
  return `skill:${[...new Set(named.flat())].join("|")}`;
}

async function inTurn<T, R>(list: readonly T[], one: (value: T) => Promise<R>): Promise<R[]> {
  const made: R[] = [];
  for (const value of list) made.push(await one(value));
  return made;
}

/** What is called so; null for what is called nothing. */
export async function meaningOf(market: Market, of: Named, written: string): Promise<Meaning | null> {
  return await meanings[of](market, written);
}

/** The names that a mistyped one may have meant, at most three; `here`: none but those of this market's cities, in place of any. */
export async function meantBy(market: Market, of: Named, written: string, { here = false } = {}): Promise<string[]> {
  return await suggestions[of](market, written, here);
}

const meanings: Record<Named, (market: Market, written: string) => Promise<Meaning | null>> = { skill: skillMeant, city: cityMeant, employer: employerMeant };
const suggestions: Record<Named, (market: Market, written: string, here: boolean) => Promise<string[]>> = { skill: skillsNear, city: citiesNear, employer: employersNear };

async function skillMeant(market: Market, written: string): Promise<Meaning | null> {
  const skill = skillNamed(written);
  // What an older version of the reader knew stands in the market still.
  const here = await market.rows<{ value: string; name: string }>("SELECT id AS value, name FROM skill WHERE id IN ($written, $id) OR lower(name) = lower($written) ORDER BY id", { written, id: skill?.id ?? written });
  return meaning(here, skill === null ? [] : [{ value: skill.id, name: skill.name }]);
}

async function cityMeant(market: Market, written: string): Promise<Meaning | null> {
  const known = citiesNamed(written);
  const here = await market.rows<{ city: string }>("SELECT DISTINCT city FROM reading_place WHERE city IN (SELECT unnest(string_split($known, '|'))) OR strip_accents(lower(city)) = strip_accents(lower($written)) ORDER BY city", { known: known.join("|"), written });
  return meaning(here.map(({ city }) => cityCalled(city)), known.map(cityCalled));
}

function cityCalled(city: string): Meaning["named"][number] {
  return { value: city.toLowerCase(), name: city };
}

async function employerMeant(market: Market, written: string): Promise<Meaning | null> {
  return meaning(await market.rows<{ value: string; name: string }>("SELECT name AS value, name FROM employer WHERE strip_accents(name) = strip_accents(lower($written)) ORDER BY name", { written }), []);
}

function meaning(here: Meaning["named"], known: Meaning["named"]): Meaning | null {
  if (here.length > 0) return { named: here, here: true };
  return known.length > 0 ? { named: known, here: false } : null;
}

async function skillsNear(market: Market, written: string): Promise<string[]> {
  const names = skillNames();
  const here = await market.rows<{ name: string }>("SELECT name FROM skill ORDER BY name");
  const called = new Map([...here.map(({ name }) => [folded(name), name] as const), ...[...names].map(([spelling, { name }]) => [spelling, name] as const)]);
  const words = folded(written).split(" ");
  // "apache kafka": with the maker's name before it, or a word behind.
  const within = words.flatMap((_, i) => [words.slice(i + 1).join(" "), words.slice(0, i).join(" ")]).filter((part) => called.has(part));
  return firstOf([...within, ...nearestOf(folded(written), called.keys(), { most: mostNear })].map((spelling) => called.get(spelling)!));
}

async function citiesNear(market: Market, written: string, hereOnly: boolean): Promise<string[]> {
  const here = await market.rows<{ city: string; country: string | null }>("SELECT city, country FROM reading_place WHERE city IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, city");
  const near = (called: Map<string, string>): string[] => firstOf(nearestOf(folded(written), called.keys(), { most: mostNear }).map((spelling) => called.get(spelling)!));
  const found = near(new Map(here.flatMap(({ city, country }) => [city, ...otherNames(city, country)].map((name) => [folded(name), city] as const))));
  if (found.length > 0 || hereOnly) return found;
  // Of the thirty thousand that there are: who mistypes a name gets its first letter right.
  const initial = folded(written.slice(0, 1));
  return near(new Map(allCityNames().filter((name) => folded(name.slice(0, 1)) === initial).map((name) => [folded(name), name])));
}

/** There may be a hundred thousand: the database looks at them. */
async function employersNear(market: Market, written: string): Promise<string[]> {
  const rows = await market.rows<{ name: string }>(
    `SELECT name FROM (SELECT name, contains(name, $written) AND length($written) > 2 AS within, damerau_levenshtein(strip_accents(name), strip_accents($written)) AS changes
  FROM employer) WHERE within OR changes <= greatest(1, length($written) // 3) QUALIFY within OR changes = min(changes) OVER () ORDER BY starts_with(name, $written) DESC, within DESC, changes, name LIMIT ${mostMeant}`,
    { written: written.toLowerCase().slice(0, 60) },
  );
  return rows.map(({ name }) => name);
}

const mostMeant = 3;
/** Several spellings may be of one. */
const mostNear = 12;

function firstOf(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, mostMeant);
}

function folded(name: string): string {
  return name.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
