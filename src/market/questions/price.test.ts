import { afterEach, describe, expect, it } from "vitest";
import { dayAt, type Planted, plantedMarket } from "../../../test/fixtures/planted-market.ts";
import { Random } from "../../lib/random.ts";
import type { Market } from "../store.ts";
import { askNearest, NearestQuestion, nearestQuestion } from "./nearest.ts";
import { askPrice, PriceQuestion } from "./price.ts";
import { priceLines } from "./price-lines.ts";
import { askStanding, StandingQuestion } from "./standing.ts";

let remove: () => Promise<void> = async () => undefined;
afterEach(() => remove());

async function planted(postings: readonly Planted[]): Promise<Market> {
  const made = await plantedMarket(postings);
  remove = made.remove;
  return made.market;
}

/** Who requires Rust pays 30,000 more and searches for 40 days instead of 20; a degree changes nothing. */
const market = (): Planted[] => {
  const random = new Random(11);
  return Array.from({ length: 400 }, (_, i): Planted => {
    const rust = i % 4 === 0;
    const opened = 100 + (i % 50);
    return {
      employer: `Firm ${i % 25}`, skills: rust ? ["Rust", "Python"] : ["Python"], pay: 100_000 + (rust ? 30_000 : 0) + random.whole(-10, 10) * 1000, degree: i % 3 === 0 ? "phd" : i % 3 === 1 ? "none" : undefined,
      years: i % 2 === 0 ? 6 : undefined, workplace: i % 5 === 0 ? undefined : i % 2 === 0 ? "onsite" : "remote", posted: dayAt(opened), firstSeen: dayAt(opened), closed: dayAt(opened + (rust ? 40 : 20) + random.whole(-5, 5)),
    };
  });
};
const ask = async (asked: Record<string, unknown>) => askPrice(await planted(market()), PriceQuestion.parse(asked));

describe("the price of a requirement", () => {
  it("is what was planted: fewer vacancies, more pay, longer searches", async () => {
    const { rows, currency } = await ask({ require: "skill:rust,degree:master" });
    const [rust, degree] = rows;
    expect(currency).toBe("USD");
    expect(rust).toMatchObject({ name: "Rust required", with: { n: 100, employers: 25 }, without: { n: 300, employers: 25 }, unknown: 0, share: { value: 0.25 }, hidden: null });
    expect(rust!.payDifference!.low!).toBeLessThan(30_000);
    expect(rust!.payDifference!.high!).toBeGreaterThan(30_000);
    expect(rust!.payDifference!.low!).toBeGreaterThan(20_000);
    expect(rust!.payDifference!.value).toBe(rust!.with.pay.median!.value - rust!.without.pay.median!.value);
    expect(rust!.with.timeOpen.medianDays! - rust!.without.timeOpen.medianDays!).toBeGreaterThan(15);
    expect(degree).toMatchObject({ name: "a master's degree or a doctorate", with: { n: 134 }, without: { n: 266 } });
    expect(degree!.payDifference!.low!).toBeLessThan(0);
    expect(degree!.payDifference!.high!).toBeGreaterThan(0);
  });

  it("is told with the n and the interval of both sides, of pay and of days", async () => {
    const { rows: [rust, , nobody], currency } = await ask({ require: "skill:rust,degree:master,skill:cobol" });
    const lines = priceLines(rust!, currency).split("\n");
    expect(lines[0]).toMatch(/^with it: pay \$\d+k \(\$\d+k to \$\d+k, n 100\), open \d+ days \(\d+ to \d+, n 100\)$/);
    expect(lines[1]).toMatch(/^without it: pay \$\d+k \(\$\d+k to \$\d+k, n 300\), open \d+ days \(\d+ to \d+, n 300\)$/);
    expect(lines[2]).toMatch(/^difference: pay \+\$\d+k \(\+\$\d+k to \+\$\d+k\)$/);
    expect(priceLines(nobody!, currency)).toMatch(/^with it: pay – \(no vacancy states it\), open – \(no vacancy was watched over time\)\nwithout it: pay \$\d+k/);
    expect(priceLines(nobody!, currency)).not.toContain("difference");
  });

  it("takes who says nothing of years for one who asks for none, and leaves unknown places of work out", async () => {
    const [years, onsite, nobody] = (await ask({ require: "years:5,workplace:onsite,skill:cobol" })).rows;
    expect(years).toMatchObject({ name: "5 years or more", with: { n: 200 }, without: { n: 200 }, unknown: 0 });
    expect(onsite).toMatchObject({ with: { n: 160 }, without: { n: 160 }, unknown: 80 });
    expect(nobody).toMatchObject({ name: "cobol required", with: { n: 0, pay: { median: null, n: 0 } }, payDifference: null, hidden: "with it: no vacancy states it" });
  });

  it("takes one of several for enough", async () => {
    const [either, rust, python, none] = (await ask({ require: "skill:rust|python,skill:rust,skill:python,skill:cobol|rust" })).rows;
    expect(either!.name).toBe("Rust or Python required");
    expect(either!.with.n).toBeGreaterThanOrEqual(Math.max(rust!.with.n, python!.with.n));
    expect(either!.with.n).toBeLessThanOrEqual(rust!.with.n + python!.with.n);
    expect(none).toMatchObject({ name: "cobol or Rust required", with: { n: rust!.with.n }, without: { n: rust!.without.n } });
  });

  it("hides pay of fewer than five employers, and says so", async () => {
    const few = market().map((one, i): Planted => ({ ...one, skills: i < 3 ? ["Rust"] : ["Python"] }));
    const [rust] = (await askPrice(await planted(few), PriceQuestion.parse({ require: "skill:rust" }))).rows;
    expect(rust).toMatchObject({ with: { n: 3, pay: { median: null, hidden: "3 of 5 employers" } }, payDifference: null, hidden: "with it: 3 of 5 employers" });
  });

  it("converts, and then takes in what is stated in other currencies", async () => {
    const mixed = market().map((one, i): Planted => ({ ...one, currency: i % 2 === 0 ? "USD" : "GBP" }));
    const store = await planted(mixed);
    expect((await askPrice(store, PriceQuestion.parse({ require: "production" }))).rows[0]!.without.pay.n).toBe(200);
    const converted = await askPrice(store, PriceQuestion.parse({ require: "production", convert: "EUR" }));
    expect(converted).toMatchObject({ currency: "EUR", rates: { to: "EUR" }, rows: [{ without: { pay: { n: 400 } } }] });
  });

  it("asks of what is required most where nothing is named, and of an empty cut without a fault", async () => {
    expect((await ask({})).rows.slice(0, 3).map((row) => row.requirement)).toEqual(["skill:python", "skill:rust", "years:5"]);
    const { rows } = await ask({ require: "skill:rust", since: "2030-01-01" });
    expect(rows).toMatchObject([{ share: null, with: { n: 0 }, without: { n: 0 }, payDifference: null }]);
  });

  it.each(["skill:", "skill:|", "skill:rust|", "skill:|rust", "years:0", "years:x", "degree:none", "workplace:moon", "patience", "degree"])("refuses %s", (require) => {
    expect(PriceQuestion.safeParse({ require }).success).toBe(false);
  });
});

describe("nearest", () => {
  const some: Planted[] = [
    { employer: "Same", role: "ml-engineer", seniority: "senior", country: "US", skills: ["Python", "PyTorch"] },
    { employer: "Same", role: "ml-engineer", seniority: "senior", country: "US", skills: ["Python"] },
    { employer: "Near level", role: "ml-engineer", seniority: "mid", country: "US", skills: ["Python", "PyTorch"] },
    { employer: "Other role", role: "research-scientist", seniority: "senior", country: "US", skills: ["Python", "PyTorch"] },
    { employer: "Other layer", role: "inference-engineer", seniority: "senior", country: "US", skills: ["Python", "PyTorch"] },
    { employer: "Far", role: "ml-engineer", seniority: "director", country: "DE", skills: ["Excel"] },
  ];

  it("orders by what they share, one an employer, within the role's layer, and says why", async () => {
    const { rows } = await askNearest(await planted(some), NearestQuestion.parse({ role: "ml-engineer", seniority: "senior", country: "US", skill: "python,pytorch" }));
    expect(rows.map((row) => [row.employer, row.score])).toEqual([["Same", 100], ["Near level", 92.5], ["Other role", 65], ["Far", 35]]);
    expect(rows[0]).toMatchObject({ points: { role: 35, seniority: 15, place: 15, skills: 35 }, shared: ["PyTorch", "Python"], skills: 2, countries: ["US"] });
    for (const { score, points } of rows) expect(score).toBeCloseTo(points.role + points.seniority + points.place + points.skills, 9);
  });

  it("says what was not given and so not compared, and cuts a long title where one sees it", async () => {
    const title = "Computer Vision Engineer (Object Detection and Tracking)";
    const found = await askNearest(await planted([...some, { employer: "Long", role: "ml-engineer", title }]), NearestQuestion.parse({ role: "ml-engineer", region: "us" }));
    expect(found.compared).toEqual(["role", "place"]);
    expect(nearestQuestion.below!(found.rows[0]!, found)).toBe("role 35 · place 7.5");
    expect(nearestQuestion.notesOf!(found)).toContain("Not given, so not compared (of 100 that leaves 50):\nlevel (--seniority), skills (--skill).");
    expect(nearestQuestion.notesOf!({ ...found, compared: ["role", "seniority", "place", "skills"] })).not.toContain("Not given");
    const [column] = nearestQuestion.columns as readonly { shown?(row: unknown): string }[];
    expect(column!.shown!(found.rows.find((row) => row.title === title))).toBe("Computer Vision Engineer (Object Detect…");
  });

  it("finds nothing near to nothing", async () => {
    expect((await askNearest(await planted(some), NearestQuestion.parse({}))).rows).toEqual([]);
  });
});

describe("standing", () => {
  const some = Array.from({ length: 40 }, (_, i): Planted => ({ employer: `Firm ${i % 10}`, pay: 100_000 + i * 1000, years: i < 30 ? 5 : undefined, skills: Array.from({ length: i % 4 }, (__, s) => `Skill ${s}`) }));

  it("places pay, years and skills among those that state them", async () => {
    const store = await planted(some);
    const placed = async (asked: Record<string, unknown>) => (await askStanding(store, StandingQuestion.parse(asked))).rows[0]!;
    expect(await placed({ value: 130_000 })).toMatchObject({ below: { value: 0.75 }, same: { value: 0.025 }, above: { value: 0.225 }, n: 40, employers: 10, currency: "USD", hidden: null });
    expect(await placed({ of: "years", value: 5 })).toMatchObject({ below: { value: 0 }, same: { value: 1 }, n: 30, coverage: 0.75, currency: null });
    expect(await placed({ of: "required", value: 2 })).toMatchObject({ below: { value: 0.5 }, same: { value: 0.25 }, above: { value: 0.25 } });
    const { below } = await placed({ value: 130_000 });
    expect(below!.low).toBeLessThan(0.75);
    expect(below!.high).toBeGreaterThan(0.75);
  });

  it("says why it cannot", async () => {
    expect((await askStanding(await planted(some.slice(0, 4)), StandingQuestion.parse({ value: 1 }))).rows[0]).toMatchObject({ below: null, hidden: "4 of 5 employers" });
    for (const value of [undefined, null, "", "much"]) expect(StandingQuestion.safeParse({ value }).success).toBe(false);
  });
});
