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
  ["English native speaker", "native: English native speaker"],
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
  ["The age limit for this role is 35", "age: age limit"],
  ["Maximum age: 40", "age: Maximum age"],
  ["Altersgrenze für Bewerber: 45 Jahre", "age: Altersgrenze"],
  ["Être âgé entre 17 ans et 26 ans", "age: âgé entre 17 ans et 26 ans"],
  ["Native French and English proficiency", "native: Native French"],
  ["Native German or Dutch is a plus", "native: Native German"],
  ["Regardless of your background, you must be a US citizen", "nationality: must be a US citizen"],
  ["Unabhängig vom Abschluss: Muttersprachniveau", "native: Muttersprachniveau"],
  ["A diploma is not required, a native speaker is", "native: native speaker"],
  ["A photo of yourself is required", "photo: photo of yourself"],
  ["Attach a photo to your application", "photo: Attach a photo"],
  ["Bitte ein Bewerbungsfoto beilegen, Zeugnisse sind nicht nötig", "photo: Bewerbungsfoto"],
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
  "Unabhängig von Geschlecht, Alter, Religion, Konfessionszugehörigkeit und Herkunft",
  "Konfessionszugehörigkeit und Herkunft spielen keine Rolle",
  "Eine Konfessionszugehörigkeit ist keine Voraussetzung",
  "Ein Lichtbild ist nicht erforderlich",
  "Ein Bewerbungsfoto brauchen wir nicht",
  "Muttersprachniveau ist nicht nötig",
  "Muttersprachliches Niveau ist hier nicht erforderlich",
  "Quelle que soit votre langue maternelle",
  "Sans distinction d'âge, de sexe ou de langue maternelle",
  "Une photo d'identité n'est pas nécessaire",
  "Ongeacht je moedertaal",
  "Een recente pasfoto is niet nodig",
  "We don't care whether you're a native speaker",
  "It does not matter if you are a native speaker",
  "A native speaker is not required",
  "Native English level is not needed",
  "Native speakers are not required",
  "Set cache-control max-age headers",
  "Enforce an age limit on our platform",
  "Maximum age of 30 days for our backups",
  "Add a photo to your profile",
  "Users can add a photo",
  "Native Arabic NLP models",
  "Near-native English writing ability",
  "Native or near-native English fluency",
  "German (native/business fluent)",
  "Nahezu muttersprachliches Deutsch",
  "Pay is the same for all, regardless of background, previous compensation and location",
  "Equity is not part of our current compensation structure",
  "We'll match your current compensation",
])("nothing is asked for: %s", (line) => {
  expect(asked(line)).toEqual([]);
});
