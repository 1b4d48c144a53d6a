import { kinds, languages, numbers, slotMask, slots, slotShift, text, tokenEnd, tokenGap, tokenLine, tokenRoom, tokenStart, tokenWord } from "./memory";

// Splits the text into words and looks each up. Slow twin: test/reading/slow-scan.ts. What the numbers mean: src/reading/text/characters.ts, src/reading/vocabulary.ts.

const SOFT: u32 = 0, HARD: u32 = 1, STOP: u32 = 2, LINE: u32 = 3, SIGN: u32 = 4, DOT: u32 = 5, COMMA: u32 = 6, QUOTE: u32 = 7, PLUS: u32 = 8, SHARP: u32 = 9, RARE: u32 = 10, LETTER: u32 = 48;
const FACTOR: u32 = 0x9e3779b1;
const LONGEST: usize = 63 << 1;

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

/** Makes tokens of the first `units` units of the text. Returns how many, -1 where there is no room for them. */
export function splitWords(units: i32): i32 {
  const end = text + (<usize>units << 1);
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
    let hash = kind;
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
      if (kind == SIGN) hash = first;
      else if (kind != DOT || strength != SOFT || !startsWithDot(p, end)) {
        if (strength > gap) gap = strength;
        p += 2;
        continue;
      }
    }
    const start = p;
    const begins = hash;
    p += 2;
    if (kind != SIGN) {
      while (p < end) {
        const next = kindOf(load<u16>(p));
        if (next < LETTER && (next < DOT || !joins(p, end, next))) break;
        hash = hash * FACTOR + next;
        p += 2;
      }
    }
    // Looked up by hash, length and first letter: comparing all letters would take longer, and another word with the same three
    // would have to be made on purpose, to be read as a word that its author could have written.
    let entry: u32 = 0;
    if (p - start <= LONGEST) {
      const check: u32 = (<u32>(p - start) >> 1) | ((begins & 31) << 6);
      let slot: usize = <usize>(hash >> slotShift) << 3;
      entry = load<u32>(slots + slot, 4);
      while (entry != 0 && (load<u32>(slots + slot) != hash || entry >> 21 != check)) {
        slot = (slot + 8) & slotMask;
        entry = load<u32>(slots + slot, 4);
      }
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
