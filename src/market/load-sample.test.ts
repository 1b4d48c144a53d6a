import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { Found } from "../terms/found.ts";
import type { Posting } from "../terms/posting.ts";
import { importPostings } from "./import.ts";
import { loadSample, needsSample } from "./load-sample.ts";
import { type Market, openMarket } from "./store.ts";

let dir: string;
let market: Market;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-sample-"));
  market = await openMarket(dir);
});
afterEach(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

async function* invented(n: number): AsyncGenerator<Posting> {
  for (let i = 0; i < n; i++) yield { id: `s${i}`, company: "Nobody", title: "ML Engineer", description_text: `Invented posting ${i}.` };
}

async function* real(): AsyncGenerator<Found> {
  yield { posting: { id: "1", description_text: "Real." }, where: "line 1", board: null };
}

const stored = async () => (await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM posting"))[0]!.n;

test("an empty market is filled once", async () => {
  const told: number[] = [];
  expect(await needsSample(market)).toBe(true);
  await loadSample(market, invented(150), { onProgress: (n) => told.push(n) });
  expect(await stored()).toBe(150);
  expect(told).toEqual([64, 128, 150]);
  expect(await needsSample(market)).toBe(false);
});

test("stopped on the way, it is done again, without doubles", async () => {
  const stop = new AbortController();
  await loadSample(market, invented(5000), { signal: stop.signal, onProgress: (n) => n >= 3000 && stop.abort() });
  expect(await stored()).toBe(2048);
  expect(await needsSample(market)).toBe(true);
  await loadSample(market, invented(3000));
  expect(await stored()).toBe(3000);
  expect(await needsSample(market)).toBe(false);
});

test("a sample that another engine read is read again", async () => {
  await loadSample(market, invented(3));
  await market.write((connection) => connection.run("UPDATE meta SET value = 'older' WHERE name = 'sample'"));
  expect(await needsSample(market)).toBe(true);
});

test("real postings are never joined by invented ones", async () => {
  await importPostings(market, real(), { source: "board" });
  expect(await needsSample(market)).toBe(false);
});
