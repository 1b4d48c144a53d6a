import { describe, expect, test } from "vitest";
import { makeOutputs } from "../brief/outputs/outputs.ts";
import { reportMarkdown } from "../report/markdown.ts";
import { BriefMarket } from "../terms/brief.ts";
import { briefDocument } from "./document.ts";
import { makeBrief } from "./make-brief.ts";
import { scorecards } from "./scorecards.ts";

const text = "What you will do\n\n- Build and train ranking models for our search\n- Train recommendation models and ship them\n\nRequirements\n\n- 8+ years of experience with machine learning\n- A rockstar with Rust and Python\n- AWS certification\n\nBenefits\n\nA competitive salary";
const asked = { question: "price", parameters: { role: "ml-engineer", country: "US" }, sql: "SELECT secret FROM vacancy" };
const figure = (what: string, unit: "share" | "pay" | "days", value: number | null, low: number | null, high: number | null) => ({ what, unit, currency: unit === "pay" ? "USD" : null, value, low, high, n: 40, employers: 12, hidden: value === null ? "2 of 5 employers" : null, asked });
const price = (name: string, difference: number | null) => ({
  kind: "skill", id: name.toLowerCase(), name: `${name} required`, quotes: [], says: "", cost: difference,
  share: figure(`Vacancies that ask for ${name}`, "share", 0.3, 0.2, 0.4),
  pay: { with: figure("with", "pay", difference === null ? null : 180_000, 170_000, 190_000), without: figure("without", "pay", 150_000, 140_000, 160_000), difference: difference === null ? null : figure("difference", "pay", -30_000, -45_000, 12_000) },
  open: { with: figure("with", "days", difference === null ? null : 60, 50, 70), without: figure("without", "days", 45, 40, 50) },
});
const market = BriefMarket.parse({ postings: 80, employers: 20, sample: false, titles: [], years: null, nearest: [{ key: "1", title: "ML Engineer", employer: "Heron", role: "ml-engineer", nearness: 0.72, posted: null, url: null }], nearestOf: { n: 76, employers: 19 }, band: null, scope: "All 80 vacancies.", prices: [price("Rust", 0.2), price("Python", null)] });

async function document() {
  const brief = { ...(await makeBrief({ title: "Senior Machine Learning Engineer", location: "Denver, CO", description_text: text }, { market: null, now: new Date("2026-11-29") })), market };
  return briefDocument(brief, makeOutputs(brief, scorecards()));
}

async function markdownWith(more: string): Promise<string> {
  const brief = await makeBrief({ title: "ML Engineer", description_html: `<p>Train models</p>${more}` }, { market: null, now: new Date("2026-11-29") });
  return reportMarkdown(briefDocument(brief, makeOutputs(brief, scorecards())));
}

describe("a brief as a document for people", () => {
  test("has no query and none of the words of our own making in it", async () => {
    const said = reportMarkdown(await document());
    expect(said).not.toMatch(/SELECT|\bflag:|\bwarn:|\binfo:|not-applicable|undefined|null|NaN/);
    expect(said).toContain("### Costs candidates or clarity");
    expect(said).toMatch(/In the text: “AWS certification”\./);
  });

  test("says what the markup hides from everybody, where it hides something", async () => {
    expect(await markdownWith("<p hidden>We want a rockstar</p>")).toContain("Not read, since the page shows it to nobody: “We want a rockstar”.");
    expect(await markdownWith("<p>and serve them</p>")).not.toContain("Not read");
  });

  test("figures stand with interval and n, the source of each in words at the end", async () => {
    const { sections, sources } = await document();
    const told = sections.find(({ title }) => title === "In the market")!;
    const table = told.blocks.find((block) => block.kind === "table")!;
    expect(table).toMatchObject({ rows: [["Rust required", "30 % (20 % to 40 %; n = 40 of 12 employers)", "−$30k (−$45k to +$12k; n = 40 of 12 employers): not distinguishable from no difference", "60 days (50 days to 70 days; n = 40 of 12 employers)", "45 days (40 days to 50 days; n = 40 of 12 employers)"]], sources: [1] });
    expect(told.blocks.at(-1)).toEqual({ kind: "text", text: "Too few to tell: Python required (30 % (20 % to 40 %; n = 40 of 12 employers))." });
    const near = told.blocks.findIndex((block) => block.kind === "heading" && block.text === "Nearest postings");
    expect(told.blocks.slice(near + 1, near + 3)).toEqual([{ kind: "text", text: expect.stringMatching(/^Of 76 vacancies of 19 employers .* which has no interval\.$/) }, { kind: "list", items: ["ML Engineer, Heron, 72 % alike"] }]);
    expect(sources).toEqual([{ number: 1, title: "Vacancies that ask for Rust", postings: 40, employers: 12, counted: "Counted in this market for role ml-engineer, country US; intervals of 95 %. With its query", command: "strata market price --role ml-engineer --country US", sql: null }]);
  });

  test("the cleaner description is one section, with its headings", async () => {
    const { sections } = await document();
    const clean = sections.filter(({ title }) => /description/i.test(title));
    expect(clean.map(({ title }) => title)).toEqual(["Cleaner description"]);
    expect(clean[0]!.blocks.filter((block) => block.kind === "heading").map(({ text: heading }) => heading)).toContain("Requirements");
  });
});
