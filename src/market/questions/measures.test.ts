import { afterEach, describe, expect, it } from "vitest";
import { dayAt, type Planted, plantedMarket } from "../../../test/fixtures/planted-market.ts";
import { grouped } from "../../lib/grouped.ts";
import { Random } from "../../lib/random.ts";
import type { Market } from "../store.ts";
import { ratesOf } from "../rates.ts";
import { Cut, whereOf } from "./cut.ts";
import { askFirst, FirstQuestion, firstQuestion } from "./first.ts";
import { Grouping } from "./group.ts";
import { askPay, PayQuestion } from "./pay.ts";
import { designOf } from "./pay-model.ts";
import { drawnLines, payPostings } from "./pay-postings.ts";
import { askPayTrend, PayTrendQuestion } from "./pay-trend.ts";
import { askPremiums, PremiumsQuestion, premiumsQuestion } from "./premiums.ts";
import { archivesOf } from "./archives.ts";
import { askTimeOpen, type DayRow, daysQuery, type LifeRow, livesQuery, TimeOpenQuestion, timeOpenQuestion } from "./time-open.ts";
import { fillVacancyTable } from "../vacancies/table.ts";

let remove: () => Promise<void> = async () => undefined;
afterEach(() => remove());

async function planted(postings: readonly Planted[]): Promise<Market> {
  const made = await plantedMarket(postings);
  remove = made.remove;
  return made.market;
}

describe("pay", () => {
  const both = Array.from({ length: 60 }, (_, i): Planted => ({ employer: `Firm ${i % 12}`, pay: 100_000 + (i % 6) * 10_000, kind: i % 2 === 0 ? "base" : "total", skills: ["Python"], domain: i % 3 === 0 ? "finance" : undefined, posted: i % 4 === 0 ? "2025-05-01" : "2025-06-01" }));

  it("keeps base and total apart, with intervals and the ends of the usual range", async () => {
    const market = await planted(both);
    const { rows, rates } = await askPay(market, PayQuestion.parse({ by: "all" }));
    expect(rows.map((row) => [row.kind, row.n, row.employers])).toEqual([["base", 30, 6], ["total", 30, 6]]);
    const [base] = rows;
    expect(base!.p50!.value).toBe(120_000);
    expect(base!.p50!.low!).toBeLessThanOrEqual(120_000);
    expect(base!.rangeHigh! / base!.rangeLow!).toBeCloseTo(1.1 / 0.9, 2);
    expect(rates).toBeNull();
    expect(await askPay(market, PayQuestion.parse({ by: "all" }))).toEqual(await askPay(market, PayQuestion.parse({ by: "all" })));
  });

  it("converts at one day's rates, which it names", async () => {
    const market = await planted([...both, { employer: "Odd", pay: 50_000, currency: "XAU" }, { employer: "Odd", pay: 50_000, currency: "XAU", kind: "total" }, { employer: "Odd", pay: 50_000, currency: "XAG", kind: "total" }]);
    const { rows, rates, unconverted } = await askPay(market, PayQuestion.parse({ by: "all", convert: "eur", kind: "base" }));
    expect(rates).toMatchObject({ to: "EUR", date: "2024-12-31" });
    expect(rows[0]!.p50!.value).toBeCloseTo(120_000 / 1.0389, -1);
    expect(unconverted).toEqual([{ currency: "XAU", n: 1 }]);
    expect((await askPay(market, PayQuestion.parse({ by: "all", convert: "eur" }))).unconverted).toEqual([{ currency: "XAU", n: 2 }, { currency: "XAG", n: 1 }]);
    await expect(askPay(market, PayQuestion.parse({ convert: "KPW" }))).rejects.toThrow(/no rate for KPW on 2024-12-31/);
  });

  it.each([["role", ["ml-engineer"]], ["skill", ["Python"]], ["domain", ["not said", "finance"]], ["month", ["2025-05", "2025-06"]], ["region", ["us"]], ["country", ["US"]], ["seniority", ["mid"]], ["layer", ["model"]]])("stands by %s", async (by, names) => {
    const { rows } = await askPay(await planted(both), PayQuestion.parse({ by, kind: "base" }));
    expect(rows.map((row) => row.group)).toEqual(names);
  });

  it("says whose pay it is where one employer states most", async () => {
    const one = [...Array.from({ length: 40 }, (): Planted => ({ employer: "Large", pay: 200_000 })), ...["a", "b", "c", "d"].map((employer): Planted => ({ employer, pay: 100_000 }))];
    expect((await askPay(await planted(one), PayQuestion.parse({ by: "all" }))).rows[0]!.largest).toBeCloseTo(40 / 44, 3);
  });
});

describe("premiums and pay over time", () => {
  const random = new Random(4);
  const effects = Array.from({ length: 600 }, (_, i): Planted => {
    const [senior, skilled, british] = [random.chance(0.5), random.chance(0.4), i % 50 >= 35];
    const day = random.whole(0, 700);
    const log = 11.8 + (senior ? 0.25 : 0) + (skilled ? 0.06 : 0) + (british ? -0.3 : 0) + (0.05 * day) / 365.25 + 0.05 * ((i % 50) % 7) + 0.05 * random.normal();
    return { employer: `Firm ${i % 50}`, seniority: senior ? "senior" : "mid", country: british ? "GB" : "US", skills: skilled ? ["MLOps", "Rare"].slice(0, i < 30 ? 2 : 1) : ["Python"], pay: Math.round(Math.exp(log)), posted: dayAt(day) };
  });

  it("find what was planted, and name what was left out", async () => {
    const { rows, model } = await askPremiums(await planted(effects), PremiumsQuestion.parse({}));
    const premium = (name: string) => rows.find((row) => row.name === name)!.premium;
    for (const [name, effect] of [["senior", 0.25], ["GB", -0.3], ["MLOps", 0.06]] as const) {
      const sign = rows.some((row) => row.name === name) ? premium(name) : null;
      if (sign === null) continue;
      expect(sign.low, name).toBeLessThanOrEqual(Math.expm1(effect));
      expect(sign.high, name).toBeGreaterThanOrEqual(Math.expm1(effect));
    }
    expect(rows.map((row) => row.name)).toEqual(expect.arrayContaining(["GB"]));
    expect(model).toMatchObject({ n: 600, employers: 50, errors: "CR1", references: { country: "US" } });
    expect(model!.r2).toBeGreaterThan(0.5);
    // Python stands where MLOps does not: the one says what the other does.
    expect(model!.dropped.map((one) => one.why)).toContain("collinear");
  });

  it("of rare levels together are not shown either where they are of fewer than five employers", async () => {
    const lone: Planted = { employer: "Lone", country: "IS", pay: 900_000 };
    const { rows, model } = await askPremiums(await planted([...effects, lone]), PremiumsQuestion.parse({}));
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => row.employers < 5)).toEqual([]);
    expect(model!.dropped).toContainEqual({ name: "country: IS", why: "rare" });
  });

  it("are the same however many of them are shown", async () => {
    const many = effects.map((one, i): Planted => ({ ...one, skills: [...(one.skills ?? []), ...(i % 3 === 0 ? ["Kafka"] : []), ...(i % 4 === 0 ? ["Spark"] : [])] }));
    const market = await planted(many);
    const [all, few] = await Promise.all([PremiumsQuestion.parse({}), PremiumsQuestion.parse({ limit: 1 })].map((question) => askPremiums(market, question)));
    const skills = few!.rows.filter((row) => row.factor === "skill");
    expect(skills).toHaveLength(1);
    for (const row of few!.rows) expect(all!.rows).toContainEqual(row);
    expect(all!.rows.filter((row) => row.factor === "skill").length).toBeGreaterThan(1);
    expect(few!.model).toEqual(all!.model);
  });

  it("change by what was planted, with the mix held", async () => {
    const { rows } = await askPayTrend(await planted(effects), PayTrendQuestion.parse({ by: "all" }));
    expect(rows[0]!.change!.low).toBeLessThan(Math.expm1(0.05));
    expect(rows[0]!.change!.high).toBeGreaterThan(Math.expm1(0.05));
    expect(rows[0]!.change!.low).toBeGreaterThan(0);
  });

  it("look at the vacancy: its day of opening and all its places; who has no name is no employer", async () => {
    const market = await planted(Array.from({ length: 10 }, (_, i): Planted => ({ employer: i < 4 ? `Firm ${i}` : null, pay: 100_000 })));
    await market.write(async (connection) => {
      await connection.run("UPDATE reading SET opened = DATE '2020-01-01'");
      await connection.run("INSERT INTO reading_place (key, country, region, vacancy) SELECT key + 1, 'GB', 'uk', key FROM reading");
      await fillVacancyTable(connection);
    });
    const { postings } = await payPostings(market, whereOf({}), { convert: "USD", rates: ratesOf(market.dir), skills: "none" });
    expect(postings).toHaveLength(10);
    for (const posting of postings) expect(posting).toMatchObject({ opened: "2020-01-01", years: 0, country: "several", region: "several" });
    expect(designOf(postings, ["country"]).references).toEqual({});
    const named = postings.map((posting, i) => ({ ...posting, employer: posting.employer ?? `Named ${i}` }));
    expect(designOf(named, ["country"]).references).toEqual({ country: "several" });
  });

  it("are of vacancies drawn by lot where more state pay than a fit holds, and say so", async () => {
    const market = await planted(effects);
    const asked = { convert: "USD", rates: ratesOf(market.dir), skills: "named" } as const;
    const [all, some, again] = [await payPostings(market, whereOf({}), asked), await payPostings(market, whereOf({}), asked, 150), await payPostings(market, whereOf({}), asked, 150)];
    expect([all.drawn, drawnLines(all.drawn)]).toEqual([null, []]);
    expect(some.drawn).toEqual({ n: some.postings.length, of: all.postings.length });
    expect(drawnLines(some.drawn)).toEqual([`${effects.length} vacancies state pay that is no total, in a currency with a rate;`, `${some.postings.length} of them were drawn by lot: figures and n are of these.`]);
    expect(Math.abs(some.postings.length - 150)).toBeLessThan(4 * Math.sqrt(150));
    expect(again).toEqual(some);
    for (const one of some.postings) expect(all.postings).toContainEqual(one);
    expect(new Set(some.postings.map((one) => one.employer)).size).toBeGreaterThan(45);
  });

  it("count as what they were drawn from only what has a rate and is no total, and say what has no rate", async () => {
    const others = [{ currency: "XAU" }, { currency: "XAU", kind: "total" }, { kind: "total" }] as const;
    const market = await planted([...effects, ...others.flatMap((one) => Array.from({ length: 20 }, (_, i): Planted => ({ ...one, employer: `Other ${i}`, pay: 90_000 })))]);
    const rates = ratesOf(market.dir);
    // Two of them state dollars too.
    await market.write(async (connection) => {
      await connection.run("INSERT INTO reading_pay SELECT * REPLACE ('USD' AS currency) FROM reading_pay WHERE currency = 'XAU' AND kind = 'base' LIMIT 2");
      await fillVacancyTable(connection);
    });
    const asked = { convert: "USD", rates, skills: "none" } as const;
    expect((await payPostings(market, whereOf({}), asked)).postings).toHaveLength(602);
    expect((await payPostings(market, whereOf({}), asked, 150)).drawn!.of).toBe(602);
    for (const found of [await askPremiums(market, PremiumsQuestion.parse({})), await askPayTrend(market, PayTrendQuestion.parse({}))]) expect(found.unconverted).toEqual([{ currency: "XAU", n: 20 }]);
    expect(premiumsQuestion.notesOf!(await askPremiums(market, PremiumsQuestion.parse({})))).toContain("\nWithout a rate, left out: XAU (20).");
  });

  it("are hidden where too few employers state pay", async () => {
    const market = await planted(effects.filter((one) => one.employer === "Firm 1"));
    expect(await askPremiums(market, PremiumsQuestion.parse({}))).toMatchObject({ rows: [], model: null, hidden: expect.stringContaining("1 employers state pay") });
    expect((await askPayTrend(market, PayTrendQuestion.parse({}))).rows[0]).toMatchObject({ change: null, hidden: "1 of 5 employers" });
  });
});

describe("time open", () => {
  it("counts those seen late only from then on: long-open ones do not stretch the median", async () => {
    const lives = truncated();
    const { rows } = await askTimeOpen(await planted(lives), TimeOpenQuestion.parse({ by: "all" }));
    expect(rows[0]!.median!.low!).toBeLessThanOrEqual(60);
    expect(rows[0]!.median!.high!).toBeGreaterThanOrEqual(60);
    await remove();
    const asIfSeen = await askTimeOpen(await planted(lives.map((one) => ({ ...one, firstSeen: one.posted! }))), TimeOpenQuestion.parse({ by: "all" }));
    expect(asIfSeen.rows[0]!.median!.low!).toBeGreaterThan(60);
  });

  it("hides fewer than five employers, and gives no median that was not reached", async () => {
    const few = Array.from({ length: 20 }, (_, i): Planted => ({ employer: `Firm ${i % 4}`, posted: dayAt(0), closed: dayAt(10 + i), lastSeen: dayAt(10 + i) }));
    expect((await askTimeOpen(await planted(few), TimeOpenQuestion.parse({ by: "all" }))).rows[0]).toMatchObject({ median: null, curve: [], hidden: "4 of 5 employers" });
    await remove();
    const open = Array.from({ length: 40 }, (_, i): Planted => ({ employer: `Firm ${i % 8}`, posted: dayAt(0), ...(i < 10 ? { closed: dayAt(20 + i) } : {}), lastSeen: dayAt(i < 10 ? 20 + i : 100) }));
    const [row] = (await askTimeOpen(await planted(open), TimeOpenQuestion.parse({ by: "all" }))).rows;
    expect(row).toMatchObject({ median: null, hidden: null, ended: 10 });
    expect(row!.open[0]).toMatchObject({ days: 30, share: { value: expect.closeTo(0.75, 9) }, atRisk: 30 });
  });

  it("says a median's interval also where the curve has too few later on", async () => {
    const lives = Array.from({ length: 60 }, (_, i): Planted => ({ employer: `Firm ${i % 12}`, posted: dayAt(0), closed: dayAt(10 + (i % 40)), lastSeen: dayAt(10 + (i % 40)) }));
    const found = await askTimeOpen(await planted(lives), TimeOpenQuestion.parse({ by: "all" }));
    const [row] = found.rows;
    expect(row).toMatchObject({ median: expect.anything(), hidden: expect.stringContaining("fewer than 10") });
    expect(timeOpenQuestion.below!(row!, found)).toBe(`60 ended; median ${row!.median!.low} to ${row!.median!.high} days (95 %)`);
  });

  it("gives no figure that hangs on the few who were watched early", async () => {
    // Two were watched from the start, and one ended at once; hundreds were first seen on day 25.
    const early = [dayAt(1), dayAt(200)].map((closed, i): Planted => ({ employer: `Early ${i}`, posted: dayAt(0), closed, lastSeen: closed }));
    const late = Array.from({ length: 300 }, (_, i): Planted => ({ employer: `Firm ${i % 30}`, posted: dayAt(0), firstSeen: dayAt(25), ...(i < 30 ? { closed: dayAt(40), lastSeen: dayAt(40) } : { lastSeen: dayAt(150) }) }));
    const [row] = (await askTimeOpen(await planted([...early, ...late]), TimeOpenQuestion.parse({ by: "all" }))).rows;
    expect(row).toMatchObject({ n: 302, median: null, curve: [], hidden: expect.stringContaining("fewer than 10") });
    expect(row!.open.map(({ share }) => share)).toEqual([null, null, null]);
  });

  it.each(Grouping.options)("counts by %s the same lives by day as by employer, also those whose group is not said", async (by) => {
    const lives = Array.from({ length: 60 }, (_, i): Planted => ({
      employer: i % 7 === 0 ? null : `Firm ${i % 11}`, role: i % 2 === 0 ? "ml-engineer" : "data-scientist", seniority: i % 3 === 0 ? null : "mid", domain: i % 4 === 0 ? "finance" : undefined, country: i % 5 === 0 ? "DE" : "US",
      skills: i % 6 === 0 ? [] : ["Python", "SQL"], posted: dayAt(i % 3 === 0 ? 0 : 40), firstSeen: dayAt(40 + (i % 5)), ...(i % 2 === 0 ? { closed: dayAt(60 + i) } : {}), lastSeen: dayAt(60 + i),
    }));
    const market = await planted(lives);
    const archives = await archivesOf(market);
    const [byDay, byEmployer] = [daysQuery(whereOf(Cut.parse({})), by, archives), livesQuery(whereOf(Cut.parse({})), by, archives)];
    const days = await market.rows<DayRow>(byDay.sql, byDay.values);
    const employers = await market.rows<LifeRow>(byEmployer.sql, byEmployer.values);
    const named = new Map([...grouped(employers, (row) => row.group)].map(([group, own]) => [group, new Set(own.flatMap(({ employer }) => employer ?? [])).size]));
    expect(sums(days.map(({ group, left, ended, employers: of }) => ({ group, n: left, ended, employers: of })))).toEqual(sums(employers.map(({ group, ended, n }) => ({ group, n, ended: ended ? n : 0, employers: named.get(group)! }))));
    expect(days.reduce((sum, { entered }) => sum + entered, 0)).toBe(employers.reduce((sum, { n }) => sum + n, 0));
    if (by !== "skill") expect(employers.reduce((sum, { n }) => sum + n, 0)).toBe(60);
  });

  it("counts what it leaves out", async () => {
    const market = await planted([{ employer: "a", posted: null }, { employer: "b", posted: dayAt(0), firstSeen: dayAt(9), lastSeen: dayAt(0) }, ...Array.from({ length: 40 }, (_, i): Planted => ({ employer: `Firm ${i}`, posted: dayAt(0), lastSeen: dayAt(50) }))]);
    expect((await askTimeOpen(market, TimeOpenQuestion.parse({}))).unwatched).toEqual({ undated: 1, endedBefore: 0, seenOnce: 1 });
  });
});

describe("who comes first", () => {
  it("leaves out groups that are too small, and shares what is even", async () => {
    const even = Array.from({ length: 400 }, (_, i): Planted => ({ employer: `Firm ${i % 40}`, country: (i % 40) % 2 === 0 ? "US" : "DE", pay: 150_000 }));
    const market = await planted([...even, { employer: "Alone", country: "SG", pay: 900_000 }]);
    const { rows } = await askFirst(market, FirstQuestion.parse({ of: "postings", by: "country" }));
    expect(rows.map((row) => row.group).toSorted()).toEqual(["DE", "US"]);
    expect(rows[0]!.first! + rows[1]!.first!).toBeCloseTo(1, 9);
    expect(Math.abs(rows[0]!.first! - 0.5)).toBeLessThan(0.15);
    expect((await askFirst(market, FirstQuestion.parse({ by: "country" }))).rows.map((row) => row.value)).toEqual([150_000, 150_000]);
    expect(rows.map((row) => row.hidden)).toEqual([null, null]);
  });

  it("is nobody where nobody else is large enough", async () => {
    const one = Array.from({ length: 103 }, (_, i): Planted => ({ employer: `Firm ${i % 34}`, country: "US", pay: 150_000 }));
    const market = await planted([...one, { employer: "Alone", country: "SG", pay: 90_000 }]);
    const found = await askFirst(market, FirstQuestion.parse({}));
    expect(found.rows).toMatchObject([{ group: "us", n: 103, employers: 34, first: null, hidden: "only one group is large enough to be compared" }]);
    expect(firstQuestion.below!(found.rows[0]!, found)).toMatch(/^\$150k .*\nonly one group is large enough to be compared$/);
  });
});

type CountedLives = { group: string; n: number; ended: number; employers: number };

/** Lives, those that ended, and employers of each group. */
function sums(counted: readonly CountedLives[]): Map<string, number[]> {
  return new Map([...grouped(counted, (row) => row.group)].map(([group, own]) => [group, [own.reduce((sum, row) => sum + row.n, 0), own.reduce((sum, row) => sum + row.ended, 0), own[0]!.employers]]));
}

/** Vacancies that stand for an exponential time around a median of 60 days, seen only from day 300 on: those that ended before were never seen. */
function truncated(): Planted[] {
  const random = new Random(8);
  return Array.from({ length: 3000 }, (_, i): Planted[] => {
    const start = random.whole(0, 600);
    const days = Math.max(1, Math.round((-60 * Math.log(1 - random.next())) / Math.LN2));
    if (start + days <= 300) return [];
    return [{ employer: `Firm ${i % 40}`, posted: dayAt(start), firstSeen: dayAt(Math.max(start, 300)), ...(start + days <= 700 ? { closed: dayAt(start + days), lastSeen: dayAt(start + days) } : { lastSeen: dayAt(700) }) }];
  }).flat();
}
