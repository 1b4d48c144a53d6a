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
const notTowns = /remote|hybrid|office|on-?site|headquarters|\bhq\b|anywhere|multiple|various|several|home|flexible|global|worldwide|area|region|campus|building|floor|street|avenue|\bst\b|road|suite|locations?|only|based|any|other|client|store|center|centre|hub|telecommute|field|virtual|position|central|greater|northern|southern|eastern|western|north|south|east|west|engineer|ingenieur|ingénieur|developer|entwickler|développeur|ontwikkelaar|scientist|designer|manager|analyst|architect|researcher|consultant|specialist|director|\b(?:lead|intern|senior|junior|head of)\b|\d/i;

/** Whether a list of places goes on with a mention, or (null) with a word that is no name. */
export type GoesOn = (mention: Mention | null, word: string) => boolean;

/** All names of places from one token to another (exclusive), the longest at each word, with what stands between them; up to where `goesOn` ends it. */
export function findMentions(doc: Document, from: number, to: number, goesOn?: GoesOn): Mention[] {
  const mentions: Mention[] = [];
  let gap: Gap = "soft";
  let unknown = -1;
  let afterWords = false;
  for (let token = from; token < to; ) {
    const here = token > from ? gapBefore(doc, token) : "soft";
    if (strength[here] > strength[gap]) gap = here;
    const word = wordAt(doc, token);
    const named = nameAt(doc, token, to, word) ?? codeAt(doc, token, to, gap, token === from && isAlone(doc, token, to), mentions.length > 0 && !afterWords);
    if (named) {
      const { areas, all, code } = named;
      const before = unknown >= 0 && here === "comma" ? townBefore(doc, unknown, token - 1) : null;
      // Written out: `...named` here took longer than all the rest of the reading of a field.
      const mention = { areas, all, code, start: doc.tokenStart[token]!, end: doc.tokenEnd[token + named.length - 1]!, gap, bracket: here === "open", afterWords, before };
      if (goesOn && !goesOn(mention, word)) return mentions;
      mentions.push(mention);
      token += named.length;
      gap = "soft";
      unknown = -1;
      afterWords = false;
      continue;
    }
    if (goesOn && !goesOn(null, word)) return mentions;
    if (listWords.has(word)) {
      gap = "strong";
      unknown = -1;
    } else {
      if (unknown < 0 || here !== "soft") unknown = token;
      afterWords = true;
    }
    token++;
  }
  return mentions;
}

type Name = { areas: Area[]; all: boolean; code: boolean; length: number };

function isAlone(doc: Document, token: number, to: number): boolean {
  return to === token + 1 || gapBefore(doc, token + 1) !== "soft";
}

/** A word of the text as the names are compared: in lower case, without accents. */
function wordAt(doc: Document, token: number): string {
  const start = doc.tokenStart[token]!;
  const end = wordEnd(doc, token);
  for (let at = start; at < end; at++) if (doc.text.charCodeAt(at) > 127) return shortSaint(foldText(doc.text.slice(start, end)));
  return shortSaint(doc.text.slice(start, end).toLowerCase());
}

const PLUS = 43;

/** Where a word ends; of "US+1" (more) before the sign. */
function wordEnd(doc: Document, token: number): number {
  const end = doc.tokenEnd[token]!;
  for (let at = doc.tokenStart[token]! + 1; at < end; at++) if (doc.text.charCodeAt(at) === PLUS) return at;
  return end;
}

/** The longest name that begins at a token. */
function nameAt(doc: Document, token: number, to: number, first: string): Name | null {
  let found: Name | null = null;
  let node = gazetteer().names.get(first);
  for (let length = 1; node; length++) {
    if (node.members) found = { areas: node.members, all: true, code: false, length };
    else if (node.areas) {
      const areas = node.abbreviated ? inWriting(node.areas, doc, token, length) : node.areas;
      if (areas.length > 0) found = { areas, all: false, code: false, length };
    }
    const next = token + length;
    if (!node.next || next >= to || !runsOn(doc, next)) break;
    node = node.next.get(wordAt(doc, next));
  }
  return found;
}

const inName = new Set(Array.from(" -'’.‑–&", (sign) => sign.charCodeAt(0)));

/** Whether a name may run over what stands before a token. */
function runsOn(doc: Document, token: number): boolean {
  const end = doc.tokenStart[token]!;
  for (let at = doc.tokenEnd[token - 1]!; at < end; at++) if (!inName.has(doc.text.charCodeAt(at))) return false;
  return true;
}

/** Of the meanings of a name, those that fit its writing: abbreviations count in capitals only. */
function inWriting(areas: Area[], doc: Document, token: number, length: number): Area[] {
  const text = doc.text.slice(doc.tokenStart[token]!, length === 1 ? wordEnd(doc, token) : doc.tokenEnd[token + length - 1]!);
  return text === text.toUpperCase() ? areas : areas.filter((area) => !area.capitals);
}

/** "TX" after "Austin" or a comma, "IND" anywhere: codes count in capitals only, those of two letters not behind just any word. `alone`: all that the field says; `behind`: right behind a name. */
function codeAt(doc: Document, token: number, to: number, gap: Gap, alone: boolean, behind: boolean): Name | null {
  const start = doc.tokenStart[token]!;
  const length = wordEnd(doc, token) - start;
  if (length < 2 || length > 3 || !isCapital(doc.text.charCodeAt(start))) return null;
  const text = doc.text.slice(start, start + length);
  const areas = gazetteer().codes.get(text);
  // "OR" and "DE" in a line of capitals are words.
  if (!areas || text === "AND" || text === "ARE" || (gap === "soft" && (text === "DE" || listWords.has(text.toLowerCase())))) return null;
  if (length === 2 && ((!behind && ofWork.has(text)) || opensOccupation(doc, token, to))) return null;
  return length === 3 || gap !== "soft" || alone || behind ? { areas, all: false, code: true, length: 1 } : null;
}

/** Codes that nearly always stand for a trade: only behind its town is "QA" Qatar. */
const ofWork = new Set(["AI", "ML", "PM", "QA", "BI", "CV"]);

const occupations = /^(?:engineer|ingenieur|developer|entwickler|scientist|researcher|designer|manager|analyst|architect|consultant|specialist)/;
const OCCUPATION_REACH = 4;

/** "ML Platform Engineer", "PR Manager": a code at the head of an occupation is no place. */
function opensOccupation(doc: Document, token: number, to: number): boolean {
  const last = Math.min(to, token + OCCUPATION_REACH);
  for (let next = token + 1; next < last && gapBefore(doc, next) === "soft"; next++) if (occupations.test(wordAt(doc, next))) return true;
  return false;
}

function isCapital(unit: number): boolean {
  return unit >= 65 && unit <= 90;
}

const SPACE = 32;
const HYPHEN = 45;
const signs: Record<Gap, string> = { soft: "", comma: ",:-–—‑)]", open: "([", strong: ";|/•·\n+&→" };
const gaps = Object.keys(strength) as Gap[];
/** Unit → strength of the gap that it makes. All separators are below this unit. */
const separators = new Uint8Array(0x2200);
for (const gap of gaps) for (const sign of signs[gap]) separators[sign.charCodeAt(0)] = strength[gap];

function gapBefore(doc: Document, token: number): Gap {
  const start = doc.tokenEnd[token - 1]!;
  const end = doc.tokenStart[token]!;
  // A hyphen inside a word is no separator: "US-CA-Menlo Park" is one place, "Saint-Cloud" one name.
  if (end === start + 1 && doc.text.charCodeAt(start) === HYPHEN) return "soft";
  let strongest = 0;
  for (let at = start; at < end; at++) {
    const unit = doc.text.charCodeAt(at);
    if (unit !== SPACE && unit < separators.length && separators[unit]! > strongest) strongest = separators[unit]!;
  }
  return gaps[strongest]!;
}

/** The unknown words as a town's name: one to four of them, in capitals, with no word of another kind among them. */
function townBefore(doc: Document, first: number, last: number): Span | null {
  if (last - first > 4 || last < first) return null;
  const [start, end] = [doc.tokenStart[first]!, doc.tokenEnd[last]!];
  const text = doc.text.slice(start, end);
  return /^\p{Lu}[\p{L}\p{M}'’. -]+$/u.test(text) && !notTowns.test(text) ? { start, end } : null;
}
