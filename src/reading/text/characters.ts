import { isRare } from "./html.ts";

/** Not a letter or digit, and words may still form one phrase across it: space, hyphen, slash, apostrophe. */
export const SOFT = 0;
/** Ends a phrase: comma, colon, bracket, quote. */
export const HARD = 1;
/** May end a sentence. */
export const STOP = 2;
/** Ends a line. */
export const LINE = 3;
/** A sign that is a word of its own: currencies, percent. */
export const SIGN = 4;
/** From here on, signs that may belong inside a word: the dot of 1.5 and .NET, */
export const DOT = 5;
/** the comma of 120,000, */
export const COMMA = 6;
/** the apostrophe of 130'000, */
export const QUOTE = 7;
/** the plus of C++, */
export const PLUS = 8;
/** the hash of C#. */
export const SHARP = 9;
/** Not seen, or a space of another width: the text wants cleaning first. */
export const RARE = 10;
/** The first of the letters and digits, which stand as themselves: lower case, without accents. */
export const LETTER = 48;

const softUnits = " -\u2010\u2011\u2012/‘`_&*\u200d";
const stopUnits = "!?…";
export const signUnits = "$€£¥₹%₩₪₺₽฿₫₦";
const unDecomposed: Record<string, string> = { ß: "s", æ: "a", ø: "o", đ: "d", ł: "l", œ: "o", ı: "i", ð: "d", þ: "t" };

let built: Uint16Array | null = null;

/** What each UTF-16 code unit is to the scanner: a letter or digit to compare by, or one of the kinds of sign above. Built on first use. */
export function characters(): Uint16Array {
  built ??= build();
  return built;
}

/** `foldText("Décembre")` → `"decembre"` */
export function foldText(text: string): string {
  if (isAscii(text)) return text.toLowerCase();
  const table = characters();
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const letter = table[text.charCodeAt(i)]!;
    folded += letter >= LETTER ? String.fromCharCode(letter) : text[i]!;
  }
  return folded;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function build(): Uint16Array {
  const table = new Uint16Array(65536).fill(HARD);
  const word = /[\p{L}\p{N}]/u;
  // From 0x2E80 on scripts write without spaces between words: there, Latin names stand out as words and the rest separates.
  for (let unit = LETTER; unit < 0x2e80; unit++) {
    const letter = String.fromCharCode(unit);
    if (!word.test(letter)) continue;
    const lower = letter.toLowerCase();
    const plain = unDecomposed[lower] ?? (unit < 0x250 ? lower.normalize("NFKD")[0]! : lower);
    table[unit] = plain.charCodeAt(0);
  }
  for (const [units, kind] of [[softUnits, SOFT], [stopUnits, STOP], [signUnits, SIGN], ["\n", LINE], [".", DOT], [",", COMMA], ["'’", QUOTE], ["+", PLUS], ["#", SHARP]] as const) {
    for (const unit of units) table[unit.charCodeAt(0)] = kind;
  }
  for (let unit = 0; unit < table.length; unit++) if (isRare(unit)) table[unit] = RARE;
  return table;
}
