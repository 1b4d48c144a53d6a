import type { Need } from "../../terms/skill.ts";
import { hitsOf, type Document, type Hit } from "../document.ts";
import { joined } from "./skill-context.ts";
import type { SkillKind } from "./skill-vocabulary.ts";

// "cloud platforms (AWS", "frameworks such as PyTorch": from the end of a common noun to the first name.
const INTRODUCES = /^([^.;:!?()\n,]{0,32})(?:[(:–]|,?\s(?:such as|like|e\.?g|including|using|with|wie|comme|tels? que|telles? que|zoals|z\.\s?b)[\s.])[\s("]*(?:e\.?g|such as|like|z\.\s?B|bijv|ex|i\.e)?[\s,:.]*$/i;
const INTRODUCES_UNITS = 48;
const KINDS = new Set(
  "tool tools framework frameworks library libraries platform platforms technology technologies services solutions languages methodology methodologies methods systems providers stack stacks werkzeuge outils méthodes methoden".split(" "),
);
const OTHERS = new Set("other similar equivalent andere anderen anderer autre autres weitere weiteren weiterer ähnliche ähnlichen".split(" "));

// "ML intuition", "data pipeline anomalies": a word follows that is neither a small word nor one that a skill's name takes along.
const TAKES_ALONG = new Set(
  (
    "and or und oder et ou en in with for to at on using such like that which from is are as across into of within by where while through including e a the mit für von zu avec pour dans de van voor met " +
    "experience skill skills knowledge expertise concept concepts principle principles fundamentals technique techniques best practice practices method methods tool tools framework frameworks platform platforms technology technologies " +
    "environment environments service services development engineering solution solutions application applications model models architecture architectures system systems algorithm algorithms pipeline pipelines pattern patterns " +
    "strategy strategies deployment deployments workflow workflows infrastructure standard standards"
  ).split(" "),
);

/** How far before a mention, on its line, a cue of each kind decides. */
const REACH = { customers: 90, together: 80, study: 130, asks: 110 } as const;
type Cue = keyof typeof REACH;

/** Tells of each mention, in the order of the text, whether it speaks of the work: by the part of the posting it stands in and the words beside it. */
export function placeReader(doc: Document, hits: readonly Hit[]): (i: number, need: Need, kind: SkillKind) => boolean {
  const isAfter = cueReader(doc);
  const underStack = stackReader(doc);
  const hasHeadings = doc.sections.some(({ section }) => section === "responsibilities" || section === "requirements");
  return (i, need, kind) => {
    const hit = hits[i]!;
    switch (hit.section) {
      case "location":
        return false;
      case "title":
        return kind === "name";
      case "about":
      case "benefits":
      case "legal":
        return kind === "name" && (isAfter("asks", hit) || underStack(hit));
      case "intro":
        // Before the first heading the company often presents itself: a single name there may be its customer's or its own.
        // Where the text has no headings, or none that are known, all of it is intro.
        if (hasHeadings && need === "mentioned" && !inRow(doc, hits, i)) return false;
    }
    if (kind === "name") return need !== "mentioned" || !isAfter("customers", hit);
    if (kind === "field" && (need === "mentioned" || qualifies(doc, hit) || isAfter("together", hit) || isOneOfOthers(doc, hit))) return false;
    return !introducesNames(doc, hit, hits[i + 1], kind) && !isStudied(hit, isAfter);
  };
}

/** Whether a cue of the kind stands within its reach before the hit. Hits must come in the order of the text. */
function cueReader(doc: Document): (kind: Cue, hit: Hit) => boolean {
  const cues = hitsOf(doc, "need");
  const last = new Map<string, Hit>();
  let at = 0;
  return (kind, hit) => {
    while (at < cues.length && cues[at]!.start < hit.start) last.set(cues[at]!.id, cues[at++]!);
    const cue = last.get(kind);
    return cue !== undefined && cue.line === hit.line && hit.start - cue.end <= REACH[kind];
  };
}

/** "a degree in statistics or machine learning" names what was studied; "degree and experience in" asks again. */
function isStudied(hit: Hit, isAfter: (kind: Cue, hit: Hit) => boolean): boolean {
  return isAfter("study", hit) && !isAfter("asks", hit);
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
  return OTHERS.has(wordAt(doc, hit.token - 1)) || OTHERS.has(wordAt(doc, hit.token - 2));
}

function qualifies(doc: Document, hit: Hit): boolean {
  const next = doc.tokenStart[hit.token + hit.tokens];
  if (next === undefined || next - hit.end > 2) return false;
  const gap = doc.text[hit.end];
  if (gap !== " " && gap !== "-") return false;
  const letter = doc.text[next]!;
  return letter === letter.toLowerCase() && letter !== letter.toUpperCase() && !TAKES_ALONG.has(wordAt(doc, hit.token + hit.tokens));
}

function wordAt(doc: Document, token: number): string {
  return token < 0 ? "" : doc.text.slice(doc.tokenStart[token], doc.tokenEnd[token]).toLowerCase();
}

function lastWord(text: string): string {
  const trimmed = text.trimEnd();
  return trimmed.slice(trimmed.lastIndexOf(" ") + 1).toLowerCase();
}

function inRow(doc: Document, hits: readonly Hit[], i: number): boolean {
  const last = hits[i - 1];
  const next = hits[i + 1];
  return (last !== undefined && joined(doc, last, hits[i]!)) || (next !== undefined && joined(doc, hits[i]!, next));
}

const STACK_UNITS = 700;

/**
 * Tells whether words such as "our tech stack" stand before a hit in the same part; what a company says that "we use" may be anyone's.
 * Hits must come in the order of the text.
 */
function stackReader(doc: Document): (hit: Hit) => boolean {
  const cues = hitsOf(doc, "environment").filter((cue) => cue.id === "stack" && /stack|technique/i.test(doc.text.slice(cue.start, cue.end)));
  let next = 0;
  return (hit) => {
    while (next < cues.length && cues[next]!.start < hit.start) next++;
    for (let at = next - 1; at >= 0 && hit.start - cues[at]!.end < STACK_UNITS; at--) if (cues[at]!.section === hit.section) return true;
    return false;
  };
}
