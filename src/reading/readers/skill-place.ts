import type { Need } from "../../terms/skill.ts";
import { hitsOf, type Document, type Hit } from "../document.ts";
import { joined, type Mention } from "./skill-context.ts";
import { isMarked, OTHERS, TAKEN_ALONG, wordAt } from "./skill-marks.ts";
import type { SkillKind } from "./skill-vocabulary.ts";
import { others, takenAlong } from "./skill-words.ts";

// "cloud platforms (AWS", "frameworks such as PyTorch": from the end of a common noun to the first name.
const INTRODUCES = /^([^.;:!?()\n,]{0,32})(?:[(:–]|,?\s(?:such as|like|e\.?g|including|using|with|wie|comme|tels? que|telles? que|zoals|z\.\s?b)[\s.])[\s("]*(?:e\.?g|such as|like|z\.\s?B|bijv|ex|i\.e)?[\s,:.]*$/i;
const INTRODUCES_UNITS = 48;
const KINDS = new Set(
  "tool tools framework frameworks library libraries platform platforms technology technologies services solutions languages methodology methodologies methods systems providers stack stacks werkzeuge outils méthodes methoden".split(" "),
);
/** How far before a mention, on its line, a cue of each kind decides. */
const REACH = { customers: 90, together: 80, study: 130, asks: 110 } as const;
type Cue = keyof typeof REACH;

/** Tells of each mention, in the order of the text, whether it speaks of the work: by the part of the posting it stands in and the words beside it. */
export function placeReader(doc: Document, mentions: readonly Mention[]): (i: number, need: Need) => boolean {
  const cues = hitsOf(doc, "need");
  const hasHeadings = doc.sections.some(({ section }) => section === "responsibilities" || section === "requirements");
  let passed = 0;
  return (i, need) => {
    const { hit, sense } = mentions[i]!;
    const { kind } = sense;
    while (passed < cues.length && cues[passed]!.start < hit.start) passed++;
    switch (hit.section) {
      case "location":
        return false;
      case "title":
        return kind === "name";
      case "about":
      case "benefits":
      case "legal":
        return kind === "name" && (isAfter(cues, passed, "asks", hit) || isUnderStack(doc, hit));
      case "intro":
        // Before the first heading the company often presents itself: a single name there may be its customer's or its own.
        // Where the text has no headings, or none that are known, all of it is intro.
        if (hasHeadings && need === "mentioned" && !inRow(doc, mentions, i)) return false;
    }
    if (kind === "name") return need !== "mentioned" || !isAfter(cues, passed, "customers", hit);
    if (kind === "field" && (need === "mentioned" || qualifies(doc, hit) || isAfter(cues, passed, "together", hit) || isOneOfOthers(doc, hit))) return false;
    // "a degree in statistics or machine learning" names what was studied; "degree and experience in" asks again.
    const isStudied = isAfter(cues, passed, "study", hit) && !isAfter(cues, passed, "asks", hit);
    return !isStudied && !introducesNames(doc, hit, mentions[i + 1]?.hit, kind);
  };
}

/** Whether a cue of the kind, one of the first `passed`, stands on the hit's line within its reach before the hit. */
function isAfter(cues: readonly Hit[], passed: number, kind: Cue, hit: Hit): boolean {
  for (let at = passed - 1; at >= 0 && cues[at]!.line === hit.line; at--) {
    if (cues[at]!.id === kind) return hit.start - cues[at]!.end <= REACH[kind];
  }
  return false;
}

/** "cloud platforms (AWS, GCP)": the names say more than their kind. */
function introducesNames(doc: Document, hit: Hit, next: Hit | undefined, kind: SkillKind): boolean {
  if (next === undefined || next.line !== hit.line || next.start - hit.end > INTRODUCES_UNITS) return false;
  const between = INTRODUCES.exec(doc.text.slice(hit.end, next.start));
  if (between === null) return false;
  return kind === "field" || KINDS.has(lastWord(doc.text.slice(hit.start, hit.end + between[1]!.length)));
}

/** "other relational databases" */
function isOneOfOthers(doc: Document, hit: Hit): boolean {
  for (let token = hit.token - 1; token >= 0 && token >= hit.token - 2; token--) if (isMarked(doc, token, OTHERS) && others.has(wordAt(doc, token))) return true;
  return false;
}

/** "ML intuition": a further noun takes the field as its attribute. */
function qualifies(doc: Document, hit: Hit): boolean {
  const token = hit.token + hit.tokens;
  if (token >= doc.tokenCount || (isMarked(doc, token, TAKEN_ALONG) && takenAlong.has(wordAt(doc, token)))) return false;
  const next = doc.tokenStart[token]!;
  const gap = doc.text[hit.end];
  if (next - hit.end > 2 || (gap !== " " && gap !== "-")) return false;
  const letter = doc.text[next]!;
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase();
}

function lastWord(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.slice(trimmed.lastIndexOf(" ") + 1).toLowerCase();
}

function inRow(doc: Document, mentions: readonly Mention[], i: number): boolean {
  const { hit } = mentions[i]!;
  const last = i > 0 ? mentions[i - 1] : undefined;
  const next = mentions[i + 1];
  return (last !== undefined && joined(doc, last.hit, hit)) || (next !== undefined && joined(doc, hit, next.hit));
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
