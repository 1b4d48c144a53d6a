import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { layerOf, type Role } from "../../terms/role.ts";
import type { Entry } from "../append.ts";
import { postingRow } from "../posting-row.ts";
import { type Market, openMarket } from "../store.ts";
import { Cut } from "./cut.ts";
import { askLayers, LayersQuestion } from "./layers.ts";
import { askPay, PayQuestion } from "./pay.ts";
import { askRegions, regionsQuestion } from "./regions.ts";
import { getPosting } from "./posting.ts";
import { listPostings, PostingsQuestion } from "./postings.ts";
import { askOverview } from "./overview.ts";
import { askRoles } from "./roles.ts";
import { askSkills, SkillsQuestion } from "./skills.ts";
import { askTotals } from "./totals.ts";
import { storeEntries } from "../../../test/fixtures/vacancy-table.ts";

type Invented = { employer: string; role: Role; country: string; posted: string | null; pay?: [number, number, string, "year" | "hour"]; skills?: string[]; seniority?: string };

function entry(n: number, { employer, role, country, posted, pay, skills = [], seniority = "mid" }: Invented): Entry {
  const row = postingRow("test", { id: `p${n}`, company: employer, title: `Posting ${n}`, posted_at: posted, description_text: "Invented." });
  const layer = layerOf(role);
  return {
    ...row,
    firstSeen: 20_000,
    lastSeen: 20_000,
    reading: {
      engine: "test", language: "en", role, runnerUp: null, margin: 0.5, confidence: 0.9, layer, mix: layer === "outside" ? [null, null, null, null, null] : [0.5, 0, 0.5, 0, 0], conflation: 0.4,
      seniority, workplace: "remote", domain: null, years: 3, degree: null, production: null, visa: null,
      places: [{ country, region: country === "US" ? "us" : "europe", subdivision: null, city: country === "DE" ? "Berlin" : null }],
      pay: pay ? [{ min: pay[0], max: pay[1], currency: pay[2], period: pay[3], kind: "base", place: null, yearly: ((pay[0] + pay[1]) / 2) * (pay[3] === "hour" ? 2080 : 1) }] : [],
      skills: skills.map((name) => ({ id: name.toLowerCase(), name, need: "required" })),
    },
  };
}

const invented: Invented[] = [
  ...[1, 2, 3, 4, 5].map((i): Invented => ({ employer: `Firm ${i}`, role: "ml-engineer", country: "US", posted: `2025-0${i}-01`, pay: [100_000 + i * 10_000, 120_000 + i * 10_000, "USD", "year"], skills: ["Python", "PyTorch"] })),
  { employer: "FIRM 1", role: "inference-engineer", country: "DE", posted: "2025-06-01", pay: [50, 70, "EUR", "hour"], skills: ["Python"], seniority: "senior" },
  { employer: "Bakery", role: "outside-other", country: "DE", posted: null, skills: ["Excel"] },
];

let dir: string;
let market: Market;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-market-"));
  market = await openMarket(dir);
  await storeEntries(market, invented.map((one, i) => entry(i, one)));
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

const cut = (filters: Record<string, unknown> = {}): Cut => Cut.parse(filters);

describe("roles", () => {
  it("counts postings and employers by role, AI work first", async () => {
    const answer = await askRoles(market, cut());
    expect(answer.rows.map((row) => [row.role, row.n, row.employers])).toEqual([["ml-engineer", 5, 5], ["inference-engineer", 1, 1], ["outside-other", 1, 1]]);
    expect(answer).toMatchObject({ postings: 7, employers: 6, inside: { postings: 6, employers: 5 }, sample: false });
  });

  it("gives the share of AI postings with its interval, and none to work outside", async () => {
    const [ml, , outside] = (await askRoles(market, cut())).rows;
    expect(ml!.share).toMatchObject({ value: 5 / 6 });
    // Wilson's would be 0.44 to 0.97 for six postings as strangers; two of them are one employer's.
    expect(ml!.share!.low).toBeCloseTo(0.234, 3);
    expect(ml!.share!.high).toBeCloseTo(0.988, 3);
    expect(outside!.share).toBeNull();
  });

  it("hides pay behind fewer than five employers and says why", async () => {
    const [ml, inference] = (await askRoles(market, cut())).rows;
    expect(ml!.pay).toEqual({ value: 140_000, low: 120_000, high: 160_000, currency: "USD", n: 5, employers: 5, hidden: null });
    expect(inference!.pay).toEqual({ value: null, low: null, high: null, currency: "USD", n: 0, employers: 0, hidden: "no vacancy states it" });
    const [german] = (await askRoles(market, cut({ country: "de", layer: "infrastructure" }))).rows;
    expect(german!.pay).toEqual({ value: null, low: null, high: null, currency: "EUR", n: 1, employers: 1, hidden: "1 of 5 employers" });
  });

  it("names the skills asked for most", async () => {
    const [ml] = (await askRoles(market, cut())).rows;
    expect(ml!.skills).toEqual([{ id: "python", name: "Python", n: 5 }, { id: "pytorch", name: "PyTorch", n: 5 }]);
  });

  it("answers an empty cut with no rows", async () => {
    expect(await askRoles(market, cut({ since: "2030-01-01" }))).toMatchObject({ rows: [], postings: 0 });
  });
});

describe("overview", () => {
  it("says of each role what the role's own questions say", async () => {
    const [found, roles] = [await askOverview(market, cut()), await askRoles(market, cut())];
    for (const [i, { months: _months, timeOpen: _timeOpen, pay, ...row }] of found.rows.entries()) {
      const { pay: median, ...same } = roles.rows[i]!;
      expect(row).toEqual(same);
      expect({ value: pay.p50?.value ?? null, low: pay.p50?.low ?? null, high: pay.p50?.high ?? null, currency: pay.currency, n: pay.n, employers: pay.employers, hidden: pay.hidden }).toEqual(median);
    }
    expect(found).toMatchObject({ postings: 7, employers: 6, cap: roles.cap, labels: roles.labels, months: { first: "2025-01", last: "2025-06" } });
  });

  it("gives months, pay from p10 to p90, and why there is no time open", async () => {
    const [ml, inference, outside] = (await askOverview(market, cut())).rows;
    expect(ml!.months).toEqual([1, 2, 3, 4, 5].map((month) => ({ month: `2025-0${month}`, vacancies: 1 })));
    expect(ml!.pay).toMatchObject({ p10: { value: 124_000 }, p50: { value: 140_000 }, p90: { value: 156_000 }, kind: "not total", hidden: null });
    expect(inference!.pay).toMatchObject({ p50: null, hidden: "no vacancy states it" });
    expect(ml!.timeOpen).toEqual({ medianDays: null, low: null, high: null, n: 0, employers: 0, why: "no vacancy was watched over time" });
    expect(outside!.months).toEqual([]);
  });

  it("answers an empty cut with no rows", async () => {
    expect(await askOverview(market, cut({ since: "2030-01-01" }))).toMatchObject({ rows: [], postings: 0, months: null });
  });
});

describe("cut", () => {
  it("takes lists with commas and repeats", () => {
    expect(cut({ country: ["us,de", "US"], role: "ml-engineer" })).toMatchObject({ region: [], country: ["US", "DE"], role: ["ml-engineer"], layer: [], since: null, currency: null });
  });

  it.each([{ country: "Germany" }, { role: "wizard" }, { region: "mars" }, { since: "2025-02-31" }, { since: "yesterday" }, { country: "US'; DROP TABLE posting --" }, { layer: [{}] }, { currency: "$" }])("refuses %j", (filters) => {
    expect(Cut.safeParse(filters).success).toBe(false);
  });

  it("narrows by region, and knows the mix of AI roles alone", async () => {
    const { postings, rows } = await askRoles(market, cut({ region: "europe" }));
    expect(postings).toBe(2);
    expect(rows.map((row) => row.mix)).toEqual([{ infrastructure: 0.5, evaluation: 0, product: 0.5, model: 0, governance: 0 }, null]);
  });

  it("narrows by country, seniority and day together", async () => {
    expect((await askRoles(market, cut({ country: "US", since: "2025-03-01" }))).postings).toBe(3);
    expect((await askRoles(market, cut({ seniority: "senior" }))).postings).toBe(1);
  });
});

describe("layers, skills, pay", () => {
  it("sets layers bottom to top with their part of the work", async () => {
    const { rows } = await askLayers(market, LayersQuestion.parse({}));
    expect(rows.map((row) => [row.layer, row.n, row.work])).toEqual([["infrastructure", 1, 0.5], ["model", 5, 0], ["outside", 1, null]]);
  });

  it("draws the interval of a median from whole employers, the same for a layer, a role and a place", async () => {
    const drawn = { value: 140_000, low: 120_000, high: 160_000, currency: "USD", n: 5, employers: 5, hidden: null };
    const [layers, byMonth, regions] = [await askLayers(market, LayersQuestion.parse({})), await askLayers(market, LayersQuestion.parse({ by: "month" })), await askRegions(market, regionsQuestion.asks.parse({}))];
    expect(layers.rows.find((row) => row.layer === "model")!.pay).toEqual(drawn);
    expect(regions.rows.find((row) => row.group === "us")!.pay).toEqual(drawn);
    expect(byMonth.rows.filter((row) => row.layer === "model").map((row) => row.pay)).toEqual(Array.from({ length: 5 }, () => ({ ...drawn, value: null, low: null, high: null, n: 1, employers: 1, hidden: "1 of 5 employers" })));
  });

  it("leaves skills of work outside AI out, unless asked for", async () => {
    expect((await askSkills(market, SkillsQuestion.parse({}))).rows.map((row) => [row.id, row.n, row.required])).toEqual([["python", 6, 6], ["pytorch", 5, 5]]);
    expect((await askSkills(market, SkillsQuestion.parse({ layer: "outside" }))).rows.map((row) => row.id)).toEqual(["excel"]);
  });

  it("gives quantiles by group, each currency by itself, hours as years", async () => {
    const { rows } = await askPay(market, PayQuestion.parse({ by: "country" }));
    expect(rows).toMatchObject([
      { group: "US", kind: "base", currency: "USD", n: 5, employers: 5, p50: { value: 140_000 }, p10: { value: 124_000 }, rangeLow: 130_000, rangeHigh: 150_000, hidden: null },
      { group: "DE", currency: "EUR", n: 1, p50: null, hidden: "1 of 5 employers" },
    ]);
  });
});

describe("postings", () => {
  it("pages through all postings once, newest first, undated last", async () => {
    const seen: (string | null)[] = [];
    let cursor: string | null = null;
    do {
      const page = await listPostings(market, PostingsQuestion.parse({ limit: 2, cursor }));
      seen.push(...page.rows.map((row) => row.posted));
      cursor = page.next;
    } while (cursor !== null);
    expect(seen).toEqual(["2025-06-01", "2025-05-01", "2025-04-01", "2025-03-01", "2025-02-01", "2025-01-01", null]);
  });

  it.each([["BERLIN", 2], ["berlin,paris", 2], ["Paris", 0]])("narrows to the cities %s", async (city, n) => {
    expect((await listPostings(market, PostingsQuestion.parse({ city }))).rows).toHaveLength(n);
  });

  it("gives a posting back as it came", async () => {
    const page = await listPostings(market, PostingsQuestion.parse({ country: "DE", layer: "infrastructure" }));
    expect(page.rows).toMatchObject([{ countries: ["DE"], employer: "FIRM 1", pay: [{ min: 50, max: 70, currency: "EUR", period: "hour", kind: "base" }] }]);
    const stored = await getPosting(market, page.rows[0]!.key);
    expect(stored?.posting).toMatchObject({ id: "p5", company: "FIRM 1", title: "Posting 5", description_text: "Invented.", remote: null });
  });

  it.each(["0", "x", "", "99999999999999999999", "1 OR 1=1"])("has no posting under %j", async (key) => {
    expect(await getPosting(market, key)).toBeNull();
  });

  it("totals what it holds", async () => {
    expect(await askTotals(market)).toEqual({ postings: 7, vacancies: 7, ai: 6, employers: 6, first: "2025-01-01", last: "2025-06-01", sources: 1, sample: false, outdated: 7, countries: [{ country: "US", n: 5 }, { country: "DE", n: 2 }], cities: [{ city: "Berlin", country: "DE", n: 2, also: expect.arrayContaining(["Kreuzberg"]) }] });
  });
});
