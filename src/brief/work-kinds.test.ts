import { expect, test } from "vitest";
import { withHead } from "../reading/head/head.ts";
import { makeOwnDocument } from "../reading/layout.ts";
import { read } from "../reading/read.ts";
import type { Posting } from "../terms/posting.ts";
import { diagnose } from "./diagnose.ts";

/** A description of duties alone, one a line. */
function briefOf(title: string, duties: string[], more = "") {
  const posting: Posting = withHead({ title, description_text: `What you will do\n\n${duties.map((duty) => `- ${duty}`).join("\n")}\n${more}` });
  return diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules: [], day: "2026-11-29" });
}

const says = (title: string, duties: string[], id: string): string | null => briefOf(title, duties).findings.find((finding) => finding.id === id)?.says ?? null;

const ai = ["Build RAG pipelines over our document store", "Integrate LLM APIs into our product and write the prompts", "Develop agents that call internal tools"];
const frontend = ["Build React components and our design system in TypeScript", "Own CSS architecture and the pixel-perfect implementation of Figma designs", "Improve web accessibility and browser performance"];
const product = ["Define the product roadmap and prioritise the backlog", "Run discovery interviews with customers and write user stories", "Align stakeholders and present to executives"];
const sales = ["Carry a quota and close new business", "Run demos and discovery calls with prospects", "Negotiate contracts and keep Salesforce in order"];
const german = ["Du entwickelst RAG-Anwendungen mit großen Sprachmodellen", "Du optimierst Prompts und wertest die Antworten der Modelle aus", "Du baust KI-Agenten für unsere Kunden", "Du gewinnst Neukunden und baust den Vertrieb in Sachsen auf", "Du erstellst Angebote und verhandelst Verträge", "Du pflegst das CRM und berichtest über den Vertrieb"];
const french = ["Développer des agents basés sur des LLM", "Concevoir des chaînes RAG et optimiser les prompts", "Définir la feuille de route et prioriser le backlog", "Recueillir les besoins des parties prenantes et rédiger les user stories"];
const dutch = ["Je bouwt RAG-pipelines met LLM's voor onze klanten", "Je ontwikkelt AI-agents met LangGraph", "Je bouwt React-componenten voor ons design system", "Je zet Figma-ontwerpen om in CSS en TypeScript"];

test.each([
  ["AI and front-end", [...ai, ...frontend], "Reads as two jobs in one: AI product engineering (50 %) and front-end development (50 %) of the 6 sentences that tell of work."],
  ["AI and product management", [...ai, ...product], "Reads as two jobs in one: AI product engineering (50 %) and product management (50 %) of the 6 sentences that tell of work."],
  ["AI and sales", [...ai, ...sales], /^Reads as two jobs in one: .*sales/],
  ["front-end and sales, no AI", [...frontend, ...sales], /^Reads as two jobs in one: .*front-end development.*sales|sales.*front-end development/],
  ["German", german, /^Reads as two jobs in one: .*sales/],
  ["French", french, /^Reads as two jobs in one: .*product management/],
  ["Dutch", dutch, /^Reads as two jobs in one: .*front-end development/],
])("two jobs in one: %s", (_what, duties, expected) => {
  expect(says("Engineer", duties, "conflated")).toMatch(expected);
});

test.each<[string, string[]]>([
  ["AI engineering", [...ai, "Evaluate retrieval and deploy services on Kubernetes", "Review the code of others"]],
  ["AI engineering with a little front-end", [...ai, "Fine-tune LLMs on our data", "Evaluate answers for hallucinations", frontend[0]!]],
  ["AI engineering that talks to product", [...ai, "Work with product managers on the roadmap"]],
  ["front-end", [...frontend, "Review the code of others"]],
  ["front-end and design", [...frontend, "Draw wireframes and mockups", "Run usability tests"]],
  ["product management of AI", [...product, "Define how we measure the quality of answers", "Launch features with marketing"]],
  ["sales of AI", [...sales, "Sell our AI platform to enterprises", "Explain our LLM product to buyers"]],
  ["machine learning with its pipelines", ["Train models that predict delays", "Run experiments offline and online", "Build feature pipelines in Spark", "Deploy models and monitor drift"]],
  ["machine learning that runs its systems", ["Train recommendation models", "Fine-tune ranking models with PyTorch", "Write Terraform for our training jobs", "Keep CI/CD green"]],
  ["data engineering", ["Build ETL pipelines in Airflow and dbt", "Model data in Snowflake", "Build dashboards in Tableau", "Watch data quality"]],
  ["too few sentences", [ai[0]!, frontend[0]!]],
  ["nothing of work", ["Come to our office", "Eat lunch with us", "Be kind to others", "Have a good time"]],
])("one job: %s", (_what, duties) => {
  expect(says("Engineer", duties, "conflated")).toBeNull();
});

test("each job is quoted in its own sentences, and texts outside AI have kinds and a conflation too", () => {
  const { findings, work, text } = briefOf("Engineer", [...ai, ...frontend]);
  const { quotes, severity } = findings.find(({ id }) => id === "conflated")!;
  expect(severity).toBe("flag");
  expect(quotes).toHaveLength(6);
  for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
  expect(work).toMatchObject({ told: 6, spread: 1, kinds: [{ id: "frontend", share: 0.5, n: 3 }, { id: "product", layer: "product", share: 0.5, n: 3 }] });
  const outside = briefOf("Frontend Engineer", [...frontend, "Ship our TypeScript user interface"]);
  expect(outside.reading.conflation).toBeNull();
  expect(outside.work).toMatchObject({ spread: 0, kinds: [{ id: "frontend", n: 4 }] });
});

const layered = ["Build RAG features and agents on LLM APIs in our product", "Train foundation models in PyTorch on our GPU cluster", "Run Kubernetes and Slurm clusters and tune CUDA kernels", "Write our EU AI Act governance policies and risk assessments"];

test.each<[string, string[], string]>([
  ["front-end and sales", ["Design CSS and front-end components, pixel-perfect", "Cold-call prospects and close enterprise sales deals"], "Beside them it asks for front-end development (1 sentence of 6) and sales (1 sentence of 6)."],
  ["sales", ["Cold-call prospects and close enterprise sales deals"], "Beside them it asks for sales (1 sentence of 5)."],
  ["front-end of a marketing site", ["Write CSS and responsive layouts for the marketing site"], "Beside them it asks for front-end development (1 sentence of 5)."],
])("of several layers and %s, the trade is named and quoted", (_what, duties, expected) => {
  const finding = briefOf("Senior AI Engineer", [...layered, ...duties]).findings.find(({ id }) => id === "conflated")!;
  expect(finding.says).toContain(expected);
  for (const duty of duties) expect(finding.quotes.map(({ text }) => text)).toContain(duty);
});

test.each<[string, string[]]>([
  ["nothing else", []],
  ["a dashboard", ["Build a dashboard of model quality"]],
  ["talk with product", ["Align stakeholders on the roadmap"]],
  ["an interview", ["Interview candidates and mentor colleagues"]],
  ["a service", ["Write the backend services around the models"]],
  ["being kind", ["Be kind to the people that you work with"]],
  ["office life", ["Come to our office twice a week"]],
])("of several layers and %s, no trade is named", (_what, duties) => {
  expect(says("Senior AI Engineer", [...layered, ...duties], "conflated") ?? "").not.toContain("Beside them");
});

test("two halves are 1, and what too little tells of is not known", () => {
  expect(briefOf("Engineer", [...ai, ...sales]).work!.spread).toBeGreaterThan(0.9);
  expect(briefOf("Engineer", [ai[0]!]).work).toMatchObject({ told: 1, spread: null });
});

const prompts = ["Write and version prompts for our customer support assistant", "Call the OpenAI API and the Anthropic API from our backend services", "Ship new LLM features in our web app with the product team", "Build retrieval over our help centre articles"];
const dashboards = ["Build and maintain ETL pipelines in Airflow and dbt", "Build Tableau dashboards for finance and operations", "Monitor data quality and fix broken ingestion jobs", "Write SQL reports for stakeholders"];
const training = ["Train models that predict delays from sensor data", "Run experiments with deep learning and publish them", "Improve the architecture of our models", "Fine-tune the models on new data"];

test.each<[string, string[]]>([
  ["AI Researcher", prompts],
  ["Machine Learning Engineer", dashboards],
  ["Research Scientist", dashboards],
  ["Data Scientist", prompts],
])("the title says something else: %s", (title, duties) => {
  const finding = briefOf(title, duties).findings.find(({ id }) => id === "title-content");
  expect(finding?.quotes[0]?.text).toBe(title);
  expect(finding?.quotes.length).toBeGreaterThan(1);
});

test.each<[string, string[]]>([
  ["AI Researcher", training],
  ["Machine Learning Engineer", training],
  ["Machine Learning Engineer", [...dashboards.slice(0, 3), training[0]!]],
  ["AI Engineer", prompts],
  ["LLM Engineer", prompts],
  ["GenAI Developer", prompts],
  ["Applied AI Engineer", prompts],
  ["Data Engineer", dashboards],
  ["Analytics Engineer", dashboards],
  ["Engineer", dashboards],
  ["Machine Learning Engineer", dashboards.slice(0, 2)],
  ["Research Scientist", ["Come to our office", "Eat lunch with us", "Be kind to others", "Have a good time"]],
])("the title keeps its word, or too little tells: %s", (title, duties) => {
  expect(says(title, duties, "title-content")).toBeNull();
});
