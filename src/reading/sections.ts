import type { Section } from "../terms/section.ts";
import type { Line, SectionSpan } from "./document.ts";
import type { Lexicon } from "./lexicon.ts";
import { BOLD, HEADING, ITEM } from "./text/html.ts";

/** What headings of postings say, in the four languages. A heading is a whole line, or opens a line and ends with a colon. */
export const headingLexicon: Lexicon<Exclude<Section, "title" | "location" | "intro">> = {
  kind: "heading",
  entries: {
    responsibilities: [
      "(key|core|main|primary|your|essential|job|major|role) responsibilit(y|ies)", "responsibilities", "responsibilities include", "duties", "(your|job|key) dut(y|ies)", "duties and responsibilities", "what you(| will| ll) (do|be doing|own|build|work on|achieve|accomplish|deliver|drive|lead|tackle)",
      "what you will be responsible for", "what you ll be (working on|responsible for)", "what you d be doing", "what you would do", "your (role|mission|impact|tasks|job|work|day|opportunity|challenge|focus)", "the (role|job|position|opportunity|mission|work|challenge)", "about (the|this) (role|job|position|opportunity|internship|work|project)",
      "role (overview|description|summary|responsibilities)", "job (description|summary|purpose|overview)", "position (overview|summary|description|responsibilities)", "in this role", "in this role you will", "you will", "you ll", "day to day", "a day in the life", "day in the life", "your day to day", "how you(| will| ll) (make an impact|contribute|spend your time|add value)",
      "areas of (responsibility|focus|ownership)", "key (accountabilities|tasks|objectives|activities|focus areas|areas)", "what the role (involves|entails)", "what this role (involves|entails|looks like)", "the impact you ll (make|have)", "the impact you will (make|have)", "impact you will (make|have)", "scope of work", "essential functions", "main tasks", "what we need you to do", "what you get to do", "you will be responsible for", "responsibilities will include", "what success looks like", "mission", "tasks", "accountabilities", "example projects", "projects you might work on", "what to expect in the role", "overview of the role", "key deliverables", "what your day could look like", "your contributions", "what s the job",
      "(deine|ihre|die|eure) aufgabe(n)", "aufgaben", "aufgabengebiet", "das erwartet dich", "was dich erwartet", "was sie erwartet", "das sind deine aufgaben", "dein(e) (rolle|job|mission|verantwortung|impact|herausforderung)", "ihre (rolle|verantwortung|herausforderung)", "was du (machst|tust|bewegst|bewirkst|tun wirst|bei uns machst)", "was sie (tun|bewegen)", "das machst du", "tätigkeiten", "tätigkeitsbeschreibung", "stellenbeschreibung", "deine verantwortlichkeiten", "verantwortlichkeiten", "womit du dich beschäftigst", "darum geht es", "der job", "die stelle", "so sieht dein alltag aus", "hier bringst du dich ein", "das wirst du tun",
      "(vos|tes|les|nos|votre|ta|la|sa|ses) mission(s)", "missions", "missions principales", "mission", "(vos|tes|les) responsabilités", "responsabilités", "(votre|ton|le) rôle", "description du poste", "le poste", "descriptif du poste", "(vos|tes|les) activités", "activités principales", "ce que (vous ferez|tu feras|vous allez faire|tu vas faire)", "au quotidien", "votre quotidien", "ton quotidien", "à ce titre", "dans ce cadre vous", "vos principales missions", "vos tâches", "tâches", "description de la mission", "contexte et missions", "détail des missions", "rôle et responsabilités", "rôles et responsabilités", "objectifs", "vos challenges", "présentation du poste", "principales responsabilités", "intitulé et description du poste", "contenu de la mission", "activités",
      "wat ga je doen", "wat je gaat doen", "wat je doet", "dit ga je doen", "jouw (rol|taken|werkzaamheden|functie|uitdaging|impact|dag)", "je (taken|rol|werkzaamheden)", "de (functie|rol|taken)", "taken", "functieomschrijving", "werkzaamheden", "verantwoordelijkheden", "wat houdt de functie in", "over de (functie|rol)", "takenpakket", "dit wordt jouw rol", "wat ga jij doen", "jouw verantwoordelijkheden", "wat doe je",
      "why this role (matters|exists|is exciting)", "role", "this role", "focus areas", "what will you do", "what you d (do|work on|inherit|own|build)", "vous serez en charge de", "(vos|les) principales responsabilités", "a typical (week|day)", "what your (week|day|month) looks like", "your first (year|month|week|90 days|six months)", "expectations of this role", "what makes this role unique", "what to expect", "zo ziet je (dag|week) eruit",
    ],
    requirements: [
      "requirements", "(minimum|basic|key|job|role|core|essential|technical|must have|the|your|our|position|mandatory|general|candidate|skill|skills|education|experience) (requirements|qualifications)", "qualifications", "required (qualifications|skills|experience|education|knowledge)", "required skills and (experience|qualifications)", "requirements and qualifications", "qualifications and (skills|experience|requirements)", "skills and (experience|qualifications|requirements|competencies|expertise|abilities)", "(key|core|essential|technical|your|the|must have|must|hard|relevant|professional|desired candidate) (skills|skillset|competencies|experience|expertise|profile)", "skills", "skills required", "skills needed", "experience", "experience required", "experience and (skills|qualifications|education)", "education and experience", "education", "education requirements",
      "what (we|you) (re|are|need|bring|require|look for|want|expect|have|possess)", "what we re looking for", "what we are looking for", "what we look for", "what you(| will| ll) (bring|need|have|bring to the table|bring to us|need to succeed|need to have|need to be successful|need to bring)", "what you should (have|bring)", "what you must have", "what you ve got", "what you have", "who you are", "who are you", "who we re looking for", "who we are looking for", "who we look for", "about you", "you have", "you bring", "you are", "you must have", "you should have", "you might be a (good|great|strong) fit if(| you)", "you may be a (good|great) fit if(| you)", "you could be a good fit if(| you)", "you ll be a (good|great) fit if", "you re a (good|great) fit if", "you might be a fit if", "ideal candidate", "the ideal candidate", "your (profile|background|experience|qualifications|skills|expertise|talents|toolkit)", "candidate profile", "profile", "must haves", "must have", "must have skills", "must haves include", "we re looking for", "we are looking for", "we expect", "we d love to see", "we look for", "what it takes", "what makes you a (great|good|strong) fit", "what makes you a fit", "what will make you successful", "what will help you succeed", "prerequisites", "minimum experience", "our ideal candidate", "you ll need", "you will need", "you ll have", "you ll bring", "to be successful in this role", "to succeed in this role", "why you", "what sets you apart", "tech stack", "our stack", "technologies", "knowledge skills and abilities", "background", "our requirements", "looking for", "is this you", "this is you", "does this sound like you", "sound like you", "the person", "person specification", "competencies", "languages", "who will love this job", "let s talk about you", "what we value",
      "(dein|ihr|euer|das) profil", "profil", "anforderungen", "anforderungsprofil", "voraussetzungen", "(deine|ihre) (qualifikation(en)|skills|kompetenzen|fähigkeiten|erfahrung(en)|voraussetzungen|stärken|kenntnisse|superkräfte)", "qualifikation(en)", "das bringst du mit", "das bringen sie mit", "was du mitbringst", "was du mitbringen solltest", "was sie mitbringen", "was dich auszeichnet", "das zeichnet dich aus", "womit du (überzeugst|uns überzeugst|punktest)", "wen wir suchen", "wir suchen", "wir erwarten", "was wir erwarten", "was wir suchen", "was wir uns wünschen", "das wünschen wir uns", "du bringst mit", "sie bringen mit", "fachliche anforderungen", "kenntnisse", "du passt zu uns wenn", "deine expertise", "dein background", "so überzeugst du uns", "das solltest du mitbringen", "damit überzeugst du uns", "wer du bist", "das bist du", "muss", "muss kriterien", "das brauchst du",
      "(votre|ton|le|vos) profil(s)", "profil recherché", "profil", "profil du candidat", "profil souhaité", "description du profil", "compétences", "compétences (requises|techniques|attendues|recherchées|clés|demandées|nécessaires|et qualifications)", "(vos|tes|les) compétences", "vos atouts", "qualifications", "qualifications requises", "prérequis", "pré requis", "exigences", "expérience", "expérience requise", "formation", "formation et expérience", "qui êtes vous", "qui es tu", "ce que nous (recherchons|attendons)", "ce que vous apportez", "nous recherchons", "on recherche", "savoir être", "savoir faire", "connaissances", "compétences et expérience", "environnement technique", "stack technique", "l environnement technique", "vous êtes", "à propos de vous", "à propos de toi", "et vous", "votre expertise", "ton expertise", "compétences fonctionnelles", "langues", "votre parcours",
      "wat (vragen|verwachten|zoeken) wij", "(wij|we) vragen(| van jou| van je)", "wat we (vragen|verwachten|zoeken|van je vragen)", "wat wij (vragen|verwachten|zoeken)", "wie ben jij", "wie ben je", "wie jij bent", "wie zoeken (we|wij)", "dit (ben jij|breng je mee|neem je mee|vragen we)", "jouw profiel", "je profiel", "functie eisen", "functieeisen", "vereisten", "eisen", "wat breng je mee", "wat breng jij mee", "wat neem je mee", "wat jij meebrengt", "over jou", "gevraagd", "kwalificaties", "jouw (achtergrond|ervaring|vaardigheden|kwaliteiten)", "jij hebt", "je hebt", "dit heb je in huis", "dit heb jij",
      "required", "essential", "(personal|key|desired) attributes", "attributes", "soft skills", "qualités (personnelles|attendues|requises)", "(vos|tes) qualités", "ideal candidates", "you (should|might|may) apply if", "you could be a (good|great|strong) fit if(| you)", "this role is for you if(| you)", "what you ve done(| before)", "what we ask(| for| of you)", "what we d (like|love) to see", "wat je meebrengt", "(dein|ihr) (rucksack|gepäck|werkzeugkasten)", "(notre|la) stack technique", "tools we use", "parlons de (vous|toi)", "(vous|tu) maîtrise(z|s)", "ce poste est fait pour (vous|toi) si", "(vous êtes|tu es) fait(e) pour ce poste si",
    ],
    preferred: [
      "(preferred|desired|desirable|bonus|additional|optional|nice to have|good to have|plus) (qualifications|skills|experience|requirements|points|criteria|competencies|attributes|skillset)", "preferred", "preferred but not required", "preferred education and experience", "nice to have(s)", "nice to haves but not required", "it s nice to have", "nice to have experience", "good to have", "great to have", "bonus", "bonus points", "bonus points (if|for)", "bonus if you have", "extra (points|credit)", "extra credit if", "pluses", "a plus", "big plus", "plus points", "plus", "desirable", "desired", "ideally you have", "ideally", "ideally you(| will| ll) have", "it would be (great|nice|a plus|a bonus) if(| you)", "it would help if(| you| you had| you have)", "it helps if(| you| you have)", "what would be great", "it s a (plus|bonus) if(| you)", "we d love it if", "what would be a plus", "what could set you apart", "what would make you stand out", "you ll stand out if", "stand out", "strong candidates may also(| have)", "strong candidates might(| also) have", "even better if", "even better", "brownie points", "also great", "advantageous", "would be a plus", "not required but", "additional experience", "preferably", "standout qualifications", "ways to stand out", "ways to stand out from the crowd", "added bonus", "what will set you apart", "you may also have", "not required but a plus", "what you (do not|don t) need(| to have)", "you (do not|don t) need(| to have)",
      "nice to have", "von vorteil", "wünschenswert", "idealerweise", "pluspunkte", "das wäre (toll|super)", "das wäre ein plus", "bonuspunkte", "darüber freuen wir uns", "optional", "zusätzlich von vorteil", "schön wäre", "ein plus", "kann", "kann kriterien",
      "(les|un|atouts|des) plus", "(un|vos|les) atout(s)", "atouts", "atout", "serait un plus", "seraient un plus", "souhaité(e)(s)", "compétences (souhaitées|appréciées|optionnelles|complémentaires)", "appréciés", "bonus", "idéalement", "les petits plus", "ce serait un plus", "serait un atout", "points bonus",
      "pre", "pré", "pluspunt(en)", "mooi meegenomen", "leuk als je ook", "bonuspunten", "een pre", "dit is een pre", "wat een pre is", "fijn als je ook",
      "what would (be nice|set you apart|help|delight us)", "what helps", "was uns (außerdem|auch|besonders) freut", "gern(e) auch", "serai(en)t apprécié(e)(s)", "ce serait parfait", "ce qui nous ferait plaisir", "les (gros )plus qui font la différence", "not required", "useful", "nice", "also (good|welcome|nice|great)", "nice extras", "(extra )troeven", "advantages", "beneficial", "it d be (great|nice) if(| you| you ve)", "handig", "fijn",
    ],
    about: [
      "about us", "about (our|the) (company|team|organization|organisation|business|product|client|mission|group|department|firm|office|startup|studio|lab|platform|project team|customer|program|programme)", "company (overview|description|profile|background|introduction|mission)", "who we are", "our (company|mission|story|values|culture|vision|team|product|client|purpose|history|principles|investors|technology|work)", "the (company|team|product|client|organization|studio|group)", "what we do", "why we exist", "introduction", "overview of the company", "about", "meet the team", "who is", "why (join|work|us|choose)", "why join us", "why work (with|at|for) us", "our core values", "culture", "company", "team", "life at", "what we re building", "what we are building", "the company at a glance", "your team", "the team you will join", "who are we", "we are", "company values", "working at", "our ways of working", "how we work", "department", "our commitment", "background on",
      "über uns", "wer wir sind", "wir sind", "das sind wir", "unser (unternehmen|team|produkt|mandant|kunde)", "das unternehmen", "über das (team|unternehmen|projekt)", "unsere (mission|vision|werte|kultur)", "firmenprofil", "einleitung", "warum wir", "was uns ausmacht", "warum", "das team", "dein team",
      "(à|a) propos(| de nous)", "qui sommes nous", "(l|notre) entreprise", "présentation de l entreprise", "description de l entreprise", "notre (histoire|mission|équipe|vision|société|client|groupe|adn|culture)", "nos valeurs", "la société", "l équipe", "contexte", "le groupe", "présentation", "nous sommes", "pourquoi nous rejoindre", "pourquoi rejoindre", "qui est", "découvrir", "rejoignez nous", "votre équipe", "l agence", "le contexte", "notre client", "votre environnement", "environnement de travail", "pourquoi",
      "over ons", "wie zijn wij", "wie wij zijn", "wie we zijn", "wij zijn", "ons (bedrijf|team|verhaal)", "onze (missie|cultuur|waarden|organisatie)", "over het (bedrijf|team)", "over", "het bedrijf", "het team", "waarom", "jouw team", "dit zijn wij", "waar kom je te werken", "waar kom je terecht", "de organisatie",
      "wie wir arbeiten", "(dein|ihr) (arbeits)umfeld", "how (we run|it works|it works here|we re set up|an engagement runs|we help)", "hoe (we werken|werken we|wij werken)", "context", "our (approach|philosophy|tenets)", "who you d (join|work with)", "where things stand", "values", "en coulisses", "comment nous travaillons", "why it matters",
    ],
    benefits: [
      "benefits", "(our|your|the|company|employee|core|additional|key|some|us|what) (benefits|perks)", "perks", "perks and benefits", "benefits and perks", "benefits include", "benefits package", "what we offer", "what you ll get", "what you will get", "what you get", "what s in it for you", "what is in it for you", "what we can offer(| you)", "we offer", "what we provide", "what we give", "compensation", "compensation and benefits", "compensation range", "pay and benefits", "pay", "pay range", "pay transparency", "salary", "salary range", "salary and benefits", "salary information", "base salary", "base pay", "base pay range", "annual salary", "annual base salary", "expected salary", "total compensation", "total rewards", "rewards", "rewards and benefits", "remuneration", "the package", "package", "why you ll love (working here|it here|us|working at|working with us)", "why you ll love", "what you ll love", "what you can expect", "what we can give you", "in return", "in return we offer", "we provide", "offer", "our offer", "the offer", "working conditions", "more benefits", "compensation package", "compensation details", "compensation philosophy", "additional compensation", "equity and benefits", "location and compensation", "time off", "health", "wellness", "hourly rate", "hiring range", "the perks", "what s on offer", "you ll love",
      "(das|was|wir|was wir) bieten(| wir dir| wir ihnen| dir| wir)", "wir bieten(| dir| ihnen| dir)", "das bieten wir(| dir| ihnen)", "unser(e) (angebot|benefits|leistungen|vorteile)", "deine (benefits|vorteile|vorzüge)", "ihre (benefits|vorteile)", "was wir dir bieten", "was wir ihnen bieten", "darauf kannst du dich freuen", "das erwartet dich bei uns", "vorteile", "warum du bei uns arbeiten solltest", "gehalt", "vergütung", "deine vorteile bei uns", "freu dich auf", "darauf darfst du dich freuen", "das bekommst du",
      "avantages", "(vos|tes|nos|les|mes) avantages", "ce que nous (offrons|proposons|vous offrons|vous proposons)", "nous offrons", "nous vous offrons", "nous vous proposons", "nous proposons", "on vous propose", "rémunération", "salaire", "rémunération et avantages", "salaire et avantages", "conditions", "l offre", "conditions de travail", "package", "les bénéfices", "ce qu on vous propose", "ce qu on t offre", "type de contrat", "conditions et avantages", "les plus de l entreprise", "nos engagements", "pourquoi choisir",
      "wat (bieden wij|bieden we|wij bieden|we bieden|krijg je|krijg jij)", "wat we jou bieden", "wij bieden", "dit (bieden wij|krijg je|bieden we)", "arbeidsvoorwaarden", "wat krijg je ervoor terug", "jouw voordelen", "ons aanbod", "salaris", "dit krijg je van ons", "wat wij jou bieden", "wat hebben wij jou te bieden", "dit bieden we je", "aanbod",
      "what you earn", "what it pays", "was du (von uns )bekommst", "was sie (von uns )bekommen", "ce que (l )on (vous|te) (offre|propose)", "wat je krijgt", "growth opportunities", "schedule", "horaires",
    ],
    legal: [
      "equal (employment )opportunity", "equal opportunity employer", "equal opportunities", "equal opportunit(y|ies) (statement|employment)", "eeo(| statement)", "eeoc", "diversity", "diversity (and|equity and) inclusion", "diversity equity and inclusion", "diversity equity inclusion and belonging", "inclusion", "our commitment to (diversity|inclusion|equity)", "accommodation(s)", "reasonable accommodation(s)", "disability accommodation", "privacy (notice|policy|statement)", "legal", "disclaimer", "note to (recruiters|agencies)", "recruitment agencies", "agencies", "e verify", "background check", "candidate privacy", "fraud (alert|notice)", "recruitment fraud", "export control(s)", "visa sponsorship", "how to apply", "application process", "the (hiring|interview|recruitment|application|selection) process", "hiring process", "interview process", "our (hiring|interview|recruitment) process", "recruitment process", "selection process", "what to expect from the process", "next steps", "apply", "apply now", "additional information", "other information", "important information", "notice", "fair chance", "work authorization", "commitment to diversity", "ready to apply", "logistics", "how we hire", "processing of personal data", "physical requirements", "work environment", "travel requirements", "ai policy", "use of ai", "(set alert for |)similar jobs", "(people|others) also viewed", "more jobs (like this|for you)", "(related|recommended) jobs", "jobs you (may|might) be interested in", "see how you compare to",
      "bewerbung", "bewerbungsprozess", "so bewirbst du dich", "kontakt", "datenschutz", "chancengleichheit", "vielfalt", "interessiert", "interesse", "haben wir dein interesse geweckt", "haben wir ihr interesse geweckt", "jetzt bewerben", "hinweis", "ansprechpartner", "dein weg zu uns", "der bewerbungsprozess", "ähnliche (jobs|stellen|stellenangebote)",
      "offres similaires", "processus de recrutement", "le processus de recrutement", "déroulement (des entretiens|du recrutement)", "égalité des chances", "diversité", "candidature", "postuler", "comment postuler", "informations complémentaires", "handicap", "handi accueillant", "confidentialité", "les étapes du recrutement", "process de recrutement", "process", "étapes de recrutement", "pour postuler", "diversité et inclusion", "notre processus",
      "vergelijkbare vacatures", "solliciteren", "sollicitatieprocedure", "de procedure", "sollicitatie", "interesse", "enthousiast", "meer informatie", "contact", "diversiteit", "hoe ziet het sollicitatieproces eruit", "acquisitie", "reageren", "direct solliciteren", "privacy",
      "so (starten wir mit dir|läuft es ab)", "the details", "job details", "details", "beware of fraud", "der weg zu uns", "applying", "ready to join us", "location", "travel", "a few honest words",
    ],
  },
};

// A heading is short. Longer lines with one of the phrases are sentences that use the word.
const HEADING_UNITS = 90;
const HEADING_WORDS = 10;

/** A heading's phrase at its place in the text; `opensLine` where its first word is the first of its line. */
export type HeadingHit = { section: Section; start: number; end: number; line: number; opensLine: boolean };

/**
 * Divides the text by its headings. A section lasts until the next heading that is understood;
 * a heading that says nothing known (a team's name, say) leaves the section as it is.
 */
export function findSections(text: string, lines: readonly Line[], headings: readonly HeadingHit[], bodyStart: number, titleEnd: number): SectionSpan[] {
  const spans: SectionSpan[] = [
    { section: "title", start: 0, end: titleEnd },
    { section: "location", start: titleEnd, end: bodyStart },
    { section: "intro", start: bodyStart, end: text.length },
  ];
  let opened = NO_LINE;
  let label = NO_LINE;
  let below: SectionSpan | null = null;
  // What goes on below labels.
  let going: Section = "intro";
  for (const hit of headings) {
    const line = lines[hit.line]!;
    if (label !== NO_LINE && hit.line > label) {
      below = closeLabel(spans, lines[label]!, going);
      label = NO_LINE;
    }
    const last = spans[spans.length - 1]!;
    const titled = !hit.opensLine && isTitled(line, hit);
    // "What you'll bring to the team": the phrase that opens a heading says what it is, not one further in.
    if (titled && hit.line === opened) continue;
    const start = hit.opensLine || titled ? openingLine(text, line, hit) : openingSentence(text, line, hit);
    if (start < last.start) continue;
    opened = hit.opensLine ? hit.line : NO_LINE;
    last.end = start;
    if (last === below && text.slice(below.start, start).trim() === "") dropLast(spans);
    spans.push({ section: hit.section, start, end: text.length });
    if (hit.opensLine && isLabel(text, line, hit)) label = hit.line;
    else going = hit.section;
  }
  if (label !== NO_LINE) closeLabel(spans, lines[label]!, going);
  return spans;
}

// "Pay: $150,000 – $180,000, plus equity": a label and its value; what is longer speaks on.
const LABEL_UNITS = 120;
const labelled: ReadonlySet<Section> = new Set(["benefits", "legal"]);
const SAYS_ITSELF = /^(?:company|department|team)$/i;

/** Whether a line is a label with its value, "Pay: $150,000": what stands below is not its. */
function isLabel(text: string, line: Line, { section, start, end }: HeadingHit): boolean {
  if (line.kind === HEADING || line.kind === BOLD || line.end - line.start > LABEL_UNITS) return false;
  const colon = text.charCodeAt(end);
  if ((!isColon(colon) && text.charCodeAt(end + 1) !== COLON) || text.slice(end + 2, line.end).trim() === "") return false;
  return labelled.has(section) || (section === "about" && SAYS_ITSELF.test(text.slice(start, end)));
}

/** Below a label goes on what stood above it: the part that does, null where the text ends with the label. */
function closeLabel(spans: SectionSpan[], line: Line, section: Section): SectionSpan | null {
  const own = spans[spans.length - 1]!;
  if (own.end <= line.end + 1) return null;
  const below = { section, start: line.end + 1, end: own.end };
  spans.push(below);
  own.end = below.start;
  return below;
}

/** Nothing stands between a label and the next heading: blank lines are the label's. */
function dropLast(spans: SectionSpan[]): void {
  const { end } = spans.pop()!;
  spans[spans.length - 1]!.end = end;
}

const NO_LINE = -1;

/** Whether a phrase that begins with `unit` may open a section: most stand amid a sentence, in small letters. */
export function mayOpen(unit: number, opensLine: boolean, line: Line): boolean {
  return opensLine || line.kind === HEADING || line.kind === BOLD || !isSmall(unit);
}

/** In a real heading one or two words may stand ahead of the phrase: "Acme – Your mission". */
function isTitled(line: Line, hit: HeadingHit): boolean {
  return (line.kind === HEADING || line.kind === BOLD) && hit.start - line.start <= 30;
}

/** Verbs that are headings by themselves, or ahead of a colon: "Kann ich von zu Hause arbeiten?" */
const OPENS_SENTENCE = /^(?:muss|kann)$/i;
const VERB_UNITS = 4;

/** Where the section begins that a hit at the start of a line opens, -1 where the line is no heading. */
function openingLine(text: string, line: Line, hit: HeadingHit): number {
  const length = line.end - line.start;
  if (line.kind === HEADING || line.kind === BOLD) return length <= HEADING_UNITS ? line.start : -1;
  // "- Process automation: find tasks" is one duty of a list: in an item only the colon right behind the phrase makes a heading of it.
  if (line.kind === ITEM ? colonAt(text, hit.end) : colonSoon(text, hit.end, line.end)) return line.start;
  if (line.end - hit.end > 1 && hit.end - hit.start === VERB_UNITS && OPENS_SENTENCE.test(text.slice(hit.start, hit.end))) return -1;
  if (line.kind === ITEM || hit.end < line.end - 24 || length > HEADING_UNITS || ".,;".includes(text[line.end - 1]!)) return -1;
  return text.slice(line.start, line.end).split(" ").length <= HEADING_WORDS ? line.start : -1;
}

/** Where the section begins that a hit inside a paragraph opens: there, a heading is a phrase that opens a sentence and ends with a colon. */
function openingSentence(text: string, line: Line, hit: HeadingHit): number {
  if (!colonSoon(text, hit.end, line.end) || !startsUpper(text, hit.start)) return -1;
  return /[.!?:;)]\s+$|\s[-–•*]\s*$/.test(text.slice(Math.max(line.start, hit.start - 4), hit.start)) ? hit.start : -1;
}

const NEWLINE = 10, SPACE = 32, CLOSE = 41, COLON = 58, SEMICOLON = 59, WIDE_COLON = 0xff1a;

/** A colon right behind a phrase, or behind a bracket or a space there. */
function colonAt(text: string, at: number): boolean {
  for (let i = at; i < at + 3; i++) {
    const unit = text.charCodeAt(i);
    if (isColon(unit)) return true;
    if (unit !== CLOSE && unit !== SPACE && unit !== NEWLINE) return false;
  }
  return false;
}

function isColon(unit: number): boolean {
  return unit === COLON || unit === WIDE_COLON;
}

/** A colon within a few words: "Requirements (must have):" */
function colonSoon(text: string, from: number, lineEnd: number): boolean {
  const most = Math.min(lineEnd, from + 32);
  for (let i = from; i < most; i++) {
    const unit = text.charCodeAt(i);
    if (isColon(unit)) return true;
    if (unit === 46 || unit === 44 || unit === SEMICOLON || unit === 33 || unit === 63) return false;
  }
  return false;
}

function isSmall(unit: number): boolean {
  return unit >= 97 && unit <= 122;
}

function startsUpper(text: string, at: number): boolean {
  return text[at] !== text[at]!.toLowerCase();
}
