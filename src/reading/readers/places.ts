import type { Place } from "../../terms/place.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const placesLexicon: Lexicon = { kind: "places", entries: {} };

export function readPlaces(_doc: Document): Place[] {
  return [];
}
