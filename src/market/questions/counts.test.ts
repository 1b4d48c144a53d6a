import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Random } from "../../lib/random.ts";
import { layerOf, type Role, roles } from "../../terms/role.ts";
import type { Entry } from "../append.ts";
import { postingRow } from "../posting-row.ts";
import { shareOfSums } from "../statistics/share.ts";
import { type Market, openMarket } from "../store.ts";
import { fillVacancyTable } from "../vacancies/table.ts";
import { weighedNote } from "./count-answer.ts";
import { groups } from "./count-groups.ts";
import { countGroups, mostOfOneEmployer } from "./counts.ts";
import { Cut, whereOf } from "./cut.ts";
import { askDemand, DemandQuestion } from "./demand.ts";
import { askTitles, TitlesQuestion } from "./titles.ts";
import { plantedMarket } from "../../../test/fixtures/planted-market.ts";
import { storeEntries } from "../../../test/fixtures/vacancy-table.ts";

type Invented = { employer: string | null; role: Role; title: string; month: number; seniority: string | null; country: string; skills: string[]; domain: string | null };

/** One employer posts a third of it all, and only one role. */
const invented: Invented[] = (() => {
  const random = new Random(3);
  return Array.from({ length: 900 }, (_, i) => {
    const big = i < 300;
    const role = big ? "agent-engineer" : random.pick(roles).id;
    return {
      employer: big ? "Giant" : random.chance(0.05) ? null : `Firm ${random.whole(1, 40)}`,
      role,
      title: random.pick(["Senior Data Scientist (m/w/d)", "Data Scientist, Pricing", "AI Engineer II"]),
      month: random.whole(1, 3),
      seniority: random.chance(0.3) ? null : random.pick(["mid", "senior"]),
      country: random.pick(["US", "DE"]),
      skills: random.shuffled(["Python", "Rust", "SQL"]).slice(0, random.whole(0, 3)),
      domain: random.pick(["finance", "health", null]),
    };
  });
})();

function entryOf(one: Invented, i: number): Entry {
  const layer = layerOf(one.role);
  return {
    ...postingRow("test", { id: `p${i}`, company: one.employer, title: one.title, posted_at: `2025-0${one.month}-10`, description_text: "Invented." }),
    firstSeen: 20_000,
    lastSeen: 20_000,
    reading: {
      engine: "test", language: "en", role: one.role, runnerUp: null, margin: 0.5, confidence: 0.9, layer, mix: [null, null, null, null, null], conflation: null, seniority: one.seniority, workplace: null, domain: one.domain,
      years: null, degree: null, production: null, visa: null, places: [{ country: one.country, region: one.country === "US" ? "us" : "europe", subdivision: null, city: null }], pay: [],
      skills: one.skills.map((name) => ({ id: name.toLowerCase(), name, need: "required" })),
    },
  };
}

let dir: string;
let market: Market;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-counts-"));
  market = await openMarket(dir);
  await storeEntries(market, invented.map(entryOf));
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

/** The slow and obvious way: the cap by trying, sums by loops. */
function slowShare(base: readonly Invented[], is: (one: Invented) => boolean) {
  const sizes = new Map<string | null, number>();
  for (const one of base) sizes.set(one.employer, (sizes.get(one.employer) ?? 0) + 1);
  const employers = [...sizes.keys()];
  const most = Math.max(mostOfOneEmployer, 2 / employers.length);
  const largest = Math.max(...sizes.values());
  const fits = (cap: number): boolean => Math.min(cap, largest) <= most * [...sizes.values()].reduce((sum, n) => sum + Math.min(n, cap), 0) + 1e-9;
  let [low, high] = [0, largest];
  if (!fits(largest)) for (let i = 0; i < 100; i++) [low, high] = fits((low + high) / 2) ? [(low + high) / 2, high] : [low, (low + high) / 2];
  const cap = fits(largest) ? largest : low;
  const rows = employers.map((employer) => {
    const n = sizes.get(employer)!;
    return { n, hits: base.filter((one) => one.employer === employer && is(one)).length, w: Math.min(1, cap / n) };
  });
  const add = (of: (row: (typeof rows)[number]) => number): number => rows.reduce((sum, row) => sum + of(row), 0);
  const weight = add(({ w, n }) => w * n);
  const l = ({ w, n }: (typeof rows)[number]): number => w / (1 - (w * n) / weight);
  return shareOfSums(
    { hits: add(({ w, hits }) => w * hits), hits2: add((row) => (l(row) * row.hits) ** 2), cross: add((row) => l(row) ** 2 * row.hits * row.n) },
    { employers: rows.length, weight, weight2: add(({ w, n }) => (w * n) ** 2), without2: add((row) => (l(row) * row.n) ** 2), single2: add(({ w, n }) => w * w * n) },
  );
}

const where = whereOf(Cut.parse({}));

describe("counting in SQL", () => {
  it("agrees with counting by loops: one column, with postings that do not say", async () => {
    const { rows, parts, cap } = await countGroups(market, { where, by: groups.seniority });
    const said = invented.filter((one) => one.seniority !== null);
    for (const row of rows) {
      const own = said.filter((one) => one.seniority === row.group);
      expect(row.n).toBe(own.length);
      expect(row.employers).toBe(new Set(own.flatMap((one) => one.employer ?? [])).size);
      const slow = slowShare(said, (one) => one.seniority === row.group);
      for (const end of ["value", "low", "high"] as const) expect(row.share[end]).toBeCloseTo(slow[end], 6);
    }
    expect(parts.get("all")).toMatchObject({ postings: 900, said: said.length, coverage: said.length / 900 });
    expect(cap).toEqual({ most: 0.1, capped: 1 });
  });

  it("says of one employer that it counts less, and of several that they do", () => {
    const [none, one, two] = [0, 1, 2].map((capped) => weighedNote({ cap: { most: 0.1, capped }, labels: null }));
    expect(none).not.toContain("(");
    expect(one).toContain("(1 counts less than it posts)");
    expect(two).toContain("(2 count less than they post)");
  });

  it("tells how many employers weigh less than they post, of which those without a name are none", async () => {
    const firms = Array.from({ length: 15 }, (_, i) => ({ employer: `Firm ${i}` }));
    const { market: nameless, remove } = await plantedMarket([...firms, ...Array.from({ length: 30 }, () => ({ employer: null }))]);
    expect((await countGroups(nameless, { where, by: groups.role })).cap).toEqual({ most: 0.1, capped: 0 });
    await remove();
  });

  it("agrees by month, where each month has a cap of its own", async () => {
    const { rows } = await countGroups(market, { where, by: groups.role, part: groups.month });
    expect(rows.length).toBeGreaterThan(50);
    for (const row of rows.filter(({ group }) => group === "agent-engineer" || group === "ml-engineer")) {
      const slow = slowShare(invented.filter((one) => `2025-0${one.month}` === row.part), (one) => one.role === row.group);
      for (const end of ["value", "low", "high"] as const) expect(row.share[end]).toBeCloseTo(slow[end], 6);
    }
  });

  it("agrees where a posting has many, as a share of all postings", async () => {
    const { rows, parts } = await countGroups(market, { where, by: groups.skill, limit: 2 });
    expect(rows).toHaveLength(2);
    for (const row of rows) {
      const slow = slowShare(invented, (one) => one.skills.includes(row.name));
      for (const end of ["value", "low", "high"] as const) expect(row.share[end]).toBeCloseTo(slow[end], 6);
    }
    expect(parts.get("all")!.coverage).toBeCloseTo(invented.filter((one) => one.skills.length > 0).length / 900, 10);
  });

  it("keeps the giant from being the market", async () => {
    const answer = await askDemand(market, DemandQuestion.parse({ by: "role" }));
    const agent = answer.rows.find((row) => row.group === "agent-engineer")!;
    expect(agent.n / answer.postings).toBeGreaterThan(0.35);
    expect(agent.share.value).toBeLessThan(0.2);
  });
});

describe("demand", () => {
  it("corrects roles and layers together, and not where the cut picks roles", async () => {
    const { rows, labels } = await askDemand(market, DemandQuestion.parse({ by: "layer" }));
    expect(rows.reduce((sum, row) => sum + row.corrected!.value, 0)).toBeCloseTo(1, 2);
    expect(labels).toBeGreaterThan(500);
    expect(await askDemand(market, DemandQuestion.parse({ by: "role", layer: "model" }))).toMatchObject({ labels: null, rows: expect.arrayContaining([expect.objectContaining({ corrected: null })]) });
  });

  it("counts months, and a group month by month", async () => {
    const months = await askDemand(market, DemandQuestion.parse({ by: "month" }));
    expect(months.rows.map((row) => row.group).toSorted()).toEqual(["2025-01", "2025-02", "2025-03"]);
    const { rows } = await askDemand(market, DemandQuestion.parse({ by: "country,month", until: "2025-02-28" }));
    expect(rows.map((row) => [row.month, row.group]).toSorted()).toEqual([["2025-01", "DE"], ["2025-01", "US"], ["2025-02", "DE"], ["2025-02", "US"]]);
  });

  it("takes one group and month, not two groups", () => {
    expect(DemandQuestion.safeParse({ by: "role,country" }).error?.issues[0]?.message).toContain("takes one group, alone or with month");
  });

  it.each([
    [{ domain: "finance" }, (one: Invented) => one.domain === "finance"],
    [{ employer: "FIRM 1,giant" }, (one: Invented) => ["Firm 1", "Giant"].includes(one.employer ?? "")],
    [{ skill: "rust" }, (one: Invented) => one.skills.includes("Rust")],
    [{ title: "Data Scientist" }, (one: Invented) => one.title.includes("Data Scientist")],
    [{ title: "scientist data" }, () => false],
    [{ since: "2025-02-01", until: "2025-02-28" }, (one: Invented) => one.month === 2],
    [{ workplace: "remote" }, () => false],
  ])("narrows by %j", async (filter, fits) => {
    const { postings } = await askDemand(market, DemandQuestion.parse(filter));
    expect(postings).toBe(invented.filter((one) => layerOf(one.role) !== "outside" && fits(one)).length);
  });
});

describe("titles", () => {
  it("stand without level and brackets, and say what is under them", async () => {
    const { rows } = await askTitles(market, TitlesQuestion.parse({}));
    expect(new Set(rows.map((row) => row.title))).toEqual(new Set(["data scientist", "data scientist pricing", "ai engineer"]));
    for (const title of ["data scientist", "ai engineer"]) expect(rows.filter((row) => row.title === title).reduce((sum, row) => sum + row.n, 0)).toBe(rows.find((row) => row.title === title)!.postings);
  });

  it("are one where words of titles are asked for", async () => {
    const [first] = (await askTitles(market, TitlesQuestion.parse({ title: "Data Scientist" }))).rows;
    expect(first).toMatchObject({ title: "data scientist", postings: invented.filter((one) => one.title.includes("Data Scientist")).length, role: "agent-engineer" });
  });
});

describe("vacancies", () => {
  it("are counted once, and found at the places of all their postings", async () => {
    const counted = async (filter: Record<string, unknown>): Promise<number> => (await askDemand(market, DemandQuestion.parse({ layer: "outside,infrastructure,evaluation,product,model,governance", ...filter }))).postings;
    const before = { all: await counted({}), us: await counted({ country: "US" }) };
    // The first posting in Germany becomes the vacancy of which the first one in the US is a copy.
    await market.write(async (connection) => {
      await connection.run("CREATE TEMP TABLE pair AS SELECT (SELECT min(key) FROM reading_place WHERE country = 'DE') AS original, (SELECT min(key) FROM reading_place WHERE country = 'US') AS copy");
      for (const table of ["reading", "reading_place"]) await connection.run(`UPDATE ${table} SET vacancy = (SELECT original FROM pair) WHERE key = (SELECT copy FROM pair)`);
      await fillVacancyTable(connection);
    });
    expect(await counted({})).toBe(before.all - 1);
    expect(await counted({ country: "US" })).toBe(before.us);
  });
});
