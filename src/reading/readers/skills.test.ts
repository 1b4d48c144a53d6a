import { describe, expect, test } from "vitest";
import { asked, skillsIn } from "../../../test/fixtures/asked-skills.ts";
import { makeDocument } from "../layout.ts";
import { expandPhrase } from "../lexicon.ts";
import { wordsOf } from "../text/words.ts";
import { skillVocabulary } from "./skill-vocabulary.ts";
import { readSkills } from "./skills.ts";

const done = (sentence: string): string => `What you will do\n\n- ${sentence}\n- You will work with the team and with us on the product that you own.`;

describe("need", () => {
  test("follows the section", () => {
    const skills = skillsIn("Your tasks\n\n- Build services in Java and Kafka\n\nRequirements\n\n- Python and SQL\n\nNice to have\n\n- Terraform, Ansible");
    expect(skills).toMatchObject({ java: "mentioned", kafka: "mentioned", python: "required", sql: "required", terraform: "preferred", ansible: "preferred" });
  });

  test.each([
    ["It would help if you had", "preferred"],
    ["What would be great", "preferred"],
    ["Das wäre super", "preferred"],
    ["What you need", "required"],
    ["How we would help you", "required"],
    ["It would be a mistake to skip these", "required"],
    ["Great to know them", "required"],
  ])("of what stands behind the requirements, under the line %s: %s", (line, need) => expect(skillsIn(`Requirements\n\n- Python\n\n${line}\n\n- Terraform`)["terraform"]).toBe(need));

  test.each([
    ["Python; Kubernetes is a plus", "preferred"],
    ["Python, ideally with Kubernetes", "required"],
    ["Nice to have: Kubernetes", "preferred"],
    ["Experience with Docker (Kubernetes a plus)", "preferred"],
    ["Experience with orchestration (Kubernetes preferred)", "required"],
    ["Kubernetes required, Terraform preferred", "required"],
    ["It helps if you have worked with Kubernetes", "preferred"],
    ["Idealerweise Kubernetes und Docker", "preferred"],
    ["La connaissance de Kubernetes serait un plus", "preferred"],
    ["Ervaring met Kubernetes is een pré", "preferred"],
  ])("in a sentence: %s → %s", (sentence, need) => expect(skillsIn(asked(sentence))["kubernetes"]).toBe(need));

  test("is required in a sentence that asks, whatever the section", () => {
    expect(skillsIn(done("Strong experience with PyTorch and CUDA."))).toMatchObject({ pytorch: "required", cuda: "required" });
    expect(skillsIn(done("Train models in PyTorch and tune kernels in CUDA."))).toMatchObject({ pytorch: "mentioned", cuda: "mentioned" });
  });

  test("the strongest mention counts and is among the evidence", () => {
    const doc = makeDocument({ title: "Engineer", description_text: "Your tasks\n\n- Use Python daily\n- Write Python\n- Teach Python\n- Love Python\n\nRequirements\n\n- Python in production" });
    const [python] = readSkills(doc);
    expect(python).toMatchObject({ id: "python", need: "required" });
    expect(python!.evidence).toHaveLength(3);
    expect(doc.text.slice(python!.evidence[2]!.start, python!.evidence[2]!.end + 14)).toBe("Python in production");
  });

  test.each([
    ["a wish in brackets", asked("Kenntnisse in JavaScript (bevorzugt React)"), "react"],
    ["a wish in brackets, doubtful by itself", asked("Proficiency in Python and algorithms. (Nice to have: Go)"), "go"],
    ["all that a line says of one part", "Our tech stack\n\n- Frontend: React\n- Backend: Python", "react"],
    ["a heading that ends with another heading's words", "What you'll bring to the team:\n\n- Knowledge of Kafka and microservices", "microservices"],
  ])("counts %s", (_what, body, id) => expect(skillsIn(`Your tasks\n\n- You will work with us on the product that we own.\n\n${body}`)).toHaveProperty(id));

  test.each([
    ["- Process automation: find what can be automated with SAML and OAuth"],
    ["- Team growth: help others to learn Kubernetes"],
    ["- Benefits tracking: measure what Kubernetes saves"],
  ])("an item that opens with a heading's word is no heading: %s", (item) => {
    const doc = makeDocument({ title: "Engineer", description_text: `What you will do\n\n${item}\n- You will work with the team on the product that we own.` });
    expect(doc.sections.map(({ section }) => section)).toEqual(["title", "location", "intro", "responsibilities"]);
  });

  test("the next heading ends the stack", () => {
    expect(skillsIn("Requirements\n\n- Python in production\n\nOur tech stack\n\n- React, Node.js and Kubernetes\n\nYour profile\n\n- You know Docker and Kubernetes")).toMatchObject({ react: "mentioned", docker: "required", kubernetes: "required" });
  });

  test("what stands under the stack's heading is only used", () => {
    expect(skillsIn("Requirements\n\n- Python in production\n\nOur tech stack\n\n- React, Node.js and Kubernetes")).toMatchObject({ python: "required", react: "mentioned", kubernetes: "mentioned" });
  });
});

test("a field that brackets explain is asked for", () => {
  expect(skillsIn(asked("Experience with conversational AI (several turns, with memory)"))).toHaveProperty("conversational-ai", "required");
  expect(skillsIn(asked("Experience with data analysis (both small and large)"))).toHaveProperty("data-analysis", "required");
});

describe("what does not count", () => {
  test.each([
    ["the company's own words", "About us\n\nWe are backed by the founders of Databricks and Snowflake. Our office has a chef.", ["databricks", "snowflake", "chef"]],
    ["benefits", "Benefits\n\n- A MacBook with Slack and Notion, and the best of Excel humour", ["slack", "notion", "microsoft-excel"]],
    ["a company's customers", done("Help customers such as Snowflake and Databricks with their contracts"), ["snowflake", "databricks"]],
    ["fields of study", asked("A degree in computer science, statistics or machine learning"), ["statistics", "machine-learning"]],
    ["a field that only introduces names", asked("Knowledge of cloud platforms (AWS, Azure)"), ["cloud"]],
    ["a field that introduces the best of its names", asked("Experience with CRM systems (preferably Salesforce)"), ["crm"]],
    ["a field beside another noun", asked("Experience with conversational AI interfaces of others"), ["conversational-ai"]],
    ["the whole beside its part", asked("Containers with Docker"), ["containers"]],
    ["a field that nobody asks for", done("Move our reports to the cloud"), ["cloud"]],
    ["other teams' work", asked("You collaborate with DevOps and legal"), ["devops"]],
    ["words in part", asked("Pythonic, javanese and sqlish"), ["python", "java", "sql"]],
  ])("%s", (_what, body, ids) => {
    const skills = skillsIn(body);
    for (const id of ids) expect(skills).not.toHaveProperty(id);
  });

  test("the employer's name, but where it is asked for", () => {
    expect(skillsIn(done("Build Snowflake together with us"), { company: "Snowflake" })).not.toHaveProperty("snowflake");
    expect(skillsIn(asked("Experience with Snowflake"), { company: "Snowflake" })).toHaveProperty("snowflake", "required");
    for (const sentence of ["Snowflake gives equal chances to all", "Values that Snowflake leaders share", "Your days at Snowflake begin with coffee"]) expect(skillsIn(asked(sentence), { company: "Snowflake" })).not.toHaveProperty("snowflake");
    expect(skillsIn(asked("Snowflake gives equal chances to all"))).toHaveProperty("snowflake");
  });
});

describe("languages", () => {
  test.each([
    ["Sehr gute Kenntnisse in Python und maschinellem Lernen", "machine-learning"],
    ["Maîtrise de Python et du traitement du langage naturel", "natural-language-processing"],
    ["Connaissance de l’apprentissage automatique et de PyTorch", "machine-learning"],
    ["Erfahrung mit Datenbanken in PostgreSQL und agilen Methoden", "postgresql"],
    ["Ervaring met Python en datamodellering", "data-modeling"],
  ])("%s → %s", (sentence, id) => expect(skillsIn(asked(sentence))).toHaveProperty(id));

  test("named technologies are read in other languages too", () => {
    expect(skillsIn("Buscamos una persona con experiencia en desarrollo de software para nuestro equipo. Trabajarás con Kubernetes en la nube, y con las personas que lo usan.")).toHaveProperty("kubernetes");
  });
});

describe("the vocabulary", () => {
  const { byId, phrases } = skillVocabulary();
  test("has a thousand skills and more, each with its own id and name", () => {
    expect(byId.size).toBeGreaterThan(1000);
    const names = [...byId.values()].map((entry) => entry.name.toLowerCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });
  test("has known parts only", () => expect([...byId.values()].flatMap((entry) => entry.parts ?? []).filter((id) => !byId.has(id))).toEqual([]));
  const said = (id: string): string[] => (phrases[id] ?? []).flatMap(expandPhrase).map((phrase) => wordsOf(phrase).join(" "));
  test("says no phrase both surely and with doubt: the doubt would be idle, and one place two quotes", () => {
    expect([...byId.keys()].flatMap((id) => said(`?${id}`).filter((phrase) => said(id).includes(phrase)))).toEqual([]);
  });
  test("says each skill at least one way", () => expect([...byId.keys()].filter((id) => !phrases[id] && !phrases[`?${id}`])).toEqual([]));
});

const french = (item: string): Record<string, string> => skillsIn(`Vos missions\n\n- Vous construisez des modèles avec les équipes et pour nos clients\n\nProfil\n\n- ${item}\n- Vous aimez le travail en équipe`);
const dutch = (item: string): Record<string, string> => skillsIn(`Wat ga je doen\n\n- Je bouwt modellen met het team en voor onze klanten\n\nWij vragen\n\n- ${item}\n- Je werkt graag met het team`);

describe("French and Dutch wishes and what is not required", () => {
  test.each(["Kafka serait un vrai plus", "Kafka est un gros plus", "Kafka non requis.", "Maîtrise de Kafka non obligatoire.", "Les connaissances en Kafka ne sont pas nécessaires.", "La connaissance de Kafka n'est pas requise."])("a wish: %s", (item) => {
    expect(french(item)).toMatchObject({ kafka: "preferred" });
  });

  test.each(["Kafka requis", "La maîtrise de Kafka est indispensable", "Kafka obligatoire, Rust non requis", "Kafka, et non Java", "Connaissance de Kafka nécessaire", "Kafka, pas seulement en théorie"])("a must: %s", (item) => {
    expect(french(item)).toMatchObject({ kafka: "required" });
  });

  test.each(["Kafka gewenst", "Kennis van Kafka is gewenst", "Git vereist, Kafka gewenst"])("a wish: %s", (item) => {
    expect(dutch(item)).toMatchObject({ kafka: "preferred" });
  });

  test.each(["Kafka vereist", "Kafka vereist, Java gewenst", "Kennis van Kafka", "Kafka, naar het gewenste niveau"])("a must: %s", (item) => {
    expect(dutch(item)).toMatchObject({ kafka: "required" });
  });

  test("a field that was studied is none", () => {
    expect(dutch("Een masteropleiding (econometrie)")).not.toHaveProperty("econometrics");
    expect(dutch("Ervaring met econometrie")).toHaveProperty("econometrics");
  });
});
