import { folded, kinds, text } from "./memory";

/** Behind the text stands a sign that ends words, so that 16 units may be looked at together. */
const HARD: u8 = 1;

/** Makes one byte of each of the first `units` units of the text: what it is to the scanner. Slow twin: `byteOf` in src/reading/text/words.ts. */
export function fold(units: i32): void {
  const ascii0 = v128.load(kinds), ascii1 = v128.load(kinds, 16), ascii2 = v128.load(kinds, 32), ascii3 = v128.load(kinds, 48);
  const ascii4 = v128.load(kinds, 64), ascii5 = v128.load(kinds, 80), ascii6 = v128.load(kinds, 96), ascii7 = v128.load(kinds, 112);
  for (let at = 0; at < units; at += 16) {
    const from = text + (<usize>at << 1);
    const low = v128.load(from);
    const high = v128.load(from, 16);
    const to = folded + <usize>at;
    if (v128.any_true(v128.and(v128.or(low, high), i16x8.splat(<i16>0xff80)))) {
      for (let n: usize = 0; n < 16; n++) store<u8>(to + n, load<u8>(kinds + <usize>load<u16>(from + (n << 1))));
      continue;
    }
    const bytes = i8x16.narrow_i16x8_u(low, high);
    // The table of ASCII is eight rows of 16; outside its row a byte finds 0.
    let found = i8x16.swizzle(ascii6, i8x16.sub(bytes, i8x16.splat(96)));
    found = v128.or(found, i8x16.swizzle(ascii7, i8x16.sub(bytes, i8x16.splat(112))));
    found = v128.or(found, i8x16.swizzle(ascii2, i8x16.sub(bytes, i8x16.splat(32))));
    found = v128.or(found, i8x16.swizzle(ascii4, i8x16.sub(bytes, i8x16.splat(64))));
    found = v128.or(found, i8x16.swizzle(ascii5, i8x16.sub(bytes, i8x16.splat(80))));
    found = v128.or(found, i8x16.swizzle(ascii3, i8x16.sub(bytes, i8x16.splat(48))));
    found = v128.or(found, i8x16.swizzle(ascii0, bytes));
    found = v128.or(found, i8x16.swizzle(ascii1, i8x16.sub(bytes, i8x16.splat(16))));
    v128.store(to, found);
  }
  v128.store(folded + <usize>units, i8x16.splat(HARD));
  v128.store(folded + <usize>units, i8x16.splat(HARD), 16);
}
