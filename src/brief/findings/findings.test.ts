import { describe, expect, test } from "vitest";
import { transparencyRules } from "../../briefing/rules.ts";
import { makeOwnDocument } from "../../reading/layout.ts";
import { read } from "../../reading/read.ts";
import type { BriefFigure, BriefMarket } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import { diagnose } from "../diagnose.ts";

function found(posting: Posting, market: BriefMarket | null = null): Record<string, string> {
  const { findings, missing } = diagnose(makeOwnDocument(posting), read(posting, { withText: true }), { rules: transparencyRules(), market, day: "2026-11-29" });
  return Object.fromEntries([...findings, ...missing].map(({ id, severity }) => [id, severity]));
}

const described = (title: string, duty: string, asked: string): string => `${title}\n\nWhat you will do\n\n- ${duty}\n\nWhat you bring\n\n- ${asked}\n\n`;
const duties = "What you will do\n\n- Build and train ranking models for our search, with experiments and offline metrics\n- Ship models with the team\n";
const posting = (more: string, head: Partial<Posting> = {}): Posting => ({ title: "Machine Learning Engineer", description_text: `${duties}\n${more}`, ...head });

describe("pay", () => {
  test.each<[string, string | null]>([
    ["The base salary is $150,000 to $180,000 a year.", null],
    ["The base salary is $150,000 to $226,000 a year.", "pay-wide warn"],
    ["The base salary is $150,000 to $320,000 a year.", "pay-wide flag"],
    ["Salary: up to $180,000 a year.", "pay-open warn"],
    ["A competitive salary.", "pay-words warn"],
    ["Ein attraktives Gehalt.", "pay-words warn"],
    ["Salaire selon profil.", "pay-words warn"],
    ["Een marktconform salaris.", "pay-words warn"],
    ["Salary $150k-$10k.", "pay-reversed flag"],
    ["The base salary is between $150,000 and $10,000 a year.", "pay-reversed flag"],
    ["Gehalt: 90.000 € bis 60.000 € im Jahr", "pay-reversed flag"],
    ["Salary: $150,000 - $10,000 sign-on bonus", null],
    ["Salary: $150,000 – 10 % bonus, 401k", null],
    ["Salary: $150,000 – 401k and health", null],
    ["We like cake.", "pay-missing warn"],
    ["We raised $150,000,000.", "pay-missing warn"],
    ["Salary: $10 - $900,000,000 per year", "pay-unread warn"],
    ["Salary: $1,000,000,000 per year", "pay-unread warn"],
    ["Pay: $1 - $2 a year", "pay-unread warn"],
    ["Gehalt: 5.000.000.000 € im Jahr", "pay-unread warn"],
    ["Salary $900,000,000.", "pay-unread warn"],
    ["The base salary is between $1 and $900,000,000.", "pay-unread warn"],
    ["Your salary: 90,000", "pay-unread warn"],
    ["A budget of $900,000,000 for models, and a salary review each year.", "pay-missing warn"],
    ["A signing bonus of $5,000.", "pay-missing warn"],
    ["Salary reviews for 12,000 employees.", "pay-missing warn"],
    ["Our wage software pays $40 billion a year to 3,000,000 people.", "pay-missing warn"],
    ["We pay $4,000,000,000 to 30,000 people.", "pay-missing warn"],
    ["The base salary is $150,000 to $180,000 a year. We pay out a bonus of $900,000,000.", null],
  ])("%s", (text, expected) => {
    const pays = Object.entries(found(posting(`Benefits\n\n${text}`))).filter(([id]) => id.startsWith("pay")).map(([id, severity]) => `${id} ${severity}`);
    expect(pays).toEqual(expected === null ? [] : [expected]);
  });
});

describe("several postings in one text", () => {
  const one = described("ML Engineer", "Train models with PyTorch for our search", "3 years of Python");
  const two = described("Data Engineer", "Build pipelines in Spark for our warehouse", "5 years of SQL");
  test.each<[string, boolean]>([
    [one + two, true],
    [one + two + one, true],
    [one, false],
    [`${one}What we offer\n\n- A bike\n\nWhat you will do in your first months\n\n- Ship models to production`, false],
    [`${one}What you will do\n\n- Ship models to production every week`, false],
    [`What you will do\n\n- Train models\n\nWhat you will do\n\n- Ship models\n\nWhat you bring\n\n- Python\n\nWhat you bring\n\n- Spark`, false],
  ])("%j: %s", (text, several) => expect("several-postings" in found({ title: "ML Engineer", description_text: text })).toBe(several));
});

describe("a language that is not read", () => {
  const arabic: Posting = { title: "مهندس تعلم الآلة", description_text: "نبحث عن مهندس تعلم آلة للانضمام إلى فريقنا.\n\nالمهام\n\n- تدريب النماذج باستخدام PyTorch\n- نشر النماذج على Kubernetes\n\nالمتطلبات\n\n- خمس سنوات من الخبرة في Python" };
  test("is named, and nothing is said to be no posting for it", () => {
    expect(found(arabic)).toMatchObject({ "language-unread": "info" });
    expect(found(arabic)).not.toHaveProperty("no-posting");
  });
  test("is none of the four", () => expect(found(posting("We like cake."))).not.toHaveProperty("language-unread"));
});

describe("certificates and production", () => {
  test.each<[string, string[]]>([
    ["Requirements\n\n- AWS certification required\n- Python", ["certificates", "production"]],
    ["Requirements\n\n- AWS certification required\n- Experience running ML systems in production", ["certificates"]],
  ])("%s", (text, ids) => {
    const base: Posting = { title: "AI Product Engineer", description_text: `What you will do\n\n- Build RAG features and agents on LLM APIs\n- Integrate prompts and tools for users\n\n${text}` };
    expect(Object.keys(found(base)).filter((id) => id === "certificates" || id === "production")).toEqual(ids);
  });

  test.each(["Benefits\n\nPay depends on experience, education, skills and certifications.", "Requirements\n\n- Experience with TLS certificates", "About\n\nWe are ISO certified.", "Requirements\n\n- Python"])("no certificate is asked for: %s", (text) => {
    expect(found(posting(text))).not.toHaveProperty("certificates");
  });
});

describe("remote in name", () => {
  test.each<[string, string, string]>([
    ["Remote", "This role is fully remote. You must live within commuting distance of Denver.", "warn"],
    ["Remote", "We work in the office three days a week.", "warn"],
    ["Remote - Denver, CO", "We meet twice a year.", "info"],
  ])("%s: %s", (location, text, severity) => {
    expect(found(posting(`About\n\n${text}`, { location }))["remote-attendance"]).toBe(severity);
  });

  test.each<[string, string]>([
    ["Remote", "Work from anywhere in Europe."],
    ["Denver, CO", "Three days a week in the office."],
    ["Denver, CO", "Many of our colleagues are 100% remote."],
    ["Remote - Denver, CO", "You may live anywhere in the US."],
    ["Remote", "You must be based in the US."],
  ])("not %s: %s", (location, text) => {
    expect(found(posting(`About\n\n${text}`, { location }))).not.toHaveProperty("remote-attendance");
  });
});

function missesStack(duty: string, more = ""): boolean {
  const one: Posting = { title: "Inference Engineer", description_text: `What you will do\n\n- ${duty}\n- Make our answers faster and cheaper for users\n- Find out where time is lost\n\n${more}` };
  return diagnose(makeOwnDocument(one), read(one, { withText: true }), { rules: [], day: "2026-11-29" }).missing.find(({ id }) => id === "environment")!.parts.includes("stack");
}

describe("environment", () => {
  const told = "About\n\nYou join a team of six engineers and report to the head of search. We use Python, Ray and Kubernetes. 40 million requests a day. You own ranking end to end. On-call one week in six. You work on click data of eight years. The platform is being rebuilt from scratch. In your first three months you replace the ranker.";
  test("nothing is missing where all is told", () => {
    expect(found(posting(told))).not.toHaveProperty("environment");
  });

  test("a sentence taken out is a part missing", () => {
    const { missing } = diagnose(makeOwnDocument(posting(told.replace("On-call one week in six. ", ""))), read(posting(told.replace("On-call one week in six. ", "")), { withText: true }), { rules: [], day: "2026-11-29" });
    expect(missing.find((one) => one.id === "environment")?.parts).toEqual(["on-call"]);
  });

  test.each(["Optimise CUDA kernels and vLLM serving", "Run vLLM for all teams", "Move training to PyTorch"])("a technology by its name among the duties is of the stack: %s", (duty) => {
    expect(missesStack(duty)).toBe(false);
  });

  test.each([
    ["Make the model server faster", ""],
    ["Work on retrieval augmented generation", ""],
    ["Put the EU AI Act into practice", ""],
    ["Fine-tune models for search", ""],
    ["Make the model server faster", "Requirements\n\n- Python\n- vLLM"],
    ["Make the model server faster", "Nice to have\n\n- Rust"],
  ])("a method, or what is asked of the person, is none: %s %s", (duty, more) => {
    expect(missesStack(duty, more)).toBe(true);
  });

  test("work outside engineering is not asked for its stack", () => {
    expect(found({ title: "Delivery Driver", description_text: "You deliver parcels in Bristol, five days a week, with our van. You need a driving licence." })).not.toHaveProperty("environment");
  });
});

function figure(value: number | null, more: Partial<BriefFigure> = {}): BriefFigure {
  return { what: "Vacancies like it", unit: "share", currency: null, value, low: value === null ? null : value - 0.1, high: value === null ? null : value + 0.05, n: 200, employers: 40, hidden: value === null ? "3 of 5 employers" : null, asked: { question: "standing", parameters: {}, sql: "" }, ...more };
}

function marketOf(more: Partial<BriefMarket>): BriefMarket {
  return { postings: 1000, employers: 100, sample: false, titles: [], years: null, nearest: [], nearestOf: null, band: null, scope: null, prices: [], ...more };
}

describe("what the market adds", () => {
  const eight = posting("Requirements\n\n- 8+ years of experience with Python");

  test.each<[number | null, boolean]>([[0.95, true], [0.5, false], [0.79, false], [null, false]])("%s ask for fewer years: %s", (value, isFound) => {
    expect("level-years" in found(eight, marketOf({ years: figure(value) }))).toBe(isFound);
  });

  const band = { what: "ML engineer", currency: "USD", intervals: null, p10: 100, p25: 120, p50: figure(150, { unit: "pay" }), p75: 180, p90: 200, stated: { min: 80, max: 100 }, percentile: null, because: "Low." };
  test.each([["below", "flag"], ["above", "info"], ["inside", undefined], ["unknown", undefined]] as const)("a band that says %s", (verdict, severity) => {
    expect(found(eight, marketOf({ band: { ...band, verdict } }))["pay-band"]).toBe(severity);
  });
});

test("what cannot be quoted is no finding, and what is quoted stands in the text", () => {
  for (const one of [posting("A rockstar, a ninja. Competitive salary."), posting("", { title: "Softwareentwickler" }), { description_text: "-" }]) {
    const { findings, text } = diagnose(makeOwnDocument(one), read(one, { withText: true }), { rules: transparencyRules(), day: "2026-11-29" });
    for (const { quotes } of findings) {
      expect(quotes.length).toBeGreaterThan(0);
      for (const quote of quotes) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    }
  }
});
