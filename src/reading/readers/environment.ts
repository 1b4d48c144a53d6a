import { EnvironmentTopic, type Environment } from "../../terms/environment.ts";
import type { Evidence } from "../../terms/evidence.ts";
import { evidenceAt, hitsOf, lineOf, type Document, type Hit } from "../document.ts";
import { BOLD, HEADING, ITEM } from "../text/html.ts";
import { alsoOfUs, environmentChecks, environmentSections, speaksOfUs } from "./environment-cues.ts";
import { CERTAIN, NAME, skillSenses } from "./skill-senses.ts";

const EVIDENCES = 2;
const EVIDENCE_UNITS = 320;
// Names of a stack stand in the sentence, or in the lines below its heading.
const NAMES_UNITS = 160;
const NAMES_BELOW_UNITS = 260;
const NAMES_BELOW_LINES = 4;
const HEADING_UNITS = 60;

type Span = { start: number; end: number };

/** What a posting says of the technical place of work, at most two sentences a topic: "You join a team of 8" → team. */
export function readEnvironment(doc: Document): Environment[] {
  if (!doc.read) return [];
  const found: Environment[] = [];
  const { sentences } = doc;
  let at = 0;
  for (const hit of hitsOf(doc, "environment")) {
    const what = hit.id as EnvironmentTopic;
    const apart = !environmentSections[what].includes(hit.section);
    if (apart && !alsoOfUs.includes(what)) continue;
    const known = findTopic(found, what);
    if (known !== undefined && isQuoted(known.evidence, hit)) continue;
    while (at + 1 < sentences.length && sentences[at + 1]!.start <= hit.start) at++;
    if (apart && !speaksOfUs(hit, doc.text.slice(sentences[at]!.start, sentences[at]!.end))) continue;
    const names = what === "stack" ? namesAfter(doc, hit) : [];
    const opens = (what === "stack" || what === "plan") && isHeading(doc, hit);
    if (!environmentChecks[what]({ doc, hit, sentence: sentences[at]!, names: names.length, isHeading: opens })) continue;
    const evidence = quote(doc, hit, wholeOf(doc, hit, at, names));
    if (known) known.evidence.push(evidence);
    else found.push({ what, evidence: [evidence] });
  }
  return found.length < 2 ? found : found.toSorted((a, b) => topics.indexOf(a.what) - topics.indexOf(b.what));
}

const topics = EnvironmentTopic.options;

function findTopic(found: readonly Environment[], what: EnvironmentTopic): Environment | undefined {
  for (const one of found) if (one.what === what) return one;
  return undefined;
}

/** Whether a topic has all its evidence, or what it has covers the hit. */
function isQuoted(evidence: readonly Evidence[], hit: Hit): boolean {
  if (evidence.length === EVIDENCES) return true;
  for (const one of evidence) if (hit.start < one.end) return true;
  return false;
}

/** A short line that ends soon after the cue and opens what follows: "Our tech stack", "In your first 90 days:". */
function isHeading(doc: Document, hit: Hit): boolean {
  const line = lineOf(doc, hit);
  if (line.end - line.start > HEADING_UNITS || line.end - hit.end > 24) return false;
  return line.kind === HEADING || line.kind === BOLD || /(?:[:…]|\.\.\.)\s*$/.test(doc.text.slice(line.end - 4, line.end)) || (hit.id === "stack" && line.kind !== ITEM);
}

/** The names of technologies in reach after a cue, none where all are doubtful ones. */
function namesAfter(doc: Document, hit: Hit): Hit[] {
  const { facts } = skillSenses();
  const heading = isHeading(doc, hit);
  const end = hit.end + (heading ? NAMES_BELOW_UNITS : NAMES_UNITS);
  const lastLine = hit.line + (heading ? NAMES_BELOW_LINES : 0);
  const skills = hitsOf(doc, "skills");
  const names: Hit[] = [];
  for (let i = firstFrom(skills, hit.end); i < skills.length && skills[i]!.start < end; i++) {
    const name = skills[i]!;
    if (name.end <= end && name.line <= lastLine && (facts[name.entry]! & NAME) !== 0) names.push(name);
  }
  return names.some((name) => (facts[name.entry]! & CERTAIN) !== 0) ? names : [];
}

/** Number of the first hit that begins at or after `at`. */
function firstFrom(hits: readonly Hit[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hits[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The sentence of the cue; with the lines below where it is only their heading. */
function wholeOf(doc: Document, hit: Hit, at: number, names: readonly Hit[]): Span {
  const sentence = doc.sentences[at]!;
  const last = names.at(-1);
  if (last !== undefined && last.end > sentence.end) return { start: sentence.start, end: lineOf(doc, last).end };
  const next = doc.sentences[at + 1];
  if (isHeading(doc, hit) && next !== undefined && next.end - sentence.start <= EVIDENCE_UNITS) return { start: sentence.start, end: next.end };
  return sentence;
}

/** The span as evidence; of a very long one, the part around the cue. */
function quote(doc: Document, hit: Hit, span: Span): Evidence {
  if (span.end - span.start <= EVIDENCE_UNITS) return evidenceAt(doc, span.start, span.end);
  const start = Math.max(span.start, hit.start - EVIDENCE_UNITS / 2);
  const from = start === span.start ? start : doc.text.indexOf(" ", start) + 1;
  const end = Math.min(span.end, from + EVIDENCE_UNITS);
  return evidenceAt(doc, from, end === span.end ? end : doc.text.lastIndexOf(" ", end));
}
