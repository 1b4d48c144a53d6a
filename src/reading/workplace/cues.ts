import type { Lexicon } from "../lexicon.ts";

/** Words that speak of where work is done. Most need a look at the words around them: "remote sensing", "hybrid search", "5 days a week". */
export type Cue = "remote" | "fully" | "anywhere" | "home" | "hybrid" | "site" | "person" | "office" | "days" | "weekdays" | "share" | "presence";

export const workplaceLexicon: Lexicon<Cue> = {
  kind: "workplace",
  entries: {
    remote: ["remote", "remotely", "telecommut(e|ing)", "li remote", "remotework", "remoto", "distanciel", "à distance", "op afstand"],
    fully: ["work(|ing) from anywhere", "work from wherever", "full remote", "fully distributed", "distributed first", "home based", "volledig thuiswerken", "100% télétravail", "full télétravail"],
    anywhere: ["anywhere"],
    home: ["télétravail", "télétravailler", "télétravaillable(|s)", "homeoffice", "home office", "mobil(e|es|em|en) arbeit(|en)", "mobil arbeiten", "remote arbeit(|en)", "thuiswerk(|en)", "thuis werken", "thuiswerkdag(|en)", "thuiswerkbeleid", "work(|ing) from home", "from home", "wfh"],
    hybrid: ["hybrid", "hybride(|s|n)", "hybrides", "hybrider", "hybridarbeit", "li hybrid"],
    site: ["on site", "onsite", "li onsite", "vor ort", "sur site", "op locatie"],
    person: ["in person", "face to face"],
    office: ["in office", "in the office", "in our office(s)", "in (his|her|their|your) office", "office based", "from (the|our) office", "at (the|our) office", "at our offices", "from our offices", "in office days", "into the office", "to the office", "op kantoor", "im büro", "au bureau", "office first", "office centric", "work from office", "working from office"],
    days: ["day(|s) (a|per|each|every) week", "days week", "days weekly", "x week", "times (a|per) week", "jours par semaine", "jours semaine", "jour par semaine", "j semaine", "j s", "jours sur site", "tage pro woche", "tage die woche", "tage in der woche", "dagen per week", "dagen in de week", "days (on site|onsite|in|from|at)", "day in", "jours sur place", "tage vor ort", "tage im büro", "office day(s)", "bürotag(|e|en)", "präsenztag(|e|en)", "kantoordag(|en)", "jour(s) de présence"],
    weekdays: [
      "mondays", "tuesdays", "wednesdays", "thursdays", "fridays", "monday (to|through) (wednesday|thursday)", "tuesday (to|through) thursday", "montags", "dienstags", "mittwochs", "donnerstags", "freitags",
      "(montag|dienstag) bis (mittwoch|donnerstag)", "maandag tot en met (woensdag|donderdag)", "du (lundi|mardi) au (mercredi|jeudi)",
    ],
    share: ["of (your|their|the) (work time|working time|time|working hours|work week)"],
    presence: ["présentiel", "presentiel", "präsenz", "präsenzarbeit"],
  },
};

// Words beside a cue, by which the patterns that cannot fit are left out.

export const negations = "no not t isnt arent never cannot cant dont doesnt without unable pas geen kein keine keinen keinem keiner keines keinerlei nicht rather instead over non".split(" ");
/** "This role is", "can be": what a sentence about the role has. */
export const beings = "is be".split(" ");
export const otherPlaces = "hybrid hybride hybrides hybriden hybrider hybridarbeit hybridwork onsite site office inoffice person inperson".split(" ");
export const remotes = "remote remotely".split(" ");
export const conditions = "unless approved exception exceptions exceptional exceptionally prefer preferred interview interviews interviewing interviewed interviewer interviewers workshop workshops trial".split(" ");
export const times = "every everyday daily full monday mon days regularly".split(" ");

/** Words that the vocabulary must know. */
export function workplaceWords(): string[] {
  return [...negations, ...beings, ...otherPlaces, ...remotes, ...conditions, ...times];
}
