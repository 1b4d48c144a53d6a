import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { keyOf } from "../../src/market/posting-row.ts";
import { type Market, openMarket } from "../../src/market/store.ts";
import { type App, makeApp } from "../../src/server/app.ts";
import type { Posting } from "../../src/terms/posting.ts";
import { importInto } from "../fixtures/imported-market.ts";

const serving = (id: string, company: string, skills: string, more: Partial<Posting> = {}): Posting => ({
  id,
  company,
  title: "Senior Inference Engineer",
  location: "Berlin, Germany",
  posted_at: "2026-09-01",
  description_html: `<h2>What you will do</h2><ul><li>Serve large language models at low latency for ${company}: batching, KV cache, quantisation.</li><li>Write kernels and cut the cost of each token.</li></ul><h2>What you bring</h2><p>5+ years with ${skills}</p>`,
  ...more,
});

let dir: string;
let market: Market;
let app: App;
beforeAll(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-postings-"));
  await importInto(dir, {
    "lever:heron": [serving("1", "Heron", "CUDA, vLLM and Python", { posted_at: "2026-08-01" }), serving("2", "Heron", "CUDA, vLLM and Python", { location: "Berlin" })],
    "ashby:vale": [serving("1", "Vale", "CUDA, vLLM and Python"), serving("2", "Vale", "Kubernetes and Go"), serving("3", "Vale", "CUDA, vLLM, Python and Triton", { title: "Inference Engineer, kernels" })],
    "greenhouse:orbit": [serving("1", "Orbit", "Kubernetes and Go"), { id: "cook", company: "Orbit", title: "Cook", description_text: "You cook lunch for the whole team every day and order the food." }],
  });
  market = await openMarket(dir);
  app = makeApp({ market });
});
afterAll(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

const key = (board: string, id: string) => keyOf(board, id).toString();
const get = async (path: string) => {
  const response = await app.request(`/api/postings/${path}`);
  return { status: response.status, json: (await response.json()) as Record<string, never> };
};

describe("the vacancy of a posting", () => {
  test("has all postings of it, newest first, and when they were seen", async () => {
    const { json } = await get(key("lever:heron", "1"));
    expect(json.vacancy).toMatchObject({ n: 2, sources: 1, opened: "2026-08-01", ended: null, firstSeen: "2026-10-01", lastSeen: "2026-10-01", postings: [{ key: key("lever:heron", "2"), source: "lever:heron", posted: "2026-09-01", closed: null, gone: null }, { key: key("lever:heron", "1") }] });
  });

  test("of one alone is that one", async () => {
    expect((await get(key("greenhouse:orbit", "1"))).json.vacancy).toMatchObject({ n: 1, sources: 1, postings: [{ key: key("greenhouse:orbit", "1") }] });
  });
});

describe("similar postings", () => {
  test("are of other vacancies and the same role, the nearest first, with what both name", async () => {
    const { status, json } = await get(`${key("lever:heron", "1")}/similar`);
    expect(status).toBe(200);
    const rows = json.rows as unknown as { key: string; employer: string; role: string; likeness: number; shared: string[] }[];
    expect(rows.map(({ key: found }) => found)).not.toContain(key("lever:heron", "2"));
    expect(new Set(rows.map(({ role }) => role))).toEqual(new Set(["inference-engineer"]));
    expect(rows[0]).toMatchObject({ key: key("ashby:vale", "1"), employer: "Vale", shared: expect.arrayContaining(["CUDA", "vLLM"]) });
    expect(rows.map(({ likeness }) => likeness)).toEqual(rows.map(({ likeness }) => likeness).toSorted((a, b) => b - a));
    // Two of an employer at most.
    expect(rows.filter(({ employer }) => employer === "Vale")).toHaveLength(2);
    const other = rows.find((row) => row.key === key("greenhouse:orbit", "1"))!;
    expect(other.likeness).toBeLessThan(rows[0]!.likeness);
    const first = (await get(`${key("lever:heron", "1")}/similar?limit=1`)).json;
    expect((first.rows as unknown as unknown[]).length).toBe(1);
    // What they were picked from is told whole, however few are asked for.
    expect(first.compared).toEqual(json.compared);
    expect(json.compared).toEqual({ n: 4, employers: 2 });
  });

  test.each([["1/similar", 404], ["x/similar", 404], [`${"9".repeat(30)}/similar`, 404], [`${"1".repeat(65)}/similar`, 400]])("%s is answered with %i", async (path, status) => {
    expect((await get(path)).status).toBe(status);
  });

  test("a mistyped parameter is refused", async () => {
    expect((await get(`${key("lever:heron", "1")}/similar?limit=0`)).status).toBe(400);
    expect((await get(`${key("lever:heron", "1")}/similar?most=3`)).status).toBe(400);
  });
});
