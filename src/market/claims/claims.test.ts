import { afterEach, describe, expect, it } from "vitest";
import { type Planted, plantedMarket } from "../../../test/fixtures/planted-market.ts";
import { dayAt } from "../../../test/fixtures/planted-market.ts";
import { Random } from "../../lib/random.ts";
import type { Role } from "../../terms/role.ts";
import { type Claim, Measure, type Range, readClaims } from "./claim.ts";
import { claimRows, type ClaimRow } from "./ledger.ts";
import { type Measured, verdictOn } from "./verdict.ts";

let remove: () => Promise<void> = async () => undefined;
afterEach(() => remove());

/** The verdict on one claim in a market of these postings. */
async function judged(postings: readonly Planted[], measure: Measure | null, range: Range | null = null): Promise<ClaimRow> {
  const planted = await plantedMarket(postings);
  remove = planted.remove;
  const claim: Claim = { id: "invented", source: "invented", says: "Invented", measure, range };
  const [row] = await claimRows(planted.market, {}, { sources: { invented: { title: "Invented report" } }, claims: [claim] });
  return row!;
}

const cut = { country: [], role: [], layer: [], seniority: [] };

/** `each` postings of each of `employers`, made by `of` with a seeded generator. */
function many(employers: number, each: number, of: (random: Random, employer: number, i: number) => Partial<Planted>, seed = 1): Planted[] {
  const random = new Random(seed);
  return Array.from({ length: employers }, (__, employer) => Array.from({ length: each }, (_, i): Planted => ({ employer: `Firm ${employer}`, ...of(random, employer, i) }))).flat();
}

describe("the rule of verdicts", () => {
  it.each([
    ["inside", measured(0.3, 0.4), [0.2, 0.5], "supported"],
    ["up to the ends", measured(0.2, 0.5), [0.2, 0.5], "supported"],
    ["below", measured(0.1, 0.19), [0.2, 0.5], "contradicted"],
    ["above", measured(0.51, 0.6), [0.2, 0.5], "contradicted"],
    ["across an end", measured(0.4, 0.6), [0.2, 0.5], "not enough data"],
    ["wider than the range", measured(0.1, 0.6), [0.2, 0.5], "not enough data"],
    ["above an open range's only end", measured(0.3, 0.9), [0.2, null], "supported"],
    ["below an open range's only end", measured(0.1, 0.15), [0.2, null], "contradicted"],
    ["29 postings", measured(0.3, 0.4, { n: 29 }), [0.2, 0.5], "not enough data"],
    ["4 employers", measured(0.3, 0.4, { employers: 4 }), [0.2, 0.5], "not enough data"],
    ["no figure", measured(0.3, 0.4, { value: null }), [0.2, 0.5], "not enough data"],
    ["no interval", measured(0.3, 0.4, { low: null }), [0.2, 0.5], "not enough data"],
    ["no claimed figure", measured(0.3, 0.4), null, "not checkable"],
    ["first in 96 of 100", measured(0, 0, { value: 0.96, unit: "probability" }), null, "supported"],
    ["first in 4 of 100", measured(0, 0, { value: 0.04, unit: "probability" }), null, "contradicted"],
    ["first in half", measured(0, 0, { value: 0.5, unit: "probability" }), null, "not enough data"],
    ["never in order, no step of it surely the other way", measured(0, 0, { value: 0.02, unit: "probability", turned: { often: 0.6, pairs: 1, words: "B comes before A" } }), null, "not enough data"],
    ["a step surely the other way", measured(0, 0, { value: 0, unit: "probability", turned: { often: 0.97, pairs: 1, words: "B comes before A" } }), null, "contradicted"],
    ["one step of many that chance would turn", measured(0, 0, { value: 0, unit: "probability", turned: { often: 0.99, pairs: 20, words: "B comes before A" } }), null, "not enough data"],
    ["one step of many that chance would not turn", measured(0, 0, { value: 0, unit: "probability", turned: { often: 0.998, pairs: 20, words: "B comes before A" } }), null, "contradicted"],
  ] as const)("%s", (_, figure, range, verdict) => {
    expect(verdictOn(figure, range as Range | null).verdict).toBe(verdict);
  });
});

describe("pay", () => {
  const paid = many(20, 4, (random) => ({ seniority: "senior", pay: 180_000 + Math.round(8000 * random.normal()) }));
  const measure: Measure = { of: "pay", cut: { ...cut, country: ["US"], seniority: ["senior"] }, kind: ["base"], currency: "USD" };

  it.each([[[170_000, 210_000], "supported"], [[200_000, null], "contradicted"], [[180_000, 210_000], "not enough data"]] as const)("of %j is %s", async (range, verdict) => {
    const row = await judged(paid, measure, [...range]);
    expect(row).toMatchObject({ verdict, n: 80, employers: 20, unit: "pay", command: "strata market pay --country US --seniority senior --by all --kind base --currency USD" });
    expect(row.value).toBeGreaterThan(row.low!);
    expect(row.sql).toContain("unnest(pays)");
  });

  it("of four employers is not shown, whatever it is", async () => {
    expect(await judged(many(4, 20, () => ({ seniority: "senior", pay: 180_000 })), measure, [170_000, null])).toMatchObject({ verdict: "not enough data", value: null, because: "4 of 5 employers" });
  });

  it("of the upper tenth is another figure than the median's", async () => {
    const spread = many(40, 10, (random) => ({ seniority: "senior", pay: 150_000 + 10_000 * random.whole(0, 10) }));
    expect((await judged(spread, { ...measure, of: "pay-top" }, [225_000, null])).verdict).toBe("supported");
    await remove();
    expect((await judged(spread, measure, [225_000, null])).verdict).toBe("contradicted");
  });
});

describe("pay over time and premiums", () => {
  it("finds a planted growth of 4 % a year, and the lack of one", async () => {
    expect(await judged(growing(0.04), { of: "pay-trend", cut }, [0.02, 0.06])).toMatchObject({ verdict: "supported" });
    await remove();
    expect(await judged(growing(0.2), { of: "pay-trend", cut }, [0.02, 0.06])).toMatchObject({ verdict: "contradicted" });
    await remove();
    expect(await judged(growing(-0.08), { of: "pay-trend", cut }, [null, 0])).toMatchObject({ verdict: "supported" });
    await remove();
    expect(await judged(growing(0.04).map((one) => ({ ...one, posted: "2025-01-01" })), { of: "pay-trend", cut }, [0.02, 0.06])).toMatchObject({ verdict: "not enough data", because: expect.stringContaining("days between") });
  });

  it("tells roles that grow faster from those that do not", async () => {
    const roles: Role[] = ["inference-engineer", "ai-security-engineer"];
    const faster = [...growing(0.15, (i) => ({ role: roles[i % 2]! })), ...growing(0.02, () => ({ role: "ml-engineer" }), 4)];
    expect((await judged(faster, { of: "pay-trend-gap", roles }, [0, null])).verdict).toBe("supported");
    await remove();
    expect((await judged(faster, { of: "pay-trend-gap", roles: ["ml-engineer"] }, [0, null])).verdict).toBe("contradicted");
  });

  const layered = many(40, 9, (random, _, i) => {
    const [role, effect] = ([["inference-engineer", 0.25], ["ml-engineer", 0], ["ai-product-engineer", 0.05]] as const)[i % 3]!;
    const skilled = random.chance(0.4);
    return { role, skills: skilled ? ["Fine-tuning"] : ["Python"], pay: Math.round(150_000 * Math.exp(effect + (skilled ? 0.1 : 0) + 0.06 * random.normal())) };
  });

  it("knows the layer that pays most, and the one that does not", async () => {
    expect(await judged(layered, { of: "premium-first", expect: "infrastructure" })).toMatchObject({ verdict: "supported", note: "most often first: infrastructure" });
    await remove();
    expect((await judged(layered, { of: "premium-first", expect: "model" })).verdict).toBe("contradicted");
    await remove();
    expect((await judged(layered, { of: "premium-first", expect: "governance" })).verdict).toBe("not enough data");
  });

  it("knows skills that add to pay, by the one that is least sure", async () => {
    expect((await judged(layered, { of: "premium-skills", skills: ["Fine-tuning"] }, [0, null])).verdict).toBe("supported");
    await remove();
    expect((await judged(layered, { of: "premium-skills", skills: ["Fine-tuning", "Python"] }, [0, null])).verdict).not.toBe("supported");
    await remove();
    expect(await judged(layered, { of: "premium-skills", skills: ["Fine-tuning", "Rust"] }, [0, null])).toMatchObject({ verdict: "not enough data", because: expect.stringContaining("Rust") });
  });
});

describe("shares and their changes", () => {
  const shares = many(30, 20, (random, _, i) => ({ role: i % 4 === 0 ? "inference-engineer" : "llm-engineer", skills: random.chance(0.65) ? ["RAG"] : [], domain: random.chance(0.3) ? "finance" : undefined, production: random.chance(0.8), title: i % 2 === 0 ? "Senior Data Scientist" : "Engineer", seniority: "senior" }));

  it.each([
    [{ skill: "rag" }, [0.6, 0.7], "supported"],
    [{ skill: "rag" }, [0.1, 0.3], "contradicted"],
    [{ domain: "any" }, [0.75, 1], "contradicted"],
    [{ domain: "finance" }, [0.2, 0.4], "supported"],
    [{ layer: ["infrastructure", "product"] }, [0.5, 1], "supported"],
    [{ production: true }, [0.5, 1], "supported"],
    [{ seniority: ["intern", "entry"] }, [0.1, 1], "contradicted"],
    [{ role: ["inference-engineer"] }, [0.249, 0.251], "supported"],
  ] as const)("%j within %j is %s", async (what, range, verdict) => {
    expect(await judged(shares, { of: "share", cut, what: what as never }, [...range])).toMatchObject({ verdict, n: 600, employers: 30, unit: "share" });
  });

  it("looks at a title's postings alone", async () => {
    expect(await judged(shares, { of: "share", cut, title: "data scientist", what: { role: ["inference-engineer"] } }, [0.4, 0.6])).toMatchObject({ verdict: "supported", n: 300, value: 0.5 });
  });


  it("sees a share fall, rise, and stand", async () => {
    const measure: Measure = { of: "share-trend", cut, what: { layer: ["model"] } };
    expect(await judged(moving(-0.15), measure, [null, 0])).toMatchObject({ verdict: "supported", unit: "points a year" });
    await remove();
    expect((await judged(moving(0.15), measure, [null, 0])).verdict).toBe("contradicted");
    await remove();
    expect((await judged(moving(0), measure, [null, 0])).verdict).toBe("not enough data");
  });

  it("sees a share and a count grow from one year to the next", async () => {
    const grown = await judged(moving(0), { of: "share-growth", cut, what: { skill: "prompt-engineering" } }, [0.8, 2.5]);
    expect(grown).toMatchObject({ verdict: "supported", unit: "growth" });
    await remove();
    expect(await judged(moving(0), { of: "count-growth", cut: { ...cut, country: ["GB"] }, what: { domain: "finance" } }, [0.1, 0.14])).toMatchObject({ verdict: "contradicted" });
    await remove();
    const short = moving(0).filter((one) => one.posted! < dayAt(400));
    expect(await judged(short, { of: "share-growth", cut, what: { skill: "prompt-engineering" } }, [1, 2])).toMatchObject({ verdict: "not enough data", because: expect.stringMatching(/1[23] of 24 months/) });
  });

  it("says where earlier months are what was left of them", async () => {
    const left = moving(-0.15).map((one) => ({ ...one, firstSeen: "2026-01-15" }));
    expect((await judged(left, { of: "share-trend", cut, what: { layer: ["model"] } }, [null, 0])).note).toContain("missing from earlier months");
  });

  it("sees the skills of two kinds of work converge, and part", async () => {
    expect((await judged(converging(0.9), { of: "skill-overlap" }, [0, null])).verdict).toBe("supported");
    await remove();
    expect((await judged(converging(0.1), { of: "skill-overlap" }, [0, null])).verdict).toBe("contradicted");
    await remove();
    expect((await judged(shares, { of: "skill-overlap" }, [0, null])).verdict).toBe("not enough data");
  });
});

describe("who comes first, time open, and what no posting shows", () => {
  const places = many(40, 10, (random, employer) => ({ country: employer % 4 === 0 ? "GB" : "US", role: random.chance(employer % 4 === 0 ? 0.4 : 0.1) ? "evaluation-engineer" : "llm-engineer", pay: employer % 4 === 0 ? 100_000 : 170_000, currency: employer % 4 === 0 ? "GBP" : "USD" }));

  it.each([
    [{ in: "postings", by: "country", expect: [["US"]] }, "supported"],
    [{ in: "postings", by: "country", expect: [["GB"]] }, "contradicted"],
    [{ in: "evaluation", by: "country", expect: [["US"]] }, "contradicted"],
    [{ in: "pay", by: "region", expect: [["us"]] }, "supported"],
    [{ in: "postings", by: "country", expect: [["SG"]] }, "not enough data"],
  ] as const)("%j is %s", async (measure, verdict) => {
    expect((await judged(places, firstOf(measure))).verdict).toBe(verdict);
  });

  // 60 employers: 40 in the US, 12 in the UK, 8 in Singapore; each of as many postings.
  const ordered = many(60, 8, (_, employer) => ({ country: employer < 40 ? "US" : employer < 52 ? "GB" : "SG" }));
  const even = many(60, 8, (_, employer) => ({ country: employer < 40 ? "US" : employer % 2 === 0 ? "GB" : "SG" }));

  it.each([
    ["a whole order that holds", many(90, 8, (_, employer) => ({ country: employer < 60 ? "US" : employer < 84 ? "GB" : "SG" })), [["US"], ["GB"], ["SG"]], "supported", /^in this order in \d+ of 100 draws/],
    ["the first place right and the second wrong", many(90, 8, (_, employer) => ({ country: employer < 60 ? "US" : employer < 84 ? "GB" : "SG" })), [["US"], ["SG"], ["GB"]], "contradicted", /^United Kingdom comes before Singapore in \d+ of 100 draws/],
    ["places that are about even", even, [["US"], ["GB"], ["SG"]], "not enough data", /^in this order in/],
    ["places that are about even, either order of them claimed", even, [["US"], ["GB", "SG"]], "supported", /^in this order in 100 of 100/],
    ["one that is not named in between", ordered, [["US"], ["SG"]], "not enough data", /^in this order in/],
    ["a place that takes no part", ordered, [["US"], ["GB"], ["AE"]], "not enough data", /too few vacancies of United Arab Emirates/],
    ["a place that takes no part, the others the other way round", ordered, [["GB"], ["US"], ["AE"]], "contradicted", /^United States comes before United Kingdom in 100 of 100/],
  ] as const)("of an order: %s", async (_, postings, expected, verdict, because) => {
    const row = await judged(postings, firstOf({ in: "postings", by: "country", expect: expected }));
    expect([row.verdict, row.because]).toEqual([verdict, expect.stringMatching(because)]);
    expect(row.note).toMatch(/^largest: United States \d+ \(\d+ to \d+\), United Kingdom/);
  });

  const even20 = ["US", "GB", "DE", "FR", "NL", "SG", "IN", "CA", "AU", "ES", "IT", "PL", "SE", "CH", "IE", "JP", "BR", "PT", "DK", "NO"];

  it("does not take a first place that no one has for one that is someone else's", async () => {
    const many20 = many(100, 6, (_, employer) => ({ country: even20[employer % 20] }));
    expect((await judged(many20, firstOf({ in: "postings", by: "country", expect: [["US"]] }))).verdict).toBe("not enough data");
  });

  // By one pair's 95 %, 8 of these 14 are contradicted.
  it("does not take an order that chance turns for one that is turned", async () => {
    const verdicts: string[] = [];
    for (let seed = 1; seed <= 14; seed++) {
      const alike = many(200, 1, (random) => ({ country: random.pick(even20) }), seed).flatMap((one, i) => Array.from({ length: 1 + (i * 7 + seed) % 12 }, () => one));
      verdicts.push((await judged(alike, firstOf({ in: "postings", by: "country", expect: [["US"], ["GB"], ["SG"], ["DE"]] }))).verdict);
      await remove();
    }
    expect(verdicts.filter((verdict) => verdict === "contradicted").length).toBeLessThanOrEqual(3);
    expect(verdicts).not.toContain("supported");
  });

  it("lets what is aside come anywhere after the first", async () => {
    const hubs = many(90, 8, (_, employer) => ({ country: employer < 50 ? "US" : employer < 56 ? "GB" : employer < 80 ? "DE" : "IN" }));
    const claimed = firstOf({ in: "postings", by: "country", expect: [["US"], ["IN"], ["GB"]] });
    expect((await judged(hubs, claimed)).because).toMatch(/^Germany comes before/);
    await remove();
    expect((await judged(hubs, { ...claimed, aside: ["DE"] } as Measure)).because).toMatch(/^in this order in/);
    await remove();
    expect((await judged(hubs, firstOf({ in: "postings", by: "country", expect: [["GB"]] }))).verdict).toBe("contradicted");
    await remove();
    expect((await judged(hubs, { ...firstOf({ in: "postings", by: "country", expect: [["GB"]] }), aside: ["US", "DE"] } as Measure)).because).toMatch(/^(United States|Germany) comes before United Kingdom/);
  });

  it("says pay in its currency, and the highest", async () => {
    expect((await judged(places, firstOf({ in: "pay", by: "region", expect: [["us"]] }))).note).toMatch(/^highest: United States \$170k \(\$\d+k to \$\d+k\), United Kingdom \$\d+k/);
  });

  it("holds days open against the share still open then", async () => {
    const measure: Measure = { of: "open-past", days: 90, cut: { ...cut, role: ["ml-platform-engineer"] } };
    expect(await judged(open(160), measure, [0.5, 1])).toMatchObject({ verdict: "supported", n: 180, unit: "share" });
    await remove();
    expect((await judged(open(40), measure, [0.5, 1])).verdict).toBe("contradicted");
    await remove();
    expect(await judged(open(160).map((one) => ({ ...one, closed: undefined, lastSeen: dayAt(30) })), measure, [0.5, 1])).toMatchObject({ verdict: "not enough data" });
  });

  it("leaves to hiring what only hiring records, and to nobody what no posting shows", async () => {
    expect(await judged([], { of: "own", what: "the clock" }, [0, 14])).toMatchObject({ verdict: "not enough data", because: expect.stringContaining("nothing recorded by hiring yet") });
    await remove();
    expect(await judged([], null, [0.8, 0.9])).toMatchObject({ verdict: "not checkable", because: "no posting can show it" });
  });
});

describe("the published claims", () => {
  it.each([
    ["country", [["uk"]], [], /uk is no country/],
    ["country", [["UK"]], [], /UK is no country/],
    ["region", [["us"], ["asia"]], [], /asia is no region/],
    ["domain", [["fintech"]], [], /fintech is no domain/],
    ["country", [["US"], ["GB", "US"]], [], /US is named twice/],
    ["country", [["US"], ["GB"]], ["GB"], /GB is named twice/],
  ] as const)("name a %s that there is, once: %j, aside %j", (by, expected, aside, says) => {
    expect(() => Measure.parse({ of: "first", in: "postings", by, expect: expected, aside })).toThrow(says);
  });

  it("are all measured, with their source, in an empty market too", async () => {
    const { market, remove: clean } = await plantedMarket([]);
    remove = clean;
    const rows = await claimRows(market, {});
    expect(rows).toHaveLength(37);
    expect(rows.filter((row) => row.verdict === "supported" || row.verdict === "contradicted")).toEqual([]);
    expect(new Set(rows.map((row) => row.id)).size).toBe(37);
    for (const { measure, source } of readClaims().claims) expect([typeof source, measure === null || typeof measure.of === "string"]).toEqual(["string", true]);
  });
});

function growing(growth: number, of: (i: number) => Partial<Planted> = () => ({}), seed = 3): Planted[] {
  return many(40, 12, (random, _, i) => {
    const day = random.whole(0, 720);
    return { posted: dayAt(day), pay: Math.round(150_000 * (1 + growth) ** (day / 365.25) * Math.exp(0.03 * random.normal())), ...of(i) };
  }, seed);
}

function moving(slope: number): Planted[] {
  return many(40, 15, (random) => {
    const day = random.whole(0, 720);
    return { posted: dayAt(day), role: random.chance(0.5 + (slope * day) / 365.25) ? "ml-engineer" : "llm-engineer", skills: random.chance(day > 355 ? 0.6 : 0.25) ? ["Prompt engineering"] : [], country: "GB", domain: random.chance(day > 355 ? 0.5 : 0.25) ? "finance" : undefined };
  });
}

function converging(later: number): Planted[] {
  return many(40, 20, (random, _, i) => {
    const day = random.whole(0, 720);
    const ai = i % 2 === 0;
    const shared = random.chance(day > 360 ? later : 0.4);
    return { posted: dayAt(day), role: ai ? "llm-engineer" : "outside-software", skills: shared ? ["Kubernetes"] : [ai ? "RAG" : "Java"] };
  });
}

function open(median: number): Planted[] {
  return many(30, 6, (random) => {
    const start = random.whole(0, 300);
    const days = Math.round(median * Math.exp(0.7 * random.normal()));
    return { role: "ml-platform-engineer", posted: dayAt(start), ...(start + days < 700 ? { closed: dayAt(start + days), lastSeen: dayAt(start + days) } : { lastSeen: dayAt(700) }) };
  });
}

function firstOf({ expect: expected, ...measure }: { in: "postings" | "pay" | "evaluation"; by: "country" | "region"; expect: readonly (readonly string[])[] }): Measure {
  return { of: "first", cut, ...measure, expect: expected.map((tier) => [...tier]) };
}

function measured(low: number, high: number, more: Partial<Measured> = {}): Measured {
  return { value: (low + high) / 2, low, high, n: 100, employers: 20, unit: "share", ...more };
}
