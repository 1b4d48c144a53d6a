import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, copyFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keptPath } from "./checkpoint.ts";
import { DuckDBInstance } from "./duckdb.ts";
import { type Holder, lockPath, readLock, thisHolder } from "./lock.ts";
import { StoreHeld, StoreUnusable } from "./problems.ts";
import { newestVersion } from "./schema.ts";
import { storePath } from "./directory.ts";
import { Market, openMarket } from "./store.ts";

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "strata-store-"));
});
afterEach(() => rmSync(dir, { recursive: true }));

const locked = (change: Partial<Holder>): void => writeFileSync(lockPath(dir), JSON.stringify({ ...thisHolder("start", new Date("2025-11-01"), dir), ...change }));

/** The number of a process that has ended. */
function deadPid(): number {
  return spawnSync("true").pid;
}

describe("openMarket", () => {
  it("makes a store, and finds it again at its version", async () => {
    const market = await openMarket(join(dir, "new/deeper"));
    expect(await market.rows("SELECT value FROM meta WHERE name = 'version'")).toEqual([{ value: String(newestVersion) }]);
    await market.close();
    expect(existsSync(lockPath(join(dir, "new/deeper")))).toBe(false);
    await (await openMarket(join(dir, "new/deeper"))).close();
  });

  it("refuses a store of a newer version", async () => {
    const market = await openMarket(dir);
    await market.write((connection) => connection.run("UPDATE meta SET value = '999'"));
    await market.close();
    await expect(openMarket(dir)).rejects.toThrow(/newer Strata/);
  });

  it("says so where a reader finds no store, and makes none", async () => {
    await expect(openMarket(dir, { readOnly: true })).rejects.toThrow(/There is no market under .* yet/);
    expect(readdirSync(dir)).toEqual([]);
  });

  it("says so where the data directory is a file", async () => {
    writeFileSync(join(dir, "file"), "");
    await expect(openMarket(join(dir, "file"))).rejects.toThrow(StoreUnusable);
    await expect(openMarket(join(dir, "file/inside"))).rejects.toThrow(StoreUnusable);
  });

  it.skipIf(process.getuid?.() === 0)("says so where it may not write, and advises nothing that harms a healthy store", async () => {
    await (await openMarket(dir)).close();
    for (const [path, closed, open] of [[storePath(dir), 0o400, 0o600], [dir, 0o500, 0o700]] as const) {
      chmodSync(path, closed);
      const refused = await openMarket(dir).catch((error: Error) => error);
      expect(refused).toBeInstanceOf(StoreUnusable);
      expect(refused).toMatchObject({ message: `${path} is not writable by you: its permissions do not allow it (EACCES). Nothing was changed. Fix its permissions, or give another directory with --data DIR.` });
      await (await openMarket(dir, { readOnly: true })).close();
      chmodSync(path, open);
    }
    chmodSync(dir, 0o500);
    await expect(openMarket(join(dir, "new/deeper"))).rejects.toThrow(`${dir} is not writable by you`);
    chmodSync(dir, 0o700);
  });

  it("gives no advice to move a store away that is not damaged", async () => {
    mkdirSync(storePath(dir));
    const refused = await openMarket(dir).catch((error: Error) => error);
    expect(refused).toMatchObject({ message: expect.stringMatching(/cannot be opened.*Mend that/s) });
  });

  it("gives questions no way to files or settings", async () => {
    const market = await openMarket(dir);
    for (const sql of ["FROM read_csv('/etc/passwd')", `COPY posting TO '${dir}/out.csv'`, `ATTACH '${dir}/other.db'`, "INSTALL fts", "SET memory_limit = '9GB'", "SET enable_external_access = true"]) {
      await expect(market.rows(sql), sql).rejects.toThrow();
    }
    await market.close();
  });

  it("never starts empty over a damaged file", async () => {
    const market = await openMarket(dir);
    await market.close();
    writeFileSync(storePath(dir), "not a database at all, ".repeat(1000));
    await expect(openMarket(dir)).rejects.toThrow(/cannot be opened.*Nothing was changed.*import them again/s);
    expect(readFileSync(storePath(dir), "utf8")).toContain("not a database");
  });

  it("sets a damaged WAL aside, says so, and goes on from the last checkpoint", async () => {
    await killed(dir);
    damage(`${storePath(dir)}.wal`, 0.5);
    const market = await openMarket(dir);
    expect(market.notices).toEqual([expect.stringMatching(/could not be replayed.*\.damaged-.*run the last import again/s)]);
    expect(await kept(market)).toBe(1);
    await market.close();
    expect(readdirSync(dir).filter((name) => name.includes(".damaged-"))).toHaveLength(1);
    await (await openMarket(dir)).close();
  });

  it("does so for a reader too", async () => {
    await killed(dir);
    damage(`${storePath(dir)}.wal`, 0.5);
    const market = await openMarket(dir, { readOnly: true });
    expect(await kept(market)).toBe(1);
    await market.close();
  });

  it("says how much is lost where DuckDB takes damage for the end of the WAL", async () => {
    await killed(dir);
    writeFileSync(`${storePath(dir)}.wal`, readFileSync(`${storePath(dir)}.wal`).subarray(0, -1000));
    const market = await openMarket(dir);
    const lost = 21 - (await kept(market));
    expect(lost).toBeGreaterThan(0);
    expect(market.notices).toEqual([expect.stringContaining(`lost the last ${lost} batches`)]);
    await market.close();
  });

  it("takes over what a killed process had committed, and has nothing to say", async () => {
    await killed(dir);
    for (const readOnly of [true, false]) {
      const market = await openMarket(dir, { readOnly });
      expect(await kept(market)).toBe(21);
      expect(market.notices).toEqual([]);
      await market.close();
    }
  });
});

describe("Market.kept", () => {
  it("is found once until something is written, and again where it failed", async () => {
    const market = await openMarket(dir);
    let n = 0;
    const next = (): Promise<number> => market.kept("n", async () => ++n);
    expect(await Promise.all([next(), next()])).toEqual([1, 1]);
    expect(await next()).toBe(1);
    await market.write((connection) => connection.run("INSERT INTO meta VALUES ('a', 'b')"));
    expect(await next()).toBe(2);
    await expect(market.kept("other", () => Promise.reject(new Error("no")))).rejects.toThrow("no");
    expect(await market.kept("other", async () => 3)).toBe(3);
    await market.close();
  });

  it("lets go of what was asked for least lately", async () => {
    const market = await openMarket(dir);
    const found: string[] = [];
    const ask = (name: string): Promise<number> => market.kept(name, async () => found.push(name));
    await ask("first");
    await ask("second");
    for (let i = 0; i < 498; i++) await ask(String(i));
    await ask("first");
    await ask("one too many");
    found.length = 0;
    await ask("first");
    await ask("second");
    expect(found).toEqual(["second"]);
    await market.close();
  });
});

describe("Market.transaction", () => {
  const large = "UPDATE meta SET value = repeat('x', 70000000) WHERE name = 'kept'";

  it("is done, and the next one folds the WAL, where a question stands in the way that began before it", async () => {
    await (await openMarket(dir)).close();
    const instance = await DuckDBInstance.create(storePath(dir));
    const market = new Market(dir, false, [], { instance, file: openSync(storePath(dir), "r") }, thisHolder("import", new Date("2025-11-01"), dir));
    const walBytes = (): number => statSync(`${storePath(dir)}.wal`, { throwIfNoEntry: false })?.size ?? 0;
    const change = (sql: string): Promise<void> => market.write((connection) => market.transaction(connection, async () => void (await connection.run(sql))));
    await instance.connect().then((connection) => connection.run("SET checkpoint_threshold = '1TB'"));
    await change("INSERT INTO meta VALUES ('kept', 'before')");
    const question = await instance.connect();
    await question.run("BEGIN");
    await question.run("FROM meta");
    const slow = question.run("SELECT count(*) FROM range(1000000) a, range(1000000) b, meta WHERE a.range * b.range % 7 = 3").catch((error: Error) => error.message);
    await change(large);
    expect(walBytes()).toBeGreaterThan(64_000_000);
    expect(existsSync(keptPath(storePath(dir)))).toBe(false);
    expect(await market.rows("SELECT length(value)::INTEGER AS n FROM meta WHERE name = 'kept'")).toEqual([{ n: 70_000_000 }]);
    question.interrupt();
    expect(await slow).toContain("Interrupted");
    question.closeSync();
    await change("INSERT INTO meta VALUES ('kept', 'after')");
    expect(walBytes()).toBeLessThan(1_000_000);
    expect(await market.close()).toBeNull();
    const again = await openMarket(dir);
    expect(await kept(again)).toBe(2);
    await again.close();
  });

  it("says so where a checkpoint fails for another reason", async () => {
    const market = await openMarket(dir);
    mkdirSync(`${keptPath(storePath(dir))}.new`);
    await expect(market.write((connection) => market.transaction(connection, async () => void (await connection.run("INSERT INTO meta VALUES ('kept', repeat('x', 70000000))"))))).rejects.toThrow("EISDIR");
    expect(await market.close()).toContain("EISDIR");
  });
});

describe("Market.close", () => {
  it("has nothing to say where all is folded into the store", async () => {
    expect(await (await openMarket(dir)).close()).toBeNull();
  });

  it("says so where the WAL cannot be folded in, and lets go of the store all the same", async () => {
    let closed = false;
    const connection = { runAndReadAll: async () => Promise.reject(new Error("IO Error: No space left on device\nmore")), closeSync: () => undefined };
    const instance = { connect: async () => connection, closeSync: () => (closed = true) } as unknown as DuckDBInstance;
    locked({});
    const notice = await new Market(dir, false, [], { instance, file: openSync(lockPath(dir), "r") }, { ...thisHolder("import", new Date("2025-11-01"), dir), commits: 1 }).close();
    expect(notice).toMatch(/could not be folded into .*market\.duckdb: IO Error: No space left on device\nWhat was stored stays in its \.wal file/);
    expect({ closed, lock: existsSync(lockPath(dir)) }).toEqual({ closed: true, lock: false });
  });
});

/** A store as a killed process leaves it: some of it behind a checkpoint, 20 transactions only in the WAL. */
async function killed(at: string): Promise<void> {
  const live = join(at, "live");
  const market = await openMarket(live);
  await market.write(async (connection) => {
    await market.transaction(connection, async () => void (await connection.run("INSERT INTO meta VALUES ('kept', 'before the checkpoint')")));
    await connection.run("CHECKPOINT");
    for (let i = 0; i < 20; i++) await market.transaction(connection, async () => void (await connection.run(`INSERT INTO meta VALUES ('kept ${i}', repeat('after', 500))`)));
  });
  for (const end of ["", ".wal"]) copyFileSync(`${storePath(live)}${end}`, `${storePath(at)}${end}`);
  writeFileSync(lockPath(at), readFileSync(lockPath(live), "utf8").replace(`"pid":${process.pid}`, `"pid":${deadPid()}`));
  await market.close();
}

async function kept(market: Market): Promise<number> {
  const [row] = await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM meta WHERE name LIKE 'kept%'");
  return row!.n;
}

/** Turns some bytes over, in the middle of a text where DuckDB's checksum finds it. */
function damage(path: string, where: number): void {
  const bytes = readFileSync(path);
  const at = bytes.indexOf("afterafterafter", Math.floor(bytes.length * where)) + 20;
  for (let i = 0; i < 8; i++) bytes[at + i]! ^= 0xff;
  writeFileSync(path, bytes);
}

describe("the lock", () => {
  it("names the process that holds the store, and its server", async () => {
    const market = await openMarket(dir, { verb: "start" });
    market.announce("http://127.0.0.1:4870");
    const refused = await openMarket(dir).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreHeld);
    expect(refused).toMatchObject({ address: "http://127.0.0.1:4870", message: `The market under ${dir} is in use by "strata start" (process ${process.pid} on ${hostname()}, serving http://127.0.0.1:4870).` });
    await market.close();
    await (await openMarket(dir)).close();
  });

  it.each<[string, () => Partial<Holder>]>([
    ["a process that has ended", () => ({ pid: deadPid() })],
    ["a process number that another process has now", () => ({ pid: process.ppid, born: "1" })],
    ["this process number, before it was this process", () => ({ born: "1" })],
    ["this machine before it was started again", () => ({ boot: "another boot" })],
    ["another process space of this machine, whose process holds nothing", () => ({ processes: "pid:[1]" })],
  ])("passes over %s", async (_, change) => {
    locked(change());
    const market = await openMarket(dir);
    expect(JSON.parse(readFileSync(lockPath(dir), "utf8"))).toMatchObject({ pid: process.pid });
    await market.close();
  });

  it("passes over that of the folder which this one was copied from, but not where it was only moved", async () => {
    const live = join(dir, "live");
    const market = await openMarket(live, { verb: "start" });
    cpSync(live, join(dir, "copy"), { recursive: true });
    for (const readOnly of [true, false]) await (await openMarket(join(dir, "copy"), { readOnly })).close();
    await expect(openMarket(live)).rejects.toThrow(StoreHeld);
    renameSync(live, join(dir, "moved"));
    await expect(openMarket(join(dir, "moved"))).rejects.toThrow(StoreHeld);
    renameSync(join(dir, "moved"), live);
    await market.close();
  });

  it("is had before a store is made or brought up", async () => {
    mkdirSync(`${lockPath(dir)}.${process.pid}`);
    await expect(openMarket(dir)).rejects.toThrow("EISDIR");
    expect(existsSync(storePath(dir))).toBe(false);
  });

  it("says what it said before where the store cannot be opened", async () => {
    writeFileSync(storePath(dir), "not a database at all, ".repeat(1000));
    await expect(openMarket(dir)).rejects.toThrow(StoreUnusable);
    expect(existsSync(lockPath(dir))).toBe(false);
    locked({ pid: deadPid(), commits: 7 });
    const before = readLock(dir);
    await expect(openMarket(dir)).rejects.toThrow(StoreUnusable);
    expect(readLock(dir)).toEqual(before);
  });

  it("passes over a lock that cannot be read", async () => {
    writeFileSync(lockPath(dir), '{"pid": 1');
    await (await openMarket(dir)).close();
  });

  it("does not pass over another machine's", async () => {
    locked({ host: "elsewhere", boot: "another boot" });
    await expect(openMarket(dir)).rejects.toThrow(/on elsewhere.*delete .*strata\.lock/s);
  });
});

describe("DuckDB's lock on the store", () => {
  it("keeps a second writer out before and after a checkpoint, also where strata.lock was removed, until the store is closed", async () => {
    const market = await openMarket(dir);
    rmSync(lockPath(dir));
    expect(secondWriter()).toContain("Could not set lock");
    await market.write((connection) => market.transaction(connection, async () => void (await connection.run("INSERT INTO meta SELECT 'large', repeat('x', 1000000) FROM range(70)"))));
    expect(statSync(`${storePath(dir)}.wal`, { throwIfNoEntry: false })?.size ?? 0).toBeLessThan(1_000_000);
    expect(secondWriter()).toContain("Could not set lock");
    await market.close();
    expect(secondWriter()).toContain("opened");
  });
});

/** What another process gets when it opens the store to write. */
function secondWriter(): string {
  const opens = `import { DuckDBInstance } from "@duckdb/node-api"; try { (await DuckDBInstance.create(process.argv[1])).closeSync(); console.log("opened"); } catch (error) { console.log(error.message); }`;
  return execFileSync(process.execPath, ["--input-type=module", "--eval", opens, storePath(dir)], { encoding: "utf8" });
}
