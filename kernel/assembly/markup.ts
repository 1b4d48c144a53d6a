import { bulletCount, bullets, classes, input, lineKinds, text } from "./memory";
import { decoded, NO_TEXT, referenceAt } from "./references";
import { skipTo, startsTag, tagEnd, tagNumber, tagOf } from "./tags";

// Markup, or lines without any, to lines of plain text. Slow twins: test/reading/slow-html.ts, src/reading/text/plain.ts.

const TEXT: u8 = 0, ITEM: u8 = 1, HEADING: u8 = 2, BOLD: u8 = 3;
const ORDINARY: u32 = 0, SPACE: u32 = 1, TAG: u32 = 2, ENTITY: u32 = 3;
// What a tag does, as the host numbers it.
const BLOCK: u32 = 1, PARAGRAPH: u32 = 2, LIST_ITEM: u32 = 3, TITLE: u32 = 4, STRONG: u32 = 5, CELL: u32 = 6, BREAK: u32 = 7, SKIP: u32 = 8, CODE: u32 = 9, INLINE: u32 = 10;

let out: usize = 0;
let lines: i32 = 0;
let lineKind: u8 = TEXT; // what the blocks around the line make of it
let empty: bool = true; // nothing on the line yet
let space: bool = false; // a space is due before the next character
let bold: i32 = 0; // depth of <b>
let boldUnits: i32 = 0; // on this line
let plainUnits: i32 = 0;
let odd: bool = false; // there was a character that is not seen, or that breaks lines
let lineBegin: usize = 0;
let longest: usize = 0; // bytes of the longest line

export function lineCount(): i32 {
  return lines;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function count(units: i32): void {
  if (bold > 0) boldUnits += units;
  else plainUnits += units;
}

// @ts-ignore
@inline
function write(unit: u32): void {
  store<u16>(out, <u16>unit);
  out += 2;
}

/** Begins the line, or writes the space that is due. */
// @ts-ignore
@inline
function open(): void {
  if (empty) openLine();
  else if (space) write(32);
  space = false;
}

function openLine(): void {
  if (lines > 0) write(10);
  store<u8>(lineKinds + lines, lineKind);
  lines++;
  if (lineKind == ITEM) {
    write(45);
    write(32);
  }
  empty = false;
  lineBegin = out;
}

function endLine(): void {
  if (!empty && out - lineBegin > longest) longest = out - lineBegin;
  if (!empty && boldUnits > 0 && plainUnits <= 2 && load<u8>(lineKinds + lines - 1) == TEXT) store<u8>(lineKinds + lines - 1, BOLD);
  empty = true;
  space = false;
  boldUnits = 0;
  plainUnits = 0;
}

/** Puts `unit` as a piece of its own. */
function put(unit: u32): void {
  open();
  count(1);
  write(unit);
}

function begin(from: i32): void {
  out = text + (<usize>from << 1);
  lines = 0;
  lineKind = TEXT;
  empty = true;
  space = false;
  odd = false;
  longest = 0;
  bold = boldUnits = plainUnits = 0;
}

/** Turns the `length` bytes at `at` into text behind the first `from` units. Returns the units that the text has then. */
export function addMarkup(at: usize, length: i32, from: i32): i32 {
  const end = at + <usize>length;
  begin(from);
  let tagsEnd = false; // no ">" is left in the input
  let unclosed: u32 = 0; // elements that no closing tag is left for, as bits
  let p = at;
  while (p < end) {
    const unit: u32 = load<u8>(p);
    const kind: u32 = unit < 128 ? load<u8>(classes + unit) : ORDINARY;
    if (kind == ORDINARY) {
      p = addRun(p, end);
      continue;
    }
    if (kind == SPACE) {
      space = !empty;
      p++;
    } else if (kind == TAG) {
      const close: usize = tagsEnd || !startsTag(p, end) ? 0 : tagEnd(p, end);
      if (close == 0) {
        tagsEnd = tagsEnd || startsTag(p, end);
        put(60);
        p++;
        continue;
      }
      const closing = load<u8>(p, 1) == 47;
      const number = tagNumber(closing ? p + 2 : p + 1, end);
      p = close + 1;
      const what = tagOf(number);
      if (what == 0 || what == INLINE) continue;
      const does = what & 15;
      if (does == STRONG) bold = closing ? (bold > 0 ? bold - 1 : 0) : bold + 1;
      else if (does == CELL) {
        if (!closing && !empty) put(124);
        space = !empty;
      } else if (does >= SKIP) {
        if (!closing && load<u8>(close - 1) != 47) {
          const bit: u32 = 1 << (what >> 4);
          const after: usize = (unclosed & bit) != 0 ? 0 : skipTo(number, p, end);
          if (after != 0) p = after;
          else {
            unclosed |= bit;
            if (does == CODE) p = end;
          }
        }
      } else {
        endLine();
        if (does == LIST_ITEM) lineKind = closing ? TEXT : ITEM;
        else if (does == TITLE) lineKind = closing ? TEXT : HEADING;
        // A block inside a list item goes on as the item; after the list, lines are text again.
        else if (does == BLOCK || (does == PARAGRAPH && lineKind == HEADING)) lineKind = TEXT;
      }
    } else if (kind == ENTITY) p = addReference(p, end);
    else p++;
  }
  endLine();
  return <i32>((out - text) >> 1);
}

/** Ordinary characters with single spaces between. What is not seen is left out, a space of another width is one. */
function addRun(from: usize, end: usize): usize {
  let p = from;
  let units = 0;
  while (p < end) {
    const many = plainAhead(p, end, units > 0 && !space);
    if (many > 0) {
      open();
      widen(p, out);
      out += <usize>many << 1;
      p += many;
      units += many;
      continue;
    }
    let unit: u32 = load<u8>(p);
    if (unit < 128) {
      const kind: u32 = load<u8>(classes + unit);
      if (kind != ORDINARY) {
        // A single space is part of the run where the run goes on behind it.
        if (unit != 32 || p + 1 >= end) break;
        const next: u32 = load<u8>(p + 1);
        if (next < 128 && load<u8>(classes + next) != ORDINARY) break;
        space = !empty;
        // A run begins with what is seen.
        units += <i32>(units > 0);
        p++;
        continue;
      }
      open();
      write(unit);
      units++;
      p++;
      continue;
    }
    let size: usize = 2;
    if (unit < 0xe0) unit = ((unit & 31) << 6) | (load<u8>(p, 1) & 63);
    else if (unit < 0xf0) {
      unit = ((unit & 15) << 12) | ((load<u8>(p, 1) & 63) << 6) | (load<u8>(p, 2) & 63);
      size = 3;
    } else {
      const code: u32 = (((unit & 7) << 18) | ((load<u8>(p, 1) & 63) << 12) | ((load<u8>(p, 2) & 63) << 6) | (load<u8>(p, 3) & 63)) - 0x10000;
      open();
      write(0xd800 | (code >> 10));
      write(0xdc00 | (code & 1023));
      units += 2;
      p += 4;
      continue;
    }
    p += size;
    const kind: u32 = load<u8>(classes + unit);
    if (kind == ORDINARY) {
      open();
      write(unit);
      units++;
    } else if (kind == SPACE) {
      space = !empty;
      if (unit == 0xa0) break;
      odd = odd || breaksLine(unit);
    } else odd = true;
  }
  count(units);
  return p;
}

/** Lines that are longer have not been wrapped: `wrapWidth` in src/reading/text/plain.ts. */
const UNWRAPPED: usize = 120;

/**
 * Turns `length` bytes of lines without markup into text behind the first `from` units: single spaces, bullets as "- ". Returns the units that the text has then;
 * -1 where the lines may have been wrapped, or hold what is left to the host: what may be a tag, what is not seen, other breaks of lines, an emoji or a reference that begins a line.
 */
export function addLines(at: usize, length: i32, from: i32): i32 {
  const end = at + <usize>length;
  // Neither a space nor a break.
  store<u8>(end, 0);
  begin(from);
  let p = at;
  while (p < end && !odd) {
    p = behindBullet(behindSpaces(p));
    while (p < end && load<u8>(p) != 10 && !odd) {
      const unit: u32 = load<u8>(p);
      const kind: u32 = unit < 128 ? load<u8>(classes + unit) : ORDINARY;
      if (kind == ORDINARY) p = addRun(p, end);
      else if (unit == 32 || unit == 9) {
        space = !empty;
        p++;
      } else if (kind == ENTITY && !empty) {
        p = addReference(p, end);
        odd = odd || !isPlain(decoded);
      } else odd = true;
    }
    // A bullet alone is what its line says.
    if (lineKind == ITEM && empty) odd = true;
    endLine();
    lineKind = TEXT;
    p++;
  }
  return odd || longest >> 1 <= UNWRAPPED ? -1 : <i32>((out - text) >> 1);
}

function breaksLine(unit: u32): bool {
  return unit == 0x85 || unit == 0x2028 || unit == 0x2029;
}

/** Whether what a reference stands for is as good as written in its place. */
function isPlain(code: u32): bool {
  if (code == 60 || code == NO_TEXT) return false;
  if (code > 0xffff) return true;
  const kind: u32 = load<u8>(classes + code);
  return kind == ORDINARY || code == 0xa0 || kind == ENTITY;
}

/** Behind spaces and tabs. */
function behindSpaces(from: usize): usize {
  let p = from;
  while (load<u8>(p) == 32 || load<u8>(p) == 9) p++;
  return p;
}

/** Behind the bullet that a line begins with at `p` and the spaces after it: what follows is an item. `p` itself where there is none. */
function behindBullet(p: usize): usize {
  const first: u32 = load<u8>(p);
  if (first >= 128) return behindSign(p);
  return first == 42 || first == 43 || first == 45 ? behindMark(p, p + 1) : p;
}

function behindSign(p: usize): usize {
  const first: u32 = load<u8>(p);
  if (first >= 0xf0) {
    odd = true;
    return p;
  }
  const two = first < 0xe0;
  const unit: u32 = two ? ((first & 31) << 6) | (load<u8>(p, 1) & 63) : ((first & 15) << 12) | ((load<u8>(p, 1) & 63) << 6) | (load<u8>(p, 2) & 63);
  if (load<u8>(classes + unit) != ORDINARY) odd = true;
  for (let n: usize = 0; n < <usize>bulletCount; n++) if (load<u16>(bullets + (n << 1)) == unit) return behindMark(p, p + (two ? 2 : 3));
  return p;
}

/** Makes the line an item where spaces follow on its sign, which ends at `after`. */
function behindMark(p: usize, after: usize): usize {
  const behind = behindSpaces(after);
  const next: u32 = load<u8>(behind);
  // Other spaces may follow on the sign, written or as references.
  if (next >= 0xc2 || next == 38) odd = odd || next == 38 || next == 0xc2 || (next >= 0xe1 && next <= 0xe3);
  if (behind == after) return p;
  lineKind = ITEM;
  return behind;
}

/** How many of the next 16 bytes are plain ASCII, ending with a character and with single spaces between; 0 where fewer than 4. They begin with a character too, but for text that goes on. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function plainAhead(p: usize, end: usize, goesOn: bool): i32 {
  if (p + 16 > end) return 0;
  const bytes = v128.load(p);
  const seen = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(33)), i8x16.splat(94));
  const marks = v128.or(i8x16.eq(bytes, i8x16.splat(60)), i8x16.eq(bytes, i8x16.splat(38)));
  const spaces = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(32)));
  const plain = i8x16.bitmask(v128.andnot(seen, marks)) | spaces;
  // The first byte that is neither, or of two spaces the first.
  const most = ctz(~plain | (spaces & (spaces >> 1)) | 0x10000);
  if (most < 4 || ((spaces & 1) != 0 && !goesOn)) return 0;
  return most - ((spaces >> (most - 1)) & 1);
}

/** 16 bytes at `from` as 16 units at `to`. */
// @ts-ignore
@inline
function widen(from: usize, to: usize): void {
  const bytes = v128.load(from);
  v128.store(to, i16x8.extend_low_i8x16_u(bytes));
  v128.store(to, i16x8.extend_high_i8x16_u(bytes), 16);
}

function addReference(at: usize, end: usize): usize {
  const p = referenceAt(at, end);
  if (p == 0) {
    put(decoded);
    return at + 1;
  }
  if (decoded == NO_TEXT) return p;
  if (decoded >= 0x10000) {
    open();
    count(2);
    write(0xd800 | ((decoded - 0x10000) >> 10));
    write(0xdc00 | ((decoded - 0x10000) & 1023));
    return p;
  }
  const kind: u32 = load<u8>(classes + decoded);
  if (kind == SPACE) space = !empty;
  else if (kind <= ENTITY) put(decoded);
  return p;
}

/** Copies `length` bytes of the input behind the first `from` units, as they are. Returns the units that the text has then. */
export function addPlain(length: i32, from: i32): i32 {
  const end = input + <usize>length;
  let to = text + (<usize>from << 1);
  let p = input;
  while (p < end) {
    while (p + 16 <= end && i8x16.bitmask(v128.load(p)) == 0) {
      widen(p, to);
      p += 16;
      to += 32;
    }
    if (p >= end) break;
    let unit: u32 = load<u8>(p);
    if (unit < 128) p++;
    else if (unit < 0xe0) {
      unit = ((unit & 31) << 6) | (load<u8>(p, 1) & 63);
      p += 2;
    } else if (unit < 0xf0) {
      unit = ((unit & 15) << 12) | ((load<u8>(p, 1) & 63) << 6) | (load<u8>(p, 2) & 63);
      p += 3;
    } else {
      const code: u32 = (((unit & 7) << 18) | ((load<u8>(p, 1) & 63) << 12) | ((load<u8>(p, 2) & 63) << 6) | (load<u8>(p, 3) & 63)) - 0x10000;
      store<u16>(to, <u16>(0xd800 | (code >> 10)));
      to += 2;
      unit = 0xdc00 | (code & 1023);
      p += 4;
    }
    store<u16>(to, <u16>unit);
    to += 2;
  }
  return <i32>((to - text) >> 1);
}
