import { expect, test } from "vitest";
import { loadSample } from "../market/load-sample.ts";
import { samplePostings } from "../market/sample.ts";
import { openMarket } from "../market/store.ts";
import { example } from "../web/brief/example.ts";
import { optionsOf, postingOf } from "../web/brief/posting-of.ts";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeBrief } from "./make-brief.ts";

test("what a newcomer opens first has a pay band in the invented market", { timeout: 120_000 }, async () => {
  const dir = mkdtempSync(join(tmpdir(), "strata-example-"));
  const market = await openMarket(dir);
  try {
    await loadSample(market, samplePostings());
    const { market: told } = await makeBrief(postingOf(example), { market, options: optionsOf(example), now: new Date("2026-11-29") });
    expect(told?.band?.p50.hidden).toBeNull();
    expect(told?.band?.p50.employers).toBeGreaterThanOrEqual(5);
  } finally {
    await market.close();
    rmSync(dir, { recursive: true });
  }
});
