import { hitsOf, lineOf, type Document, type Hit } from "../document.ts";
import { ITEM } from "../text/html.ts";
import { isMarked, JOINER, marksOf, NOUN_AFTER, SKILL_CUE, startsAsCue, STEM, UNLESS, wordAt } from "./skill-marks.ts";
import { CERTAIN, DOUBTFUL, NEAR, skillSenses, SPELLED } from "./skill-senses.ts";
import { OTHER } from "./skill-vocabulary.ts";

// Between two members of an enumeration stand a separator and perhaps a version or a short word, nothing else.
const JOINT = /^(?:[\s\d.+,;/|&·•()[\]:*"'“”–-]|\b(?:and|or|und|oder|sowie|et|ou|en|of|eg|e\.g|z\.b|such as|like|including|wie|comme|zoals|ideally|preferably|preferred|bevorzugt|idealerweise|vorzugsweise|idéalement|bij voorkeur|nice|bonus|plus|maybe|perhaps)\b)*$/i;
const JOINT_UNITS = 16;
/** "databases, e.g. PostgreSQL": no sentence ends here, as one does in "skilled in DevOps. Teams are small". */
const SHORT_FORM = /(?:\be\.g|\bi\.e|\bz\.\s?b|\bp\.\s?ex|\bbijv)\.\s/i;

const CUE_BEFORE_UNITS = 60;
// From a cue to the hit: at most three words.
const LEADS_ON = /^(?:[\s,(:]+(?:e\.g\.|i\.e\.|[\p{L}\p{N}+#.-]*[\p{L}\p{N}+#-])){0,3}(?:[\s,(:"“]*|\s[dl]['’])$/iu;
const CUE_AFTER =
  /[\s)"’”-]{0,2}(?:programming|developer|development|experience|skills?|code\b|coding|script|expertise|proficiency|knowledge|language|framework|librar(?:y|ies)|kenntnisse|erfahrung|certifi)/iy;
const CUE_AFTER_UNITS = 2;
const UNLESS_TOKENS = 9;

/** The hits that are skills: certain ones, and doubtful ones that their context bears out. */
export function findMentions(doc: Document): Hit[] {
  const { facts } = skillSenses();
  const hits = hitsOf(doc, "skills");
  const found: Hit[] = [];
  for (let i = 0; i < hits.length; i++) {
    const hit = hits[i]!;
    const fact = facts[hit.entry]!;
    if ((fact & CERTAIN) !== 0 || ((fact & DOUBTFUL) !== 0 && holds(doc, hits, i, fact))) found.push(hit);
  }
  return found;
}

function holds(doc: Document, hits: readonly Hit[], i: number, fact: number): boolean {
  const { initials, senses } = skillSenses();
  const hit = hits[i]!;
  const initial = initials[hit.entry]!;
  const begins = initial === 0 || doc.text.charCodeAt(hit.start) === initial;
  const { spellings, never, unless, near } = senses[hit.entry]!;
  // "python, go, rust": another spelling than the usual counts only as a plain member of a list.
  if ((fact & SPELLED) !== 0 && !(begins && isSpelled(doc, hit, spellings!))) return (fact & NEAR) !== 0 && (never === null || !isSpelled(doc, hit, never)) && amongCertain(doc, hits, i);
  if (unless !== null && hasWord(doc, hit, unless)) return false;
  return near === null || inList(doc, hits, i) || opensItem(doc, hit) || fillsLabel(doc, hit) || (near === "cue" && hasCue(doc, hit));
}

function isSpelled(doc: Document, hit: Hit, spellings: readonly string[]): boolean {
  for (const spelling of spellings) if (hit.end - hit.start === spelling.length && isWritten(doc.text, hit.start, spelling)) return true;
  return false;
}

/** The words are short: asking letter by letter is faster than `startsWith`. */
function isWritten(text: string, at: number, spelling: string): boolean {
  for (let i = 0; i < spelling.length; i++) if (text.charCodeAt(at + i) !== spelling.charCodeAt(i)) return false;
  return true;
}

function isCertain(hit: Hit): boolean {
  return (skillSenses().facts[hit.entry]! & CERTAIN) !== 0;
}

/** Separated by a sign from a skill that is certain, and followed by no further word. */
function amongCertain(doc: Document, hits: readonly Hit[], i: number): boolean {
  const hit = hits[i]!;
  const last = i > 0 ? hits[i - 1] : undefined;
  const next = hits[i + 1];
  const listed = (last !== undefined && isCertain(last) && separated(doc, last, hit)) || (next !== undefined && isCertain(next) && separated(doc, hit, next));
  return listed && /^(?:$|[,;/|+)\n]|[.](?:\s|$)|\s+[+&|/]|\s(?:and|or|und|oder|et|ou|en)\s)/.test(doc.text.slice(hit.end, hit.end + 6));
}

function separated(doc: Document, left: Hit, right: Hit): boolean {
  return right.start - left.end <= JOINT_UNITS && left.line === right.line && /^\s*[,;/|+]\s*$/.test(doc.text.slice(left.end, right.start));
}

const ITEM_GOES_ON = /^(?:$|[\n;:(/]|\s(?:(?:is |ist |est |is een )?(?:required|mandatory|essential|preferred|needed|a must|erforderlich|zwingend|requis|exigé|vereist))\s{0,3}(?:$|[\n.,;(])|\s(?:or|oder|ou)\s|,\s(?:or|and|with|without|for|in|to|at|ideally|preferably|oder|und|mit|ou|et|avec|sans)\s)/;

const ITEM_UNITS = 24;

/** "- Rust", "- Rust required" or "- Excel, without macros" among what is asked for: an item that opens with the word and does not go on with another, or a line that is the word. */
function opensItem(doc: Document, hit: Hit): boolean {
  const line = lineOf(doc, hit);
  if (!isAsked(hit) || (line.kind !== ITEM && (hit.start !== line.start || line.end - hit.end > 1)) || hit.start - line.start > 4 || /\p{L}/u.test(doc.text.slice(line.start, hit.start))) return false;
  const after = doc.text.slice(hit.end, hit.end + ITEM_UNITS);
  // Dutch "of" is "or"; elsewhere "Unity of purpose" is no game engine.
  return ITEM_GOES_ON.test(after) || (doc.language === "nl" && after.startsWith(" of "));
}

const LABEL = /(?:^|[\s•-])(?:languages?|frontend|front-end|backend|back-end|mobile|web|frameworks?|databases?|stack|data|cloud|infra(?:structure)?|tools?|tooling|orchestration|testing|sprachen?|langages?|outils?)\s*:\s*$/i;
const LABEL_UNITS = 24;

const WISH = /\((?:nice[- ]to[- ]have|bonus|preferred|a plus|plus|ideally)\s*:\s*$/i;
const WISH_UNITS = 18;

/** "Frontend: React", all that a line says of one part of a stack, or "(nice to have: Go)". */
function fillsLabel(doc: Document, hit: Hit): boolean {
  if (doc.text[hit.end] === ")") return WISH.test(doc.text.slice(Math.max(0, hit.start - WISH_UNITS), hit.start));
  const line = lineOf(doc, hit);
  return hit.start - line.start <= LABEL_UNITS && line.end - hit.end <= 1 && LABEL.test(doc.text.slice(line.start, hit.start));
}

export function isAsked(hit: Hit): boolean {
  return hit.section === "requirements" || hit.section === "preferred";
}

/** In an enumeration with a skill that is certain, or with more doubtful ones: one where skills are asked for ("R or SAS"), else two. */
function inList(doc: Document, hits: readonly Hit[], i: number): boolean {
  let members = 1;
  for (let j = i - 1; j >= 0 && members < 4 && joined(doc, hits[j]!, hits[j + 1]!); j--, members++) if (isCertain(hits[j]!)) return true;
  if (members === 1 && skillSenses().senses[hits[i]!.entry]!.near === "list" && opensBare(doc, hits[i]!, hits[i + 1])) return false;
  for (let j = i + 1; j < hits.length && members < 4 && joined(doc, hits[j - 1]!, hits[j]!); j++, members++) if (isCertain(hits[j]!)) return true;
  return members >= (isAsked(hits[i]!) ? 2 : 3);
}

/** "- Combine SwiftUI with what we have": a word that opens an item, and nothing but a blank before the next, is a verb. */
function opensBare(doc: Document, { line, start, end }: Hit, next: Hit | undefined): boolean {
  return next !== undefined && next.start - end === 1 && next.line === line && doc.text[end] === " " && !/\p{L}/u.test(doc.text.slice(doc.lines[line]!.start, start));
}

/** Two hits that stand side by side in an enumeration. */
export function joined(doc: Document, left: Hit, right: Hit): boolean {
  const units = right.start - left.end;
  if (units > JOINT_UNITS || left.line !== right.line || left.id === OTHER || right.id === OTHER) return false;
  if (units === 2 && doc.text.startsWith(", ", left.end)) return true;
  if (!onlyJoiners(doc, left.token + left.tokens, right.token)) return false;
  const between = doc.text.slice(left.end, right.start);
  return JOINT.test(between) && (!between.includes(". ") || SHORT_FORM.test(between));
}

/** Whether each word from one token to before another may stand in a joint. */
function onlyJoiners(doc: Document, from: number, to: number): boolean {
  for (let token = from; token < to; token++) if (!isMarked(doc, token, JOINER) && !isDigit(doc.text.charCodeAt(doc.tokenStart[token]!))) return false;
  return true;
}

const isDigit = (unit: number): boolean => unit >= 48 && unit <= 57;

function hasCue(doc: Document, hit: Hit): boolean {
  return precedesCue(doc, hit) || followsCue(doc, hit);
}

function precedesCue(doc: Document, hit: Hit): boolean {
  const next = hit.token + hit.tokens;
  if (next >= doc.tokenCount || doc.tokenStart[next]! - hit.end > CUE_AFTER_UNITS || !isMarked(doc, next, NOUN_AFTER)) return false;
  CUE_AFTER.lastIndex = hit.end;
  return CUE_AFTER.test(doc.text);
}

/** Whether a cue stands before the hit on its line, with at most three words between. */
function followsCue(doc: Document, hit: Hit): boolean {
  const from = Math.max(doc.lines[hit.line]!.start, hit.start - CUE_BEFORE_UNITS);
  let spaces = 0;
  for (let token = hit.token - 1; token >= 0 && doc.tokenStart[token]! >= from; token--) {
    if (doc.text.charCodeAt(doc.tokenStart[token + 1]! - 1) === SPACE && ++spaces > 4) return false;
    if (isCue(doc, token) && LEADS_ON.test(doc.text.slice(doc.tokenEnd[token], hit.start))) return true;
  }
  return false;
}

const SPACE = 32;

function isCue(doc: Document, token: number): boolean {
  const marks = marksOf(doc, token);
  return (marks & SKILL_CUE) !== 0 || ((marks & STEM) !== 0 && startsAsCue(doc.text, doc.tokenStart[token]!));
}

function hasWord(doc: Document, hit: Hit, words: readonly string[]): boolean {
  const last = Math.min(doc.tokenCount, hit.token + hit.tokens + UNLESS_TOKENS);
  for (let token = Math.max(0, hit.token - UNLESS_TOKENS); token < last; token++) {
    if (isMarked(doc, token, UNLESS) && words.includes(wordAt(doc, token))) return true;
  }
  return false;
}
