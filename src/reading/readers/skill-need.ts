import type { Need } from "../../terms/skill.ts";
import { hitsOf, lineOf, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { ITEM } from "../text/html.ts";
import { denyingPhrases } from "./skill-denied.ts";

/** Words that say, inside a sentence, how what it names is meant: a must, a plus, not there at all, asked for; studied; others' work; customers' names; names of allies, where it is no duty to tend them. */
export const needLexicon: Lexicon<"must" | "plus" | "denies" | "asks" | "study" | "together" | "customers" | "allies"> = {
  kind: "need",
  entries: {
    plus: [
      "nice to have(s)", "good to have", "great to have", "(a|big|huge|strong|major|definite|is|are) plus", "a (big|huge|strong|major|definite|real) plus", "bonus", "bonus points", "preferred", "preferable", "preferably", "ideally", "desirable", "desired", "advantageous", "an advantage", "an asset", "optional", "beneficial", "would be (helpful|useful|ideal)", "is helpful", "not required", "not (a )must", "willing(|ness) to", "it helps if", "would help", "helpful but", "(is|are) welcome", "also welcome", "nice", "nice to know", "if possible", "maybe", "perhaps", "icing on the cake", "cherry on top",
      "von vorteil", "wünschenswert", "idealerweise", "vorteilhaft", "ein plus", "(gern|gerne) (auch|mit)", "wenn möglich", "nicht (erforderlich|notwendig|zwingend|vorausgesetzt)", "(ein|als) bonus", "wäre (toll|super|schön|klasse|ideal|prima)",
      "un plus", "un (vrai|gros|réel|grand|petit|véritable|sérieux) (plus|atout)", "un atout", "apprécié(e)(s)", "souhaité(e)(s)", "idéalement", "souhaitable(s)", "si possible", "de préférence", "(pas|non) (requis|requise|requises|obligatoire|obligatoires|indispensable|indispensables|exigé|exigée|exigés|exigées|nécessaire|nécessaires)",
      "pre", "een plus", "is een pre", "mooi meegenomen", "bij voorkeur", "pluspunt", "indien mogelijk", "gewenst", "niet (vereist|noodzakelijk|verplicht)",
      "se (valora|valorará|valorarán|valora positivamente)", "valorable", "deseable(s)", "idealmente", "(preferible|preferente)mente", "a ser posible", "si es posible", "un punto a favor",
    ],
    denies: denyingPhrases,
    must: ["must have(s)", "required", "mandatory", "is a must", "must", "essential", "zwingend", "erforderlich", "notwendig", "requis(e)(s)", "exigé(e)(s)", "indispensable(s)", "obligatoire(s)", "vereist", "noodzakelijk"],
    asks: [
      "you have", "you ve", "you possess", "possess", "proficien(t|cy)", "experienced (in|with)", "expert in", "comfortable (with|in)", "experience", "(knowledge|understanding|command|mastery) of", "familiar(|ity) with", "expertise in", "skilled in", "fluent in", "background in", "foundation in", "track record", "skills", "looking for",
      "du (hast|bringst|verfügst)", "sie (haben|bringen|verfügen)", "erfahrung(en)", "kenntnisse", "programmierkenntnisse", "programmiererfahrung", "umgang mit",
      "vous (avez|maîtrisez|disposez|justifiez)", "tu (as|maîtrises)", "maîtrise (de|des|du)", "connaissance(s) (de|des|en)", "expérience (en|avec|de|dans)",
      "je hebt", "jij hebt", "ervaring met", "kennis van",
    ],
    study: [
      "degree(s)", "bachelor(s)", "master s", "masters", "phd", "ph d", "bs", "ba", "bsc", "ms in", "msc", "majoring in", "studying", "graduate", "degree (in|or)",
      "studium", "abschluss", "studiengang", "diplôme", "diplômé(e)", "bac +(3|5)", "hbo", "wo", "opleiding", "(master|bachelor)opleiding",
    ],
    together: ["partner(s|ing) with", "partner with", "partner closely with", "collaborat(e|es|ing) (with|across|closely)", "collaborate closely with", "work(ing) (closely|together|alongside) with", "work(ing) with", "liais(e|ing) with", "alongside", "teams across", "zusammenarbeit mit", "samenwerken met", "en collaboration avec"],
    customers: ["(customers|clients|companies|startups|brands|partners|competitors|investors|leaders|alumni|executives|founders|veterans|teams) (like|such as|including|include|from|of|at)", "joined us from", "(come|came|coming|hail|hails|hailing) from", "trusted by", "backed by", "acquired by", "used by", "kunden wie", "clients comme"],
    allies: ["native integrations", "partnership(s) with", "partenariat(s) (|stratégique|stratégiques )avec", "partnerschaft(en) mit"],
  },
};

/** A stretch of text in which one need holds. `cue` is where the words begin that say so. */
type Reach = { start: number; end: number; need: Need; cue: number };

// No clause is longer: a text without stops stays cheap, and what stands further off is not meant.
const CLAUSE_UNITS = 300;

/** The need of each mention; they must come in the order of the text. What is said of a mention itself goes before what its sentence asks for. */
export function needsOf(doc: Document, mentions: readonly Hit[]): Need[] {
  const { said, asked } = findReaches(doc, mentions);
  const stack = stackHeading(doc);
  const needs: Need[] = [];
  let s = 0;
  let a = 0;
  for (const hit of mentions) {
    s = passed(said, s, hit);
    a = passed(asked, a, hit);
    needs.push(needIn(said, s, hit) ?? needIn(asked, a, hit) ?? (stack !== null && stack.start <= hit.start && hit.start < stack.end ? "mentioned" : needOfSection(hit)));
  }
  return needs;
}

function needOfSection({ section }: Hit): Need {
  return section === "requirements" ? "required" : section === "preferred" ? "preferred" : "mentioned";
}

/** From the first "Our tech stack" that is a line of its own among the requirements to their end, or to the next heading: it is what they use, not what they ask for. */
function stackHeading(doc: Document): { start: number; end: number } | null {
  for (const hit of hitsOf(doc, "environment")) {
    if (hit.id !== "stack" || hit.section !== "requirements") continue;
    const line = lineOf(doc, hit);
    if (line.end - line.start > STACK_HEADING_UNITS || line.kind === ITEM) continue;
    const span = doc.sections.find(({ start, end }) => start <= hit.start && hit.start < end);
    return { start: hit.end, end: span?.end ?? doc.text.length };
  }
  return null;
}

const STACK_HEADING_UNITS = 40;

/** The first reach from `from` on that does not end before the hit. Hits come in the order of the text, so no later one needs those before. */
function passed(reaches: readonly Reach[], from: number, hit: Hit): number {
  while (from < reaches.length && reaches[from]!.end <= hit.start) from++;
  return from;
}

/** The need of the first reach around a hit. */
function needIn(reaches: readonly Reach[], from: number, hit: Hit): Need | null {
  for (let at = from; at < reaches.length && reaches[at]!.cue - CLAUSE_UNITS <= hit.start; at++) {
    if (reaches[at]!.start <= hit.start && hit.start < reaches[at]!.end) return reaches[at]!.need;
  }
  return null;
}

/** What cues say of a mention beside them, and the sentences that ask for what they name. No reach leaves its line: those of lines without a mention are left out. */
function findReaches(doc: Document, mentions: readonly Hit[]): { said: Reach[]; asked: Reach[] } {
  const { sentences } = doc;
  const said: Reach[] = [];
  const asked: Reach[] = [];
  let at = 0;
  let taken = 0;
  let next = 0;
  for (const cue of hitsOf(doc, "need")) {
    while (next < mentions.length && mentions[next]!.line < cue.line) next++;
    if (next === mentions.length) break;
    if (mentions[next]!.line !== cue.line) continue;
    const says = cue.id === "plus" || cue.id === "must";
    if (!says && !mayAsk(cue)) continue;
    while (at + 1 < sentences.length && sentences[at + 1]!.start <= cue.start) at++;
    const { start } = sentences[at]!;
    const end = endOfSentence(doc, at);
    const reach = says ? reachOfCue(doc, cue, start, end, taken) : reachOfWish(doc.text, cue, start, end);
    if (reach === null) continue;
    if (says) taken = reach.end;
    (says ? said : asked).push(reach);
  }
  return { said, asked };
}

/**
 * "Go is a plus" reaches back to the start of its clause, "ideally Go, Rust" ahead to its end. A cue that opens its sentence
 * or stands before a colon looks ahead. In brackets ("PyTorch preferred") it only chooses among what is asked for anyway.
 */
function reachOfCue(doc: Document, cue: Hit, sentenceStart: number, sentenceEnd: number, taken: number): Reach | null {
  const { text } = doc;
  const need: Need = cue.id === "plus" ? "preferred" : "required";
  if (isSoft(text, sentenceStart, cue)) return null;
  const opens = cue.start - sentenceStart <= 3;
  if (opens || AHEAD.test(text.slice(cue.start, cue.end + 3))) {
    if (!opens && onlyChooses(text, sentenceStart, cue)) return null;
    return { start: cue.end, end: endOfClause(text, cue.end, Math.min(sentenceEnd, cue.end + CLAUSE_UNITS)), need, cue: cue.start };
  }
  const start = startOfClause(text, cue.start, Math.max(sentenceStart, cue.start - CLAUSE_UNITS));
  if (isAlone(text, start, cue)) return chooses(text, cue) ? null : reachBeforeBracket(text, start, Math.max(sentenceStart, taken), need);
  if (text[start] === "(" && cue.section === "requirements" && text.startsWith("prefer", cue.start)) return null;
  return { start: Math.max(taken, cue.id === "plus" ? startOfSubject(text, start, cue) : start), end: cue.start, need, cue: cue.start };
}

/**
 * "Fluent in Python, Kafka is a plus": what stands before the comma cannot be what "is" speaks of, so that only Kafka is wished for.
 * A noun before it can ("Experience with Python, Kafka is a plus"), and so can a longer list, or one in brackets.
 */
function startOfSubject(text: string, start: number, cue: Hit): number {
  const comma = text.lastIndexOf(",", cue.start - 1);
  if (comma <= start) return start;
  const subject = text.slice(comma + 1, cue.end);
  if (!SINGULAR.test(subject) || REFERS_BACK.test(subject)) return start;
  const before = text.slice(start, comma);
  if (NOUN.test(before)) return start;
  return OWN_CLAUSE.test(before) || (ALONE.test(before) && !LISTED.test(`${before} ${subject}`)) ? comma : start;
}

const SINGULAR = /^\s[^();:]{1,48}?\s(?:is|would be|ist|wäre|est|serait|es|sería)(?:\s|$)/iu;
const REFERS_BACK = /^\s(?:that|which|it|this|and|or|ideally|das|dies|was|und|oder|ce|cela|ceci|et|ou|dat|dit|en|of|lo|y|o)\s/iu;
const NOUN = /experience|knowledge|familiarity|fluency|understanding|background|exposure|expertise|proficiency|skills?|comfort\s|interest|command|mastery|erfahrung|kenntnis|wissen|expérience|connaissance|maîtrise(?![sz])|ervaring|kennis|experiencia|conocimiento/iu;
const OWN_CLAUSE = /^[\s\p{P}]*(?:(?:very |highly |you are |you['’]re )?(?:fluent|proficient|familiar|experienced|skilled|expert|comfortable|strong|solid|good) (?:in|with|at)|(?:you|we) (?:know|write|use|work|code|build|have)|(?:sicher|fit|erfahren|stark|versiert) (?:in|mit)|(?:du|sie|wir) (?:kannst|können|schreib\p{L}+|beherrsch\p{L}+|kennst)|vous (?:maîtrisez|connaissez|écrivez)|je (?:kent|schrijft|beheerst))\s/iu;
const ALONE = /^(?!\()[^\p{L}\p{N}(]*[^\s,(]+(?:\s[^\s,(]+)?$/u;
const LISTED = /\s(?:and|or|und|oder|et|ou|en|of|y|o)\s|[/&]/iu;

/** "Nice: Go" and "Python, maybe Go" are wishes, "nice people" and "you maybe shy" are none. */
function isSoft(text: string, sentenceStart: number, cue: Hit): boolean {
  return cue.end - cue.start <= 7 && SOFT.test(text.slice(cue.start, cue.end)) && !WISHES.test(text.slice(Math.max(sentenceStart, cue.start - 6), cue.end + 1));
}

/** Among requirements, "a framework, ideally PyTorch" chooses; "Python and ideally Kafka" wishes for more. */
function onlyChooses(text: string, sentenceStart: number, cue: Hit): boolean {
  return cue.section === "requirements" && CHOOSES.test(text.slice(cue.start, cue.end)) && !ADDS.test(text.slice(Math.max(sentenceStart, cue.start - 7), cue.start));
}

/** Whether a cue is all that its brackets hold: "(nice to have)". */
function isAlone(text: string, bracket: number, cue: Hit): boolean {
  return text[bracket] === "(" && bracket + 1 === cue.start && text[cue.end] === ")";
}

/** Whether a cue alone in its brackets only chooses among what is asked for anyway: "Go (preferred) or another", "Scala (preferred), Java". */
function chooses(text: string, cue: Hit): boolean {
  if (text[cue.end + 1] === "," && /^prefer/i.test(text.slice(cue.start, cue.end))) return true;
  return CHOICE.test(text.slice(cue.end + 1, cue.end + CHOICE_UNITS));
}

/** "Python (required), Kafka (nice to have)": a cue alone in its brackets speaks of the last member before them. */
function reachBeforeBracket(text: string, bracket: number, from: number, need: Need): Reach {
  const before = text.slice(Math.max(from, bracket - BRACKETED_UNITS), bracket);
  const parted = Math.max(...[",", ";", ")", " and ", " or ", " und ", " et ", " en "].map((sign) => before.lastIndexOf(sign)));
  return { start: bracket - before.length + Math.max(0, parted), end: bracket, need, cue: bracket };
}

const BRACKETED_UNITS = 60;
/** "Go (preferred) or another language", "PyTorch (preferred), JAX, or similar": one of them is a must. */
const CHOICE = /^(?:,[^.;\n(]*)?,?\s(?:or|and\/or|oder|ou|of)\s|^[\s/,]+(?:similar|equivalent|[^.;\n(]*\betc)|^\//iu;
const CHOICE_UNITS = 80;

const AHEAD = /^(?:ideally|it helps if|prefer(?:abl|red:)|id[ée]alement|idealerweise|bij voorkeur|must have|willing|bonus (?:points )?(?:fo|if)|maybe|perhaps|gerne? |se valora|idealmente|preferi?(?:ble|nte)mente|de préférence|(?:if possible|wenn möglich|si possible|indien mogelijk|a ser posible|si es posible)(?:,|\s\S))|:/i;
const CHOOSES = /^(?:ideally|gerne? mit|preferably|id[ée]alement|idealerweise|bij voorkeur|idealmente|preferi?(?:ble|nte)mente|de préférence)$/i;
const SOFT = /^(?:nice|maybe|perhaps)$/i;
const WISHES = /nice:$|(?:[,(]|\band|\bplus)\s?(?:maybe|perhaps).$/i;
const ADDS = /(?:\s(?:and|but|plus|und|aber|et|mais|en|maar|y|pero)|[&+])\s$/i;

// How far into its sentence a cue such as "experience with" may stand to make the sentence one that asks: "5+ years of hands-on experience".
const ASKS_WITHIN = 48;

/** Outside the sections of requirements, a sentence may ask all the same: "Strong knowledge of SQL" among the duties. */
function mayAsk(cue: Hit): boolean {
  return cue.id === "asks" && cue.section !== "requirements" && cue.section !== "preferred";
}

/** "Our founding team has deep experience in": what others can is not asked for. They must be who has it: "as part of the founding team you have" asks. */
const OF_OTHERS = /^\s*(?:our|the|its)\s+(?:founding team|(?:co-)?founders?|leadership team)\s+(?:all\s+|each\s+|together\s+)?(?:has|have|had|brings?|comes?|spent)\b[^.;:]*$/i;

function reachOfWish(text: string, cue: Hit, sentenceStart: number, sentenceEnd: number): Reach | null {
  if (cue.section === "intro" && OF_OTHERS.test(text.slice(sentenceStart, cue.start))) return null;
  // "MS-Office-Kenntnisse", "SQL skills": the cue may close a compound.
  if (cue.section === "intro") return { start: Math.max(sentenceStart, cue.start - 16), end: sentenceEnd, need: "required", cue: cue.start };
  return cue.start - sentenceStart <= ASKS_WITHIN ? { start: sentenceStart, end: sentenceEnd, need: "required", cue: cue.start } : null;
}

const SHORT_FORM = /(?:e\.g|i\.e|z\.\s?B|bzw|incl|ex)$/i;

/** Where a sentence ends; one that ends with "e.g." goes on in the next one. */
function endOfSentence(doc: Document, at: number): number {
  const { end, line } = doc.sentences[at]!;
  const next = doc.sentences[at + 1];
  return next !== undefined && next.line === line && SHORT_FORM.test(doc.text.slice(end - 4, end)) ? next.end : end;
}

const SEMICOLON = 59;
const OPEN = 40;
const CLOSE = 41;

function endOfClause(text: string, from: number, limit: number): number {
  for (let i = from; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit === SEMICOLON || unit === CLOSE) return i;
  }
  return limit;
}

function startOfClause(text: string, from: number, limit: number): number {
  let closed = 0;
  for (let i = from - 1; i > limit; i--) {
    const unit = text.charCodeAt(i);
    if (unit === CLOSE) closed++;
    else if (unit === SEMICOLON) return i;
    else if (unit === OPEN && closed-- === 0) return i;
  }
  return limit;
}
