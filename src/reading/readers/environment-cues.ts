import type { EnvironmentTopic } from "../../terms/environment.ts";
import type { Section } from "../../terms/section.ts";
import type { Document, Hit } from "../document.ts";
import { makeMarks, type Marks } from "../marks.ts";
import { manyWords } from "./environment-lexicon.ts";

/** Where a topic is looked for. What is asked of a person's past ("systems with millions of users") says nothing of this place. */
export const environmentSections: Record<EnvironmentTopic, readonly Section[]> = {
  stack: ["intro", "responsibilities", "requirements", "preferred", "about", "benefits"],
  scale: ["intro", "responsibilities", "about"],
  team: ["intro", "responsibilities", "about"],
  ownership: ["intro", "responsibilities", "about"],
  "on-call": ["intro", "responsibilities", "requirements", "preferred", "about", "benefits"],
  data: ["intro", "responsibilities", "about"],
  maturity: ["intro", "responsibilities", "about"],
  plan: ["intro", "responsibilities", "about"],
};

/** What may stand among the requirements and the benefits too, in a sentence that says it of this place. */
export const alsoOfUs: readonly EnvironmentTopic[] = ["scale", "team"];
const OF_US = /^\W*(?:we|we['’]re|our|you['’]ll join|you will join|you['’]d join|you join|join|wir|unser\p{L}*|du kommst in|nous|notre|vous rejoi\p{L}+|tu rejoi\p{L}+|wij|ons|onze|je komt in)(?!\p{L})/iu;
const OF_YOU = /(?<!\p{L})(?:look|seek|want|need|expect|require|value|love|prefer|ask|hire|hiring|such|erwart|wünsch|brauch|recherch|cherch|attend|souhait|zoek|verwacht|vrag|experience|erfahrung|expérience|ervaring|who|whose|wer|qui|wie)/iu;

/** Whether a sentence outside the sections of a topic speaks of this place all the same: "We serve 40 million users" below the requirements, not "we want someone who served them". */
export function speaksOfUs({ section }: Hit, sentence: string): boolean {
  return (section === "requirements" || section === "preferred" || section === "benefits") && OF_US.test(sentence) && !OF_YOU.test(sentence);
}

/** A cue in its sentence, and how many names of technologies stand after it. `isHeading` is whether it opens what follows. */
export type Said = { doc: Document; hit: Hit; sentence: { start: number; end: number }; names: number; isHeading: boolean };

const BESIDE_UNITS = 120;

/** The text of the sentence ahead of the cue, the last `units` of it. */
function before({ doc, hit, sentence }: Said, units = BESIDE_UNITS): string {
  return doc.text.slice(Math.max(sentence.start, hit.start - units), hit.start);
}

function cue({ doc, hit }: Said): string {
  return doc.text.slice(hit.start, hit.end);
}

/** The text of the sentence behind the cue. */
function after({ doc, hit, sentence }: Said): string {
  return doc.text.slice(hit.end, Math.min(sentence.end, hit.end + BESIDE_UNITS));
}

// An amount and at most two words before the cue. Most cues have no number near: that is told before the amount is looked for.
const AMOUNT_UNITS = 72;
// "train models from scratch": the verb and at most three words.
const TAUGHT_UNITS = 64;
const AMOUNT = new RegExp(
  String.raw`(?<![$€£\d.,])(?<![$€£]\s)((?:\d(?:[\d.,]*\d)?\s?(?:k|m|b|bn|mio\.?|million|millionen|milliards?|miljoen|billion|thousand|trillion|millions)?\+?|(?:tens |hundreds )?(?:of )?(?:${manyWords.join("|")})))(?:\s(?:of|de|von|van|d['’]))?(?:\s[\p{L}/-]+){0,2}[\s-]?$`,
  "iu",
);
const MANY = /\d{4}|\d[.,]?\d*\s?[kmb]\b|\d{1,3}[.,]\d{3}|million|billion|thousand|trillion|tausend|milliers|milliard|duizend|miljoen|hundreds/i;
/** "2TB" is one word; a disk of a laptop is no scale of the place. */
const STORED = /^\d+(?:tb|pb)$/i;
const DISK = /^\+?\s(?:of )?(?:ssds?|nvme|hdds?|disks?|drives?|hard|laptops?|ram|memory|cloud storage)(?!\p{L})/iu;
const YEAR = /^(?:19|20)\d\d$/;
const MACHINES = /^(?:gpus|h100s|a100s|nodes|servers|cores|clusters|petabytes?|terabytes?|pb|tb|qps|rps|tps|models in production|microservices|robots)$/i;
const SIZE = /^\s*(?:about|around|approximately|roughly|over|just|only|ca\.?|rund|etwa|environ|ongeveer)?\s?~?(?:(\d+)\+?(?:[-–]\d+)?(?![\d,.]*\d|\s?(?:million|k\b))|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|twee|drie|vijf|zes|zeven)(?!\p{L})/iu;
/** "It does the work of a small team", "agents that act like a small team" */
const LIKENED = /(?:\blike|\bthan|\breplac\w+|\bequivalent (?:of|to)|\b(?:works?|jobs?|output|power|impact|speed|pace|agility|feel|spirit|energy|mindset|productivity|capacity|strength) of)\s(?:an?\s|your\s)?(?:very\s|whole\s)?$/i;
/** "We are six engineers", "one of five engineers": not "one of three reasons", nor "one of five people who won". */
const COLLEAGUES = /^\s(?:[\p{L}/-]+\s){0,2}(?:engineers|developers|scientists|researchers|designers|analysts|ingenieure|ingenieurinnen|entwickler|entwicklerinnen|forscher|ingénieurs|développeurs|chercheurs|ontwikkelaars|onderzoekers)(?!\p{L})/iu;
const OURS = /^\s(?:[\p{L}/-]+\s){0,2}(?:engineers|developers|scientists|researchers|designers|analysts|people|colleagues|leute|personen|menschen|kolleg\p{L}+|ingenieur\p{L}*|entwickler\p{L}*|forscher\p{L}*|personnes|collègues|ingénieur\p{L}*|développeu\p{L}+|chercheu\p{L}+|mensen|collega['’]?s|ontwikkelaars|onderzoekers)(?!\p{L})|^\s(?:in|on|im|dans|in het) (?:the |our |l['’]|ons )?(?:team|équipe)(?!\p{L})/iu;
// A team that someone joins. Larger numbers are companies.
const TEAM_MOST = 60;

const MANY_WORD = 1;
/** A word that the vocabulary does not know and that is longer than those of many may end with one: "Hunderttausende". */
const LONGEST_MANY = 9;
let built: Marks | null = null;

/** Whether a digit, or what may be a word of many, stands ahead of a cue. */
function mayBeMany({ doc, hit, sentence }: Said): boolean {
  const from = Math.max(sentence.start, hit.start - AMOUNT_UNITS);
  for (let at = from; at < hit.start; at++) if (isDigit(doc.text.charCodeAt(at))) return true;
  const marks = (built ??= makeMarks([], [[MANY_WORD, new RegExp(`(?:${manyWords.join("|")})$`)]]));
  for (let token = hit.token - 1; token >= 0 && doc.tokenStart[token]! >= from; token--) {
    const word = doc.tokenWord[token]!;
    if (word === 0 ? doc.tokenEnd[token]! - doc.tokenStart[token]! > LONGEST_MANY : marks[word] === MANY_WORD) return true;
  }
  return false;
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

/** Per topic, whether a sentence that holds its cue says something of the place. */
export const environmentChecks: Record<EnvironmentTopic, (said: Said) => boolean> = {
  stack: ({ names, isHeading }) => names >= (isHeading ? 1 : 2),
  scale: (said) => {
    if (isDigit(said.doc.text.charCodeAt(said.hit.start)) && STORED.test(cue(said))) return !DISK.test(after(said));
    if (!mayBeMany(said)) return false;
    const amount = AMOUNT.exec(before(said, AMOUNT_UNITS))?.[1]?.trim();
    return amount !== undefined && !YEAR.test(amount) && (MACHINES.test(cue(said)) || MANY.test(amount));
  },
  team: (said) => {
    const words = cue(said).toLowerCase();
    if (words.includes("report") || words.includes("rattach")) return /^\s*(?:directly\s)?(?:to\s|into\s)?(?:the|our|a|le|la|l['’]|au|\p{Lu})/u.test(after(said)) && !/(?:direct|dashboards?|and|progress|prepare|weekly|status|bug|issues?|leaders)\s*$/i.test(before(said));
    if (words.startsWith("person") || words.startsWith("people") || words.startsWith("engineer")) return /\d\s*-?\s*$/.test(before(said));
    if (words.startsWith("small")) return !LIKENED.test(before(said, 40));
    if (words.includes("köpfig")) return true;
    if (!/team|équipe|pod|squad/.test(words)) return (/^(?:one|eine)/.test(words) ? COLLEAGUES : OURS).test(after(said));
    const size = SIZE.exec(after(said));
    return size !== null && (size[1] === undefined || Number(size[1]) <= TEAM_MOST);
  },
  ownership: (said) => {
    if (said.sentence.end - said.sentence.start < 30 || /^\s*(?:equity|shares?|stock|car|vehicle|laptop|device)/i.test(after(said))) return false;
    const ahead = before(said);
    return ahead.trim() === "" || /(?:you|will|to|and|with|have|take|du|vous|tu|je|:)\s*$/i.test(ahead);
  },
  "on-call": (said) => /^\s*rotation/i.test(after(said)) || (!/(?:jump|hop|get|time|while|talk|out)\s*$/i.test(before(said)) && !/^\s*(?:with (?:\p{L}+ )?(?:clients?|customers?|users?|prospects?|partners?|buyers?|candidates?)|to (?:discuss|talk|answer))(?!\p{L})/iu.test(after(said))),
  data: (said) => !/^\s*(?:privacy|protection|security|scientists?|engineers?|team|analysts?|cent(?:er|re)|entry)/i.test(after(said)) && !/(?:protect|privacy|secur|confidential|personal)\w*\s*(?:of\s)?$/i.test(before(said)),
  maturity: (said) => {
    const words = cue(said).toLowerCase();
    if (words.startsWith("founding t")) return /(?:join|joining|of|on|be)\s(?:our|the|a)?\s*$/i.test(before(said));
    if (words.startsWith("first hire") || words.startsWith("founding")) return true;
    if (words.startsWith("first")) return /(?:our|the|as|very)\s*$/i.test(before(said, 8)) && (words.endsWith("engineer") || /^\s*(?:\p{L}+\s){0,2}(?:hire|engineer|scientist|designer|developer|member|analyst|lead)(?!\p{L})/iu.test(after(said)));
    const ahead = before(said, TAUGHT_UNITS);
    return !/train|model|learn/i.test(ahead) || !/(?:train\p{L}*|models?|learn\p{L}*)\s(?:[\p{L}-]+\s){0,3}$/iu.test(ahead);
  },
  plan: (said) => {
    if (cue(said).toLowerCase().includes("roadmap")) return /^\s*(?:includes?|is\b|for the (?:next|coming)|ahead|:)/i.test(after(said));
    return said.isHeading || (!/(?:past|last|revenue|funding|probation|notice)/i.test(before(said, 40)) && !/(?:of employment|of work|of college|of university|of service|of hire|probation|student)/i.test(after(said).slice(0, 40)));
  },
};
