import { characters, COMMA, DOT, foldText, LETTER, PLUS, QUOTE, SHARP, SIGN, signUnits } from "./characters.ts";

// What a word is: letters and digits, with the few signs that belong inside one.

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

/** The words of a phrase as the scanner sees them: `wordsOf("C++ / .NET 3.5")` → `["c++", ".net", "3.5"]` */
export function wordsOf(phrase: string): string[] {
  const words: string[] = [];
  const table = characters();
  for (let i = 0; i < phrase.length; ) {
    const kind = table[phrase.charCodeAt(i)]!;
    if (kind < LETTER && kind !== SIGN && !(kind === DOT && startsWithDot(phrase, i, table))) {
      i++;
      continue;
    }
    const begin = i++;
    if (kind !== SIGN) while (i < phrase.length && (table[phrase.charCodeAt(i)]! >= LETTER || joins(phrase, i, table[phrase.charCodeAt(i)]!))) i++;
    words.push(foldText(phrase.slice(begin, i)));
  }
  return words;
}

/** The upper and the lower 32 bits of a word's hash, in any case and with any accents, as the kernel has them in one number of 64: made of 16 bytes at a time, one for each letter or sign. */
export function hashWord(word: string): { high: number; low: number } {
  const bytes = unitBytes();
  let high = 0;
  let low = 0;
  for (let from = 0; from < Math.ceil(word.length / 16) * 16; from += 8) {
    // The word's bytes against the hash turned by 29 bits, times 0x9e3779b97f4a7c15.
    const turnedHigh = ((high << 29) | (low >>> 3)) ^ fourBytes(word, from + 4, bytes);
    const turnedLow = ((low << 29) | (high >>> 3)) ^ fourBytes(word, from, bytes);
    high = (Math.imul(turnedHigh, 0x7f4a7c15) + Math.imul(turnedLow, 0x9e3779b9) + upperHalf(turnedLow >>> 0, 0x7f4a7c15)) | 0;
    low = Math.imul(turnedLow, 0x7f4a7c15);
  }
  return { high: high >>> 0, low: low >>> 0 };
}

function fourBytes(word: string, from: number, bytes: Uint8Array): number {
  let four = 0;
  for (let i = from; i < Math.min(word.length, from + 4); i++) four |= bytes[word.charCodeAt(i)]! << ((i - from) * 8);
  return four;
}

/** The upper 32 bits of a product of two numbers of 32. */
function upperHalf(one: number, other: number): number {
  const [a, b, c, d] = [one >>> 16, one & 0xffff, other >>> 16, other & 0xffff];
  const middle = a * d + ((b * d) >>> 16);
  return (a * c + Math.floor((middle + b * c) / 65536)) | 0;
}

/** From here on, each sign that is a word of its own has a byte of its own. */
const SIGNS = 16;

let bytes: Uint8Array | null = null;

/** What each UTF-16 unit is to the scanner, as one byte: its kind, or the letter that it is compared by, of which ASCII stands as itself and others share the upper 128. */
export function unitBytes(): Uint8Array {
  return (bytes ??= Uint8Array.from(characters(), byteOf));
}

function byteOf(kind: number, unit: number): number {
  if (kind === SIGN) return SIGNS + signUnits.indexOf(String.fromCharCode(unit));
  return kind < 128 ? kind : 128 | ((kind ^ (kind >> 8)) & 127);
}

let upper: Uint8Array | null = null;

/** Bits, eight units a byte: which units another stands for in lower case. */
export function upperCaseUnits(): Uint8Array {
  if (upper !== null) return upper;
  upper = new Uint8Array(65536 / 8);
  for (let unit = 0; unit < 65536; unit++) {
    const letter = String.fromCharCode(unit);
    if (letter !== letter.toLowerCase()) upper[unit >> 3]! |= 1 << (unit & 7);
  }
  return upper;
}

/** ".NET" at the start of a word: the dot at `i` belongs to it. */
export function startsWithDot(text: string, i: number, table: Uint16Array): boolean {
  if (i + 1 >= text.length || (i > 0 && table[text.charCodeAt(i - 1)]! >= LETTER)) return false;
  const next = text.charCodeAt(i + 1);
  return table[next]! >= LETTER && !isDigit(next);
}

/** Whether the sign of `kind` at `i` goes on a word: C++ and 3+, C#, and the separators of 1.5, 120,000 and 130'000. */
export function joins(text: string, i: number, kind: number): boolean {
  if (kind === PLUS || kind === SHARP) return true;
  if (kind !== DOT && kind !== COMMA && kind !== QUOTE) return false;
  return i + 1 < text.length && isDigit(text.charCodeAt(i - 1)) && isDigit(text.charCodeAt(i + 1));
}
