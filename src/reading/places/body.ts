import type { Section } from "../../terms/section.ts";
import type { Place } from "../../terms/place.ts";
import { hitsOf, lineOf, type Document, type Hit } from "../document.ts";
import { makeMarks, type Marks } from "../marks.ts";
import { betweenWords } from "./cues.ts";
import { findMentions, type Mention } from "./mentions.ts";
import { resolvePlaces } from "./resolve.ts";

// As far behind a cue as a list of places may run.
const UNITS = 160;
const TOKENS = 28;
const BEFORE = 80;

const roleBefore =
  /\b(role|position|job|opportunity|internship|vacancy|candidates?|applicants?|individuals?|you|you['’]re|you['’]ll|must|someone|(?<!in[- ])person|people|anyone|hires?|ideally|preferably|currently|poste|mission|stage|alternance|candidats?|vous|stelle|rolle|bewerber\w*|functie|vacature)\b/gi;
/** Pay of one place is not the place of the job. */
const ofPay = /\b(?:compensation|salar(?:y|ies)|pay|range|rates?|reflect\w*)\b/i;
/** Someone or something else that is based there. */
const otherBefore =
  /\b(benefits?|customers?|clients?|users?|partners?|investors?|stakeholders|where you live|if you|for those|employees|employer|travel|visits?|time spent)\b/gi;
/** Someone or something else that is based there. */
const otherBased =
  /\b(colleagues|compan(?:y|ies)|startups?|founded|experience|headquarter\w*|hq|hubs?|offices? in|reports? (?:in)?to|reporting|manager|responsable|entit\w+|majority|facilit\w+|sites|warehouses?|clinics?|pharmac\w+|stores?|entreprise|unternehmen|bedrijf|teams?|teammates|org|equipe|équipe)\b/gi;
/** "Based in Lyon, we build …" speaks of the company; "London-friendly hours" and "EST time zone" of the clock. */
const otherAfter = /^(?:,?\s+(?:we|our|nous|notre|wir|unser\w*|wij|onze)\b|,\s+\p{Lu}\p{L}+\s+(?:\p{Lu}\p{L}*\s+)*(?:is|are|was|has|have|ist|est|a)\b|[- ]+(?:friendly|time|timezones?|hours|business)\b|\s+and\s+\w+\s+time)/u;

/** Words that may stand between a cue and its places, and between one place and the next. */
const between =
  /^(?:[\s,;:|/()[\]&–—•*+-]|\b(?:in|at|of|on|from|near|our|the|a|an|any|all|either|one|two|both|of|or|and|with|within|across|anywhere|other|city|greater|metro|downtown|central|hq|headquarters?|offices?|hubs?|areas?|region|remote(?:ly)?|hybrid|on-?site|in-?person|preferred|preferably|based|located|candidates?|applicants?|people|residents?|those|who|are|is|be|continental|mainland|beautiful|new|main|fully|und|oder|et|ou|en|of|unser\w*|büros?|nos|notre|bureaux?|locaux|siège|de|du|d|à|a|au|aux|dans|le|la|les|l|kantoor|ons|het|der|dem|den|die|des|im|am)\b)*$/iu;
/** The same words one by one: at any other word that is no name the list ends, before `between` is asked. */
const wordsBetween: ReadonlySet<string> = new Set(betweenWords);
const BETWEEN = 1;
let built: Marks | null = null;

function marks(): Marks {
  return (built ??= makeMarks([[BETWEEN, betweenWords]], [[BETWEEN, /^unser/]]));
}

/** Whether names may follow: not where a small letter begins each word until one comes that stands in no list. */
function mayList(doc: Document, from: number, to: number): boolean {
  for (let token = from; token < to; token++) {
    const unit = doc.text.charCodeAt(doc.tokenStart[token]!);
    if (unit < SMALL_A || unit > SMALL_Z) return true;
    if ((marks()[doc.tokenWord[token]!]! & BETWEEN) === 0) return false;
  }
  return false;
}

const SMALL_A = 97;
const SMALL_Z = 122;

const labelAfter = /^\s*(\([^)]{0,24}\)|\[[^\]]{0,24}\]|\/\s*\p{L}+)?\s*([:：\]\n]|[-–—]\s)/iu;
const labelSigns = "([/:：]-–—\n";

/** Cues that speak of the job itself; those that do so where no place is given otherwise; and any office at all. */
export const ofJob: ReadonlySet<string> = new Set(["based", "open", "label"]);
export const ofWorker: ReadonlySet<string> = new Set(["based", "open", "label", "work"]);
export const ofOffice: ReadonlySet<string> = new Set(["office"]);

/** What the text says of the job's place: the lists of places right behind the cues that speak of the job. */
export function placesInText(doc: Document, cues: ReadonlySet<string>): Place[] {
  const places: Place[] = [];
  for (const hit of hitsOf(doc, "places")) {
    if (hit.start < doc.bodyStart || !cues.has(hit.id) || (hit.id === "label" && !isLabel(doc, hit))) continue;
    const mentions = listBehind(doc, hit);
    if (mentions.length > 0 && speaksOfJob(doc, hit)) places.push(...resolvePlaces(doc, mentions));
  }
  return places;
}

function speaksOfJob(doc: Document, hit: Hit): boolean {
  if (hit.id === "label" || hit.id === "work") return true;
  if (hit.id === "office") return hit.section !== "legal" && hit.section !== "benefits";
  if (hit.section === "benefits" && hit.id !== "open") return false;
  const line = lineOf(doc, hit);
  const before = doc.text.slice(Math.max(line.start, hit.start - BEFORE), hit.start);
  const sentence = before.slice(lastSentence(before));
  if (ofPay.test(sentence)) return false;
  if (hit.id !== "based") {
    const other = lastEnd(sentence, otherBefore);
    return other < 0 || lastEnd(sentence, roleBefore) > other;
  }
  // "Based in Oslo (or willing to move)" asks something of the candidate where requirements stand, elsewhere it tells of the company.
  if (sentence.trim() === "") return asks.has(hit.section) || (hit.start === line.start && line.end - line.start < BEFORE);
  const role = lastEnd(sentence, roleBefore);
  return role >= 0 && role > lastEnd(sentence, otherBefore) && role > lastEnd(sentence, otherBased);
}

function isLabel(doc: Document, hit: Hit): boolean {
  const { text } = doc;
  const line = lineOf(doc, hit);
  let at = hit.end;
  while (text.charCodeAt(at) === 32) at++;
  // Nearly all these words stand in the middle of a sentence.
  if (!labelSigns.includes(text.charAt(at)) || (hit.start - line.start >= 30 && text[hit.end] === "\n")) return false;
  return labelAfter.test(text.slice(hit.end, Math.min(line.end + 1, hit.end + 40)));
}

/** Where the last sentence of a text begins: behind its last stop that a space follows. */
function lastSentence(text: string): number {
  for (let at = text.length - 2; at >= 0; at--) if (text.charCodeAt(at + 1) === 32 && ".!?•".includes(text[at]!)) return at + 1;
  return 0;
}

const asks = new Set<Section>(["requirements", "preferred", "responsibilities"]);

/** Where the last match of a global pattern ends, -1 without one: of two subjects the nearer one counts. */
function lastEnd(text: string, pattern: RegExp): number {
  let end = -1;
  pattern.lastIndex = 0;
  while (pattern.test(text)) end = pattern.lastIndex;
  return end;
}

/** The places that follow a cue as a list, as long as only words of lists stand between them. */
function listBehind(doc: Document, hit: Hit): Mention[] {
  const lineEnd = lineOf(doc, hit).end;
  // A heading "Location" has its places on the next line.
  const end = Math.min(hit.id === "label" && lineEnd - hit.end < 3 ? doc.text.length : lineEnd, hit.end + UNITS);
  const from = hit.token + hit.tokens;
  let to = from;
  while (to < doc.tokenCount && to - from < TOKENS && doc.tokenEnd[to]! <= end) to++;
  if (!mayList(doc, from, to)) return [];
  let at = hit.end;
  const mentions = findMentions(doc, from, to, (mention, word) => {
    if (mention === null) return wordsBetween.has(word) || word.startsWith("unser");
    if (!isUpper(doc.text[mention.start]!) || mention.start - at > 80 || !between.test(doc.text.slice(at, mention.start)) || !isWritten(doc, mention)) return false;
    at = mention.end;
    return true;
  });
  return mentions.length > 0 && otherAfter.test(doc.text.slice(at, at + 60)) ? [] : mentions;
}

const SURE = 500;
const afterCity = /^ (?!office|hq|head|area|metro|region|campus|hub|city|only|time|or|and|downtown)\p{Lu}\p{L}/iu;

/** In running text a name in capitals is mostly another word ("GTM", "EST"), and a small town's name mostly part of a longer one. */
function isWritten(doc: Document, mention: Mention): boolean {
  const name = doc.text.slice(mention.start, mention.end);
  if (mention.code) return mention.gap !== "strong" && !mention.afterWords && name.length < 4;
  const sure = mention.areas.some((area) => area.city === null || area.weight >= SURE);
  if (!sure && /^ \p{Lu}/u.test(doc.text.slice(mention.end, mention.end + 2)) && afterCity.test(doc.text.slice(mention.end, mention.end + 20))) return false;
  return name.length > 4 || name !== name.toUpperCase() || mention.areas.some((area) => area.capitals);
}

function isUpper(letter: string): boolean {
  return letter !== letter.toLowerCase();
}
