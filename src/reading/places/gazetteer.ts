import cities from "../../../data/places/cities.json";
import countries from "../../../data/places/countries.json";
import names from "../../../data/places/names.json";
import type { Region } from "../../terms/place.ts";
import { wordsOf } from "../text/words.ts";

/** What a name may mean. `weight` says which meaning is likely: thousands of people, more for whole countries and subdivisions. */
export type Area = {
  country: string | null;
  region: Region | null;
  subdivision: string | null;
  city: string | null;
  weight: number;
  /** An abbreviation, which counts only in capitals. */
  capitals: boolean;
};

/** What the words up to one word of a name mean, and the words that may follow. */
export type NameNode = {
  areas: Area[] | null;
  /** Whether one of the areas is an abbreviation. */
  abbreviated: boolean;
  /** For a name of several countries at once, the countries. */
  members: Area[] | null;
  next: Names | null;
};
/** Folded word → what it means as the next word of a name. */
export type Names = Map<string, NameNode>;

export type Gazetteer = {
  /** Names by their first word. */
  names: Names;
  /** Codes of countries and subdivisions, in capitals: "CA" is California and Canada. */
  codes: Map<string, Area[]>;
  /** Number of a French department → its region. */
  departments: Map<string, string>;
};

// A country outweighs a city of its name (Panama, Lebanon) and a subdivision such a city (Ontario); Georgia, a country and a state, stays open.
const COUNTRY = 20_000;
const SUBDIVISION = 5_000;
const PART = 1_000;

let built: Gazetteer | null = null;

/** Names of countries, subdivisions and cities, built on first use (some 30 ms) and kept. */
export function gazetteer(): Gazetteer {
  built ??= build();
  return built;
}

/** `nameKey("Saint-Denis")` → `"st denis"` */
export function nameKey(name: string): string {
  // Nearly all names are plain letters; only the others need the scanner's way of splitting and folding.
  const key = /^[A-Za-z]+(?:[ -][A-Za-z]+)*$/.test(name) ? name.toLowerCase().replaceAll("-", " ") : wordsOf(name).join(" ");
  return key.includes("saint") ? key.split(" ").map(shortSaint).join(" ") : key;
}

/** What a name may mean as a whole. */
export function areasNamed(name: string): Area[] | undefined {
  let here: Names | null | undefined = gazetteer().names;
  let node: NameNode | undefined;
  for (const word of nameKey(name).split(" ")) {
    node = here?.get(word);
    here = node?.next;
  }
  return node?.areas ?? undefined;
}

export function shortSaint(word: string): string {
  return word === "saint" ? "st" : word === "sainte" ? "ste" : word;
}

function build(): Gazetteer {
  const all: Gazetteer = { names: new Map(), codes: new Map(), departments: new Map() };
  addCities(all);
  addAreas(all);
  for (const [region, list] of Object.entries(names.regions)) {
    for (const name of list.split("|")) addName(all, name, { country: null, region: region as Region, subdivision: null, city: null, weight: COUNTRY, capitals: false });
  }
  for (const [members, list] of Object.entries(names.unions)) {
    for (const name of list.split("|")) nodeOf(all, nameKey(name)).members = members.split(" ").map(memberOf);
  }
  return all;
}

function addAreas(all: Gazetteer): void {
  for (const [code, list] of Object.entries<string>(countries)) {
    const [own, parts] = list.split("||");
    const spellings = own!.split("|");
    addCode(all, code.length > 2 ? code.slice(3) : code, code);
    // The first name of a country is its three-letter code.
    if (code.length === 2) addCode(all, spellings.shift()!, code);
    for (const name of spellings) {
      if (/^\d\d$/.test(name)) all.departments.set(name, code);
      else addName(all, name, areaOf(code, code.length > 2 ? SUBDIVISION : COUNTRY));
    }
    for (const name of parts?.split("|") ?? []) {
      if (/^\d\d$/.test(name)) all.departments.set(name, code);
      else addName(all, name, areaOf(code, PART));
    }
  }
  for (const [code, list] of Object.entries<string>(names.places)) {
    for (const name of list.split("|")) addName(all, name, areaOf(code, code.length > 2 ? SUBDIVISION : COUNTRY));
  }
}

/** `areaOf("US-CA", …)` is California, `areaOf("US", …)` the country, `areaOf("US-CA", …, "Fresno")` the city there. */
function areaOf(code: string, weight: number, city: string | null = null): Area {
  return { country: code.slice(0, 2), region: null, subdivision: code.length > 2 ? code : null, city, weight, capitals: false };
}

function memberOf(country: string): Area {
  return { country, region: null, subdivision: null, city: null, weight: 0, capitals: true };
}

function addCities(all: Gazetteer): void {
  const listed: Record<string, string> = cities;
  const byHand: Record<string, string> = names.cities;
  for (const code of new Set([...Object.keys(listed), ...Object.keys(byHand)])) {
    const weights = new Map(listed[code]?.split("|").map(nameAndWeight));
    for (const entry of byHand[code]?.split("|") ?? []) {
      const [head, aliases] = entry.split("=");
      const [city, own] = nameAndWeight(head!);
      const spellings = [city, ...(aliases?.split(",") ?? [])];
      const weight = Math.max(own, ...spellings.map((name) => weights.get(name) ?? 0));
      for (const name of spellings) {
        weights.delete(name);
        addName(all, name, areaOf(code, weight, city));
      }
    }
    // "Wa" and "Bo" are towns, "WA" and "BO" in a posting are not.
    for (const [city, weight] of weights) if (city.length > 2) addName(all, city, areaOf(code, weight, city));
  }
}

/** `nameAndWeight("Palo Alto 67")` → `["Palo Alto", 67]` */
function nameAndWeight(entry: string): [string, number] {
  const at = entry.lastIndexOf(" ");
  const weight = Number(entry.slice(at + 1));
  return Number.isNaN(weight) ? [entry, 0] : [entry.slice(0, at), weight];
}

function addName(all: Gazetteer, name: string, area: Area): void {
  const key = nameKey(name);
  if (key === "") return;
  area.capitals = name.length <= 5 && /^[A-Z.&]{2,5}$/.test(name);
  const node = nodeOf(all, key);
  node.areas ??= [];
  if (node.areas.some((other) => other.country === area.country && other.subdivision === area.subdivision && other.city === area.city)) return;
  node.areas.push(area);
  node.abbreviated ||= area.capitals;
}

/** The node of a name's last word, made where it is new. */
function nodeOf(all: Gazetteer, key: string): NameNode {
  let here = all.names;
  for (let start = 0; ; ) {
    const end = key.indexOf(" ", start);
    const word = end < 0 ? key.slice(start) : key.slice(start, end);
    let node = here.get(word);
    if (!node) here.set(word, (node = { areas: null, abbreviated: false, members: null, next: null }));
    if (end < 0) return node;
    here = node.next ??= new Map();
    start = end + 1;
  }
}

function addCode(all: Gazetteer, spelling: string, code: string): void {
  if (!/^[A-Z]{2,3}$/.test(spelling)) return;
  const area = areaOf(code, PART);
  area.capitals = true;
  const same = all.codes.get(spelling);
  if (same) same.push(area);
  else all.codes.set(spelling, [area]);
}
