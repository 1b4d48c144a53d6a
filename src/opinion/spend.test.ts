import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { OpinionUnusable } from "./problems.ts";
import { keepSpend } from "./spend.ts";

let dir: string;
let now = new Date("2026-03-01T12:00:00Z");
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "strata-spend-"));
  now = new Date("2026-03-01T12:00:00Z");
});
afterEach(() => rmSync(dir, { recursive: true }));
const spendOf = (day: number) => keepSpend(join(dir, "data"), day, () => now);

test("takes before, settles after, and stops at the cap", () => {
  const spend = spendOf(1000);
  spend(600)!(100);
  expect(spend(901)).toBeNull();
  spend(900)!(900);
  expect(spend(1)).toBeNull();
});

test("a call that was never settled stays charged, for other processes too", () => {
  spendOf(1000)(600);
  expect(spendOf(1000)(401)).toBeNull();
  expect(spendOf(1000)(400)).not.toBeNull();
});

test("a call that cost more than was taken is charged in full", () => {
  const spend = spendOf(1000);
  spend(10)!(5000);
  expect(spend(1)).toBeNull();
});

test("begins anew each day, keeps one file that only its owner reads, and settles on the day it was taken", () => {
  const spend = spendOf(1000);
  const settle = spend(1000)!;
  now = new Date("2026-03-02T00:00:01Z");
  spend(1000);
  expect(readdirSync(join(dir, "data"))).toEqual(["model-tokens-2026-03-02.txt"]);
  expect(statSync(join(dir, "data/model-tokens-2026-03-02.txt")).mode & 0o777).toBe(0o600);
  settle(0);
  expect(spend(1)).toBeNull();
});

test.each(["12", "12\nx\n", "-\n", "1e9\n", "\n"])("a damaged count %j spends nothing and says what to do", (content) => {
  const spend = spendOf(1000);
  spend(1)!(0);
  writeFileSync(join(dir, "data/model-tokens-2026-03-01.txt"), content);
  expect(() => spend(1)).toThrow(OpinionUnusable);
  expect(() => spend(1)).toThrow(/damaged.*Delete it/);
});

test("where nothing can be written nothing is spent", () => {
  writeFileSync(join(dir, "data"), "");
  expect(() => spendOf(1000)(1)).toThrow(/cannot be counted in .*STRATA_DATA/);
});
