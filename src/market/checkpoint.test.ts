import { closeSync, copyFileSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { DuckDBConnection } from "@duckdb/node-api";
import { afterEach, beforeEach, expect, it } from "vitest";
import { checkpoint, keptPath } from "./checkpoint.ts";
import { openMarket, storePath } from "./store.ts";

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

it("does so for a reader", async () => {
  tear();
  expect(await stored({ readOnly: true })).toBe(batches);
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

/** The first half of each block that the checkpoint wrote over, as it is after it; the second as before. */
function tear(): void {
  const [before, after] = [readFileSync(storePath(cut)), readFileSync(storePath(dir))];
  for (let at = headerBytes; at < Math.min(before.length, after.length); at += blockBytes) after.copy(before, at, at, at + blockBytes / 2);
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
