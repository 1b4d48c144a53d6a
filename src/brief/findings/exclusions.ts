import { distinct, listed, quoteAt } from "../quotes.ts";
import { type Exclusion, exclusionIds, insteadOfExclusion, insteadOfHistory } from "../vocabulary.ts";
import type { Finder } from "./found.ts";

const asks: Record<Exclusion, string> = {
  age: "Asks for an age",
  native: "Asks for native speakers",
  unpaid: "Asks for work that is not paid",
  photo: "Asks for a picture of the person",
  nationality: "Asks for a nationality",
  religion: "Asks for a faith",
  gender: "Asks for a gender",
  gaps: "Asks for a life without a gap",
  family: "Asks for a life without children or family",
  disability: "Asks for people without a disability",
  ethnicity: "Asks for an origin or a colour of skin",
};

/** What is asked of candidates that shuts people out for who they are, or takes what is theirs. It says what stands there and what to write in its place; what is allowed where, it does not say. */
export const exclusionFindings: Finder = ({ phrases, text }) => {
  const hits = phrases.get("exclusions") ?? [];
  const history = phrases.get("pay")?.filter(({ id }) => id === "history") ?? [];
  const kinds = exclusionIds.map((id) => ({ id: `asks-${id}` as const, what: asks[id], instead: insteadOfExclusion(id), own: hits.filter((hit) => hit.id === id) }));
  return [...kinds, { id: "asks-pay-history" as const, what: "Asks what somebody was paid before", instead: insteadOfHistory(), own: history }].flatMap(({ id, what, instead, own }) => {
    if (own.length === 0) return [];
    const words = [...new Set(own.map(({ start, end }) => text.slice(start, end)))];
    return [{ id, severity: "warn", says: `${what}: ${listed(words.slice(0, 3).map((word) => `“${word}”`))}.`, advice: `Instead: ${instead}.`, quotes: distinct(own.map(({ start, end }) => quoteAt(text, start, end, null))).slice(0, 6), figures: [] }];
  });
};
