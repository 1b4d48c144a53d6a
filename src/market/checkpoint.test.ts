import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkpoint, keptPath } from "./checkpoint.ts";
import { lockPath, thisHolder } from "./lock.ts";
import { StoreHeld } from "./problems.ts";
import { storePath } from "./directory.ts";
import { openMarket } from "./store.ts";

const headerBytes = 12_288;
const blockBytes = 262_144;
const batches = 20;

let dir: string;
let cut: string;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "strata-checkpoint-"));
  cut = join(dir, "cut");
  await cutOff();
});
afterEach(() => rmSync(dir, { recursive: true }));

it("keeps a store that was killed while a block of its metadata was half written, with all that was in its WAL", async () => {
  tear();
  expect(await stored()).toBe(batches);
  expect(existsSync(keptPath(storePath(cut)))).toBe(false);
});

it("leaves it as it is for a reader, who is told what puts it right", async () => {
  tear();
  const before = readFileSync(storePath(cut));
  await expect(stored({ readOnly: true })).rejects.toThrow(/Nothing is lost.*strata start --data/);
  expect(readFileSync(storePath(cut)).equals(before)).toBe(true);
  expect(await stored()).toBe(batches);
  expect(await stored({ readOnly: true })).toBe(batches);
});

it("is of no matter to a reader where the checkpoint was done", async () => {
  copyFileSync(storePath(dir), storePath(cut));
  rmSync(`${storePath(cut)}.wal`);
  expect(await stored({ readOnly: true })).toBe(batches);
});

it("puts nothing back before the store is ours", async () => {
  tear();
  const before = readFileSync(storePath(cut));
  // What the lock is written to first.
  mkdirSync(`${lockPath(cut)}.${process.pid}`);
  await expect(stored()).rejects.toThrow("EISDIR");
  expect(readFileSync(storePath(cut)).equals(before)).toBe(true);
});

it("puts nothing back where a process may run that cannot be seen", async () => {
  tear();
  const before = readFileSync(storePath(cut));
  const unseen = JSON.stringify({ ...thisHolder("import", new Date("2025-11-01"), dir), processes: "pid:[1]" });
  writeFileSync(lockPath(cut), unseen);
  for (const readOnly of [true, false]) {
    const refused = await stored({ readOnly }).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(StoreHeld);
    expect(refused).toMatchObject({ message: expect.stringMatching(/"strata import".*market\.duckdb\.metadata.*delete .*strata\.lock/s) });
  }
  expect(readFileSync(storePath(cut)).equals(before)).toBe(true);
  expect(readFileSync(lockPath(cut), "utf8")).toBe(unseen);
  rmSync(lockPath(cut));
  expect(await stored()).toBe(batches);
});

it("puts nothing back where a process has the store open whose strata.lock was removed", async () => {
  const opens = 'import { DuckDBInstance } from "@duckdb/node-api"; const instance = await DuckDBInstance.create(process.argv[1]); console.log("open"); process.stdin.on("end", () => instance.closeSync()).resume();';
  const holder = spawn(process.execPath, ["--input-type=module", "--eval", opens, storePath(cut)], { stdio: ["pipe", "pipe", "inherit"] });
  await once(holder.stdout, "data");
  const before = readFileSync(storePath(cut));
  try {
    await expect(stored()).rejects.toThrow(`in use by another process (${holder.pid})`);
    expect(readFileSync(storePath(cut)).equals(before)).toBe(true);
    expect({ kept: existsSync(keptPath(storePath(cut))), lock: existsSync(lockPath(cut)) }).toEqual({ kept: true, lock: false });
  } finally {
    holder.stdin.end();
    await once(holder, "exit");
  }
});

it("is needed: without what it keeps such a store does not open", async () => {
  tear();
  rmSync(keptPath(storePath(cut)));
  await expect(stored()).rejects.toThrow(/checksum/);
});

it("puts nothing back where the checkpoint was done, and only what was kept is left", async () => {
  copyFileSync(storePath(dir), storePath(cut));
  rmSync(`${storePath(cut)}.wal`);
  expect(await stored()).toBe(batches);
  expect(existsSync(keptPath(storePath(cut)))).toBe(false);
});

it("leaves nothing beside a store that is closed", async () => {
  expect(existsSync(keptPath(storePath(dir)))).toBe(false);
});

/** Under `cut`: store, WAL and what was kept as they stand when a checkpoint has begun. Under `dir`: as they stand after it. */
async function cutOff(): Promise<void> {
  await (await openMarket(cut)).close();
  const market = await openMarket(dir);
  const file = openSync(storePath(dir), "r");
  await market.write(async (connection) => {
    for (let n = 0; n < batches; n++) await market.transaction(connection, async () => void (await connection.run(`INSERT INTO meta VALUES ('batch ${n}', 'in the WAL')`)));
    const watched = {
      runAndReadAll: (sql: string) => connection.runAndReadAll(sql),
      run: async (sql: string) => {
        copyFileSync(storePath(dir), storePath(cut));
        copyFileSync(`${storePath(dir)}.wal`, `${storePath(cut)}.wal`);
        copyFileSync(keptPath(storePath(dir)), keptPath(storePath(cut)));
        return connection.run(sql);
      },
    };
    await checkpoint(watched as unknown as DuckDBConnection, storePath(dir), file);
  });
  await market.close();
  closeSync(file);
}

/** Each block that the checkpoint wrote over, as a write leaves it that was cut off half way through what it changes: the beginning as it is after it, the rest as before. */
function tear(): void {
  const [before, after] = [readFileSync(storePath(cut)), readFileSync(storePath(dir))];
  for (let at = headerBytes; at < Math.min(before.length, after.length); at += blockBytes) {
    let end = Math.min(at + blockBytes, before.length, after.length);
    while (end > at && before[end - 1] === after[end - 1]) end--;
    after.copy(before, at, at, at + Math.floor((end - at) / 2));
  }
  writeFileSync(storePath(cut), before);
}

async function stored(options = {}): Promise<number> {
  const market = await openMarket(cut, options);
  try {
    const [row] = await market.rows<{ n: number }>("SELECT count(*)::INTEGER AS n FROM meta WHERE name LIKE 'batch%'");
    return row!.n;
  } finally {
    await market.close();
  }
}
