import { expandPhrase } from "../lexicon.ts";
import { headingLexicon } from "../sections.ts";
import { wordsOf } from "../text/words.ts";

const MOST_UNITS = 120;
const MOST_WORDS = 16;
const PLAIN_WORDS = 8;

/** What a line is where a title is looked for. `other` says nothing of it: a banner, a name, a place; the title may stand behind it. `stop`: headings and text begin here. */
export type LineKind = "occupation" | "title" | "other" | "stop";

/**
 * What a first line of a description reads as: `kindOfLine("Senior ML Engineer (m/w/d)")` → `"occupation"`, "Baker of models" → `"title"`,
 * "Job description" and "Berlin" → `"other"`, "About us" and "We bake models" → `"stop"`. A sentence or a heading taken for a title is worse than none.
 */
export function kindOfLine(line: string): LineKind {
  if (line.length > MOST_UNITS) return "stop";
  if (noise.test(line) || banner.test(line) || (line.endsWith("!") && line.split(" ").length <= 5)) return "other";
  const words = line.split(/\s+/).length;
  if (words > MOST_WORDS || isSentence(line) || isHeading(line) || code.test(line)) return "stop";
  if (namesOccupation(line)) return "occupation";
  const isPlain = words >= 2 && words <= PLAIN_WORDS && !slogan.test(line) && !company.test(line);
  return isPlain ? "title" : "other";
}

/** What names of work do not have, and headings and slogans do: numbers, articles, "Building …", "1. Tasks". */
const slogan = /[:?!,%€$£@#“"]|\d{3}|^\d|(?:[\u3040-\u9fff\uac00-\ud7af].*){10}|^(?:cdi|cdd|vollzeit|teilzeit)\b|^(?:an?|the) |^\p{L}+ing\s|\s(?:a|an|the|your|der|die|das|den|dem|ein|eine|le|la|les|une|des|het|een)\s/iu;
const code = /[{}<>=\\]|;$|\(\)|::|->|^(?:import|from|def|class|const|function|var|let|package|using|#include)\s/;

/** Whether a line names an occupation, or is marked as titles are: "(m/w/d)", "H/F". */
export function namesOccupation(line: string): boolean {
  return occupation.test(line) || /\(\s?[mwfdhvx](?:\s?[/|,*]\s?[mwfdhvx]){1,3}\s?\)|\bH\/F\b|\bF\/H\b/i.test(line);
}

/** Whether a line is a sentence, or the piece of one. */
export function isSentence(line: string): boolean {
  if (/(?<!\b(?:sr|jr|inc|ltd|co|corp|dr|st|no|nr|m\/w\/d)\.?)[.;:,?!…]$/iu.test(line)) return true;
  return /\p{Ll}{4}[.!?]\s+\p{Lu}/u.test(line) || opener.test(line) || /^(?:It|Sie|Es) /.test(line) || verb.test(line.replace(/^\S+/, ""));
}

/** Whether a line is a heading of a posting's section, the phrase alone: "Experience" is one, "Experience Designer" is none. */
export function isHeading(line: string): boolean {
  headings ??= new Set(Object.values(headingLexicon.entries).flatMap((phrases) => phrases.flatMap(expandPhrase)).map((phrase) => wordsOf(phrase).join(" ")));
  const parts = line.replace(/\s*\([^)]*\)$/, "").split(/\s(?:and|und|et|en|&|\+)\s/i);
  return asking.test(line) || headings.has(wordsOf(line).join(" ")) || parts.every((part) => headings!.has(wordsOf(part).join(" ")));
}

let headings: Set<string> | null = null;

/** Headings that go on with a name: "About Acme", "Life at Acme", "Why Acme". */
const asking = /^(?:(?:more |all |mehr |plus )?about|sobre|from|de la part|de parte|why|what|how|where|who|when|meet|life at|working at|join|über|warum|was|wie|wer|wo|wofür|à propos|a propos|pourquoi|que|qui|comment|ce que|découvr\p{L}+|over|waarom|wat|wie|hoe|wij|werken bij)(?!\p{L})/iu;

const opener =
  /^(?:we|we['’]re|we['’]ve|our|you|you['’]ll|you['’]re|your|i['’]m|they|this|these|that|there|here|at|as|come|looking|hiring(?! manager)|seeking|searching|are|is|do|does|did|have|has|can|will|would|want|wanna|ready|imagine|if|because|since|to|with|please|apply|reports to|reporting to|let['’]?s|introducing|become|be (?:an?|the|our|part)|hiring manager:|make|transform|hello|hi|hey|dear|welcome|thank\w*|in this|in our|(?:help|build|work|shape|lead|own|design|create|develop|drive|write|train|test) (?:us|our|the|an?|with|on|your)|wir|unser\p{L}*|du|dein\p{L}*|ihre?|als|bist|hast|suchst|möchtest|willst|werde|komm|gestalte|bei uns|für|hallo|willkommen|zur verstärkung|zum nächstmöglichen|nous|notre|nos|vous|votre|vos|tu|ton|tes|on|c['’]est|rejoi\p{L}+|envie|dans|en tant que|au sein|chez|êtes|es-tu|avez|bienvenue|bonjour|ons|onze|jij|je|jouw|jou|ben|heb|wil|zoek|zoeken|voor|kom|word|hallo|welkom|ter versterking)(?![\p{L}/&-])/iu;

/** Finite verbs and pronouns that no title has, as they stand within a sentence. */
const verb =
  /[\s(](?:is|are|was|were|will|we|we['’]re|you|you['’]ll|your|our|has|have|had|who|that|which|builds|makes|offers|seeks|recruits|needs|wants|loves|hires|ist|sind|wird|werden|wurde|haben|hat|sucht|suchen|bietet|wir|dich|euch|uns|est|sont|cherche|recherchons|cherchons|propose|offre|recrute|recrutons|vous|nous|zoekt|zoeken|biedt|bent|jij|wij|zijn|wordt|heeft|hebben)(?=[\s,.!?]|$)/u;

const banner =
  /^(?:(?:the |about the |new |open |current )?(?:job|position|role|vacancy)(?: (?:description|posting|post|advert\p{L}*|ad|details|opening|summary|specification|overview|announcement|offer|profile))s?|job|vacanc(?:y|ies)|careers?|open (?:roles?|positions?)|stellen(?:anzeige|ausschreibung|angebot|beschreibung)e?n?|job(?:beschreibung|anzeige|angebot)|offres? d['’ ]emplois?|offre de (?:stage|poste)|fiche de poste|annonce|recrutement|vacatures?(?:tekst)?|functie(?:omschrijving|beschrijving)|about the job|(?:we are|we['’]re|now|currently) hiring|wanted|gesucht|gezocht|invented example)[:!]?$/iu;

/** What stands around postings on the pages they are copied from, and says nothing of the work. */
const noise =
  /^(?:[\W_\d]+|(?:save|share|apply(?: now)?|easy apply|report|back|home|jobs?|menu|show more\b.*|skip to\b.*|.* logo|promoted|actively recruiting|be an early applicant|bewerben|jetzt bewerben|speichern|teilen|zurück|merken|postuler|enregistrer|partager|retour|solliciteer(?: nu)?|solliciteren|opslaan|delen|terug)|(?:posted|published|veröffentlicht|publié\p{L}*|geplaatst|reposted)\b.{0,40}|(?:https?:\/\/|www\.)\S+|\S+@\S+|(?:ref(?:erence)?|req(?:uisition)?|job|id|kennziffer|réf)\.?\s*(?:id|no|nr|number)?\.?\s*[:#]?\s*[A-Z]*-?\d[\w-]*|(?:full|part)[- ]?time|permanent|contract|freelance|temporary|internship|remote|hybrid|on-?site|vollzeit|teilzeit|unbefristet|befristet|festanstellung|cdi|cdd|temps (?:plein|partiel)|stage|voltijd|deeltijd|vast)$/iu;

const company = /\b(?:GmbH|AG|SE|KG|e\.V\.|Inc\.?|Ltd\.?|LLC|PLC|Corp\.?|B\.?V\.?|N\.?V\.?|S\.?A\.?S?|SARL|S\.p\.A\.?)$/;

const stems =
  "engineer|scientist|developer|architect|analyst|researcher|manager|specialist|consultant|expert|intern|internship|trainee|designer|administrator|programmer|technician|strategist|advisor|adviser|auditor|counsel|recruiter|trainer|annotator|editor|writer|president|principal|coordinator|representative|executive|associate|assistant|professor|lecturer|teacher|tutor|nurse|driver|accountant|controller|planner|operator|mechanic|electrician|evangelist|advocate|practitioner|apprentice|graduate|founder|linguist|statistician|mathematician|physicist|economist|director|officer|tester|investigator|owner|supervisor|clerk|lawyer|postdoc|fellow|" +
  "entwickler|ingenieur|wissenschaftler|wissenschafter|forscher|berater|leiter|leitung|referent|spezialist|experte|expertin|architekt|mitarbeiter|praktikant|praktikum|masterarbeit|bachelorarbeit|abschlussarbeit|doktorand|promotionsstelle|sachbearbeiter|fachkraft|auszubildende|auszubildender|koordinator|beauftragte|beauftragter|prüfer|techniker|informatiker|mathematiker|physiker|statistiker|werkstudent|student|verkäufer|kaufmann|kauffrau|planer|betreuer|jurist|redakteur|" +
  "ingénieur|ingénieure|développeur|développeuse|chercheur|chercheuse|scientifique|architecte|analyste|consultante|chef|cheffe|responsable|directeur|directrice|chargé|chargée|stagiaire|stage|alternance|alternant|alternante|doctorant|doctorante|experte|technicien|technicienne|assistante|conseiller|conseillère|formateur|formatrice|gestionnaire|juriste|thèse|référent|référente|" +
  "ontwikkelaar|onderzoeker|wetenschapper|adviseur|beheerder|medewerker|leider|promovendus|hoofd|docent|analist|directeur|bouwer";
/** German and Dutch write the occupation at the end of one word: "Softwareentwickler", "Teamleider". */
const occupation = new RegExp(`(?<!\\p{L})(?:\\p{L}*(?:${stems})(?:s|e|es|en|in|innen|n)?|lead|teamlead|head of|chief|vp|cto|ceo|cio|cdo|caio|sre|sdet|mle|mlops|devops|quant|phd|ph\\.d|member of (?:the )?technical staff)(?!\\p{L})`, "iu");
