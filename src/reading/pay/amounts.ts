import { characters, foldText } from "../text/characters.ts";
import { currencySpellings } from "./currency.ts";

/** A number that may be money. `value` has its multiplier in it; `factor` is that multiplier, 1 where none is written. */
export type Amount = {
  start: number;
  end: number;
  value: number;
  factor: number;
  /** ISO code, or "$", "kr" or "¥" where the sign alone does not say which; null for a bare number. */
  currency: string | null;
  /** "$100k+" */
  open: boolean;
  /** LPA is lakh a year. */
  yearly: boolean;
  /** Written with a separator of thousands or a multiplier: "65,000", "65k", not "2025" or "40". */
  large: boolean;
};

const THOUSAND = 1e3;
/** Numbers with more digits and commas are no money, and too long for a plain sum of their digits. */
const MOST_UNITS = 15;
/** No word of a factor or a currency has more letters than this. */
const LONGEST = 12;
const COMMA = 44;
const DOT = 46;
const SPACE = 32;
const NEWLINE = 10;
const HYPHEN = 45;
const APOSTROPHE = 39;
const CURLY_APOSTROPHE = 0x2019;
const factors = new Map<string, number>(Object.entries({
  k: THOUSAND, tsd: THOUSAND, tys: THOUSAND, mila: THOUSAND,
  lakh: 1e5, lakhs: 1e5, lac: 1e5, lacs: 1e5, lpa: 1e5, l: 1e5,
  cr: 1e7, crore: 1e7, crores: 1e7,
  m: 1e6, mm: 1e6, mn: 1e6, mil: 1e6, mio: 1e6, million: 1e6, millions: 1e6, millionen: 1e6, millones: 1e6, milhoes: 1e6,
  b: 1e9, bn: 1e9, bln: 1e9, billion: 1e9, billions: 1e9, milliard: 1e9, milliards: 1e9, milliarden: 1e9, mrd: 1e9,
  t: 1e12, trillion: 1e12, trillions: 1e12,
}));
const signs = "$€£¥₹₩₪₺₽฿₫₦₱₴";
// What may follow a number without a space and leaves it a number: "$40hr", "£50pa".
const glued = new Set(["hr", "hrs", "h", "pa", "pm", "ph", "pcm"]);

// Abbreviations that end in a dot before a number; a dot after any other word ends a sentence.
const dotted = /(?:^|[^\p{L}])(?:rs|rp|fr|sfr|dhs?|kr)$/iu;

// 120,000 · 70.000,00 · 130'000 · 55 000, then 12,00,000, then the slip 100,0000 for 100,000, then plain numbers.
const number = /\d{1,3}(?:[,.'’ ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d{1,2}(?:,\d{2})+,\d{3}(?!\d)|\d{1,3},\d{3}0(?!\d)|\d+(?:[.,]\d{1,2})?(?!\d)/y;

/** Every number between two offsets that could be money, in order: `"$120k – 150k"` → 120000 in "$", 150000 without. */
export function findAmounts(text: string, from: number, to: number): Amount[] {
  const found: Amount[] = [];
  for (let i = from; i < to; i++) {
    if (!isDigit(text.charCodeAt(i))) continue;
    const end = numberEnd(text, i);
    const amount = end === i ? null : readAmount(text, i, end, from);
    if (amount !== null) found.push(amount);
    i = amount?.end ?? end;
    while (i < to && isDigit(text.charCodeAt(i))) i++;
    i--;
  }
  return found;
}

/** Where the number at `at` ends. */
function numberEnd(text: string, at: number): number {
  const plain = plainEnd(text, at);
  if (plain > 0) return plain;
  number.lastIndex = at;
  return number.test(text) ? number.lastIndex : at;
}

/** The same for "45" and "120,000", as nearly all are written; 0 for other numbers. */
function plainEnd(text: string, at: number): number {
  let end = digitsEnd(text, at);
  const isShort = end - at <= 3;
  while (separates(text.charCodeAt(end)) && isDigit(text.charCodeAt(end + 1))) {
    const next = digitsEnd(text, end + 1);
    if (!isShort || text.charCodeAt(end) !== COMMA || next !== end + 4) return 0;
    end = next;
  }
  return end - at > MOST_UNITS ? 0 : end;
}

function digitsEnd(text: string, at: number): number {
  let end = at;
  while (isDigit(text.charCodeAt(end))) end++;
  return end;
}

/** What may stand between groups of digits. */
function separates(unit: number): boolean {
  return unit === COMMA || unit === DOT || unit === SPACE || unit === APOSTROPHE || unit === CURLY_APOSTROPHE;
}

function readAmount(text: string, at: number, digits: number, from: number): Amount | null {
  const { before, after } = currencySpellings();
  const left = currencyBefore(text, at, from, before);
  if (left === null && !standsFree(text, at)) return null;
  let written = text.slice(at, digits);
  let end = digits;
  const sign = text.charCodeAt(end);
  if (sign === COMMA || sign === DOT) {
    // "$ 55, 000", and "$55,-" whose "000" stands on the next line
    const split = left === null || !isSplit(text, end + 1) ? null : /^,(?: |-?\n)(\d{3})(?!\d)/.exec(text.slice(end, end + 7));
    if (split !== null && /^\d{1,3}$/.test(written)) {
      written += `,${split[1]!}`;
      end += split[0].length;
    }
    // "€ 5.000,-"
    if ((text[end + 1] === "-" || text[end + 1] === "–") && /^[,.][-–]{1,2}(?!\d)/.test(text.slice(end, end + 4))) end += text[end + 2] === "-" ? 3 : 2;
  }
  const multiplier = readFactor(text, end, after);
  const sure = multiplier ?? { end, factor: 1, yearly: false, rupees: false };
  const right = currencyAfter(text, sure.end, after);
  // "30 mil euros" and "80 T€" are thousands; "87.500k" has its thousands already.
  const factor = sure.end > end && right?.code === "EUR" && /^\s?(?:mil|t)\b/i.test(text.slice(end, sure.end)) ? THOUSAND : sure.factor;
  end = right?.end ?? sure.end;
  if (!endsFree(text, end, left !== null)) return null;
  // Dollars and pounds have no decimal comma: "$160,00" lost a digit.
  const plain = written.endsWith(",00") && /^\d{2,3},00$/.test(written) && /^[$£]/.test(text.slice(at - 1, at)) ? parseNumber(`${written}0`) : parseNumber(written);
  const value = factor === THOUSAND && plain >= 1e4 ? plain : plain * factor;
  if (value === 401_000 && left === null) return null; // the pension plan "401k"
  // "$ 120,000 CAD": the code behind says more than the sign before.
  const code = left === null || (left.code.length === 1 && right !== null) ? (right?.code ?? left?.code) : left.code;
  const open = text[end] === "+" && !isDigit(text.charCodeAt(end + 1)) && !(text[end + 1] === " " && isDigit(text.charCodeAt(end + 2)));
  return {
    start: left?.start ?? at,
    end: open ? end + 1 : end,
    value: Math.round(value * 100) / 100,
    factor,
    currency: code ?? (sure.rupees ? "INR" : null),
    open,
    yearly: sure.yearly,
    large: factor > 1 || (written.length > 4 && isGrouped(written)),
  };
}

/** Whether a number may be broken there: at a space, a line's end, or a hyphen before it. */
function isSplit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return unit === SPACE || unit === NEWLINE || (unit === HYPHEN && text.charCodeAt(at + 1) === NEWLINE);
}

/** "$", "CA$", "USD", "USD $", "Rs." right before a number, at most a space between. */
function currencyBefore(text: string, at: number, from: number, spellings: Map<string, string>): { start: number; code: string } | null {
  let i = text[at - 1] === " " ? at - 2 : at - 1;
  if (i < from) return null;
  const sign = signs.includes(text[i]!) ? text[i]! : "";
  if (sign !== "") i--;
  else if (text[i] === ".") i -= dotted.test(text.slice(Math.max(from, i - 3), i)) ? 1 : 0;
  const wordEnd = sign !== "" && text[i] === " " ? i : i + 1;
  let start = wordEnd;
  while (start > from && wordEnd - start < 5 && isLetter(text.charCodeAt(start - 1))) start--;
  const word = wordEnd > start && !isLetter(text.charCodeAt(start - 1)) ? foldText(text.slice(start, wordEnd)) : "";
  if (word !== "") {
    // One letter before a dollar is part of the sign only in capitals and touching: "S$", not "a $".
    const joined = word + sign;
    const code = word.length > 1 || (wordEnd === i + 1 && text[start] !== word) ? spellings.get(joined) : undefined;
    if (code !== undefined && (sign !== "" || word.length > 1)) return { start, code };
  }
  if (text.startsWith("U.S.", i - 3) && sign === "$") return { start: i - 3, code: "USD" };
  const code = sign === "" ? undefined : spellings.get(sign);
  return code === undefined ? null : { start: i + 1, code };
}

/** A bare number begins at a space, a bracket or a dash, not inside a word, a version or a path. */
function standsFree(text: string, at: number): boolean {
  const unit = text.charCodeAt(at - 1);
  if (unit === 47) return isDigit(text.charCodeAt(at - 2)); // "60/70k", not "api/200"
  return !(isLetter(unit) || isDigit(unit) || unit === 46 || unit === 44 || unit === 35);
}

type Factor = { end: number; factor: number; yearly: boolean; rupees: boolean };

function readFactor(text: string, at: number, currencies: Map<string, string>): Factor | null {
  const space = text[at] === " " ? 1 : 0;
  const end = wordEndAt(text, at + space);
  if (end === at + space) return null;
  const word = foldText(text.slice(at + space, Math.min(end, at + space + LONGEST)));
  const known = factors.get(word);
  if (known !== undefined) {
    // One letter is a multiplier only where it touches the number, or a euro sign: not in "120,000 m/f/d".
    if (word.length === 1 && word !== "k" && space === 1 && !/^\s?(?:€|EUR)/.test(text.slice(end, end + 4))) return null;
    return { end: text[end] === "." && word.length === 3 && word !== "lpa" ? end + 1 : end, factor: known, yearly: word === "lpa", rupees: known === 1e7 || (known === 1e5 && word !== "l") };
  }
  // "75 KEUR", "34keuros", "45ke", "60 KCHF"
  if (word.startsWith("k") && (word === "ke" || currencies.has(word.slice(1)))) return { end: at + space + 1, factor: THOUSAND, yearly: false, rupees: false };
  return null;
}

/** First words of the currencies whose names have two. */
const ofTwo = new Set(["us", "canadian", "australian", "singapore", "swiss", "francs", "pesos"]);

/** "€", "EUR", "euros", "US dollars" right behind a number; a sign that the next number follows is that number's. */
function currencyAfter(text: string, at: number, spellings: Map<string, string>): { end: number; code: string } | null {
  const start = text[at] === " " ? at + 1 : at;
  const end = signs.includes(text[start] ?? " ") ? start + 1 : wordEndAt(text, start);
  if (end === start) return null;
  const word = foldText(text.slice(start, Math.min(end, start + LONGEST)));
  const two = text[end] === "$" ? end + 1 : text[end] === " " && ofTwo.has(word) ? wordEndAt(text, end + 1) : 0;
  const double = two > end ? spellings.get(foldText(text.slice(start, two))) : undefined;
  if (double !== undefined && isWhole(text, two)) return { end: two, code: double };
  const code = spellings.get(word === "e" && text[at - 1]?.toLowerCase() === "k" && at === start ? "euro" : word);
  return code !== undefined && isWhole(text, end) ? { end, code } : null;
}

/** Whether a currency's name ends there, and the next number does not follow. */
function isWhole(text: string, end: number): boolean {
  const next = text.charCodeAt(end) === 32 ? end + 1 : end;
  return !isDigit(text.charCodeAt(next)) && !isLetter(text.charCodeAt(end));
}

/** Nothing that would make the number another thing stands right behind it: a letter, a percent sign, more digits. */
function endsFree(text: string, end: number, money: boolean): boolean {
  const unit = text.charCodeAt(end);
  if (isDigit(unit) || unit === 37 || (unit === 32 && text.charCodeAt(end + 1) === 37)) return false;
  if ((unit === 44 || unit === 46) && isDigit(text.charCodeAt(end + 1))) return false;
  return !isLetter(unit) || (money && glued.has(text.slice(end, wordEndAt(text, end)).toLowerCase()));
}

/** `parseNumber("70.000,50")` → 70000.5; `parseNumber("1.5")` → 1.5; `parseNumber("12,00,000")` → 1200000 */
export function parseNumber(written: string): number {
  if (plainEnd(written, 0) === written.length) return plainValue(written);
  const dot = digitsEnd(written, 0);
  const decimals = written.length - dot - 1;
  if (written.charCodeAt(dot) === DOT && decimals > 0 && decimals < 3 && digitsEnd(written, dot + 1) === written.length) return Number(written);
  const bare = written.replace(/[ '’]/g, "");
  if (/^\d{1,3},\d{3}0$/.test(bare)) return Number(bare.replace(",", "").slice(0, -1));
  const decimal = /[.,](\d{1,2})$/.exec(bare);
  if (decimal === null) return Number(bare.replace(/[.,]/g, ""));
  return Number(`${bare.slice(0, decimal.index).replace(/[.,]/g, "")}.${decimal[1]!}`);
}

function plainValue(written: string): number {
  let value = 0;
  for (let i = 0; i < written.length; i++) {
    const unit = written.charCodeAt(i);
    if (unit !== COMMA) value = value * 10 + unit - 48;
  }
  return value;
}

/** Whether a number has a separator of thousands. */
function isGrouped(written: string): boolean {
  for (let i = 1; i < written.length - 3; i++) if (separates(written.charCodeAt(i)) && digitsEnd(written, i + 1) >= i + 4) return true;
  return false;
}

function wordEndAt(text: string, start: number): number {
  let end = start;
  while (end < text.length && isLetter(text.charCodeAt(end))) end++;
  return end;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Before the first unit and behind the last stands NaN, which is none. */
function isLetter(unit: number): boolean {
  return unit <= 0xffff && characters()[unit]! >= 97;
}
