import work from "../../../data/vocabulary/work.json" with { type: "json" };
import type { Lexicon } from "../lexicon.ts";

/** Concepts of work, by the role whose tell-tale they are: role → concept → phrases in four languages. */
const byRole: Record<string, Record<string, string[]>> = work;

/** What the people hired do, as phrases. A hit's id is `role/concept`. */
export const workLexicon: Lexicon = {
  kind: "work",
  entries: Object.fromEntries(Object.entries(byRole).flatMap(([role, concepts]) => Object.entries(concepts).map(([concept, phrases]) => [`${role}/${concept}`, phrases]))),
};
