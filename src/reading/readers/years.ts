import type { Finding } from "../../terms/evidence.ts";
import type { Section } from "../../terms/section.ts";
import { evidenceAt, hitsOf, unknown, type Document, type Hit } from "../document.ts";
import { makeMarks, marksSince, marksUntil, type Marks } from "../marks.ts";
import { hasRequirements, sentenceNumber } from "./beside.ts";
import { beforeMost, beforeOther, beforeWish, choosing, closingWish, combining, counting, leads, numbers, spanAfter, spanOf, steps } from "./years-words.ts";

/** A stated number of years: `least` of "3 to 5", where it stands and how it is asked for. */
type Asked = { least: number; start: number; end: number; section: Section; wish: "section" | "words" | null };

/**
 * The years of experience asked for: the least of a range or of alternatives. Where several are asked for, the whole
 * counts, not its parts ("8+ years of software, including 2+ with ML" → 8).
 */
export function readYears(doc: Document): Finding<number> {
  let first: Asked | null = null;
  let wish: Asked | null = null;
  for (const hit of hitsOf(doc, "years")) {
    const asked = askedAt(doc, hit);
    if (asked === null) continue;
    if (asked.wish !== null) wish ??= asked;
    else if (first === null) first = asked;
    else if (asked.least < first.least ? isAlternative(doc, first, asked) : isWhole(doc, first, asked)) first = asked;
  }
  // A posting whose only demands are wishes asks for these; one with demands beside them does not.
  if (first === null && wish !== null && (wish.wish === "words" || !hasRequirements(doc))) return stated(doc, wish, 0.7, "only wishes are stated");
  if (first === null) return unknown(wish === null ? "not stated" : "years are only a wish");
  return stated(doc, first, 0.9, "states the experience asked for");
}

function stated(doc: Document, asked: Asked, confidence: number, because: string): Finding<number> {
  return { value: asked.least, confidence, because, evidence: [evidenceAt(doc, asked.start, asked.end)] };
}

// More is a company's age: no posting of those measured asks for more than 20.
const MOST = 20;

const number = `(?:\\d{1,2}(?:[.,]\\d)?|${[...numbers.keys()].join("|")})`;
// "3", "3+", "3-5", "three to five", "two (2)", "5 or more", "10–15+" right before the unit.
const count = new RegExp(
  `(?<![\\d$€£#\\p{L}-]|\\d[.,])(${number})\\s*\\+?\\s*(?:\\(\\s*${number}\\s*\\+?\\s*\\)\\s*)?(?:(?:-|–|—|‑|−|/|~|to|till|through|up to|or|and|à|a|bis|tot|ou|oder|of|y|et)\\s*(${number})\\s*\\+?\\s*)?(?:(?:or|and) (?:more|above|greater|over)|plus|ou plus|et plus|oder mehr|of meer|o más|full|solid|consecutive|calendar|hands-on|\\+)?\\s*[*_]*\\s*[-‑]?\\s*$`,
  "iu",
);

const COUNTING = 1;
const BEFORE_OTHER = 2;
const BEFORE_MOST = 4;
const STEP = 8;
const BEFORE_WISH = 16;
const COMBINING = 32;
const CHOOSING = 64;
const LEAD = 128;
const SPAN_OF = 256;
const SPAN_AFTER = 512;
const CLOSING_WISH = 1024;
let built: Marks | null = null;

/** What the words beside a number may be: where none is what a pattern begins or ends with, the pattern is left out. */
function marks(): Marks {
  return (built ??= makeMarks(
    [[COUNTING, counting], [BEFORE_OTHER, beforeOther], [BEFORE_MOST, beforeMost], [STEP, steps], [BEFORE_WISH, beforeWish], [COMBINING, combining], [CHOOSING, choosing], [LEAD, leads], [SPAN_OF, spanOf], [CLOSING_WISH, closingWish]],
    [[SPAN_AFTER, spanAfter]],
  ));
}

/** First of the words that `count` may run over, the unit's own where none stands before it: "recent years" need no pattern. */
function firstCounting(doc: Document, hit: Hit): number {
  let token = hit.token;
  while (token > 0 && hit.start - doc.tokenStart[token - 1]! < REACH && isCounting(doc, token - 1)) token--;
  return token;
}

function isCounting(doc: Document, token: number): boolean {
  const word = doc.tokenWord[token]!;
  if (word !== 0) return (marks()[word]! & COUNTING) !== 0 || isDigit(doc.text.charCodeAt(doc.tokenStart[token]!));
  // "five+"
  return isDigit(doc.text.charCodeAt(doc.tokenStart[token]!)) || doc.text.charCodeAt(doc.tokenEnd[token]! - 1) === PLUS;
}

const PLUS = 43;
const SPACE = 32;
const BRACKET = 40;

// How far before the unit its number may stand, and how much in front of the number says whether it is one.
const REACH = 48;
const MARGIN = 8;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** The number of "5 years" and "5+ years" with a space or bracket before it, as nearly all are written; -1 where `count` must say. */
function plainNumber({ text, tokenStart, tokenEnd }: Document, hit: Hit, first: number): number {
  const start = tokenStart[first]!;
  const end = tokenEnd[first]!;
  if (first !== hit.token - 1 || end !== hit.start - 1 || text.charCodeAt(end) !== SPACE) return -1;
  const front = start === 0 ? SPACE : text.charCodeAt(start - 1);
  if (front !== SPACE && front !== BRACKET && front !== 10) return -1;
  if (!isDigit(text.charCodeAt(start))) return -1;
  const digits = (text.charCodeAt(end - 1) === PLUS ? end - 1 : end) - start;
  const one = text.charCodeAt(start) - 48;
  if (digits === 1) return one;
  const two = text.charCodeAt(start + 1);
  return digits === 2 && isDigit(two) ? one * 10 + two - 48 : -1;
}

function askedAt(doc: Document, hit: Hit): Asked | null {
  const isOne = hit.id === "one";
  const first = isOne ? hit.token : firstCounting(doc, hit);
  if (!isOne && first === hit.token) return null;
  const sentence = doc.sentences[sentenceNumber(doc, hit.start)]!;
  const start = Math.max(sentence.start, hit.start - SENTENCE);
  const end = Math.min(Math.max(sentence.end, hit.end), hit.end + SENTENCE);
  let from = isOne ? hit.start : doc.tokenStart[first]!;
  let least = isOne ? 1 : plainNumber(doc, hit, first);
  if (least < 0) {
    const before = doc.text.slice(Math.max(start, hit.start - REACH, from - MARGIN), hit.start);
    const found = count.exec(before);
    if (found === null) return null;
    from = hit.start - before.length + found.index;
    least = value(found[1]!);
  }
  if (hit.id === "month") least /= 12;
  return least > MOST ? null : spanAt(doc, hit, least, from, start, end);
}

// Units of the sentence that are looked at on either side.
const SENTENCE = 200;

/** A number of years in its sentence, which begins at `start`; `token` is the number's, `front` is what the word before it may be, `behind` what those behind it may. */
type Span = { before: string; after: string; front: number; behind: number; token: number; start: number };

function spanAt(doc: Document, hit: Hit, least: number, from: number, start: number, end: number): Asked | null {
  const { text } = doc;
  const token = tokenAt(doc, hit.token, from);
  const before = text.slice(start, from);
  const after = text.slice(hit.end, end);
  const front = frontOf(doc, token);
  const behind = marksUntil(doc, marks(), hit.token + hit.tokens, end);
  if (isAside(doc, hit, { before, after, front, behind, token, start })) return null;
  const length = hit.end - hit.start;
  const singular = hit.id === "month" || ((length === 2 || length === 4) && /^(year|yr)$/i.test(text.slice(hit.start, hit.end)));
  if (!isAsked(hit, before, after, singular)) return null;
  const isMost = (front & BEFORE_MOST) !== 0 && /\b(less than|up to|fewer than|under|moins de|weniger als|bis zu|minder dan|maximum( of)?|max)\s*$/i.test(before.slice(-24)) && !/\bnot\b/i.test(before);
  return { least: isMost ? 0 : least, start: from, end: hit.end, section: hit.section, wish: wishOf(hit, before, after, front | (behind & CLOSING_WISH)) };
}

/** The token that begins at or behind `from`, looked for backwards. */
function tokenAt(doc: Document, token: number, from: number): number {
  let t = token;
  while (t > 0 && doc.tokenStart[t - 1]! >= from) t--;
  return t;
}

/** What the word before a number may be, and what the words before "of" and "the" may. */
function frontOf(doc: Document, token: number): number {
  let all = 0;
  for (let t = token - 1; t >= 0; t--) {
    const mark = marks()[doc.tokenWord[t]!]!;
    all |= mark;
    if ((mark & STEP) === 0) break;
  }
  return all;
}

function value(text: string): number {
  return isDigit(text.charCodeAt(0)) ? Number(text.replace(",", ".")) : numbers.get(text.toLowerCase())!;
}

// What follows a span of time that is no experience: age, contract, plan, history.
const otherAfter =
  /^\s*[-–]?\s*(old\b|ago\b|contract|vest|cliff|degree|college|university|program|plan\b|plans\b|roadmap|horizon|outlook|term\b|lease|warrant|anniversar|in a row|to come|to (?!max|\d)|from now|later\b|straight|journey|schedule|fixed|visa|limit|window|runway|after (?!the|your|graduat|phd)|since\b|growth|in business|of (age|history|service|tenure|employment|growth|operations?|heritage|tradition|insights?|runway|success|funding|savings|paid|unpaid|parental|leave)\b|strong\b|in the making|jung|alt\b|vertrag|befristet|laufzeit|garantie|betriebszugehörigkeit|d['’](âge|existence|ancienneté|études)|renouvelable|révolus|geleden|oud\b|contrat|contract)/i;
const otherBefore =
  /\b(last|past|next|previous|recent|coming|first|final|every|each|after|within|in just|in under|in less than|in only|in|since|founded|ago|aged?|age of|ages|nearly|almost|for (over|more than|the|nearly|almost|about)|riche de|forte? de|depuis( plus de| près de)?|pendant|durée( de)?|contrat( \w+)? de|cdd de|befristet auf|d[ie]e? (letzten|nächsten|vergangenen|ersten)|seit( über| mehr als)?|nach|innerhalb|laufzeit( von)?|für|sinds|afgelopen|binnen|na|over the|au bout de|après|dans les|prochain\w*|dernière\w*|schedule|vest\w*( over)?|stage de|alternance de|formation de|d'ici)\s*(the\s*)?[(~]?\s*$/i;
const experience = /\b(experience|experienced|experiences|exp\b|yoe|background|erfahrung\w*|berufserfahrung|praxis|berufspraxis|expérience|expériences|exp[ée]rie\w+|ervaring|werkervaring|experiencia|track record|expertise|practice|proven)/i;
const others = /\b(our|we|we['’]ve|we['’]re|team|teams|founders?|founded|co-?founders?|ceo|cto|company|firm|leaders|combined|collective(ly)?|alumni|colleagues|notre|nos|nous|unser\w*|wir|onze?|wij|employees (have|with)|clients? with|investors|patients?|customers)\b/i;
const person = /\b(you|you['’]re|you['’]ll|you['’]ve|your|candidate|candidates|applicant|applicants|looking for|seeking|require\w*|must|minimum|at least|ideal\w*|need|qualif\w*|preferred|vous|tu|du|sie|je|jij|au moins|mindestens|minimaal|mínimo|al menos)\b/i;
// Experience that stands in for a degree says nothing of those who have it.
const insteadBefore = /\b(degree|diploma|bachelor\S*|master\S*|ph\.?d\.?|bs|ba|b\.s\.|msc?)\b[^.;]{0,40}\b(or|oder|ou)\b[^.;,]{0,30}$/i;
const insteadAfter = /^[^.;]{0,60}\b(in lieu|equivalent (to|work|practical|professional|combination|industry)|instead of|substitut)/i;

const combined = /\b(combined|collective(ly)?)\b/i;

/** Whether `otherAfter` may begin with a token. */
function maySpan(doc: Document, token: number): boolean {
  if (token >= doc.tokenCount) return false;
  const mark = marks()[doc.tokenWord[token]!]!;
  if (mark & SPAN_AFTER) return true;
  return (mark & LEAD) !== 0 && token + 1 < doc.tokenCount && (marks()[doc.tokenWord[token + 1]!]! & SPAN_OF) !== 0;
}

const ofOthers = /^\W*(our|the) (founders?|co-?founders?|team|ceo|cto|company|leaders)\b/i;

/** By the first letter, in lower case: one of "our" and "the", or none. */
function mayBeOfOthers(letter: number): boolean {
  return letter === 111 || letter === 116 || letter < 97 || letter > 122;
}

/** A span of time that is no experience, or not that of who is wanted. */
function isAside(doc: Document, hit: Hit, { before, after, front, behind, token, start }: Span): boolean {
  if ((maySpan(doc, hit.token + hit.tokens) && otherAfter.test(after)) || (mayBeOfOthers(before.charCodeAt(0) | 32) && ofOthers.test(before))) return true;
  if (front & BEFORE_OTHER) {
    const near = before.slice(-60);
    // "In the last 5 years" tells when; "over 5 years of experience" how much.
    if (otherBefore.test(near)) return !/^\s*['’]?\s*(of\s+)?(\w+\s+){0,3}(experience|erfahrung|expérience|ervaring)/i.test(after) || /\b(last|past|next|depuis|seit|sinds|for (over|more than))\b/i.test(near.slice(-24));
    if (/\b(bac|level|niveau|grade|top|age|ages|travel)\s*\+?\s*$/i.test(near.slice(-16))) return true;
    // "Mindestalter: 18 Jahre", "Ausbildungsdauer 3 Jahre", "données conservées 2 ans"
    if (/(?<!\p{L})(mindestalter|ausbildungsdauer|deine ausbildung|conservées)\s*[:–-]?\s*$/iu.test(near.slice(-24))) return true;
  }
  const words = marksSince(doc, marks(), token, start);
  if (words & CHOOSING && insteadBefore.test(before.slice(-90)) && insteadAfter.test(after)) return true;
  if (hit.section === "intro" || hit.section === "about" || hit.section === "benefits" || hit.section === "legal") return others.test(before) && !person.test(before);
  return ((words | behind) & COMBINING) !== 0 && (combined.test(before) || combined.test(after)) && others.test(before);
}

function isAsked(hit: Hit, before: string, after: string, singular: boolean): boolean {
  // "a two-year vision", "your one year outlook": in the singular only with the word experience beside it.
  if (singular && !experience.test(after.slice(0, 40)) && !experience.test(before.slice(-40)) && !/\b(required|minimum|requis)\b/i.test(before + after)) return false;
  if (hit.section === "requirements" || hit.section === "preferred" || hit.section === "responsibilities") return true;
  const speaksOfIt = experience.test(after.slice(0, 90)) || experience.test(before.slice(-90));
  if (hit.section === "benefits" || hit.section === "legal") return speaksOfIt && !/[$€£]|salary|vacation|leave|service|seniority|gehalt|salaire/i.test(before + after);
  return speaksOfIt || before.trim().length <= 30;
}

// "5+ years of X, preferably in Y" still asks for five: only a wish that closes the sentence makes the years one.
const wishAfter = /^[^,;(]{0,100}\b(preferred|is a (big |strong |huge )?plus|a plus|a bonus|nice to have|desirable|desired|advantageous|von vorteil|wünschenswert|serait un plus|un atout|apprécié|is een pré|wenselijk)\W*$/i;
const wishBefore = /\b(bonus|nice to have|preferred):?\s*$/i;

/** A wish closes a short rest of the sentence, with no comma or bracket before its last words. */
function mayCloseWithWish(after: string): boolean {
  const head = after.length - LONGEST_WISH;
  if (head > WISH_REACH) return false;
  for (let i = 0; i < head; i++) {
    const unit = after.charCodeAt(i);
    if (unit === COMMA || unit === SEMICOLON || unit === BRACKET) return false;
  }
  return true;
}

const COMMA = 44;
const SEMICOLON = 59;

// Units of the longest wish with the signs behind it, and those that may stand before it.
const LONGEST_WISH = 30;
const WISH_REACH = 100;

function wishOf(hit: Hit, before: string, after: string, words: number): Asked["wish"] {
  if (hit.section === "preferred") return "section";
  if (words & BEFORE_WISH && wishBefore.test(before.slice(-20))) return "words";
  return words & CLOSING_WISH && mayCloseWithWish(after) && wishAfter.test(after) ? "words" : null;
}

const degree = /\b(degree|bachelor\S*|master\S*|ph\.?d\.?|doctora\w+|bs|ms|b\.s\.?|m\.s\.?|bsc|msc|bac ?\+ ?\d)\b/i;

/** A longer span in the same list is the whole, the first a part: "2+ years with Kubernetes", "5+ years in the industry". */
function isWhole(doc: Document, first: Asked, next: Asked): boolean {
  if (next.start - first.end > SAME_LIST || next.section !== first.section) return false;
  const between = doc.text.slice(first.end, next.start);
  return !/\b(or|oder|ou)\b[^.;]{0,60}$/i.test(between) && !isAlternative(doc, first, next);
}

// Units of text within which two demands still belong to one list.
const SAME_LIST = 800;

/** Two counts are alternatives where each goes with a degree: "a Master's and 5+ years or a PhD and 3+ years". */
function isAlternative(doc: Document, first: Asked, next: Asked): boolean {
  if (next.start - first.end > 160) return false;
  const between = doc.text.slice(first.end, next.start);
  if (/\b(includ\w+|with at least|of which|incluant|dont|davon|waarvan|and at least)\b/i.test(between)) return false;
  const around = between.slice(-60) + doc.text.slice(next.start, next.end + 20);
  return degree.test(around) && (/\b(or|oder|ou)\b/i.test(between.slice(-60)) || between.length < 60);
}
