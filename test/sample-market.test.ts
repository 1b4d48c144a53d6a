import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { samplePostings } from "../src/market/sample.ts";
import { lastDay, months } from "../src/market/sample/calendar.ts";
import { type Varied, variedPostings } from "../src/market/sample/vary.ts";
import { read } from "../src/reading/read.ts";
import type { Posting } from "../src/terms/posting.ts";
import { regionOf } from "../src/terms/place.ts";
import { Role } from "../src/terms/role.ts";

let market: Varied[];
beforeAll(() => {
  market = [...variedPostings()];
});

const bodyOf = (posting: Posting): string => (posting.description_html ?? posting.description_text)!;
const count = (keyOf: (one: Varied) => string): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const one of market) counts[keyOf(one)] = (counts[keyOf(one)] ?? 0) + 1;
  return Object.fromEntries(Object.entries(counts).toSorted(([a], [b]) => (a < b ? -1 : 1)));
};
/** Postings of a role in the first and in the second seven months. */
const halves = (role: Role): [number, number] => {
  const days = market.filter((one) => one.role === role && one.origin === "varied").map((one) => one.posting.posted_at!);
  return [days.filter((day) => day < months[7]).length, days.filter((day) => day >= months[7]).length];
};

const isOutside = ({ posted_at, closed_at }: Posting): boolean => posted_at! < "2025-09-01" || posted_at! > lastDay || (closed_at != null && (closed_at <= posted_at! || closed_at > lastDay));

// A change of these numbers is a change of what a new user sees first: look at some of the postings before setting them anew.
describe("the invented market is always the same", () => {
  test("its ids, dates, titles, places and pay", () => {
    const lines = market.map(({ posting }) => [posting.id, posting.posted_at, posting.closed_at, posting.company, posting.title, posting.location, posting.salary_raw].join("\t"));
    expect(createHash("sha256").update(lines.join("\n")).digest("hex").slice(0, 16)).toMatchInlineSnapshot(`"d66a1a7f8c06d7c9"`);
  });

  test("its texts", () => {
    const hash = createHash("sha256");
    for (const { posting } of market) hash.update(bodyOf(posting));
    expect(hash.digest("hex").slice(0, 16)).toMatchInlineSnapshot(`"54e1e4bced5e4beb"`);
  });

  test("how many of each", () => {
    expect(count((one) => one.origin)).toMatchInlineSnapshot(`
      {
        "copy": 35,
        "repost": 121,
        "varied": 1773,
        "written": 75,
      }
    `);
    expect(count((one) => one.posting.lang!)).toMatchInlineSnapshot(`
      {
        "de": 136,
        "en": 1652,
        "fr": 145,
        "nl": 71,
      }
    `);
    expect(count((one) => regionOf(one.country))).toMatchInlineSnapshot(`
      {
        "apac": 281,
        "europe": 721,
        "other": 83,
        "uae": 33,
        "uk": 178,
        "us": 708,
      }
    `);
    expect(count((one) => one.role)).toMatchInlineSnapshot(`
      {
        "agent-engineer": 109,
        "ai-governance-specialist": 63,
        "ai-infrastructure-engineer": 76,
        "ai-product-engineer": 175,
        "ai-reliability-engineer": 58,
        "ai-risk-engineer": 42,
        "ai-security-engineer": 64,
        "ai-solutions-engineer": 102,
        "applied-scientist": 51,
        "data-scientist": 168,
        "evaluation-engineer": 84,
        "inference-engineer": 77,
        "llm-engineer": 111,
        "ml-engineer": 184,
        "ml-platform-engineer": 129,
        "outside-ai-adjacent": 82,
        "outside-data": 113,
        "outside-other": 59,
        "outside-software": 120,
        "prompt-engineer": 35,
        "research-engineer": 62,
        "research-scientist": 40,
      }
    `);
  });

  test("samplePostings gives it", async () => {
    const ids: unknown[] = [];
    for await (const posting of samplePostings()) ids.push(posting.id);
    expect(ids).toEqual(market.map((one) => one.posting.id));
  });
});

describe("the invented market is like a market", () => {
  test("ids are its own, days are its days", () => {
    expect(new Set(market.map((one) => one.posting.id)).size).toBe(market.length);
    expect(market.filter((one) => isOutside(one.posting)).map((one) => one.posting.id)).toEqual([]);
  });

  test("some three in five are closed", () => {
    const closed = market.filter((one) => one.posting.closed_at != null).length / market.length;
    expect(closed).toBeGreaterThan(0.55);
    expect(closed).toBeLessThan(0.7);
  });

  test("agent, evaluation and inference roles rise, prompt engineers fall, data scientists stay", () => {
    for (const role of ["agent-engineer", "evaluation-engineer", "inference-engineer"] as const) expect(halves(role)[1] / halves(role)[0]).toBeGreaterThan(1.3);
    expect(halves("prompt-engineer")[1] / halves("prompt-engineer")[0]).toBeLessThan(0.8);
    expect(halves("data-scientist")[1] / halves("data-scientist")[0]).toBeCloseTo(1, 0);
  });

  test("no employer is the market", () => {
    const perEmployer = Object.values(count((one) => one.posting.company!));
    expect(perEmployer.length).toBeGreaterThan(110);
    expect(Math.max(...perEmployer) / market.length).toBeLessThan(0.03);
  });

  test("a repost says again, later, what its employer said before", () => {
    const bodies = new Map<string, Posting[]>();
    for (const { posting, origin } of market) if (origin !== "repost") bodies.set(bodyOf(posting), [...(bodies.get(bodyOf(posting)) ?? []), posting]);
    const reposts = market.filter((one) => one.origin === "repost");
    const strangers = reposts.filter(({ posting }) => !bodies.get(bodyOf(posting))?.some((first) => first.company === posting.company && first.closed_at! < posting.posted_at!));
    expect(strangers).toEqual([]);
    expect(reposts.length / market.length).toBeCloseTo(0.06, 1);
  });

  test("texts are not alike but for reposts", () => {
    const first = market.filter((one) => one.origin === "varied").map((one) => bodyOf(one.posting));
    expect(new Set(first).size).toBe(first.length);
  });

  test("nothing is left unfilled", () => {
    expect(market.filter((one) => /[{}]|undefined|null|NaN/.test(bodyOf(one.posting) + one.posting.title + one.posting.location)).map((one) => one.posting.id)).toEqual([]);
  });
});

test("what a variant is made to be can be read from it", { timeout: 60_000 }, () => {
  const sample = market.filter((one) => one.origin === "varied" && market.indexOf(one) % 7 === 0);
  const share = (isRight: (one: Varied) => boolean): number => sample.filter(isRight).length / sample.length;
  const readings = new Map(sample.map((one) => [one, read(one.posting)]));
  expect(share((one) => readings.get(one)!.language === one.posting.lang)).toBe(1);
  expect(share((one) => readings.get(one)!.places.some((place) => place.country === one.country))).toBeGreaterThan(0.97);
  expect(share((one) => readings.get(one)!.role.value === one.role)).toBeGreaterThan(0.8);
  expect(share((one) => one.posting.salary_raw == null || readings.get(one)!.pay.length === 1)).toBeGreaterThan(0.95);
  expect(share((one) => !/^(?:Senior|Sr\.) /.test(one.posting.title!) || readings.get(one)!.seniority.value === "senior")).toBeGreaterThan(0.97);
});
