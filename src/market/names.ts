import { foldMarks } from "../lib/fold-marks.ts";
import { grouped } from "../lib/grouped.ts";
import { nearestOf } from "../lib/nearest.ts";
import { citiesNamed, cityNamesFrom, otherNames } from "../reading/places/city-names.ts";
import { skillNamed, skillNames } from "../reading/readers/skill-names.ts";
import { type AbsentName, NameKind, type UnknownName } from "../terms/market-name.ts";
import { mostTold, UnknownNames } from "./problems.ts";
import { employerNames } from "./questions/employer-names.ts";
import { idsOf, type Requirement } from "./questions/requirement.ts";
import type { Market } from "./store.ts";

/** What a name means in a market: the values that a cut takes, with what they are called; not `here` where no vacancy has any of them. */
export type Meaning = { named: { value: string; name: string }[]; here: boolean };

type Names = Partial<Record<NameKind, string[]>> & { require?: Requirement[] };

/**
 * The skills, cities and employers of a question as this market has them: `golang` is `go`, `München` is `munich`. Throws UnknownNames for what is called nothing at all,
 * so that a mistyped name does not look like an empty market; what is known and absent is told beside.
 */
export async function asNamed<Q extends object>(market: Market, question: Q & Names): Promise<{ question: Q; absent: AbsentName[] }> {
  const required = (question.require ?? []).flatMap(idsOf);
  const found: Found = { absent: [], unknown: [] };
  const named: Names = {};
  for (const of of NameKind.options) {
    const written = question[of] ?? [];
    const values = await valuesOf(market, of, of === "skill" ? [...written, ...required] : written, found);
    if (written.length > 0) named[of] = distinct(written.flatMap((one) => values.get(one)!));
    if (of === "skill" && required.length > 0) named.require = question.require!.map((one) => requirementNamed(one, values));
  }
  if (found.unknown.length > 0) throw new UnknownNames(await withMeant(market, found.unknown));
  return { question: { ...question, ...named }, absent: found.absent };
}

type Found = { absent: AbsentName[]; unknown: Omit<UnknownName, "meant">[] };

/** The values that each name of a list means; none for one that means nothing. */
async function valuesOf(market: Market, of: NameKind, written: readonly string[], found: Found): Promise<Map<string, string[]>> {
  const list = distinct(written);
  const meant = await meaningsOf(market, of, list);
  return new Map(list.map((one, i) => {
    const means = meant[i]!;
    if (means === null) found.unknown.push({ of, written: one });
    else if (!means.here) found.absent.push({ of, ...means.named[0]! });
    return [one, means?.named.map(({ value }) => value) ?? []];
  }));
}

function requirementNamed(requirement: Requirement, values: ReadonlyMap<string, string[]>): Requirement {
  const ids = idsOf(requirement);
  return ids.length === 0 ? requirement : `skill:${distinct(ids.flatMap((id) => values.get(id)!)).join("|")}`;
}

/** What each may have been meant for. A name is held against thousands: of a long list that is done for those alone that are told. */
async function withMeant(market: Market, unknown: Found["unknown"]): Promise<UnknownName[]> {
  const all: UnknownName[] = unknown.map((one) => ({ ...one, meant: [] }));
  for (const one of all.slice(0, mostTold)) one.meant = await meantBy(market, one.of, one.written);
  return all;
}

function distinct(list: readonly string[]): string[] {
  return [...new Set(list)];
}

/** What is called so; null for what is called nothing. */
export async function meaningOf(market: Market, of: NameKind, written: string): Promise<Meaning | null> {
  return (await meaningsOf(market, of, [written]))[0]!;
}

/** The names that a mistyped one may have meant, at most three; `here`: none but those of this market's cities, in place of any. */
export async function meantBy(market: Market, of: NameKind, written: string, { here = false } = {}): Promise<string[]> {
  return await suggestions[of](market, written, here);
}

const suggestions: Record<NameKind, (market: Market, written: string, here: boolean) => Promise<string[]>> = { skill: skillsNear, city: citiesNear, employer: employersNear };

/** The same of each of a list, in one query: its answer has a row for each value, with the place in the list of the name that means it. */
async function meaningsOf(market: Market, of: NameKind, written: readonly string[]): Promise<(Meaning | null)[]> {
  if (written.length === 0) return [];
  const known = written.map(knownAs[of]);
  const asked = written.flatMap((one, place) => [{ place, called: one }, ...known[place]!.map(({ key }) => ({ place, key }))]);
  const rows = await market.rows<{ place: number; value: string; name: string }>(`WITH asked AS MATERIALIZED (SELECT one.* FROM (SELECT unnest(from_json($asked, '[{"place": "INTEGER", "called": "VARCHAR", "key": "VARCHAR"}]')) AS one))
${hereSql[of]} ORDER BY ALL`, { asked: JSON.stringify(asked) });
  const here = grouped(rows, ({ place }) => place);
  return known.map((all, place) => meaning((here.get(place) ?? []).map(({ value, name }) => ({ value, name })), all.map(({ value, name }) => ({ value, name }))));
}

/** What a name means wherever the market is: the value and the name, and the key under which a table has it. Employers are known from the market alone. */
const knownAs: Record<NameKind, (written: string) => (Meaning["named"][number] & { key: string })[]> = {
  skill: (written) => {
    const skill = skillNamed(written);
    return skill === null ? [] : [{ value: skill.id, name: skill.name, key: skill.id }];
  },
  city: (written) => citiesNamed(written).map((city) => ({ value: city.toLowerCase(), name: city, key: city })),
  employer: () => [],
};

/** Those of the market by the name as it was written (what an older version of the reader knew stands in it still), or by its key. */
const hereSql: Record<NameKind, string> = {
  skill: `SELECT place, id AS value, name FROM asked JOIN skill ON id = coalesce(key, lower(called)) UNION SELECT place, id, name FROM asked JOIN skill ON lower(name) = lower(called)`,
  city: `, here AS MATERIALIZED (SELECT DISTINCT city FROM reading_place WHERE city IS NOT NULL)
SELECT place, lower(city) AS value, city AS name FROM asked JOIN here ON city = key UNION SELECT place, lower(city), city FROM asked JOIN here ON strip_accents(lower(city)) = strip_accents(lower(called))`,
  employer: `SELECT place, name AS value, name FROM asked JOIN employer ON strip_accents(name) = strip_accents(lower(called))`,
};

function meaning(here: Meaning["named"], known: Meaning["named"]): Meaning | null {
  if (here.length > 0) return { named: here, here: true };
  return known.length > 0 ? { named: known, here: false } : null;
}

async function skillsNear(market: Market, written: string): Promise<string[]> {
  const names = skillNames();
  const here = await market.rows<{ name: string }>("SELECT name FROM skill ORDER BY name");
  const called = new Map([...here.map(({ name }) => [foldMarks(name), name] as const), ...[...names].map(([spelling, { name }]) => [spelling, name] as const)]);
  const words = foldMarks(written).split(" ");
  // "apache kafka": with the maker's name before it, or a word behind.
  const within = words.flatMap((_, i) => [words.slice(i + 1).join(" "), words.slice(0, i).join(" ")]).filter((part) => called.has(part));
  return firstOf([...within, ...nearestOf(foldMarks(written), called.keys(), { most: mostNear })].map((spelling) => called.get(spelling)!));
}

async function citiesNear(market: Market, written: string, hereOnly: boolean): Promise<string[]> {
  const here = await market.rows<{ city: string; country: string | null }>("SELECT city, country FROM reading_place WHERE city IS NOT NULL GROUP BY ALL ORDER BY count(*) DESC, city");
  const near = (called: ReadonlyMap<string, string>): string[] => firstOf(nearestOf(foldMarks(written), called.keys(), { most: mostNear }).map((spelling) => called.get(spelling)!));
  const found = near(new Map(here.flatMap(({ city, country }) => [city, ...otherNames(city, country)].map((name) => [foldMarks(name), city] as const))));
  if (found.length > 0 || hereOnly) return found;
  // Of the thirteen thousand that there are: who mistypes a name gets its first letter right.
  return near(cityNamesFrom(foldMarks(written).slice(0, 1)));
}

/** There may be a hundred thousand: the database looks at them. */
async function employersNear(market: Market, written: string): Promise<string[]> {
  const rows = await market.rows<{ name: string }>(
    `SELECT name FROM (SELECT name, contains(name, $written) AND length($written) > 2 AS within, damerau_levenshtein(strip_accents(name), strip_accents($written)) AS changes
  FROM employer) WHERE within OR changes <= greatest(1, length($written) // 3) QUALIFY within OR changes = min(changes) OVER () ORDER BY starts_with(name, $written) DESC, within DESC, changes, name LIMIT ${mostMeant}`,
    { written: written.toLowerCase().slice(0, 60) },
  );
  const found = rows.map(({ name }) => name);
  const names = await employerNames(market, found);
  return found.map((name) => names.get(name) ?? name);
}

const mostMeant = 3;
/** Several spellings may be of one. */
const mostNear = 12;

function firstOf(names: readonly string[]): string[] {
  return [...new Set(names)].slice(0, mostMeant);
}
