import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const productionLexicon: Lexicon = { kind: "production", entries: {} };

export function readProduction(_doc: Document): Finding<boolean> {
  return unknown();
}
