import type { Need } from "../../terms/skill.ts";
import { hitsOf, lineOf, type Document, type Hit } from "../document.ts";
import { joined } from "./skill-context.ts";
import type { SkillKind } from "./skill-vocabulary.ts";

// All patterns run on a few dozen characters beside a hit. They are kept apart from the vocabulary: they know no skill.

// "cloud platforms (AWS", "frameworks such as PyTorch": from the end of a common noun to the first name.
const INTRODUCES =
  /^([\p{L}\p{N}\s/&-]{0,32})(?:[(:–]|,?\s(?:such as|like|e\.?g\.?|including|using|with|wie|comme|tels? que|telles? que|zoals|z\.\s?b\.)(?!\p{L}))[\s("]*(?:e\.?g\.?,?|such as|like|z\.\s?B\.|bijv\.|ex\.?|i\.e\.)?[\s,:]*$/iu;
const OTHERS = /(?<!\p{L})(?:other|similar|equivalent|andere[nr]?|autres?|weitere[nr]?|ähnliche[nr]?)\s(?:[\p{L}-]+\s)?$/iu;
const KINDS = /(?<!\p{L})(?:tools?|frameworks?|librar(?:y|ies)|platforms?|technolog(?:y|ies)|services|solutions|languages|methodolog(?:y|ies)|methods|systems|providers|stacks?|werkzeuge|outils|méthodes|methoden)\s*$/iu;

// "ML intuition", "data pipeline anomalies": a word follows that is neither a small word nor one that a skill's name takes along.
const QUALIFIES =
  /^(?:\s|-)+(?!(?:and|or|und|oder|et|ou|en|in|with|for|to|at|on|using|such|like|that|which|from|is|are|as|across|into|of|within|by|where|while|through|including|e|a|the|experience|skills?|knowledge|expertise|concepts?|principles|fundamentals|techniques?|best|practices?|methods?|tools?|frameworks?|platforms?|technolog(?:y|ies)|environments?|services?|development|engineering|solutions?|applications?|models?|mit|für|von|zu|avec|pour|dans|de|van|voor|met)(?![\p{L}-]))\p{Ll}/u;

const TOGETHER = /(?<!\p{L})(?:partner\p{L}*|collaborat\p{L}*|work(?:ing)?\s(?:closely\s)?(?:together\s)?with|liais\p{L}+|alongside|across|zusammenarbeit|samen\p{L}*)(?!\p{L})[^.;]{0,60}$/iu;
const STUDIES =
  /(?<!\p{L})(?:degree|bachelor|master|ph\.?d|b\.?sc?|m\.?sc?|studium|abschluss|dipl[oô]me?|dipl[oô]m\p{L}*|bac\s?\+|majoring|studying|studies|graduate|hbo|wo)(?!\p{L})(?![^\n]*(?:experience|erfahrung|expérience|ervaring|proficien|knowledge|skills|years))[^\n;]{0,110}$/iu;
const ASKED_OR_USED =
  /(?<!\p{L})(?:experienced?|expertise|knowledge|proficien\p{L}+|familiar\p{L}*|skills?|understanding|stack|we use|technolog(?:y|ies)|erfahrung\p{L}*|kenntnisse\p{L}*|expérience|connaissances?|maîtrise\p{L}*|ervaring|kennis)(?!\p{L})[^.;!?\n]{0,90}$/iu;

/** Whether the mention of a skill at `hits[i]` speaks of the work, by the part of the posting it stands in and the words beside it. */
export function speaksOfWork(doc: Document, hits: readonly Hit[], i: number, need: Need, kind: SkillKind): boolean {
  const hit = hits[i]!;
  switch (hit.section) {
    case "location":
      return false;
    case "title":
      return kind === "name";
    case "about":
    case "benefits":
    case "legal":
      return kind !== "field" && (underStack(doc, hit) || before(doc, hit, 110, ASKED_OR_USED));
    case "intro":
      // Before the first heading the company often presents itself: a single name there may be its customer's or its own.
      if (need === "mentioned" && !inRow(doc, hits, i)) return false;
  }
  if (kind === "name") return true;
  if (kind === "field" && (need === "mentioned" || qualifies(doc, hit) || before(doc, hit, 80, TOGETHER))) return false;
  return !introducesNames(doc, hit, hits[i + 1], kind) && !before(doc, hit, 130, STUDIES);
}

/** "cloud platforms (AWS, GCP)" and "other relational databases": the names say more than their kind. */
function introducesNames(doc: Document, hit: Hit, next: Hit | undefined, kind: SkillKind): boolean {
  if (kind === "field" && before(doc, hit, 24, OTHERS)) return true;
  if (next === undefined || next.line !== hit.line || next.start - hit.end > 48) return false;
  const between = INTRODUCES.exec(doc.text.slice(hit.end, next.start));
  if (between === null) return false;
  return kind === "field" || KINDS.test(doc.text.slice(hit.start, hit.end + between[1]!.length));
}

function qualifies(doc: Document, hit: Hit): boolean {
  return QUALIFIES.test(doc.text.slice(hit.end, hit.end + 16));
}

function inRow(doc: Document, hits: readonly Hit[], i: number): boolean {
  const last = hits[i - 1];
  const next = hits[i + 1];
  return (last !== undefined && joined(doc, last, hits[i]!)) || (next !== undefined && joined(doc, hits[i]!, next));
}

/** A heading or sentence such as "our tech stack" stands before it in the same part. */
function underStack(doc: Document, hit: Hit): boolean {
  return hitsOf(doc, "environment").some((cue) => cue.id === "stack" && cue.start < hit.start && hit.start - cue.end < 700 && cue.section === hit.section);
}

function before(doc: Document, hit: Hit, units: number, pattern: RegExp): boolean {
  return pattern.test(doc.text.slice(Math.max(lineOf(doc, hit).start, hit.start - units), hit.start));
}
