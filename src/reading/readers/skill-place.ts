import type { Need } from "../../terms/skill.ts";
import { hitsOf, type Document, type Hit } from "../document.ts";
import { isAsked, joined } from "./skill-context.ts";
import { INTRODUCER, isMarked, OTHERS, TAKEN_ALONG, wordAt } from "./skill-marks.ts";
import { DISCIPLINE, FIELD, NAME, skillSenses } from "./skill-senses.ts";
import { others, takenAlong } from "./skill-words.ts";

// "cloud platforms (AWS", "frameworks such as PyTorch": from the end of a common noun to the first name.
const INTRODUCES = /^([^.;:!?()\n,]{0,32})(?:[(:–]|,?\s(?:such as|like|e\.?g|including|using|with|wie|comme|tels? que|telles? que|zoals|z\.\s?b)[\s.])[\s("]*(?:e\.?g|such as|like|z\.\s?B|bijv|ex|i\.e|preferably|ideally|especially|specifically|particularly|mainly|vorzugsweise|idealerweise|insbesondere|idéalement|notamment|de préférence|bij voorkeur|liefst)?[\s,:.]*$/i;
/** "agents using frameworks like CrewAI": the frameworks are introduced, not the agents. */
const OF_ANOTHER = /\s(?:using|with|via|through|mit|avec|met)\s/i;
const INTRODUCES_UNITS = 48;
const KINDS = new Set(
  "tool tools framework frameworks library libraries platform platforms technology technologies services solutions languages methodology methodologies methods systems providers stack stacks werkzeuge outils méthodes methoden".split(" "),
);
/** How far before a mention, on its line, a cue of each kind decides. */
const REACH = { customers: 90, allies: 90, together: 80, study: 130, asks: 110 } as const;
type Cue = keyof typeof REACH;

/** Tells of each mention, in the order of the text, whether it speaks of the work: by the part of the posting it stands in and the words beside it. */
export function speakOfWork(doc: Document, mentions: readonly Hit[], needs: readonly Need[]): boolean[] {
  const around: Around = { doc, mentions, cues: hitsOf(doc, "need"), passed: 0 };
  const { cues } = around;
  const speak: boolean[] = [];
  for (let i = 0; i < mentions.length; i++) {
    while (around.passed < cues.length && cues[around.passed]!.start < mentions[i]!.start) around.passed++;
    speak.push(speaksOfWork(around, i, needs[i]!));
  }
  return speak;
}

/** What stands around a mention: the mentions, and the cues, of which the first `passed` stand before it. */
type Around = { doc: Document; mentions: readonly Hit[]; cues: readonly Hit[]; passed: number };

function speaksOfWork(around: Around, i: number, need: Need): boolean {
  const { doc, mentions } = around;
  const hit = mentions[i]!;
  const fact = skillSenses().facts[hit.entry]!;
  const isName = (fact & NAME) !== 0;
  switch (hit.section) {
    case "location":
      return false;
    case "title":
      return isName;
    case "about":
    case "benefits":
    case "legal":
      return isName && (isAfter(around, "asks", hit) || isUnderStack(doc, hit)) && !isOfOthers(around, hit);
    case "intro":
      // Before the first heading the company often presents itself: a single name there may be its customer's or its own.
      // Where the text has no headings, or none that are known, all of it is intro.
      if (need === "mentioned" && !inRow(doc, mentions, i) && hasHeadings(doc)) return false;
  }
  if (isName) return need !== "mentioned" || !isOfOthers(around, hit);
  const isField = (fact & FIELD) !== 0;
  if (isField && (need === "mentioned" || qualifies(doc, hit) || isAfter(around, "together", hit) || isOneOfOthers(doc, hit))) return false;
  if ((fact & DISCIPLINE) !== 0 && isCareer(doc, hit)) return false;
  // "a degree in statistics or machine learning" names what was studied; "degree and experience in" asks again.
  const isStudied = isAfter(around, "study", hit) && !isAfter(around, "asks", hit);
  return !isStudied && !introducesNames(doc, hit, mentions[i + 1], isField);
}

function hasHeadings(doc: Document): boolean {
  for (const { section } of doc.sections) if (section === "responsibilities" || section === "requirements") return true;
  return false;
}

/** Customers' names, and allies'. Duties and what is asked for ("own native integrations with Salesforce") name these for the work, but for a boast among them: "100+ native integrations with". */
function isOfOthers(around: Around, hit: Hit): boolean {
  if (isAfter(around, "customers", hit)) return true;
  const ally = cueBefore(around, "allies", hit);
  return ally !== null && ((hit.section !== "responsibilities" && !isAsked(hit)) || COUNTED.test(around.doc.text.slice(Math.max(0, ally.start - COUNTED_UNITS), ally.start)));
}

const COUNTED = /\d\+?\s$/;
const COUNTED_UNITS = 3;

function isAfter(around: Around, kind: Cue, hit: Hit): boolean {
  return cueBefore(around, kind, hit) !== null;
}

/** The last cue of the kind on the hit's line within its reach before the hit. */
function cueBefore({ cues, passed }: Around, kind: Cue, hit: Hit): Hit | null {
  for (let at = passed - 1; at >= 0 && cues[at]!.line === hit.line; at--) {
    if (cues[at]!.id === kind) return hit.start - cues[at]!.end <= REACH[kind] ? cues[at]! : null;
  }
  return null;
}

// "5+ years of industry experience in software engineering, data engineering"
const CAREER_UNITS = 90;

/** "5+ years in data engineering" says how long someone was employed in it. */
function isCareer(doc: Document, hit: Hit): boolean {
  for (const { line, start, end } of hitsOf(doc, "years")) if (line === hit.line && start < hit.start && hit.start - end <= CAREER_UNITS) return true;
  return false;
}

/** "cloud platforms (AWS, GCP)": the names say more than their kind. */
function introducesNames(doc: Document, hit: Hit, next: Hit | undefined, isField: boolean): boolean {
  if (next === undefined || next.line !== hit.line || next.start - hit.end > INTRODUCES_UNITS || !mayIntroduce(doc, hit, next)) return false;
  const between = INTRODUCES.exec(doc.text.slice(hit.end, next.start));
  if (between === null || OF_ANOTHER.test(between[1]!)) return false;
  return isField || KINDS.has(lastWord(doc.text.slice(hit.start, hit.end + between[1]!.length)));
}

/** Whether one of the words and signs that introduce stands between two hits. */
function mayIntroduce(doc: Document, hit: Hit, next: Hit): boolean {
  for (let token = hit.token + hit.tokens; token < next.token; token++) if (isMarked(doc, token, INTRODUCER)) return true;
  for (let at = hit.end; at < next.start; at++) if (isIntroducingSign(doc.text.charCodeAt(at))) return true;
  return false;
}

/** ( : – */
const isIntroducingSign = (unit: number): boolean => unit === 40 || unit === 58 || unit === 0x2013;

/** "other relational databases" */
function isOneOfOthers(doc: Document, hit: Hit): boolean {
  for (let token = hit.token - 1; token >= 0 && token >= hit.token - 2; token--) if (isMarked(doc, token, OTHERS) && others.has(wordAt(doc, token))) return true;
  return false;
}

/** "ML intuition": a further noun takes the field as its attribute. */
function qualifies(doc: Document, hit: Hit): boolean {
  const token = hit.token + hit.tokens;
  const gap = doc.text[hit.end];
  if (token >= doc.tokenCount || (gap !== " " && gap !== "-")) return false;
  const next = doc.tokenStart[token]!;
  // "conversational AI (several turns)" is explained, not narrowed.
  if (next - hit.end > 1 || (isMarked(doc, token, TAKEN_ALONG) && takenAlong.has(wordAt(doc, token)))) return false;
  const letter = doc.text[next]!;
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}

function lastWord(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.slice(trimmed.lastIndexOf(" ") + 1).toLowerCase();
}

function inRow(doc: Document, mentions: readonly Hit[], i: number): boolean {
  const hit = mentions[i]!;
  const last = i > 0 ? mentions[i - 1] : undefined;
  const next = mentions[i + 1];
  return (last !== undefined && joined(doc, last, hit)) || (next !== undefined && joined(doc, hit, next));
}

const STACK_UNITS = 700;

/** Whether words such as "our tech stack" stand before a hit in the same part; what a company says that "we use" may be anyone's. */
function isUnderStack(doc: Document, hit: Hit): boolean {
  for (const cue of hitsOf(doc, "environment")) {
    if (cue.start >= hit.start) return false;
    if (cue.id === "stack" && cue.section === hit.section && hit.start - cue.end < STACK_UNITS && /stack|technique/i.test(doc.text.slice(cue.start, cue.end))) return true;
  }
  return false;
}
