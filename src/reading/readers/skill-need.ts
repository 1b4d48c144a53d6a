import type { Need } from "../../terms/skill.ts";
import type { Document, Hit, Sentence } from "../document.ts";
import { hitsOf, lineOf } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { ITEM } from "../text/html.ts";

/** Words that say, inside a sentence, how what it names is meant: a must, a plus, asked for; studied; others' work; customers' names. */
export const needLexicon: Lexicon<"must" | "plus" | "asks" | "study" | "together" | "customers"> = {
  kind: "need",
  entries: {
    plus: [
      "nice to have(s)", "good to have", "great to have", "(a|big|huge|strong|major|definite|is|are) plus", "a (big|huge|strong|major|definite|real) plus", "bonus", "bonus points", "preferred", "preferable", "preferably", "ideally", "desirable", "desired", "advantageous", "an advantage", "an asset", "optional", "beneficial", "would be (helpful|useful|ideal)", "is helpful", "not required", "not (a )must", "willing(|ness) to", "it helps if", "would help", "helpful but", "(is|are) welcome", "also welcome",
      "von vorteil", "wünschenswert", "idealerweise", "vorteilhaft", "ein plus", "gerne auch",
      "un plus", "un atout", "apprécié(e)(s)", "souhaité(e)(s)", "idéalement", "souhaitable(s)",
      "pre", "een plus", "is een pre", "mooi meegenomen", "bij voorkeur", "pluspunt",
    ],
    must: ["must have(s)", "required", "mandatory", "is a must", "must", "essential", "zwingend", "erforderlich", "notwendig", "requis(e)(s)", "exigé(e)(s)", "indispensable(s)", "obligatoire(s)", "vereist", "noodzakelijk"],
    asks: [
      "you have", "you ve", "you possess", "possess", "proficien(t|cy)", "experienced (in|with)", "expert in", "comfortable (with|in)", "experience", "(knowledge|understanding|command|mastery) of", "familiar(|ity) with", "expertise in", "skilled in", "fluent in", "background in", "foundation in", "track record", "skills", "looking for",
      "du (hast|bringst|verfügst)", "sie (haben|bringen|verfügen)", "erfahrung(en)", "kenntnisse", "programmierkenntnisse", "programmiererfahrung", "umgang mit",
      "vous (avez|maîtrisez|disposez|justifiez)", "tu (as|maîtrises)", "maîtrise (de|des|du)", "connaissance(s) (de|des|en)", "expérience (en|avec|de|dans)",
      "je hebt", "jij hebt", "ervaring met", "kennis van",
    ],
    study: [
      "degree(s)", "bachelor(s)", "master s", "masters", "phd", "ph d", "bs", "ba", "bsc", "ms in", "msc", "majoring in", "studying", "graduate", "degree (in|or)",
      "studium", "abschluss", "studiengang", "diplôme", "diplômé(e)", "bac +(3|5)", "hbo", "wo", "opleiding",
    ],
    together: ["partner(s|ing) with", "partner with", "partner closely with", "collaborat(e|es|ing) (with|across|closely)", "collaborate closely with", "work(ing) (closely|together|alongside) with", "work(ing) with", "liais(e|ing) with", "alongside", "teams across", "zusammenarbeit mit", "samenwerken met", "en collaboration avec"],
    customers: ["(customers|clients|companies|startups|brands|partners|competitors|investors|leaders|alumni|executives|founders|veterans|teams) (like|such as|including|include|from|of|at)", "trusted by", "backed by", "acquired by", "used by", "kunden wie", "clients comme"],
  },
};

/** A stretch of text in which one need holds. `cue` is where the words begin that say so. */
type Reach = { start: number; end: number; need: Need; cue: number };

// No clause is longer: a text without stops stays cheap, and what stands further off is not meant.
const CLAUSE_UNITS = 300;

/** Tells the need of each hit, which must come in the order of the text. */
export function needReader(doc: Document): (hit: Hit) => Need {
  const said = needIn(findReaches(doc, reachOfCue));
  const asked = needIn(findReaches(doc, reachOfWish));
  const stack = stackHeading(doc);
  return (hit) => {
    const need = said(hit) ?? asked(hit);
    if (need === null && stack !== null && stack.section === hit.section && stack.end <= hit.start) return "mentioned";
    return need ?? (hit.section === "requirements" ? "required" : hit.section === "preferred" ? "preferred" : "mentioned");
  };
}

/** The first "Our tech stack" as a line of its own, after the requirements: what follows is what they use, not what they ask for. */
function stackHeading(doc: Document): Hit | null {
  const heading = hitsOf(doc, "environment").find((hit) => {
    if (hit.id !== "stack" || hit.section !== "requirements") return false;
    const line = lineOf(doc, hit);
    return line.end - line.start <= STACK_HEADING_UNITS && line.kind !== ITEM;
  });
  return heading ?? null;
}

const STACK_HEADING_UNITS = 40;

/** The need of the first reach around a hit. Reaches and hits come in the order of the text, so one pass over both is enough. */
function needIn(reaches: readonly Reach[]): (hit: Hit) => Need | null {
  let from = 0;
  return (hit) => {
    while (from < reaches.length && reaches[from]!.end <= hit.start) from++;
    for (let at = from; at < reaches.length && reaches[at]!.cue - CLAUSE_UNITS <= hit.start; at++) {
      if (reaches[at]!.start <= hit.start && hit.start < reaches[at]!.end) return reaches[at]!.need;
    }
    return null;
  };
}

function findReaches(doc: Document, reachOf: (doc: Document, cue: Hit, sentence: Sentence, taken: number) => Reach | null): Reach[] {
  const reaches: Reach[] = [];
  let at = 0;
  let taken = 0;
  for (const cue of hitsOf(doc, "need")) {
    while (at + 1 < doc.sentences.length && doc.sentences[at + 1]!.start <= cue.start) at++;
    const reach = reachOf(doc, cue, wholeSentence(doc, at), taken);
    if (reach === null) continue;
    taken = reach.end;
    reaches.push(reach);
  }
  return reaches;
}

/**
 * "Go is a plus" reaches back to the start of its clause, "ideally Go, Rust" ahead to its end. A cue that opens its sentence
 * or stands before a colon looks ahead. In brackets ("PyTorch preferred") it only chooses among what is asked for anyway.
 */
function reachOfCue(doc: Document, cue: Hit, sentence: Sentence, taken: number): Reach | null {
  if (cue.id !== "plus" && cue.id !== "must") return null;
  const { text } = doc;
  const need: Need = cue.id === "plus" ? "preferred" : "required";
  const opens = cue.start - sentence.start <= 3;
  if (opens || AHEAD.test(text.slice(cue.start, cue.end + 3))) {
    if (!opens && cue.section === "requirements" && CHOOSES.test(text.slice(cue.start, cue.end))) return null;
    return { start: cue.end, end: endOfClause(text, cue.end, Math.min(sentence.end, cue.end + CLAUSE_UNITS)), need, cue: cue.start };
  }
  const start = startOfClause(text, cue.start, Math.max(sentence.start, cue.start - CLAUSE_UNITS));
  if (text[start] === "(" && cue.section === "requirements" && text.startsWith("prefer", cue.start)) return null;
  return { start: Math.max(taken, start), end: cue.start, need, cue: cue.start };
}

const AHEAD = /^(?:ideally|it helps if|prefer(?:abl|red:)|id[ée]alement|idealerweise|bij voorkeur|must have|willing)|:/i;
const CHOOSES = /^(?:ideally|preferably|id[ée]alement|idealerweise|bij voorkeur)$/i;

// How far into its sentence a cue such as "experience with" may stand to make the sentence one that asks: "5+ years of hands-on experience".
const ASKS_WITHIN = 48;

/** Outside the sections of requirements, a sentence may ask all the same: "Strong knowledge of SQL" among the duties. */
function reachOfWish(_doc: Document, cue: Hit, sentence: Sentence): Reach | null {
  if (cue.id !== "asks" || cue.section === "requirements" || cue.section === "preferred") return null;
  // "MS-Office-Kenntnisse", "SQL skills": the cue may close a compound.
  if (cue.section === "intro") return { start: Math.max(sentence.start, cue.start - 16), end: sentence.end, need: "required", cue: cue.start };
  return cue.start - sentence.start <= ASKS_WITHIN ? { start: sentence.start, end: sentence.end, need: "required", cue: cue.start } : null;
}

/** A sentence that ends with "e.g." goes on in the next one. */
function wholeSentence(doc: Document, at: number): Sentence {
  const sentence = doc.sentences[at]!;
  const next = doc.sentences[at + 1];
  if (next === undefined || next.line !== sentence.line || !/(?:e\.g|i\.e|z\.\s?B|bzw|incl|ex)$/i.test(doc.text.slice(sentence.end - 4, sentence.end))) return sentence;
  return { ...sentence, end: next.end };
}

function endOfClause(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) if (text[i] === ";" || text[i] === ")") return i;
  return limit;
}

function startOfClause(text: string, from: number, limit: number): number {
  let closed = 0;
  for (let i = from - 1; i > limit; i--) {
    const letter = text[i];
    if (letter === ")") closed++;
    else if (letter === ";") return i;
    else if (letter === "(" && closed-- === 0) return i;
  }
  return limit;
}
