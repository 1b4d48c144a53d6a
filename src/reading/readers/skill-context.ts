import { lineOf, type Document, type Hit } from "../document.ts";
import { ITEM } from "../text/html.ts";
import { DOUBT, OTHER, skillVocabulary, type SkillEntry } from "./skill-vocabulary.ts";

// Between two members of an enumeration stand a separator and perhaps a version or a short word, nothing else.
const JOINT = /^(?:[\s\d.+,;/|&·•()[\]:*"'“”–-]|\b(?:and|or|und|oder|sowie|et|ou|en|of|eg|e\.g|z\.b|such as|like|including|wie|comme|zoals)\b)*$/i;
const JOINT_UNITS = 16;

// "experience with Go", "languages such as Go", "Kenntnisse in Go": the cue and at most three words between.
const CUE_BEFORE =
  /(?<![\p{L}])(?:experienced?|expertise|knowledge|proficien\p{L}+|fluen\p{L}+|familiar\p{L}*|skill(?:s|ed)|background|command|confiden(?:ce|t)|comfort(?:able)?|mastery|understanding|using|programming|languages?|frameworks?|librar(?:y|ies)|tools?|tooling|stack|technolog(?:y|ies)|platforms?|coding|erfahrung(?:en)?|kenntnissen?|umgang|programmiersprachen?|werkzeuge?|exp[ée]riences?|connaissances?|ma[îi]trise[rz]?|comp[ée]tences?|langages?|outils?|ervaring|kennis|programmeertalen?)(?:[\s,(:]+[\p{L}\p{N}+#.-]+){0,3}[\s,(:"“]*$/iu;
const CUE_BEFORE_UNITS = 60;
const CUE_AFTER =
  /^[\s)"’”-]{0,2}(?:programming|developer|development|experience|skills?|code\b|coding|script|expertise|proficiency|knowledge|language|framework|librar(?:y|ies)|kenntnisse|erfahrung|certifi)/i;
const UNLESS_TOKENS = 9;

/** The hits that are skills: certain ones, and doubtful ones that their context bears out. Ids are the skills' own. */
export function certainSkills(doc: Document, hits: readonly Hit[]): Hit[] {
  const { byId } = skillVocabulary();
  const found: Hit[] = [];
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    if (!hit.id.startsWith(DOUBT)) {
      if (hit.id !== OTHER) found.push(hit);
      continue;
    }
    const id = hit.id.slice(DOUBT.length);
    if (holds(doc, hits, i, byId.get(id)!)) found.push({ ...hit, id });
  }
  return found;
}

function holds(doc: Document, hits: readonly Hit[], i: number, entry: SkillEntry): boolean {
  const hit = hits[i]!;
  const context = entry.context!;
  // "python, go, rust": another spelling than the usual counts only as a plain member of a list.
  if (context.case && !isSpelled(doc, hit, entry)) return context.near !== undefined && amongCertain(doc, hits, i);
  if (context.unless && hasWord(doc, hit, context.unless)) return false;
  if (!context.near) return true;
  return inList(doc, hits, i) || opensItem(doc, hit) || (context.near === "cue" && hasCue(doc, hit));
}

function isSpelled(doc: Document, hit: Hit, entry: SkillEntry): boolean {
  const spelled = doc.text.slice(hit.start, hit.end);
  const spellings = entry.context!.case!;
  return spellings === true ? spelled === entry.name : spellings.includes(spelled);
}

/** Separated by a sign from a skill that is certain, and followed by no further word. */
function amongCertain(doc: Document, hits: readonly Hit[], i: number): boolean {
  const hit = hits[i]!;
  if (!/^(?:$|[,;/|+)\n]|[.](?:\s|$)|\s+[+&|/]|\s(?:and|or|und|oder|et|ou|en)\s)/.test(doc.text.slice(hit.end, hit.end + 6))) return false;
  return [hits[i - 1], hits[i + 1]].some((other) => {
    if (other === undefined || other.id === OTHER || other.id.startsWith(DOUBT)) return false;
    const [left, right] = other.start < hit.start ? [other, hit] : [hit, other];
    return joined(doc, left, right) && /^\s*[,;/|+]\s*$/.test(doc.text.slice(left.end, right.start));
  });
}

const ITEM_GOES_ON = /^(?:$|[\n;:(/]|\s(?:or|oder|ou)\s|,\s(?:or|and|with|without|for|in|to|at|ideally|preferably|oder|und|mit|ou|et|avec|sans)\s)/;

/** "- Rust" or "- Excel, without macros" among what is asked for: an item that opens with the word and does not go on with another. */
function opensItem(doc: Document, hit: Hit): boolean {
  if (!isAsked(hit) || lineOf(doc, hit).kind !== ITEM) return false;
  const before = doc.text.slice(lineOf(doc, hit).start, hit.start);
  const after = doc.text.slice(hit.end, hit.end + 12);
  // Dutch "of" is "or"; elsewhere "Unity of purpose" is no game engine.
  return before.length <= 4 && !/\p{L}/u.test(before) && (ITEM_GOES_ON.test(after) || (doc.language === "nl" && after.startsWith(" of ")));
}

function isAsked(hit: Hit): boolean {
  return hit.section === "requirements" || hit.section === "preferred";
}

/** In an enumeration with a skill that is certain, or with more doubtful ones: one where skills are asked for ("R or SAS"), else two. */
function inList(doc: Document, hits: readonly Hit[], i: number): boolean {
  let members = 1;
  for (const step of [-1, 1]) {
    for (let j = i; members < 4; j += step) {
      const next = hits[j + step];
      if (next === undefined || !joined(doc, step < 0 ? next : hits[j]!, step < 0 ? hits[j]! : next)) break;
      if (next.id !== OTHER && !next.id.startsWith(DOUBT)) return true;
      members++;
    }
  }
  return members >= (isAsked(hits[i]!) ? 2 : 3);
}

/** Two hits that stand side by side in an enumeration. */
export function joined(doc: Document, left: Hit, right: Hit): boolean {
  const units = right.start - left.end;
  return units <= JOINT_UNITS && left.line === right.line && left.id !== OTHER && right.id !== OTHER && JOINT.test(doc.text.slice(left.end, right.start));
}

function hasCue(doc: Document, hit: Hit): boolean {
  const line = doc.lines[hit.line]!;
  return CUE_BEFORE.test(doc.text.slice(Math.max(line.start, hit.start - CUE_BEFORE_UNITS), hit.start)) || CUE_AFTER.test(doc.text.slice(hit.end, hit.end + 16));
}

function hasWord(doc: Document, hit: Hit, words: readonly string[]): boolean {
  const last = Math.min(doc.tokenCount, hit.token + hit.tokens + UNLESS_TOKENS);
  for (let token = Math.max(0, hit.token - UNLESS_TOKENS); token < last; token++) {
    if (words.includes(doc.text.slice(doc.tokenStart[token], doc.tokenEnd[token]).toLowerCase())) return true;
  }
  return false;
}
