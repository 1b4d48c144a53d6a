import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Market } from "../market/store.ts";
import { type Planted, plantedMarket } from "../../test/fixtures/planted-market.ts";
import type { Brief } from "../terms/brief.ts";
import { WrongOption } from "../brief/limits.ts";
import { makeBrief } from "./make-brief.ts";
import { titleWords } from "./market.ts";

/** 80 vacancies of 20 employers: those that require Rust pay 30,000 more and stay open twice as long; Python makes no difference. */
const planted = Array.from({ length: 80 }, (_, i): Planted => {
  const rust = i % 3 === 0;
  return { employer: `Employer ${i % 20}`, title: i % 5 === 0 ? "Machine Learning Engineer" : "ML Engineer", role: i % 20 === 0 ? "data-scientist" : "ml-engineer", seniority: "senior", years: 3 + (i % 3), skills: [...(rust ? ["Rust"] : []), ...(i % 4 === 1 ? ["Python"] : [])], pay: 150_000 + (rust ? 30_000 : 0) + (i % 7) * 1000, posted: "2025-06-01", firstSeen: "2025-06-01", lastSeen: "2025-09-01", closed: rust ? "2025-08-20" : "2025-07-10" };
});

let market: Market;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ market, remove } = await plantedMarket(planted));
});
afterAll(() => remove());

const text = (pay: string): string => `What you will do\n\n- Build and train ranking models for our search\n- Train recommendation models and ship them\n\nRequirements\n\n- 8+ years of experience with machine learning\n- Rust and Python\n- Haskell\n\nBenefits\n\n${pay}`;

async function briefOf(pay: string, location = "Denver, CO"): Promise<Brief> {
  return await makeBrief({ title: "Senior Machine Learning Engineer", location, description_text: text(pay) }, { market, now: new Date("2026-11-29") });
}

test.each([
  ["pay and a place", "Apple Cake\nLocation: Berlin\nIngredients\n200 g of flour, 3 eggs, 4 apples and 100 g of sugar. Bake for 45 minutes and let it cool down slowly.\nThe baker is paid $90,000 to $120,000 a year.", "Too little of a posting was found in this text: no duties, no requirements, nobody who is looked for."],
  ["nothing", "Apple Cake\nIngredients\n200 g of flour, 3 eggs, 4 apples and 100 g of sugar. Bake for 45 minutes and let it cool down slowly until it is cold enough to eat.", "Nothing of a posting was found in this text: no duties, no requirements, no pay, no place of work, nobody who is looked for."],
])("of a text in which %s of a posting is found, only the rest is denied", async (_, cake, says) => {
  const { missing } = await makeBrief({ description_text: cake }, { market: null, now: new Date("2026-11-29") });
  expect(missing.find(({ id }) => id === "no-posting")?.says).toBe(says);
});

test("a place that nobody knows is a wrong option, not a missing description", async () => {
  const error = await makeBrief({ title: "ML Engineer", description_text: text("-") }, { market: null, options: { place: ["Nowhereville"] }, now: new Date("2026-11-29") }).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(WrongOption);
  expect((error as Error).message).toMatch(/^options\.place: .*"Nowhereville"/);
});

describe("what the market says of a description", () => {
  test("the dearest requirement first, with n on both sides and its interval; what too few ask for is not known", async () => {
    const { market: told } = await briefOf("The base salary is $100,000 to $120,000 a year.");
    const [rust] = told!.prices;
    expect(rust).toMatchObject({ kind: "skill", id: "rust", quotes: [{ text: "Rust", of: "requirement" }], share: { unit: "share" }, pay: { with: { unit: "pay", currency: "USD" }, difference: { hidden: null } } });
    expect(rust!.pay.difference!.value).toBeGreaterThan(25_000);
    expect(rust!.pay.difference!.value).toBeLessThan(35_000);
    expect(rust!.pay.difference!.low).toBeGreaterThan(0);
    expect(rust!.pay.with.n + rust!.pay.without.n).toBe(76);
    expect(rust!.open.with.value! / rust!.open.without.value!).toBeGreaterThan(1.5);
    // All 19 employers of the role are on both sides of Rust, and so they are 19 and not more.
    expect(rust!.pay.difference).toMatchObject({ n: 76, employers: 19 });
    expect(told!.scope).toBe("All 76 vacancies of this market for ML engineer in US, of 19 employers, of any level and month, open or closed. Pay in USD, on a year. Intervals of 95 %. What goes with a requirement need not come of it.");
    expect(rust!.says).toMatch(/pay \+\$30k \(\+\$\d+k to \+\$\d+k\) a year/);
    const python = told!.prices.find((price) => price.id === "python")!;
    expect(python.says).toMatch(/\(−.* to \+.*: not distinguishable from no difference\)/);
    expect(python.cost!).toBeLessThan(rust!.cost!);
    const years = told!.prices.find((price) => price.kind === "years")!;
    expect(years).toMatchObject({ cost: null, says: expect.stringContaining("not known") });
    // Every figure in a sentence has its interval, n and employers, or why there is none with what was counted.
    expect(rust!.says).toMatch(/^3\d % \(\d+ % to \d+ %\) of 76 vacancies of 19 employers ask for it; .* \(with it n = \d+ of 19 employers, without n = \d+ of 19 employers\); half are gone after \d+ days \(.* to .*; n = \d+ of 19 employers\) against \d+ days/);
    expect(years.says).toMatch(/days open not known \(.+; n = \d+ of \d+ employers\)/);
    expect(told!.nearestOf).toEqual({ n: 80, employers: 20 });
    for (const price of told!.prices) expect(price.share.asked).toMatchObject({ question: "price", parameters: { role: "ml-engineer", country: "US" }, sql: expect.stringContaining("SELECT") });
  });

  test.each([[[]], [["Berlin"]]])("where the description names no place, the prices are of everywhere: --place %j", async (place) => {
    const posting = { title: "Senior Machine Learning Engineer", description_text: text("-") };
    const { market: told } = await makeBrief(posting, { market, options: { place }, now: new Date("2026-11-29") });
    expect(told!.scope).toMatch(/^All 76 vacancies of this market for ML engineer everywhere, of 19 employers, /);
    expect(told!.prices[0]!.share.asked!.parameters).not.toHaveProperty("region");
  });

  test("one of several is one requirement, met by any of them", async () => {
    const posting = { title: "Senior Machine Learning Engineer", location: "Denver, CO", description_text: "What you will do\n\n- Build and train ranking models for our search\n- Train recommendation models and ship them\n\nRequirements\n\n- Rust or Python\n- Haskell" };
    const { market: told } = await makeBrief(posting, { market, now: new Date("2026-11-29") });
    const skills = told!.prices.filter(({ kind }) => kind === "skill");
    expect(skills.map(({ id, name }) => [id, name]).toSorted()).toEqual([["haskell", "haskell required"], ["rust|python", "Rust or Python required"]]);
    expect(skills.find(({ id }) => id === "rust|python")!.quotes.map((quote) => quote.text)).toEqual(["Rust", "Python"]);
  });

  test("every point of the band has its interval", async () => {
    const { market: told } = await briefOf("The base salary is $100,000 to $120,000 a year.");
    const { band } = told!;
    for (const point of ["p10", "p25", "p75", "p90"] as const) {
      expect(band!.intervals![point]!.low!).toBeLessThanOrEqual(band![point]!);
      expect(band!.intervals![point]!.high!).toBeGreaterThanOrEqual(band![point]!);
    }
    expect(band!.because).toMatch(/is \$\d+k \(\$\d+k to \$\d+k\) to \$\d+k \(\$\d+k to \$\d+k\) \(n = 76 of 19 employers\)/);
  });

  test("employers of a difference are those of both sides together, each once", async () => {
    const apart = await plantedMarket(planted.map((one, i) => ({ ...one, employer: `${i % 3 === 0 ? "With" : "Without"} ${i % 10}` })));
    const { market: told } = await makeBrief({ title: "Senior Machine Learning Engineer", location: "Denver, CO", description_text: text("-") }, { market: apart.market, now: new Date("2026-11-29") });
    await apart.remove();
    const rust = told!.prices.find((price) => price.id === "rust")!;
    expect([rust.pay.with.employers, rust.pay.without.employers]).toEqual([10, 10]);
    expect(rust.pay.difference!.employers).toBe(20);
    expect(rust.share.employers).toBe(20);
  });

  test("pay below the market's middle half, with the part that pays less; all ask for fewer years", async () => {
    const brief = await briefOf("The base salary is $100,000 to $120,000 a year.");
    expect(brief.market!.band).toMatchObject({ verdict: "below", currency: "USD", p50: { n: 76, employers: 19, asked: { question: "pay" } }, percentile: { value: 0, asked: { question: "standing" } } });
    expect(brief.findings.map(({ id, severity }) => `${id} ${severity}`)).toEqual(expect.arrayContaining(["pay-band flag", "level-years warn"]));
  });

  test("pay inside it is no finding", async () => {
    const brief = await briefOf("The base salary is $140,000 to $170,000 a year.");
    expect(brief.market!.band!.verdict).toBe("inside");
    expect(brief.findings.map((finding) => finding.id)).not.toContain("pay-band");
  });

  test("where nobody states pay it is unknown, and says why", async () => {
    const { market: told, findings } = await briefOf("The base salary is €90,000 to €110,000 a year.", "Berlin, Germany");
    expect(told!.band).toMatchObject({ verdict: "unknown", because: expect.stringContaining("not known"), p50: { value: null, n: 0 } });
    expect(findings.map((finding) => finding.id)).not.toContain("pay-band");
  });

  test("the title's vacancies by content with n and interval; five near ones of five employers", async () => {
    const { market: told } = await briefOf("x");
    const [first] = told!.titles;
    expect(first).toMatchObject({ role: "ml-engineer", figure: { n: 16, unit: "share" } });
    expect(first!.figure.value! + told!.titles[1]!.figure.value!).toBeCloseTo(1);
    expect(first!.figure.low!).toBeLessThan(first!.figure.value!);
    expect(told!.nearest).toHaveLength(5);
    expect(new Set(told!.nearest.map((near) => near.employer)).size).toBe(5);
    expect(told!.nearest.map((near) => near.nearness)).toEqual(told!.nearest.map((near) => near.nearness).toSorted((a, b) => b - a));
  });

  test("work that is no role of the market has neither band nor prices", async () => {
    const { market: told } = await makeBrief({ title: "Delivery Driver", location: "Denver, CO", description_text: "You deliver parcels in Denver with our van, five days a week. You need a driving licence and like people." }, { market, now: new Date("2026-11-29") });
    expect(told).toMatchObject({ band: null, scope: null, prices: [], nearest: [] });
  });
});

describe("titleWords", () => {
  test.each([["Senior ML Engineer II, Search (m/w/d)", "ml engineer"], ["Data Scientist / ML Engineer", "data scientist"], ["Staff Software Engineer - Payments", "software engineer"], ["Softwareentwickler KI (m/w/d)", "softwareentwickler ki"]])("%s → %s", (title, words) => {
    expect(titleWords(title, null)).toBe(words);
  });

  test.each(["Engineer", "Senior Manager", "", "(m/w/d)", "One two three four five six seven eight nine"])("nothing of %s", (title) => {
    expect(titleWords(title, null)).toBeNull();
  });
});
