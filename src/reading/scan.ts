import { characters, COMMA, DOT, HARD, LETTER, LINE, PLUS, QUOTE, RARE, SIGN, SOFT, STOP } from "./text/characters.ts";
import { joins, PRIME, SEED, startsWithDot } from "./text/words.ts";
import { SLOT, type Vocabulary } from "./vocabulary.ts";

// Hot file: every posting passes here once, character by character. Benchmark: bench/bench.ts. Slow twin: test/reading/slow-scan.ts.

/** The words of a text. Arrays are shared between scans: read them before the next one. */
export type Tokens = {
  count: number;
  /** Word number in the vocabulary, 0 for a word that it does not know. */
  word: Int32Array;
  start: Int32Array;
  end: Int32Array;
  /** What stands before the token: SOFT, HARD, STOP or LINE. */
  gap: Uint8Array;
  /** Line of the text, from 0. */
  line: Int32Array;
};

/** Where a phrase of the vocabulary stands: `phrase` numbers its entry, `token` and `tokens` its words. */
export type RawHits = { count: number; phrase: Int32Array; token: Int32Array; tokens: Int32Array };

export type Scan = {
  tokens: Tokens;
  hits: RawHits;
  /** Token numbers of the tokens that begin with a digit. */
  numbers: number[];
  /** Whether there are invisible characters or odd spaces in the text. */
  rare: boolean;
  /** How many words are common words of each of the vocabulary's language sets. */
  languages: Int32Array;
};

// Kept between scans: allocating typed arrays for each posting costs more than scanning it.
const room = { tokens: newTokens(4096), hits: newHits(1024), languages: new Int32Array(0), free: new Int32Array(256), takenAt: new Int32Array(256) };

/**
 * One pass over `text`: splits it into words and finds every phrase of `vocabulary`, the longest at each place for each kind.
 * A phrase may run over spaces, hyphens and slashes, never over other punctuation or lines.
 */
export function scan(text: string, vocabulary: Vocabulary): Scan {
  const numbers: number[] = [];
  if (room.languages.length !== vocabulary.languageSets.length) room.languages = new Int32Array(vocabulary.languageSets.length);
  const languages = room.languages.fill(0);
  const rare = splitWords(text, vocabulary, numbers, languages);
  findPhrases(vocabulary);
  return { tokens: room.tokens, hits: room.hits, numbers, rare, languages };
}

function splitWords(text: string, vocabulary: Vocabulary, numbers: number[], languages: Int32Array): boolean {
  const table = characters();
  const { slots, slotMask } = vocabulary;
  const length = text.length;
  let { word: words, start: starts, end: ends, gap: gaps, line: lines } = room.tokens;
  let count = 0, line = 0, gap = LINE, i = 0, rare = false;
  while (i < length) {
    const first = text.charCodeAt(i);
    let letter = table[first]!;
    if (letter < LETTER) {
      let strength = letter;
      if (letter === LINE) line++;
      // A dot inside a name (node.js) or an abbreviation (U.S.) does not separate.
      else if (letter === DOT) strength = i + 1 < length && table[text.charCodeAt(i + 1)]! >= LETTER ? SOFT : STOP;
      else if (letter === COMMA || letter === PLUS) strength = HARD;
      else if (letter === QUOTE) strength = SOFT;
      else if (letter === RARE) {
        strength = SOFT;
        rare = true;
      }
      if (letter === SIGN || (letter === DOT && strength === SOFT && startsWithDot(text, i, table))) letter = first;
      else {
        if (strength > gap) gap = strength;
        i++;
        continue;
      }
    }
    const start = i++;
    let hash = Math.imul(SEED ^ letter, PRIME);
    let second = letter;
    if (table[first] !== SIGN) {
      for (; i < length; i++) {
        const unit = text.charCodeAt(i);
        let next = table[unit]!;
        if (next < LETTER) {
          if (next < DOT || !joins(text, i, next)) break;
          next = unit;
        }
        hash = Math.imul(hash ^ next, PRIME);
        second = (Math.imul(second, 31) + next) | 0;
      }
    }
    // Look the word up in the open-addressed table. Two hashes stand for the word: comparing its letters as well takes a third longer,
    // and another word with both the same would have to be made on purpose, to be read as a word that its author could have written.
    let slot = (hash & slotMask) * SLOT;
    while (slots[slot + 2] !== 0 && (slots[slot] !== hash || slots[slot + 1] !== second)) slot = ((slot / SLOT + 1) & slotMask) * SLOT;
    const word = slots[slot + 2]!;
    if (count === words.length) ({ word: words, start: starts, end: ends, gap: gaps, line: lines } = room.tokens = grownTokens(room.tokens));
    words[count] = word;
    starts[count] = start;
    ends[count] = i;
    gaps[count] = gap;
    lines[count] = line;
    languages[slots[slot + 3]!]!++;
    if (first >= 48 && first <= 57) numbers.push(count);
    count++;
    gap = SOFT;
  }
  room.tokens.count = count;
  return rare;
}

const passed = new Int32Array(16);

function findPhrases(vocabulary: Vocabulary): void {
  const { rootNode, firstPhrase, phrases, phraseKind, firstFollower, followers, followerNode } = vocabulary;
  const { word, gap, count } = room.tokens;
  // The first token that a longer phrase of the kind has not already taken.
  const free = room.free.fill(0, 0, vocabulary.kinds.length);
  const takenAt = room.takenAt.fill(-1, 0, vocabulary.kinds.length);
  let hits = room.hits;
  let found = 0;
  for (let t = 0; t < count; t++) {
    const first = word[t]!;
    if (first === 0) continue;
    let node = rootNode[first]!;
    if (node === 0) continue;
    let depth = 0;
    passed[depth++] = node;
    for (let next = t + 1; next < count && gap[next] === SOFT && word[next] !== 0 && depth < 16; next++) {
      const follower = word[next]!;
      let low = firstFollower[node]!;
      let high = firstFollower[node + 1]!;
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (followers[middle]! < follower) low = middle + 1;
        else high = middle;
      }
      if (low === firstFollower[node + 1] || followers[low] !== follower) break;
      node = followerNode[low]!;
      passed[depth++] = node;
    }
    for (let d = depth; d > 0; d--) {
      const at = passed[d - 1]!;
      for (let p = firstPhrase[at]!; p < firstPhrase[at + 1]!; p++) {
        const kind = phraseKind[phrases[p]!]!;
        // Two entries of one kind may share a phrase: both are hits, a shorter one is not.
        if (free[kind]! > t && (takenAt[kind] !== t || free[kind] !== t + d)) continue;
        if (found === hits.phrase.length) hits = room.hits = grownHits(hits);
        hits.phrase[found] = phrases[p]!;
        hits.token[found] = t;
        hits.tokens[found] = d;
        found++;
        free[kind] = t + d;
        takenAt[kind] = t;
      }
    }
  }
  hits.count = found;
}

function newTokens(size: number): Tokens {
  return { count: 0, word: new Int32Array(size), start: new Int32Array(size), end: new Int32Array(size), gap: new Uint8Array(size), line: new Int32Array(size) };
}

function newHits(size: number): RawHits {
  return { count: 0, phrase: new Int32Array(size), token: new Int32Array(size), tokens: new Int32Array(size) };
}

function grownTokens(old: Tokens): Tokens {
  const tokens = newTokens(old.word.length * 2);
  for (const key of ["word", "start", "end", "gap", "line"] as const) tokens[key].set(old[key]);
  return tokens;
}

function grownHits(old: RawHits): RawHits {
  const hits = newHits(old.phrase.length * 2);
  for (const key of ["phrase", "token", "tokens"] as const) hits[key].set(old[key]);
  return hits;
}
