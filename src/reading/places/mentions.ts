import type { Document } from "../document.ts";
import { foldText } from "../text/characters.ts";
import { gazetteer, shortSaint, type Area } from "./gazetteer.ts";

/** What stands between two mentions: `soft` nothing much, `comma` a comma, colon or dash, `open` a bracket, `strong` the end of one place. */
export type Gap = "soft" | "comma" | "open" | "strong";

/** A place's name where it stands, and all that it may mean. */
export type Mention = {
  areas: Area[];
  /** All areas are meant, not one of them: "DACH". */
  all: boolean;
  code: boolean;
  start: number;
  end: number;
  /** Strongest separator since the mention before it, and whether unknown words stand in between. */
  gap: Gap;
  /** Right behind an opening bracket. */
  bracket: boolean;
  afterWords: boolean;
  /** Where a capitalised unknown name stands right before it ("Kondapur, Telangana"). */
  before: Span | null;
};

export type Span = { start: number; end: number };

const listWords = new Set(["or", "and", "oder", "und", "ou", "et", "of", "en", "y", "e", "o", "plus"]);
const strength: Record<Gap, number> = { soft: 0, comma: 1, open: 2, strong: 3 };
/** Words of a location field that are not a town's name, though a code may follow them: "Remote, CA". */
const notTowns = /remote|hybrid|office|on-?site|headquarters|\bhq\b|anywhere|multiple|various|several|home|flexible|global|worldwide|area|region|campus|building|floor|street|avenue|\bst\b|road|suite|locations?|only|based|any|other|client|store|center|centre|hub|telecommute|field|virtual|position|central|greater|northern|southern|eastern|western|north|south|east|west|\d/i;

/** All names of places from one token to another (exclusive), the longest at each word, with what stands between them. */
export function findMentions(doc: Document, from: number, to: number): Mention[] {
  const mentions: Mention[] = [];
  let gap: Gap = "soft";
  let unknown: { first: number; last: number } | null = null;
  let afterWords = false;
  for (let token = from; token < to; ) {
    const here = token > from ? gapBefore(doc, token) : "soft";
    if (strength[here] > strength[gap]) gap = here;
    const word = wordAt(doc, token);
    const alone = token === from && (to === from + 1 || gapBefore(doc, token + 1) !== "soft");
    const named = nameAt(doc, token, to, word) ?? codeAt(doc, token, gap, alone || (mentions.length > 0 && !afterWords));
    if (named) {
      const end = doc.tokenEnd[token + named.length - 1]!;
      const before = unknown && here === "comma" ? townBefore(doc, unknown.first, unknown.last) : null;
      mentions.push({ ...named, start: doc.tokenStart[token]!, end, gap, bracket: here === "open", afterWords, before });
      token += named.length;
      gap = "soft";
      unknown = null;
      afterWords = false;
      continue;
    }
    if (listWords.has(word)) {
      gap = "strong";
      unknown = null;
    } else {
      unknown = unknown && here === "soft" ? { first: unknown.first, last: token } : { first: token, last: token };
      afterWords = true;
    }
    token++;
  }
  return mentions;
}

type Name = { areas: Area[]; all: boolean; code: boolean; length: number };

function wordAt(doc: Document, token: number): string {
  const word = spelled(doc, token);
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) > 127) return shortSaint(foldText(word));
  return shortSaint(word.toLowerCase());
}

/** A word of the text; of "US+1" (more) what stands before the sign. */
function spelled(doc: Document, token: number): string {
  const text = doc.text.slice(doc.tokenStart[token]!, doc.tokenEnd[token]!);
  const plus = text.indexOf("+");
  return plus > 0 ? text.slice(0, plus) : text;
}

/** The longest name that begins at a token. */
function nameAt(doc: Document, token: number, to: number, word: string): Name | null {
  const { named, longest, unions } = gazetteer();
  for (let length = Math.min(longest.get(word) ?? 0, to - token); length > 0; length--) {
    const key = keyOf(doc, token, length, word);
    if (key === null) continue;
    const members = unions.get(key);
    if (members) return { areas: membersOf(members), all: true, code: false, length };
    const areas = inWriting(named.get(key), doc, token, length);
    if (areas) return { areas, all: false, code: false, length };
  }
  return null;
}

/** The folded words of a possible name, or null where it would run over a separator. */
function keyOf(doc: Document, token: number, length: number, first: string): string | null {
  let key = first;
  for (let i = 1; i < length; i++) {
    for (let at = doc.tokenEnd[token + i - 1]!; at < doc.tokenStart[token + i]!; at++) if (!" -'’.‑–&".includes(doc.text[at]!)) return null;
    key += ` ${wordAt(doc, token + i)}`;
  }
  return key;
}

/** Of the meanings of a name, those that fit its writing: abbreviations count in capitals only. */
function inWriting(areas: Area[] | undefined, doc: Document, token: number, length: number): Area[] | undefined {
  if (!areas) return undefined;
  const text = length === 1 ? spelled(doc, token) : doc.text.slice(doc.tokenStart[token]!, doc.tokenEnd[token + length - 1]!);
  const fit = text === text.toUpperCase() ? areas : areas.filter((area) => !area.capitals);
  return fit.length > 0 ? fit : undefined;
}

function membersOf(countries: string[]): Area[] {
  return countries.map((country) => ({ country, region: null, subdivision: null, city: null, weight: 0, capitals: true }));
}

/** "TX" after "Austin" or a comma, "IND" anywhere: codes count in capitals only, those of two letters not behind just any word. `apart`: alone, or right behind a name. */
function codeAt(doc: Document, token: number, gap: Gap, apart: boolean): Name | null {
  const text = spelled(doc, token);
  if (text.length < 2 || text.length > 3) return null;
  const areas = gazetteer().codes.get(text);
  // "OR" and "DE" in a line of capitals are words.
  if (!areas || text === "AND" || text === "ARE" || (gap === "soft" && (text === "DE" || listWords.has(text.toLowerCase())))) return null;
  return text.length === 3 || gap !== "soft" || apart ? { areas, all: false, code: true, length: 1 } : null;
}

function gapBefore(doc: Document, token: number): Gap {
  let gap: Gap = "soft";
  for (let at = doc.tokenEnd[token - 1]!; at < doc.tokenStart[token]!; at++) {
    const sign = doc.text[at]!;
    // A hyphen inside a word is no separator: "US-CA-Menlo Park" is one place, "Saint-Cloud" one name.
    if (sign === "-" && at === doc.tokenEnd[token - 1] && at + 1 === doc.tokenStart[token]) return "soft";
    if (";|/•·\n+&→".includes(sign)) return "strong";
    if (sign === "(" || sign === "[") gap = "open";
    else if (gap === "soft" && ",:-–—‑)]".includes(sign)) gap = "comma";
  }
  return gap;
}

/** The unknown words as a town's name: one to four of them, in capitals, with no word of another kind among them. */
function townBefore(doc: Document, first: number, last: number): Span | null {
  if (last - first > 4 || last < first) return null;
  const [start, end] = [doc.tokenStart[first]!, doc.tokenEnd[last]!];
  const text = doc.text.slice(start, end);
  return /^\p{Lu}[\p{L}\p{M}'’. -]+$/u.test(text) && !notTowns.test(text) ? { start, end } : null;
}
