import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { makeInventedMarket } from "../../test/fixtures/invented-market.ts";
import { Answers } from "./answers.ts";
import { questionOf } from "./questions/catalogue.ts";
import { ratesPath } from "./rates.ts";
import { type Market, openMarket } from "./store.ts";

let dir: string;
let market: Market;
let asked: string[];
let answers: Answers;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-answers-"));
  await makeInventedMarket(dir);
  market = await openMarket(dir);
  asked = [];
  const rows = market.rows.bind(market);
  market.rows = ((sql: string, values: never) => {
    asked.push(sql);
    return rows(sql, values);
  }) as Market["rows"];
  answers = new Answers(market);
});
afterEach(async () => {
  await market.close();
  rmSync(dir, { recursive: true });
});

const ask = (name: "roles" | "pay" | "overview", cut: Record<string, unknown> = {}): Promise<string> => answers.ask(name, questionOf(name).asks.parse(cut));
const change = (): Promise<unknown> => market.write((connection) => market.transaction(connection, async () => void (await connection.run("DELETE FROM vacancy WHERE role = 'ml-engineer'"))));

/** Without names and numbers that nothing narrows: they are found once for all questions. */
const ofVacancies = (): number => asked.filter((sql) => sql.includes("FROM vacancy")).length;

describe("answers", () => {
  it("are those of the question, made once for all who ask the same at the same time and after", async () => {
    const [one, other] = await Promise.all([ask("roles"), ask("roles")]);
    const made = ofVacancies();
    expect(JSON.parse(one)).toEqual({ ...JSON.parse(JSON.stringify(await questionOf("roles").ask(market, questionOf("roles").asks.parse({})))), absent: [] });
    expect([other, await ask("roles")]).toEqual([one, one]);
    expect(made).toBeGreaterThan(0);
    expect(ofVacancies()).toBe(2 * made);
    expect(await ask("roles", { region: "uk" })).not.toBe(one);
  });

  it("are made anew when the market has changed, also while they are made", async () => {
    const before = await ask("roles");
    await change();
    const after = await ask("roles");
    expect(after).not.toBe(before);
    const made = ask("pay");
    await change();
    await made;
    const queries = asked.length;
    await ask("pay");
    expect(asked.length).toBeGreaterThan(queries);
  });

  it("are made anew when the rates have changed", async () => {
    const convert = { convert: "EUR" };
    const before = JSON.parse(await ask("pay", convert));
    writeFileSync(ratesPath(dir), "date,currency,per_euro,source\n2026-01-02,USD,2,invented\n2026-01-02,GBP,1,invented\n");
    expect(before.rates.date).not.toBe("2026-01-02");
    expect(JSON.parse(await ask("pay", convert)).rates.date).toBe("2026-01-02");
  });

  it("that failed are not kept", async () => {
    writeFileSync(ratesPath(dir), "no rates");
    await expect(ask("pay", { convert: "EUR" })).rejects.toThrow("rates");
    rmSync(ratesPath(dir));
    expect(JSON.parse(await ask("pay", { convert: "EUR" })).rows.length).toBeGreaterThan(0);
  });

  it("of the page stand ready before anyone asks, and again when the market has come to rest", async () => {
    const stop = new AbortController();
    const warm = answers.keepWarm(stop.signal);
    await expect.poll(() => asked.some((sql) => sql.includes("r.region AS part")), { timeout: 10_000 }).toBe(true);
    await change();
    asked = [];
    await expect.poll(() => asked.some((sql) => sql.includes("r.region AS part")), { timeout: 10_000 }).toBe(true);
    stop.abort();
    await warm;
    await answers.warm(new AbortController().signal);
    const made = asked.length;
    await ask("roles");
    for (const filter of [{ region: "us" }, { workplace: "remote" }, { seniority: "senior" }, { domain: "health" }]) await ask("overview", filter);
    expect(asked.length).toBe(made);
    await ask("overview", { region: "us", seniority: "senior" });
    expect(asked.length).toBeGreaterThan(made);
  }, 30_000);
});
