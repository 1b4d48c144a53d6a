import type { JobPosting as SchemaJobPosting, WithContext } from "schema-dts";
import { array, assert, constantFrom, oneof, property } from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { transparencyRules } from "../../briefing/rules.ts";
import { scorecards } from "../../briefing/scorecards.ts";
import { bodyOf } from "../../reading/text-parts.ts";
import { makeOwnDocument } from "../../reading/layout.ts";
import { read } from "../../reading/read.ts";
import { Posting } from "../../terms/posting.ts";
import type { BriefOptions } from "../../terms/brief.ts";
import { roles } from "../../terms/role.ts";
import { diagnose } from "../diagnose.ts";
import { employmentOf } from "./job-posting.ts";
import { scorecardMarkdown } from "./interviews.ts";
import { makeOutputs } from "./outputs.ts";
import { makeInterviewPlan, makeScorecard } from "./scorecard.ts";

function outputsOf(posting: Posting, options: Partial<BriefOptions> = {}) {
  const brief = diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules: transparencyRules(), options, day: "2026-11-29" });
  return { brief, ...makeOutputs(brief, scorecards()) };
}

function sample(name: string): Posting {
  return Posting.parse(parse(readFileSync(new URL(`../../../data/sample/postings/${name}.yaml`, import.meta.url), "utf8")));
}

const samples = ["quernstone-staff-engineer-agent-evaluation", "brocaterre-expert-ia", "alsterkai-backend-entwickler", "grachtenwerk-machine-learning-engineer", "gristmill-agentic-ai-engineer", "leineufer-ki-experte"];

describe("the cleaner description", () => {
  test.each(samples)("%s: every line is the author's own, or a marked gap", (name) => {
    const { brief, description } = outputsOf(sample(name));
    const lines = description.parts.flatMap((part) => part.lines);
    expect(lines.length).toBeGreaterThan(8);
    for (const { kind, text } of lines) {
      if (kind === "gap") expect(text).toMatch(/^\[(?:to be filled|auszufüllen|à compléter ?|in te vullen): .+\]$/);
      else for (const piece of text.split(/ \[(?:to be filled|auszufüllen|à compléter|in te vullen)[^\]]*\]/)) expect(brief.text.toLowerCase()).toContain(piece.trim().toLowerCase());
    }
  });

  test.each(samples)("%s: no line of the text is lost, but headings and what is told as removed", (name) => {
    const { brief, description } = outputsOf(sample(name));
    const kept = description.parts.flatMap((part) => part.lines.map((line) => line.text)).join("\n") + description.removed.map((one) => one.text).join("\n");
    const lost = bodyOf(brief.text).split("\n").map((line) => line.replace(/^- /, "").trim()).filter((line) => line.length > 70 && !kept.includes(line.slice(0, 40)) && !kept.includes(line.slice(-40)));
    expect(lost).toEqual([]);
  });

  test("buzzwords go: an adjective out of its sentence, an empty sentence whole, a sentence with a fact stays with a gap", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: "What you will do\n\n- Ship models in a fast-paced team every week\n\nRequirements\n\n- Be a rockstar\n- A Python ninja with 5 years of experience in production" });
    const lines = description.parts.flatMap((part) => part.lines.filter((line) => line.kind !== "gap").map((line) => line.text));
    expect(lines).toEqual(["Ship models in a team every week", expect.stringMatching(/^A Python ninja with 5 years of experience in production \[to be filled, in place of “.*ninja”: .+\]$/)]);
    expect(description.removed.map((one) => one.text)).toEqual(["fast-paced", "Be a rockstar"]);
  });

  test("what shuts people out is not said again: its sentence goes whole, with what to say, or stays with a gap", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: "What you will do\n\n- Ship models every week\n\nRequirements\n\n- Python in production. Male preferred. No pregnant women. No disabled applicants. Christians only. White candidates preferred. Must be single without children.\n- Young candidates with 5 years of experience in Python" });
    const lines = description.parts.flatMap((part) => part.lines.filter((line) => line.kind !== "gap").map((line) => line.text));
    expect(lines).toEqual(["Ship models every week", "Python in production.", expect.stringMatching(/ \[to be filled, in place of “Young candidates”: say what the work needs.+\]$/)]);
    expect(description.removed.map((one) => one.text).toSorted()).toEqual(["Christians only.", "Male preferred.", "Must be single without children.", "No disabled applicants.", "No pregnant women.", "White candidates preferred."]);
    expect(description.removed.find((one) => one.text === "Male preferred.")!.why).toBe("“Male preferred”: leave it out: the work is for whoever can do it");
  });

  test.each<[string, string, string[]]>([
    ["German", "Deine Aufgaben\n\n- Du bringst Modelle mit dem Team jede Woche in den Betrieb\n\nDein Profil\n\n- Rockstar\n- Bewerbung mit Foto", ["„Rockstar“: nennen, was die Person gebaut oder am Laufen gehalten haben soll", "„mit Foto“: nichts verlangen, was ein Gesicht zeigt: Arbeiten, und wie die Person zu erreichen ist", "eine Überschrift, unter der nichts mehr steht"]],
    ["French", "Vos missions\n\n- Vous concevez et déployez des modèles avec notre équipe chaque semaine\n\nVotre profil\n\n- Couteau suisse", ["« Couteau suisse » : citer les deux ou trois missions, et dire laquelle passe d’abord", "un titre sous lequel il ne reste rien"]],
    ["Dutch", "Wat ga je doen\n\n- Je traint en beheert modellen met het team en levert elke week op\n\nWat breng je mee\n\n- Duizendpoot", ["‘Duizendpoot’: noem de twee of drie taken, en welke eerst komt", "een kop waar niets meer onder staat"]],
    ["a language that is not read", "Tus funciones\n\n- Entrenar modelos con el equipo y ponerlos en producción cada semana\n\nRequisitos\n\n- Rockstar", ["“Rockstar”: name what the person will have built or kept running"]],
  ])("why a word is left out is said in the language of the description: %s", (_what, text, why) => {
    expect(outputsOf({ title: "ML Engineer", description_text: text }).description.removed.map((one) => one.why)).toEqual(why);
  });

  const german = "Über uns\n\nWir planen Seefracht für mittelständische Unternehmen.\n\nDeine Aufgaben\n\n- Du entwickelst Agenten, die Anfragen beantworten\n\nDein Profil\n\n- Erfahrung mit Python\n\nBewerbung\n\nSchick uns deinen Lebenslauf. Das erste Gespräch dauert 30 Minuten.";
  const french = "Qui sommes-nous ?\n\nNous éditons un logiciel pour les cabinets médicaux.\n\nVos missions\n\n- Concevoir des chaînes RAG pour nos clients\n\nVotre profil\n\n- Expérience en Python";
  const dutch = "Over ons\n\nWij voorspellen waterstanden voor de waterschappen.\n\nWat ga je doen\n\n- Je traint modellen die waterstanden voorspellen\n\nWat breng je mee\n\n- Ervaring met Python";
  test.each<[string, string, string[], string]>([
    ["German", german, ["Über uns", "Aufgaben", "Anforderungen", "Arbeitsumfeld", "Gehalt und Leistungen", "Arbeitsort", "So läuft die Bewerbung"], "[auszufüllen: Gehalt: von, bis, Währung, Zeitraum]"],
    ["French", french, ["À propos", "Missions", "Profil recherché", "Environnement", "Rémunération et avantages", "Lieu", "Recrutement"], "[à compléter : rémunération : minimum et maximum, devise, période]"],
    ["Dutch", dutch, ["Over ons", "Taken", "Functie-eisen", "Werkomgeving", "Salaris en arbeidsvoorwaarden", "Plaats", "Zo werven we"], "[in te vullen: salaris: van, tot, valuta, periode]"],
  ])("headings and gaps are in the language of the description: %s", (_what, text, headings, gap) => {
    const { description, jsonLd } = outputsOf({ title: "ML Engineer", description_text: text });
    expect(description.parts.map(({ heading }) => heading)).toEqual(headings);
    expect(description.parts.find(({ part }) => part === "pay")!.lines.map((line) => line.text)).toContain(gap);
    expect(jsonLd.gaps.map(({ field }) => field)).toContain("description");
  });

  test("the steps of applying stand under hiring, and the place once", () => {
    const { description } = outputsOf({ title: "ML Engineer", location: "Nordhafen GmbH, Hamburg", description_text: `Nordhafen GmbH, Hamburg\n\n${german}` });
    const of = (name: string): string[] => description.parts.find(({ part }) => part === name)?.lines.map((line) => line.text) ?? [];
    expect(of("hiring")).toEqual(["Schick uns deinen Lebenslauf. Das erste Gespräch dauert 30 Minuten."]);
    expect(of("other")).toEqual([]);
    expect(of("about")).toEqual(["Wir planen Seefracht für mittelständische Unternehmen."]);
    expect(of("place")[0]).toBe("Nordhafen GmbH, Hamburg");
  });

  const prose = "Harrow sells garden tools online. We forecast demand for 40,000 products.\n\nYou will train our forecasting models. You report to the head of data science, in a team of seven.\n\nYou will need five years of building models, strong Python and SQL. Nice to have: Spark.\n\nWe pay $150,000 to $185,000 a year.\n\nTo apply, send a CV by 15 January. There are three conversations of an hour each.";
  test("prose is sorted by its sentences: nothing that a person will do stands elsewhere", () => {
    const { description } = outputsOf({ title: "ML Engineer", location: "Chicago, IL", description_text: prose });
    const of = (name: string): string[] => description.parts.find(({ part }) => part === name)?.lines.filter(({ kind }) => kind !== "gap").map((line) => line.text) ?? [];
    expect(of("about")).toEqual(["Harrow sells garden tools online. We forecast demand for 40,000 products."]);
    expect(of("responsibilities")).toEqual(["You will train our forecasting models."]);
    expect(of("environment")).toEqual(["You report to the head of data science, in a team of seven."]);
    expect(of("requirements")).toEqual(["You will need five years of building models, strong Python and SQL."]);
    expect(of("preferred")).toEqual(["Spark."]);
    expect(of("pay")).toEqual(["We pay $150,000 to $185,000 a year."]);
    expect(of("hiring")).toEqual(["To apply, send a CV by 15 January. There are three conversations of an hour each."]);
  });

  test.each([
    ["We are an equal opportunity employer: you will be considered without regard to race.", "other"],
    ["You will receive 30 days of paid leave.", "about"],
    ["We apply machine learning to maps.", "about"],
    ["You will love our dogs.", "about"],
    ["You will maintain our data platform.", "responsibilities"],
    ["Competitive salary.", "pay"],
    ["You will join a team of seven.", "environment"],
    ["You report to the head of audio.", "environment"],
    ["You will be responsible for our maps.", "responsibilities"],
    ["5+ years of deep learning.", "requirements"],
    ["We reply within a week.", "hiring"],
  ])("where a sentence without a heading goes: %s → %s", (sentence, part) => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: `We make maps for cities and we work with the people who live in them.\n\n${sentence}` });
    expect(description.parts.find(({ lines }) => lines.some(({ text }) => text.includes(sentence)))?.part).toBe(part);
  });

  test("what stands under a heading that says nothing is sorted by what it says, and its list stays together", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: "Quillon makes hearing aids and we work with the people who wear them.\n\nAdditional information\n\n- Train small models that run on the device\n- Listening tests with users\n\nWe ask for\n\n- 3 years of deep learning\n- C++ or Rust\n\nWe welcome everyone regardless of age or race." });
    const of = (name: string): string[] => description.parts.find(({ part }) => part === name)?.lines.filter(({ kind }) => kind !== "gap").map((line) => line.text) ?? [];
    expect(of("responsibilities")).toEqual(["Train small models that run on the device", "Listening tests with users"]);
    expect(of("requirements")).toEqual(["We ask for", "3 years of deep learning", "C++ or Rust"]);
    expect(of("other")).toEqual(["We welcome everyone regardless of age or race."]);
  });

  test("several buzzwords of one sentence are mended together, and no word is cut in two", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: "We are looking for a 10x engineer who wears many hats in a fast-paced environment. Competitive salary." });
    const lines = description.parts.flatMap((part) => part.lines.filter(({ kind }) => kind !== "gap").map((line) => line.text));
    expect(lines).toEqual([expect.stringMatching(/^We are looking for a 10x engineer who wears many hats\. \[to be filled, in place of “10x engineer”: [^\]]+\] \[to be filled, in place of “wears many hats”: [^\]]+\]$/), "Competitive salary."]);
  });

  test("no sentence is left broken or empty: a phrase goes with its word, a sentence that says nothing without it goes whole, and its author mends the others", () => {
    const text = "About us\n\nWe are a dynamic team of go-getters in a fast-paced environment. We are a fast-paced company. You are highly motivated to learn how people read maps.\n\nWhat you will do\n\n- Train our models with the whole team in a fast-paced environment";
    const { description } = outputsOf({ title: "ML Engineer", description_text: text });
    const lines = description.parts.flatMap((part) => part.lines.filter(({ kind }) => kind !== "gap").map((line) => line.text.replaceAll(/: [^\]]+\]/g, "]")));
    expect(lines.join("\n")).toBe("We are a dynamic team of go-getters. [to be filled, in place of “go-getters”] You are highly motivated to learn how people read maps. [to be filled, in place of “highly motivated”]\nTrain our models with the whole team");
    expect(description.removed.map((one) => one.text)).toEqual(["in a fast-paced environment", "We are a fast-paced company.", "in a fast-paced environment"]);
  });

  test("marks of Markdown are left out of what is read", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: "What you will do\n\n- **Train** models with us for [our maps](https://maps.example/a_b)\n- Use snake_case and 2 * 3 * 4\n1. *Ship* them" });
    expect(description.parts.find(({ part }) => part === "responsibilities")!.lines.map((line) => line.text)).toEqual(["Train models with us for our maps (https://maps.example/a_b)", "Use snake_case and 2 * 3 * 4", "Ship them"]);
  });

  const contact = "What you will do\n- Train models\n\nContact: Jane Doe, jane@example.com\n\nWe ship every week.";
  test.each([
    [contact, "Contact: Jane Doe, jane@example.com"],
    ["WE BUILD SEARCH FOR LAWYERS\n\nAPI DESIGN AND MODELS\n\nWhat you will do\n- Train models", "API DESIGN AND MODELS"],
    ["What you will do\n- Train models\n\nExperience with Python and Go\n- Write clearly", "Experience with Python and Go"],
    ["What you will do\n\nIn the first three months:\n- Train models", "In the first three months:"],
  ])("a line that says more than a heading stays: %j", (text, line) => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: text });
    expect(description.parts.flatMap((part) => part.lines.map((one) => one.text))).toContain(line);
    expect(description.removed).toEqual([]);
  });

  test("a heading is told with ours in its place, and one with nothing under it as left out", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: `${contact}\n\nLogistics\n\nPay: $150,000 to $180,000 a year\n\nPerks\n\nRequirements:\n- Be a rockstar` });
    expect(description.headings).toEqual([{ text: "What you will do", under: ["Responsibilities"] }, { text: "Logistics", under: ["Pay and benefits"] }]);
    expect(description.removed).toEqual([expect.objectContaining({ text: "Be a rockstar" }), ...["Perks", "Requirements:"].map((text) => ({ text, why: "a heading with nothing left under it" }))]);
  });

  test("what announces a list stands above it", () => {
    const { description } = outputsOf({ title: "ML Engineer", description_text: "We make maps for cities.\n\nIn your first months:\n- Train our models\n- Ship them to users" });
    expect(description.parts.find(({ part }) => part === "responsibilities")!.lines.map((line) => line.text)).toEqual(["In your first months:", "Train our models", "Ship them to users"]);
  });

  const said = constantFrom("What you will do", "Requirements:", "Perks", "## Your team", "**About us**", "Kontakt", "Contact: Jane Doe, jane@example.com", "API DESIGN AND MODELS", "- Train models with PyTorch", "* Five years of Python", "1. Ship them", "Machine learning", "Tech stack: Kafka, Go", "Be a rockstar", "We are a fast-paced company.", "Thrive in a fast-paced environment. We pay $150,000 a year.", "No pregnant women", "In your first 90 days:", "Interviews take two hours, and we reply within a week", "What you bring", "Benefits: 30 days off", "Young candidates with 5 years of experience", "We build a world-class team of engineers", "Life at Acme", "Apply by Friday:", "jobs@acme.example", "--- or ---");
  const made = array(constantFrom("models", "Python", "TEAM", "our", "Requirements", "contact", "pay:", "you", "build", "7", "(remote)", "apply", "and", "Skills"), { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
  test("each word of a text stands in the cleaner one, or is told: as left out, or as a heading", () => {
    assert(property(array(oneof(said, made), { minLength: 1, maxLength: 12 }), expectNothingLost), { numRuns: 300 });
  });

  test("what was not found is a gap; nothing is made up", () => {
    const { description } = outputsOf({ description_text: "We train models." });
    expect(description.title).toBe("[to be filled: title]");
    expect(description.parts.find((part) => part.part === "pay")!.lines).toEqual([{ kind: "gap", text: "[to be filled: pay: least and most, currency, period]", start: null }]);
  });

  test("markup of the text is text in Markdown and HTML", () => {
    const { markdown, html } = outputsOf({ title: "# <b>x</b>", description_text: 'See [this](javascript:alert(1)) and <img src=x> and `code` and * stars *\n\n1. one\n\n> quoted & "more"' });
    expect(markdown).toContain("# \\<b\\>x\\</b\\>\n");
    expect(markdown).toContain("\\[this\\](javascript:alert(1))");
    expect(html.replaceAll(/<\/?(?:h1|h2|p|ul|li|mark|small)>/g, "")).not.toMatch(/[<>]/);
  });
});

function expectNothingLost(lines: readonly string[]): void {
  const { brief, description } = outputsOf({ title: "ML Engineer", location: "Berlin", description_text: lines.join("\n") });
  const told = [...description.parts.flatMap((part) => part.lines), ...description.removed, ...description.headings].map(({ text }) => text).join("\n");
  const left = countsOf(told);
  // Numbers of a list are no words of the author's.
  const lost = [...countsOf(bodyOf(brief.text).replaceAll(/^\d\. /gm, ""))].filter(([word, n]) => n > (left.get(word) ?? 0));
  expect({ lines, lost }).toEqual({ lines, lost: [] });
}

/** How often each word stands there, articles left out: one follows the word behind it. */
function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []) if (word !== "a" && word !== "an") counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

describe("schema.org JobPosting", () => {
  const full: Posting = { id: "7", company: "Quernstone", title: "ML Engineer", location: "Denver, CO", posted_at: "2026-11-01", employment_type: "Full-time", description_text: "What you will do\n\n- Train models for our search and ship them with the team\n\nRequirements\n\n- 5 years of experience with Python\n- A bachelor's degree\n\nBenefits\n\nThe base salary is $150,000 to $180,000 a year." };

  test("has what search engines require, in the types of schema.org", () => {
    const { jsonLd } = outputsOf(full);
    const document = jsonLd.document as unknown as Exclude<WithContext<SchemaJobPosting>, string>;
    expect(document).toMatchObject({
      "@context": "https://schema.org", "@type": "JobPosting", title: "ML Engineer", datePosted: "2026-11-01", employmentType: "FULL_TIME",
      hiringOrganization: { "@type": "Organization", name: "Quernstone" }, identifier: { "@type": "PropertyValue", value: "7" },
      jobLocation: { "@type": "Place", address: { "@type": "PostalAddress", addressLocality: "Denver", addressRegion: "CO", addressCountry: "US" } },
      baseSalary: { "@type": "MonetaryAmount", currency: "USD", value: { "@type": "QuantitativeValue", minValue: 150_000, maxValue: 180_000, unitText: "YEAR" } },
      experienceRequirements: { "@type": "OccupationalExperienceRequirements", monthsOfExperience: 60 }, educationRequirements: { "@type": "EducationalOccupationalCredential", credentialCategory: "bachelor degree" },
    } satisfies Partial<typeof document>);
    for (const field of ["title", "description", "datePosted", "hiringOrganization", "jobLocation"] as const) expect(document).toHaveProperty(field);
  });

  test("remote work names where people may live, in place of a place", () => {
    const { jsonLd } = outputsOf({ ...full, location: "Remote, Germany", description_text: `${full.description_text}\n\nThis is a fully remote role.` });
    expect(jsonLd.document).toMatchObject({ jobLocationType: "TELECOMMUTE", applicantLocationRequirements: [{ "@type": "Country", name: "DE" }] });
    expect(jsonLd.gaps.map((gap) => gap.field)).not.toContain("jobLocation");
  });

  test.each(["Fully remote, with mandatory office days every Wednesday.", "Fully remote, three days a week in our office."])("work that is remote in name only is not marked as remote: %s", (line) => {
    const { jsonLd } = outputsOf({ ...full, description_text: `${full.description_text}\n\n${line}` });
    expect(jsonLd.document).not.toHaveProperty("jobLocationType");
    expect(jsonLd.gaps.map((gap) => gap.field)).toContain("jobLocationType");
  });

  test("what is not said is a gap, and no field", () => {
    const { jsonLd } = outputsOf({ description_text: "We train models." });
    expect(jsonLd.gaps.map((gap) => gap.field).toSorted()).toEqual(["datePosted", "description", "hiringOrganization", "jobLocation", "title"]);
    for (const field of ["title", "hiringOrganization", "baseSalary", "employmentType", "jobLocation"]) expect(jsonLd.document).not.toHaveProperty(field);
  });

  test("which of two ranges holds, it cannot say, and does not", () => {
    expect(outputsOf(sample("quernstone-staff-engineer-agent-evaluation")).jsonLd.document).not.toHaveProperty("baseSalary");
  });

  test.each([["Full-time", "FULL_TIME"], ["Vollzeit", "FULL_TIME"], ["CDI", "FULL_TIME"], ["Teilzeit", "PART_TIME"], ["Contract", "CONTRACTOR"], ["Internship", "INTERN"], ["CDD", "TEMPORARY"], ["something", null], [null, null]])("%s is %s", (words, type) => {
    expect(employmentOf(words)).toBe(type);
  });
});

describe("scorecard and interviews", () => {
  const cards = scorecards();

  test.each(roles.map((role) => role.id))("%s: every must-have is looked at, none more than twice, within two weeks", (role) => {
    const { brief } = outputsOf({ description_text: "We train models." });
    const scorecard = makeScorecard({ text: brief.text, reading: brief.reading, options: { ...brief.options, role } }, cards);
    const plan = makeInterviewPlan(scorecard, cards);
    expect(scorecard.attributes.filter((attribute) => attribute.must).length).toBeGreaterThanOrEqual(3);
    expect(plan.uncovered).toEqual([]);
    expect(Math.max(...plan.coverage.map((one) => one.stages.length))).toBeLessThanOrEqual(2);
    expect(plan.days).toBeLessThanOrEqual(10);
    expect(plan.minutes).toBeLessThanOrEqual(360);
    for (const { attributes } of plan.stages) expect(attributes.length).toBeLessThanOrEqual(3);
  });

  test("on-call duty in the text makes operating a must", () => {
    const { scorecard } = outputsOf({ title: "AI Product Engineer", description_text: "What you will do\n\n- Build RAG features and agents on top of LLM APIs for our product\n- Ship prompts and integrations to users\n\nAbout\n\nOn-call one week in six, paid." }, { role: "ai-product-engineer" });
    expect(scorecard.attributes.find((attribute) => attribute.id === "operational-ownership")).toMatchObject({ must: true });
  });

  test("what the description requires stands on the scorecard, one of several as one", () => {
    const { scorecard } = outputsOf({ title: "ML Engineer", description_text: "What you will do\n\n- You will work with the team and with us on the product that you own.\n\nRequirements\n\n- Python\n- PyTorch or TensorFlow\n\nNice to have\n\n- Kafka" }, { role: "ml-engineer" });
    expect(scorecard.asks).toEqual(["Python", "PyTorch or TensorFlow"]);
    expect(scorecardMarkdown(scorecard)).toContain("- PyTorch or TensorFlow");
  });

  test("work that cannot be told has no scorecard, and a plan says nobody is rated", () => {
    const { brief } = outputsOf({ description_text: "x" });
    const scorecard = makeScorecard(brief, cards);
    expect(scorecard.attributes).toEqual([]);
  });

  test("certificates are nowhere evidence", () => {
    for (const { counts } of Object.values(cards.attributes)) expect(counts.join(" ")).not.toMatch(/certif/i);
  });
});
