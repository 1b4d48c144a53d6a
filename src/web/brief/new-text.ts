import { type Draft, emptyDraft } from "./messages.ts";

/** Two texts of one description have at least this part of the shorter one's words in common. Of two descriptions of AI work that are strangers, a third is usual. */
const ALIKE = 0.5;
const MOST_UNITS = 200_000;

/**
 * A draft whose whole text was pasted over: with an edited text it is the same description; with another it is a new one, and what was said of the old one (title, place, pay, role) goes with it.
 * `last` is the draft as it was when it last had a text: what was written since the text was taken out is of the new one, and stays. Null where it is the same description.
 */
export function newDescription(draft: Draft, last: Draft | null, text: string): Draft | null {
  if (last === null || text.trim() === "" || isAlike(last.text, text)) return null;
  const stays = Object.entries(draft).filter(([name, value]) => value !== last[name as keyof Draft]);
  return { ...emptyDraft, ...Object.fromEntries(stays), text };
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [wordsIn(one), wordsIn(other)].toSorted((x, y) => x.size - y.size) as [Set<string>, Set<string>];
  // A few words are no text that another could be strange to.
  if (a.size < FEW_WORDS) return b.size < FEW_WORDS || one.includes(other) || other.includes(one);
  return [...a].filter((word) => b.has(word)).length >= a.size * ALIKE;
}

const FEW_WORDS = 8;

/** The longer words: short ones are those of any text. */
function wordsIn(text: string): Set<string> {
  return new Set(text.slice(0, MOST_UNITS).toLowerCase().match(/[\p{L}\p{N}+#]{4,}/gu) ?? []);
}
