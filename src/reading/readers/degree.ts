import type { Finding } from "../../terms/evidence.ts";
import { unknown } from "../document.ts";
import type { Degree } from "../../terms/degree.ts";
import type { Document } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

export const degreeLexicon: Lexicon = { kind: "degree", entries: {} };

export function readDegree(_doc: Document): Finding<Degree> {
  return unknown();
}
