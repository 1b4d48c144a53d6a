import type { Finding } from "../../terms/evidence.ts";
import type { Visa } from "../../terms/visa.ts";
import { evidenceAt, hitsOf, unknown, whyUnread, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { ITEM } from "../text/html.ts";
import { sentenceAround, type Stretch } from "./beside.ts";

type Cue = "sponsor" | "visa" | "permit" | "citizen";

export const visaLexicon: Lexicon<Cue> = {
  kind: "visa",
  entries: {
    sponsor: ["sponsor", "sponsors", "sponsorship(s)", "sponsoring", "parrainage", "visasponsoring", "visumsponsoring"],
    visa: ["visa(s)", "visum", "visums", "h 1b(s)", "h1b(s)", "h1 b", "(employment|work) pass(es)", "immigration (support|assistance|sponsorship|help)", "visumunterstützung", "visumsunterstützung", "visaunterstützung"],
    permit: [
      "work authori(z|s)ation", "authori(z|s)ed to work", "authori(z|s)ation to work", "legal authori(z|s)ation", "right to work", "rights to work", "eligible to work", "eligible for work", "eligibility to work", "entitled to work", "permitted to work", "allowed to work", "able to legally work", "legally able to work", "legally work", "legal right to work", "work permit(s)", "working permit(s)", "work eligibility", "employment authori(z|s)ation", "working rights", "work rights",
      "arbeitserlaubnis", "arbeitsgenehmigung", "arbeitsbewilligung(en)", "aufenthaltsbewilligung(en)", "aufenthaltserlaubnis", "aufenthaltstitel", "permis de travail", "autorisation de travail", "autorisé(e)(s) à travailler", "droit de travailler", "titre de séjour", "werkvergunning", "verblijfsvergunning", "tewerkstellingsvergunning",
    ],
    citizen: ["citizen(s)", "citizenship", "green card(s)", "permanent resident(s)", "eu staatsbürgerschaft", "staatsbürgerschaft", "staatsangehörigkeit", "nationalité française", "eu burger(s)", "nederlandse nationaliteit"],
  },
};

/**
 * Whether the employer sponsors a work permit. A sentence that speaks of sponsoring outranks one that only asks for the right to work.
 * "Candidates must be authorized to work in the US without sponsorship." → `refused`
 */
export function readVisa(doc: Document): Finding<Visa> {
  if (!doc.read) return unknown(whyUnread(doc));
  let asked: Finding<Visa> | null = null;
  for (const hit of hitsOf(doc, "visa")) {
    const sentence = sentenceAround(doc, hit);
    if (aside.test(sentence.text)) continue;
    if (hit.id === "sponsor" || hit.id === "visa") {
      const value = sponsoring(doc, hit, sentence);
      if (value !== null) return finding(doc, sentence, value, 0.95, value === "offered" ? "says that it sponsors or supports a visa" : "says that it does not sponsor");
    } else asked ??= asksForRight(doc, hit, sentence);
  }
  return asked ?? unknown();
}

function finding(doc: Document, sentence: Stretch, value: Visa, confidence: number, because: string): Finding<Visa> {
  return { value, confidence, because, evidence: [evidenceAt(doc, sentence.start, sentence.end)] };
}

// Equal-opportunity lists, checks of identity after hiring and export-control notices name citizenship and permits without a word on sponsoring.
const aside =
  /\b(e-?verify|i-9|form i9|national origin|marital|veteran|disabilit|religion|background check|right to work check|verify (your|the|each)|identity verification|proof of|itar|ear\b|export[- ]control|traffic in arms|protected (individual|class)|citizen(ship)? status|8 u\.?s\.?c|poster|mastercard|american express|first[- ]class citizen|citizen developer|citizens bank|citizenship and immigration|corporate citizen|good citizen|immigration status|discriminat\w+)/i;
const refusal =
  /\b(no|not|n[o']t|cannot|unable|without|never|neither|nor|isn't|aren't|don't|doesn't|won't|can't|unavailable|ineligible|non|pas|aucun[e]?|ne|sans|kein(e|en|er|es)?|nicht|ohne|geen|niet|zonder)\b|n['’]t\b/i;
const question = /\b(do|will|would|are|can|could) (you|the applicant|the candidate)\b[^.!]*\?|\bif you (need|require)|\bplease (indicate|state|specify|let us know)|whether (you|or not)/i;
/** Words that make of "sponsor" a permit's sponsor, not an event's, a project's or a study's; a plain refusal needs none: "unable to sponsor". */
const permitWords = /\b(visas?|visum|h-?1-?b|employment sponsorship|immigration|(work|residence) permits?|(employment|work) pass(es)?|green cards?|authori[sz]\w+|relocation|right to work|sponsor (candidates|applicants|international|foreign|overseas)|for (this|the) (role|position|opening))\b/i;
const refusesToSponsor = /\b(unable|able|cannot|can['’]?t|not|don['’]t|doesn['’]t|no|without|nor)( [\w-]+){0,5} sponsor|sponsorship (is|are)( currently)? (not|un)/i;
const otherSponsor = /\b(executive|project|business|clinical|study|trial|event|company|employer|key|program(me)?|content|partner|brand|sports?|internal|c-level|senior|research|grant|plan|private equity|pe|financial|community|conference|meetups?)[- ](sponsor|visa)|sponsor-(backed|owned|led)|sponsor(ship)?s? (content|packages?|activations?|deals?|sales|revenue|events?|opportunit|relationship|of (events|run))|(events?|conferences?|grants?|marketing|donors?|franchise)\b.{0,30}\bsponsor/i;
const offers =
  /\b(offer|offers|offering|offered|provid\w+|available|sponsors?|(?<!-)sponsored|consider(ing)? (\w+ )?sponsor\w*|support\w*|assist\w*|help\w*|willing|happy|open to|possible|includ\w+|cover\w*|welcome|yes|eligible|arrang\w+|unterstütz\w+|bieten|übernehmen|aide|accompagn\w+|pris\w* en charge|prenons en charge|apply for|beantragen|ondersteun\w+|bieden|regelen|helpen|hulp)\b/i;
const visaMatter = /\b(sponsor\w*|support\w*|assist\w*|procedure|process\w*|status(es)?|transfers?|help\w*|application|unterstütz\w+|démarches|ondersteuning|hulp|aanvraag|required|types|costs?|fees?|relocation|work visas?|visas? (to|for|in)|visas? (is |are |will be )?(not )?(provided|arranged|covered|included))\b/i;

function sponsoring(doc: Document, hit: Hit, { text }: Stretch): Visa | null {
  if (question.test(text)) return null;
  if (isHeaderTag(doc, hit)) return /\bno\s+$/i.test(doc.text.slice(Math.max(0, hit.start - 4), hit.start)) ? "refused" : "offered";
  if (hit.id === "sponsor") {
    if (otherSponsor.test(text) || !(permitWords.test(text) || refusesToSponsor.test(text))) return null;
  } else if (!visaMatter.test(text) || namesCompany(doc, hit)) return null;
  if (plainOffer.test(text)) return "offered";
  if (refusal.test(text)) return notRefused.test(text) ? "offered" : "refused";
  // Under responsibilities visas are mostly what the person arranges for others.
  if (hit.section === "responsibilities" && !/\b(sponsors|we|our|us|this role|available|you['’]?ll receive|wir|nous)\b/i.test(text)) return null;
  if (offers.test(text)) return needsOwn.test(text) ? "refused" : "offered";
  // A benefit that is only named: "Visa sponsorship", "Visa sponsorship & relocation".
  return bareBenefit.test(text) ? "offered" : null;
}

const plainOffer = /\bwe (do|can|will|are (able|happy|willing|glad) to|also|gladly)? ?(sponsor|support|offer|provide)\b(?! (no|neither)\b)/i;
const bareBenefit = /^\W*(full |free |work |employment |h-?1-?b )?(visas?|immigration|relocation and visa)( and relocation)? (sponsor\w*|support|assistance|help)\b/i;

/** "not only … but", "no matter where": a no that is no refusal. */
const notRefused = /\b(not only|no matter|no problem|don't worry|not an issue|why not)\b/i;
const needsOwn = /\b(must|need to|should) (already )?(have|hold|possess|be)\b|\brequired\b|\bvalid (work )?visa/i;

/** "Acme | Berlin | Full-time, VISA": in the heads of a hiring thread the word alone offers it, beside what else is said of the contract. */
function isHeaderTag(doc: Document, hit: Hit): boolean {
  const { text } = doc;
  if (hit.end - hit.start !== 4 || text.slice(hit.start, hit.end) !== "VISA") return false;
  const { start, end } = doc.lines[hit.line]!;
  const before = text.slice(Math.max(start, hit.start - REACH), hit.start);
  const after = text.slice(hit.end, Math.min(end, hit.end + REACH));
  if (!/(?:[|,;/]|[|,;/]\s*no)\s*$/i.test(before) || !/^\s*(?:[|,;/]|$)/.test(after)) return false;
  const line = before + after;
  return line.includes("|") && /\b(?:full|part)[- ]?time\b|\b(?:onsite|on-site|remote|hybrid|interns?|contract)\b/i.test(line) && !/mastercard|amex|american express|paypal|stripe|payments?\b/i.test(line);
}

const REACH = 160;

/** Visa the company: a capital letter inside a list of names, or beside what only the company has. */
function namesCompany(doc: Document, hit: Hit): boolean {
  const { text } = doc;
  const name = text.slice(hit.start, hit.end);
  if (name !== "Visa") return false;
  const before = text.slice(Math.max(0, hit.start - 24), hit.start);
  const after = text.slice(hit.end, hit.end + 24);
  if (/^\s*(sponsor|support|assist|transfer|status|application|process|procedure|&|and relocation|help|require)/i.test(after)) return false;
  return /[a-z][^.!?\n]*[,(]\s*$|\b(at|like|and|from|with|by|as|ex-?)\s*$/i.test(before) || /^\s*(,|'s|’s|inc|direct|card|and (mastercard|stripe))/i.test(after);
}

const must =
  /\b(must|requir\w+|need|needs|needed|should|only|mandatory|applicants?|candidates?|you (are|have|hold|re)|you['’]re|is (essential|necessary)|currently|already|valid|existing|unrestricted|legal(ly)?|hold|gültige?[rn]?|erforderlich|vorausgesetzt|voraussetzung|besitz\w*|obligatoire|valide|requis\w*|exigée?|vereist|geldige?|in het bezit)\b/i;

const helpsWithPermit = /\b(we|wir) (apply for|arrange|obtain|beantragen|besorgen|übernehmen)\b|\b(prenons|prise) en charge\b|\b(support|help|assist|sponsor)\w* (you |candidates |employees )?(with|in|to (get|obtain))\b|\b(unterstütz\w+|kümmern) .{0,30}(arbeitserlaubnis|aufenthalt)|accompagn\w+ .{0,40}(permis|titre)/i;

/** The right to work as a condition. Without a word on sponsoring it means that none is offered. */
function asksForRight(doc: Document, hit: Hit, sentence: Stretch): Finding<Visa> | null {
  const { text } = sentence;
  if (question.test(text) || /\bno (work permit|citizenship)|regardless of|nationalité(s)? différentes|verschiedene|nationalités\b/i.test(text)) return null;
  // Under requirements an item that opens with it is a demand without a verb: "Thai citizenship", "US work authorization".
  const opens = hit.start - sentence.start <= 24;
  const bare = opens && sentence.text.length > hit.end - hit.start + 1 && (hit.section === "requirements" || (doc.lines[hit.line]!.kind === ITEM && hit.section !== "benefits" && hit.section !== "legal"));
  if (hit.id === "citizen") {
    if (!bare && !/\b(must be|required?|requires|only|mandatory|have to be)\b/i.test(text)) return null;
    if (/\b(preferred|a plus|clients?|customers?|services? (for|to)|lives of)\b/i.test(text)) return null;
    return finding(doc, sentence, "refused", 0.75, "is open to citizens or permanent residents only");
  }
  if (helpsWithPermit.test(text) && !refusal.test(text)) return finding(doc, sentence, "offered", 0.85, "helps with the work permit");
  // "Work permits we cannot apply for": a refusal in words of its own.
  const refused = refusal.test(text) && /\b(beantragen|apply for|arrange|obtain|demander|regelen|aanvragen)\b/i.test(text);
  if (!bare && !refused && !must.test(text)) return null;
  return finding(doc, sentence, "refused", 0.8, "asks for the right to work and offers no sponsoring");
}
