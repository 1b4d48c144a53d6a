import { expandPhrase, type Lexicon } from "../../src/reading/lexicon.ts";
import { characters, COMMA, DOT, foldText, HARD, LETTER, LINE, PLUS, QUOTE, RARE, SHARP, SIGN, SOFT, STOP } from "../../src/reading/text/characters.ts";
import { wordsOf } from "../../src/reading/text/words.ts";

export type SlowWord = { start: number; end: number; text: string; gap: number };
export type SlowHit = { kind: string; id: string; start: number; end: number };

const isDigit = (sign: string | undefined): boolean => sign !== undefined && /^[0-9]$/.test(sign);
const isLetter = (sign: string | undefined): boolean => sign !== undefined && characters()[sign.charCodeAt(0)]! >= LETTER;

/** The scanner's slow twin: the same words, cut as strings. */
export function slowWords(text: string): SlowWord[] {
  const words: SlowWord[] = [];
  let gap = LINE;
  for (let i = 0; i < text.length; ) {
    const kind = characters()[text.charCodeAt(i)]!;
    const opens = kind === DOT && isLetter(text[i + 1]) && !isDigit(text[i + 1]) && !isLetter(text[i - 1]);
    if (kind < LETTER && kind !== SIGN && !opens) {
      gap = Math.max(gap, strengthOf(text, i, kind));
      i++;
      continue;
    }
    let end = i + 1;
    if (kind !== SIGN) while (end < text.length && (isLetter(text[end]) || staysInside(text, end))) end++;
    words.push({ start: i, end, text: foldText(text.slice(i, end)), gap });
    gap = SOFT;
    i = end;
  }
  return words;
}

function strengthOf(text: string, i: number, kind: number): number {
  if (kind === DOT) return isLetter(text[i + 1]) ? SOFT : STOP;
  if (kind === COMMA || kind === PLUS || kind === SHARP) return HARD;
  return kind === QUOTE || kind === RARE ? SOFT : kind;
}

/** The signs of C++, 1.5, 120,000 and 130'000. */
function staysInside(text: string, i: number): boolean {
  const kind = characters()[text.charCodeAt(i)]!;
  return kind === PLUS || kind === SHARP || ([DOT, COMMA, QUOTE].includes(kind) && isDigit(text[i - 1]) && isDigit(text[i + 1]));
}

/** Every spelling of every phrase, as its words joined by spaces, with the entries that have it. */
export function spellingsOf(lexicons: readonly Lexicon[]): Map<string, { kind: string; id: string }[]> {
  const spellings = new Map<string, { kind: string; id: string }[]>();
  for (const { kind, entries } of lexicons) {
    for (const [id, phrases] of Object.entries(entries)) {
      for (const words of new Set(phrases.flatMap(expandPhrase).map((spelling) => wordsOf(spelling).join(" ")))) {
        spellings.set(words, [...(spellings.get(words) ?? []), { kind, id }]);
      }
    }
  }
  return spellings;
}

/** At each word and for each kind, the longest phrase; the words that it takes are taken. */
export function slowHits(words: readonly SlowWord[], spellings: ReturnType<typeof spellingsOf>): SlowHit[] {
  const hits: SlowHit[] = [];
  const taken = new Map<string, number>();
  for (let t = 0; t < words.length; t++) {
    const here = new Map<string, number>();
    for (let count = 16; count > 0; count--) {
      const some = words.slice(t, t + count);
      if (some.length < count || some.slice(1).some((word) => word.gap !== SOFT)) continue;
      for (const { kind, id } of spellings.get(some.map((word) => word.text).join(" ")) ?? []) {
        if ((taken.get(kind) ?? 0) > t || (here.get(kind) ?? count) !== count) continue;
        here.set(kind, count);
        hits.push({ kind, id, start: some[0]!.start, end: some.at(-1)!.end });
      }
    }
    for (const [kind, count] of here) taken.set(kind, t + count);
  }
  return hits;
}
