import type { Degree } from "../../terms/degree.ts";
import type { Finding } from "../../terms/evidence.ts";
import type { Section } from "../../terms/section.ts";
import { evidenceAt, hitsOf, unknown, whyUnread, type Document, type Hit } from "../document.ts";
import { hasRequirements, sentenceNumber, textBefore } from "./beside.ts";
import { anyMarked, anyMarkedBefore, DENIAL, OTHERS, WISH } from "./degree-marks.ts";
import type { Cue } from "./degree-lexicon.ts";

const rank: Record<Degree, number> = { none: 0, bachelor: 1, master: 2, phd: 3 };

/** A degree named in the text: its level, whether it is only a wish there, and the numbers of its first word and of the next one behind it. */
type Mention = { level: Degree; generic: boolean; start: number; end: number; wish: boolean; section: Section; token: number; next: number };

/**
 * The lowest degree that a posting accepts as a requirement; "or equivalent experience" does not lower it.
 * "Bachelor's or Master's degree in a quantitative field; PhD preferred" → `bachelor`
 */
export function readDegree(doc: Document): Finding<Degree> {
  if (!doc.read) return unknown(whyUnread(doc));
  const hits = hitsOf(doc, "degree");
  if (hits.length === 0) return unknown();
  let wishCounts: boolean | null = null;
  let best: Mention | null = null;
  let wished = false;
  for (const mention of mentionsOf(doc, hits)) {
    if (mention.wish) {
      wished = true;
      continue;
    }
    if (mention.section === "preferred" && (wishCounts ??= hasRequirements(doc))) {
      wished = true;
      continue;
    }
    if (best === null || isLower(mention, best)) best = mention;
  }
  if (best === null) return unknown(wished ? "a degree is only a wish" : "not stated");
  const because = best.level === "none" ? "says that no degree is needed" : best.generic ? "asks for a degree without naming its level" : "is the lowest degree accepted";
  return { value: best.level, confidence: best.generic ? 0.8 : 0.92, because, evidence: [evidenceAt(doc, best.start, best.end)] };
}

/** A degree without a level counts only where none is named. */
function isLower(mention: Mention, best: Mention): boolean {
  if (mention.generic !== best.generic) return best.generic;
  return rank[mention.level] < rank[best.level];
}

function mentionsOf(doc: Document, hits: readonly Hit[]): Mention[] {
  const mentions: Mention[] = [];
  for (let i = 0; i < hits.length; ) {
    const number = sentenceNumber(doc, hits[i]!.start);
    const sentence = doc.sentences[number]!;
    const inSentence: Mention[] = [];
    for (; i < hits.length && hits[i]!.start <= sentence.end; i++) {
      const mention = mentionAt(doc, hits[i]!, sentence.start, sentence.end);
      const last = inSentence.at(-1);
      // The "degree" of "Bachelor's degree" names nothing new.
      if (mention?.generic && last !== undefined && /^['’]?s?[\s-]*(level )?$/.test(doc.text.slice(last.end, mention.start))) {
        last.end = mention.end;
        last.next = mention.next;
      } else if (mention !== null) inSentence.push(mention);
    }
    markWishes(doc, inSentence, sentence.end);
    for (const [n, mention] of inSentence.entries()) if (!isSpecified(doc, mention, inSentence[n + 1])) mentions.push(mention);
  }
  return mentions;
}

/** "Abgeschlossenes Studium (Master)": a bracket behind a degree of any level says which. */
function isSpecified(doc: Document, mention: Mention, next: Mention | undefined): boolean {
  if (next === undefined || next.wish || rank[next.level] <= rank[mention.level] || mention.level === "none") return false;
  return /^[^.;()]{0,60}\(\s*$/.test(doc.text.slice(mention.end, next.start)) && anyLevel.test(doc.text.slice(mention.start, mention.end));
}

const anyLevel = /studium|studienabschluss|hochschul|akademisch|universitäts|^(?:university|college) degree|^degrees?$|^academic|^graduate$/i;

function mentionAt(doc: Document, hit: Hit, from: number, to: number): Mention | null {
  const said = doc.text.slice(hit.start, hit.end);
  const line = doc.lines[hit.line]!;
  // "B.S. + 5 years or M.S." is one statement, though its stops look like ends of sentences.
  const dotted = said.includes(".");
  const before = doc.text.slice(Math.max(dotted ? line.start : from, hit.start - 60), hit.start);
  const after = doc.text.slice(hit.end, Math.min(dotted ? line.end : to, hit.end + 80));
  const level = unneeded(doc, hit, before, after) ? "none" : levelOf(doc, hit, said, before, after);
  if (level === null || (level !== "none" && after.includes("other") && ofOtherRoles.test(after)) || !(isAsked(doc, hit, before, after) || (level === "none" && noNeed.test(before)))) return null;
  return { level, generic: hit.id === "some" && level !== "none", start: hit.start, end: hit.end, wish: false, section: hit.section, token: hit.token, next: hit.token + hit.tokens };
}

/** "Bachelor's degree holders are welcome to apply for other roles" */
const ofOtherRoles = /^[^.;]{0,50}\b(?:for|to|in|at) (?:our |any |one of our )?other (?:\w+ ){0,2}(?:roles?|positions?|openings?|jobs?|vacanc\w+)\b/i;

// A denial behind a degree begins no further off.
const DENIAL_UNITS = 60;

function unneeded(doc: Document, hit: Hit, before: string, after: string): boolean {
  return (hit.id === "some" || hit.id === "bachelor") && anyMarked(doc, hit.token + hit.tokens, hit.end + DENIAL_UNITS, DENIAL) && notNeeded.test(after) && !/\b(abgebrochen\w*|advanced|high)\s*$/i.test(before);
}

function levelOf(doc: Document, hit: Hit, said: string, before: string, after: string): Degree | null {
  switch (hit.id as Cue) {
    case "bac":
      return bacLevel(said + after);
    case "some":
      if (noNeed.test(before)) return "none";
      return namesDegree(said, before, after) ? "bachelor" : null;
    case "none":
      return lowLevel(doc, said, before, after);
    case "master":
      if (said.toLowerCase().startsWith("école") && /^[\s,]*(ou|\/)\s*(d['’]une?\s*)?(université|parcours universitaire)/i.test(after) && !/bac\s*\+/i.test(before + after)) return "bachelor";
      return wordLevel(doc, hit, said, before, after);
    default:
      return wordLevel(doc, hit, said, before, after);
  }
}

function wordLevel(doc: Document, hit: Hit, said: string, before: string, after: string): Degree | null {
  const isShort = isShortForm(said);
  if (!isShort && !isLetter(said.charCodeAt(said.length - 2)) && /^[mjb]\W+[a-z]$/i.test(said)) return null; // the "m/d" of "f/m/d"
  if (isShort && !standsAsDegree(said, before, after) && !isAlone(hit, said, before, after)) return null;
  return isWord(doc, said, before, after) ? (hit.id as Degree) : null;
}

/** "Bac+5" → master, "Bac +4/5" → bachelor, "Bac+2 à Bac+5" → none: the lowest counts. */
function bacLevel(text: string): Degree | null {
  const found = /^bac\s*\+?\s*(\d)/i.exec(text);
  if (found === null) return null;
  const years = Number(found[1]);
  return years >= 8 ? "phd" : years >= 5 ? "master" : years >= 3 ? "bachelor" : "none";
}

/** "We don't ask for a degree", "a degree is not required": said of any degree it means that none is needed. */
const noNeed = /\b(no|not require|don['’]t (require|ask for|need|care about)|do not (require|ask for|need)|not need|regardless of|kein(e|en)?|weder|sans|aucun)\b[^.;]{0,40}$/i;
const notNeeded = /^[^.;,]{0,24}\b(is not|isn['’]t|are not|not|ist keine?|keine?|ist nicht|nicht|n['’]est pas|pas|is geen|geen|is niet|niet) (a |an )?(required|necessary|needed|requirement|must|mandatory|voraussetzung|bedingung|muss|nötig|notwendig|erforderlich|zwingend|obligatoire|exigée?|nécessaire|requise?|vereiste?|nodig)\b|^ or none\b|^[^.;]{0,40}nötig ist keine/i;

const degreeOf = /^\s*(of\b(?! (bachelor|master|doctor))|celsius|fahrenheit|angle|turn|view|feedback|apprentice)/i;
const amount = /\b(high|higher|some|certain|large|great|varying|various|what|any|greater|lesser|same|this|that|significant|nth|third|\d+|strong|right|reasonable|good)\s*-?\s*$/i;
const afterDegree = /^\s*(['’]s)?\s*(in\b|from\b|or\b|with\b|and\b|required|preferred|is\b|plus\b|at\b|level|qualification|desired|mandatory|holder|program|[(,.;:–—/)-]|$|d['’]|de\b|en\b|:)/i;

function namesDegree(said: string, before: string, after: string): boolean {
  const word = said.toLowerCase();
  if (word.startsWith("degree")) return !amount.test(before) && !degreeOf.test(after) && afterDegree.test(after);
  if (word.startsWith("dipl")) return /^\s*(e\b|\(e\)|[.·]e)?\s*(d['’](une?|un)\s|en\s|de\s|requis|exigé|,|dans)/i.test(after) || /\b(titulaire d['’]un|êtes)\s*$/i.test(before);
  return !word.startsWith("universitaire") || /\b(formation|parcours|cursus|diplôme|niveau)\s*$/i.test(before);
}

function lowLevel(doc: Document, said: string, before: string, after: string): Degree | null {
  if (/^associate/i.test(said) && !/degree|bachelor/i.test(said)) return /^\s*(degree|level|or (a )?bachelor|\/)/i.test(after) ? "none" : null;
  if (/^(self|boot)/i.test(said)) return /\b(degree|bachelor\S*|diploma|phd)\b[^.;]*(\bor\b|,|\/)[^.;]*$/i.test(before) || /^[^.;]*\bor\b[^.;]*\bdegree\b/i.test(after) ? "none" : null;
  if (/^(bts|dut|deust|ged)$/i.test(said)) return said === said.toUpperCase() ? "none" : null;
  if (/^(mbo|vmbo|havo)/i.test(said)) return doc.language === "nl" ? "none" : null;
  return "none";
}

const isLetter = (unit: number): boolean => (unit | 32) >= 97 && (unit | 32) <= 122;
const isShortForm = (said: string): boolean => (said.length <= 6 || said.length === 9) && /^(b\.?\s?[as]c?\.?|m\.?\s?s|m\.?\s?d|j\.?\s?d|b\.?\s?e|m[12]|be degree)$/i.test(said);
const besideBefore = /(\b(bs|ba|b\.s\.?|b\.a\.?|bsc|b\.sc\.?|ms|m\.s\.?|msc|mba|ph\.?d\.?|bachelor\S*|master\S*|degree|a|an|your|hold|minimum)\s*(,|\/|\bor\b|\band\b|\()?\s*(an?\s)?|\/)$/i;
const besideAfter = /^\.?\s*(\/|\||(or|and)\s+(an? )?(b\.?[as]|m\.?[sba]|ph|bachelor|master|higher|greater|equivalent|do\b|advanced|above)|,\s*(or )?(an? )?(m\.?s|m\.?b|ph|b\.?[as]|do\b)|in\s+\p{L}|degree|\+|&\s*m|level\b)/iu;

/** "MS" is a degree beside other degrees or before its field, not before Office nor in a list of states. */
function standsAsDegree(said: string, before: string, after: string): boolean {
  const letters = said.replace(/[.\s]/g, "");
  if (letters !== letters.toUpperCase() && !/^b\.?sc$/i.test(said)) return false;
  if (/^\s*(office|word|excel|sql|teams|azure|project|dynamics|365|outlook|access|power|fabric|copilot|visio|suite|windows|sharepoint|stack)\b/i.test(after)) return false;
  if (/^j\.?\s?d$/i.test(said)) return /\b(law|attorney|juris|bar\b|legal)/i.test(before + after);
  if (/^m[12]$/i.test(said)) return /\b(master|étudiant\S*|niveau|bac ?\+ ?[45])\b/i.test(before) || /^\s*(en|ou|\/)\b/i.test(after);
  return besideAfter.test(after) || (besideBefore.test(before) && !/^\s+\p{Ll}/u.test(after));
}

/** "Must have: BSc; 7 years in HPC", "- M.S.": among requirements it may be all that an item says. */
function isAlone(hit: Hit, said: string, before: string, after: string): boolean {
  const isLabelled = /(?:require\w*|must[- ]haves?|qualifications?|education|degree)\s*:\s*$/i.test(before);
  if (!isLabelled && (before.trim() !== "" || !/^\.?\s*$/.test(after) || !(hit.section === "requirements" || hit.section === "preferred"))) return false;
  const letters = said.replace(/[.\s]/g, "");
  return letters.length > 1 && /^[BM]/.test(letters) && (letters === letters.toUpperCase() || /^b\.?sc$/i.test(said)) && /^\.?\s*(?:$|;)/.test(after);
}

const notMaster = /^\s*(data\b|class|plan|service|agreements?|of ceremon|the\b|your|our|branch|trainer|electrician|scheduler|black|file|record|copy|key|node|account|new|complex|and apprentice|brand|franchise|in chief|a\b|how|both|this|it\b)/i;

const asMaster = /^\s*(['’]|degree|level|student|thesis|program|or\b|oder\b|ou\b|und\b|and ph|\/|,|in\b|\(|\.|;|:|\+|$|[12]\b|of (science|arts|engineering|business))/i;

function isWord(doc: Document, said: string, before: string, after: string): boolean {
  const word = said.toLowerCase();
  if (word === "master") {
    if (/\b(scrum|web|quiz|head|grand|post|to|can|and|will|you|that|who|or)\s*-?\s*$/i.test(before) && said === "master") return false;
    if (/\b(scrum|web|quiz|head|grand)\s*-?\s*$/i.test(before)) return false;
    if (doc.language !== "en") return !/^\s*(data|class|plan|service)\b/i.test(after);
    return !notMaster.test(after) && asMaster.test(after) && (said !== "master" || /^\s*(level|['’]|degree|or (ph|bach))/i.test(after));
  }
  if (word === "masters") return !/\b(who|she|he|it)\s*$/i.test(before) && !/^\s*(the|of their|of our|at)\b/i.test(after);
  if (word.startsWith("promotion i") || word.startsWith("studium") || word === "diplom") return doc.language === "de";
  if (word === "licence") return doc.language === "fr" && /^\s*(\d|pro|en\s|ou\s|,|\/|\(|à|–|-|\.)/i.test(after);
  if (word.startsWith("hbo") || word.startsWith("wo")) return doc.language === "nl";
  if (word === "doctoral") return /^\s*(degree|student|candidate|level|or|research|work|in)\b/i.test(after);
  if (word === "undergraduate") return /^\s*(,? (or )?(a )?(graduate|master|doctoral|advanced)|student|or\b|\/)/i.test(after);
  if ((word.includes("abschluss") || word.includes("studium")) && /\b(gleichwertige\w*|vergleichbare\w*|ausbildung oder( ein)?)\s*$/i.test(before)) return false;
  return word !== "mba" || said === "MBA";
}

const othersBefore = /\b(team of|teams? (full )?of|manag\w+|mentor\w*|supervis\w+|nurture|built by|founded by|led by|alongside|collaborat\w+ with|work(ing)? with|our|by|from (a|our)|without (a|an)|\d+\+?|many|several|copilot with an?|supervision from an?|holding both an?|he holds|she holds|holds an?|pursu\w+ your|fund\w* your)\s*(a|an|the|top)?\s*$/i;
const othersAfter = /^\s*(s\b)?[- ]*(level )?(researchers|scientists|engineers|team|teams|analysts?|holders (on|in)|colleagues|advisors|from (top|leading) [^.]{0,40}(team|on our))/i;
const person = /\b(you|your|candidates?|applicants?|requir\w*|must|minimum|hold|holds|have|qualif\w+|related (field|discipline|area)|equivalent|education|formation|profil|diplômé\S*|titulaire|niveau|vous|avez|minimum|pursuing|enrolled|currently|student|étudiant\S*|abgeschlossen\w*|du|sie|je|jij|vereist|afgeronde|akkreditiert\w*|gleichwertig\w*|opleiding)\b/i;

function isAsked(doc: Document, hit: Hit, before: string, after: string): boolean {
  // The word right before tells most cases.
  const mayBeOthers = before !== "" && hit.token > 0 && anyMarked(doc, hit.token - 1, hit.start, OTHERS);
  // "5+ years of modelling (or a PhD with 3+)" asks for years; the degree only shortens them.
  if (mayBeOthers && /\d\+? (years|yrs)[^.;]{0,60}\bor (an? )?$/i.test(before) && !/\b(ph\.?d|master|bachelor|degree|b\.?s\b|m\.?s\b)/i.test(before) && /^\s*(degree )?(with|and|\+|plus) \d/i.test(after)) return false;
  if (hit.id === "bac" || (hit.id === "none" && /requir|necess|need|exig|nécess|requis|vereist|nodig|nötig|erforder|vorausges/i.test(before + after))) return true;
  if (mayBeOthers && /\b(of us|some|earn (his|her|their)|our)\s+((have|has|had)\s+)?$/i.test(before)) return false;
  if (mayBeOthers && /\b(engineers|scientists|researchers|designers|technologists|mds),?\s*(and\s*)?$/i.test(before)) return false;
  if (mayBeOthers && othersBefore.test(before) && !/\b(enrolled|pursuing)\b/i.test(before)) return false;
  if (hit.id === "phd" && othersAfter.test(after)) return false;
  if (hit.section === "title") return hit.id === "phd" || hit.id === "master";
  if (hit.section === "requirements" || hit.section === "preferred" || hit.section === "responsibilities") return true;
  if (/\b(he|she|his|her|founders?|holds|team|investors)\b/i.test(before)) return false;
  if (/studium|abschluss|opleiding|\bhbo\b/i.test(doc.text.slice(hit.start, hit.end))) return true;
  return before.trim().length <= 12 || /^['’]?s?\s*(degrees?\s*)?(in|or)\s/i.test(after) || person.test(before) || person.test(after);
}

const wishWord = /\b(preferred|is a (big |huge |strong |definite )?plus|a plus|(big|huge|strong) plus|nice[- ]to[- ]have|desirable|desired|ideal\b(?! in)|advantage(ous)?|beneficial|helpful|bonus|not (strictly |necessarily )?(required|a requirement|necessary|mandatory)|optional|von vorteil|wünschenswert|souhaité\w*|(est|serait|sera|constitue) un (plus|atout)|un (vrai )?(plus|atout)|apprécié\w*|valorisé\w*|een (pré|pre|plus)|is wenselijk|mooi meegenomen)/i;
const wishJustBefore = /\b(preferably|ideally|bonus( points)?( for| if)?|nice to have|preferred|plus|idealerweise|idéalement|bij voorkeur|liefst|desired|optional(ly)?)\s*[:,(-]?\s*((you )?(have|hold) )?(with |holding )?(a|an|the|de formation|un|une|ein|eine[nr]?|een)?\s*$/i;
const joined = /^[.\s]?[^;.(]{0,18}(\bor\b|\band\b|\/|\bou\b|\boder\b|\bof\b|\bet\b)[^;.(]{0,8}$/i;

/** A wish stands right before a degree or after it; degrees joined by "or" share it. */
function markWishes(doc: Document, mentions: Mention[], sentenceEnd: number): void {
  for (let i = mentions.length - 1; i >= 0; i--) {
    const mention = mentions[i]!;
    const next = mentions[i + 1];
    if (mention.level === "none") continue;
    const tailEnd = Math.min(next?.start ?? sentenceEnd, mention.end + 160);
    const tail = doc.text.slice(mention.end, tailEnd);
    if (next !== undefined && next.wish && joined.test(tail)) mention.wish = true;
    else if (anyMarkedBefore(doc, mention.token, mention.start - 40, WISH) && wishJustBefore.test(textBefore(doc, mention.start, 40))) mention.wish = true;
    else mention.wish = anyMarked(doc, mention.next, tailEnd, WISH) && isWish(tail);
  }
  for (let i = 1; i < mentions.length; i++) {
    const last = mentions[i - 1]!;
    if (last.wish && mentions[i]!.level !== "none" && joined.test(doc.text.slice(last.end, mentions[i]!.start))) mentions[i]!.wish = true;
  }
}

const nextDemand = /;|\band (?:\d|strong|experience|proven|relevant)|\bwith (?:\d|at least|a minimum)|\d\+? years/i;

function isWish(tail: string): boolean {
  // What follows the degree up to another demand: "…in Physics (CS preferred)" wishes for the field, not for the degree.
  if (/^[^;,.(]{0,20}[;,(–—-]\s*(strongly |highly )?(preferred|a plus|nice to have|optional|desired)\b/i.test(tail)) return true;
  if (!wishWord.test(tail)) return false;
  const end = tail.search(nextDemand);
  const clause = end < 0 ? tail : tail.slice(0, end);
  const outside = clause.replace(/\((?!\s*(?:strongly |highly |not |is |a |but )*(?:preferred|plus|nice|required|strictly|desir|ideal|bonus|optional))[^)]*\)?/gi, " ");
  return wishWord.test(outside.replace(/\b(preferably|ideally|ideal) (in|with|from|within)\b/gi, " "));
}
