import { describe, expect, test } from "vitest";
import type { EnvironmentTopic } from "../../terms/environment.ts";
import { makeDocument } from "../layout.ts";
import { readEnvironment } from "./environment.ts";

function topicsOf(line: string, heading = "What you will do"): EnvironmentTopic[] {
  const doc = makeDocument({ title: "Engineer", description_text: `${heading}\n\n- ${line}\n- You are with us and with the people who use what you make.` });
  return readEnvironment(doc).map((said) => said.what);
}

const cases: [topic: EnvironmentTopic, says: string[], saysNothing: string[]][] = [
  ["stack", ["Our stack is Python, FastAPI and PostgreSQL.", "We use Kubernetes, Terraform and Argo CD.", "Wir nutzen Python, Kafka und Snowflake.", "Our services are written in Go and TypeScript."], ["Our stack is modern.", "We use our heads and hearts.", "Know the full stack.", "We use data to decide.", "Built on trust and care."]],
  ["scale", ["Serve 20,000 requests per second.", "Our product has 12 million users.", "Train on 512 GPUs.", "We store 3 PB of logs.", "40 models in production.", "Milliers d’utilisateurs et 5 millions de requêtes.", "Our systems process 2TB a day.", "We keep 5PB of logs.", "Hunderttausende Nutzer am Tag.", "Zehntausende Anfragen in der Sekunde.", "Tienduizenden gebruikers per dag."], ["You get a laptop with a 2TB SSD.", "A phone with 1TB disk for you.", "Answer requests from users.", "Raised $40 million from investors.", "Founded in 2019, customers love us.", "Serve our users with care.", "Models are our craft.", "Save users 3 clicks.", "Zufriedene Nutzer sind unser Ziel.", "Unternehmerisch denkende Nutzer freuen uns.", "Tevreden gebruikers per dag."]],
  ["team", ["You join a team of 8 engineers.", "A five-person team and a 6-person team work on it.", "You will report to the Head of ML.", "We are a small team.", "Du kommst in ein Team von 6 Leuten.", "Vous rejoignez une équipe de 12 personnes.", "We are six engineers.", "We're 8 people who love maps.", "You will be one of five engineers.", "You will be one of three machine learning engineers.", "Wir sind sechs Leute.", "Nous sommes huit ingénieurs.", "We zijn met zes mensen.", "You work in a small team."], ["One of three reasons to join.", "We are one of five people businesses.", "We are six years old.", "We are three companies in one.", "It does the work of a small team.", "Our agents act like a small team.", "One person has the output of a small team.", "Agents replace a small team of clerks.", "Nous sommes trois fois plus grands.", "A team of talented people.", "Prepare reports to management and report to dashboards.", "Our team of 600 people across the world.", "Teams of experts.", "Direct reports to lead.", "Write the weekly report to users."]],
  ["ownership", ["You will own the ranking service end to end.", "Own the inference platform from design to on-call.", "Take full ownership of the data platform.", "Du verantwortest die gesamte Plattform."], ["Have a car of your own for trips.", "Employee-owned company since 2001.", "Ownership of shares is part of the pay.", "Bring your own laptop."]],
  ["on-call", ["Take part in an on-call rotation.", "Join the weekly on-call duty.", "Astreintes une semaine sur six.", "Rufbereitschaft alle acht Wochen.", "Be on call one week in six.", "You will be on call with two colleagues.", "Be on-call for the services that you run."], ["Be on call with our customers all day.", "You are on call with new clients every week.", "Be on call to answer questions.", "Hop on call any time.", "Jump on call with clients.", "Call our office on Monday.", "A calling, not a job.", "Calls with clients on demand."]],
  ["data", ["Work with sensor data from turbines.", "Clean clinical data from three hospitals.", "Model time series data of power grids.", "Sensordaten aus der Fertigung auswerten."], ["Work with data.", "Report to the data team.", "Personal data is safe with us.", "Be a market data analyst.", "Back decisions with data."]],
  ["maturity", ["Build the platform from scratch.", "This is a greenfield project.", "You will be our first ML engineer.", "Migrate a legacy codebase.", "Join our founding team."], ["Train models from scratch.", "First, you learn.", "The founding year was 1990.", "Our founding team met at school.", "Your first coffee is on us.", "A legacy of trust."]],
  ["plan", ["In your first 90 days you will ship a model.", "Over the next 12 months we double the team.", "In den ersten drei Monaten lernst du das Produkt kennen.", "Our roadmap includes voice."], ["The first 90 days of employment are probation.", "Own our roadmap.", "Revenue grew in the past 12 months.", "A road to a map.", "Work on the roadmap."]],
];

describe.each(cases)("%s", (topic, says, saysNothing) => {
  test("has as many traps as statements", () => expect(saysNothing.length).toBeGreaterThanOrEqual(says.length));
  test.each(says)("says: %s", (line) => expect(topicsOf(line)).toContain(topic));
  test.each(saysNothing)("says nothing: %s", (line) => expect(topicsOf(line)).not.toContain(topic));
});

test("two sentences a topic at most, in their own words", () => {
  const doc = makeDocument({ title: "Engineer", description_text: "What you will do\n\n- Own the API for the team.\n- Own the SDK for the team and the users.\n- Own the docs of our product, and the team.\n- Take full ownership of the rest of it." });
  const [ownership] = readEnvironment(doc).filter((said) => said.what === "ownership");
  expect(ownership!.evidence).toHaveLength(2);
  for (const { start, end, text } of ownership!.evidence) expect(doc.text.slice(start, end)).toBe(text);
});

test("a heading brings the lines below it", () => {
  const doc = makeDocument({ title: "Engineer", description_text: "Our tech stack\n\n- Python, FastAPI\n- PostgreSQL\n\nWhat you will do\n\n- Work with the team and with us on the product." });
  expect(readEnvironment(doc)[0]).toMatchObject({ what: "stack", evidence: [{ text: expect.stringContaining("PostgreSQL") }] });
});

test("benefits are no place of work", () => expect(topicsOf("In your first 90 days you get a laptop from a team of 3", "Benefits")).toEqual([]));

test.each([
  ["You'll join a team of six.", "team"],
  ["We serve 40 million users.", "scale"],
  ["Our systems process 2 TB a day.", "scale"],
  ["Du kommst in ein Team von sechs.", "team"],
  ["Vous rejoignez une équipe de six personnes.", "team"],
])("what is said of this place counts among the requirements too: %s", (line, topic) => {
  expect(topicsOf(line, "Requirements")).toContain(topic);
  expect(topicsOf(line, "What we offer")).toContain(topic);
});

test.each([
  "You have built systems with 40 million users.", "Experience with 2 TB a day.", "You led a team of six.", "We want someone who served 40 million users.", "We look for experience with a team of six.", "Our ideal colleague has experience with 40 million users.", "Wir suchen jemanden, der ein Team von sechs geführt hat.", "Nous recherchons une personne qui a mené une équipe de six personnes.",
])("what is asked of a person says nothing of this place: %s", (line) => expect(topicsOf(line, "Requirements")).toEqual([]));
