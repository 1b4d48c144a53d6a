import { recordedSays } from "./recorded.ts";
import { describe, expect, test } from "vitest";
import { transparencyRules } from "../../briefing/rules.ts";
import { makeOwnDocument } from "../../reading/layout.ts";
import { read } from "../../reading/read.ts";
import type { BriefOptions } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import type { CheckState, TransparencyCheckId } from "../../terms/transparency.ts";
import { diagnose } from "../diagnose.ts";

const day = "2026-11-29";
const rules = transparencyRules();

function briefOf(posting: Posting, options: Partial<BriefOptions> = {}, on = day) {
  return diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules, options, day: on });
}

function textState(check: TransparencyCheckId, rule: string, posting: Posting): CheckState {
  const result = briefOf(posting, { place: [placeOf(rule)], employees: 5000, employeesThere: 50 }).transparency.find((one) => one.rule === rule);
  return result!.checks.find((one) => one.check === check)!.text;
}

function placeOf(rule: string): string {
  const { subdivision, countries } = rules.find((one) => one.id === rule)!;
  return subdivision ?? countries[0]!;
}

const about = (text: string, title = "Machine Learning Engineer"): Posting => ({ title, description_text: `What you will do\n\n- Train models and ship them\n\nBenefits\n\n${text}` });
type Row = [text: string, state: CheckState];

describe.each<[TransparencyCheckId, string, Row[]]>([
  ["pay", "us-co", [
    ["The base salary is $150,000 to $180,000 a year.", "pass"], ["Pay: $62.50 per hour.", "pass"], ["Das Jahresgehalt beträgt 70.000 bis 85.000 € brutto.", "pass"], ["Salaire : 50 000 à 60 000 € brut par an.", "pass"], ["Salaris: € 4.500 tot € 5.500 bruto per maand.", "pass"],
    ["We offer a competitive salary.", "fail"], ["Salary: DOE.", "fail"], ["We raised $120,000,000 last year.", "fail"], ["Attraktives Gehalt.", "fail"], ["Salaire selon profil.", "fail"], ["Een marktconform salaris.", "fail"], ["A home-office budget of $1,800.", "fail"],
  ]],
  ["numeric", "us-co", [
    ["The base salary is $150,000 to $180,000 a year.", "pass"], ["The salary is $150,000 a year.", "pass"], ["Das Jahresgehalt beträgt 70.000 bis 85.000 € brutto.", "pass"],
    ["Salary: up to $180,000 a year.", "fail"], ["Salary from $150,000 a year.", "fail"], ["A competitive salary.", "not-applicable"], ["Gehalt: bis zu 85.000 € im Jahr.", "fail"],
  ]],
  ["unit", "us-co", [
    ["The base salary is $150,000 to $180,000 a year.", "pass"], ["$60 to $75 per hour", "pass"], ["Annual salary: $150,000 - $180,000", "pass"],
    ["Compensation: $150,000 - $180,000", "unknown"], ["Base pay $150K–$180K plus equity", "unknown"], ["A competitive salary.", "not-applicable"],
  ]],
  ["benefits", "us-co", [
    ["Health, dental and vision insurance, 401(k) and 20 days of paid time off.", "pass"], ["Medical insurance and a pension plan.", "pass"], ["30 Tage Urlaub und betriebliche Altersvorsorge.", "pass"], ["Mutuelle et 10 jours de RTT.", "pass"], ["Pensioenregeling en 28 vakantiedagen.", "pass"],
    ["Great benefits.", "fail"], ["A competitive benefits package and perks.", "fail"], ["Free lunch and a gym.", "fail"], ["Tolle Benefits und Obstkorb.", "fail"], ["Nombreux avantages.", "fail"], ["Goede secundaire arbeidsvoorwaarden.", "fail"], ["The benefits of using AI are many.", "fail"], ["Our customers are pension funds and health insurance companies.", "fail"], ["401(k).", "unknown"],
  ]],
  ["other-pay", "us-co", [
    ["An annual bonus and equity.", "pass"], ["Stock options (RSUs).", "pass"], ["This role is not eligible for bonus or commission.", "pass"], ["Weihnachtsgeld und Gewinnbeteiligung.", "pass"], ["Prime annuelle et intéressement.", "pass"], ["Een dertiende maand.", "pass"],
    ["We value diversity, equity and inclusion.", "unknown"], ["Knowledge of Rust is a bonus.", "unknown"], ["Our fund invests in private equity.", "unknown"], ["Work with the European Commission.", "unknown"], ["A salary of $100,000.", "unknown"], ["We hold a market share of 40 %.", "unknown"],
  ]],
  ["apply-by", "us-co", [
    ["Apply by December 15, 2026.", "pass"], ["Application deadline: 12/15/2026", "pass"], ["Applications are accepted on an ongoing basis.", "pass"], ["The application window is expected to close on January 5, 2027.", "pass"], ["Bewerbungsfrist: 15.12.2026", "pass"], ["Date limite de candidature : 15 décembre 2026", "pass"], ["Solliciteer vóór 15 december 2026.", "pass"],
    ["Apply now!", "fail"], ["Apply by e-mail.", "fail"], ["We close deals by December 15.", "fail"], ["Deadlines matter to us.", "fail"], ["Posted on December 1, 2026.", "fail"], ["Jetzt bewerben.", "fail"], ["Postulez avant tout pour apprendre.", "fail"], ["Solliciteer direct.", "fail"],
  ]],
  ["ai-use", "ca-on", [
    ["We use AI to screen applications.", "pass"], ["Artificial intelligence may be used to assess candidates? AI is not used in our hiring.", "pass"], ["A person reads every application.", "pass"],
    ["We use AI to build maps.", "unknown"], ["We use AI in our product.", "unknown"], ["You will use AI tools every day.", "unknown"], ["Our AI screens X-rays.", "unknown"],
  ]],
  ["vacancy", "ca-on", [
    ["This posting is for an existing vacancy.", "pass"], ["This is a new position: it is for a newly created role.", "pass"], ["We collect applications for future openings.", "pass"],
    ["Join us.", "fail"], ["The vacancy rate of flats is falling.", "fail"], ["We are hiring.", "fail"], ["An opening in the market.", "fail"],
  ]],
  ["spread", "ca-on", [
    ["Base salary: C$120,000 to C$150,000 a year", "pass"], ["Base salary: C$120,000 to C$170,000 a year", "pass"],
    ["Base salary: C$120,000 to C$171,000 a year", "fail"], ["Base salary: C$195,000 to C$260,000 a year", "not-applicable"], ["Base salary: US$120,000 to US$190,000 a year", "unknown"], ["A competitive salary.", "unknown"], ["Salary up to C$150,000 a year", "unknown"],
  ]],
  ["local-experience", "ca-on", [
    ["Five years of experience with Python.", "pass"], ["We do not require Canadian experience.", "pass"], ["A Canadian company with experience in maps.", "pass"],
    ["Canadian work experience required.", "fail"], ["Two years of experience in Canada.", "fail"],
  ]],
  ["pay-history", "it", [
    ["Tell us your current salary.", "fail"], ["Please attach your last three pay slips.", "fail"], ["Nennen Sie uns Ihr aktuelles Gehalt.", "fail"], ["Indiquez votre salaire actuel.", "fail"], ["Vermeld je huidige salaris.", "fail"],
    ["Tell us what you would like to earn.", "unknown"], ["Gehaltsvorstellung bitte angeben.", "unknown"], ["Vos prétentions salariales.", "unknown"], ["Geef je salariswens op.", "unknown"], ["We never ask about your salary history.", "unknown"], ["Predict salaries from history.", "unknown"],
  ]],
])("%s (%s)", (check, rule, rows) => {
  test.each(rows)("%s → %s", (text, state) => {
    expect(textState(check, rule, about(text))).toBe(state);
  });
});

describe("gender-title in Italy", () => {
  test.each<[string, string, CheckState]>([
    ["Softwareentwickler", "Sie entwickeln Modelle und bringen sie in den Betrieb. Wir suchen eine Person mit Erfahrung in Python und mit Freude an der Arbeit.", "fail"],
    ["Softwareentwickler (m/w/d)", "Sie entwickeln Modelle und bringen sie in den Betrieb. Wir suchen eine Person mit Erfahrung in Python und mit Freude an der Arbeit.", "pass"],
    ["Machine Learning Engineer", "You train models and ship them.", "pass"],
  ])("%s", (title, text, state) => {
    expect(textState("gender-title", "it", about(text, title))).toBe(state);
  });
});

function located(location: string, text = "We train models."): Posting {
  return { title: "ML Engineer", location, description_text: `${text}\n\nYou will build and ship the models that our product needs, with a team of six engineers, and you will own them in production.` };
}

/** Which rules hold for a posting there. */
function holds(location: string, text?: string, options: Partial<BriefOptions> = {}, on = day): Record<string, boolean | null> {
  return Object.fromEntries(briefOf(located(location, text), options, on).transparency.map(({ rule, applies }) => [rule, applies]));
}

function staleOn(on: string): boolean {
  return briefOf({ title: "ML Engineer", location: "Denver, CO", description_text: "We train models." }, {}, on).transparency[0]!.stale;
}

describe("whether a rule holds", () => {
  test.each<[string, string | undefined, Partial<BriefOptions>, Record<string, boolean | null>]>([
    ["Denver, CO", undefined, {}, { "us-co": true }],
    ["Remote, United States", "This role is remote.", {}, { "us-co": true, "us-ca": null, "us-wa": null }],
    ["San Francisco, CA", undefined, {}, { "us-ca": null }],
    ["San Francisco, CA", undefined, { employees: 200, employeesThere: 4 }, { "us-ca": true }],
    ["San Francisco, CA", undefined, { employees: 200 }, { "us-ca": null }],
    ["San Francisco, CA", undefined, { employees: 14 }, { "us-ca": false }],
    ["New York, NY", undefined, { employees: 4 }, { "us-ny": true }],
    ["New York, NY", undefined, { employees: 3 }, { "us-ny": false }],
    ["Toronto, Ontario, Canada", undefined, { employees: 25 }, { "ca-on": true }],
    ["Toronto, Ontario, Canada", undefined, { employees: 24 }, { "ca-on": false }],
    ["Milan, Italy", undefined, {}, { it: true }],
    ["Berlin, Germany", undefined, {}, { eu: null }],
    ["London, UK", undefined, {}, { gb: null }],
    ["Portland, Maine", undefined, {}, { "us-me": null }],
  ])("%s %s %o", (location, text, options, expected) => {
    expect(holds(location, text, options)).toMatchObject(expected);
  });

  test.each<[string, string | undefined]>([["Austin, TX", undefined], ["Tokyo, Japan", undefined], ["Zurich, Switzerland", undefined], ["Vancouver, Canada", undefined], ["United States", undefined]])("%s is reached by none", (location, text) => {
    expect(holds(location, text)).toEqual({});
  });

  test("Colorado left out by name is quoted, and not taken at its word", () => {
    const [colorado] = briefOf(located("Remote, United States", "This role is remote. It is open in the US, except Colorado.")).transparency.filter((result) => result.rule === "us-co");
    expect(colorado).toMatchObject({ applies: null, because: expect.stringContaining("left out by name"), quotes: [{ text: "It is open in the US, except Colorado." }] });
  });

  test("a place given stands in for the posting's own", () => {
    expect(holds("Austin, TX", undefined, { place: ["US-CO"] })).toEqual({ "us-co": true });
    expect(holds("Austin, TX", undefined, { place: ["Denver"] })).toEqual({ "us-co": true });
    expect(holds("Denver, CO", undefined, { place: ["Nowhereville"] })).toEqual({});
  });

  test("before its day it does not hold, and nothing is failed", () => {
    const [result] = briefOf(located("Toronto, Ontario, Canada"), { employees: 100 }, "2025-12-31").transparency;
    expect(result).toMatchObject({ rule: "ca-on", applies: false, because: "in force from 2026-01-01" });
    expect(new Set(result!.checks.map((check) => check.state))).toEqual(new Set(["not-applicable"]));
  });

  test("what may be told before the interview is not failed", () => {
    const [result] = briefOf(located("Warsaw, Poland")).transparency;
    expect(result!.checks.find((check) => check.check === "pay")).toMatchObject({ state: "unknown", text: "fail", because: expect.stringContaining("before the interview") });
  });

  test("where size is not known every state is unknown, with what the text shows beside it", () => {
    const [result] = briefOf(located("San Francisco, CA")).transparency;
    expect(result!.checks.map(({ letter, state, text }) => [letter, state, text])).toEqual([["P", "unknown", "fail"], ["N", "not-applicable", "not-applicable"], ["U", "not-applicable", "not-applicable"]]);
  });
});

describe("rules as data", () => {
  test("each is dated, sourced, and old after 180 days", () => {
    for (const rule of rules) expect({ id: rule.id, ok: rule.recorded === "2026-11" && !("reviewed" in rule) && rule.source.url.startsWith("http") && (rule.from !== null || rule.status !== null) }).toEqual({ id: rule.id, ok: true });
    expect([staleOn(day), staleOn("2027-04-30"), staleOn("2027-05-01")]).toEqual([false, false, true]);
  });

  test("none ever says that something is in order with the law", () => {
    expect(JSON.stringify(rules).toLowerCase()).not.toMatch(/complian|konform|conforme/);
    const all = JSON.stringify(rules.map((rule) => briefOf({ title: "ML Engineer", description_text: "We train models. Salary: $100,000 to $120,000 a year." }, { place: [rule.subdivision ?? rule.countries[0]!], employees: 9999, employeesThere: 99 })));
    expect(all.toLowerCase()).not.toContain("compliant");
  });

  test("what was recalled says so on its check", () => {
    const minnesota = briefOf({ title: "ML Engineer", location: "Minneapolis, MN", description_text: "x y z" }, { employees: 40 }).transparency[0]!;
    expect(minnesota.checks.filter((check) => check.recalled).map((check) => check.letter)).toEqual(["N", "B", "O"]);
    expect(minnesota.because).toContain("a number from memory, looked up nowhere");
    expect(recordedSays(minnesota)).toMatch(/^as recorded in November 2026; not legal advice; check the source\. From memory, looked up nowhere: .*both ends of the range as numbers.*the citation and its link.*\.$/);
    for (const { recalled } of rules) expect(recordedSays({ recorded: "2026-11", stale: true, recalled })).not.toMatch(/[a-z][A-Z]|\b(?:from|law|status|notes|pay|reach)[,.]$/);
  });
});

test.each<[string, string[]]>([
  ["Remote (EU)", ["us-co", "us-ca", "ca-on"]],
  ["Remote, Europe", ["us-co", "us-ca", "ca-on"]],
])("remote work of one region has nothing to do with the rules of another: %s", (location, never) => {
  const found = briefOf({ title: "ML Engineer", location, description_text: "What you will do\n\n- Train models and ship them with us. This role is fully remote." }).transparency.map(({ rule }) => rule);
  for (const rule of never) expect(found).not.toContain(rule);
});
