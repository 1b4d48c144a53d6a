import type { BriefFinding, BriefMarket, BriefMissing, BriefOptions } from "../../terms/brief.ts";
import type { Flag, FlagId } from "../../terms/flag.ts";
import type { Posting } from "../../terms/posting.ts";
import type { Document } from "../../reading/document.ts";
import type { Reading } from "../../terms/reading.ts";
import type { Work } from "../work-kinds.ts";
import type { PhraseHit } from "../phrases.ts";

/** What a finding is made of: the posting as it is laid out, and as it was written, its reading, what its author says beside it, its text, the phrases in it, what the market says of it, the kinds of its work, and the day it is. */
export type Case = { doc: Document; written: Posting; reading: Reading; options: BriefOptions; text: string; phrases: Map<string, PhraseHit[]>; market: BriefMarket | null; work: Work; day: string };

/** Makes the findings of one kind, present and missing. */
export type Finder = (one: Case) => readonly (BriefFinding | BriefMissing)[];

export function isMissing(one: BriefFinding | BriefMissing): one is BriefMissing {
  return "lookedIn" in one;
}

/** What the reader itself stopped at. */
export function flagOf({ reading }: Case, id: FlagId): Flag | null {
  return reading.flags.find((flag) => flag.id === id) ?? null;
}
