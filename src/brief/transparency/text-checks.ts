import { shortAmount } from "../../lib/short-amount.ts";
import type { Evidence } from "../../terms/evidence.ts";
import type { CheckState, TransparencyCheckId, TransparencyRule } from "../../terms/transparency.ts";
import type { Case } from "../findings/found.ts";
import { yearly } from "../findings/pay.ts";
import { reversedRanges } from "../findings/reversed-pay.ts";
import { unreadSums } from "../findings/unread-pay.ts";
import { genderOfTitle } from "../gender.ts";
import type { PhraseHit } from "../phrases.ts";
import { listed, quoteAt, sectionOf, sentenceAt, titleQuote } from "../quotes.ts";

export type TextCheck = { state: CheckState; because: string; quotes: Evidence[] };

/** What the text alone shows of each check, whoever asks for it. */
export const textChecks: Record<TransparencyCheckId, (one: Case, rule: TransparencyRule) => TextCheck> = {
  pay: payStated,
  numeric: bothEnds,
  unit: unitSaid,
  benefits: benefitsDescribed,
  "other-pay": otherPayDescribed,
  "apply-by": applyBy,
  "ai-use": aiUse,
  vacancy: vacancySaid,
  "gender-title": neutralTitle,
  "pay-history": payHistory,
  spread: spreadOf,
  "local-experience": localExperience,
};

const mostQuotes = 4;

function payStated(one: Case): TextCheck {
  const { pay } = one.reading;
  const quotes = payQuotes(one);
  if (quotes.length > 0) return { state: "pass", because: `states ${pay.length === 1 ? "an amount" : `${pay.length} amounts`}`, quotes };
  if (pay.length > 0) return { state: "pass", because: `the salary field says “${one.doc.posting.salary_raw?.slice(0, 80) ?? ""}”; the text itself states none`, quotes: [] };
  const vague = hits(one, "vague");
  if (vague.length > 0) return { state: "fail", because: "says it in words that are no amount", quotes: around(one, vague) };
  const unread = unreadSums(one.doc);
  if (unread.length > 0) return { state: "fail", because: "states an amount that could not be read as pay", quotes: unread.slice(0, mostQuotes).map(({ start, end }) => quoteAt(one.text, start, end)) };
  return { state: "fail", because: "no amount was found in the text", quotes: [] };
}

function bothEnds(one: Case): TextCheck {
  const { pay } = one.reading;
  if (pay.length === 0) return { state: "not-applicable", because: "no pay is stated", quotes: [] };
  const reversed = reversedRanges(one.text, pay);
  if (reversed.length > 0) return { state: "fail", because: "the top of a range is below its bottom", quotes: reversed.slice(0, mostQuotes) };
  const open = pay.filter(({ min, max }) => min === null || max === null);
  if (open.length > 0) return { state: "fail", because: open[0]!.min === null ? "an “up to” has no lower end" : "a “from” has no upper end", quotes: open.flatMap((each) => each.evidence).slice(0, mostQuotes) };
  return { state: "pass", because: pay.every(({ min, max }) => min === max) ? "states a fixed amount" : "both ends are numbers", quotes: payQuotes(one) };
}

const periodWords = /\b(?:per|a|an|each|every)[ -](?:year|annum|month|week|day|hour)\b|\/\s?(?:yr|year|y|hr|hour|h|month|mo|week|day|jahr|monat|stunde|tag|an|mois|jour|jaar|maand|uur|dag)\b|\b(?:annual\w*|yearly|hourly|monthly|weekly|daily|p\.?\s?a\b\.?|brutto\w*jahres\w*|jahres\w*|jährlich\w*|monat\w*|pro (?:jahr|monat|stunde|tag)|im (?:jahr|monat)|stunden\w*|tagessatz|annuel\w*|mensuel\w*|(?:par|\/) ?(?:an|mois|jour|heure)|brut annuel|tjm|per (?:jaar|maand|uur|dag)|jaar\w*|bruto (?:per|jaar|maand)\w*|maandsalaris|op jaarbasis|bruttogehalt|year|yr|hour)\b|€\s?\/|k€ brut/i;
const nearUnits = 140;

function unitSaid(one: Case): TextCheck {
  const { pay } = one.reading;
  const quotes = payQuotes(one);
  if (pay.length === 0) return { state: "not-applicable", because: "no pay is stated", quotes: [] };
  const unsaid = quotes.find(({ start, end }) => !periodWords.test(one.text.slice(Math.max(0, start - nearUnits), Math.min(one.text.length, end + nearUnits))));
  if (unsaid !== undefined) return { state: "unknown", because: `no period stands near the amount; by its size it was taken for one a ${pay[0]!.period}`, quotes: [unsaid] };
  if (quotes.length === 0) return { state: "unknown", because: "the amount stands in the salary field, not in the text", quotes: [] };
  return { state: "pass", because: `${listed([...new Set(pay.map(({ currency, period }) => `${currency} a ${period}`))])}`, quotes };
}

const benefitNames: Record<string, string> = { health: "health or life insurance", retirement: "retirement", leave: "paid leave" };

function benefitsDescribed(one: Case): TextCheck {
  const found = hits(one, ...Object.keys(benefitNames)).filter((hit) => isOffered(one, hit));
  const kinds = [...new Set(found.map((hit) => hit.id))];
  const firsts = kinds.map((kind) => found.find((hit) => hit.id === kind)!);
  if (kinds.length >= 2) return { state: "pass", because: `names ${listed(kinds.map((kind) => benefitNames[kind]!))}`, quotes: around(one, firsts) };
  const perks = hits(one, "perk");
  const vague = hits(one, "vague-benefits");
  if (kinds.length === 1) return { state: "unknown", because: `names ${benefitNames[kinds[0]!]} alone: whether that is all that is offered, the text does not tell`, quotes: around(one, firsts) };
  if (vague.length > 0) return { state: "fail", because: "praises benefits and names none", quotes: around(one, vague) };
  if (perks.length > 0) return { state: "fail", because: "names perks, and neither insurance, retirement nor leave", quotes: around(one, perks) };
  return { state: "fail", because: "no benefits were found in the text", quotes: [] };
}

function otherPayDescribed(one: Case): TextCheck {
  const found = hits(one, "other-pay", "no-other-pay").filter((hit) => isOffered(one, hit));
  if (found.length > 0) return { state: "pass", because: found.some((hit) => hit.id === "no-other-pay") ? "says that there is none" : "names it", quotes: around(one, found) };
  return { state: "unknown", because: "names no bonus, equity or commission: as it should be where none is paid", quotes: [] };
}

const dayWords = /\d{1,2}[./-]\d{1,2}[./-]?\d{0,4}|\d{4}-\d{2}-\d{2}|\b(?:jan|feb|m[aä]r|mrz|apr|ma[iy]|jun|jul|aug|sep|okt|oct|nov|de[cz]|janv|févr|mars|avr|juin|juil|août|déc|mei|maart)\p{L}*\.?\s+\d{1,2}|\d{1,2}\.?(?:st|nd|rd|th|er)?\s+(?:of\s)?(?:jan|feb|févr|m[aä]r|mrz|apr|avr|ma[iy]|mei|maart|jun|juin|jul|juil|aug|août|sep|okt|oct|nov|de[cz]|déc)|\b\d+ (?:days|weeks)\b/iu;

function applyBy(one: Case): TextCheck {
  for (const hit of hits(one, "apply-by")) {
    const sentence = sentenceAt(one.text, hit.start, hit.end);
    if (dayWords.test(one.text.slice(hit.start, Math.min(one.text.length, hit.end + 80)))) return { state: "pass", because: "names the day", quotes: [sentence] };
  }
  const ongoing = hits(one, "apply-ongoing");
  if (ongoing.length > 0) return { state: "pass", because: "says that applications are taken without a last day", quotes: around(one, ongoing) };
  return { state: "fail", because: "no last day to apply was found", quotes: [] };
}

function aiUse(one: Case): TextCheck {
  const found = hits(one, "ai-use");
  if (found.length > 0) return { state: "pass", because: "says whether it does", quotes: around(one, found) };
  return { state: "unknown", because: "says nothing of AI in choosing: as it should be where none is used", quotes: [] };
}

function vacancySaid(one: Case): TextCheck {
  const found = hits(one, "vacancy");
  if (found.length > 0) return { state: "pass", because: "says whether there is one", quotes: around(one, found) };
  return { state: "fail", because: "does not say whether it is for an existing vacancy", quotes: [] };
}

function neutralTitle({ text, reading }: Case): TextCheck {
  const title = titleQuote(text);
  if (title === null) return { state: "unknown", because: "there is no title", quotes: [] };
  const gender = genderOfTitle(title.text, reading.language);
  const quote = quoteAt(text, title.start + gender.start, title.start + gender.end);
  return { state: gender.state === "neutral" ? "pass" : gender.state === "gendered" ? "fail" : "unknown", because: `the title ${gender.because}`, quotes: [{ start: quote.start, end: quote.end, text: quote.text }] };
}

function payHistory(one: Case): TextCheck {
  const found = hits(one, "history");
  if (found.length > 0) return { state: "fail", because: "asks for past pay", quotes: around(one, found) };
  return { state: "unknown", because: "the text does not ask for it; the form of application was not seen", quotes: [] };
}

function spreadOf(one: Case, { spread }: TransparencyRule): TextCheck {
  if (spread === null) return { state: "not-applicable", because: "no width is set", quotes: [] };
  const { currency, most, freeAbove } = spread;
  const ranges = one.reading.pay.flatMap((pay) => (pay.currency === currency ? [{ year: yearly(pay), quotes: pay.evidence }] : []));
  if (ranges.length === 0) return { state: "unknown", because: one.reading.pay.length === 0 ? "there is no range" : `no range is in ${currency}`, quotes: payQuotes(one) };
  const closed = ranges.filter((range) => range.year !== null);
  if (closed.length < ranges.length) return { state: "unknown", because: "a range has one end only", quotes: ranges.flatMap((range) => range.quotes).slice(0, mostQuotes) };
  const limited = closed.filter((range) => range.year!.max <= freeAbove);
  if (limited.length === 0) return { state: "not-applicable", because: `it does not hold above ${currency} ${shortAmount(freeAbove)} a year`, quotes: closed.flatMap((range) => range.quotes).slice(0, mostQuotes) };
  const widest = limited.toSorted((a, b) => b.year!.max - b.year!.min - (a.year!.max - a.year!.min))[0]!;
  const width = widest.year!.max - widest.year!.min;
  return { state: width > most ? "fail" : "pass", because: `the range is ${currency} ${shortAmount(width)} a year wide; ${shortAmount(most)} is the most`, quotes: widest.quotes };
}

function localExperience(one: Case): TextCheck {
  const found = hits(one, "local-experience");
  if (found.length > 0) return { state: "fail", because: "asks for experience in the country", quotes: around(one, found) };
  return { state: "pass", because: "none is asked for in the text", quotes: [] };
}

function hits({ phrases }: Case, ...ids: string[]): PhraseHit[] {
  return (phrases.get("pay") ?? []).filter((hit) => ids.includes(hit.id));
}

/** Insurance and equity are what many employers sell: what is asked of a person, or done in the work, is not offered to them. */
function isOffered({ reading }: Case, hit: PhraseHit): boolean {
  const section = sectionOf(reading, hit.start);
  return section !== "requirements" && section !== "preferred" && section !== "responsibilities" && section !== "title";
}

function payQuotes({ reading }: Case): Evidence[] {
  return reading.pay.flatMap((pay) => pay.evidence).slice(0, mostQuotes);
}

/** The sentences that the hits stand in, each once. */
function around({ text }: Case, found: readonly PhraseHit[]): Evidence[] {
  const sentences = new Map(found.map((hit) => sentenceAt(text, hit.start, hit.end)).map((sentence) => [sentence.start, sentence]));
  return [...sentences.values()].slice(0, mostQuotes);
}
