import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { importPostings, type ImportCount } from "../../src/market/import.ts";
import { readingTables } from "../../src/market/schema.ts";
import { type Market, openMarket } from "../../src/market/store.ts";
import { postingsIn } from "../../src/sources/postings.ts";
import type { Found } from "../../src/terms/found.ts";

// Real postings and board responses are third parties' text and not part of this repository. They lie beside it, or where STRATA_SHARED says.
const shared = process.env.STRATA_SHARED ?? join(import.meta.dirname, "../../../shared");
const there = existsSync(join(shared, "data/boards"));

describe.skipIf(!there)(`real postings under ${shared}${there ? "" : ": SKIPPED, there are none"}`, () => {
  let dir: string;
  let market: Market;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "strata-real-"));
    market = await openMarket(dir);
  });
  afterAll(async () => {
    await market.close();
    rmSync(dir, { recursive: true });
  });

  async function take(paths: readonly string[]): Promise<ImportCount> {
    async function* found(): AsyncGenerator<Found> {
      for (const path of paths) {
        for await (const one of postingsIn(createReadStream(path))) yield "problem" in one ? { problem: { ...one.problem, where: `${basename(path)}: ${one.problem.where}` } } : { ...one, where: `${basename(path)}: ${one.where}` };
      }
    }
    return importPostings(market, found(), { source: "real", now: () => new Date("2026-11-20T12:00:00Z") });
  }

  const everything = () => Promise.all(["posting", ...readingTables].map((table) => market.rows(`SELECT count(*)::INTEGER AS n, bit_xor(hash(COLUMNS(*))) FROM ${table}`)));

  it("imports all 10,950 postings, and changes nothing the second time", async () => {
    const path = join(shared, "data/market/postings.jsonl.gz");
    expect(await take([path])).toMatchObject({ read: 10_950, added: 10_950, failed: 0 });
    const before = await everything();
    expect(await take([path])).toMatchObject({ read: 10_950, added: 0, changed: 0, unchanged: 10_950, failed: 0 });
    expect(await everything()).toEqual(before);
  }, 600_000);

  it("imports every file of Ashby, Greenhouse and Lever, naming what has no text, and changes nothing the second time", async () => {
    const first = await take(boardFiles());
    // Five Greenhouse lists were got without their texts; two Lever postings are there whole and trimmed.
    expect(reasons(first)).toEqual({ "no description": 2229, "id used twice": 2 });
    expect(first).toMatchObject({ read: 635, added: 633, failed: 2231 });
    const before = await everything();
    const second = await take(boardFiles());
    expect(second).toMatchObject({ read: 635, added: 0, changed: 0, unchanged: 633, failed: 2231 });
    expect(await everything()).toEqual(before);
  }, 120_000);

  it("takes nothing from a board cut at any place, and names the place", async () => {
    for (const path of boardFiles().filter((name) => /sample|openai|CUT|palantir/.test(name))) {
      const whole: Buffer[] = [];
      for await (const chunk of createReadStream(path)) whole.push(chunk as Buffer);
      const bytes = Buffer.concat(whole);
      for (const share of [0.1, 0.37, 0.5, 0.9]) {
        const found: Found[] = [];
        for await (const one of postingsIn(Readable.from([bytes.subarray(0, bytes.length * share)]))) found.push(one);
        expect(found, path).toEqual([{ problem: { where: expect.stringMatching(/^line \d+, column \d+$/), reason: "cut off", detail: expect.any(String) } }]);
      }
    }
  });
});

function boardFiles(): string[] {
  return ["ashby", "greenhouse", "lever"].flatMap((board) => readdirSync(join(shared, "data/boards", board)).map((name) => join(shared, "data/boards", board, name)));
}

function reasons(count: ImportCount): Record<string, number> {
  return Object.fromEntries([...count.problems].map(([reason, { n }]) => [reason, n]));
}
