import { kinds, languages, numbers, slotMask, slots, slotShift, text, tokenEnd, tokenGap, tokenLine, tokenRoom, tokenStart, tokenWord } from "./memory";

// Splits the text into words and looks each up. Slow twin: test/reading/slow-scan.ts. What the numbers mean: src/reading/text/characters.ts, src/reading/vocabulary.ts.

const SOFT: u32 = 0, HARD: u32 = 1, STOP: u32 = 2, LINE: u32 = 3, SIGN: u32 = 4, DOT: u32 = 5, COMMA: u32 = 6, QUOTE: u32 = 7, PLUS: u32 = 8, SHARP: u32 = 9, RARE: u32 = 10, LETTER: u32 = 48;

let numberCount: i32 = 0;
let rare: bool = false;

export function numbersFound(): i32 {
  return numberCount;
}

/** Whether there are invisible characters or odd spaces in the text. */
export function rareFound(): bool {
  return rare;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function kindOf(unit: u32): u32 {
  return load<u16>(kinds + (<usize>unit << 1));
}

// @ts-ignore
@inline
function isDigit(unit: u32): bool {
  return unit - 48 < 10;
}

/** Whether the sign of `kind` at `p` goes on the word before it. */
function joins(p: usize, end: usize, kind: u32): bool {
  if (kind == PLUS || kind == SHARP) return true;
  if (kind != DOT && kind != COMMA && kind != QUOTE) return false;
  return p + 2 < end && isDigit(load<u16>(p - 2)) && isDigit(load<u16>(p, 2));
}

/** Whether the dot at `p` begins a word, as in .NET. */
function startsWithDot(p: usize, end: usize): bool {
  if (p + 2 >= end || (p > text && kindOf(load<u16>(p - 2)) >= LETTER)) return false;
  const next: u32 = load<u16>(p, 2);
  return kindOf(next) >= LETTER && !isDigit(next);
}

/** The next eight bytes of a word into its hash, as in src/reading/text/words.ts. */
// @ts-ignore
@inline
function mix(hash: u64, eight: u64): u64 {
  return (rotl(hash, 29) ^ eight) * 0x9e3779b97f4a7c15;
}

/** The hash of the word from `start` to `end`, letter by letter. */
function hashOf(start: usize, end: usize): u64 {
  let hash: u64 = 0;
  for (let p = start; p < end; p += 16) {
    let eight: u64 = 0;
    const most = min(end, p + 16);
    for (let at = p; at < most; at += 2) {
      const unit: u32 = load<u16>(at);
      const kind = kindOf(unit);
      const folded = kind == SIGN ? unit : kind;
      eight |= <u64>((folded ^ (folded >> 8)) & 255) << (((at - p) >> 1) << 3);
    }
    hash = mix(hash, eight);
  }
  return hash;
}

/** Where the word that begins at `p` ends, sign by sign. */
function endOf(from: usize, end: usize): usize {
  let p = from + 2;
  while (p < end) {
    const kind = kindOf(load<u16>(p));
    if (kind < LETTER && (kind < DOT || !joins(p, end, kind))) break;
    p += 2;
  }
  return p;
}

/** Makes tokens of the first `units` units of the text. Returns how many, -1 where there is no room for them. */
export function splitWords(units: i32): i32 {
  const end = text + (<usize>units << 1);
  // Eight units are looked at together: behind the text nothing may look like a letter.
  v128.store(end, i64x2.splat(0));
  memory.fill(languages, 0, 256);
  numberCount = 0;
  rare = false;
  let p = text;
  let count = 0;
  let gap: u32 = LINE;
  let line = 0;
  while (p < end) {
    const first: u32 = load<u16>(p);
    const kind = kindOf(first);
    if (kind < LETTER) {
      if (kind == SOFT || kind == QUOTE) {
        p += 2;
        continue;
      }
      let strength = kind;
      if (kind == LINE) line++;
      // A dot inside a name (node.js) or an abbreviation (U.S.) does not separate.
      else if (kind == DOT) strength = p + 2 < end && kindOf(load<u16>(p, 2)) >= LETTER ? SOFT : STOP;
      else if (kind == COMMA || kind == PLUS || kind == SHARP) strength = HARD;
      else if (kind == RARE) {
        strength = SOFT;
        rare = true;
      }
      // A currency is a token itself.
      if (kind != SIGN && (kind != DOT || strength != SOFT || !startsWithDot(p, end))) {
        if (strength > gap) gap = strength;
        p += 2;
        continue;
      }
    }
    const start = p;
    let hash: u64 = 0;
    let eight = 8;
    while (eight == 8) {
      // The letters and digits of ASCII among the next eight units, in lower case, as eight bytes.
      const next = v128.load(p);
      const lower = v128.or(next, i16x8.splat(32));
      const letters = i16x8.lt_u(i16x8.sub(lower, i16x8.splat(97)), i16x8.splat(26));
      const both = v128.or(letters, i16x8.lt_u(i16x8.sub(next, i16x8.splat(48)), i16x8.splat(10)));
      eight = ctz(~i16x8.bitmask(both) | 256);
      if (eight == 0) break;
      const inside = i16x8.lt_s(i16x8(0, 1, 2, 3, 4, 5, 6, 7), i16x8.splat(<i16>eight));
      const folded = v128.and(v128.bitselect(lower, next, letters), inside);
      hash = mix(hash, i64x2.extract_lane(i8x16.narrow_i16x8_u(folded, folded), 0));
      p += <usize>eight << 1;
    }
    // What stands behind them belongs to the word, or the word begins otherwise.
    const sign = p < end ? kindOf(load<u16>(p)) : SOFT;
    if (p == start || (sign >= DOT && (sign >= LETTER || joins(p, end, sign)))) {
      p = kind == SIGN ? start + 2 : endOf(start, end);
      hash = hashOf(start, p);
    }
    // Looked up by 43 bits of its hash: comparing its letters would take longer, and another word with the same bits
    // would have to be made on purpose, to be read as a word that its author could have written.
    const high: u32 = <u32>(hash >> 32);
    const check: u32 = <u32>hash >> 21;
    let slot: usize = <usize>(high >> slotShift) << 3;
    let entry: u32 = load<u32>(slots + slot, 4);
    while (entry != 0 && (load<u32>(slots + slot) != high || entry >> 21 != check)) {
      slot = (slot + 8) & slotMask;
      entry = load<u32>(slots + slot, 4);
    }
    if (count == tokenRoom) return -1;
    const at: usize = <usize>count << 2;
    store<u32>(tokenWord + at, entry & 0x7fff);
    store<u32>(tokenStart + at, <u32>(start - text) >> 1);
    store<u32>(tokenEnd + at, <u32>(p - text) >> 1);
    store<u32>(tokenLine + at, line);
    store<u8>(tokenGap + count, <u8>gap);
    const language = languages + (((entry >> 15) & 63) << 2);
    store<u32>(language, load<u32>(language) + 1);
    if (isDigit(first)) {
      store<u32>(numbers + (<usize>numberCount << 2), count);
      numberCount++;
    }
    count++;
    gap = SOFT;
  }
  return count;
}
