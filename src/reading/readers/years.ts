import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const yearsLexicon: Lexicon = { kind: "years", entries: {} };

export function readYears(_doc: Document): Finding<number> {
  return unknown();
}
