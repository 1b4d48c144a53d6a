import type { Lexicon } from "../lexicon.ts";

/**
 * What the words of a title say of the level. Longer phrases win over shorter ones at the same place, so `none` takes words away
 * that only look like a level; `beginner` is what "associate" before a role means. `level`, `new`, `internship` and `reports` are read in the text, as are the single levels there.
 */
export type SeniorityCue =
  | "intern" | "student" | "abroad" | "director" | "vice" | "manager" | "managing" | "lead" | "staff" | "senior" | "mid" | "entry" | "associate" | "none"
  | "beginner" | "level" | "new" | "internship" | "reports";

const coder = "(engineer|scientist|developer|analyst|sde|swe|mle|ingenieur)";

export const seniorityLexicon: Lexicon<Exclude<SeniorityCue, "beginner">> = {
  kind: "seniority",
  entries: {
    intern: [
      "intern", "interns", "internship(s)", "co op", "coop", "working student(s)", "student (assistant|worker|job|researcher|employee|intern)", "studentische(|r|n) (mitarbeiter|mitarbeiterin|hilfskraft|aushilfe)", "werkstudent(in)", "werkstudenten", "werkstudierende(|r|n)", "werkstudententätigkeit", "praktikant(in)", "praktikanten", "praktikum", "pflichtpraktikum", "hiwi", "studentische hilfskraft", "wissenschaftliche hilfskraft",
      "stage", "stages", "stagiaire(s)", "stagiair(e)", "stagiair(e)s", "alternance", "alternant(e)(s)", "apprentissage", "apprenti(e)(s)", "apprentice", "apprenticeship(s)", "auszubildende(|r|n)", "azubi(s)", "ausbildung", "duales studium", "duales ba studium", "dualer student", "dual student", "thesis", "master thesis", "masterarbeit", "abschlussarbeit", "bachelorarbeit", "diplomarbeit", "abschlussarbeiten", "mémoire", "pfe", "afstudeerstage", "afstudeeropdracht", "afstudeerder", "afstudeerproject", "afstuderen", "meewerkstage", "werkstage",
      "fellow", "fellowship(s)", "(ai|ml|research|data|machine learning|ai research|engineering|science|ai data) (resident|residency)", "summer (analyst|associate)", "doctorant(e)(s)", "phd (student|candidate|intern)", "cifre", "thèse", "becario", "becaria", "prácticas",
    ],
    student: ["student"],
    abroad: ["vie", "v i e"],
    director: ["director(s)", "directeur", "directrice", "direktor(in)", "head", "heads", "deputy head", "chief", "cto", "ceo", "coo", "cio", "ciso", "cdo", "caio", "cpo", "cmo", "cfo", "bereichsleiter(in)", "bereichsleitung", "abteilungsleiter(in)", "abteilungsleitung", "hoofd", "geschäftsführer(in)", "geschäftsführung", "managing director"],
    vice: ["vice president(e)", "vp", "svp", "evp", "executive vice president", "senior vice president"],
    manager: [
      "(engineering|software|software engineering|software development|research|science|data science|data engineering|machine learning|ml|computer vision|development|devops|qa|platform|infrastructure|security|team|people|nlp|robotics|r d) manager(s)", "engineering and research manager", "(general|store|shop|restaurant|branch|plant|warehouse|nurse|nursing) manager", "senior manager", "engineering lead", "engineering leader", "head of department", "team leader", "teamleiter(in)", "teamleitung", "gruppenleiter(in)", "gruppenleitung", "leiter(in)", "leitung", "chef d équipe", "cheffe d équipe", "chef de service", "responsable (de|du) (pôle|service)", "responsable de l équipe", "responsable d équipe", "responsable de recherche", "manager d équipe", "superviseur", "supervisor", "teammanager", "teamleider", "leidinggevende", "senior research manager", "(senior|sr) engineering manager",
    ],
    managing: ["manager(s)", "business development manager(s)", "mgr", "responsable", "manageur", "manageuse"],
    lead: [
      "lead", "leader", "principal", "principale", "distinguished", "architect(s)", "architecte(s)", "architekt(in)", "softwarearchitekt(in)", "cloudarchitekt(in)", "datenarchitekt(in)", "solution architect", "tech lead", "techlead", "teamlead", "leadmlops", "leitende(|r|n)", "chefarchitekt(in)", "group product manager", "group pm", "référent(e)", "senior fellow", "distinguished fellow", "l6", "l7", "ic6", "ic7", `${coder} (v|5|6)`,
    ],
    staff: ["staff"],
    senior: ["senior(s)", "sr", "snr", "sénior(e)", "seniorin", "iii", "iv", "l5", "ic5", "l4 l5", `${coder} (3|4)`, "sde3", "sde 3", "sde iii", "semi senior"],
    mid: ["ii", "l4", "ic4", `${coder} 2`, "sde2", "mid", "mid level", "midlevel", "midweight", "intermediate", "medior"],
    entry: [
      "junior(s)", "jr", "jnr", "juniorin", "juniorentwickler(in)", "juniorberater(in)", "graduate(s)", "grad", "new grad(s)", "entry", "entry level", "early career(s)", "university (grad|graduate|hire)", "trainee(s)", "débutant(e)", "einsteiger(in)", "berufseinsteiger(in)", "absolvent(in)", "absolventen", "young graduate", "jeune(s) diplômé(e)(s)", `${coder} (1|i)`, "l3", "ic3",
    ],
    associate: ["associate"],
    none: [
      "member(s) of technical staff", "member(s) of the technical staff", "member technical staff", "chief of staff", "staff (nurse|accountant|pharmacist|attorney|writer|assistant)", "staffing", "lead gen", "lead generation", "lead(s) (optimization|qualification|management|nurturing|conversion|scoring)", "head count", "ceo s office", "cto s office", "office of the (ceo|cto|cio|ciso)", "(ceo|cto|cio|cio cto|ciso|executive|vp|director) (advisory|office|assistant|support|communications)", "(assistant|asst) to (the|) (ceo|cto|coo|cfo|director|chief|vp)", "to the (ceo|cto|coo|cfo|director|chief|vp)", "to (ceo|cto|coo|cfo|director|chief|vp)",
      "assistant vice president", "avp", "landscape architect", "intern(ship) (program|programs|coordinator|recruiter|manager)", "senior (living|care|citizen|citizens|housing)", "managing (counsel|consultant)", "art director", "stage manager", "(back|multi|late|early|growth) stage", "(project|opinion|thought|market|industry) leader(s)", "(l|tier|level) (1|2|3)", "(l1|l2|l3) (support|helpdesk|service|technician)", "residency program(s)", "(ai|ml|research) residency program(s)", "post doc fellow", "(postdoc|postdoctoral|post doctoral|clinical) (fellow|fellowship|resident)", "mid market", "mid atlantic", "mid size", "mid sized", "graduate school", "graduate program manager",
      "(senior|lead|staff|principal) (leadership|level executives)", "(our|your|the) manager", "hiring manager", "senior leaders", "senior stakeholders", "senior management", "senior leadership", "lead time(s)", "our staff", "staff members", "(all|medical|care|clinical|support) staff",
    ],
    level: ["seniority", "seniority level", "experience level", "career level", "job level", "position level", "level of experience", "niveau d expérience", "niveau d expérience dans la fonction", "karrierelevel", "karrierestufe", "erfahrungslevel", "ervaringsniveau"],
    new: ["new grad(s)", "new graduate(s)", "recent graduate(s)", "fresh graduate(s)", "entry level", "early career", "berufseinsteiger", "berufsanfänger", "jeune(s) diplômé(e)(s)", "débutant(e)(s) accepté(e)(s)", "pas afgestudeerd(e)"],
    internship: ["this internship", "the internship", "as an intern", "pflichtpraktikum", "dieses praktikum", "ce stage", "tant que stagiaire", "notre stagiaire", "un(|e) stagiaire", "stage de fin d études", "stage de (3|4|5|6) mois", "en alternance", "contrat d alternance", "contrat d apprentissage", "(un|une) alternant(e)", "tant qu alternant(e)", "deze stage", "afstudeerstage", "afstudeeropdracht"],
    reports: ["direct reports", "line management", "line manage", "people management", "people manager", "manage a team", "managing a team", "manage and mentor", "manage the team", "lead and manage", "manager une équipe", "management d équipe", "encadrement d équipe", "encadrer une équipe", "führung eines teams", "personalverantwortung", "disziplinarische führung", "leidinggeven aan", "performance reviews", "hire and develop"],
  },
};
