/**
 * What each UTF-16 code unit is to the scanner. Two tables, built on first use and kept:
 * `fold` gives the letter or digit to compare by (lower case, without accents), 0 for everything else;
 * `gap` says how strongly a unit that is no letter separates the words around it.
 */
export type Characters = { fold: Uint16Array; gap: Uint8Array };

/** Words may still form one phrase across it: space, hyphen, slash, apostrophe. */
export const SOFT = 0;
/** Ends a phrase: comma, colon, bracket, quote. */
export const HARD = 1;
/** May end a sentence. */
export const STOP = 2;
/** Ends a line. */
export const LINE = 3;
/** A sign that is a word of its own: currencies, percent. */
export const SIGN = 4;

const softUnits = " \t\u00a0\u202f\u2009\u2007-\u2010\u2011\u2012/'’‘`_&*\u00ad\u200b\u200c\u200d\ufeff";
const stopUnits = ".!?…";
const signUnits = "$€£¥₹%₩₪₺₽฿₫₦";
const unDecomposed: Record<string, string> = { ß: "s", æ: "a", ø: "o", đ: "d", ł: "l", œ: "o", ı: "i", ð: "d", þ: "t" };

let built: Characters | null = null;

export function characters(): Characters {
  built ??= build();
  return built;
}

/** `foldText("Décembre")` → `"decembre"` */
export function foldText(text: string): string {
  const { fold } = characters();
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    folded += fold[unit] ? String.fromCharCode(fold[unit]) : text[i]!.toLowerCase();
  }
  return folded;
}

function build(): Characters {
  const fold = new Uint16Array(65536);
  const gap = new Uint8Array(65536).fill(HARD);
  const word = /[\p{L}\p{N}]/u;
  // From 0x2E80 on scripts write without spaces between words: there, Latin names stand out as words and the rest separates.
  for (let unit = 0; unit < 0x2e80; unit++) {
    const letter = String.fromCharCode(unit);
    if (!word.test(letter)) continue;
    const lower = letter.toLowerCase();
    const plain = unDecomposed[lower] ?? (unit < 0x250 ? lower.normalize("NFD")[0]! : lower);
    fold[unit] = plain.charCodeAt(0);
  }
  for (const letter of softUnits) gap[letter.charCodeAt(0)] = SOFT;
  for (const letter of stopUnits) gap[letter.charCodeAt(0)] = STOP;
  for (const letter of signUnits) gap[letter.charCodeAt(0)] = SIGN;
  gap["\n".charCodeAt(0)] = LINE;
  return { fold, gap };
}
