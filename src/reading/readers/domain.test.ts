import { describe, expect, test } from "vitest";
import type { Role } from "../../terms/role.ts";
import { makeDocument, makeOwnDocument } from "../layout.ts";
import { readDomain } from "./domain.ts";

const list = (lines: string[]): string => lines.map((line) => `- ${line}`).join("\n");

function domainOf(title: string, duties: string[], { requirements = ["You have built software with other people."], about = "We are a company with people in many places and we like our work.", role = null as Role | null } = {}): string | null {
  return readDomain(makeDocument({ title, description_text: `About us\n\n${about}\n\nWhat you will do\n\n${list(duties)}\n\nRequirements\n\n${list(requirements)}` }), role).value;
}

test.each([
  ["vision", "Computer Vision Engineer", ["Train models for object detection and image segmentation", "Improve camera calibration for our cameras"], ["Strong in computer vision and OpenCV"]],
  ["speech", "ML Engineer, Speech", ["Build speech recognition models", "Improve text to speech for our voice agents"], ["Knowledge of ASR and TTS"]],
  ["finance", "Data Scientist, Credit Risk", ["Build credit scoring models for lending", "Detect payment fraud with the underwriting team"], ["Experience with banks or lending"]],
  ["health", "Applied Scientist, Clinical AI", ["Write models for clinical documentation with physicians", "Evaluate the notes of patients with clinicians"], ["Knowledge of EHR data and HIPAA"]],
  ["security", "Detection Engineer, Cybersecurity", ["Hunt threats and write detections for malware", "Lead incident response after attacks"], ["Experience with SIEM and threat intelligence"]],
  ["robotics", "Robotics Engineer", ["Write motion planning for robotic arms", "Run robots in our warehouse"], ["Experience with ROS and kinematics"]],
  ["health", "AI Engineer, Telehealth", ["Build agents for payers and clinical teams", "Ship them with clinical staff"], ["FHIR or telehealth"]],
  ["finance", "Data Scientist, risque de crédit", ["Modéliser le risque de crédit des établissements de crédit", "Rendre compte à la banque et à nos équipes"], ["Vous connaissez la banque et avez une formation en statistique"]],
  ["legal", "Legal AI Engineer", ["Build contract review for lawyers", "Work with law firms on litigation research"], ["Experience in legal tech"]],
  ["advertising", "Data Scientist, Advertising", ["Measure incrementality of ad campaigns", "Model attribution for paid media"], ["Knowledge of marketing mix models"]],
])("the work is in %s: %s", (domain, title, duties, requirements) => expect(domainOf(title, duties, { requirements })).toBe(domain));

// Work that sits in no domain, though words of one stand by.
test.each([
  ["software for software's sake", "Backend Engineer", ["Build services in Go and Python", "Keep our APIs fast"], {}],
  ["a bank as the employer only", "Platform Engineer", ["Run Kubernetes clusters for our developers", "Write Terraform modules"], { about: "We are a bank. Our bank offers loans, mortgages and insurance products." }],
  ["a hospital as the employer only", "Frontend Engineer", ["Build screens in React", "Review code with the team"], { about: "We help hospitals and physicians to care for patients." }],
  ["security as a virtue", "Software Engineer", ["Write secure code with tests", "Build internal tools"], {}],
  ["team players", "Software Engineer", ["Be a team player in all that you do", "Ship features"], {}],
  ["learning, of machines", "Machine Learning Engineer", ["Train models and ship them to production", "Monitor the models"], { requirements: ["Machine learning and deep learning"] }],
  ["quality assurance", "Test Engineer", ["Own quality assurance of the product", "Automate tests"], {}],
  ["driving projects", "Program Manager", ["Driving projects to their end", "Keep the plan"], {}],
  ["factories of data and models", "Data Engineer", ["Build pipelines in Azure Data Factory", "Run our AI factory for models"], {}],
  ["a quick learner", "Software Engineer", ["Build services with the team", "Ship features each week"], { requirements: ["You are a quick learner and a fast learner of tools"] }],
  ["recommendations to leaders", "Analyst", ["Write recommendations for our leaders", "Present recommendations to teams"], {}],
  ["language processing as one skill of many", "AI Engineer", ["Build agents and retrieval", "Ship them to production"], { requirements: ["Natural language processing, RAG and Python"] }],
  ["safe habits", "Backend Engineer", ["Build APIs with tests", "Use encryption for what we store"], { requirements: ["IAM, Docker and Kubernetes"] }],
  ["attribution of costs", "FinOps Engineer", ["Own attribution of cloud costs to teams", "Write reports"], {}],
  ["the maps of JavaScript", "Frontend Engineer", ["Debug with source maps and logs", "Write components"], {}],
] as const)("no domain: %s", (_what, title, duties, rest) => {
  for (const role of [null, "data-scientist", "ai-product-engineer", "outside-other"] as const) expect(domainOf(title, [...duties], { ...(rest as { requirements?: string[]; about?: string }), role })).toBeNull();
});

// Modelling data of a domain is work in it, by words that leave other work in none.
const modelling: [domain: string, duties: string[], requirements: string[]][] = [
  ["finance", ["Model which loans fail", "Ship models to production", "Review code"], ["You know statistics", "SQL in banking"]],
  ["vision", ["Train models for object detection", "Measure what they cost"], ["You know computer vision or language"]],
];
describe.each(modelling)("%s", (domain, duties, requirements) => {
  const doc = makeOwnDocument({ title: "Engineer", description_text: `What you will do\n\n${list(duties)}\n\nRequirements\n\n${list(requirements)}` });
  test("in a role that models or governs", () => expect((["data-scientist", "ai-governance-specialist"] as const).map((role) => readDomain(doc, role).value)).toEqual([domain, domain]));
  test("in no other role", () => expect([null, "outside-software", "ml-platform-engineer", "inference-engineer"].map((role) => readDomain(doc, role as Role | null).value)).toEqual([null, null, null, null]));
});

const german = (tasks: string[], profile: string[]): string | null => readDomain(makeDocument({ title: "Softwareentwickler", description_text: `Deine Aufgaben\n\n${list(tasks)}\n\nDein Profil\n\n${list(profile)}` }), "ai-product-engineer").value;

test.each([
  ["legal", ["Du entwickelst Funktionen für Kanzleien und ihre Anwälte", "Du baust die Suche über Rechtsprechung"], ["Erfahrung mit einer Kanzlei ist gern gesehen"]],
  ["finance", ["Du validierst Modelle für das Kreditrisiko der Bank", "Du prüfst Kreditanträge mit den Kollegen"], ["Kenntnisse im Kreditrisiko oder bei einer Bank"]],
])("German work in %s", (domain, tasks, profile) => expect(german(tasks, profile)).toBe(domain));

test.each([
  ["software in production", ["Du bringst Modelle mit uns in Produktion", "Du begleitest sie in der Produktion"], ["Erfahrung mit Software in Produktion"]],
  ["what is sent with a letter", ["Du entwickelst Dienste mit dem Team", "Du schreibst Tests"], ["Schick uns deine Anlagen als Datei"]],
  ["attacks of another kind", ["Du entwickelst mit uns, ohne Angriffe auf die Zeit der Kollegen", "Du schreibst Tests"], ["Du kennst Python und SQL"]],
])("German work in no domain: %s", (_what, tasks, profile) => expect(german(tasks, profile)).toBeNull());

test("benefits and law never vote", () => {
  const text = "What you will do\n\n- Build services in Go for the team and for us\n\nBenefits\n\n- Health insurance, dental care and mental healthcare for you\n- A pension and financial planning with a bank";
  expect(readDomain(makeDocument({ title: "Engineer", description_text: text }), null).value).toBeNull();
});

test("quotes the words that decided", () => {
  const doc = makeDocument({ title: "Computer Vision Engineer", description_text: "What you will do\n\n- Train models for object detection with the team\n- Improve image segmentation for our cameras\n\nRequirements\n\n- Computer vision and OpenCV" });
  const finding = readDomain(doc, null);
  expect(finding.value).toBe("vision");
  expect(finding.evidence.length).toBeGreaterThan(0);
  for (const { start, end, text } of finding.evidence) expect(doc.text.slice(start, end)).toBe(text);
  expect(finding.confidence).toBeGreaterThan(0.5);
});

test("is not read in other languages", () => {
  expect(readDomain(makeDocument({ title: "Ingeniero", description_text: "Buscamos una persona para nuestro equipo que trabaje con los bancos y con la visión por computador, y que tenga experiencia en el sector." }), null).value).toBeNull();
});
