import { classes, entityMask, entityTable, input, lineKinds, tagMask, tagTable, text, windows1252 } from "./memory";

// Markup to lines of plain text. Slow twin: test/reading/slow-html.ts.

const TEXT: u8 = 0, ITEM: u8 = 1, HEADING: u8 = 2, BOLD: u8 = 3;
const ORDINARY: u32 = 0, SPACE: u32 = 1, TAG: u32 = 2, ENTITY: u32 = 3;
// What a tag does, as the host numbers it.
const BLOCK: u32 = 1, PARAGRAPH: u32 = 2, LIST_ITEM: u32 = 3, TITLE: u32 = 4, STRONG: u32 = 5, CELL: u32 = 6, BREAK: u32 = 7, SKIP: u32 = 8, CODE: u32 = 9;
/** An attribute longer than this is a quote that was left open. */
const ATTRIBUTE: usize = 4096;

let out: usize = 0;
let lines: i32 = 0;
let lineKind: u8 = TEXT; // what the blocks around the line make of it
let empty: bool = true; // nothing on the line yet
let space: bool = false; // a space is due before the next character
let bold: i32 = 0; // depth of <b>
let boldUnits: i32 = 0; // on this line
let plainUnits: i32 = 0;

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
}

function endLine(): void {
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

/** Turns the `length` bytes at `at` into text behind the first `from` units. Returns the units that the text has then. */
export function addMarkup(at: usize, length: i32, from: i32): i32 {
  const end = at + <usize>length;
  out = text + (<usize>from << 1);
  lines = 0;
  lineKind = TEXT;
  empty = true;
  space = false;
  bold = boldUnits = plainUnits = 0;
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
      if (what == 0) continue;
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
    } else if (kind == ENTITY) p = addEntity(p, end);
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
    const many = plainAhead(p, end);
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
    }
  }
  count(units);
  return p;
}

/** How many of the next 16 bytes are plain ASCII, beginning and ending with a character and with single spaces between; 0 where fewer than 4. */
// @ts-ignore: a decorator of AssemblyScript
@inline
function plainAhead(p: usize, end: usize): i32 {
  if (p + 16 > end) return 0;
  const bytes = v128.load(p);
  const seen = i8x16.lt_u(i8x16.sub(bytes, i8x16.splat(33)), i8x16.splat(94));
  const marks = v128.or(i8x16.eq(bytes, i8x16.splat(60)), i8x16.eq(bytes, i8x16.splat(38)));
  const spaces = i8x16.bitmask(i8x16.eq(bytes, i8x16.splat(32)));
  const plain = i8x16.bitmask(v128.andnot(seen, marks)) | spaces;
  // The first byte that is neither, or of two spaces the first.
  const most = ctz(~plain | (spaces & (spaces >> 1)) | 0x10000);
  if (most < 4 || (spaces & 1) != 0) return 0;
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

function addEntity(at: usize, end: usize): usize {
  let p = at + 1;
  let code: u32 = 0;
  if (p < end && load<u8>(p) == 35) p = numberAt(p + 1, end);
  else p = nameAt(p, end);
  if (p == 0) {
    put(38);
    return at + 1;
  }
  code = decoded;
  if (p < end && load<u8>(p) == 59) p++;
  if (code == NO_TEXT) return p;
  if (code >= 0x10000) {
    open();
    count(2);
    write(0xd800 | ((code - 0x10000) >> 10));
    write(0xdc00 | ((code - 0x10000) & 1023));
    return p;
  }
  const kind: u32 = load<u8>(classes + code);
  if (kind == SPACE) space = !empty;
  else if (kind <= ENTITY) put(code);
  return p;
}

let decoded: u32 = 0;
/** A reference that stands for nothing that is seen. */
const NO_TEXT: u32 = 0xffffffff;

/** The number of a reference such as &#8217; or &#x2019; into `decoded`. Returns where it ends, 0 if there is none. */
function numberAt(from: usize, end: usize): usize {
  let p = from;
  let code: u32 = 0;
  const hex = p < end && (load<u8>(p) | 32) == 120;
  if (hex) p++;
  const first = p;
  const most: usize = hex ? 6 : 7;
  for (; p < end && p - first < most; p++) {
    const sign: u32 = load<u8>(p);
    const digit: u32 = sign - 48;
    const letter: u32 = (sign | 32) - 97;
    if (digit < 10) code = code * (hex ? 16 : 10) + digit;
    else if (hex && letter < 6) code = code * 16 + letter + 10;
    else break;
  }
  if (p == first) return 0;
  decoded = code;
  // Pages write the numbers 128 to 159 for what they are in Windows-1252; the host has their table.
  if (code >= 128 && code < 160) decoded = load<u16>(windows1252 + ((code - 128) << 1));
  else if (code == 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) decoded = 0xfffd;
  return p;
}

function nameAt(from: usize, end: usize): usize {
  let p = from;
  let hash: u32 = 0;
  for (; p < end && p - from < 8; p++) {
    const sign: u32 = load<u8>(p);
    if ((sign | 32) - 97 >= 26 && (p == from || sign - 48 >= 10)) break;
    hash = hash * 0x9e3779b1 + sign;
  }
  if (p - from < 2) return 0;
  let slot = (hash >> 16) & entityMask;
  let at = entityTable + (<usize>slot << 3);
  while (load<u32>(at, 4) != 0 && load<u32>(at) != hash) {
    slot = (slot + 1) & entityMask;
    at = entityTable + (<usize>slot << 3);
  }
  decoded = load<u32>(at, 4);
  return decoded == 0 ? 0 : p;
}

function startsTag(at: usize, end: usize): bool {
  if (at + 1 >= end) return false;
  const next: u32 = load<u8>(at, 1) | 32;
  return next - 97 < 26 || next == 47 || next == 33 || next == 63;
}

/** Where the tag that begins at `at` ends, 0 if nowhere. A ">" inside a quoted attribute does not end it, unless the quote never closes. */
function tagEnd(at: usize, end: usize): usize {
  if (at + 3 < end && load<u32>(at) == 0x2d2d213c) {
    for (let p = at + 4; p + 2 < end; p++) if (load<u8>(p) == 45 && load<u8>(p, 1) == 45 && load<u8>(p, 2) == 62) return p + 2;
    return end - 1;
  }
  const most = min(end, at + ATTRIBUTE);
  let quote: u32 = 0;
  for (let p = at + 1; p < most; p++) {
    const sign: u32 = load<u8>(p);
    if (quote != 0) {
      if (sign == quote) quote = 0;
    } else if (sign == 62) return p;
    else if ((sign == 34 || sign == 39) && load<u8>(p - 1) == 61) quote = sign;
  }
  return find(62, at, end);
}

function find(sign: u32, from: usize, end: usize): usize {
  for (let p = from; p < end; p++) if (load<u8>(p) == sign) return p;
  return 0;
}

/** A number for the tag name that begins at `from`, the same for both cases of its letters, as the host has it. */
function tagNumber(from: usize, end: usize): u32 {
  let number: u32 = 0;
  const most = min(end, from + 12);
  for (let p = from; p < most; p++) {
    const sign: u32 = load<u8>(p) | 32;
    if (sign - 97 >= 26 && sign - 48 >= 10) break;
    number = (number * 37 + sign) & 0x3fffffff;
  }
  return number;
}

/** What the tag does, and from the fifth bit on which of the elements without text it is; 0 for a tag that does nothing. */
function tagOf(number: u32): u32 {
  let slot = number & tagMask;
  let at = tagTable + (<usize>slot << 3);
  while (load<u32>(at, 4) != 0 && load<u32>(at) != number) {
    slot = (slot + 1) & tagMask;
    at = tagTable + (<usize>slot << 3);
  }
  return load<u32>(at, 4);
}

/** Behind the closing tag of an element whose content is no text, 0 if it has none. */
function skipTo(number: u32, from: usize, end: usize): usize {
  for (let p = from; p + 1 < end; p++) {
    if (load<u8>(p) != 60 || load<u8>(p, 1) != 47 || tagNumber(p + 2, end) != number) continue;
    const close = find(62, p, end);
    return close == 0 ? end : close + 1;
  }
  return 0;
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
