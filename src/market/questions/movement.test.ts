import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import type { Entry } from "../append.ts";
import { postingRow } from "../posting-row.ts";
import { type Market, openMarket } from "../store.ts";
import { askRegions, RegionsQuestion } from "./regions.ts";
import { askRising, RisingQuestion } from "./rising.ts";
import { askTrends, TrendsQuestion } from "./trends.ts";
import { storeEntries } from "../../../test/fixtures/vacancy-table.ts";

const firstMonth = 2024 * 12;
const monthsAll = 18;

/** A market with planted changes: "Rust" doubles in the last three months, "SAS" nearly vanishes, a title appears, remote work grows; in the UK all ask for "Governance". */
function entryOf(random: Random, i: number): Entry {
  const month = i % monthsAll;
  const late = month >= monthsAll - 3;
  const number = firstMonth + month;
  const country = random.pick(["US", "GB", "DE"]);
  const skills = ["Python", "SQL", "Docker", "Git", "Linux", "Java"].filter(() => random.chance(0.3));
  if (random.chance(late ? 0.4 : 0.15)) skills.push("Rust");
  if (random.chance(late ? 0.02 : 0.25)) skills.push("SAS");
  if (random.chance(country === "GB" ? 0.7 : 0.1)) skills.push("Governance");
  return {
    ...postingRow("test", {
      id: `p${i}`,
      company: `Firm ${random.whole(1, 80)}`,
      title: late && random.chance(0.2) ? "Context Engineer" : random.pick(["ML Engineer", "Data Scientist"]),
      posted_at: `${Math.floor(number / 12)}-${String((number % 12) + 1).padStart(2, "0")}-15`,
      description_text: "Invented.",
    }),
    firstSeen: 20_000,
    lastSeen: 20_000,
    reading: {
      engine: "test", language: "en", role: "ml-engineer", runnerUp: null, margin: 0.5, confidence: 0.9, layer: "model", mix: [0, 0, 0, 1, 0], conflation: 0, seniority: "mid", workplace: random.chance(0.2 + 0.02 * month) ? "remote" : "onsite", domain: null,
      years: null, degree: null, production: null, visa: null, places: [{ country, region: country === "US" ? "us" : country === "GB" ? "uk" : "europe", subdivision: null, city: null }],
      pay: [{ min: 100_000, max: 120_000, currency: country === "US" ? "USD" : "EUR", period: "year", kind: "base", place: null, yearly: 110_000 }], skills: skills.map((name) => ({ id: name.toLowerCase(), name, need: "required" })),
    },
  };
}

let dir: string;
let market: Market;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-movement-"));
  market = await openMarket(dir);
  const random = new Random(21);
  await storeEntries(market, Array.from({ length: 1800 }, (_, i) => entryOf(random, i)));
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

  it("has nothing to say where no posting has a day", async () => {
    expect(await askRising(market, RisingQuestion.parse({ country: "FR" }))).toMatchObject({ rows: [], boundary: null });
  });

  it.each([{ months: 0 }, { months: "many" }, { of: "colour" }])("refuses %j", (asked) => {
    expect(RisingQuestion.safeParse(asked).success).toBe(false);
  });
});

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

  it("says why there is none", async () => {
    const { rows } = await askTrends(market, TrendsQuestion.parse({ by: "workplace", since: "2025-04-01" }));
    expect(rows[0]).toMatchObject({ slope: null, growth: null, hidden: "3 of 4 months" });
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
    expect((await askRegions(market, RegionsQuestion.parse({ by: "country", currency: "EUR" }))).rows.find((row) => row.group === "US")!.pay).toMatchObject({ n: 0, value: null });
  });
});
