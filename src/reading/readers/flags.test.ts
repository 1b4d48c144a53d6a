import { expect, test } from "vitest";
import type { FlagId } from "../../terms/flag.ts";
import type { Pay } from "../../terms/pay.ts";
import type { Posting } from "../../terms/posting.ts";
import type { Reading } from "../../terms/reading.ts";
import type { Role } from "../../terms/role.ts";
import { makeDocument } from "../layout.ts";
import { read } from "../read.ts";
import { findFlags } from "./flags.ts";
import { brokenPromise } from "./title-role.ts";

const frame = "We are a small team and you will work with us on the product that all of our customers use.\n\nRequirements\n- ";

/** The flags of an invented posting whose reading is made to say what the case needs. */
function flags(line: string, given: Partial<Reading> = {}, posting: Partial<Posting> = {}) {
  const whole = { title: "Engineer", description_text: frame + line, ...posting } as Posting;
  return findFlags(makeDocument(whole), { ...read(whole), ...given });
}

function severity(id: FlagId, line: string, given: Partial<Reading> = {}, posting: Partial<Posting> = {}): string | null {
  return flags(line, given, posting).find((flag) => flag.id === id)?.severity ?? null;
}

const role = (value: Role, confidence = 0.9): Reading["role"] => ({ value, runnerUp: null, margin: 0.8, confidence, because: "", evidence: [] });

const sentence = (layer: Reading["sentences"][number]["layer"], start: number) => ({ layer, evidence: { start, end: start + 5, text: frame.slice(start, start + 5) } });

const titles: [title: string, content: Role, broken: boolean][] = [
  ["Machine Learning Engineer", "agent-engineer", true],
  ["Data Scientist", "outside-data", true],
  ["Research Engineer", "inference-engineer", true],
  ["AI Engineer", "ml-engineer", true],
  ["MLOps Engineer", "inference-engineer", true],
  ["QA Engineer", "evaluation-engineer", true],
  ["Site Reliability Engineer", "ai-reliability-engineer", true],
  ["Backend Engineer", "inference-engineer", true],
  ["Ingénieur IA (H/F)", "data-scientist", true],
  ["AI Engineer", "ai-product-engineer", false],
  ["Senior AI Engineer (m/f/d)", "llm-engineer", false],
  ["AI Engineer", "agent-engineer", false],
  ["Software Engineer", "ai-product-engineer", false],
  ["Software Engineer, AI Reliability", "ai-reliability-engineer", false],
  ["Senior Security Engineer, AI", "ai-security-engineer", false],
  ["AI/ML Engineer, Deployed", "ai-solutions-engineer", false],
  ["ML Engineer, Platform", "ml-platform-engineer", false],
  ["Member of Technical Staff", "research-engineer", false],
  ["Founding Engineer", "agent-engineer", false],
  ["Data Engineer", "outside-data", false],
  ["Forward Deployed Engineer", "ai-solutions-engineer", false],
  ["KI-Entwickler (m/w/d)", "ai-product-engineer", false],
];

test.each(titles)("%s over the work of %s: broken %s", (title, content, broken) => {
  expect(brokenPromise(makeDocument({ title, description_text: frame }), content) !== null).toBe(broken);
});

test("a title is called wrong only over a role that is sure, and quotes itself", () => {
  const posting = { title: "Data Scientist" };
  expect(severity("title-content", "x", { role: role("outside-data", 0.4) }, posting)).toBeNull();
  const flag = flags("x", { role: role("outside-data") }, posting).find(({ id }) => id === "title-content");
  expect(flag).toMatchObject({ severity: "warn", evidence: [{ text: "Data Scientist" }] });
});

test("conflated work quotes sentences of three layers", () => {
  const mix = { infrastructure: 0.34, evaluation: 0.33, product: 0.33, model: 0, governance: 0 };
  const three = [sentence("infrastructure", 0), sentence("evaluation", 6), sentence("product", 12)];
  expect(flags("x", { conflation: 0.75, mix, sentences: three }).find(({ id }) => id === "conflated")?.evidence).toHaveLength(3);
  expect(severity("conflated", "x", { conflation: 0.65, mix, sentences: three })).toBeNull();
  expect(severity("conflated", "x", { conflation: 0.65, mix, sentences: [...three, ...three] })).toBe("warn");
  expect(severity("conflated", "x", { conflation: 0.9, mix, sentences: three.slice(1) })).toBeNull();
  expect(severity("conflated", "x", { conflation: 0.4, mix, sentences: [...three, ...three] })).toBeNull();
});

test.each([
  ["Junior ML Engineer", "6+ years of experience in software", "warn"],
  ["Senior ML Engineer", "1+ years of experience in software", "warn"],
  ["Junior ML Engineer", "1+ years of experience in software", null],
  ["Senior ML Engineer", "5+ years of experience in software", null],
  ["ML Engineer", "8+ years of experience in software", null],
  ["Senior ML Engineer", "You like Python", null],
])("level against years: %s, %s → %s", (title, line, expected) => {
  expect(severity("level-years", line, {}, { title })).toBe(expected);
});

const range = (min: number | null, max: number | null): Pay => ({ min, max, currency: "EUR", period: "year", kind: "base", place: null, evidence: [] });

test.each([
  [[range(60_000, 80_000)], null],
  [[range(60_000, 100_000)], "info"],
  [[range(60_000, 130_000)], "warn"],
  [[range(null, 130_000)], null],
] as [Pay[], string | null][])("pay %j is wide: %s", (pay, expected) => {
  expect(severity("pay-wide", "x", { pay })).toBe(expected);
  expect(severity("pay-missing", "x", { pay })).toBeNull();
});

test("missing pay says where it was looked for", () => {
  expect(flags("x", { pay: [] }).find(({ id }) => id === "pay-missing")).toMatchObject({ severity: "info", evidence: [] });
});

test("surroundings are missed in technical work only", () => {
  const given = { environment: [], layer: "product" as const, role: role("ai-product-engineer") };
  expect(severity("no-environment", "x", given)).toBe("info");
  expect(severity("no-environment", "x", { ...given, environment: [{ what: "stack", evidence: [] }] })).toBeNull();
  expect(severity("no-environment", "x", { ...given, layer: "outside", role: role("outside-other") })).toBeNull();
});

test.each([
  ["Certified Kubernetes Administrator", "info"],
  ["Cloud certifications such as AWS are a plus", "info"],
  ["You manage SSL certificates", null],
  ["We are ISO certified", null],
  ["Certificates are not needed", null],
  ["No certificates required", null],
])("certificates: %s → %s", (line, expected) => {
  expect(severity("certificates", line)).toBe(expected);
});

test.each([
  ["You are a coding ninja", "info"],
  ["You thrive in a fast-paced environment", "info"],
  ["A ninja, a rockstar and a guru in one", "warn"],
  ["Wir suchen noch echte Gurus", "info"],
  ["Wir suchen weder Rockstars noch Ninjas", null],
  ["You know CMake and Ninja", null],
  ["You test what you write", null],
])("buzzwords: %s → %s", (line, expected) => {
  expect(severity("buzzwords", line)).toBe(expected);
});

test.each([
  ["You are in our office 3 days a week", { location: "Remote, Germany" }, "warn"],
  ["You are in our office three days per week", { remote: true }, "info"],
  ["You are in our office 3 days a week", { location: "Berlin" }, null],
  ["Fully remote, three days a week in our office", {}, "warn"],
  ["Fully remote, with three days a week in our office in Leith", { location: "London (remote)" }, "warn"],
  ["100% remote, 2 days per week on site in Berlin", {}, "warn"],
  ["This role is fully remote. You are in the office three days a week", {}, "warn"],
  ["Remote-first, but we meet in the office on Tuesdays and Thursdays", {}, "warn"],
  ["Location: Remote. You are in our office two days a week", {}, "warn"],
  ["This is a remote position with mandatory office days every Wednesday", {}, "warn"],
  ["100 % Remote, drei Tage pro Woche im Büro", {}, "warn"],
  ["Vollständig remote, mit zwei festen Bürotagen pro Woche", {}, "warn"],
  ["100 % télétravail, avec trois jours par semaine au bureau", {}, "warn"],
  ["Poste entièrement en télétravail. Deux jours par semaine sur site", { description_text: "Vous développez des modèles avec l'équipe et vous les mettez en production pour nos clients. Nous cherchons une personne qui a de l'expérience.\nPoste entièrement en télétravail. Deux jours par semaine sur site." }, "warn"],
  ["Volledig remote, drie dagen per week op kantoor", {}, "warn"],
  ["As a remote-first company we write things down. You are in our office three days a week", {}, "info"],
  ["Fully remote; our office in Berlin is open to you", {}, null],
  ["Fully remote, with quarterly weeks on site", {}, null],
  ["Fully remote; we meet in person twice a year", {}, null],
  ["Fully remote, and if you like you can use our office three days a week", {}, null],
  ["Fully remote, the office is optional", {}, null],
  ["Fully remote, no office days", {}, null],
  ["Fully remote. Team days in our office twice a month", {}, null],
  ["Fully remote. We have lunch in the office three days a week", {}, null],
  ["Fully remote. Onboarding takes three days in our office", {}, null],
  ["Fully remote for people outside Berlin; those in Berlin come to the office three days a week", {}, null],
  ["Remote or hybrid: three days a week in our office", {}, null],
  ["Remote (US) or hybrid with three days a week in our New York office", {}, null],
  ["Hybrid: two days remote, three days in our office", {}, null],
  ["Not fully remote: three days a week in our office", {}, null],
  ["Unless approved for full remote work, you are in the office three days a week", {}, null],
  ["You want fully remote work? We are in our office four days a week", {}, null],
  ["Many of our colleagues are 100% remote. You are in our office three days a week", {}, null],
  ["Remote work is possible two days a week, three days are in the office", {}, null],
  ["100 % Remote; unser Büro in Berlin steht dir offen", {}, null],
  ["Bis zu drei Tage pro Woche Remote, zwei Tage im Büro", {}, null],
  ["Remote möglich, zweimal im Jahr treffen wir uns im Büro", {}, null],
  ["Trois jours de télétravail par semaine, deux jours au bureau", {}, null],
  ["Volledig remote; ons kantoor in Utrecht staat open", {}, null],
  ["Hybride: twee dagen thuis, drie dagen op kantoor", {}, null],
  ["You work from home 3 days a week, the office is optional", { location: "Remote" }, null],
  ["We release 2 days a week", { location: "Remote" }, null],
] as [string, Partial<Posting>, string | null][])("remote with attendance: %s %j → %s", (line, posting, expected) => {
  expect(severity("remote-attendance", line, {}, posting)).toBe(expected);
});

test("every quote is the very slice of the text", () => {
  const posting = { title: "Junior Data Scientist", location: "Remote", description_text: `${frame}6+ years of experience\n- Certified AWS architect\n- In our office 2 days a week\n- A rockstar` };
  const { text, flags: found } = read(posting, { withText: true });
  expect(found.length).toBeGreaterThan(3);
  for (const { evidence } of found) for (const quote of evidence) expect(text!.slice(quote.start, quote.end)).toBe(quote.text);
});
