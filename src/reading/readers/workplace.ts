import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Workplace } from "../../terms/workplace.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const workplaceLexicon: Lexicon = { kind: "workplace", entries: {} };

export function readWorkplace(_doc: Document): Finding<Workplace> {
  return unknown();
}
