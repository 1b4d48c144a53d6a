import type { Place } from "../../terms/place.ts";
import { evidenceAt, type Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { gazetteer, nameKey } from "../places/gazetteer.ts";
import { findMentions } from "../places/mentions.ts";
import { inCase, resolvePlaces } from "../places/resolve.ts";

export const placesLexicon: Lexicon = { kind: "places", entries: {} };

/** Where the work is. The location field comes first, then the title, then what the text says of the job's place. */
export function readPlaces(doc: Document): Place[] {
  const [titleTokens, headTokens] = headOf(doc);
  return departmentOf(doc) ?? resolvePlaces(doc, findMentions(doc, titleTokens, headTokens));
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
  const [, number, rest] = /^(\d\d|2[AB]|97[1-6])\s+-\s+(.+)$/.exec(doc.text.slice(start, end)) ?? [];
  const { departments, named } = gazetteer();
  const region = number?.length === 3 ? `FR-${number}` : departments.get(number?.replace(/[AB]/, "0") ?? "");
  if (!number || !region) return null;
  const town = rest!.replace(/\s+(\d+(er?|ème)?(\s+arrondissement)?|cedex.*|\(.*\))$/i, "");
  const meanings = named.get(nameKey(town))?.filter((area) => area.subdivision === region);
  const city = meanings?.length ? (meanings.find((area) => area.city)?.city ?? null) : inCase(town);
  return [{ country: "FR", region: "europe", subdivision: region, city, evidence: [evidenceAt(doc, start, end)] }];
}
