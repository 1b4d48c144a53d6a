import type { Evidence, Finding } from "../../terms/evidence.ts";
import type { Seniority } from "../../terms/seniority.ts";
import { evidenceAt, hitsOf, unknown, type Document, type Hit } from "../document.ts";
import type { Lexicon } from "../lexicon.ts";
import { sentenceAround, textAfter } from "./beside.ts";

type Cue = "level" | "named" | "new" | "intern" | "reports";

export const seniorityLexicon: Lexicon<Cue> = {
  kind: "seniority",
  entries: {
    level: ["seniority", "seniority level", "experience level", "career level", "job level", "position level", "level of experience", "niveau d expérience", "niveau d expérience dans la fonction", "karrierelevel", "karrierestufe", "erfahrungslevel", "ervaringsniveau"],
    new: ["new grad(s)", "new graduate(s)", "recent graduate(s)", "fresh graduate(s)", "entry level", "early career", "berufseinsteiger", "berufsanfänger", "absolventen", "jeune(s) diplômé(e)(s)", "débutant(e)(s) accepté(e)(s)", "débutant accepté", "starters", "pas afgestudeerd(e)"],
    // Levels that the text gives its role: "we are looking for a Senior Backend Engineer".
    named: ["senior", "sr", "snr", "principal", "staff", "junior", "jr", "tech lead", "(a|as|our|the|next|skilled|experienced|talented|motivated|passionate|exceptional|strong|tant que|de|un|une|ein|eine|einen|een) lead", "lead (developer|engineer|software|backend|data|front)", "mid level", "mid senior"],
    intern: ["this internship", "the internship", "as an intern", "pflichtpraktikum", "dieses praktikum", "ce stage", "tant que stagiaire", "notre stagiaire", "un(|e) stagiaire", "stage de fin d études", "stage de (3|4|5|6) mois", "en alternance", "contrat d alternance", "contrat d apprentissage", "(un|une) alternant(e)", "tant qu alternant(e)", "deze stage", "afstudeerstage", "afstudeeropdracht"],
    reports: ["direct reports", "line management", "line manage", "people management", "people manager", "manage a team", "managing a team", "manage and mentor", "manage the team", "lead and manage", "manager une équipe", "management d équipe", "encadrement d équipe", "encadrer une équipe", "führung eines teams", "personalverantwortung", "disziplinarische führung", "leidinggeven aan", "performance reviews", "hire and develop"],
  },
};

/**
 * The level a posting is for: the title's own marker, else the text's, else by years of experience, else `mid`.
 * "Senior/Staff ML Engineer (m/f/d)" → `lead`
 */
export function readSeniority(doc: Document, years: Finding<number>): Finding<Seniority> {
  const titled = readTitle(doc);
  if (titled !== null) return titled;
  const type = doc.posting.employment_type ?? "";
  if (/\bintern(ship)?\b|\bstage\b|apprenti|alternance|praktik|werkstudent|working student/i.test(type)) return { value: "intern", confidence: 0.95, because: "the employment type is an internship", evidence: [] };
  if (!doc.read) return unknown("language is not read");
  return readText(doc, years) ?? byYears(years) ?? { value: "mid", confidence: 0.6, because: "no level and no years are stated", evidence: [] };
}

function byYears(years: Finding<number>): Finding<Seniority> | null {
  if (years.value === null) return null;
  const value = years.value < 2 ? "entry" : years.value < 5 ? "mid" : "senior";
  return { value, confidence: 0.8, because: `asks for ${years.value} years of experience`, evidence: years.evidence };
}

type Marker = { level: Seniority; pattern: RegExp };

const w = (inside: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])(?:${inside})(?![\\p{L}\\p{N}])`, "iu");
let built: { markers: Marker[]; noise: RegExp[] } | null = null;

/** The title's markers, the highest level first: of two levels in a title the higher counts. Internships come before all. */
function titleMarkers(): { markers: Marker[]; noise: RegExp[] } {
  built ??= {
    // Words that look like a level and are none: grades of banks, teams, things led or managed.
    noise: [
      w("members? of (?:the )?technical staff|mts|chief of staff|staff (?:nurse|accountant|pharmacist|attorney|writer)|staffing(?: agency)?|lead[- ]gen(?:eration)?|leads? (?:optimi[sz]ation|qualification|management|nurturing|conversion)|head ?count|(?:the )?c[etio]o['’]?s office|office of the c[etio]o|(?:c[etio]o|ciso|executive|vp|director)(?:/c[etio]o)? (?:advisory|office|assistant|support|communications)|to (?:the )?(?:ceo|cto|coo|cfo|director|chief(?: \\S+)? officer)|post-?doc(?:toral)? (?:fellow|fellowship|resident)|clinical fellow(?:ship)?|executive assistant|assistant vice president|avp|architectural|landscape architect|intern(?:ship)? (?:program|coordinator|recruiter|manager)s?|internal|senior living|senior care|senior (?:citizens?|housing)|managing (?:counsel|consultant)|art director|stage manager|back ?stage|multi-?stage|late[- ]stage|early[- ]stage|growth[- ]stage|senior[- ]level executives|(?:project|opinion|thought|market|industry) leaders?|(?:l|tier |level )[123] (?:support|helpdesk|service|technician)|residency program"),
      // Consultancies call an experienced consultant a manager.
      /(?<=consultant.{0,30})\bmanager\b|\bmanager\b(?=.{0,10}consultant)/iu,
      /[,–—-]\s*(?:executive )?(?:vice president|vp|associate)\s*$/iu,
    ],
    markers: [
      {
        level: "intern",
        pattern: w("intern|interns|internship|internships|co-?op|working student|student (?:assistant|worker|job|researcher|employee)|studentische[rn]?(?: \\S+)?|werkstudent\\S*|werkstudierende[rn]?|praktikant\\S*|praktikum|pflichtpraktikum|hiwi|hilfskraft|trainee ?ship|stage|stages|stagiaire|stagiaires|stagiair\\S*|alternance|alternante?|alternant\\(?e?\\)?|apprentissage|apprentie?|apprenti\\(?e?\\)?|apprentice(?:ship)?|auszubildende[rn]?|azubi|ausbildung|duales (?:\\S+-)?studium|dual student|thesis|master ?thesis|\\S*masterarbeit|abschlussarbeit|bachelorarbeit|mémoire|pfe|afstudeer\\S*|afstudeerstage|meewerkstage|werkstage|(?<!(?:senior|principal|distinguished) )fellow|fellowship|(?:ai|ml|research|data|engineering|science)(?:/\\w+)?(?: \\S+){0,2} (?:residency|resident)|summer (?:analyst|associate)|doctorante?|phd student|phd candidate|cifre|student(?=\\s*(?:$|[,–(-]))|becario|prácticas"),
      },
      // The French volunteer abroad: only in capitals, "vie" is life.
      { level: "intern", pattern: /(?<!\p{L})V\.?I\.?E(?!\p{L})/u },
      { level: "director", pattern: w("director|directors|directeur|directrice|direktor|direktorin|head|heads|vp|svp|evp|vice president|vice-président|chief|cto|ceo|coo|cio|ciso|cdo|caio|cpo|cmo|cfo|bereichsleit\\S*|abteilungsleit\\S*|hoofd|président|managing director|geschäftsführer\\S*") },
      {
        level: "manager",
        pattern: w("(?:engineering|software|software development|research|science|data science|data engineering|machine learning|ml|computer vision|(?<!business )development|devops|qa|platform|infrastructure|security|team|people|nlp|robotics|r&d) manager|(?:general|store|shop|restaurant|branch|plant|warehouse|nurse|nursing) manager|senior manager|engineering lead(?:er)?|head of department|team ?leit\\S*|teamlead \\(mit|gruppenleit\\S*|leit(?:er|erin|ung)|chef(?:fe)? d['’]équipe|responsable (?:de (?:pôle|service|l['’]équipe|recherche)|d['’]équipe|équipe)|manager d['’]équipe|superviseur|supervisor|teammanager|teamleider|leidinggevende|team leader"),
      },
      { level: "manager", pattern: /^\W*(?:\([^)]*\)\s*)?(?:sr\.? |senior )?(?:manager|mgr)\b\.?\s*(?:[,–—(-]|$|(?:of|ii|i|data|software|ai|ml|machine|engineering|technique|r&d)\b)/iu },
      { level: "manager", pattern: /^\W*responsable\b(?! (?:de |du |d['’])?(?:projets?|comptes?|produits?|marketing|commercial|communication|clients?|contenus?|marchés?|affaires|offres?|applications?|intégration))/iu },
      { level: "entry", pattern: w("associate (?:\\S+ ){0,2}architect") },
      { level: "lead", pattern: w("staff|principal|lead|leader|distinguished|architect|architects|architecte|architekt\\S*|architectin|tech ?lead|teamlead|leitende[rn]?|chefarchitekt|group product manager|group pm|référente?|l[67]|ic6|ic7|level [67]|sr\\.? staff|mlops ?lead|leadmlops|expert level|engineer (?:v|5|6)|senior fellow|hoofdontwikkelaar|principale") },
      { level: "senior", pattern: w("senior|seniors|sr|snr|sénior|seniorin|iii|iv|l5|ic5|level 5|l4/l5|(?:engineer|scientist|developer|analyst|sde|swe|mle)[- ]?(?:3|4)|medior/senior|semi[- ]?senior") },
      { level: "mid", pattern: w("ii|l4|ic4|level 4|(?:engineer|scientist|developer|analyst|sde|swe|mle) ?2|mid(?![- ]?market)|mid-?level|midlevel|midweight|intermediate|medior|professional level") },
      {
        level: "entry",
        pattern: w("junior|juniors|jr|jnr|junior\\w+|graduate|graduates|grad|new ?grads?|entry|entry-?level|early careers?|early-career|university (?:grad|graduate|hire)|trainee|débutante?|einsteiger\\S*|berufseinsteiger\\S*|absolvent\\S*|young graduate|jeunes? diplômée?s?|(?:engineer|scientist|developer|analyst|sde|swe|mle)[- ]{0,3}(?:1|i)|l3|ic3|0-1 years?|associate (?:\\S+ ){0,2}(?:engineer|developer|scientist|product manager|researcher)"),
      },
      { level: "entry", pattern: /(?<=\p{L}{3}[ -])I(?=\s*(?:$|[-–,/(|]))/u },
    ],
  };
  return built;
}

function readTitle(doc: Document): Finding<Seniority> | null {
  const title = doc.text.slice(0, Math.min(doc.sections[0]!.end, 200));
  const { markers, noise } = titleMarkers();
  // Noise is blanked, not cut, so that offsets stay those of the text.
  let clean = title;
  for (const pattern of noise) clean = clean.replace(new RegExp(pattern, `${pattern.flags}g`), (found) => " ".repeat(found.length));
  for (const { level, pattern } of markers) {
    const found = pattern.exec(clean);
    if (found === null) continue;
    const evidence = evidenceAt(doc, found.index, found.index + found[0].length);
    if (level === "lead" && /^lead$/i.test(found[0])) {
      const reports = managesPeople(doc);
      if (reports !== null) return { value: "manager", confidence: 0.65, because: "a lead who manages people", evidence: [evidence, reports] };
    }
    return { value: level, confidence: 0.95, because: "the title says so", evidence: [evidence] };
  }
  const manager = /\b(managers?|responsable|manageur|manageuse)\b/i.exec(clean);
  const reports = manager === null ? null : managesPeople(doc);
  if (manager === null || reports === null) return null;
  return { value: "manager", confidence: 0.75, because: "a manager with a team", evidence: [evidenceAt(doc, manager.index, manager.index + manager[0].length), reports] };
}

function managesPeople(doc: Document): Evidence | null {
  for (const hit of hitsOf(doc, "seniority")) {
    if (hit.id !== "reports" || hit.section === "about" || hit.section === "benefits" || hit.section === "legal") continue;
    const sentence = sentenceAround(doc, hit);
    if (!/\b(no|not|without|future|eventually|may)\b/i.test(sentence.text)) return evidenceAt(doc, hit.start, hit.end);
  }
  return null;
}

function readText(doc: Document, years: Finding<number>): Finding<Seniority> | null {
  for (const hit of hitsOf(doc, "seniority")) {
    const found = hit.id === "level" ? statedLevel(doc, hit) : hit.id === "named" ? namedLevel(doc, hit) : hit.id === "intern" ? namedInternship(doc, hit) : hit.id === "new" ? forBeginners(doc, hit, years) : null;
    if (found !== null) return found;
  }
  return null;
}

const seeks = /\b(seeking|looking for|look for|hiring|searching for|in search of|recrut\w+|recherch\w+|cherch\w+|suchen( wir)?|sucht|zoeken( wij)?|zoekt|as|join (us|our team|the team) as|en tant que|als|en tant qu)\b( (for|an?|our|the|next|first|un|une|ein|eine|einen|een|exceptional|highly|very|strong|[\p{L}-]+ed|[\p{L}-]+ing|and|passionate|dynamic|hands-on|talented|consultant\S*|new|\d+)[,]?){0,6}\s*$/iu;
const roleAfter = /^\W{0,3}(level\b)?([\p{L}/&.+-]+ ){0,5}(engineers?|scientists?|developers?|researchers?|architects?|analysts?|managers?|consultant\S*|designers?|specialists?|ing[ée]nieur\S*|d[ée]veloppeu\S*|entwickler\S*|ontwikkelaar\S*|lead\b|associate|data\b|vous\b|, vous)/iu;

/** "LMArena is seeking a Senior Machine Learning Engineer": the role's level, not a colleague's. */
function namedLevel(doc: Document, hit: Hit): Finding<Seniority> | null {
  if (hit.section === "title" || hit.section === "benefits" || hit.section === "legal") return null;
  const sentence = sentenceAround(doc, hit);
  const said = doc.text.slice(hit.start, hit.end).replace(/^(\S+ )?\S+ (?=lead$)/i, (word) => " ".repeat(word.length));
  const at = hit.start + said.length - said.trimStart().length;
  if (!seeks.test(doc.text.slice(Math.max(sentence.start, at - 90), at)) || !roleAfter.test(textAfter(doc, hit.end, 70) + (/lead \w/i.test(said) ? " engineer" : ""))) return null;
  const word = said.trim().toLowerCase();
  const value: Seniority = /^(senior|sr|snr|mid senior)/.test(word) ? "senior" : /^(junior|jr)/.test(word) ? "entry" : word.startsWith("mid") ? "mid" : "lead";
  return { value, confidence: 0.8, because: "the text names the level of the role", evidence: [evidenceAt(doc, at, hit.end)] };
}

function namedInternship(doc: Document, hit: Hit): Finding<Seniority> | null {
  const before = doc.text.slice(Math.max(0, hit.start - 60), hit.start);
  if (hit.section === "title" || hit.section === "benefits" || hit.section === "legal" || /expérience|experience|formé|ou\s*$|\bor\s*$|after|après|following|prior|previous|encadre\w*|tuteur|mentor/i.test(before)) return null;
  return { value: "intern", confidence: 0.75, because: "the text speaks of an internship or apprenticeship", evidence: [evidenceAt(doc, hit.start, hit.end)] };
}

/** New graduates named as those sought, where no more than a year is asked for. */
function forBeginners(doc: Document, hit: Hit, years: Finding<number>): Finding<Seniority> | null {
  if ((years.value ?? 0) > 1 || hit.section === "about" || hit.section === "benefits" || hit.section === "legal" || hit.section === "title") return null;
  const { text } = sentenceAround(doc, hit);
  if (/\b(all levels|levels|to senior|and senior|mentor\w*|through|from (new|entry)|not (an )?entry|including|as well as|regardless)\b/i.test(text)) return null;
  return { value: "entry", confidence: 0.7, because: "is for people at the start of their career", evidence: [evidenceAt(doc, hit.start, hit.end)] };
}

/** "Seniority level: Mid-Senior" in a form's words. */
function statedLevel(doc: Document, hit: Hit): Finding<Seniority> | null {
  const after = doc.text.slice(hit.end, hit.end + 60);
  // A form of a board: "Débutant (1 à 5 ans)" is a band of years, no level.
  const found = /^\s*(?:\([^)]*\))?\s*[:–-]?\s*\n?\s*[-•]?\s*((?:mid[- ]?)?senior|entry|junior|mid|intermediate|medior|lead|principal|staff|manager|director|executive|intern|graduate|confirmé|débutant|expérimenté|expert)\b(?!\s*\(\d)/i.exec(after);
  if (found === null) return null;
  const word = found[1]!.toLowerCase();
  const value: Seniority = /senior|confirmé|expérimenté|expert/.test(word) ? "senior" : /entry|junior|graduate|débutant/.test(word) ? "entry" : /lead|principal|staff/.test(word) ? "lead" : word === "manager" ? "manager" : /director|executive/.test(word) ? "director" : word === "intern" ? "intern" : "mid";
  return { value, confidence: 0.8, because: "the text states its level", evidence: [evidenceAt(doc, hit.start, hit.end + found[0].length)] };
}
