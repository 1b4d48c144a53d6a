import type { Need, Skill } from "../../terms/skill.ts";
import { evidenceAt, hitsOf, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { wordsOf } from "../text/words.ts";
import { certainSkills } from "./skill-context.ts";
import { needReader } from "./skill-need.ts";
import { placeReader } from "./skill-place.ts";
import { kindOf, skillVocabulary } from "./skill-vocabulary.ts";

export const skillsLexicon: Lexicon = {
  kind: "skills",
  get entries() {
    return skillVocabulary().phrases;
  },
};

const EVIDENCES = 3;
const rank: Record<Need, number> = { required: 2, preferred: 1, mentioned: 0 };

/** The skills that a posting names, in the order of their first mention: "Python and, ideally, Go" → Python required, Go preferred. */
export function readSkills(doc: Document): Skill[] {
  const { byId } = skillVocabulary();
  const employer = employerSkill(doc);
  const needOf = needReader(doc);
  const hits = certainSkills(doc, hitsOf(doc, "skills"));
  const speaksOfWork = placeReader(doc, hits);
  const skills = new Map<string, Skill>();
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    const need = needOf(hit);
    const entry = byId.get(hit.id)!;
    // A company speaks of its own product as of itself: then only an explicit wish counts.
    if (hit.id === employer && need === "mentioned") continue;
    if (!speaksOfWork(i, need, kindOf(entry))) continue;
    const known = skills.get(hit.id);
    if (known) addMention(doc, known, hit, need);
    else skills.set(hit.id, { id: hit.id, name: entry.name, need, evidence: [evidenceAt(doc, hit.start, hit.end)] });
  }
  return [...skills.values()].filter((skill) => !byId.get(skill.id)!.parts?.some((part) => skills.has(part)));
}

function employerSkill(doc: Document): string | null {
  const { company } = doc.posting;
  return company ? (skillVocabulary().byName.get(wordsOf(company).join(" ")) ?? null) : null;
}

function addMention(doc: Document, skill: Skill, hit: Hit, need: Need): void {
  const stronger = rank[need] > rank[skill.need];
  if (stronger) skill.need = need;
  const evidence = evidenceAt(doc, hit.start, hit.end);
  if (skill.evidence.length < EVIDENCES) skill.evidence.push(evidence);
  // The mention that decides the need is always among the evidence.
  else if (stronger) skill.evidence[EVIDENCES - 1] = evidence;
}
