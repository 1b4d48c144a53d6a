import type { BriefFinding } from "../../terms/brief.ts";
import { numbers } from "../../reading/readers/years-words.ts";
import { dayNumber, monthNames } from "../../lib/day.ts";
import { counted } from "../words.ts";
import { distinct, quoteAt, sectionOf, sentenceAt } from "../quotes.ts";
import { releaseOf, type Release } from "../releases.ts";
import type { Case, Finder } from "./found.ts";

/** Years asked of a technology beside the day it was first released: who asks for more than there were asks for nobody. Technologies that the table does not know are not judged. */
export const releaseFindings: Finder = (one) => {
  const tooMany = new Map<string, TooMany>();
  for (const hit of one.phrases.get("releases") ?? []) {
    if (tooMany.has(hit.id)) continue;
    const asked = askedOf(one, hit);
    if (asked === null) continue;
    const release = releaseOf(hit.id);
    const most = (dayNumber(one.day) - dayNumber(firstDay(release.released))) / DAYS;
    if (asked.years > most + TOLERANCE) tooMany.set(hit.id, { release, most, asked });
  }
  if (tooMany.size === 0) return [];
  const all = [...tooMany.values()];
  const finding: BriefFinding = {
    id: "release-years",
    severity: "flag",
    says: `${all.map(saysOf).join(" ")} Today is ${one.day}.`,
    advice: "Ask for what the person should have built with it, or for years in the kind of work.",
    quotes: distinct(all.map(({ asked }) => quoteAt(one.text, asked.start, asked.end, "requirement"))),
    figures: [],
    sources: [...new Map(all.map(({ release: { source } }) => [source.url, source])).values()],
  };
  return [finding];
};

type TooMany = { release: Release; most: number; asked: Asked };

function saysOf({ release: { name, what, released }, most, asked }: TooMany): string {
  return `Asks for ${counted(asked.years, "year")} with ${name}; there have been ${most < 0 ? "none" : `${most.toFixed(1)} at the most`}: ${what} ${when(released)}.`;
}

const DAYS = 365.25;
/** Years: early users, and sources that say a month or a year only. */
const TOLERANCE = 0.25;

type Asked = { years: number; start: number; end: number };

/** The reader's numbers in words, and those beyond: who asks for twelve years of a technology is who is looked for here. */
const values = new Map<string, number>([...numbers, ["eleven", 11], ["zwölf", 12], ["douze", 12], ["twaalf", 12], ["fünfzehn", 15], ["quinze", 15], ["vijftien", 15], ["zwanzig", 20], ["vingt", 20], ["twintig", 20]]);

/** "10+ years", "8-10 years", "zehn Jahre": the least of a range counts. */
const span = `(\\d{1,2}|${[...values.keys()].join("|")})\\s?\\+?(?:\\s?(?:-|–|to|bis|à|tot)\\s?\\d{1,2}\\s?\\+?)?(?:\\s(?:plus|or more|oder mehr|ou plus|of meer))?\\s?(?:years?|yrs?|jahren?|ans|années|jaar|jaren)(?:['’]s?)?(?:\\s(?:or more|oder mehr|ou plus|of meer))?`;
const filler = "(?:of|in|with|using|on|the|a|full-time|hands-on|practical|professional|commercial|industry|relevant|proven|solid|strong|deep|extensive|prior|production|working|work|working with|working on|building with|developing with|development|programming|experience|expertise|knowledge|erfahrung|berufserfahrung|praxiserfahrung|praxis|praktischer|praktische|einschlägige|mit|im umgang mit|von|dem|der|d['’]expérience|expérience|de|d['’]|avec|sur|en|sous|professionnelle|pratique|ervaring|werkervaring|met|van)";
const before = new RegExp(`(?<![\\p{L}\\d.,])${span}[\\s:,–-]{1,3}(?:${filler}\\s){0,6}(?:d['’])?["“(]?((?:[\\p{L}\\d.+#/-]+(?:\\s[\\p{L}\\d.+#/-]+){0,2}(?:,\\s|,?\\s(?:and|und|et|en|&)\\s)){0,5})(?:the\\s)?$`, "iu");
const behind = new RegExp(`^\\)?(?:\\s(?:experience|expertise|skills|development|programming|erfahrung|ervaring))?(?:\\s?[:(–-]\\s?|\\s(?:for|of|seit|depuis|sinds|for at least|of at least)\\s)(?:min(?:imum|destens|imaal)?\\.?\\s|at least\\s|over\\s|more than\\s|au moins\\s)?${span}(?=$|[\\s).,;])(?!\\s(?:ago|old|later|in (?:a row|business)|of (?!experience)))`, "iu");
/** What a company says of itself, what is denied, and what is a most, not a least. */
const ownWords = /(?:^|[.;:]\s*)["“]?(?:we|our|wir|unser\p{L}*|nous|notre|nos|wij|onze|ons|the (?:team|company)|founded|since)(?!\p{L})/iu;
const denied = /(?<!\p{L})(?:no|not|nobody|no one|none|n['’]t|cannot|impossible|kein\p{L}*|niemand|nicht|personne|pas|aucun\p{L}*|geen|niet|up to|bis zu|jusqu['’]à|tot wel|max(?:imum|imal)?\.?|less than|fewer than|under|unter|moins de|minder dan)(?!\p{L})[^.;:\n]{0,30}$/iu;
const REACH = 170;
const yearsWord = /years?|yrs?|jahr|ans|années|jaar|jaren/i;

/** The years asked of a technology at its place, with the words that ask; null where none are. */
function askedOf({ text, reading }: Case, hit: { start: number; end: number }): Asked | null {
  // Most are named without any: then nothing else is looked at.
  if (!yearsWord.test(text.slice(Math.max(0, hit.start - REACH), hit.end + REACH))) return null;
  const section = sectionOf(reading, hit.start);
  if (section === "about" || section === "legal" || section === "benefits" || section === "title") return null;
  const sentence = sentenceAt(text, hit.start, hit.end);
  const said = text.slice(Math.max(sentence.start, hit.start - REACH), hit.start);
  if (ownWords.test(sentence.text)) return null;
  const lineEnd = text.indexOf("\n", hit.end);
  const after = text.slice(hit.end, Math.min(lineEnd < 0 ? text.length : lineEnd, hit.end + REACH));
  const front = before.exec(said);
  if (front !== null && !denied.test(said.slice(0, front.index)) && !goesOn.test(after) && ofSkills(reading, front[2] ?? "", hit.start)) return { years: numberOf(front[1]!), start: hit.start - said.length + front.index, end: hit.end };
  const back = behind.exec(after);
  if (back === null || denied.test(back[0].slice(0, back[0].search(/\d/)))) return null;
  return { years: numberOf(back[1]!), start: hit.start, end: hit.end + back[0].length };
}

/** One of several is enough, or it is a wish beside what is asked. */
const goesOn = /^(?:,\s[^,.;]{1,30}){0,4},?\s(?:or|oder|ou|of)\s|^[^.;,]{0,40}\b(?:von vorteil|wünschenswert|(?:is|would be|are) a (?:plus|bonus)|nice to have|preferred|(?:est )?un (?:plus|atout)|een pr[eé]|mooi meegenomen)/i;

/** Years before a list hold for each of it where all of it are skills: "8 years of Python and LangChain", but not "in software engineering, LangChain". */
function ofSkills({ skills }: Case["reading"], list: string, end: number): boolean {
  let at = end - list.length;
  for (const piece of list.split(/(,\s|,?\s(?:and|und|et|en|&)\s)/i)) {
    const start = at;
    at += piece.length;
    if (!/\p{L}/u.test(piece) || /^,?\s(?:and|und|et|en|&)\s$/i.test(piece)) continue;
    if (!skills.some(({ evidence }) => evidence.some((quote) => quote.start < at && quote.end > start))) return false;
  }
  return true;
}

function numberOf(word: string): number {
  return values.get(word.toLowerCase()) ?? Number(word);
}

/** The first day of a year, a month or a day: `firstDay("2022-10")` → `"2022-10-01"` */
function firstDay(released: Release["released"]): string {
  return `${released}-01-01`.slice(0, 10);
}

/** `"in 2018"`, `"in October 2022"`, `"on 6 June 2014"` */
function when(released: string): string {
  const [year, month, day] = released.split("-");
  return day !== undefined ? `on ${Number(day)} ${monthNames[Number(month) - 1]} ${year}` : `in ${month === undefined ? "" : `${monthNames[Number(month) - 1]} `}${year}`;
}
