import { describe, expect, test } from "vitest";
import { read } from "../reading/read.ts";
import { makeOwnDocument } from "../reading/layout.ts";
import { likelyRoles } from "../reading/role/likely.ts";
import { scorecards } from "../briefing/scorecards.ts";
import { transparencyRules } from "../briefing/rules.ts";
import type { BriefOptions } from "../terms/brief.ts";
import type { Posting } from "../terms/posting.ts";
import { diagnose } from "./diagnose.ts";
import { fittingMarket, marketKey } from "./fitting-market.ts";
import { makeOutputs } from "./outputs/outputs.ts";
import { roleOf, roleSays } from "./role.ts";

const vague: Posting = { title: "AI Expert", description_text: "What you will do\n\n- Own our AI initiatives from idea to rollout\n- Build prototypes, pipelines and dashboards\n- Advise teams on models, prompts, risk and quality\n\nRequirements\n\n- Python\n- Cloud\n- LLMs" };
const clear: Posting = { title: "ML Engineer", description_text: "What you will do\n\n- Build and train ranking models for our search\n- Train recommendation models and ship them\n- Train and evaluate deep learning models with PyTorch\n\nRequirements\n\n- PyTorch\n- Machine learning in production" };

function briefOf(posting: Posting, options: Partial<BriefOptions> = {}) {
  return diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules: transparencyRules(), options, day: "2026-11-29" });
}

describe("the role of a brief", () => {
  test("that can be trusted is the reading's", () => {
    const brief = briefOf(clear);
    expect(roleOf(brief)).toEqual({ value: "ml-engineer", layer: "model", chosen: false });
    expect(brief.likely).toEqual([]);
    expect(roleSays(brief)).toMatch(/^By content: ML engineer \(confidence \d+ %\)$/);
  });

  test("that is more likely wrong than right is nobody's yet: three likely ones are named, and nothing is made for the first", () => {
    const brief = briefOf(vague);
    expect(brief.reading.role.confidence).toBeLessThan(0.4);
    expect(roleOf(brief).value).toBeNull();
    expect(brief.likely).toHaveLength(3);
    expect(brief.likely.map(({ role }) => role)).toContain(brief.reading.role.value);
    expect(brief.likely.map(({ confidence }) => confidence)).toEqual(brief.likely.map(({ confidence }) => confidence).toSorted((a, b) => b - a));
    expect(roleSays(brief)).toMatch(/^By content it may be .+ \(\d+ %\), .+ \(\d+ %\) or .+ \(\d+ %\)$/);
    expect(makeOutputs(brief, scorecards()).scorecard.attributes).toEqual([]);
  });

  test("that its author chose is what outputs are made for, and the reading stays as it is", () => {
    const brief = briefOf(vague, { role: "ai-governance-specialist" });
    expect(roleOf(brief)).toEqual({ value: "ai-governance-specialist", layer: "governance", chosen: true });
    expect(brief.reading).toEqual(briefOf(vague).reading);
    const { scorecard, interviews } = makeOutputs(brief, scorecards());
    expect(scorecard.role).toBe("ai-governance-specialist");
    expect(interviews.stages.length).toBeGreaterThan(2);
    expect(roleSays(brief)).toMatch(/^AI governance specialist, as chosen\. By content it may be /);
  });

  test("likely roles have the confidence that the reading has", () => {
    for (const posting of [vague, clear]) {
      const { role } = read(posting);
      expect(likelyRoles(makeOwnDocument(posting)).find((one) => one.role === role.value)?.confidence).toBe(role.confidence);
    }
  });
});

describe("what the market said of another text", () => {
  const told = { postings: 9, employers: 3, sample: true, titles: [{ role: "ml-engineer" as const, name: "ML engineer", figure: figure() }], years: figure(), nearest: [], nearestOf: null, band: null, scope: "in the United States", prices: [] };

  test("stays where title and role are the same, though the text goes on", () => {
    const [before, now] = [briefOf(clear), briefOf({ ...clear, description_text: `${clear.description_text}\n- Kubernetes` })];
    expect(fittingMarket(told, marketKey(before), marketKey(now))).toEqual(told);
  });

  test.each<[string, Posting, Partial<BriefOptions>, object]>([
    ["title", { ...clear, title: "Machine Learning Engineer" }, {}, { titles: [], years: told.years }],
    ["role", clear, { role: "data-scientist" }, { titles: told.titles, years: null, scope: null }],
    ["pay", { ...clear, description_text: `${clear.description_text}\n\nThe base salary is $150,000 to $170,000 a year.` }, {}, { titles: told.titles, years: null }],
  ])("goes with another %s", (_, posting, options, expected) => {
    expect(fittingMarket(told, marketKey(briefOf(clear)), marketKey(briefOf(posting, options)))).toMatchObject(expected);
  });
});

function figure() {
  return { what: "", unit: "share" as const, currency: null, value: 0.5, low: 0.4, high: 0.6, n: 9, employers: 3, hidden: null, asked: { question: "standing", parameters: {}, sql: "" } };
}
