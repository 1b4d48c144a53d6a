import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Entry } from "../../src/market/append.ts";
import { DuckDBInstance } from "../../src/market/duckdb.ts";
import { lockPath, thisHolder } from "../../src/market/lock.ts";
import { postingRow } from "../../src/market/posting-row.ts";
import { openMarket } from "../../src/market/store.ts";
import { layerOf, roles } from "../../src/terms/role.ts";
import { line, strata, strataHere, tempDir } from "../fixtures/strata.ts";
import { storeEntries } from "../fixtures/vacancy-table.ts";

let dir: string;
let remove: () => void;
beforeAll(async () => {
  ({ dir, remove } = tempDir());
  const market = await openMarket(dir);
  await storeEntries(market, Array.from({ length: 220 }, (_, i) => entry(i)));
  await market.close();
});
afterAll(() => remove());

/** An invented posting that needs no reading: every role ten times, of ten employers, paid in dollars but for every fourth. */
function entry(n: number): Entry {
  const role = roles[n % roles.length]!.id;
  const layer = layerOf(role);
  const [currency, min] = n % 4 === 0 ? ["EUR", 60_000] : ["USD", 120_000];
  return {
    ...postingRow("test", { id: `p${n}`, company: `=Firm ${n % 10}`, title: `Posting ${n}`, posted_at: `2025-${String((n % 12) + 1).padStart(2, "0")}-15`, description_text: "Invented." }),
    firstSeen: 20_000,
    lastSeen: 20_000,
    reading: {
      engine: "test", language: "en", role, runnerUp: null, margin: 0.5, confidence: 0.9, layer, mix: layer === "outside" ? [null, null, null, null, null] : [0.2, 0.2, 0.2, 0.2, 0.2], conflation: 1,
      seniority: n % 3 === 0 ? null : "senior", workplace: null, domain: null, years: null, degree: null, production: null, visa: null,
      places: [{ country: n % 2 === 0 ? "US" : "DE", region: n % 2 === 0 ? "us" : "europe", subdivision: null, city: null }],
      pay: [{ min, max: min + 20_000, currency, period: "year", kind: "base", place: null, yearly: min + 10_000 }],
      skills: ["Python", "Reinforcement learning from human feedback", "=HYPERLINK(1)", "@SUM(A1)"].map((name) => ({ id: name.toLowerCase(), name, need: "required" })),
    },
  };
}

const market = (...args: string[]) => strata(["market", ...args, "--data", dir]);
const here = (...args: string[]) => strataHere(["market", ...args, "--data", dir]);

describe("strata market", () => {
  it.each([["roles"], ["overview"], ["layers"], ["layers", "--by", "month"], ["regions"], ["regions", "--by", "country"], ["skills"], ["skills", "--by", "month"], ["demand"], ["demand", "--by", "country,month"], ["titles", "--layer", "model"], ["seniority"], ["employers"], ["pay"], ["pay", "--by", "country"], ["pay", "--by", "seniority"], ["pay", "--by", "layer"]])("answers %j as a table within 80 columns, with n", async (...args: string[]) => {
    const { code, out, err } = await here(...args);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/ · (180 AI vacancies of 10 employers, of 220 read|(180|50) vacancies of 10 employers)\n/);
    expect(Math.max(...out.split("\n").map((one) => [...one].length))).toBeLessThanOrEqual(80);
    expect(out).toMatch(/ n +empl\./);
  });

  it("says what shares are of wherever others stand beside them, and nothing of others where there are none", async () => {
    for (const question of ["roles", "overview", "layers"]) {
      expect((await here(question)).out).toContain(" · 180 AI vacancies of 10 employers, of 220 read\n");
      expect((await here(question, "--layer", "model")).out).toContain(" · 50 vacancies of 10 employers\n");
      expect((await here(question, "--layer", "outside")).out).toContain(" · 40 vacancies of 10 employers\n");
    }
  });

  it("names the role that there is none of", async () => {
    expect(await here("roles", "--role", "nope")).toMatchObject({ code: 2, err: expect.stringContaining('--role nope: "nope" is not one of ai-infrastructure-engineer') });
  });

  it("takes so many groups, each with all its months", async () => {
    const { rows } = JSON.parse((await here("demand", "--by", "role,month", "--limit", "2", "--json")).out) as { rows: { group: string }[] };
    expect(new Set(rows.map((row) => row.group)).size).toBe(2);
    expect(rows.length).toBeGreaterThan(2);
    expect((await strataHere(["market", "--help"])).out.replaceAll(/\s+/g, " ")).toContain("skills, demand, domains, seniority, employers: so many groups, those of most vacancies (else 50), month by month with all months of each");
  });

  it("gives roles when nothing is asked", async () => {
    const { out } = await market();
    expect(out).toContain("ML engineer");
    expect(out).toMatch(/AI infrastructure engineer +infra +10 +\d+ +5\.6 \(3 to 12\) +\$130k \(\d\)\n +median \$\d+k to \$\d+k \(95 %\) of \d employers/);
  });

  it("narrows by every filter", async () => {
    const count = async (...args: string[]): Promise<number> => JSON.parse((await here("roles", "--json", ...args)).out).postings;
    expect(await count()).toBe(220);
    expect(await count("--country", "us")).toBe(110);
    expect(await count("--country", "US,DE")).toBe(220);
    expect(await count("--role", "ml-engineer", "--role", "llm-engineer")).toBe(20);
    expect(await count("--layer", "model")).toBe(50);
    expect(await count("--seniority", "senior")).toBe(146);
    expect(await count("--since", "2025-07-01")).toBe(108);
    expect(await count("--country", "FR")).toBe(0);
    expect((await here("--country", "FR")).out).toContain("No vacancy fits these filters.");
  });

  it.each([
    [["--skill", "pyhton"], "no skill is called “pyhton”; did you mean Python?"],
    [["--city", "Munchenn"], "no city is called “Munchenn”; did you mean München?"],
    [["--employer", "=firm 33"], "no employer in this market is called “=firm 33”; did you mean =Firm 3?"],
    [["price", "--require", "skill:pyhton"], "no skill is called “pyhton”"],
  ])("does not take %j for an empty market", async (args, says) => {
    const { code, out, err } = await market(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`strata market: ${says}`);
  });

  it("tells what is known and in no vacancy, and finds what goes by another name", async () => {
    const { code, out, err } = await market("--skill", "kafka");
    expect(code).toBe(0);
    expect(out).toContain("No vacancy fits these filters.");
    expect(err).toBe("strata market: Kafka is a skill that no vacancy of this market names\n");
    expect((await market("--city", "München")).err).toBe("strata market: Munich is a city that no vacancy of this market names\n");
    expect(JSON.parse((await market("--skill", "Python3", "--json")).out)).toMatchObject({ postings: 220, cut: { skill: ["python"] }, absent: [] });
  });

  it("prints JSON with the query and its values", async () => {
    const answer = JSON.parse((await market("roles", "--json", "--country", "DE")).out);
    expect(answer).toMatchObject({ postings: 110, sample: false, cut: { country: ["DE"] }, values: { country0: "DE" } });
    expect(answer.sql).toContain("$country0");
    expect(answer.rows[0]).toMatchObject({ n: expect.any(Number), employers: expect.any(Number), share: { low: expect.any(Number) }, pay: { currency: "USD" } });
  });

  it("says of a market without work in AI how many postings are in it", async () => {
    const { dir: other, remove: removeOther } = tempDir();
    try {
      writeFileSync(join(other, "one.jsonl"), line("1", { title: "パン職人", description_html: null, description_text: "パンを焼きます。毎朝、生地をこねて、窯で焼き、店に並べます。" }));
      await strataHere(["import", "--data", other, join(other, "one.jsonl")]);
      expect((await strataHere(["market", "seniority", "--data", other])).out).toContain("1 posting in the market, and none is read as a vacancy in AI.");
      expect((await strataHere(["market", "seniority", "--country", "FR", "--data", other])).out).toContain("No vacancy fits these filters.");
    } finally {
      removeOther();
    }
  });

  it.each([["seniority"], ["demand", "--by", "seniority"]])("does not say in %j how many state a level, which nobody knows", async (...args: string[]) => {
    const { out } = await here(...args);
    expect(out).toContain("is counted as mid.");
    expect(out).not.toContain("% say");
    const { rows } = JSON.parse((await here(...args, "--json")).out) as { rows: { coverage: number | null }[] };
    expect(rows.map(({ coverage }) => coverage)).toEqual(rows.map(() => null));
    expect((await here("demand", "--by", "country")).out).toContain("% say");
  });

  it.each(["roles", "overview", "layers", "skills", "demand", "titles", "seniority", "employers", "pay"])("prints %s as CSV in which no cell is a formula", async (question) => {
    const { code, out } = await here(question, "--csv");
    expect(code).toBe(0);
    const [header, ...rows] = parse(out) as string[][];
    expect(header).toContain("n");
    expect(rows.length).toBeGreaterThan(0);
    for (const cell of rows.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
  });

  it("hides pay behind fewer than five employers", async () => {
    const { rows } = JSON.parse((await here("pay", "--json", "--role", "ml-engineer", "--country", "DE")).out);
    expect(rows[0]).toMatchObject({ p50: { value: expect.any(Number) }, hidden: null });
    const narrow = JSON.parse((await here("pay", "--json", "--role", "ml-engineer", "--since", "2025-11-01")).out);
    expect(narrow.rows[0]).toMatchObject({ p50: null, hidden: expect.stringMatching(/^\d of 5 employers$/) });
  });

  it("writes Parquet with the columns of the CSV, whole or not at all", async () => {
    const file = join(dir, "roles.parquet");
    expect(await market("roles", "--parquet", file)).toMatchObject({ code: 0, err: expect.stringContaining("22 rows written to") });
    const instance = await DuckDBInstance.create(":memory:");
    const found = await (await instance.connect()).runAndReadAll(`FROM '${file}'`);
    expect(found.columnNames()).toEqual((parse((await market("roles", "--csv")).out) as string[][])[0]);
    expect(found.getRowObjectsJS()).toEqual(expect.arrayContaining([expect.objectContaining({ role: "ml-engineer", n: 10, share: expect.any(Number), pay_currency: "USD" })]));
    const nowhere = join(dir, "no folder", "roles.parquet");
    expect(await market("roles", "--parquet", nowhere)).toMatchObject({ code: 4, err: expect.stringContaining(`${nowhere} cannot be written`) });
    expect(readdirSync(dir).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  it("prints the query with its values, and it runs as it stands", async () => {
    const { out } = await market("skills", "--sql", "--country", "DE", "--limit", "2");
    expect(out).toContain("list_contains(r.countries, 'DE')");
    const instance = await DuckDBInstance.create(join(dir, "market.duckdb"), { access_mode: "READ_ONLY" });
    const found = await (await instance.connect()).runAndReadAll(out);
    expect(found.getRowObjectsJS()).toHaveLength(2);
    instance.closeSync();
  });

  it("prints every query that an answer is put together of, each under its figures", async () => {
    type Row = { role: string; n: number; pay: { n: number }; timeOpen: { n: number }; months: { month: string; vacancies: number }[] };
    const { rows } = JSON.parse((await market("overview", "--json", "--country", "US")).out) as { rows: Row[] };
    const queries = (await market("overview", "--sql", "--country", "US")).out.split(";\n").filter((query) => query.trim() !== "");
    expect(queries.map((query) => /-- (\w+[ \w]*)[^\n]*\n(?!--)/.exec(query)![1])).toEqual(["vacancies", "the skills that each role", "pay", "pay of work outside the five layers", "shares of the vacancies inside the five layers", "vacancies by month", "time open"]);
    const instance = await DuckDBInstance.create(join(dir, "market.duckdb"), { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    const found = await Promise.all(queries.map(async (query) => (await connection.runAndReadAll(query)).getRowObjectsJS()));
    const sum = (of: number, key: string, group: string, role: string): number => found[of]!.filter((row) => row[group] === role).reduce((all, row) => all + Number(row[key]), 0);
    expect(rows.map(({ role }) => ({ n: sum(0, "n", "role", role), pay: sum(2, "n", "role", role) + sum(3, "n", "role", role), months: sum(5, "n", "role", role), watched: sum(6, "left", "group", role) }))).toEqual(
      rows.map((row) => ({ n: row.n, pay: row.pay.n, months: row.months.reduce((all, month) => all + month.vacancies, 0), watched: row.timeOpen.n })),
    );
    expect(rows.some((row) => row.pay.n > 0 && row.months.length > 0)).toBe(true);
    expect((await market("roles", "--sql")).out).toContain("-- pay: the figures");
    instance.closeSync();
  });

  it("refuses a question that there is not, and an option of another", async () => {
    expect(await market("rolls")).toMatchObject({ code: 2, err: expect.stringContaining('did you mean "strata market roles"?') });
    expect(await here("roles", "--limit", "3")).toMatchObject({ code: 2, err: expect.stringMatching(/--limit is for: .*strata market skills/) });
    expect(await market("standing")).toMatchObject({ code: 2, out: "", err: expect.stringContaining("--value: must be given as a number, as in 150000") });
    expect(await here("roles", "--csv", "--json")).toMatchObject({ code: 2, err: expect.stringContaining("give one of --json, --csv, --parquet and --sql") });
  });

  it("says so where there is no market", async () => {
    const ended = await strata(["market", "--data", join(dir, "nowhere")]);
    expect(ended).toMatchObject({ code: 4, out: "", err: expect.stringMatching(/no market under .*strata import FILE/) });
  });

  it("says that --data is a file, and repeats --data in what to run", async () => {
    const file = join(dir, "a file");
    writeFileSync(file, "");
    for (const verb of [["market"], ["import", file]]) expect(await strata([...verb, "--data", file])).toMatchObject({ code: 4, err: expect.stringContaining("is a file, not a directory") });
    const none = join(dir, "none here");
    expect((await strata(["market", "--data", none])).err).toContain(`strata start --data '${none}'`);
  });

  it("says of a file for Parquet that cannot be one what is in its way, and what to give", async () => {
    for (const [file, why] of [[dir, `${dir} is a directory. Give a file with --parquet FILE.`], [join(dir, "none/x.parquet"), `there is no directory ${join(dir, "none")}. Make it, or give another file with --parquet FILE.`]]) {
      expect(await here("skills", "--parquet", file!)).toMatchObject({ code: 4, out: "", err: expect.stringContaining(why!) });
    }
  });

  it("does not wait for a server that hangs", async () => {
    const server = createServer(() => undefined);
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const held = tempDir();
    writeFileSync(join(held.dir, "market.duckdb"), "");
    writeFileSync(lockPath(held.dir), JSON.stringify({ ...thisHolder("start", new Date(), held.dir), address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
    const { code, err } = await strata(["market", "--data", held.dir]);
    expect({ code, err }).toMatchObject({ code: 5, err: expect.stringMatching(/process \d+ .*did not answer in time\.\nLook at that process; if it hangs, end it, then run this command again/) });
    server.closeAllConnections();
    server.close();
    held.remove();
  }, 15_000);

  it("asks the server that holds the market", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url!);
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ cut: {}, postings: 1, employers: 1, sample: true, rows: [], sql: "", values: {}, cap: { most: 0.1, capped: 0 }, labels: null }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const held = tempDir();
    writeFileSync(join(held.dir, "market.duckdb"), "");
    // This process is running and has the server: the lock says so.
    writeFileSync(lockPath(held.dir), JSON.stringify({ ...thisHolder("start", new Date(), held.dir), address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }));
    const { code, out } = await strata(["market", "layers", "--country", "us", "--country", "DE", "--data", held.dir]);
    expect(code).toBe(0);
    expect(asked).toEqual(["/api/market/layers?country=us%2CDE"]);
    expect(out).toContain("SAMPLE: invented postings");
    expect(out).toContain("1 vacancy of 1 employer\n");
    server.close();
    expect(await strata(["market", "--data", held.dir])).toMatchObject({ code: 5, err: expect.stringMatching(/in use by "strata start".*could not be asked/) });
    held.remove();
  });
});
