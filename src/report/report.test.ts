import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Planted, plantedMarket } from "../../test/fixtures/planted-market.ts";
import { Random } from "../lib/random.ts";
import { askNamed } from "../market/ask.ts";
import type { Market } from "../market/store.ts";
import type { Report } from "./document.ts";
import { reportHtml } from "./html.ts";
import { makeReport } from "./make-report.ts";
import { reportMarkdown } from "./markdown.ts";
import { quarterBefore, quarterOf } from "./quarter.ts";
import { writeReport } from "./write-report.ts";

const hostile = '<script>alert("x")</script>|`*_[a](b)';

function postings(): Planted[] {
  const random = new Random(9);
  return Array.from({ length: 400 }, (_, i): Planted => {
    const uk = i % 3 === 0;
    const rag = random.chance(0.5);
    const day = random.whole(1, 180);
    const posted = new Date(Date.UTC(2025, 6, day)).toISOString().slice(0, 10);
    const closed = new Date(Date.UTC(2025, 6, day + random.whole(5, 120))).toISOString().slice(0, 10);
    return { employer: `Firm ${i % 30}`, role: random.pick(["llm-engineer", "inference-engineer", "ml-engineer", "evaluation-engineer"] as const), country: uk ? "GB" : "US", currency: uk ? "GBP" : "USD", pay: (uk ? 90_000 : 180_000) * (rag ? 1.2 : 1) + random.whole(0, 60) * 1000, seniority: random.pick(["mid", "senior"]), skills: ["Python", rag ? "RAG" : hostile], posted, ...(closed <= "2026-01-31" ? { closed, lastSeen: closed } : {}) };
  });
}

let market: Market;
let remove: () => Promise<void>;
let report: Report;
let folder: string;
beforeAll(async () => {
  const outside = Array.from({ length: 20 }, (_, i): Planted => ({ employer: `Shop ${i}`, role: "outside-software", posted: null }));
  ({ market, remove } = await plantedMarket([...postings(), ...outside]));
  report = await makeReport(market, { quarter: quarterOf("2025Q4")!, regions: ["us", "uk"] });
  folder = mkdtempSync(join(tmpdir(), "strata-report-"));
});
afterAll(async () => {
  await remove();
  rmSync(folder, { recursive: true });
});

describe("a quarter", () => {
  it.each([["2025Q4", "2025-10-01", "2025-12-31"], ["2024 q1", "2024-01-01", "2024-03-31"], ["2026-Q2", "2026-04-01", "2026-06-30"]])("%s is from %s to %s", (name, since, until) => {
    expect(quarterOf(name)).toMatchObject({ since, until });
  });
  it.each(["2025Q5", "2025", "Q4", "25Q4", "2025Q44"])("is not %s", (name) => expect(quarterOf(name)).toBeNull());
  it("comes after another", () => expect(quarterBefore(quarterOf("2025Q1")!).name).toBe("2024Q4"));
});

describe("a report", () => {
  it("has a section for each thing the market is asked, and a source behind each figure", () => {
    expect(report.sections.map((section) => section.title)).toEqual(["In short", "Demand", "Regions side by side", "Pay", "What adds to pay", "Skills", "Time open", "Published claims", "How to read this"]);
    const cited = report.sections.flatMap((section) => section.blocks.flatMap((block) => ("sources" in block ? block.sources : [])));
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((number) => report.sources[number - 1]?.number !== number)).toEqual([]);
    for (const source of report.sources) expect(source).toMatchObject({ command: expect.stringMatching(/^strata /), counted: expect.stringContaining("95 %"), sql: expect.stringMatching(/\S/) });
  });

  it("counts behind its claims who strata claims counts: nobody who hires outside AI alone", async () => {
    const { postings: n, employers } = await askNamed(market, "claims", {});
    const source = report.sources.find(({ title }) => title === "Published claims");
    expect(source).toMatchObject({ postings: n, employers });
    expect(source).toMatchObject({ postings: 400, employers: 30 });
  });

  it("carries n and interval in every sentence at the top, and ranks only what stands apart", () => {
    const [, second, ...others] = report.sections[0]!.blocks.flatMap((block) => (block.kind === "list" ? block.items : []));
    // Four roles are drawn alike: none is larger than the others.
    expect(second).toMatch(/^No role is surely the largest by its share of AI vacancies: .* % \([\d.]+ to [\d.]+; n \d+ of \d+ employers\).* have intervals that overlap\.$/);
    expect(others.find((line) => line.startsWith("The skill most"))).toMatch(/^The skill most AI vacancies name: Python 100\.0 % \([\d.]+ to 100\.0; n \d+ of \d+ employers\)\. No other/);
    for (const region of ["United States", "United Kingdom"]) expect(others.find((line) => line.startsWith(`${region}: `))).toMatch(/of \d+ AI vacancies \d+ state .* surely the best paid by the median: .* [$£]\d+k \([$£]\d+k to [$£]\d+k\), n \d+ of \d+ employers/);
    expect(others.join("\n")).not.toMatch(/\d %(?! \(|,? n\b|:)/);
  });

  it("says in whole sentences what goes with more pay beyond chance", () => {
    const [lead] = report.sections.find((section) => section.title === "What adds to pay")!.leads!;
    expect(lead).toMatch(/^All else alike and looked at together, of the layers, domains and skills with 30 vacancies \(\d+\) these go with more pay beyond chance: none; and these with less: .+ −\d+ % \(−\d+ to −\d+\), n \d+ of \d+ employers\.$/);
  });

  it("says how old the rates are at which pay was converted", () => {
    const [text] = report.sections.find((section) => section.title === "What adds to pay")!.blocks;
    expect((text as { text: string }).text).toMatch(/converted into USD at rates of 2024-12-31 .*The rates are 3\d\d days older than the newest vacancy \(2025-12-\d\d\); newer ones are taken in by strata rates FILE/);
  });

  it("ends where its quarter ends", async () => {
    const [later] = await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM reading WHERE posted BETWEEN DATE '2025-10-01' AND DATE '2025-12-31'");
    const [all] = await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM reading WHERE posted >= DATE '2025-07-01'");
    const third = await makeReport(market, { quarter: quarterOf("2025Q3")!, regions: [] });
    expect(report.sources[0]!.postings).toBe(later!.n);
    expect(third.sources[0]!.postings).toBe(all!.n - later!.n);
    expect(report.sources[0]!.sql).toContain("r.opened <= '2025-12-31'");
  });

  it("is the same every time", async () => {
    const again = await makeReport(market, { quarter: quarterOf("2025Q4")!, regions: ["us", "uk"] });
    expect(again).toEqual(report);
    const [first, second] = await Promise.all(["a", "b"].map(async (name) => readFileSync(join(await writeReport(report, ["pdf"], folder, name), "report.pdf"))));
    expect(first!.equals(second!)).toBe(true);
    expect(first!.subarray(0, 5).toString()).toBe("%PDF-");
  });

  it("takes words of postings as words", () => {
    const html = reportHtml(report);
    expect(html).toContain("&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;");
    expect(html).not.toMatch(/<script|href="(?!#)/);
    const row = reportMarkdown(report).split("\n").findLast((line) => line.startsWith("| ") && line.includes("script"))!;
    expect(row).toContain("\\<script\\>");
    expect(row.replaceAll("\\|", "").split("|")).toHaveLength(8);
  });

  it("is written whole or not at all, over one that stood there", async () => {
    const place = await writeReport(report, ["md", "html"], folder, "market");
    expect(readdirSync(place).toSorted()).toEqual(["figures", "report.html", "report.md"]);
    for (const [, path] of readFileSync(join(place, "report.md"), "utf8").matchAll(/\]\((figures\/[^)]+)\)/g)) expect(readFileSync(join(place, path!), "utf8")).toMatch(/^<svg /);
    const before = filesUnder(place);
    const broken = { ...report, title: "broken", sections: [{ title: "x", blocks: [null] }] } as unknown as Report;
    await expect(writeReport(broken, ["md", "html"], folder, "market")).rejects.toThrow();
    expect(filesUnder(place)).toEqual(before);
    await writeReport({ ...report, title: "another" }, ["html"], folder, "market");
    const after = filesUnder(place);
    expect(after["report.html"]).toContain("another");
    expect({ ...after, "report.html": "" }).toEqual({ ...before, "report.html": "" });
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });

  it("leaves alone what it did not write, and takes away figures of its own that it no longer shows", async () => {
    const place = await writeReport(report, ["md", "html", "pdf"], folder, "shared");
    const drawn = readdirSync(join(place, "figures"));
    mkdirSync(join(place, "sub"));
    const mine = ["my-notes.txt", join("sub", "precious.txt"), join("figures", "mine.svg"), ".hidden"];
    for (const file of mine) writeFileSync(join(place, file), "precious");
    const fewer = { ...report, sections: report.sections.map((section) => ({ ...section, blocks: section.blocks.filter((block) => block.kind !== "figure" || block.id !== "time-open") })) };
    await writeReport(fewer, ["md"], folder, "shared");
    for (const file of mine) expect(readFileSync(join(place, file), "utf8")).toBe("precious");
    expect(readdirSync(place).toSorted()).toEqual([".hidden", "figures", "my-notes.txt", "report.html", "report.md", "report.pdf", "sub"]);
    expect(drawn).toContain("time-open.svg");
    expect(readdirSync(join(place, "figures")).toSorted()).toEqual([...drawn.filter((file) => file !== "time-open.svg"), "mine.svg"].toSorted());
  });

  it("does not write over a file in its folder's place", async () => {
    writeFileSync(join(folder, "taken"), "precious");
    await expect(writeReport(report, ["md"], folder, "taken")).rejects.toThrow(/ENOTDIR/);
    expect(readFileSync(join(folder, "taken"), "utf8")).toBe("precious");
  });

  it("says so where a quarter is empty", async () => {
    const empty = await makeReport(market, { quarter: quarterOf("2030Q1")!, regions: [] });
    const text = reportMarkdown(empty);
    expect(text).toContain("No vacancy of AI work falls into this quarter");
    expect(text).not.toMatch(/NaN|Infinity|undefined|null %/);
    mkdirSync(join(folder, "empty"), { recursive: true });
    expect(readdirSync(await writeReport(empty, ["md", "html", "pdf"], folder, "empty")).length).toBeGreaterThan(2);
  });
});

/** Each file of a folder by its path, with what is in it. */
function filesUnder(place: string): Record<string, string> {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ parentPath, name }) => [relative(place, join(parentPath, name)), readFileSync(join(parentPath, name), "utf8")]));
}
