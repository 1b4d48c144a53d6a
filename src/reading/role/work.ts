import type { Lexicon } from "../lexicon.ts";

/** Concepts of work that tell roles apart. */
export const workLexicon: Lexicon = { kind: "work", entries: {} };
