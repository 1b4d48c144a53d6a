import { expect, test } from "vitest";
import { read } from "../../reading/read.ts";
import { diagnose } from "../diagnose.ts";

const duties = "What you will do\n\n- Build and train ranking models for our search, with experiments and offline metrics\n- Ship models with the team\n\nWhat you bring\n\n- ";

/** What is asked of candidates in a line, with the words it rests on. */
function asked(line: string): string[] {
  const posting = { title: "Machine Learning Engineer (m/w/d)", description_text: `${duties}${line}` };
  const { findings, text } = diagnose(posting, read(posting, { withText: true }), { rules: [], day: "2026-11-29" });
  return findings.flatMap(({ id, quotes }) => {
    if (!id.startsWith("asks-")) return [];
    for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    return [`${id.slice(5)}: ${quotes[0]!.text}`];
  });
}

test.each([
  ["You are under 35.", "age: are under 35"],
  ["Candidates must be under the age of 40", "age: under the age of 40"],
  ["Age limit 35", "age: Age limit"],
  ["We are looking for a young engineer", "age: looking for a young"],
  ["Höchstens 30 Jahre alt", "age: Höchstens 30 Jahre alt"],
  ["Du bist jung und motiviert", "age: Du bist jung"],
  ["Vous avez moins de 30 ans", "age: avez moins de 30 ans"],
  ["Je bent jong en ambitieus", "age: Je bent jong"],
  ["Native English speaker", "native: Native English speaker"],
  ["English native speaker", "native: English native"],
  ["Deutsch als Muttersprache", "native: als Muttersprache"],
  ["Muttersprachler (Deutsch)", "native: Muttersprachler"],
  ["Deutsch-Muttersprachlerin", "native: Deutsch-Muttersprachlerin"],
  ["Wir suchen junge Entwickler", "age: suchen junge"],
  ["Tell us your salary history", "pay-history: salary history"],
  ["Français langue maternelle", "native: Français langue maternelle"],
  ["Nederlands als moedertaal", "native: moedertaal"],
  ["An unpaid trial week in our office", "unpaid: unpaid trial week"],
  ["Ein unbezahlter Probetag", "unpaid: unbezahlter Probetag"],
  ["Une journée d'essai non rémunérée", "unpaid: journée d'essai non rémunérée"],
  ["Een onbetaalde proefdag", "unpaid: onbetaalde proefdag"],
  ["Send your CV with photo", "photo: CV with photo"],
  ["Bewerbung mit Lichtbild", "photo: mit Lichtbild"],
  ["CV avec photo", "photo: CV avec photo"],
  ["CV met pasfoto", "photo: CV met pasfoto"],
  ["Must be a US citizen", "nationality: Must be a US citizen"],
  ["UAE nationals only", "nationality: UAE nationals only"],
  ["Deutsche Staatsangehörigkeit", "nationality: Deutsche Staatsangehörigkeit"],
  ["Nationalité française exigée", "nationality: Nationalité française exigée"],
  ["Mitglied der katholischen Kirche", "religion: Mitglied der katholischen Kirche"],
  ["Must be a practising Christian", "religion: Must be a practising Christian"],
  ["Male candidates only", "gender: Male candidates only"],
])("%s", (line, found) => {
  expect(asked(line)).toEqual([found]);
});

test.each([
  "Experience with native mobile apps, native Kubernetes and cloud-native tools",
  "React Native, native iOS and English",
  "Annotate recordings of native speakers",
  "Non-native speakers welcome",
  "No native speaker needed",
  "Latency under 35 ms at p99",
  "Queries are under 35 ms",
  "Join a young company with a young team",
  "We are a team of 35, under 40 people in all",
  "Experience of 5 years, in a firm that is 30 years old",
  "Maximum age of the cache entries",
  "There is no age limit",
  "All ages, nationalities and religions are welcome",
  "Regardless of age, nationality, religion or gender",
  "40 nationalities work here",
  "Unpaid leave after a year",
  "A paid trial day",
  "No unpaid trials: we pay for take-home tasks",
  "Models for photo search and passport photos",
  "Please send no photo",
  "Bewerbung ohne Foto",
  "Wir achten nicht auf Muttersprachler",
  "CV sans photo",
  "Geen pasfoto nodig",
  "Right to work in the US",
  "Build models with citizens and only then release",
  "Unabhängig von Konfession, Alter und Herkunft",
  "Entreprise de moins de 30 ans, moins de 5 ans d'expérience",
  "Ein junges Team mit Kollegen unter 30",
  "Een jong team; tussen 25 en 35 collega's",
  "Speak the language of native Kubernetes operators",
  "Men's health products, women in tech",
])("nothing is asked for: %s", (line) => {
  expect(asked(line)).toEqual([]);
});
