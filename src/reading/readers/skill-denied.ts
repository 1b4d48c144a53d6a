import { hitsOf, type Document, type Hit } from "../document.ts";

/** Phrases that may deny what stands beside them; each is looked at again in its sentence. "Not required" is none of them: that is a plus. */
export const denyingPhrases = [
  "no", "not", "nor", "neither", "never", "without", "instead of", "rather than", "(don|doesn|didn|won|needn|isn|aren|wasn|weren|haven|hasn|wouldn|shouldn) t", "(moved|migrated|switched) (off|from|away from)", "got rid of", "(ditched|dropped|replaced|abandoned)",
  "(kein|keine|keinen|keinem|keiner)", "nicht", "ohne", "statt", "anstatt", "anstelle von", "weder",
  "pas", "sans", "plutôt que", "au lieu (de|d)", "à la place (de|d)", "aucun(e)", "ni", "jamais", "avons (abandonné|quitté|remplacé)",
  "geen", "niet", "zonder", "in plaats van", "afgestapt van",
  "sin", "en (lugar|vez) de", "ningún", "ninguna", "nunca",
];

/** What a denial says of a mention: it is no part of the work at all ("we do not use Kafka"), or only nobody has to know it yet ("no experience with Rust required"). */
export type Denial = "absent" | "unasked";

/** Words that may stand between a denial and what it denies; any other is another matter: "No degree needed, just Python". */
const between = new Set(
  (
    "a an the any another more of for to at all be been being need needs needed require requires want wants expect expects ask asking use used uses using run running rely relying on work works worked working with have has had in into write writing wrote touch touching know knowing do like prior previous existing deep extensive strong specific particular professional commercial hands hands-on real production experience experienced experiences knowledge expertise expert experts fluent guru gurus profi profis background familiarity familiar understanding proficiency proficient skills skill your our own old legacy yet here as by " +
    "ein eine einen einem einer der die das den dem zu zur mit von für auf über sein gearbeitet haben erfahrung erfahrungen vorerfahrung kenntnisse vorkenntnisse vorwissen wissen expertise brauchst brauchen benötigst benötigen nötig mehr tiefe nutzen verwenden setzen arbeiten " +
    "de d du des la le les l un une besoin utiliser utilisons avec en d'expérience expérience connaissance connaissances maîtrise maîtriser connaître travaillé avoir être préalable plus nécessaire " +
    "het een van met voor ervaring kennis voorkennis gebruiken nodig werken gewerkt te hebben zijn werkervaring " +
    "se una con el los las experiencia previa conocimientos conocimiento necesitas necesitamos usamos utilizamos usar hace falta saber trabajamos requiere requieren es necesario necesaria"
  ).split(" "),
);
/** Whom a company does not look for, and the words of looking: "not looking for people with Kafka". */
const people = /(?<!\p{L})(?:people|persons?|candidates?|applicants?|someone|somebody|anyone|anybody|engineers?|developers?|leuten?|menschen|jemand(?:en)?|bewerber(?:n|innen)?|kandidat(?:en|innen)|entwickler(?:n|innen)?|personnes?|candidats?|ingénieurs?|développeurs?|mensen|iemand|kandidaten|sollicitanten|ontwikkelaars?)(?!\p{L})/iu;
const seeks = /(?<!\p{L})(?:looking|seeking|searching|hiring|hire|suche|suchen|cherchons|recherchons|recherche|zoek|zoeken)(?!\p{L})/iu;
const ADDRESSES = /(?<!\p{L})(?:you|du|sie|vous|tu|je|jij)(?!\p{L})/iu;
const soughtWords = new Set(
  (
    "actually currently looking for seeking searching hiring hire people person persons candidate candidates applicant applicants someone somebody anyone anybody engineer engineers developer developers who that knows uses writes worked much years " +
    "auf suche nach leute leuten menschen jemand jemanden bewerber bewerbern kandidaten entwickler entwicklern können kann kennen kennt beherrschen " +
    "à recherche personne personnes candidat candidats ingénieur ingénieurs développeur développeurs qui ayant connaissent connaît maîtrisent " +
    "op zoek naar mensen iemand sollicitanten ontwikkelaar ontwikkelaars kennen kent kunnen"
  ).split(" "),
);
const UNTAUGHT = /experi|knowledge|background|familiar|understand|proficien|skills?\b|\bknow|erfahrung|kenntnis|wissen|connaiss|connaître|expérience|maîtris|ervaring|kennis|conocimiento|saber|expert|fluen|guru|profi|worked|gearbeitet|travaillé|gewerkt/iu;
const UNTAUGHT_BEHIND = /^[\s-](?:\p{L}+ )?(?:experience|knowledge|skills|background|expertise|know-how|erfahrung|kenntnisse|ervaring|kennis|gearbeitet|gewerkt|(?:expert|guru|profi)s?)(?!\p{L})/iu;
/** "If you have not used Kafka", "Never used Kafka? We teach it": a condition denies nothing. */
const CONDITION = /(?:^|[\s(])(?:if|even|whether|when|wenn|falls|auch|si|même|als|ook als|aunque)\s/iu;
/** "Nothing works without Python", "cannot live without SQL" */
const TWICE = /(?:can(?:no|['’])t|never|nothing|nobody|no one|not|nichts?|niemand|rien|niets|nada)\s[^.;]{0,40}$/iu;
const GOES_NOT = /^\s+(?:geht|läuft|kommst|works|you (?:can|will)|it)(?!\p{L})/iu;
/** Whose past a change was: what "we moved off" is gone, what "you moved off" is known. */
const WE = /(?:^|[\s(])(?:we(?:['’]ve)?|wij|company|nous)\s[^.;]{0,30}$/iu;
const CHANGED = /^(?:moved|migrated|switched|got|ditched|dropped|replaced|abandoned|avons|afgestapt)/i;
/** "With or without Kafka" leaves it open. */
const EITHER = /(?:^|\s)(?:or|oder|ou|of|o)\s$/iu;
const LACKS = /^(?:without|ohne|sans|zonder|sin)$/i;
const learnt = ["experience", "knowledge", "skills", "erfahrung", "kenntnisse", "ervaring", "kennis"];
const verbs = "is are will do does ist sind wird werden brauchst brauchen benötigst nutzen verwenden musst du wir sie man n['’]est nous n['’]utilisons heb heeft gebruiken je we wij hoef es se hier".split(" ");
/** What stands between a mention and the denial behind it: "Kafka is not used", "Kubernetes brauchst du nicht". */
const BEHIND = new RegExp(`^(?:[\\s-](?:${learnt.join("|")}))?(?:\\s(?:${verbs.join("|")})){0,4}\\s$`, "iu");
/** The words that it may begin with; of "n'est" the first. */
const firstBehind = new Set([...learnt, ...verbs, "n"]);
const BEHIND_SAYS = /^\s?(?:needed|used|part of|in use|in our stack|nötig|gebraucht|verwendet|eingesetzt|zu (?:können|kennen)|utilisé|nécessaire|nodig|gebruikt|(?:te )?(?:kennen|kunnen)|usamos|hace falta)(?!\p{L})|^[\s.,;!)]*$/iu;
/** What may stand between two members of a list of which the first is denied; what closes such a list. */
const JOINT = /^["”’)]?(?:,\s|\s?\/\s?|,?\s(?:or|nor|and|oder|noch|und|ou|ni|et|of|en|o|y)\s)(?:(?:any|an?|de|d['’]|ni|nor|noch)\s?)?["“‘(]?$/iu;
const CLOSES = /(?:or|nor|and|oder|noch|und|ou|ni|et|of|en|o|y)\s|\//iu;
/** "Python, not R, and SQL": what "and" joins to a contrast goes on with what stood before it. */
const CONTRASTS = /^(?:instead|rather|statt|anstatt|anstelle|plutôt|au lieu|à la place|in plaats|en (?:lugar|vez))/iu;
const BARE = /^(?:not|nicht|pas|niet|no)$/iu;
const SET_APART = /(?:[,(–—]|\s-|(?:^|\s)(?:but|and|aber|und|mais|et|maar|en|pero|y))\s*$/iu;
const CLOSES_CONTRAST = /(?:or|nor|oder|noch|ou|ni|of|o)\s|\//iu;
const SPEAKS = /^\s+(?:is|are|was|will|has|have|only|instead|ist|sind|est|sont|es|son|zijn|we|you|wir|du)(?!\p{L})/iu;

const REACH = 70;

/** What denies each mention, by its place among them; null where nothing is denied, which is nearly always. "No Kafka or Spark" denies both, "no Kafka, just Python" one. */
export function findDenials(doc: Document, mentions: readonly Hit[]): Map<number, Denial> | null {
  let found: Map<number, Denial> | null = null;
  let next = 0;
  for (const cue of hitsOf(doc, "need")) {
    if (cue.id !== "denies") continue;
    while (next < mentions.length && mentions[next]!.start < cue.end) next++;
    const ahead = mentions[next];
    const behind = mentions[next - 1];
    let denial = ahead !== undefined && ahead.line === cue.line && ahead.start - cue.end <= REACH ? denialAhead(doc, cue, ahead) : null;
    let at = next;
    if (denial === null && behind !== undefined && behind.line === cue.line && cue.start - behind.end <= REACH) {
      denial = denialBehind(doc, cue, behind);
      at = next - 1;
    }
    if (denial === null) continue;
    found ??= new Map();
    for (const end = at < next ? at : endOfList(doc, mentions, at, isContrast(doc, cue, behind) ? CLOSES_CONTRAST : CLOSES); at <= end; at++) found.set(at, denial);
  }
  return found;
}

function denialAhead(doc: Document, cue: Hit, hit: Hit): Denial | null {
  const { text } = doc;
  const first = firstWord(text, cue.end, hit.start);
  if (first !== "" && !between.has(first)) return soughtWords.has(first) && isNotSought(doc, cue, hit) ? "unasked" : null;
  if (isNotSought(doc, cue, hit)) return "unasked";
  const said = text.slice(cue.end, hit.start);
  if (!/^['’]?(?:\s|$)/.test(said) || /[^\p{L}\s'’"“„«(-]/u.test(said) || !said.toLowerCase().replace(/^['’]/, "").split(/[\s'’"“„«(]+/).every((word) => word === "" || between.has(word))) return null;
  const line = doc.lines[cue.line]!;
  const before = sentenceBefore(text, line.start, cue.start);
  const word = text.slice(cue.start, cue.end);
  if (CHANGED.test(word) && !WE.test(before)) return null;
  if (LACKS.test(word) && (EITHER.test(before) || TWICE.test(before) || GOES_NOT.test(text.slice(hit.end, hit.end + 16)))) return null;
  const isUnasked = UNTAUGHT.test(said) || UNTAUGHT_BEHIND.test(text.slice(hit.end, hit.end + 36)) || CONDITION.test(before) || text.slice(hit.end, Math.min(line.end, hit.end + 3)).includes("?");
  return isUnasked ? "unasked" : "absent";
}

/** "We are not looking for people with Kafka": nobody is asked for it. What "you" do not look for is another matter, and so is a condition. */
function isNotSought({ text, lines }: Document, cue: Hit, hit: Hit): boolean {
  const said = text.slice(cue.end, hit.start).replace(/,(?= (?:die|who|qui) )/iu, "");
  if (!people.test(said) || /[^\p{L}\s'’-]/u.test(said)) return false;
  const before = sentenceBefore(text, lines[cue.line]!.start, cue.start);
  if (!seeks.test(said) && !seeks.test(before)) return false;
  if (CONDITION.test(before) || ADDRESSES.test(before)) return false;
  return said.toLowerCase().split(/[\s'’]+/).every((word) => word === "" || between.has(word) || soughtWords.has(word));
}

function denialBehind(doc: Document, cue: Hit, hit: Hit): Denial | null {
  const { text } = doc;
  const first = firstWord(text, hit.end, cue.start);
  if (first !== "" && !firstBehind.has(first)) return null;
  if (LACKS.test(text.slice(cue.start, cue.end)) || !BEHIND.test(text.slice(hit.end, cue.start))) return null;
  if (!BEHIND_SAYS.test(text.slice(cue.end, Math.min(doc.lines[cue.line]!.end, cue.end + 16)))) return null;
  return UNTAUGHT.test(text.slice(hit.end, cue.start)) ? "unasked" : "absent";
}

/** The first word between two places, in small letters; "" where there is none. Nearly always it tells already that nothing is denied. */
function firstWord(text: string, from: number, to: number): string {
  let start = from;
  while (start < to && !isLetter(text.charCodeAt(start))) start++;
  let end = start;
  while (end < to && (isLetter(text.charCodeAt(end)) || text.charCodeAt(end) === HYPHEN)) end++;
  return text.slice(start, end).toLowerCase();
}

const HYPHEN = 0x2d;

function isLetter(code: number): boolean {
  const small = code | 0x20;
  return (small >= 0x61 && small <= 0x7a) || (code >= 0xc0 && code < 0x2000);
}

function sentenceBefore(text: string, lineStart: number, at: number): string {
  const start = Math.max(lineStart, at - REACH);
  const before = text.slice(start, at);
  return before.slice(before.search(/[^.!?;]*$/));
}

/** Whether a denial only sets what it denies apart from a mention before it: "Python, not R", "Python instead of R". */
function isContrast({ text, lines }: Document, cue: Hit, before: Hit | undefined): boolean {
  if (before === undefined || before.line !== cue.line) return false;
  const word = text.slice(cue.start, cue.end);
  return CONTRASTS.test(word) || (BARE.test(word) && SET_APART.test(text.slice(Math.max(lines[cue.line]!.start, cue.start - 8), cue.start)));
}

/** The last member of the list that a denied mention begins: one that a word such as "or" joins, and nothing more is said of. */
function endOfList(doc: Document, mentions: readonly Hit[], first: number, closes: RegExp): number {
  let end = first;
  for (let at = first; at + 1 < mentions.length; at++) {
    const [left, right] = [mentions[at]!, mentions[at + 1]!];
    if (right.line !== left.line || right.start - left.end > 12) break;
    const joint = doc.text.slice(left.end, right.start);
    if (!JOINT.test(joint)) break;
    if (closes.test(joint) && !SPEAKS.test(doc.text.slice(right.end, right.end + 12))) end = at + 1;
  }
  return end;
}
