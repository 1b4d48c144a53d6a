import type { Lexicon } from "../lexicon.ts";
import { CONTEXT, isPlain, OTHER, OTHER_BEHIND, PAY, PER, STOP, type Word } from "./words.ts";

/**
 * What makes a posting worth looking at: a sign or code of money ("money"), or a word of pay that a bare number may follow ("cue").
 * A word that is common in other senses is left out where the number always brings a sign of its own ("try", "pen", "all").
 */
export const payLexicon: Lexicon<"money" | "cue"> = {
  kind: "pay",
  entries: {
    money: [
      "$", "€", "£", "¥", "₹", "₩", "₪", "₺", "₽", "฿", "₫", "₦",
      "(usd|eur|gbp|cad|aud|chf|inr|nzd|sgd|hkd|twd|brl|mxn|jpy|cny|rmb|krw|ils|nis|aed|sar|qar|pln|czk|huf|ron|bgn|sek|nok|dkk|zar|myr|thb|idr|php|vnd|uah|rub|egp|ngn|kes|cop|clp|ars)",
      "euro(s)", "keur(|o|os)", "ke", "dollars", "pounds", "zł", "złotych", "kč", "kr", "kronor", "kroner", "lei", "tl", "rs", "rm", "lpa", "lakh(s)", "lac(s)", "crore(s)", "ctc", "rupees", "dirhams", "franken", "reais", "yen", "teur", "kchf",
    ],
    cue: [
      "salary", "salaries", "pay", "paid", "wage(s)", "compensation", "comp", "remuneration", "earnings", "income", "ote", "on target", "hourly", "rate", "range", "stipend",
      "gehalt", "gehalts", "salär", "jahressalär", "jahresgehalt", "monatsgehalt", "bruttogehalt", "jahresbruttogehalt", "bruttojahresgehalt", "grundgehalt", "fixgehalt", "zielgehalt", "einstiegsgehalt", "gehaltsspanne", "gehaltsrahmen", "gehaltsband", "vergütung", "ausbildungsvergütung", "stundenlohn", "tagessatz", "entgelt", "verdienst", "brutto",
      "rémunération(s)", "salaire(s)", "tjm", "fixe", "package", "brut(s)", "conditions financières", "fourchette",
      "salaris", "brutosalaris", "bruto", "maandsalaris", "jaarsalaris", "uurtarief", "dagtarief", "salarisindicatie", "salarisrange",
      "salario", "sueldo", "retribución", "remuneración", "banda salarial", "rango salarial", "salário", "remuneração", "retribuzione", "ral", "stipendio", "compenso",
      "wynagrodzenie", "widełki", "pensja", "stawka", "lön", "løn", "lønn", "palkka", "mzda", "plat", "fizetés", "bér", "salariu", "maaş", "ücret",
    ],
  },
};

/** Words that a word of pay or other money needs beside it. */
const rateBefore = new Set(["hourly", "daily", "day", "contract", "target", "base", "pay", "monthly", "weekly"]);
const rateBehind = new Set(["is", "are", "of", "from", "between", "range", "ranges", "can", "up", "starting", "for"]);
const paidBefore = new Set(["be", "is", "are", "get", "been", "being"]);
const paidBehind = new Set(["hourly", "weekly", "monthly", "annually", "in", "at", "between", "from"]);
// What is paid while a person is being hired.
const taskWords = new Set(["interview", "interviews", "exercise", "assignment", "homework", "trial"]);
const notPaid = new Set(["off", "attention", "it", "runs"]);
const payers = new Set(["customers", "clients", "users", "companies", "they", "kunden"]);
const livingStipend = new Set(["monthly", "internship", "fellowship", "residency", "living", "training", "research"]);
const ownSalary = new Set(["your", "annual", "base", "the", "current"]);
const sumWords = new Set(["plus", "and", "with", "including", "inclusive", "includes", "incl", "und", "et"]);

const excluding = new Set(["hors", "excluding", "excl", "without", "sans", "ohne", "exkl", "exklusive"]);

type At = { before: string; behind: string; words: readonly Word[]; i: number; text: string };

/** What words of CONTEXT mean beside other words: "rate" is a word of pay in "hourly rate", "salary" is none in "2 times your salary". */
const inContext = new Map<string, (at: At) => number>(Object.entries({
  rate: rateAt,
  rates: rateAt,
  range: ({ words, i, text }) => (text[words[i]!.end] === ":" ? PAY : 0),
  paid: paidAt,
  pay: ({ before, behind }) => (payers.has(before) ? OTHER : notPaid.has(behind) ? 0 : PAY),
  package: ({ words, i }) => (i > 0 && words[i - 1]!.means & OTHER ? OTHER : PAY),
  income: ({ behind }) => (behind === "protection" ? OTHER : PAY),
  contract: ({ behind }) => (behind === "of" || behind === "value" || behind === "size" ? OTHER : 0),
  stipend: stipendAt,
  target: ({ before }) => (before === "on" ? PAY : 0),
  wage: ({ before }) => (before === "living" || before === "minimum" ? OTHER : PAY),
  on: ({ before }) => (before === "sign" ? OTHER : 0),
  office: ({ before }) => (before === "home" ? OTHER : 0),
  business: ({ before, words, i }) => (before === "of" && words[i - 2]?.text === "book" ? OTHER : 0),
  l: ({ words, i, text }) => (text[words[i]!.start - 1] === "&" ? OTHER : 0), // "P&L"
  k: ({ words, i, text }) => (/401\s?\($|401$/.test(text.slice(Math.max(0, words[i]!.start - 5), words[i]!.start)) ? OTHER : 0),
  base: plainAt,
  salaries: plainAt,
  salary: ({ words, i, text }) => (isMultiple(words, i, text) ? OTHER : PAY),
}));

function meaningAt(words: readonly Word[], i: number, text: string): number {
  const word = words[i]!;
  if ((word.means & CONTEXT) === 0) return word.means & (PAY | OTHER);
  return inContext.get(word.text)!({ before: words[i - 1]?.text ?? "", behind: words[i + 1]?.text ?? "", words, i, text });
}

function rateAt({ before, behind, words, i, text }: At): number {
  if (before === "run") return OTHER;
  return rateBefore.has(before) || rateBehind.has(behind) || text[words[i]!.end] === ":" ? PAY : 0;
}

function paidAt({ before, behind, words, i }: At): number {
  if (!paidBefore.has(before) && !paidBehind.has(behind)) return 0;
  return words.slice(0, i).some((one, n) => taskWords.has(one.text) || (one.text === "home" && words[n - 1]?.text === "take")) ? OTHER : PAY;
}

function stipendAt({ before, words, i, text }: At): number {
  const end = words[i]!.end;
  const living = livingStipend.has(before) || (before === "" && text[end] === ":");
  return living && /^(?: of| is| will|[\s:–-]*(?:$|[\d$€£₹]|rs))/i.test(text.slice(end, end + 8)) ? PAY : OTHER;
}

/** Without accents: "basé" and "salariés" are other words. */
function plainAt({ words, i, text }: At): number {
  const word = words[i]!;
  return text.slice(word.start, word.end).toLowerCase() === word.text ? PAY : 0;
}

/** "2 times your annual salary", "2x base salary", "4 % of salary" measure insurance and pension, "visa minimum salary" a law. */
function isMultiple(words: readonly Word[], i: number, text: string): boolean {
  let first = i;
  while (first > 0 && ownSalary.has(words[first - 1]!.text)) first--;
  const before = words[first - 1]?.text ?? "";
  if (before === "visa" || words[first - 2]?.text === "visa") return true;
  return before === "times" || before === "x" || (before === "of" && /[%x\d]\s?of $/.test(text.slice(0, words[first]!.start))) || /%\s$/.test(text.slice(0, words[first]!.start));
}

/** Which came last in the words before an amount, a word of pay or one of other money; null where neither stands there. */
export function cueBefore(words: readonly Word[], text: string): "pay" | "other" | null {
  let paid = -1;
  let other = -1;
  for (let i = 0; i < words.length; i++) {
    const means = meaningAt(words, i, text);
    if (means & PAY) paid = i;
    else if (means & OTHER && !excluding.has(words[i - 1]?.text ?? "")) other = i;
  }
  if (paid < 0 && other < 0) return null;
  return paid > other || isSum(words, paid, other, text) ? "pay" : "other";
}

/** "base salary and bonus of $…": the bonus is part of the sum. In "salary + bonus (up to …" it is the bonus that the brackets speak of. */
function isSum(words: readonly Word[], paid: number, other: number, text: string): boolean {
  if (paid < 0 || other - paid > 5) return false;
  const between = text.slice(words[paid]!.end, words[other]!.start);
  if (/\d/.test(between) || /^\s*\(/.test(text.slice(words[other]!.end))) return false;
  if (/[+&]/.test(between)) return true;
  for (let i = paid + 1; i < other; i++) if (sumWords.has(words[i]!.text)) return true;
  return false;
}

// How many words may stand between a sum and the noun it measures: "$5,000 annual performance signing bonus".
const MOST_WORDS = 6;

/** Whether the words right behind an amount say what it is: "$5,000 bonus", "$120k base", "$250k per business". */
export function cueBehind(words: readonly Word[], text: string): "pay" | "other" | null {
  let end = 0;
  for (let i = 0; i < Math.min(words.length, MOST_WORDS); i++) {
    const word = words[i]!;
    const gap = text.slice(end, word.start);
    if (!isPlain(gap) && /[,.;:+&|•–—!?[\n\d]| - /.test(gap)) return null;
    if ((word.text === "per" || gap.endsWith("/")) && !measuresTime(words, i)) return "other";
    if (word.text === "for" && words[i + 1]?.text === "your") return "other"; // "€5,000 for your move"
    const means = meaningAt(words, i, text);
    if (means & OTHER || word.means & OTHER_BEHIND) return "other";
    if (means & PAY && !grossWords.has(word.text)) return "pay";
    if (word.means & STOP) return null;
    end = word.end;
  }
  return null;
}

// "1000 € brut par recrutement": gross is said of bonuses too.
const grossWords = new Set(["brut", "bruts", "brute", "bruto", "brutto", "hourly"]);

/** "per year", "/month", "per full day"; not "per business", "/ton". */
function measuresTime(words: readonly Word[], i: number): boolean {
  for (let n = i; n < Math.min(words.length, i + 3); n++) if (words[n]!.unit !== null || words[n]!.period !== null || words[n]!.text === "diem") return true;
  return (words[i]!.means & PER) !== 0 && words.length === i + 1;
}
