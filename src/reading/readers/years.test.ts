import { expect, test } from "vitest";
import { lineDocument } from "../../../test/reading/line-document.ts";
import { makeDocument } from "../layout.ts";
import { readYears } from "./years.ts";

const english: [line: string, years: number | null][] = [
  ["5+ years of experience in backend development", 5],
  ["3-5 years of relevant work experience", 3],
  ["3–5+ years in applied machine learning", 3],
  ["8 to 10 years building distributed systems", 8],
  ["At least three years of hands-on experience with Python", 3],
  ["Minimum of 8 yrs in a similar role", 8],
  ["Five (5) or more years of professional experience", 5],
  ["10 or more years of experience", 10],
  ["4+ yoe in data engineering", 4],
  ["6/8 years+ of experience building models", 6],
  ["1 year of experience (required)", 1],
  ["18 months experience with large models", 1.5],
  ["0-2 years of experience", 0],
  ["Less than 2 years of work experience", 0],
  ["Over 7 years’ experience in software", 7],
  ["You've spent 5+ years as a data engineer", 5],
  ["5+ years of experience, preferably in health care", 5],
  ["8+ years of software engineering, including 2+ years with ML systems", 8],
  ["PhD and 3+ years of experience, or a Master's degree and 5+ years", 3],
  ["Bachelor's degree with 8+ years of experience or a Master's with 6+ years", 6],
  ["2+ years with Kubernetes and 5+ years in the industry", 5],
  ["3+ years of machine learning experience preferred", 3],
  // traps
  ["A company with 20 years of history", null],
  ["Our founders spent 12 years at large labs", null],
  ["We were founded 10 years ago", null],
  ["Must be 18 years of age or older", null],
  ["You must be at least 21 years old", null],
  ["A 2-year contract with the option to extend", null],
  ["Equity with four-year vesting and a one-year cliff", null],
  ["You follow what happened in the field over the past 3 years", null],
  ["Grown 300% in the last 2 years", null],
  ["Own the three-year roadmap of the platform", null],
  ["Where will the market be in 5 years?", null],
  ["Sabbatical after 5 years of service", null],
  ["The team has a combined 40 years of experience", null],
  ["A 4 year degree in computer science", null],
  ["Several years of experience with SQL", null],
  ["In less than three years we reached a million users", null],
  ["You travel 4 times a year", null],
  ["An idea that takes 5 years to realize", null],
];

test.each(english)("%s → %s", (line, years) => {
  expect(readYears(lineDocument(line)).value).toBe(years);
});

const others: [language: "de" | "fr" | "nl", line: string, years: number | null][] = [
  ["de", "Mindestens 3 Jahre Berufserfahrung in der Softwareentwicklung", 3],
  ["de", "Fünf Jahre Erfahrung mit Python", 5],
  ["de", "2 bis 4 Jahre Praxis", 2],
  ["de", "Mehrjährige Berufserfahrung", null],
  ["de", "Seit über 30 Jahren entwickeln wir Software", null],
  ["de", "Befristet auf 2 Jahre", null],
  ["de", "Mindestalter: 18 Jahre", null],
  ["de", "Ausbildungsdauer: 3 Jahre", null],
  ["de", "Deine Ausbildung – 3 Jahre", null],
  ["fr", "3 ans d'expérience minimum", 3],
  ["fr", "Expérience de 5 ans dans un poste similaire", 5],
  ["fr", "Vous justifiez de 2 à 3 ans d'expérience", 2],
  ["fr", "Expérience d'un an minimum sur un poste similaire", 1],
  ["fr", "Au moins cinq années d'expérience", 5],
  ["fr", "Formation Bac +5 en informatique", null],
  ["fr", "Un CDD de 2 ans", null],
  ["fr", "Données conservées 2 ans", null],
  ["fr", "L'entreprise existe depuis plus de 20 ans", null],
  ["nl", "Minimaal 3 jaar ervaring met Python", 3],
  ["nl", "2 tot 4 jaar werkervaring", 2],
  ["nl", "Wij bestaan al sinds 25 jaar", null],
  ["nl", "De afgelopen 3 jaar groeiden we snel", null],
];

test.each(others)("%s: %s → %s", (language, line, years) => {
  expect(readYears(lineDocument(line, language)).value).toBe(years);
});

test("years under a wish list count only where nothing is required", () => {
  expect(readYears(lineDocument("10+ years of experience", "en", "Requirements\n- You write Python well, you like to test what you write, and you can explain it\n\nPreferred qualifications")).value).toBeNull();
  expect(readYears(lineDocument("10+ years of experience", "en", "Preferred qualifications")).value).toBe(10);
});

test("the evidence is the count", () => {
  const doc = makeDocument({ title: "Engineer", description_text: "Requirements\n- 3-5 years of experience in software" });
  expect(readYears(doc).evidence.map(({ text }) => text)).toEqual(["3-5 years"]);
});
