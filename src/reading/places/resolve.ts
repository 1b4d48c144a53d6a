import { regionOf, type Place } from "../../terms/place.ts";
import { evidenceAt, type Document } from "../document.ts";
import { nameKey, type Area } from "./gazetteer.ts";
import type { Mention, Span } from "./mentions.ts";

/** Mentions that speak of one place, and the meanings that all of them allow. `weak`: a code alone, which needs the other places' country. */
type Cluster = { areas: Area[]; all: boolean; weak: boolean; gap: Mention["gap"]; start: number; end: number; town: string | null };

// A meaning is clear where it has ten times the people of the next: London is in England, Cambridge may be either.
const CLEAR = 10;
const STATES = 3;
const cityStates = new Map([["SG", "Singapore"], ["HK", "Hong Kong"], ["MO", "Macau"], ["MC", "Monaco"]]);
/** Countries where a town stands before its state's code. */
const townCodes = /US|CA|AU/;

/** The places that mentions name: each office one place; where a name has two likely meanings, only what they share. */
export function resolvePlaces(doc: Document, mentions: readonly Mention[]): Place[] {
  if (mentions.length === 0) return [];
  const clusters: Cluster[] = [];
  const closing = closingCountry(mentions[mentions.length - 1]!);
  for (let i = 0; i < mentions.length; i++) {
    const country = i === mentions.length - 1 ? closing : null;
    if (country && (narrowed(clusters, country) || (clusters.length > 1 && speaksOfAnother(clusters, country)))) continue;
    addMention(doc, clusters, mentions[i]!);
  }
  const hints = clusters.some(isOpen) ? [closing ? [closing] : [], certainCountries(clusters)] : [];
  const places: Place[] = [];
  for (const cluster of clusters) addPlaces(doc, cluster, hints, places);
  return withoutRepeats(places);
}

/** Whether the other places' countries are wanted to say which place is meant. */
function isOpen(cluster: Cluster): boolean {
  return cluster.weak || (cluster.areas.length > 1 && !cluster.all && !shared(likely(cluster.areas), "country"));
}

/** The countries that some place is certainly in. */
function certainCountries(clusters: readonly Cluster[]): string[] {
  const certain: string[] = [];
  // "AL, AZ or CT" is a list of states, though each code alone may be something else.
  const codes = clusters.filter((cluster) => cluster.weak);
  if (codes.length >= STATES && codes.every((cluster) => cluster.areas.some((area) => area.country === "US"))) certain.push("US");
  for (const cluster of clusters) {
    const country = cluster.weak ? null : shared(likely(cluster.areas), "country");
    if (country) certain.push(country);
  }
  return certain;
}

/** The country in a bracket at the end: boards put the first office's country there, "Paris; London (France)". */
function closingCountry(mention: Mention): string | null {
  const area = mention.areas[0]!;
  return mention.bracket && mention.areas.length === 1 && !area.subdivision && !area.city ? area.country : null;
}

/** "NAMER; EMEA (United States)": of a group of countries the bracket's is meant. */
function narrowed(clusters: readonly Cluster[], country: string): boolean {
  const group = clusters.length > 1 ? undefined : clusters.find((cluster) => cluster.all && cluster.areas.some((area) => area.country === country));
  if (group) group.areas = group.areas.filter((area) => area.country === country);
  return group !== undefined;
}

/** Whether the bracket's country is the likely one of an office before the last, and not that of the last. */
function speaksOfAnother(clusters: readonly Cluster[], country: string): boolean {
  const isOf = (cluster: Cluster): boolean => likely(cluster.areas).some((area) => area.country === country);
  return clusters.some(isOf) && !isOf(clusters.at(-1)!);
}

function addMention(doc: Document, clusters: Cluster[], mention: Mention): void {
  dropBetween(clusters, mention);
  const town = mention.before && townOf(doc, clusters, mention, mention.before);
  const last = clusters.at(-1);
  const joined = last && mention.gap !== "strong" ? meet(last.areas, mention.areas) : [];
  if (last && joined.length > 0) {
    last.areas = joined;
    last.all &&= mention.all;
    last.weak &&= mention.code;
    last.end = mention.end;
    return;
  }
  if (last && !town && renamed(doc, last, mention)) return;
  const areas = mention.code ? meaningAlone(mention.areas, town !== null) : mention.areas;
  clusters.push({
    areas,
    all: mention.all,
    gap: mention.gap,
    weak: mention.code && mention.end - mention.start === 2 && town === null && areas.some((area) => area.subdivision),
    start: town?.start ?? mention.start,
    end: mention.end,
    town: town && inCase(doc.text.slice(town.start, town.end)),
  });
}

/** The unknown name before a state or country; with the known one in front of it where the two are one: "Aberdeen Proving Ground, MD". */
function townOf(doc: Document, clusters: Cluster[], mention: Mention, before: Span): Span {
  const last = clusters.at(-1);
  if (!last || doc.text.slice(last.end, before.start) !== " " || meet(last.areas, mention.areas).length > 0) return before;
  clusters.pop();
  return { start: last.start, end: before.end };
}

/** "Debrecen, Hajdú-Bihar, Hungary": a part of a name that means somewhere else stands between two that belong together. */
function dropBetween(clusters: Cluster[], mention: Mention): void {
  if (clusters.length < 2) return;
  const before = clusters[clusters.length - 2]!;
  const last = clusters[clusters.length - 1]!;
  if (mention.gap !== "comma" || last.gap !== "comma" || last.areas.some((area) => area.city) || meet(last.areas, mention.areas).length > 0) return;
  if (meet(before.areas, mention.areas).length > 0) clusters.pop();
}

/** "Milan, Ohio": a known city's name before a state where no such city is listed is a small town of that state. */
function renamed(doc: Document, last: Cluster, mention: Mention): boolean {
  if (mention.gap !== "comma" || mention.afterWords || last.town || !last.areas.some((area) => area.city)) return false;
  const states = mention.areas.filter((area) => area.subdivision && !area.city && (area.country === "US" || (mention.code && townCodes.test(area.country!))));
  if (states.length === 0 || mention.areas.some((area) => area.city)) return false;
  last.town = inCase(doc.text.slice(last.start, last.end));
  last.areas = states;
  last.end = mention.end;
  return true;
}

/** A code that no place before it explains: after a town's name an American state first, otherwise a country. */
function meaningAlone(areas: Area[], afterTown: boolean): Area[] {
  // Delaware is far smaller than Germany; for the other codes that are both, the American habit of writing them decides.
  const states = areas.filter((area) => area.country === "US" && area.subdivision && area.subdivision !== "US-DE");
  if (states.length > 0) return afterTown ? states : areas;
  const countries = areas.filter((area) => !area.subdivision);
  return countries.length > 0 ? countries : areas;
}

/** The narrower of each pair of meanings of which one lies in the other. */
function meet(wide: readonly Area[], next: readonly Area[]): Area[] {
  const both: Area[] = [];
  for (const a of wide) {
    for (const b of next) {
      const narrow = holds(a, b) ? b : holds(b, a) ? a : null;
      if (narrow && !both.includes(narrow)) both.push(narrow);
    }
  }
  return both;
}

function holds(outer: Area, inner: Area): boolean {
  if (outer.country === null) return inner.country === null ? outer.region === inner.region : outer.region === regionOf(inner.country);
  if (outer.country !== inner.country) return false;
  return (outer.subdivision === null || outer.subdivision === inner.subdivision) && (outer.city === null || outer.city === inner.city);
}

function likely(areas: readonly Area[]): readonly Area[] {
  if (areas.length === 1) return areas;
  let most = 0;
  for (const area of areas) if (area.weight > most) most = area.weight;
  return areas.filter((area) => area.weight * CLEAR >= most);
}

/** The value that all areas share, or null. */
function shared<Key extends "country" | "region" | "subdivision">(areas: readonly Area[], key: Key): Area[Key] | null {
  const value = areas[0]?.[key] ?? null;
  for (let i = 1; i < areas.length; i++) if (areas[i]![key] !== value) return null;
  return value;
}

/** Adds the place of a cluster, or all its places; `hints` are lists of countries, the surer ones first. */
function addPlaces(doc: Document, cluster: Cluster, hints: readonly string[][], places: Place[]): void {
  const evidence = [evidenceAt(doc, cluster.start, cluster.end)];
  if (cluster.all) {
    for (const { country } of cluster.areas) places.push({ country, region: regionOf(country!), subdivision: null, city: null, evidence });
    return;
  }
  let areas = likely(cluster.areas);
  if (isOpen(cluster)) {
    const near = hints.map((countries) => cluster.areas.filter((area) => area.country && countries.includes(area.country))).find((found) => found.length > 0);
    if (near) areas = likely(near);
    else if (cluster.weak) return;
  }
  const country = shared(areas, "country");
  const region = country ? regionOf(country) : sharedRegion(areas);
  const city = cityOf(areas, cluster.areas) ?? cluster.town;
  if (country || region || city) places.push({ country, region, subdivision: country ? shared(areas, "subdivision") : null, city, evidence });
}

function sharedRegion(areas: readonly Area[]): Place["region"] {
  const regions = new Set(areas.map((area) => area.region ?? regionOf(area.country!)));
  return regions.size === 1 ? [...regions][0]! : null;
}

/** The city, where every meaning is the city or the subdivision around it: "New York" and "Zug", but not "Washington" or "Luxembourg". */
function cityOf(areas: readonly Area[], all: readonly Area[]): string | null {
  const state = shared(areas, "country");
  if (state && cityStates.has(state)) return cityStates.get(state)!;
  const first = all.find((city) => isCityOf(city, areas));
  if (!first || all.some((city) => city !== first && city.city !== first.city && isCityOf(city, areas) && nameKey(city.city!) !== nameKey(first.city!))) return null;
  return areas.every((area) => area.city !== null || (area.subdivision !== null && holds(area, first))) ? first.city : null;
}

function isCityOf(city: Area, areas: readonly Area[]): boolean {
  return city.city !== null && areas.some((area) => area.subdivision === city.subdivision && holds(area, city));
}

/** Leaves out places that stand twice, and those around another: of "Canada; Toronto" the city stays. */
export function withoutRepeats(places: Place[]): Place[] {
  if (places.length < 2) return places;
  return places.filter((place, i) => !places.some((other, j) => i !== j && covers(place, other) && (!covers(other, place) || j < i)));
}

function covers(outer: Place, inner: Place): boolean {
  return covered(outer.country, inner.country) && covered(outer.region, inner.region) && covered(outer.subdivision, inner.subdivision) && covered(outer.city, inner.city);
}

function covered(outer: string | null, inner: string | null): boolean {
  return outer === null || outer === inner;
}

/** `inCase("MAGNY LES HAMEAUX")` → `"Magny Les Hameaux"`; other spellings stay as they are. */
export function inCase(name: string): string {
  if (name !== name.toUpperCase()) return name;
  return name.toLowerCase().replaceAll(/(^|[\s'’-])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase());
}
