import { mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { RatesUnusable } from "./problems.ts";
import { keepRates, parseRates, ratesOf, ratesPath } from "./rates.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "strata-rates-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

describe("rates", () => {
  it("come with the package: dated, with a source, and with cross rates that hold together", () => {
    const { date, source, perEuro } = ratesOf(dir);
    expect({ date, source }).toEqual({ date: "2024-12-31", source: "ECB reference rate" });
    // Hong Kong holds its dollar between 7.75 and 7.85 to the American.
    expect(perEuro.get("HKD")! / perEuro.get("USD")!).toBeCloseTo(7.77, 1);
    expect(perEuro.get("AED")! / perEuro.get("USD")!).toBeCloseTo(3.6725, 6);
    expect(perEuro.size).toBeGreaterThan(30);
  });

  it("are those of the newest day alone, in the ECB's own form", () => {
    const rates = parseRates("Date,USD,RUB,GBP,\n2025-06-02,1.1,N/A,0.84,\n2025-06-03,1.2,N/A,0.85,\n2022-03-01,1.1,117.2,0.83,\n", "hist.csv");
    expect([...rates.perEuro].filter(([currency]) => !rates.pegged.includes(currency))).toEqual([["EUR", 1], ["USD", 1.2], ["GBP", 0.85]]);
    expect(rates.date).toBe("2025-06-03");
  });

  it("of one day come together from several files; of a newer day they replace the others, and what has no rate any more is named", () => {
    keepRates(dir, "date,currency,per_euro\n2025-06-03,USD,1.2\n2025-06-03,GBP,0.85\n", "one.csv");
    expect(keepRates(dir, "date,currency,per_euro\n2025-06-03,SEK,11\n2025-06-03,GBP,0.86\n", "two.csv")).toMatchObject({ lost: [] });
    expect([...ratesOf(dir).perEuro].filter(([currency]) => ["USD", "GBP", "SEK"].includes(currency)).toSorted()).toEqual([["GBP", 0.86], ["SEK", 11], ["USD", 1.2]]);
    expect(() => keepRates(dir, "date,currency,per_euro\n2025-06-02,USD,1\n", "old.csv")).toThrow("has those of 2025-06-03");
    writeFileSync(ratesPath(dir), "broken");
    expect(keepRates(dir, "date,currency,per_euro\n2025-06-03,USD,1\n", "again.csv").lost).toEqual([]);
    keepRates(dir, "date,currency,per_euro\n2025-06-03,GBP,0.86\n2025-06-03,SEK,11\n", "two.csv");
    expect(keepRates(dir, "date,currency,per_euro\n2025-06-04,USD,1.1\n", "new.csv").lost).toEqual(["GBP", "SEK"]);
    expect([...ratesOf(dir).perEuro.keys()].includes("SEK")).toBe(false);
  });

  it("are kept for a market, whole or not at all", () => {
    expect(keepRates(dir, "date,currency,per_euro,source\n2026-01-30,usd,1.19,by hand\n", "mine.csv").source).toBe("by hand");
    expect(() => keepRates(dir, "date,currency,per_euro\n2026-02-30,USD,1.2\n", "bad.csv")).toThrow(RatesUnusable);
    expect(ratesOf(dir)).toMatchObject({ date: "2026-01-30", source: "by hand" });
    expect(readdirSync(dir)).toEqual(["rates.csv"]);
  });

  it("are kept of the newest day alone", () => {
    const days = Array.from({ length: 3000 }, (_, i) => `${new Date(i * 86_400_000).toISOString().slice(0, 10)},1.${i},0.8`);
    const { lost: _lost, ...kept } = keepRates(dir, `Date,USD,GBP\n${days.join("\n")}\n`, "hist.csv");
    expect(readFileSync(ratesPath(dir), "utf8").length).toBeLessThan(500);
    expect(ratesOf(dir)).toEqual(kept);
    const { lost: _none, ...quoted } = keepRates(dir, 'date,currency,per_euro,source\n2026-01-30,USD,1.19,"by ""hand"", mine"\n', "mine.csv");
    expect(ratesOf(dir)).toEqual(quoted);
  });

  it("are those of the file that stands there, also where another of the same length took its place or it was written over", () => {
    const dollar = (): number | undefined => ratesOf(dir).perEuro.get("USD");
    for (const rate of [1.2, 1.3, 1.4]) {
      keepRates(dir, `date,currency,per_euro\n2025-06-03,USD,${rate}\n`, "one.csv");
      expect([dollar(), dollar()]).toEqual([rate, rate]);
    }
    writeFileSync(ratesPath(dir), readFileSync(ratesPath(dir), "utf8").replace("1.4", "1.5"));
    // Kernels before 6.13 count the times of files in steps of up to 10 ms.
    utimesSync(ratesPath(dir), new Date(), new Date(Date.now() + 1000));
    expect(dollar()).toBe(1.5);
    rmSync(ratesPath(dir));
    expect(ratesOf(dir).date).toBe("2024-12-31");
  });

  it.each([
    ["", /first line names neither/],
    ["a,b\n1,2", /first line names neither/],
    ["date,currency,per_euro\n", /holds no rates/],
    ["date,currency,per_euro\nyesterday,USD,1.2", /line 2: "yesterday" is no day/],
    ["date,currency,per_euro\n2026-01-30,dollar,1.2", /line 2: "DOLLAR" is no currency/],
    ["date,currency,per_euro\n2026-01-30,USD,-1", /line 2: "-1" is no rate/],
    ["date,currency,per_euro\n2026-01-30,USD,", /line 2: "" is no rate/],
    ['date,currency,per_euro\n2026-01-30,"USD', /no CSV/],
  ])("refuse %j and say why", (text, why) => {
    expect(() => parseRates(text, "mine.csv")).toThrow(why);
  });
});
