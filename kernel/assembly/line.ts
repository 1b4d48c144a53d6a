import { body, line, rest } from "./memory";
import { tagNumber, tagOf } from "./tags";

// Takes the description out of a posting's line of JSON, so that the host parses only the rest. Slow twin: JSON.parse (test/reading/line.test.ts).
// What is not plain (a description twice or none, a string that is no JSON, bytes that are no UTF-8) is left to the host.

const QUOTE: u32 = 34, BACKSLASH: u32 = 92, COLON: u32 = 58;
const names = memory.data<u8>([100, 101, 115, 99, 114, 105, 112, 116, 105, 111, 110, 95, 104, 116, 109, 108, 100, 101, 115, 99, 114, 105, 112, 116, 105, 111, 110, 95, 116, 101, 120, 116]);

let out: usize = 0;

/** How many bytes of UTF-8 the description has. */
export function bodyLength(): i32 {
  return <i32>(out - body);
}

/** Puts the text of `description_html` or `description_text` into `body` as UTF-8, and the line with an empty string in its place into `rest`. Returns the length of the rest, -1 where the line is not plain. */
export function takeBody(length: i32): i32 {
  const end = line + <usize>length;
  // Neither a quote nor anything else that may stand in a string.
  v128.store(end, i64x2.splat(0));
  // The letter that tells the two names apart.
  let found: u32 = 0;
  let depth = 0;
  let kept = line; // copied so far
  let to = rest;
  let p = line;
  while (p < end) {
    const sign: u32 = load<u8>(p);
    if (sign != QUOTE) {
      if (sign == 123 || sign == 91) depth++;
      else if (sign == 125 || sign == 93) depth--;
      p++;
      continue;
    }
    const close = stringEnd(p + 1, end);
    if (close == 0) return -1;
    const isName = depth == 1 && close - p == 17 && isDescription(p + 1);
    const value: usize = isName ? valueAfter(close + 1) : 0;
    if (value == 0) {
      // The same name again, with null: the last one counts.
      if (isName && found == load<u8>(p + 13) && load<u8>(behindSpace(close + 1)) == COLON) return -1;
      p = close + 1;
      continue;
    }
    if (found != 0) return -1;
    found = load<u8>(p + 13);
    p = unescape(value);
    if (p == 0 || !hasVisible()) return -1;
    memory.copy(to, kept, value - kept);
    to += value - kept;
    kept = p++;
  }
  if (found == 0) return -1;
  memory.copy(to, kept, end - kept);
  return <i32>(to + (end - kept) - rest);
}

function isDescription(at: usize): bool {
  const name = v128.load(at);
  return i8x16.all_true(i8x16.eq(name, v128.load(names))) || i8x16.all_true(i8x16.eq(name, v128.load(names, 16)));
}

/** Behind the quote that opens the string that follows a name, 0 where another value follows. */
function valueAfter(at: usize): usize {
  let p = behindSpace(at);
  if (load<u8>(p) != COLON) return 0;
  p = behindSpace(p + 1);
  return load<u8>(p) == QUOTE ? p + 1 : 0;
}

function behindSpace(at: usize): usize {
  let p = at;
  while (load<u8>(p) == 32 || load<u8>(p) == 9) p++;
  return p;
}

/** The quote that closes the string which begins at `from`, 0 if none. */
function stringEnd(from: usize, end: usize): usize {
  let p = from;
  while (p < end) {
    const bytes = v128.load(p);
    const stops = i8x16.bitmask(v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH))));
    if (stops == 0) {
      p += 16;
      continue;
    }
    p += ctz(stops);
    if (load<u8>(p) == QUOTE) return p < end ? p : 0;
    p += 2;
  }
  return 0;
}

/** The string that begins at `from`, as UTF-8 into `body`. Returns where its closing quote stands, 0 where it is no string. */
function unescape(from: usize): usize {
  let p = from;
  let to = body;
  let sign: u32 = 0;
  while (sign != QUOTE) {
    const bytes = v128.load(p);
    const quotes = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH)));
    // As signed numbers, control characters and what is not ASCII are less than a space.
    const stops = i8x16.bitmask(v128.or(quotes, i8x16.lt_s(bytes, i8x16.splat(32))));
    v128.store(to, bytes);
    if (stops == 0) {
      p += 16;
      to += 16;
      continue;
    }
    const plain: usize = ctz(stops);
    p += plain;
    to += plain;
    sign = load<u8>(p);
    if (sign == QUOTE) break;
    if (sign < 32) return 0;
    if (sign == BACKSLASH) {
      const size = escapeAt(p);
      if (size == 0) return 0;
      to = write(to, decoded);
      p += size;
    } else {
      const size = signSize(p);
      if (size == 0) return 0;
      store<u32>(to, load<u32>(p));
      p += size;
      to += size;
    }
  }
  out = to;
  return p;
}

let decoded: u32 = 0;

/** The code of the escape at `p` into `decoded`. Returns its length, 0 where it is none, or half of a pair alone. */
function escapeAt(p: usize): usize {
  const sign: u32 = load<u8>(p, 1);
  if (sign == 117) {
    decoded = hexAt(p + 2);
    if (decoded > 0xffff || decoded - 0xdc00 < 0x400) return 0;
    if (decoded - 0xd800 >= 0x400) return 6;
    const low = load<u16>(p, 6) == 0x755c ? hexAt(p + 8) : 0;
    if (low - 0xdc00 >= 0x400) return 0;
    decoded = 0x10000 + ((decoded - 0xd800) << 10) + (low - 0xdc00);
    return 12;
  }
  if (sign == QUOTE || sign == BACKSLASH || sign == 47) decoded = sign;
  else if (sign == 110) decoded = 10;
  else if (sign == 116) decoded = 9;
  else if (sign == 114) decoded = 13;
  else if (sign == 98) decoded = 8;
  else if (sign == 102) decoded = 12;
  else return 0;
  return 2;
}

/** The number of four hexadecimal digits, more than four can say where they are none. */
function hexAt(at: usize): u32 {
  let code: u32 = 0;
  for (let p = at; p < at + 4; p++) {
    const sign: u32 = load<u8>(p);
    const letter: u32 = (sign | 32) - 97;
    if (sign - 48 < 10) code = (code << 4) | (sign - 48);
    else if (letter < 6) code = (code << 4) | (letter + 10);
    else return 0x10000;
  }
  return code;
}

function write(at: usize, code: u32): usize {
  if (code < 0x80) {
    store<u8>(at, <u8>code);
    return at + 1;
  }
  if (code < 0x800) {
    store<u8>(at, <u8>(0xc0 | (code >> 6)));
    store<u8>(at, <u8>(0x80 | (code & 63)), 1);
    return at + 2;
  }
  if (code < 0x10000) {
    store<u8>(at, <u8>(0xe0 | (code >> 12)));
    store<u8>(at, <u8>(0x80 | ((code >> 6) & 63)), 1);
    store<u8>(at, <u8>(0x80 | (code & 63)), 2);
    return at + 3;
  }
  store<u8>(at, <u8>(0xf0 | (code >> 18)));
  store<u8>(at, <u8>(0x80 | ((code >> 12) & 63)), 1);
  store<u8>(at, <u8>(0x80 | ((code >> 6) & 63)), 2);
  store<u8>(at, <u8>(0x80 | (code & 63)), 3);
  return at + 4;
}

/** How many bytes the UTF-8 of the sign at `p` has, which is not ASCII; 0 where it is not well formed. */
function signSize(p: usize): usize {
  const first: u32 = load<u8>(p);
  const second: u32 = load<u8>(p, 1);
  if ((second & 0xc0) != 0x80 || first < 0xc2 || first > 0xf4) return 0;
  if (first < 0xe0) return 2;
  if ((load<u8>(p, 2) & 0xc0) != 0x80) return 0;
  if (first < 0xf0) return (first == 0xe0 && second < 0xa0) || (first == 0xed && second > 0x9f) ? 0 : 3;
  if ((load<u8>(p, 3) & 0xc0) != 0x80 || (first == 0xf0 && second < 0x90) || (first == 0xf4 && second > 0x8f)) return 0;
  return 4;
}

/** Whether the description surely says something. */
function hasVisible(): bool {
  for (let p = body; p < out; p++) if (load<u8>(p) - 33 < 94) return true;
  return false;
}

/** Whether a tag stands in the description: `anyTag` in src/reading/text/html.ts. */
export function bodyHasTag(): bool {
  store<u8>(out, 0);
  for (let p = nextOpen(body); p < out; p = nextOpen(p + 1)) {
    let at = load<u8>(p, 1) == 47 ? p + 2 : p + 1;
    if (!isLetter(load<u8>(at))) continue;
    const name = at;
    while (isLetter(load<u8>(at)) || <u32>load<u8>(at) - 48 < 10) at++;
    const sign: u32 = load<u8>(at);
    if ((sign == 62 || sign == 47 || sign == 32 || sign - 9 < 5) && tagOf(tagNumber(name, at)) != 0) return true;
  }
  return false;
}

// @ts-ignore: a decorator of AssemblyScript
@inline
function isLetter(sign: u32): bool {
  return (sign | 32) - 97 < 26;
}

/** The next "<" of the description, or somewhere behind its end. */
function nextOpen(from: usize): usize {
  let p = from;
  for (; p < out; p += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(p), i8x16.splat(60)));
    if (found != 0) return p + ctz(found);
  }
  return p;
}
