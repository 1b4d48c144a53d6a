import { expect, test } from "vitest";
import type { Degree } from "../../terms/degree.ts";
import { lineDocument } from "../../../test/reading/line-document.ts";
import { readDegree } from "./degree.ts";

const english: [line: string, degree: Degree | null][] = [
  ["Bachelor's degree in Computer Science", "bachelor"],
  ["Bachelor’s or Master’s degree in a quantitative field", "bachelor"],
  ["BS/MS/PhD in Computer Science", "bachelor"],
  ["B.S. + 5 years of experience or M.S. + 3 years or Ph.D. + 1 year", "bachelor"],
  ["BSc or higher in engineering", "bachelor"],
  ["Degree in Computer Science or equivalent experience", "bachelor"],
  ["University degree in a technical field", "bachelor"],
  ["Bachelor's degree required, Master's degree preferred", "bachelor"],
  ["A degree in statistics, advanced degree is preferred", "bachelor"],
  ["Currently enrolled in a full-time degree program in computer science", "bachelor"],
  ["Master's degree or PhD in machine learning", "master"],
  ["MSc in data science", "master"],
  ["MS or PhD in CS, or equivalent", "master"],
  ["Advanced degree in a quantitative discipline", "master"],
  ["PhD or equivalent research experience", "phd"],
  ["Currently pursuing a PhD in computer science", "phd"],
  ["Doctorate in physics", "phd"],
  ["High school diploma or equivalent", "none"],
  ["Associate's degree in IT", "none"],
  ["No degree required", "none"],
  ["We do not require any degrees or certificates", "none"],
  ["A computer science degree, a bootcamp or self-taught", "none"],
  ["BSc", "bachelor"],
  ["M.S. or higher in Robotics", "master"],
  ["PhD (or close to completion) in computer science", "phd"],
  ["University degree (MSc or PhD) in physics", "master"],
  ["PhD in biology, or a Master's degree and 4 years of experience", "master"],
  ["Bachelor's degree holders are welcome to apply for this role", "bachelor"],
  // traps
  ["Bachelor's degree holders are welcome to apply for other roles.", null],
  ["Those with a Bachelor's degree may look at our other open positions.", null],
  ["MS", "master"],
  ["BA; BI; ETL and data modelling", null],
  ["Tools: MS; Visio", null],
  ["Master's or PhD preferred", null],
  ["Bachelor's degree preferred", null],
  ["Bachelor's degree is a plus", null],
  ["Ideally with a degree in computer science", null],
  ["A Master's degree in machine learning (not strictly required)", null],
  ["A high degree of autonomy", null],
  ["Some degree of travel", null],
  ["Certified Scrum Master", null],
  ["Knowledge of master data management", null],
  ["Master the art of debugging", null],
  ["You have mastered Python", null],
  ["Proficient in MS Office and MS SQL", null],
  ["Experience as BA or business analyst", null],
  ["Work in Boston, MA or Jackson, MS, on site", null],
  ["You work with a team of PhD researchers", null],
  ["Latency under 50 ms in production", null],
  ["You will not need the help of our PhDs", null],
  ["Knows the 360 degree view of a customer", null],
];

test.each(english)("%s → %s", (line, degree) => {
  expect(readDegree(lineDocument(line)).value).toBe(degree);
});

const others: [language: "de" | "fr" | "nl", line: string, degree: Degree | null][] = [
  ["de", "Abgeschlossenes Studium der Informatik", "bachelor"],
  ["de", "Hochschulabschluss in Mathematik oder vergleichbare Qualifikation", "bachelor"],
  ["de", "Abgeschlossenes Studium (Master)", "master"],
  ["de", "Abgeschlossenes Studium (Master) der Informatik oder vergleichbar", "master"],
  ["de", "Abgeschlossenes Studium der Informatik (Master, Diplom)", "master"],
  ["de", "Abgeschlossenes Studium (Bachelor/Master)", "bachelor"],
  ["de", "Abgeschlossenes Studium (Master oder Bachelor)", "bachelor"],
  ["de", "Abgeschlossenes Studium (Master von Vorteil)", "bachelor"],
  ["de", "Abgeschlossenes Studium (idealerweise Master)", "bachelor"],
  ["de", "Abgeschlossenes Studium (Uni/FH) der Informatik", "bachelor"],
  ["fr", "3 ans d'expérience, pas de diplôme exigé", "none"],
  ["fr", "Diplôme Bac+5 exigé", "master"],
  ["de", "Master oder Promotion in Physik", "master"],
  ["de", "Bachelor oder Master in Informatik", "bachelor"],
  ["de", "Abgeschlossene Promotion von Vorteil", null],
  ["de", "Erfahrung in der Promotion von Produkten", null],
  ["de", "Sehr gute Kenntnisse in MS Office", null],
  ["fr", "Bac +5 en informatique", "master"],
  ["fr", "Formation Bac+3 minimum", "bachelor"],
  ["fr", "De formation Bac +4/5", "bachelor"],
  ["fr", "Formation Bac+2 à Bac+5 en informatique", "none"],
  ["fr", "Diplômé d'une école d'ingénieur", "master"],
  ["fr", "Un doctorat serait un plus", null],
  ["fr", "La promotion interne est une réalité", null],
  ["fr", "Vous maîtrisez le pack Office", null],
  ["nl", "Een afgeronde HBO/WO opleiding", "bachelor"],
  ["nl", "WO werk- en denkniveau", "master"],
  ["nl", "Scrum Master in het team", null],
];

test.each(others)("%s: %s → %s", (language, line, degree) => {
  expect(readDegree(lineDocument(line, language)).value).toBe(degree);
});

test("a degree that founders hold is asked of nobody", () => {
  expect(readDegree(lineDocument("He holds a master's degree in mathematics from a famous university", "en", "About us")).value).toBeNull();
});
