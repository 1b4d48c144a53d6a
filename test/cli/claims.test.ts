import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dayAt, plantedMarket } from "../fixtures/planted-market.ts";
import { startStrata, strata, strataHere, tempDir } from "../fixtures/strata.ts";

let dir: string;
let remove: () => Promise<void>;
beforeAll(async () => {
  const planted = await plantedMarket(Array.from({ length: 240 }, (_, i) => ({ employer: `Firm ${i % 24}`, role: (["llm-engineer", "inference-engineer", "ml-engineer"] as const)[i % 3], seniority: "senior", posted: dayAt(i * 3), pay: 150_000 + (i % 7) * 10_000, skills: ["RAG"] })));
  ({ dir, remove } = planted);
  await planted.market.close();
});
afterAll(() => remove());

describe("strata claims", () => {
  it("gives every claim its verdict, within 80 columns, with the rule", async () => {
    const { code, out, err } = await strata(["claims", "--data", dir]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("Claims · 240 vacancies of 24 employers");
    expect(out).toMatch(/✓ supported: \d+ claims?/);
    expect(out).toContain("nothing recorded by hiring yet");
    expect(Math.max(...out.split("\n").map((line) => [...line].length))).toBeLessThanOrEqual(80);
    expect(out.replaceAll("\n", " ")).toContain("95 % interval is held against the claimed range");
  });

  it("names for each figure a command that works", async () => {
    const { rows } = JSON.parse((await strata(["claims", "--json", "--data", dir])).out) as { rows: { command: string | null; sql: string | null; verdict: string }[] };
    const commands = [...new Set(rows.flatMap((row) => row.command ?? []))];
    expect(commands.length).toBeGreaterThan(15);
    for (const command of commands) {
      const { code, err } = await strataHere([...[...command.matchAll(/"([^"]*)"|\S+/g)].map(([word, quoted]) => quoted ?? word).slice(1), "--json", "--data", dir]);
      expect({ command, code, err }).toEqual({ command, code: 0, err: "" });
    }
    // Some thirty questions, one after the other.
  }, 120_000);

  it("narrows by day, and refuses what it does not take", async () => {
    expect((await strataHere(["claims", "--since", "2025-06-01", "--data", dir])).out).toMatch(/Claims · \d\d vacancies/);
    expect(await strataHere(["claims", "--since", "June", "--data", dir])).toMatchObject({ code: 2, err: expect.stringContaining("no day is written \"June\"; write it as in") });
    expect(await strataHere(["claims", "pay", "--data", dir])).toMatchObject({ code: 2, err: expect.stringContaining("takes options only") });
    expect(await strataHere(["claims", "--json", "--csv", "--data", dir])).toMatchObject({ code: 2 });
  });

  it("answers as CSV, and the same over HTTP", async () => {
    const { out } = await strata(["claims", "--csv", "--data", dir]);
    expect(out.split("\r\n")[0]).toContain("id,verdict,figure,n,employers,value,value_low,value_high");
    const server = await startStrata(["--data", dir, "--no-sample"]);
    try {
      const [alone, beside] = await Promise.all([fetch(`${server.url}/api/claims`), fetch(`${server.url}/api/market/claims`)]);
      expect([alone.status, await alone.text()]).toEqual([200, await beside.text()]);
      expect((await strata(["claims", "--json", "--data", dir])).code).toBe(0);
    } finally {
      await server.stop();
    }
  });
});

describe("strata rates", () => {
  it("shows the rates in use and says that they are old", async () => {
    const { dir: empty, remove: clean } = tempDir();
    const { code, out } = await strata(["rates", "--data", empty]);
    expect(code).toBe(0);
    expect(out).toMatch(/^One euro on 2024-12-31 \(ECB reference rate\)/);
    expect(out).toMatch(/USD +1\.03890/);
    expect(out).toContain("days old. Take in newer ones with: strata rates FILE");
    clean();
  });

  it("takes newer ones in, whole or not at all, and converts with them", async () => {
    const file = join(dir, "eurofxref-hist.csv");
    writeFileSync(file, "Date,USD,GBP,\n2026-01-30,1.25,0.8,\n2026-01-29,9,9,\n");
    expect(await strata(["rates", file, "--data", dir])).toMatchObject({ code: 0, err: expect.stringContaining("rates of 2026-01-30 taken in") });
    const pay = JSON.parse((await strata(["market", "pay", "--by", "all", "--convert", "GBP", "--json", "--data", dir])).out) as { rates: unknown; rows: { p50: { value: number } }[] };
    expect(pay.rates).toEqual({ to: "GBP", date: "2026-01-30", source: "ECB reference rates", newest: expect.any(String), olderDays: 0 });
    expect(pay.rows[0]!.p50.value).toBeCloseTo(180_000 * 0.64, -2);
    writeFileSync(file, "Date,USD\n2026-02-30,1.25\n");
    expect(await strata(["rates", file, "--data", dir])).toMatchObject({ code: 4, err: expect.stringContaining('"2026-02-30" is no day') });
    expect(readFileSync(join(dir, "rates.csv"), "utf8")).toContain("2026-01-30");
    expect(readdirSync(dir).filter((name) => name.startsWith("rates"))).toEqual(["rates.csv"]);
    expect(await strata(["rates", join(dir, "none.csv"), "--data", dir])).toMatchObject({ code: 4, err: expect.stringContaining("no such file") });
    expect(await strata(["market", "pay", "--convert", "SEK", "--data", dir])).toMatchObject({ code: 2, err: expect.stringContaining("There is no rate for SEK on 2026-01-30") });
  });
});
