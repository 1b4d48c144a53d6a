import { entityMask, entityTable, windows1252 } from "./memory";

// Character references such as &amp; and &#8217;. Slow twin: src/reading/text/entities.ts.

/** What the last reference stands for; an ampersand where there was none. */
export let decoded: u32 = 0;
/** A reference that stands for nothing that is seen. */
export const NO_TEXT: u32 = 0xffffffff;

const AMPERSAND: u32 = 38;

/** The character reference whose "&" stands at `at`, into `decoded`. Returns where it ends, 0 where it is only an ampersand. */
export function referenceAt(at: usize, end: usize): usize {
  const p = at + 1 < end && load<u8>(at, 1) == 35 ? numberAt(at + 2, end) : nameAt(at + 1, end);
  if (p == 0) {
    decoded = AMPERSAND;
    return 0;
  }
  return p < end && load<u8>(p) == 59 ? p + 1 : p;
}

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
