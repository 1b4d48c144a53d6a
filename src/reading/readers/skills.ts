import type { Need, Skill } from "../../terms/skill.ts";
import { evidenceAt, hitsOf, type Document, type Hit } from "../document.ts";
import { wordsOf } from "../text/words.ts";
import { findCertified } from "./skill-certificate.ts";
import { findMentions } from "./skill-context.ts";
import { findDenials } from "./skill-denied.ts";
import { needsOf } from "./skill-need.ts";
import { speakOfWork } from "./skill-place.ts";
import { skillSenses } from "./skill-senses.ts";
import { skillVocabulary, type Sense } from "./skill-vocabulary.ts";

const EVIDENCES = 3;
const rank: Record<Need, number> = { required: 2, preferred: 1, mentioned: 0 };

/** Place of each skill among those found, by its number, from 1 on; 0 where it is not found. Kept between postings. */
let placeOf: Uint16Array | null = null;

/** The skills that a posting names, in the order of their first mention: "Python and, ideally, Go" → Python required, Go preferred. */
export function readSkills(doc: Document): Skill[] {
  const mentions = findMentions(doc);
  if (mentions.length === 0) return [];
  const needs = needsOf(doc, mentions);
  const denials = findDenials(doc, mentions);
  const certified = findCertified(doc, mentions);
  const speak = speakOfWork(doc, mentions, needs);
  const { senses } = skillSenses();
  const places = (placeOf ??= new Uint16Array(skillVocabulary().byId.size)).fill(0);
  const skills: Skill[] = [];
  const wholes: Sense[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const denial = denials?.get(i);
    if (!speak[i] || denial === "absent") continue;
    const hit = mentions[i]!;
    // Who holds a certificate of something is asked for the paper.
    const need = denial === undefined && !certified?.has(i) ? needs[i]! : "mentioned";
    const sense = senses[hit.entry]!;
    // A company speaks of its own product as of itself: then only an explicit wish counts, not that it stands among the wishes.
    if (isEmployer(doc, sense) && (need === "mentioned" || !isWished(doc, hit))) continue;
    const place = places[sense.number]!;
    if (place > 0) addMention(doc, skills[place - 1]!, hit, need);
    else {
      places[sense.number] = skills.push({ id: sense.id, name: sense.name, need, evidence: [evidenceAt(doc, hit.start, hit.end)] });
      if (sense.parts !== null) wholes.push(sense);
    }
  }
  return wholes.length === 0 ? skills : withoutWholes(skills, wholes, places);
}

/** Where one of a skill's parts is named too, the whole is left out. */
function withoutWholes(skills: Skill[], wholes: readonly Sense[], places: Uint16Array): Skill[] {
  const covered = wholes.filter(({ parts }) => parts!.some((part) => places[part]! > 0));
  return covered.length === 0 ? skills : skills.filter(({ id }) => !covered.some((whole) => whole.id === id));
}

function isEmployer(doc: Document, { id, name }: Sense): boolean {
  const { company } = doc.posting;
  if (!company || differsAtOnce(company, name)) return false;
  const { byName } = skillVocabulary();
  const called = wordsOf(company).join(" ");
  // Harvey makes Harvey AI.
  return byName.get(called) === id || byName.get(`${called} ai`) === id;
}

function isWished(doc: Document, { line }: Hit): boolean {
  return hitsOf(doc, "need").some((cue) => cue.line === line && (cue.id === "asks" || cue.id === "must" || cue.id === "plus"));
}

/** Whether two names begin with different letters, without regard to case. */
function differsAtOnce(one: string, other: string): boolean {
  const first = one.charCodeAt(0) | 32;
  const second = other.charCodeAt(0) | 32;
  return first !== second && isLetter(first) && isLetter(second);
}

const isLetter = (unit: number): boolean => unit >= 97 && unit <= 122;

function addMention(doc: Document, skill: Skill, hit: Hit, need: Need): void {
  const stronger = rank[need] > rank[skill.need];
  if (stronger) skill.need = need;
  if (skill.evidence.length < EVIDENCES) skill.evidence.push(evidenceAt(doc, hit.start, hit.end));
  // The mention that decides the need is always among the evidence.
  else if (stronger) skill.evidence[EVIDENCES - 1] = evidenceAt(doc, hit.start, hit.end);
}
