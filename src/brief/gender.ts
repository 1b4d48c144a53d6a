/** Whether a title names one gender. `start` and `end` are of the word that does, or of the mark that says it is meant for all. */
export type TitleGender = { state: "neutral" | "gendered" | "unknown"; because: string; start: number; end: number; instead: string };

const letters = "(?:m|w|f|d|h|v|x|n|i|gn|div|div\\.|mwd|männlich|weiblich|divers|mann|frau|man|vrouw|homme|femme|hommes|femmes)";
/** "(m/w/d)", "H/F", "m|f|x", "(all genders)", "(gn)" */
const mark = new RegExp(`(?<![\\p{L}\\d/])${letters}(?:\\s?[/|,*]\\s?${letters}){1,3}(?![\\p{L}\\d/])|\\(\\s?(?:gn|mwd|mwx|mfd|x)\\s?\\)|\\b(?:all|any) genders?\\b|\\balle geschlechter\\b|\\btous genres\\b|\\balle genders\\b`, "iu");
/** "Entwickler:in", "Ingenieur*in", "Berater/-in", "EntwicklerIn", "ingénieur·e", "consultant(e)", "développeur/euse" */
const ending = /\p{Ll}(?:[:*_·•]|\/-?|\s?\/\s?-|\()(?:in(?:nen)?|e|ne|euse|rice|trice|se|ère|ster|ve)\)?(?![\p{L}])|\p{Ll}In(?:nen)?(?![\p{L}])|\p{Ll}[·.]e(?:[·.]s)?(?![\p{L}])|\p{Ll}-e(?![\p{L}])/u;

const german = "(?:entwickler|ingenieur|berater|wissenschaftler|forscher|programmierer|leiter|mitarbeiter|techniker|informatiker|mathematiker|physiker|statistiker|spezialist|experte|referent|doktorand|praktikant|absolvent|koordinator|prüfer|verkäufer|architekt|administrator|betreuer|planer|werkstudent|sachbearbeiter|projektleiter|teamleiter|gruppenleiter|abteilungsleiter)";
const germanWord = new RegExp(`(?<!\\p{L})\\p{L}*?${german}(?:in)?(?!\\p{L})`, "iu");
const germanPair = new RegExp(`${german}(?:in)?\\s*(?:/|und|oder|bzw\\.?|\\|)\\s*[\\p{L}-]*${german}(?:in)?`, "iu");

const frenchMasculine = "ingénieur|développeur|chercheur|consultant|expert|directeur|technicien|concepteur|administrateur|formateur|doctorant|alternant|chargé|référent|intégrateur|animateur|assistant|apprenti|rédacteur|évaluateur|annotateur|étudiant|collaborateur|conseiller|auditeur";
const frenchFeminine = "ingénieure|développeuse|chercheuse|consultante|experte|directrice|technicienne|conceptrice|administratrice|formatrice|doctorante|alternante|chargée|référente|cheffe|intégratrice|animatrice|assistante|apprentie|rédactrice|évaluatrice|annotatrice|étudiante|collaboratrice|conseillère|auditrice";
const frenchWord = new RegExp(`(?<!\\p{L})(?:${frenchMasculine}|chef|${frenchFeminine})(?!\\p{L})`, "iu");
const frenchMan = new RegExp(`(?<!\\p{L})(?:${frenchMasculine}|chef)(?!\\p{L})`, "iu");
const frenchWoman = new RegExp(`(?<!\\p{L})(?:${frenchFeminine})(?!\\p{L})`, "iu");

// "Woman in tech" is no title; "Norman" and "German" end as "foreman" does.
const englishWord = /\b(?:sales|fore|chair|crafts|handy|service|business|drafts|repair|camera|spokes|trades|journey|middle)(?:m[ae]n|wom[ae]n)\b|\b(?:waitress|stewardess|hostess|actress|manageress|chairlady|girl friday)\b/i;
const dutchWord = /(?<!\p{L})\p{L}*(?:timmer|vak|zaken|koop|brandweer|politie|teken|voor|kamer|raads)(?:man|vrouw)(?!\p{L})|(?<!\p{L})(?:verkoopster|directrice|medewerkster|onderzoekster|programmeuse|redactrice|secretaresse|adviseuse|consultante|ontwikkelaarster|lerares|docente|assistente|stagiaire vrouw)(?!\p{L})/iu;

const words: Record<string, { word: RegExp; instead: string; both?: (title: string) => boolean }> = {
  de: { word: germanWord, instead: "Entwickler:in, Entwickler (m/w/d), Entwicklerin oder Entwickler", both: (title) => germanPair.test(title) && /in(?!\p{L})/u.test(title) },
  fr: { word: frenchWord, instead: "Ingénieur·e, Ingénieur (H/F), Ingénieur ou ingénieure", both: (title) => frenchMan.test(title) && frenchWoman.test(title) },
  nl: { word: dutchWord, instead: "a word for all, with (m/v/x)" },
  en: { word: englishWord, instead: "a word for all, as in “salesperson”" },
};

/**
 * Whether a title is meant for all. A title in English within a German, French or Dutch text names none; one in another language cannot be told.
 * `genderOfTitle("Softwareentwickler", "de").state` → `"gendered"`, `genderOfTitle("Softwareentwickler (m/w/d)", "de").state` → `"neutral"`
 */
export function genderOfTitle(title: string, language: string | null): TitleGender {
  const marked = mark.exec(title) ?? ending.exec(title);
  if (marked !== null) return { state: "neutral", because: "is marked as meant for all", start: marked.index, end: marked.index + marked[0].length, instead: "" };
  // German and English words are told by their form; French and English share "consultant" and "expert".
  for (const code of ["de", "nl", "en", ...(language === "fr" ? ["fr"] : [])]) {
    const { word, instead, both } = words[code]!;
    const found = word.exec(title);
    if (found === null || (code === "de" && language !== "de" && !/[äöüß]|entwickler|ingenieur|wissenschaftler|berater|leiter|mitarbeiter/i.test(found[0]))) continue;
    if (both?.(title)) return { state: "neutral", because: "names both forms", start: found.index, end: found.index + found[0].length, instead: "" };
    return { state: "gendered", because: "names one gender", start: found.index, end: found.index + found[0].length, instead };
  }
  if (language === null || words[language] === undefined) return { state: "unknown", because: "is in a language whose forms are not checked", start: 0, end: title.length, instead: "" };
  return { state: "neutral", because: "names no gender", start: 0, end: title.length, instead: "" };
}
