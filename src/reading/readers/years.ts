import type { Finding } from "../../terms/evidence.ts";
import type { Section } from "../../terms/section.ts";
import { evidenceAt, hitsOf, unknown, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { hasRequirements, sentenceAround } from "./beside.ts";

type Unit = "year" | "month" | "one";

export const yearsLexicon: Lexicon<Unit> = {
  kind: "years",
  entries: {
    year: ["years(|+)", "year(|+)", "yrs(|+)", "yr(|+)", "yoe", "jahre(|+)", "jahren(|+)", "jahr", "ans(|+)", "années(|+)", "année d expérience", "jaar", "jaren", "años(|+)"],
    month: ["months", "month experience", "mois d expérience", "monate berufserfahrung", "monate erfahrung", "maanden ervaring"],
    one: ["un an", "1 an", "une année d expérience", "un año", "1 año", "een jaar"],
  },
};

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

const words = new Map<string, number>(Object.entries({
  one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, twelve: 12, fifteen: 15, twenty: 20,
  ein: 1, eine: 1, einem: 1, einen: 1, zwei: 2, drei: 3, vier: 4, "fünf": 5, fuenf: 5, sechs: 6, sieben: 7, acht: 8, neun: 9, zehn: 10,
  un: 1, une: 1, deux: 2, trois: 3, quatre: 4, cinq: 5, sept: 7, huit: 8, neuf: 9, dix: 10,
  een: 1, "één": 1, twee: 2, drie: 3, vijf: 5, zes: 6, zeven: 7, negen: 9, tien: 10,
  uno: 1, dos: 2, tres: 3, cuatro: 4, cinco: 5, seis: 6, siete: 7, ocho: 8, diez: 10,
}));
const number = `(?:\\d{1,2}(?:[.,]\\d)?|${[...words.keys()].join("|")})`;
// "3", "3+", "3-5", "three to five", "two (2)", "5 or more", "10–15+" right before the unit.
const count = new RegExp(
  `(?<![\\d$€£#\\p{L}-]|\\d[.,])(${number})\\s*\\+?\\s*(?:\\(\\s*${number}\\s*\\+?\\s*\\)\\s*)?(?:(?:-|–|—|‑|−|/|~|to|till|through|up to|or|and|à|a|bis|tot|ou|oder|of|y|et)\\s*(${number})\\s*\\+?\\s*)?(?:(?:or|and) (?:more|above|greater|over)|plus|ou plus|et plus|oder mehr|of meer|o más|full|solid|consecutive|calendar|hands-on|\\+)?\\s*[*_]*\\s*[-‑]?\\s*$`,
  "iu",
);

/** Words that `count` runs over. */
const counting = new Set([...words.keys(), ..."to till through up or and à a bis tot ou oder of y et o more above greater over plus mehr meer más full solid consecutive calendar hands on".split(" ")]);

/** Where the words begin that `count` may run over, the unit's own place where none stands before it: "recent years" need no pattern. */
function countStart(doc: Document, hit: Hit): number {
  let token = hit.token;
  while (token > 0 && hit.start - doc.tokenStart[token - 1]! < REACH && isCounting(doc, token - 1)) token--;
  return doc.tokenStart[token]!;
}

function isCounting(doc: Document, token: number): boolean {
  const start = doc.tokenStart[token]!;
  if (isDigit(doc.text.charCodeAt(start))) return true;
  const end = doc.tokenEnd[token]!;
  const word = doc.text.slice(start, doc.text[end - 1] === "+" ? end - 1 : end).toLowerCase();
  return counting.has(word);
}

// How far before the unit its number may stand, and how much in front of the number says whether it is one.
const REACH = 48;
const MARGIN = 8;

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function askedAt(doc: Document, hit: Hit): Asked | null {
  const counted = hit.id === "one" ? hit.start : countStart(doc, hit);
  if (hit.id !== "one" && counted === hit.start) return null;
  const sentence = sentenceAround(doc, hit, 200);
  let from = hit.start;
  let least = 1;
  if (hit.id !== "one") {
    const before = doc.text.slice(Math.max(sentence.start, hit.start - REACH, counted - MARGIN), hit.start);
    const found = count.exec(before);
    if (found === null) return null;
    from = hit.start - before.length + found.index;
    least = value(found[1]!) / (hit.id === "month" ? 12 : 1);
  }
  const before = doc.text.slice(sentence.start, from);
  const after = doc.text.slice(hit.end, sentence.end);
  if (isAside(before, after, hit)) return null;
  if (!isAsked(hit, before, after, hit.id === "month" || /^(year|yr)$/i.test(doc.text.slice(hit.start, hit.end))) || least > MOST) return null;
  if (/\b(less than|up to|fewer than|under|moins de|weniger als|bis zu|minder dan|maximum( of)?|max)\s*$/i.test(before.slice(-24)) && !/\bnot\b/i.test(before)) least = 0;
  return { least, start: from, end: hit.end, section: hit.section, wish: wishOf(hit, before, after) };
}

function value(text: string): number {
  return isDigit(text.charCodeAt(0)) ? Number(text.replace(",", ".")) : words.get(text.toLowerCase())!;
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

function isAside(before: string, after: string, hit: Hit): boolean {
  if (otherAfter.test(after) || /^\W*(our|the) (founders?|co-?founders?|team|ceo|cto|company|leaders)\b/i.test(before)) return true;
  const near = before.slice(-60);
  // "In the last 5 years" tells when; "over 5 years of experience" how much.
  if (otherBefore.test(near)) return !/^\s*['’]?\s*(of\s+)?(\w+\s+){0,3}(experience|erfahrung|expérience|ervaring)/i.test(after) || /\b(last|past|next|depuis|seit|sinds|for (over|more than))\b/i.test(near.slice(-24));
  if (/\b(bac|level|niveau|grade|top|age|ages|travel)\s*\+?\s*$/i.test(near.slice(-16))) return true;
  if (insteadBefore.test(before.slice(-90)) && insteadAfter.test(after)) return true;
  if (hit.section === "intro" || hit.section === "about" || hit.section === "benefits" || hit.section === "legal") return others.test(before) && !person.test(before);
  return (combined.test(before) || combined.test(after)) && others.test(before);
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
  const sign = after.search(/[,;(]/);
  const head = sign < 0 ? after.length : sign;
  return head >= after.length - LONGEST_WISH;
}

// Units of the longest wish with the signs behind it.
const LONGEST_WISH = 30;

function wishOf(hit: Hit, before: string, after: string): Asked["wish"] {
  if (hit.section === "preferred") return "section";
  return wishBefore.test(before.slice(-20)) || (mayCloseWithWish(after) && wishAfter.test(after)) ? "words" : null;
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
