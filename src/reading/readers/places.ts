import type { Evidence } from "../../terms/evidence.ts";
import type { Place } from "../../terms/place.ts";
import { evidenceAt, type Document } from "../document.ts";
import { ofJob, ofOffice, ofWorker, placesInText } from "../places/body.ts";
import { placesLexicon } from "../places/cues.ts";
import { areasNamed, gazetteer } from "../places/gazetteer.ts";
import { findMentions } from "../places/mentions.ts";
import { inCase, resolvePlaces, withoutRepeats } from "../places/resolve.ts";

export { placesLexicon };

/**
 * Where the work is. The location field names it, and the text may add places that it states of the job itself;
 * an empty field may have its place at the head of the text; where neither names a country, the title does, or an office that the text names.
 */
export function readPlaces(doc: Document): Place[] {
  const field = doc.posting.location?.trim() ? placesInField(doc) : placesInOpening(doc);
  if (field.some(hasCountry)) return withoutRepeats(field.concat(placesInText(doc, ofJob)));
  const title = placesInTitle(doc);
  const stated = withoutRepeats([...title, ...placesInText(doc, ofWorker)]);
  if (stated.some(hasCountry)) return withoutRepeats([...field, ...stated]);
  const { start, end } = doc.lines[2]!;
  const offices = anywhere.test(doc.text.slice(start, end)) ? [] : placesInText(doc, ofOffice);
  return withoutRepeats([...field, ...stated, ...offices]);
}

const OPENING_LINES = 3;
const OPENING_UNITS = 48;

/** "Leeds, UK. Hybrid. …": one of the first lines begins with a sentence that is a place and nothing else. */
function placesInOpening(doc: Document): Place[] {
  let looked = 0;
  for (const { start, end } of doc.lines) {
    if (start < doc.bodyStart || end === start) continue;
    if (looked++ === OPENING_LINES) break;
    const head = doc.text.slice(start, Math.min(end, start + OPENING_UNITS));
    const stop = head.search(/\.(?: |$)/);
    if (stop < 3 || !/^\p{Lu}/u.test(head)) continue;
    let from = 0;
    while (from < doc.tokenCount && doc.tokenStart[from]! < start) from++;
    let to = from;
    while (to < doc.tokenCount && doc.tokenEnd[to]! <= start + stop) to++;
    const mentions = findMentions(doc, from, to);
    const last = mentions[mentions.length - 1];
    if (last === undefined || mentions[0]!.start !== start || last.end !== start + stop || mentions.some((mention) => mention.afterWords)) continue;
    const places = resolvePlaces(doc, mentions);
    if (places.length === 1 && places[0]!.city !== null && places[0]!.country !== null) return places;
  }
  return [];
}

/** Where the field says so, an office that the text names is not the place of the job. */
const anywhere = /remote|anywhere|global|world|telecommute|distributed/i;

// The longest real field names some 200 offices in 900 words; what is longer still is no list of offices.
const FIELD_TOKENS = 1500;
const TITLE_TOKENS = 60;

function hasCountry(place: Place): boolean {
  return place.country !== null;
}

// Postings share their fields ("Remote (United States)"): what the common ones name is kept, up to this many and this long.
const MOST_KEPT = 1000;
const LONGEST_KEPT = 120;
/** Field as the posting writes it → its places, with offsets from the beginning of the field. */
const fields = new Map<string, readonly Place[]>();

/** What the location field names. Its places depend on the field alone, so that a kept one only moves to where the field stands. */
function placesInField(doc: Document): Place[] {
  const { start } = doc.lines[2]!;
  const written = doc.posting.location ?? "";
  const known = fields.get(written);
  if (known) return known.map((place) => moved(doc, place, start));
  const places = departmentOf(doc) ?? readField(doc);
  if (written.length > LONGEST_KEPT) return places;
  if (fields.size >= MOST_KEPT) fields.clear();
  fields.set(written, places.map((place) => moved(null, place, -start)));
  return places;
}

/** The place with its evidence moved by so many units; quoted where there is a document. */
function moved(doc: Document | null, { country, region, subdivision, city, evidence }: Place, by: number): Place {
  const [{ start, end }] = evidence as [Evidence];
  // Nothing of the text is kept: a piece of it would hold on to all of it.
  return { country, region, subdivision, city, evidence: [doc ? evidenceAt(doc, start + by, end + by) : { start: start + by, end: end + by, text: "" }] };
}

function readField(doc: Document): Place[] {
  const [titleTokens, headTokens] = headOf(doc);
  return resolvePlaces(doc, findMentions(doc, titleTokens, Math.min(headTokens, titleTokens + FIELD_TOKENS)));
}

const titleBefore = /(^|\((?:[mwfdxhi]\s?[/|,]\s?){1,3}[mwfdxhi]\)\s+|[-–—(,|/:[•+&]\s*|\b(in|at|à|remote|hybrid|based|for|from|bei|standort|relocat\w+ to)\s+)$/i;
const titleAfter = /^\s*($|[-–—),|/:\]•+&(]|(remote|hybrid|only|based|area|offices?|or|and|oder|ou|et)\b)/i;

/** Places in the title that stand by themselves: "… - Berlin", "… (Paris only)", not "Customer Service French". */
function placesInTitle(doc: Document): Place[] {
  const { end } = doc.lines[0]!;
  const mentions = findMentions(doc, 0, Math.min(headOf(doc)[0], TITLE_TOKENS));
  const kept = mentions.filter((mention, i) => {
    const after = titleAfter.test(doc.text.slice(mention.end, end));
    return after && (titleBefore.test(doc.text.slice(0, mention.start)) || (i > 0 && !mention.afterWords));
  });
  return resolvePlaces(doc, kept);
}

/** Number of the first token after the title, and of the first after the location field. */
function headOf(doc: Document): [number, number] {
  const titleEnd = doc.lines[0]!.end;
  let token = 0;
  while (token < doc.tokenCount && doc.tokenStart[token]! < titleEnd) token++;
  const first = token;
  while (token < doc.tokenCount && doc.tokenStart[token]! < doc.bodyStart) token++;
  return [first, token];
}

/** French boards write "75 - Paris", "69 - LYON 02", "92 - Hauts-de-Seine", "974 - Le Port": the department's number, then the town or the department. */
function departmentOf(doc: Document): Place[] | null {
  const { start, end } = doc.lines[2]!;
  if (!isDigit(doc.text.charCodeAt(start))) return null;
  const [, number, rest] = /^(\d\d|2[AB]|97[1-6])\s+-\s+(.+)$/.exec(doc.text.slice(start, end)) ?? [];
  const { departments } = gazetteer();
  const region = number?.length === 3 ? `FR-${number}` : departments.get(number?.replace(/[AB]/, "0") ?? "");
  if (!number || !region) return null;
  const town = rest!.replace(/\s+(\d+(er?|ème)?(\s+arrondissement)?|cedex.*|\(.*\))$/i, "");
  const meanings = areasNamed(town)?.filter((area) => area.subdivision === region);
  const city = meanings?.length ? (meanings.find((area) => area.city)?.city ?? null) : inCase(town);
  return [{ country: "FR", region: "europe", subdivision: region, city, evidence: [evidenceAt(doc, start, end)] }];
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}
