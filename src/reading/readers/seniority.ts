import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Seniority } from "../../terms/seniority.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const seniorityLexicon: Lexicon = { kind: "seniority", entries: {} };

export function readSeniority(_doc: Document, _years: Finding<number>): Finding<Seniority> {
  return unknown();
}
