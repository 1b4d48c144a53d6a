import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Market, openMarket } from "../store.ts";
import { fileCells } from "./columns.ts";
import { askRegions, RegionsQuestion, regionsQuestion } from "./regions.ts";
import { askRising, RisingQuestion } from "./rising.ts";
import { askTrends, TrendsQuestion, trendsQuestion } from "./trends.ts";
import { type Planted, plantedMarket } from "../../../test/fixtures/planted-market.ts";
import { makeMovingMarket, monthsAll } from "../../../test/fixtures/moving-market.ts";

let dir: string;
let market: Market;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-movement-"));
  await makeMovingMarket(dir);
  market = await openMarket(dir);
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

describe("rising", () => {
  it("finds the planted skills and no other", async () => {
    const { rows, boundary } = await askRising(market, RisingQuestion.parse({}));
    expect(boundary).toBe("2025-03-15");
    const changed = Object.fromEntries(rows.filter((row) => row.change !== null).map((row) => [row.group, row.change]));
    expect(changed).toEqual({ rust: "rising", sas: "fading" });
  });

  it("finds a title that there was not before", async () => {
    const { rows } = await askRising(market, RisingQuestion.parse({ of: "title" }));
    expect(rows[0]).toMatchObject({ group: "context engineer", change: "rising", isNew: true, before: 0 });
  });

  it("tells what no vacancy named as none of so many, with how much it may be all the same", async () => {
    const { rows, now, before } = await askRising(market, RisingQuestion.parse({ of: "title" }));
    const row = rows.find(({ group }) => group === "context engineer")!;
    expect(row).toMatchObject({ employersBefore: 0, shareBefore: { value: 0, low: 0 } });
    expect(row.shareBefore!.high).toBeGreaterThan(0.001);
    // Of 1,200 vacancies of 80 employers the rule of three alone would say 0.25 %.
    expect(row.shareBefore!.high).toBeLessThan(0.02);
    expect(now.n).toBe(300);
    expect(before.n).toBe(1200);
    expect(now.employers).toBeGreaterThan(60);
    expect(row.employers).toBeGreaterThan(20);
  });

  it("has nothing to say where no posting has a day", async () => {
    expect(await askRising(market, RisingQuestion.parse({ country: "FR" }))).toMatchObject({ rows: [], boundary: null });
  });

  it.each([{ months: 0 }, { months: "many" }, { of: "colour" }])("refuses %j", (asked) => {
    expect(RisingQuestion.safeParse(asked).success).toBe(false);
  });
});

/** The tenth of a month, counted from 2024-01. */
function dayOf(month: number): string {
  return new Date(Date.UTC(2024, month, 10)).toISOString().slice(0, 10);
}

describe("trends", () => {
  it("holds the planted slope, and the growth of a year", async () => {
    const { rows } = await askTrends(market, TrendsQuestion.parse({ by: "workplace" }));
    const remote = rows.find((row) => row.group === "remote")!;
    expect(remote.months).toBe(monthsAll);
    expect(remote.slope!.low).toBeLessThan(0.02);
    expect(remote.slope!.high).toBeGreaterThan(0.02);
    expect(remote.slope!.low).toBeGreaterThan(0);
    // From 30 % in the sixth month to 54 % in the last.
    expect(remote.growth!.low).toBeLessThan(0.8);
    expect(remote.growth!.high).toBeGreaterThan(0.8);
  });

  it("gives the share of the last month with its interval and what it is of, where none is of the group too", async () => {
    const { rows } = await askTrends(market, TrendsQuestion.parse({ by: "workplace" }));
    const remote = rows.find((row) => row.group === "remote")!;
    expect(remote.now.of).toBe(100);
    expect(remote.share!.value).toBeCloseTo(remote.now.n / 100, 1);
    expect(remote.share!.low).toBeLessThan(remote.share!.value - 0.05);
    const { rows: skills } = await askTrends(market, TrendsQuestion.parse({ by: "skill" }));
    const fax = skills.find((row) => row.group === "fax")!;
    expect(fax.now).toMatchObject({ n: 0, employers: 0, of: 100 });
    expect(fax.share).toMatchObject({ value: 0, low: 0 });
    expect(fax.share!.high).toBeGreaterThan(0.02);
    expect(fax.share!.high).toBeLessThan(0.08);
  });

  it("says why there is none", async () => {
    const { rows } = await askTrends(market, TrendsQuestion.parse({ by: "workplace", since: "2025-04-01" }));
    expect(rows[0]).toMatchObject({ slope: null, growth: null, hidden: "3 of 4 months", growthHidden: "3 of 4 months" });
  });

  it("withholds what too few vacancies or employers tell, and a year that could be anything", async () => {
    const many = Array.from({ length: 600 }, (_, i): Planted => ({ employer: `Firm ${i % 40}`, role: "ml-engineer", posted: dayOf(i % 15) }));
    const few = Array.from({ length: 10 }, (_, i): Planted => ({ employer: `Few ${i % 7}`, role: "evaluation-engineer", posted: dayOf(5 + i) }));
    const ofFour = Array.from({ length: 60 }, (_, i): Planted => ({ employer: `Four ${i % 4}`, role: "llm-engineer", posted: dayOf(i % 15) }));
    const late = Array.from({ length: 32 }, (_, i): Planted => ({ employer: `Late ${i % 9}`, role: "ai-governance-specialist", posted: dayOf(i < 1 ? 6 : 13 + (i % 2)) }));
    const planted = await plantedMarket([...many, ...few, ...ofFour, ...late]);
    try {
      const found = await askTrends(planted.market, TrendsQuestion.parse({}));
      const rows = Object.fromEntries(found.rows.map((row) => [row.group, row]));
      expect(rows.model).toMatchObject({ hidden: null, growthHidden: null, growth: { low: expect.any(Number) } });
      expect(rows.evaluation).toMatchObject({ n: 10, employers: 7, slope: null, growth: null, hidden: "10 of 30 vacancies", growthHidden: "10 of 30 vacancies" });
      expect(rows.product).toMatchObject({ n: 60, slope: null, growth: null, hidden: "4 of 5 employers" });
      expect(rows.governance).toMatchObject({ n: 32, slope: { low: expect.any(Number) }, hidden: null, growth: null, growthHidden: "the ends of its interval are more than 10 times apart" });
      const below = (layer: string): string => trendsQuestion.below!(rows[layer]!, found);
      expect(below("evaluation")).toMatch(/^2025-03: .*\nno trend: 10 of 30 vacancies$/);
      expect(below("governance")).toMatch(/\nno figure of a year: the ends of its interval are more than 10 times apart$/);
      expect(below("model")).not.toContain("\n");
      expect(fileCells(trendsQuestion.columns, rows.evaluation!).slice(-8)).toEqual([...Array<null>(6).fill(null), "10 of 30 vacancies", "10 of 30 vacancies"]);
    } finally {
      await planted.remove();
    }
  });
});

describe("regions", () => {
  it("stand side by side with what each asks for more than the rest", async () => {
    const { rows } = await askRegions(market, RegionsQuestion.parse({}));
    expect(rows.map((row) => row.group).toSorted()).toEqual(["europe", "uk", "us"]);
    const uk = rows.find((row) => row.group === "uk")!;
    expect(uk).toMatchObject({ coverage: 1, layers: { model: { value: 1 }, product: null }, pay: { value: 110_000, currency: "EUR", hidden: null } });
    expect(uk.asksFor.map((skill) => skill.id)).toEqual(["governance"]);
    expect(rows.filter((row) => row.group !== "uk").flatMap((row) => row.asksFor.map((skill) => skill.id))).not.toContain("governance");
    expect((await askRegions(market, RegionsQuestion.parse({ by: "country", currency: "EUR" }))).rows.find((row) => row.group === "US")!.pay).toMatchObject({ n: 0, value: null, hidden: "no vacancy states it" });
    const found = await askRegions(market, RegionsQuestion.parse({ currency: "CHF" }));
    expect(regionsQuestion.below!(found.rows[0]!, found)).toMatch(/^no pay: no vacancy there states it in CHF/);
  });
});
