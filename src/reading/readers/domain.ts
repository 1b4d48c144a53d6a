import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Domain } from "../../terms/domain.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const domainLexicon: Lexicon = { kind: "domain", entries: {} };

export function readDomain(_doc: Document): Finding<Domain> {
  return unknown();
}
