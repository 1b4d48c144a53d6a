import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Found } from "../terms/found.ts";
import type { Posting } from "../terms/posting.ts";
import { importPostings, type ImportCount } from "./import.ts";
import { sampleSource } from "./sample.ts";
import { readingTables } from "./schema.ts";
import { type Market, openMarket } from "./store.ts";

let dir: string;
let market: Market;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-import-"));
  market = await openMarket(dir);
});
afterEach(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

const posting = (id: string | null, fields: Partial<Posting> = {}): Posting => ({ id, company: "Firm", title: "ML Engineer", location: "Berlin, Germany", posted_at: "2025-10-01", description_text: `Train models with PyTorch. 5+ years of experience. ${id}`, ...fields });

async function take(postings: (Posting | Found)[], source = "test", now = "2025-11-01"): Promise<ImportCount> {
  async function* found(): AsyncGenerator<Found> {
    for (const [i, one] of postings.entries()) yield "posting" in one || "problem" in one ? one : { posting: one, where: `line ${i + 1}`, board: null };
  }
  return importPostings(market, found(), { source, now: () => new Date(`${now}T12:00:00Z`) });
}

const problem = (n: number): Found => ({ problem: { where: `line ${n}`, reason: "not JSON", detail: "oops" } });

async function everything(): Promise<unknown> {
  return Promise.all(["posting", ...readingTables].map((table) => market.rows(`FROM ${table} ORDER BY ALL`)));
}

describe("importPostings", () => {
  it("stores a posting with what was read of it", async () => {
    expect(await take([posting("1")])).toMatchObject({ read: 1, added: 1, failed: 0 });
    expect(await market.rows("SELECT source, id, title, employer, posted::VARCHAR AS posted, first_seen::VARCHAR AS seen FROM posting")).toEqual([{ source: "test", id: "1", title: "ML Engineer", employer: "Firm", posted: "2025-10-01", seen: "2025-11-01" }]);
    expect(await market.rows("SELECT years, employer FROM reading")).toEqual([{ years: 5, employer: "firm" }]);
  });

  it("changes nothing when the same comes again", async () => {
    const all = [posting("1"), posting(null, { url: "https://jobs.example.com/2" }), posting(null)];
    await take(all);
    const before = await everything();
    expect(await take(all)).toMatchObject({ read: 3, added: 0, changed: 0, unchanged: 3 });
    expect(await everything()).toEqual(before);
  });

  it("reads a changed posting again, and keeps the day it was first seen", async () => {
    await take([posting("1"), posting("2")]);
    expect(await take([posting("1", { title: "Senior ML Engineer" }), posting("2")], "test", "2025-12-24")).toMatchObject({ changed: 1, unchanged: 1 });
    expect(await market.rows("SELECT id, title, first_seen::VARCHAR AS first, last_seen::VARCHAR AS last FROM posting ORDER BY id")).toEqual([
      { id: "1", title: "Senior ML Engineer", first: "2025-11-01", last: "2025-12-24" },
      { id: "2", title: "ML Engineer", first: "2025-11-01", last: "2025-12-24" },
    ]);
    expect(await market.rows("SELECT seniority FROM reading ORDER BY seniority NULLS FIRST")).toContainEqual({ seniority: "senior" });
  });

  it("reads again what an older reader has read", async () => {
    await take([posting("1")]);
    await market.write((connection) => connection.run("UPDATE reading SET engine = 'older', years = 99"));
    expect(await take([posting("1")])).toMatchObject({ reread: 1, changed: 0, unchanged: 0 });
    expect(await market.rows("SELECT years FROM reading")).toEqual([{ years: 5 }]);
  });

  it("keeps the first of several postings with one id, and names the others", async () => {
    const all = [posting("1"), posting("1"), posting("1", { title: "Other" })];
    expect(await take(all)).toMatchObject({ read: 3, added: 1, repeated: 1, failed: 1 });
    const again = await take(all);
    expect(again).toMatchObject({ added: 0, changed: 0, unchanged: 1, repeated: 1, failed: 1 });
    expect(again.problems.get("id used twice")).toMatchObject({ n: 1, examples: [{ where: "line 3" }] });
  });

  it("does so across batches too", async () => {
    const many = Array.from({ length: 4500 }, (_, i) => posting(`p${i}`, { description_text: `Bake ${i}.` }));
    const twice = [...many, posting("p3", { title: "Other" })];
    expect(await take(twice)).toMatchObject({ read: 4501, added: 4500, failed: 1 });
    expect(await take(twice)).toMatchObject({ added: 0, changed: 0, unchanged: 4500, failed: 1 });
  });

  it("holds ids of two sources apart", async () => {
    await take([posting("1")], "one");
    await take([posting("1")], "two");
    expect(await market.rows("SELECT source FROM posting ORDER BY source")).toEqual([{ source: "one" }, { source: "two" }]);
  });

  it("counts problems by reason with the first examples", async () => {
    const count = await take([problem(1), posting("1"), ...[2, 3, 4, 5, 6, 7].map(problem)]);
    expect(count).toMatchObject({ read: 1, added: 1, failed: 7 });
    expect(count.problems.get("not JSON")).toMatchObject({ n: 7, examples: [1, 2, 3, 4, 5].map((n) => ({ where: `line ${n}` })) });
  });

  it("drives the invented sample out with the first real posting", async () => {
    await take([posting("s1"), posting("s2")], sampleSource);
    expect(await take([posting("s1")], sampleSource)).toMatchObject({ sampleDropped: 0 });
    expect(await take([posting("1")])).toMatchObject({ added: 1, sampleDropped: 2 });
    expect(await market.rows("SELECT id FROM posting")).toEqual([{ id: "1" }]);
    expect(await market.rows("SELECT count(*)::INTEGER AS n FROM reading")).toEqual([{ n: 1 }]);
  });

  it("stores text that is no UTF-16, NUL, and quotes, and finds it unchanged again", async () => {
    const odd = posting("odd'); DROP TABLE posting; --", { description_text: "a\ud800b \u0000 'c' \udfff", title: "\ud83d" });
    await take([odd]);
    expect(await take([odd])).toMatchObject({ unchanged: 1, changed: 0 });
    expect(await market.rows("SELECT description_text AS text FROM posting")).toEqual([{ text: "a\ufffdb \u0000 'c' \ufffd" }]);
  });

  it("undoes the batch that fails and keeps those before", async () => {
    async function* breaking(): AsyncGenerator<Found> {
      for (let i = 0; i < 2048; i++) yield { posting: posting(`p${i}`, { description_text: `Bake ${i}.` }), where: `line ${i}`, board: null };
      throw new Error("the file broke");
    }
    await expect(importPostings(market, breaking(), { source: "test" })).rejects.toThrow("the file broke");
    expect(await market.rows("SELECT count(*)::INTEGER AS n FROM posting")).toEqual([{ n: 2048 }]);
    expect(await take([posting("p1", { description_text: "Bake 1." })])).toMatchObject({ unchanged: 1 });
  });
});
