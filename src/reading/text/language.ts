import type { ReadLanguage } from "../../terms/language.ts";
import { readLanguages } from "../../terms/language.ts";
import type { Vocabulary } from "../vocabulary.ts";

/** Scripts that one language (nearly) alone uses, or that a word list cannot tell: first code unit, last, language, and how many Latin letters say as much as one of it. */
const scripts: readonly [first: number, last: number, language: string, worth: number][] = [
  [0x3040, 0x30ff, "ja", 3],
  [0xac00, 0xd7af, "ko", 3],
  [0x4e00, 0x9fff, "zh", 3],
  [0x0400, 0x052f, "ru", 1],
  [0x0600, 0x06ff, "ar", 1],
  [0x0590, 0x05ff, "he", 1],
  [0x0370, 0x03ff, "el", 1],
  [0x0e00, 0x0e7f, "th", 1],
];

/**
 * The language most of a text is in, by its common words or its script; null where neither tells.
 * `counts[n]` says how many of the text's words are common words of exactly the languages `languageSets[n]`.
 */
export function readLanguage(counts: Int32Array, { languageSets }: Pick<Vocabulary, "languageSets">, words: number, text: string, bodyStart: number): string | null {
  const { languages, firstMember, members, share, scores } = sharesOf(languageSets);
  scores.fill(0);
  for (let n = 1; n < share.length; n++) {
    if (counts[n] === 0) continue;
    const say = counts[n]! * share[n]!;
    for (let member = firstMember[n]!; member < firstMember[n + 1]!; member++) scores[members[member]!]! += say;
  }
  let best = 0;
  for (let n = 1; n < scores.length; n++) if (scores[n]! > scores[best]!) best = n;
  // In running text about a third of the words are common ones; a list of names alone has none.
  if (scores[best]! >= Math.max(2, words * 0.04)) return languages[best]!;
  const script = readScript(text, bodyStart);
  // A sentence of another script in a text of Latin letters makes it no text of that language: then a common word or two tell.
  return script === LATIN ? (scores[best]! >= 1 ? languages[best]! : null) : script;
}

/** Set → its languages, `members` from `firstMember[n]` to before `firstMember[n + 1]`, as numbers in `languages`, and what a word of the set says of each: one that several share says little. */
type Shares = { of: readonly string[][]; languages: string[]; firstMember: Uint16Array; members: Uint8Array; share: Float64Array; /** Scratch, one a language. */ scores: Float64Array };
let shares: Shares | null = null;

function sharesOf(languageSets: readonly string[][]): Shares {
  if (shares?.of === languageSets) return shares;
  const languages = [...new Set(languageSets.flat())];
  let first = 0;
  return (shares = {
    of: languageSets,
    languages,
    firstMember: Uint16Array.from([0, ...languageSets.map((set) => (first += set.length))]),
    members: Uint8Array.from(languageSets.flatMap((set) => set.map((language) => languages.indexOf(language)))),
    share: Float64Array.from(languageSets, (set) => 1 / set.length ** 1.5),
    scores: new Float64Array(languages.length),
  });
}

/** True where sentences in `language` are read in full. */
export function isRead(language: string | null): language is ReadLanguage {
  return (readLanguages as readonly (string | null)[]).includes(language);
}

const LATIN = "latin";

/** The language of a text by its script; `LATIN` where another script is there, but most of the text is in Latin letters. */
function readScript(text: string, bodyStart: number): string | null {
  const found = new Map<string, number>();
  const end = Math.min(text.length, bodyStart + 2000);
  let latin = 0;
  let others = 0;
  for (let i = bodyStart; i < end; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x370) {
      if (isLatin(unit)) latin++;
      continue;
    }
    for (const [first, last, language, worth] of scripts) {
      if (unit < first || unit > last) continue;
      found.set(language, (found.get(language) ?? 0) + 1);
      others += worth;
    }
  }
  // Japanese mixes kana with many Chinese characters: a tenth of kana decides.
  if ((found.get("ja") ?? 0) * 10 >= (found.get("zh") ?? 0) && found.has("ja")) found.delete("zh");
  let best: string | null = null;
  for (const [language, count] of found) if (count >= 10 && count > (best === null ? 0 : found.get(best)!)) best = language;
  return best !== null && others < latin ? LATIN : best;
}

const isLatin = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || unit >= 0xc0;
