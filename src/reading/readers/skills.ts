import type { Need, Skill } from "../../terms/skill.ts";
import { evidenceAt, type Document, type Hit } from "../document.ts";
import { wordsOf } from "../text/words.ts";
import { findMentions } from "./skill-context.ts";
import { needsOf } from "./skill-need.ts";
import { placeReader } from "./skill-place.ts";
import { skillVocabulary, type SkillEntry } from "./skill-vocabulary.ts";

const EVIDENCES = 3;
const rank: Record<Need, number> = { required: 2, preferred: 1, mentioned: 0 };

/** The skills that a posting names, in the order of their first mention: "Python and, ideally, Go" → Python required, Go preferred. */
export function readSkills(doc: Document): Skill[] {
  const mentions = findMentions(doc);
  if (mentions.length === 0) return [];
  const needs = needsOf(doc, mentions);
  const speaksOfWork = placeReader(doc, mentions);
  const employer = employerSkill(doc);
  const skills = new Map<string, Skill>();
  const wholes: SkillEntry[] = [];
  for (let i = 0; i < mentions.length; i++) {
    const { hit, sense } = mentions[i]!;
    const { entry } = sense;
    const { id } = entry;
    const need = needs[i]!;
    // A company speaks of its own product as of itself: then only an explicit wish counts.
    if ((id === employer && need === "mentioned") || !speaksOfWork(i, need)) continue;
    const known = skills.get(id);
    if (known) addMention(doc, known, hit, need);
    else {
      skills.set(id, { id, name: entry.name, need, evidence: [evidenceAt(doc, hit.start, hit.end)] });
      if (entry.parts) wholes.push(entry);
    }
  }
  // Where one of a skill's parts is named too, the whole is left out.
  for (const { id } of wholes.filter(({ parts }) => parts!.some((part) => skills.has(part)))) skills.delete(id);
  return [...skills.values()];
}

function employerSkill(doc: Document): string | null {
  const { company } = doc.posting;
  return company ? (skillVocabulary().byName.get(wordsOf(company).join(" ")) ?? null) : null;
}

function addMention(doc: Document, skill: Skill, hit: Hit, need: Need): void {
  const stronger = rank[need] > rank[skill.need];
  if (stronger) skill.need = need;
  if (skill.evidence.length < EVIDENCES) skill.evidence.push(evidenceAt(doc, hit.start, hit.end));
  // The mention that decides the need is always among the evidence.
  else if (stronger) skill.evidence[EVIDENCES - 1] = evidenceAt(doc, hit.start, hit.end);
}
