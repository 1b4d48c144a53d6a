import { expect, test } from "vitest";
import type { Finding } from "../../terms/evidence.ts";
import type { Seniority } from "../../terms/seniority.ts";
import { lineDocument } from "../../../test/reading/line-document.ts";
import { makeDocument } from "../layout.ts";
import { readSeniority } from "./seniority.ts";

const years = (value: number | null): Finding<number> => ({ value, confidence: 1, because: "", evidence: [] });
const plain = "You will work with us on the product that our customers use, and you are part of the team.";

const titles: [title: string, level: Seniority][] = [
  ["Senior ML Engineer", "senior"],
  ["Sr. Data Scientist (m/f/d)", "senior"],
  ["Snr AI Engineer", "senior"],
  ["Software Engineer III", "senior"],
  ["Machine Learning Engineer L5", "senior"],
  ["Engineer 3, Ranking", "senior"],
  ["Staff Software Engineer", "lead"],
  ["Senior/Staff ML Engineer", "lead"],
  ["Principal Applied Scientist", "lead"],
  ["Tech Lead, Search", "lead"],
  ["AI Solutions Architect", "lead"],
  ["Distinguished Engineer", "lead"],
  ["Lead AI Engineer (F/H)", "lead"],
  ["Engineering Manager, Platform", "manager"],
  ["Senior Engineering Manager", "manager"],
  ["Manager, Data Science", "manager"],
  ["Teamleiter Data Engineering (m/w/d)", "manager"],
  ["Head of AI", "director"],
  ["VP, AI Engineering", "director"],
  ["Director of Machine Learning", "director"],
  ["Chief Technology Officer (CTO)", "director"],
  ["Junior Data Engineer", "entry"],
  ["Jr Developer", "entry"],
  ["Graduate Software Engineer", "entry"],
  ["Software Engineer, New Grad", "entry"],
  ["Software Engineer I", "entry"],
  ["Associate Software Engineer", "entry"],
  ["Software Engineer II", "mid"],
  ["Machine Learning Intern", "intern"],
  ["Senior Year Internship, Robotics", "intern"],
  ["Werkstudent KI (m/w/d)", "intern"],
  ["Praktikant Data Science", "intern"],
  ["Stage - Data Scientist (H/F)", "intern"],
  ["Alternance Data Engineer", "intern"],
  ["Masterarbeit: Sprachmodelle", "intern"],
  ["PhD Intern, Reinforcement Learning", "intern"],
  ["Afstudeerstage AI", "intern"],
  ["Stagiair machine learning", "intern"],
  // words that look like a level
  ["Product Manager, AI", "mid"],
  ["Project Manager AI", "mid"],
  ["Account Manager", "mid"],
  ["Technical Program Manager", "mid"],
  ["Senior Product Manager", "senior"],
  ["Business Development Manager", "mid"],
  ["Lead Generation Specialist", "mid"],
  ["Member of Technical Staff", "mid"],
  ["Chief of Staff", "mid"],
  ["Staff Nurse", "mid"],
  ["Staff Accountant", "mid"],
  ["Executive Assistant to the CEO", "mid"],
  ["AI Engineer, Vice President", "mid"],
  ["Assistant Vice President, Data", "mid"],
  ["Associate, Capital Markets", "mid"],
  ["Senior Associate, Data", "senior"],
  ["Account Executive, Mid-Market", "mid"],
  ["Internal Tools Engineer", "mid"],
  ["Early Stage Founding Engineer", "mid"],
  ["Ingénieur IA & agents autonomes", "mid"],
  ["Assurance vie : data analyst", "mid"],
  ["Headless CMS Developer", "mid"],
  ["L2 Support Engineer", "mid"],
  ["Internship Program Coordinator", "mid"],
  ["Senior Living Data Analyst", "mid"],
];

test.each(titles)("%s → %s", (title, level) => {
  expect(readSeniority(makeDocument({ title, description_text: plain }), years(null)).value).toBe(level);
});

test.each([
  [0, "entry"],
  [1.5, "entry"],
  [2, "mid"],
  [4, "mid"],
  [5, "senior"],
] as const)("%s years without a marker → %s", (count, level) => {
  expect(readSeniority(makeDocument({ title: "ML Engineer", description_text: plain }), years(count)).value).toBe(level);
});

test.each([
  [1, "1-3 years", "mid"],
  [1, "1 to 5 years", "mid"],
  [1, "1-2 years", "entry"],
  [1, "1+ years", "entry"],
  [0, "0-3 years", "entry"],
  [1, "one year", "entry"],
] as const)("%s of %s without a marker → %s", (count, text, level) => {
  const range: Finding<number> = { value: count, confidence: 1, because: "", evidence: [{ start: 0, end: text.length, text }] };
  expect(readSeniority(makeDocument({ title: "ML Engineer", description_text: plain }), range).value).toBe(level);
});

test("the title's marker wins over years", () => {
  expect(readSeniority(makeDocument({ title: "Junior ML Engineer", description_text: plain }), years(6)).value).toBe("entry");
});

const lines: [line: string, heading: string, level: Seniority][] = [
  ["We are looking for a Senior Machine Learning Engineer to join us", "About the role", "senior"],
  ["As a Principal Engineer you will set direction", "About the role", "lead"],
  ["We are seeking a highly skilled and motivated Staff Engineer", "About the role", "lead"],
  ["Experience level: Junior", "Requirements", "entry"],
  ["If you are a recent graduate, this is for you", "About the role", "entry"],
  ["You work with senior engineers", "About the role", "mid"],
  ["You report to a Principal Engineer", "About the role", "mid"],
  ["You will lead projects and mentor junior engineers", "About the role", "mid"],
  ["Present results to senior leadership", "About the role", "mid"],
  ["We hire at all levels, from new grad to staff", "About the role", "mid"],
];

test.each(lines)("%s (%s) → %s", (line, heading, level) => {
  expect(readSeniority(lineDocument(line, "en", heading), years(null)).value).toBe(level);
});

test("a manager of things is a manager where the text gives people to manage", () => {
  expect(readSeniority(lineDocument("You have five direct reports", "en", "Responsibilities", "Quality Manager"), years(null)).value).toBe("manager");
  expect(readSeniority(lineDocument("You track quality every week", "en", "Responsibilities", "Quality Manager"), years(null)).value).toBe("mid");
});

test("the field for the type of employment", () => {
  expect(readSeniority(makeDocument({ title: "Engineer", description_text: plain, employment_type: "Intern" }), years(null)).value).toBe("intern");
  expect(readSeniority(makeDocument({ title: "Engineer", description_text: plain, employment_type: "FullTime" }), years(null)).value).toBe("mid");
});
