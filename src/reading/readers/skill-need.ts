import type { Need } from "../../terms/skill.ts";
import type { Document, Hit, Sentence } from "../document.ts";
import { hitsOf } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";

/** Words that say, inside a sentence, whether what it names is a must or a plus. */
export const needLexicon: Lexicon<"must" | "plus" | "asks"> = {
  kind: "need",
  entries: {
    plus: [
      "nice to have(s)", "good to have", "great to have", "(a|big|huge|strong|major|definite|is|are) plus", "a (big|huge|strong|major|definite|real) plus", "bonus", "bonus points", "preferred", "preferably", "ideally", "desirable", "desired", "advantageous", "an advantage", "an asset", "optional", "beneficial", "would be (helpful|useful|ideal)", "is helpful", "not required", "not (a )must",
      "von vorteil", "wünschenswert", "idealerweise", "vorteilhaft", "ein plus", "gerne auch",
      "un plus", "un atout", "apprécié(e)(s)", "souhaité(e)(s)", "idéalement", "souhaitable(s)",
      "pre", "een plus", "is een pre", "mooi meegenomen", "bij voorkeur", "pluspunt",
    ],
    must: ["must have(s)", "required", "mandatory", "is a must", "must", "essential", "zwingend", "erforderlich", "notwendig", "requis(e)(s)", "exigé(e)(s)", "indispensable(s)", "obligatoire(s)", "vereist", "noodzakelijk"],
    asks: [
      "you have", "you ve", "proficien(t|cy) (in|with)", "experienced (in|with)", "(strong|deep|solid|proven|hands on|practical|working|extensive) (experience|knowledge|understanding|expertise|proficiency|command|background)", "experience (with|in|using|building|of|developing|working)", "years of", "knowledge of", "familiar(|ity) with", "expertise in", "skilled in", "fluent in", "looking for",
      "du (hast|bringst|verfügst)", "sie (haben|bringen|verfügen)", "erfahrung(en) (mit|in)", "kenntnisse (in|von)",
      "vous (avez|maîtrisez|disposez|justifiez)", "tu (as|maîtrises)", "maîtrise (de|des|du)", "connaissance(s) (de|des|en)", "expérience (en|avec|de|dans)",
      "je hebt", "jij hebt", "ervaring met", "kennis van",
    ],
  },
};

/** A stretch of text in which one need holds. */
type Reach = { start: number; end: number; need: Need };

/** Tells the need of each hit, which must come in the order of the text. */
export function needReader(doc: Document): (hit: Hit) => Need {
  const reaches = findReaches(doc);
  let at = 0;
  return (hit) => {
    while (at < reaches.length && reaches[at]!.end <= hit.start) at++;
    for (let i = at; i < reaches.length && reaches[i]!.start <= hit.start; i++) if (reaches[i]!.end > hit.start) return reaches[i]!.need;
    return hit.section === "requirements" ? "required" : hit.section === "preferred" ? "preferred" : "mentioned";
  };
}

/**
 * "Go is a plus" reaches back to the start of its clause, "ideally Go, Rust" ahead to its end. A cue that opens its sentence
 * or stands before a colon looks ahead; words in brackets reach no further than the brackets.
 */
function findReaches(doc: Document): Reach[] {
  const reaches: Reach[] = [];
  let at = 0;
  for (const cue of hitsOf(doc, "need")) {
    while (at + 1 < doc.sentences.length && doc.sentences[at + 1]!.start <= cue.start) at++;
    const reach = reachOf(doc, cue, doc.sentences[at]!, reaches[reaches.length - 1]?.end ?? 0);
    if (reach) reaches.push(reach);
  }
  return reaches;
}

function reachOf(doc: Document, cue: Hit, sentence: Sentence, taken: number): Reach | null {
  const { text } = doc;
  if (cue.id === "asks") {
    return cue.section === "intro" || cue.section === "title" ? { start: cue.end, end: sentence.end, need: "required" } : null;
  }
  const need: Need = cue.id === "plus" ? "preferred" : "required";
  const ahead = cue.start - sentence.start <= 3 || /^\s{0,2}:/.test(text.slice(cue.end, cue.end + 3)) || /^(?:ideally|preferably|id[ée]alement|idealerweise|bij voorkeur|must have)$/i.test(text.slice(cue.start, cue.end));
  if (ahead) return { start: cue.end, end: endOfClause(text, cue.end, sentence.end), need };
  return { start: Math.max(taken, startOfClause(text, cue.start, sentence.start)), end: cue.start, need };
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
