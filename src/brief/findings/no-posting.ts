import { isRead } from "../../reading/text/language.ts";
import { namesOccupation } from "../../reading/head/title-line.ts";
import { describes } from "../../reading/text-parts.ts";
import type { BriefMissing } from "../../terms/brief.ts";
import { addressed } from "./addressed.ts";
import type { Case, Finder } from "./found.ts";

/** Shorter texts may only have been begun. */
const FEW_WORDS = 25;
/** Of the points below. Measured on 11,091 real postings: one in 1,400 has fewer ("General application"), of bare texts, title taken away, one in 80. */
const LEAST = 2;

/** Of a text this long at least so many words in a thousand speak to who may take the work, or of them. Measured on 1,995 real postings: one has fewer, under the title of an occupation; a report of the market has four. */
const LONG_WORDS = 100;
const ADDRESSED_IN_1000 = 6;

/** A text that is no posting (a recipe, a contract, source code) is read like any other: then what is said of it means nothing, and that is said first. */
export const noPostingFindings: Finder = (one) => (!describes(one.text) ? [undescribed(one)] : isForeign(one) ? [unread(one)] : pointsOf(one) < LEAST ? [missing(one)] : speaksToNobody(one) ? [report(one)] : []);

function isForeign({ reading: { language } }: Case): boolean {
  return language !== null && !isRead(language);
}

/** Of a language that is not read nothing can be said to be missing. */
function unread({ reading: { language } }: Case): BriefMissing {
  const says = `The text is in a language that is not read here (${language}): of it only places, pay and named technologies are. What is not found may well stand there.`;
  return { id: "language-unread", severity: "info", says, advice: "English, German, French and Dutch are read in full: a translation into one of them is.", lookedIn: ["the whole text"], parts: [], figures: [] };
}

function undescribed({ doc: { posting } }: Case): BriefMissing {
  const says = posting.title?.trim() ? "There is no description to read: this is a title alone." : "There is nothing to read yet.";
  return { id: "no-posting", severity: "info", says, advice: "Go on writing, or paste the whole description.", lookedIn: ["the whole text"], parts: [], figures: [] };
}

/** A report on the market has pay, skills and headings of a posting; what it has not is somebody it is written to. */
function speaksToNobody({ doc: { posting }, text }: Case): boolean {
  if (namesOccupation(posting.title ?? "")) return false;
  const words = text.match(/\S+/g)?.length ?? 0;
  return words >= LONG_WORDS && (addressed(text) / words) * 1000 < ADDRESSED_IN_1000;
}

function report({ text }: Case): BriefMissing {
  const words = text.match(/\S+/g)?.length ?? 0;
  const n = addressed(text);
  const says = `This does not look like a posting: no title names an occupation, and ${n === 0 ? "none" : n} of its ${words.toLocaleString("en")} words ${n === 1 ? "speaks" : "speak"} to who may take the work, of what they will do, or of what is asked of them.`;
  return { id: "no-posting", severity: "flag", says, advice: "Is it the right text? What is said below is of no use if it is not.", lookedIn: ["the title", "the whole text"], parts: [], figures: [] };
}

function missing(one: Case): BriefMissing {
  const isLong = one.text.split(/\s+/, FEW_WORDS + 1).length > FEW_WORDS;
  const parts = partsOf(one);
  const absent = parts.filter(([, isThere]) => !isThere).map(([name]) => name);
  return {
    id: "no-posting",
    severity: isLong ? "flag" : "info",
    says: `${absent.length === parts.length ? "Nothing" : "Too little"} of a posting was found in this text: ${absent.join(", ")}.`,
    advice: isLong ? "Is it the right text? What is said below is of no use if it is not." : "Go on writing, or paste the whole description.",
    lookedIn: ["the whole text"],
    parts: [],
    figures: [],
  };
}

/** What a posting has, as it is said where it is missing; and whether anything of it is there, be it no point. */
function partsOf({ doc: { posting }, reading, text }: Case): [name: string, isThere: boolean][] {
  const sections = new Set(reading.sections.map(({ section }) => section));
  return [
    ["no duties", sections.has("responsibilities") || reading.sentences.length > 0],
    ["no requirements", sections.has("requirements") || sections.has("preferred") || reading.years.value !== null || reading.degree.value !== null || reading.skills.some((skill) => skill.need !== "mentioned") || asks.test(text)],
    ["no pay", reading.pay.length > 0],
    ["no place of work", Boolean(posting.location?.trim()) || reading.places.length > 0 || (reading.workplace.value !== null && reading.workplace.evidence.length > 0)],
    ["nobody who is looked for", namesOccupation(posting.title ?? "") || (reading.seniority.value !== null && reading.seniority.evidence.length > 0) || seeks.test(text)],
  ];
}

function pointsOf({ doc: { posting }, reading, text }: Case): number {
  const sections = new Set(reading.sections.map(({ section }) => section));
  const said = [
    namesOccupation(posting.title ?? ""),
    namesOccupation(posting.title ?? "") && /\b(?:you|your|we|our|du|dein\w*|wir|vous|nous|je|jij|wij)\b/i.test(text),
    sections.has("responsibilities"),
    sections.has("requirements") || sections.has("preferred"),
    sections.has("benefits"),
    reading.pay.length > 0,
    reading.years.value !== null,
    reading.degree.value !== null,
    reading.seniority.value !== null && reading.seniority.evidence.length > 0,
    reading.workplace.value !== null && reading.workplace.evidence.length > 0,
    reading.skills.filter((skill) => skill.need !== "mentioned").length >= 2,
    seeks.test(text),
    seeks.test(text) && addresses.test(text),
    asks.test(text),
  ];
  return said.filter(Boolean).length;
}

/** Words by which an employer looks for somebody, in the four languages. */
const seeks =
  /\b(?:we(?:['’]re| are)? (?:currently )?(?:look(?:ing)? for|hiring|seeking|recruiting)|is (?:looking for|hiring|seeking)|looking for (?:an?|someone|somebody|people)|join (?:us|our)|apply (?:now|today|here|with|by)|your (?:application|cv|resume|profile|role|tasks)|(?:the )?(?:ideal|successful) candidate|candidates?|applicants?|job (?:title|description)|this (?:role|position)|years of experience|wir suchen|(?:sucht|suchen) (?:wir|eine|dich)|bewirb|bewerbung|bewerber|dein(?:e)? (?:aufgaben|profil)|stellenanzeige|nous (?:recherchons|recrutons)|recherche(?:ns)? une?|postule[rz]?|candidature|candidate?s?|votre profil|vos missions|poste|(?:we|wij) zoeken|zoeken (?:we|wij)|op zoek naar|solliciteer|solliciteren|sollicitatie|vacature)\b/iu;
const asks = /(?<!\p{L})(?:expériences?|compétences|missions|profil|erfahrung(?:en)?|kenntnisse|ervaring|experience (?:with|in|of|as)|skills|qualifications)(?!\p{L})/iu;
const addresses = /\b(?:you(?:['’]ll| will| have| bring| are)|your|du|dein\w*|sie|ihr\w*|vous|votre|vos|tu|je|jij|jouw)\b/i;
