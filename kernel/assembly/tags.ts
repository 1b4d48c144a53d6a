import { tagMask, tagTable } from "./memory";

// Tags of markup: where they end, and what they do.

/** An attribute longer than this is a quote that was left open. */
const ATTRIBUTE: usize = 4096;

export function startsTag(at: usize, end: usize): bool {
  if (at + 1 >= end) return false;
  const next: u32 = load<u8>(at, 1) | 32;
  return next - 97 < 26 || next == 47 || next == 33 || next == 63;
}

/** Where the tag that begins at `at` ends, 0 if nowhere. A ">" inside a quoted attribute does not end it, unless the quote never closes. */
export function tagEnd(at: usize, end: usize): usize {
  if (at + 3 < end && load<u32>(at) == 0x2d2d213c) {
    for (let p = at + 4; p + 2 < end; p++) if (load<u8>(p) == 45 && load<u8>(p, 1) == 45 && load<u8>(p, 2) == 62) return p + 2;
    return end - 1;
  }
  const most = min(end, at + ATTRIBUTE);
  let quote: u32 = 0;
  for (let p = at + 1; p < most; ) {
    const bytes = v128.load(p);
    const ends = quote != 0 ? i8x16.eq(bytes, i8x16.splat(<i8>quote)) : v128.or(i8x16.eq(bytes, i8x16.splat(62)), v128.or(i8x16.eq(bytes, i8x16.splat(34)), i8x16.eq(bytes, i8x16.splat(39))));
    const stops = i8x16.bitmask(ends);
    if (stops == 0) {
      p += 16;
      continue;
    }
    p += ctz(stops);
    if (p >= most) break;
    const sign: u32 = load<u8>(p);
    if (quote != 0) quote = 0;
    else if (sign == 62) return p;
    else if (load<u8>(p - 1) == 61) quote = sign;
    p++;
  }
  return find(62, at, end);
}

function find(sign: u32, from: usize, end: usize): usize {
  for (let p = from; p < end; p++) if (load<u8>(p) == sign) return p;
  return 0;
}

/** A number for the tag name that begins at `from`, the same for both cases of its letters, as the host has it. */
export function tagNumber(from: usize, end: usize): u32 {
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
export function tagOf(number: u32): u32 {
  let slot = number & tagMask;
  let at = tagTable + (<usize>slot << 3);
  while (load<u32>(at, 4) != 0 && load<u32>(at) != number) {
    slot = (slot + 1) & tagMask;
    at = tagTable + (<usize>slot << 3);
  }
  return load<u32>(at, 4);
}

/** Behind the closing tag of an element whose content is no text, 0 if it has none. */
export function skipTo(number: u32, from: usize, end: usize): usize {
  for (let p = from; p + 1 < end; p++) {
    if (load<u8>(p) != 60 || load<u8>(p, 1) != 47 || tagNumber(p + 2, end) != number) continue;
    const close = find(62, p, end);
    return close == 0 ? end : close + 1;
  }
  return 0;
}
