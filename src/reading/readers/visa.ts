import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Visa } from "../../terms/visa.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const visaLexicon: Lexicon = { kind: "visa", entries: {} };

export function readVisa(_doc: Document): Finding<Visa> {
  return unknown();
}
