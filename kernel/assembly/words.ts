import { fold } from "./fold";
import { displacements, folded, languages, lineStart, numbers, sentenceToken, slots, slotShift, text, tokenEnd, tokenGap, tokenHash, tokenLine, tokenRoom, tokenStart, tokenWord, upperCase } from "./memory";

// Splits the text into words and looks each up. Slow twin: test/reading/slow-scan.ts. What the numbers mean: src/reading/text/characters.ts, src/reading/vocabulary.ts.

const SOFT: u32 = 0, HARD: u32 = 1, STOP: u32 = 2, LINE: u32 = 3, DOT: u32 = 5, COMMA: u32 = 6, QUOTE: u32 = 7, PLUS: u32 = 8, SHARP: u32 = 9, RARE: u32 = 10;
/** From here on the signs that are words, each with its own byte, and the letters. */
const SIGNS: u32 = 16, LETTER: u32 = 48;

/** By length in bytes, what of 16 bytes belongs to a word. */
const inside = memory.data(17 * 16);
for (let length: usize = 0; length <= 16; length++) for (let n: usize = 0; n < 16; n++) store<u8>(inside + (length << 4) + n, n < length ? 255 : 0);

let numberCount: i32 = 0;
let sentenceCount: i32 = 0;
let textLines: i32 = 0;
let rare: bool = false;

export function numbersFound(): i32 {
  return numberCount;
}

export function sentencesFound(): i32 {
  return sentenceCount;
}

export function linesFound(): i32 {
  return textLines;
}

/** Whether there are invisible characters or odd spaces in the text. */
export function rareFound(): bool {
  return rare;
}

/** The unit whose byte stands at `p`. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function unitAt(p: usize): u32 {
  return load<u16>(text + ((p - folded) << 1));
}

// @ts-ignore
@inline
function isDigit(unit: u32): bool {
  return unit - 48 < 10;
}

/** Whether the sign of `kind` at `p` goes on the word before it. */
function joins(p: usize, kind: u32): bool {
  if (kind == PLUS || kind == SHARP) return true;
  return (kind == DOT || kind == COMMA || kind == QUOTE) && isDigit(unitAt(p - 1)) && load<u8>(p, 1) >= LETTER && isDigit(unitAt(p + 1));
}

/** Whether the dot at `p` begins a word, as in .NET. */
function startsWithDot(p: usize): bool {
  return (p == folded || load<u8>(p - 1) < LETTER) && load<u8>(p, 1) >= LETTER && !isDigit(unitAt(p + 1));
}

function startsUpper(unit: u32): bool {
  if (unit < 128) return unit - 65 < 26 || isDigit(unit);
  return ((load<u8>(upperCase + (unit >> 3)) >> (unit & 7)) & 1) != 0;
}

/** The next eight bytes of a word into its hash, as in src/reading/text/words.ts. */
// @ts-ignore
@inline
function mix(hash: u64, eight: u64): u64 {
  return (rotl(hash, 29) ^ eight) * 0x9e3779b97f4a7c15;
}

/** The hash of the word from `start` to `end`, 16 bytes at a time. */
function hashOf(start: usize, end: usize): u64 {
  let hash: u64 = 0;
  for (let p = start; p < end; p += 16) {
    const bytes = v128.and(v128.load(p), v128.load(inside + (min(end - p, 16) << 4)));
    hash = mix(mix(hash, i64x2.extract_lane(bytes, 0)), i64x2.extract_lane(bytes, 1));
  }
  return hash;
}

/** Where the word that begins at `from` ends, sign by sign. */
function endOf(from: usize): usize {
  let p = from + 1;
  let kind: u32 = load<u8>(p);
  while (kind >= LETTER || joins(p, kind)) kind = load<u8>(++p);
  return p;
}

/** Makes tokens of the first `units` units of the text. Returns how many, -1 where there is no room for them. */
export function splitWords(units: i32): i32 {
  fold(units);
  const begin = folded;
  const end = begin + <usize>units;
  numberCount = 0;
  sentenceCount = 0;
  rare = false;
  let p = begin;
  let count = 0;
  let gap: u32 = LINE;
  let line = 0;
  store<u32>(lineStart, 0);
  while (p < end) {
    const kind: u32 = load<u8>(p);
    if (kind < LETTER) {
      if (kind == SOFT || kind == QUOTE) {
        p++;
        continue;
      }
      let strength = kind;
      if (kind == LINE) {
        line++;
        store<u32>(lineStart + (<usize>line << 2), <u32>(p + 1 - begin));
      }
      // A dot inside a name (node.js) or an abbreviation (U.S.) does not separate.
      else if (kind == DOT) strength = load<u8>(p, 1) >= LETTER ? SOFT : STOP;
      else if (kind == COMMA || kind == PLUS || kind == SHARP) strength = HARD;
      else if (kind == RARE) {
        strength = SOFT;
        rare = true;
      }
      // A currency is a token itself.
      if (kind < SIGNS && (kind != DOT || strength != SOFT || !startsWithDot(p))) {
        if (strength > gap) gap = strength;
        p++;
        continue;
      }
    }
    if (count == tokenRoom) return -1;
    const start = p;
    const bytes = v128.load(p);
    const length: usize = ctz(~i8x16.bitmask(i8x16.ge_u(bytes, i8x16.splat(<i8>LETTER))));
    const after: u32 = load<u8>(p + length);
    let hash: u64;
    // Nearly all words are shorter than 16 letters, with nothing behind them that may belong to them.
    if (length - 1 < 15 && (after - DOT > SHARP - DOT || !joins(p + length, after))) {
      const own = v128.and(bytes, v128.load(inside + (length << 4)));
      hash = mix(mix(0, i64x2.extract_lane(own, 0)), i64x2.extract_lane(own, 1));
      p += length;
    } else {
      p = kind >= SIGNS && kind < LETTER ? start + 1 : endOf(start);
      hash = hashOf(start, p);
    }
    const first = unitAt(start);
    const at: usize = <usize>count << 2;
    store<u64>(tokenHash + (at << 1), hash);
    store<u32>(tokenStart + at, <u32>(start - begin));
    store<u32>(tokenEnd + at, <u32>(p - begin));
    store<u32>(tokenLine + at, line);
    store<u8>(tokenGap + count, <u8>gap);
    store<u32>(numbers + (<usize>numberCount << 2), count);
    numberCount += <i32>isDigit(first);
    if (gap >= STOP && (gap == LINE || startsUpper(first))) {
      store<u32>(sentenceToken + (<usize>sentenceCount << 2), count);
      sentenceCount++;
    }
    count++;
    gap = SOFT;
  }
  textLines = line + 1;
  lookUp(count);
  return count;
}

/**
 * The numbers of the words in the vocabulary, all at once: no look-up waits for another.
 * Looked up by 43 bits of its hash: comparing its letters would take longer, and another word with the same bits
 * would have to be made on purpose, to be read as a word that its author could have written.
 */
function lookUp(count: i32): void {
  memory.fill(languages, 0, 256);
  for (let t = 0; t < count; t++) {
    const here: usize = <usize>t << 2;
    const hash = load<u64>(tokenHash + (here << 1));
    const high: u32 = <u32>(hash >> 32);
    const low: u32 = <u32>hash;
    const slot: u32 = (high + low * <u32>load<u16>(displacements + (<usize>(high >> 21) << 1))) >> slotShift;
    const at = slots + (<usize>slot << 3);
    const stored: u32 = load<u32>(at, 4);
    const entry: u32 = select<u32>(stored, 0, ((load<u32>(at) ^ high) | ((stored ^ low) >> 21)) == 0);
    store<u32>(tokenWord + here, entry & 0x7fff);
    const language = languages + (<usize>((entry >> 15) & 63) << 2);
    store<u32>(language, load<u32>(language) + 1);
  }
}
