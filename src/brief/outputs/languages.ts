import { isRead } from "../../reading/text/language.ts";
import type { ReadLanguage } from "../../terms/language.ts";
import type { DescriptionPart } from "../../terms/brief-outputs.ts";

/** What a description says that is not its author's: headings, and what stands around a gap. In the language of the description; English where that is none of the four. */
export type OutputWords = { headings: Record<DescriptionPart, string>; gap: (what: string) => string; gapFor: (word: string, instead: string) => string; /** Why a word is left out. */ why: (word: string, instead: string) => string; /** Why a heading is left out. */ emptyHeading: string; title: string };

const english: OutputWords = {
  headings: { about: "About", responsibilities: "Responsibilities", requirements: "Requirements", preferred: "Nice to have", environment: "Environment", pay: "Pay and benefits", place: "Place", hiring: "How we hire", other: "Also" },
  gap: (what) => `[to be filled: ${what}]`,
  gapFor: (word, instead) => `[to be filled, in place of “${word}”: ${instead}]`,
  why: (word, instead) => `“${word}”: ${instead}`,
  emptyHeading: "a heading with nothing left under it",
  title: "title",
};

const words: Record<ReadLanguage, OutputWords> = {
  en: english,
  de: {
    headings: { about: "Über uns", responsibilities: "Aufgaben", requirements: "Anforderungen", preferred: "Von Vorteil", environment: "Arbeitsumfeld", pay: "Gehalt und Leistungen", place: "Arbeitsort", hiring: "So läuft die Bewerbung", other: "Außerdem" },
    gap: (what) => `[auszufüllen: ${what}]`,
    gapFor: (word, instead) => `[auszufüllen, statt „${word}“: ${instead}]`,
    why: (word, instead) => `„${word}“: ${instead}`,
    emptyHeading: "eine Überschrift, unter der nichts mehr steht",
    title: "Titel",
  },
  fr: {
    headings: { about: "À propos", responsibilities: "Missions", requirements: "Profil recherché", preferred: "Atouts", environment: "Environnement", pay: "Rémunération et avantages", place: "Lieu", hiring: "Recrutement", other: "Autres informations" },
    gap: (what) => `[à compléter : ${what}]`,
    gapFor: (word, instead) => `[à compléter, à la place de « ${word} » : ${instead}]`,
    why: (word, instead) => `« ${word} » : ${instead}`,
    emptyHeading: "un titre sous lequel il ne reste rien",
    title: "intitulé du poste",
  },
  nl: {
    headings: { about: "Over ons", responsibilities: "Taken", requirements: "Functie-eisen", preferred: "Een pre", environment: "Werkomgeving", pay: "Salaris en arbeidsvoorwaarden", place: "Plaats", hiring: "Zo werven we", other: "Overig" },
    gap: (what) => `[in te vullen: ${what}]`,
    gapFor: (word, instead) => `[in te vullen, in plaats van ‘${word}’: ${instead}]`,
    why: (word, instead) => `‘${word}’: ${instead}`,
    emptyHeading: "een kop waar niets meer onder staat",
    title: "functietitel",
  },
};

export function outputWords(language: string | null): OutputWords {
  return isRead(language) ? words[language] : english;
}

/** How a gap begins in each of the languages: `"[to be filled"` */
const openings = Object.values(words).map(({ gap }) => /^\[[\p{L} ]*\p{L}/u.exec(gap(""))![0]);

/** Whether a line has a place that its author must fill, in any of the languages. */
export function hasGap(text: string): boolean {
  return openings.some((opening) => text.includes(opening));
}
