import type { Evidence, Finding } from "../../terms/evidence.ts";
import type { Seniority } from "../../terms/seniority.ts";
import { evidenceAt, hitsOf, unknown, whyUnread, type Document, type Hit } from "../document.ts";
import { sentenceAround, textAfter } from "./beside.ts";
import type { SeniorityCue } from "./seniority-lexicon.ts";

export { seniorityLexicon } from "./seniority-lexicon.ts";

/**
 * The level a posting is for: the title's own marker, else the text's, else by years of experience, else `mid`.
 * "Senior/Staff ML Engineer (m/f/d)" → `lead`
 */
export function readSeniority(doc: Document, years: Finding<number>): Finding<Seniority> {
  const hits = hitsOf(doc, "seniority");
  const titled = readTitle(doc, hits);
  if (titled !== null) return titled;
  const type = doc.posting.employment_type;
  if (type && /\bintern(ship)?\b|\bstage\b|apprenti|alternance|praktik|werkstudent|working student/i.test(type)) {
    return { value: "intern", confidence: 0.95, because: "the employment type is an internship", evidence: [] };
  }
  if (!doc.read) return unknown(whyUnread(doc));
  return readText(doc, hits, years) ?? byYears(years) ?? { value: "mid", confidence: 0.6, because: "no level and no years are stated", evidence: [] };
}

function byYears(years: Finding<number>): Finding<Seniority> | null {
  if (years.value === null) return null;
  const value = years.value < 2 && !reachesMid(years) ? "entry" : years.value < 5 ? "mid" : "senior";
  return { value, confidence: 0.8, because: `asks for ${years.value} ${years.value === 1 ? "year" : "years"} of experience`, evidence: years.evidence };
}

/** "1-3 years" lies for its most part where the middle level does; "0-3 years" takes beginners. Of 8 labelled postings with such a range 5 are mid. */
function reachesMid({ value, evidence }: Finding<number>): boolean {
  const most = /(\d+)\D*$/.exec(evidence[0]?.text ?? "");
  return value !== null && value >= 1 && most !== null && Number(most[1]) >= 3;
}

/** Markers of a title by weight: of two levels in a title the higher counts, and an internship stays one at any level. */
const weight: Partial<Record<SeniorityCue, number>> = { entry: 1, mid: 2, senior: 3, lead: 4, manager: 5, director: 6, beginner: 7, intern: 8 };
const levelOf: Partial<Record<SeniorityCue, Seniority>> = { entry: "entry", mid: "mid", senior: "senior", lead: "lead", manager: "manager", director: "director", beginner: "entry", intern: "intern" };

// What is longer is no title.
const TITLE_UNITS = 300;

function readTitle(doc: Document, hits: readonly Hit[]): Finding<Seniority> | null {
  const end = Math.min(doc.sections[0]!.end, TITLE_UNITS);
  let best: { start: number; end: number } | null = null;
  let cue: SeniorityCue = "none";
  let managing: { start: number; end: number } | null = null;
  for (const hit of hits) {
    if (hit.start >= end) break;
    const meant = meantInTitle(doc, hit, end);
    if (meant === "managing") managing = hit;
    else if ((weight[meant] ?? 0) > (weight[cue] ?? 0)) [best, cue] = [hit, meant];
  }
  if (best === null) best = romanOne(doc, end);
  else if (cue === "lead" && /^lead$/i.test(doc.text.slice(best.start, best.end))) managing ??= best;
  if (best !== null && (managing === null || weight[cue]! >= weight.manager!)) return fromTitle(doc, best, levelOf[cue] ?? "entry");
  if (managing !== null) {
    const reports = managesPeople(doc, hits);
    if (reports !== null) return { value: "manager", confidence: 0.75, because: "manages people", evidence: [evidenceAt(doc, managing.start, managing.end), reports] };
  }
  return best === null ? null : fromTitle(doc, best, levelOf[cue] ?? "entry");
}

function fromTitle(doc: Document, hit: { start: number; end: number }, value: Seniority): Finding<Seniority> {
  return { value, confidence: 0.95, because: "the title says so", evidence: [evidenceAt(doc, hit.start, hit.end)] };
}

/** What a hit of the lexicon means in this title: some words are levels only in their place. */
function meantInTitle(doc: Document, hit: Hit, end: number): SeniorityCue {
  const { text } = doc;
  switch (hit.id as SeniorityCue) {
    case "manager":
      // "Consultant Senior & Manager": grades of a consultancy.
      return /^senior.*manager$/i.test(text.slice(hit.start, hit.end)) && /consultant/i.test(text.slice(0, end)) ? "senior" : "manager";
    case "managing":
      return meantManaging(doc, hit, end);
    case "vice":
      // Banks grade engineers so: "AI Engineer, Vice President".
      return text.slice(hit.end, end).trim() === "" && /[,–—-]\s*(executive )?$/i.test(text.slice(Math.max(0, hit.start - 12), hit.start)) ? "none" : "director";
    case "associate":
      return /^\s(\S+ ){0,2}(engineer|developer|scientist|product manager|researcher|architect)/i.test(text.slice(hit.end, Math.min(end, hit.end + 50))) && !/senior\s$/i.test(text.slice(0, hit.start)) ? "beginner" : "none";
    case "student":
      return /^\s*($|[,–(-])/.test(text.slice(hit.end, end)) ? "intern" : "none";
    case "abroad":
      return text.slice(hit.start, hit.end).replaceAll(".", "") === "VIE" ? "intern" : "none";
    case "staff":
      return "lead";
    case "internship":
      return "intern";
    default:
      return hit.id as SeniorityCue;
  }
}

const notPeople = /^ (de |du |d['’])?(projets?|comptes?|produits?|marketing|commercial|communication|clients?|contenus?|marchés?|affaires|offres?|applications?|intégration)/i;

/** "Manager, Data Science" leads people; what stands before "manager" elsewhere mostly says what is managed. */
function meantManaging(doc: Document, hit: Hit, end: number): SeniorityCue {
  const { text } = doc;
  const before = text.slice(0, hit.start);
  const after = text.slice(hit.end, end);
  // Consultancies call an experienced consultant a manager.
  if (/consultant/i.test(before) || /^.{0,12}consultant/i.test(after)) return "none";
  const opens = /^(manager|mgr|resp)/i.test(text.slice(hit.start, hit.end)) && /^\W*((sr|senior)\b\.? )?$/i.test(before);
  if (opens && (/^resp/i.test(text.slice(hit.start, hit.end)) ? !notPeople.test(after) : /^\.?\s*([,–—(-]|$|(of|ii|i|data|software|ai|ml|machine|engineering|technique|r&d)\b)/i.test(after))) return "manager";
  return "managing";
}

/** "Software Engineer I": the first level, unless it is the English "I". */
function romanOne(doc: Document, end: number): { start: number; end: number } | null {
  if (!mayEndInOne(doc.text, end)) return null;
  const found = /(?<=\p{L}{3}[ -])I(?=\s*($|[-–,/(|]))/u.exec(doc.text.slice(0, Math.min(end, 200)));
  return found === null ? null : { start: found.index, end: found.index + 1 };
}

/** Whether a word of the title begins with "I". */
function mayEndInOne(text: string, end: number): boolean {
  for (let at = text.indexOf("I"); at >= 0 && at < end; at = text.indexOf("I", at + 1)) if (text[at - 1] === " " || text[at - 1] === "-") return true;
  return false;
}

function managesPeople(doc: Document, hits: readonly Hit[]): Evidence | null {
  for (const hit of hits) {
    if (hit.id !== "reports" || hit.section === "about" || hit.section === "benefits" || hit.section === "legal") continue;
    const sentence = sentenceAround(doc, hit);
    if (!/\b(no|not|without|future|eventually|may)\b/i.test(sentence.text)) return evidenceAt(doc, hit.start, hit.end);
  }
  return null;
}

function readText(doc: Document, hits: readonly Hit[], years: Finding<number>): Finding<Seniority> | null {
  for (const hit of hits) {
    if (hit.section === "title" || hit.section === "benefits" || hit.section === "legal") continue;
    const found = readHit(doc, hit, years);
    if (found !== null) return found;
  }
  return null;
}

function readHit(doc: Document, hit: Hit, years: Finding<number>): Finding<Seniority> | null {
  switch (hit.id as SeniorityCue) {
    case "level":
      return statedLevel(doc, hit);
    case "senior":
    case "staff":
    case "lead":
    case "entry":
    case "mid":
      return namedLevel(doc, hit);
    case "internship":
      return namedInternship(doc, hit);
    case "new":
      return forBeginners(doc, hit, years);
    default:
      return null;
  }
}

const seeks = /\b(seeking|looking for|look for|hiring|searching for|in search of|recrut\w+|recherch\w+|cherch\w+|suchen( wir)?|sucht|zoeken( wij)?|zoekt|as|join (us|our team|the team) as|en tant que|als|en tant qu)\b( (for|an?|our|the|next|first|un|une|ein|eine|einen|een|exceptional|highly|very|strong|[\p{L}-]+ed|[\p{L}-]+ing|and|passionate|dynamic|hands-on|talented|consultant\S*|new|\d+)[,]?){0,6}\s*$/iu;
const roleAfter = /^\W{0,3}(level\b)?([\p{L}/&.+-]+ ){0,5}(engineers?|scientists?|developers?|researchers?|architects?|analysts?|managers?|consultant\S*|designers?|specialists?|ing[ée]nieur\S*|d[ée]veloppeu\S*|entwickler\S*|ontwikkelaar\S*|lead\b|associate|data\b|vous\b|, vous)/iu;

/** "LMArena is seeking a Senior Machine Learning Engineer": the role's level, not a colleague's. */
function namedLevel(doc: Document, hit: Hit): Finding<Seniority> | null {
  // What is tested first fails most often, and costs least where the hit opens its line.
  const before = doc.text.slice(Math.max(sentenceAround(doc, hit, 90).start, hit.start - 90), hit.start);
  if (before === "" || !seeks.test(before)) return null;
  if (!roleAfter.test(textAfter(doc, hit.end, 70)) && !/^architect/i.test(doc.text.slice(hit.start, hit.end))) return null;
  const cue = hit.id as SeniorityCue;
  return { value: cue === "staff" ? "lead" : levelOf[cue]!, confidence: 0.8, because: "the text names the level of the role", evidence: [evidenceAt(doc, hit.start, hit.end)] };
}

function namedInternship(doc: Document, hit: Hit): Finding<Seniority> | null {
  const before = doc.text.slice(Math.max(0, hit.start - 60), hit.start);
  if (/expérience|experience|formé|ou\s*$|\bor\s*$|after|après|following|prior|previous|encadre\w*|tuteur|mentor/i.test(before)) return null;
  return { value: "intern", confidence: 0.75, because: "the text speaks of an internship or apprenticeship", evidence: [evidenceAt(doc, hit.start, hit.end)] };
}

/** New graduates named as those sought, where no more than a year is asked for. */
function forBeginners(doc: Document, hit: Hit, years: Finding<number>): Finding<Seniority> | null {
  if ((years.value ?? 0) > 1 || hit.section === "about") return null;
  const { text } = sentenceAround(doc, hit);
  if (/\b(all levels|levels|to senior|and senior|mentor\w*|through|from (new|entry)|not (an )?entry|including|as well as|regardless)\b/i.test(text)) return null;
  return { value: "entry", confidence: 0.7, because: "is for people at the start of their career", evidence: [evidenceAt(doc, hit.start, hit.end)] };
}

/** "Seniority level: Mid-Senior" in a form's words. */
function statedLevel(doc: Document, hit: Hit): Finding<Seniority> | null {
  const after = doc.text.slice(hit.end, hit.end + 60);
  // A form of a board: "Débutant (1 à 5 ans)" is a band of years, no level.
  const found = /^\s*(?:\([^)]*\))?\s*[:–-]?\s*\n?\s*[-•]?\s*((?:mid[- ]?)?senior|entry|junior|mid|intermediate|medior|lead|principal|staff|manager|director|executive|intern|graduate|confirmé|débutant|expérimenté|expert)\b(?!\s*\(\d)/i.exec(after);
  if (found === null) return null;
  const word = found[1]!.toLowerCase();
  const value: Seniority = /senior|confirmé|expérimenté|expert/.test(word) ? "senior" : /entry|junior|graduate|débutant/.test(word) ? "entry" : /lead|principal|staff/.test(word) ? "lead" : word === "manager" ? "manager" : /director|executive/.test(word) ? "director" : word === "intern" ? "intern" : "mid";
  return { value, confidence: 0.8, because: "the text states its level", evidence: [evidenceAt(doc, hit.start, hit.end + found[0].length)] };
}
