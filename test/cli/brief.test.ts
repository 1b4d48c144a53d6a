import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDocx } from "../fixtures/documents.ts";
import { buildPrograms, startStrata, strata, strataHere, tempDir } from "../fixtures/strata.ts";

let dir: string;
let remove: () => void;
beforeAll(() => {
  buildPrograms();
  ({ dir, remove } = tempDir());
});
afterAll(() => remove());

const lines = ["Senior ML Platform Engineer", "Denver, Colorado", "What you will do", "Build the training pipelines and the model registry, in a fast-paced team", "Requirements", "5+ years of experience with Python and Kubernetes", "Salary: up to $180,000 a year"];
const docx = (): string => {
  const path = join(dir, "a.docx");
  writeFileSync(path, makeDocx(lines.map((line, i) => (i % 2 === 0 && i < 5 ? `# ${line}` : line))));
  return path;
};
const none = (args: string[], options = {}) => strata(["brief", ...args, "--data", join(dir, "none")], options);
const noneHere = (args: string[], options = {}) => strataHere(["brief", ...args, "--data", join(dir, "none")], options);

describe("strata brief", () => {
  it("finds, quotes, and holds the rules of the place, in 80 columns", async () => {
    const { code, out, err } = await none([docx(), "--employees", "40"]);
    expect(code).toBe(0);
    expect(err).toMatch(/^strata brief: there is no market under /);
    expect(out).toMatch(/The pay says how much at most[^]*“\$180,000”[^]*Colorado \(Denver\) holds[^]*Both ends of the range as numbers: FAIL/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(out.toLowerCase()).not.toContain("compliant");
  });

  it("gives a description, JSON-LD, interviews, a page, and all of it as JSON", async () => {
    const path = docx();
    expect((await noneHere([path, "--markdown"])).out).toMatch(/^# Senior ML Platform Engineer\n[^]*- \\\[to be filled: the end of the pay range that is missing\\\]/);
    const { out, err } = await noneHere([path, "--json-ld"]);
    expect(JSON.parse(out)).toMatchObject({ "@type": "JobPosting", title: lines[0] });
    expect(err).toContain("hiringOrganization: no employer is named");
    expect((await noneHere([path, "--interviews"])).out).toMatch(/^# Scorecard: ML platform engineer[^]*# Interviews: \d conversations, \d+ minutes, 8 working days/);
    expect((await noneHere([path, "--html"])).out).toMatch(/^<!doctype html>\n<html lang="en">/);
    expect(JSON.parse((await noneHere([path, "--json"])).out)).toMatchObject({ brief: { posting: { title: lines[0] } }, outputs: { scorecard: { role: "ml-platform-engineer" } } });
  });

  it("takes title and place from the first lines of a text, and says where there is no title", async () => {
    const text = "Location: Berlin\nAbout us\nWe plan the routes of ships.\nRequirements\n- 5+ years of experience with Python";
    expect((await noneHere(["-"], { input: `Senior ML Engineer\n${text}` })).out).toMatch(/^Senior ML Engineer\nBerlin\nBy content/);
    expect((await noneHere(["-"], { input: text })).out).toMatch(/^Untitled description\nBerlin\n[^]*There is no title: none is given, and no line/);
    expect((await strataHere(["read", "-"], { input: `Senior ML Engineer\n${text}` })).out).toMatch(/^Senior ML Engineer\nBerlin\n/);
    expect((await strataHere(["read", "-"], { input: text })).out).toMatch(/^Untitled posting\nBerlin\n/);
  });

  it("tells on standard error what a page hides from everybody, by file where there are two", async () => {
    const path = join(dir, "hidden.html");
    writeFileSync(path, "<h1>ML Engineer</h1><p>You will train models with PyTorch.</p><p hidden>We want a rockstar</p>");
    const told = "Not read, since the page shows it to nobody: “We want a rockstar”.\n";
    expect(await noneHere([path, "--json"])).toMatchObject({ code: 0, out: expect.stringContaining('"We want a rockstar"'), err: expect.stringContaining(`strata brief: ${told}`) });
    const both = await noneHere([docx(), "--against", path]);
    expect(both.err).toContain(`strata brief: ${path}: ${told}`);
    expect(both.err.split(told).length).toBe(2);
  });

  it("names the likely roles where none can be told, and makes nothing of them until one is said", async () => {
    const path = join(dir, "vague.txt");
    writeFileSync(path, "AI Expert\n\nWhat you will do\n\n- Own our AI initiatives from idea to rollout\n- Build prototypes, pipelines and dashboards\n- Advise teams on models, prompts, risk and quality\n\nRequirements\n\n- Python\n- Cloud\n- LLMs");
    expect((await noneHere([path])).out).toMatch(/By content it may be [^]+ or [^]+--role/);
    expect(await noneHere([path, "--interviews"])).toMatchObject({ code: 4, out: "", err: expect.stringMatching(/too unsure to rate people by; say which it is with --role, as (?:ai-product-engineer, prompt-engineer|prompt-engineer, ai-product-engineer), /) });
    expect((await noneHere([path, "--interviews", "--role", "ai-governance-specialist"])).out).toMatch(/^# Scorecard: AI governance specialist[^]*# Interviews: /);
    expect((await noneHere([path, "--role", "ai-governance"])).err).toMatch(/did you mean ai-governance-specialist/);
  });

  it.each([
    ["a recipe", "Apple Cake\nIngredients\n200 g of flour, 3 eggs, 4 apples and 100 g of sugar\nPreparation\nHeat the oven to 180 degrees. Beat the eggs with the sugar, fold in the flour, lay the apples on top and bake for 45 minutes."],
    ["a contract", "Licence Agreement\nThis Agreement is entered into by Invented Works Ltd (the \"Licensor\") and the customer named in the order form (the \"Licensee\"). The Licensor grants the Licensee a licence to use the Software for the Term. The Licensee shall not copy it."],
    ["source code", "import { wrap } from './wrap.ts';\n\nexport function table(rows) {\n  const widths = rows.map((row) => row.length);\n  return widths.map((width) => '-'.repeat(width)).join('  ');\n}\n// rows of text as a table with a line under its header, as wide as the widest"],
  ])("says that %s is no posting", async (_, input) => {
    const { code, out } = await noneHere(["-"], { input });
    expect(code).toBe(0);
    expect(out).toMatch(/Not found in it\n {2}!! Nothing of a posting was found in this text/);
  });

  it("refuses a page without text", async () => {
    expect(await none(["-"], { input: "<html><head><title></title></head><body><img src=x></body></html>" })).toMatchObject({ code: 4, out: "", err: expect.stringContaining("a page without a text") });
  });

  it("sets two side by side", async () => {
    const other = join(dir, "b.txt");
    writeFileSync(other, `Senior ML Platform Engineer\n\nDenver, Colorado\n\n${lines.slice(2, 6).join("\n\n")}\n\nSalary: $150,000 to $180,000 a year`);
    const { code, out } = await noneHere([docx(), "--against", other]);
    expect(code).toBe(0);
    expect(out).toMatch(/Pay +≠ USD up to 180,000[^\n]*USD 150,000 to 180,000/);
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it("reads standard input, and shows control characters as what they are", async () => {
    const { code, out } = await none(["-"], { input: "ML Engineer\u001b[31m\n\nWe are a family of rockstars\u202e\u0007 who train models." });
    expect(code).toBe(0);
    // oxlint-disable-next-line no-control-regex
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it.each<[string[], number, RegExp]>([
    [[], 2, /give a file/],
    [["a", "b"], 2, /--against/],
    [["a", "--json", "--html"], 2, /give one of/],
    [["a", "--against", "b", "--markdown"], 2, /--against goes with/],
    [["a", "--employees", "many"], 2, /whole number, not "many"/],
    [["a", "--employees", "-5"], 2, /^strata brief: --employees -5: it takes a number\n/],
    [["a", "--employees=-5"], 2, /whole number, not "-5"/],
    [["a", "--employees", "--json"], 2, /--employees --json: it takes a number/],
    [["a", "--place", "ZZ"], 2, /--place: no place that is known is called "ZZ"; write a country/],
    [["a", "--place", "US-ZZ"], 2, /"US-ZZ"/],
    [["a", "--place", "Nowhereville"], 2, /"Nowhereville"/],
    [["nowhere.txt"], 4, /nowhere\.txt: no such file/],
    [["http://127.0.0.1:1/"], 4, /not on the public internet; --allow-private/],
  ])("%j ends with %i", async (args, code, message) => {
    const ended = await noneHere(args);
    expect(ended.err).toMatch(message);
    expect(ended.code).toBe(code);
  });

  it("asks the server that holds the market", async () => {
    const data = join(dir, "served");
    const server = await startStrata(["--no-sample", "--data", data]);
    try {
      const { code, out, err } = await strata(["brief", docx(), "--data", data]);
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(out).toContain("Findings");
    } finally {
      await server.stop();
    }
  });
});
