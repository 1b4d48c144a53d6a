import type { Environment } from "../../terms/environment.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const environmentLexicon: Lexicon = { kind: "environment", entries: {} };

export function readEnvironment(_doc: Document): Environment[] {
  return [];
}
