import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { DuckDBInstance } from "./duckdb.ts";
import { migrate, newestVersion, versionOf } from "./schema.ts";
import { storePath } from "./directory.ts";
import { openMarket } from "./store.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "strata-schema-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

/** A store of the first version with three postings; the second says what the first says, and the third something else, with a mistyped year. */
async function firstVersion(): Promise<void> {
  const instance = await DuckDBInstance.create(storePath(dir));
  const connection = await instance.connect();
  await migrate(connection, 0, 1);
  for (const [key, title, text, posted, closed] of [[1, "ML Engineer (m/w/d)", "Train the models of our shop.", "2025-03-01", "2025-04-01"], [2, "ML Engineer", "Train the models of our shop.", "2025-04-20", null], [3, "Baker", "Bake.", "2205-03-01", null]] as const) {
    await connection.run("INSERT INTO posting (key, source, id, employer, title, location, description_text, posted, closed, first_seen, last_seen) VALUES (?, 'test', ?, 'Firm', ?, 'Berlin', ?, ?::DATE, ?::DATE, '2025-05-01', '2025-05-02')", [BigInt(key), String(key), title, text, posted, closed]);
    await connection.run("INSERT INTO reading (key, hash, engine, employer, posted, closed, role) VALUES (?, 7, '0.1.0', 'firm', ?::DATE, ?::DATE, 'ml-engineer')", [BigInt(key), posted, closed]);
    await connection.run("INSERT INTO reading_place VALUES (?, 'DE', 'europe', NULL, 'Berlin')", [BigInt(key)]);
  }
  connection.closeSync();
  instance.closeSync();
}

describe("a store of version 1", () => {
  it("keeps all it holds, and gets its vacancies", async () => {
    await firstVersion();
    const market = await openMarket(dir);
    expect(await market.rows("SELECT count(*)::INTEGER AS n, sum(missed)::INTEGER AS missed, count(gone)::INTEGER AS gone FROM posting")).toEqual([{ n: 3, missed: 0, gone: 0 }]);
    expect(await market.rows("SELECT key::INTEGER AS key, vacancy::INTEGER AS vacancy, title_key, opened::VARCHAR AS opened, first_seen::VARCHAR AS first, last_seen::VARCHAR AS last, ended::VARCHAR AS ended, engine, role FROM reading ORDER BY key")).toEqual([
      { key: 1, vacancy: 1, title_key: "ml engineer", opened: "2025-03-01", first: "2025-05-01", last: "2025-05-02", ended: null, engine: "0.1.0", role: "ml-engineer" },
      { key: 2, vacancy: 1, title_key: "ml engineer", opened: "2025-03-01", first: "2025-05-01", last: "2025-05-02", ended: null, engine: "0.1.0", role: "ml-engineer" },
      { key: 3, vacancy: 3, title_key: "baker", opened: null, first: "2025-05-01", last: "2025-05-02", ended: null, engine: "0.1.0", role: "ml-engineer" },
    ]);
    expect(await market.rows("SELECT v.key::INTEGER AS key, e.name, role, opened::VARCHAR AS opened, month, regions, countries, source FROM vacancy v JOIN employer e ON e.number = v.employer ORDER BY key")).toEqual([
      { key: 1, name: "firm", role: "ml-engineer", opened: "2025-03-01", month: 2025 * 12 + 2, regions: ["europe"], countries: ["DE"], source: "test" },
      { key: 3, name: "firm", role: "ml-engineer", opened: null, month: null, regions: ["europe"], countries: ["DE"], source: "test" },
    ]);
    expect(await market.rows("SELECT key::INTEGER AS key, vacancy::INTEGER AS vacancy FROM reading_place ORDER BY key")).toEqual([{ key: 1, vacancy: 1 }, { key: 2, vacancy: 1 }, { key: 3, vacancy: 3 }]);
    await market.close();
  });

  it("is as it was when bringing it up is cut off", async () => {
    await firstVersion();
    const instance = await DuckDBInstance.create(storePath(dir));
    const connection = await instance.connect();
    const refusing = new Proxy(connection, { get: (target, name) => (name === "createAppender" ? () => Promise.reject(new Error("cut off")) : typeof target[name as "run"] === "function" ? target[name as "run"].bind(target) : target[name as "run"]) });
    await expect(migrate(refusing, 1)).rejects.toThrow("cut off");
    instance.closeSync();
    const market = await openMarket(dir);
    expect(await market.rows("SELECT value FROM meta WHERE name = 'version'")).toEqual([{ value: String(newestVersion) }]);
    expect(await market.rows("SELECT count(*)::INTEGER AS n, count(title_key)::INTEGER AS titled FROM reading")).toEqual([{ n: 3, titled: 3 }]);
    await market.close();
  });

  it("gets its table of vacancies anew where other rules made it, also when it is opened to be read only", async () => {
    await firstVersion();
    const market = await openMarket(dir);
    await market.write((connection) => connection.run("DELETE FROM vacancy; UPDATE meta SET value = 'older' WHERE name = 'vacancies'"));
    await market.close();
    const read = await openMarket(dir, { readOnly: true });
    expect(await read.rows("SELECT count(*)::INTEGER AS n FROM vacancy")).toEqual([{ n: 2 }]);
    await read.close();
  });

  it("is told from a new one", async () => {
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    expect(await versionOf(connection)).toBe(0);
    await migrate(connection, 0, 1);
    expect(await versionOf(connection)).toBe(1);
    instance.closeSync();
  });
});
