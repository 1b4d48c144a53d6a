import { describe, expect, test } from "vitest";
import { genderOfTitle } from "./gender.ts";

describe("a title that names one gender", () => {
  test.each<[string, string, string]>([
    ["Softwareentwickler KI", "de", "Softwareentwickler"],
    ["Senior Machine-Learning-Ingenieur", "de", "Ingenieur"],
    ["Wissenschaftliche Mitarbeiterin KI", "de", "Mitarbeiterin"],
    ["Projektleiter Künstliche Intelligenz", "de", "Projektleiter"],
    ["Ingénieur Machine Learning", "fr", "Ingénieur"],
    ["Développeuse IA", "fr", "Développeuse"],
    ["Chef de projet IA", "fr", "Chef"],
    ["Verkoopster AI-oplossingen", "nl", "Verkoopster"],
    ["Vakman data-infrastructuur", "nl", "Vakman"],
    ["AI Salesman", "en", "Salesman"],
    ["Data Center Foreman", "en", "Foreman"],
  ])("%s (%s)", (title, language, word) => {
    const { state, start, end } = genderOfTitle(title, language);
    expect({ state, word: title.slice(start, end) }).toEqual({ state: "gendered", word: expect.stringContaining(word) });
  });

  test.each<[string, string]>([
    ["Softwareentwickler KI (m/w/d)", "de"],
    ["Softwareentwickler KI m|w|d", "de"],
    ["Softwareentwickler:in KI", "de"],
    ["Softwareentwickler*in KI", "de"],
    ["Ingenieur/-in KI", "de"],
    ["IngenieurIn KI", "de"],
    ["Entwickler (all genders)", "de"],
    ["Entwicklerin / Entwickler KI", "de"],
    ["Fachkraft für Datenanalyse", "de"],
    ["Senior Machine Learning Engineer", "de"],
    ["Data Scientist", "fr"],
    ["Ingénieur Machine Learning (H/F)", "fr"],
    ["Ingénieur Machine Learning F/H", "fr"],
    ["Ingénieur·e IA", "fr"],
    ["Ingénieur(e) IA", "fr"],
    ["Développeur / Développeuse IA", "fr"],
    ["Responsable IA", "fr"],
    ["Analyste de données", "fr"],
    ["Ontwikkelaar AI", "nl"],
    ["Medewerker data (m/v/x)", "nl"],
    ["Manager AI", "nl"],
    ["Machine Learning Engineer", "en"],
    ["German-speaking Data Analyst", "en"],
    ["Human-in-the-loop Engineer", "en"],
    ["Performance Engineer, Taliesman Team", "en"],
    ["Expert Consultant", "en"],
  ])("not %s (%s)", (title, language) => {
    expect(genderOfTitle(title, language).state).toBe("neutral");
  });

  test.each(["es", "it", null])("cannot be told of a text in %s", (language) => {
    expect(genderOfTitle("Ingeniero de datos", language).state).toBe("unknown");
  });
});
