import type { Place } from "../../terms/place.ts";
import type { Pay } from "../../terms/pay.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const payLexicon: Lexicon = { kind: "pay", entries: {} };

export function readPay(_doc: Document, _places: readonly Place[]): Pay[] {
  return [];
}
