import { expect, it } from "vitest";
import { DuckDBInstance } from "./duckdb.ts";
import { tidied } from "./tidy.ts";

it.each([
  { rows: 1_000, deleted: 0, merges: true, why: "a small store" },
  { rows: 30_000, deleted: 3_000, merges: false, why: "a large one that little was deleted of" },
  { rows: 30_000, deleted: 9_000, merges: true, why: "a large one that much was deleted of" },
])("merges pieces: $merges for $why", async ({ rows, deleted, merges }) => {
  const instance = await DuckDBInstance.create(":memory:", { max_vacuum_tasks: "0", allowed_configs: "['max_vacuum_tasks']" });
  const connection = await instance.connect();
  const allowed = async (): Promise<number> => Number((await connection.runAndReadAll("SELECT current_setting('max_vacuum_tasks')")).getRowsJS()[0]![0]);
  await connection.run("SET lock_configuration = true");
  await connection.run(`CREATE TABLE posting AS FROM range(${rows}) t(key)`);
  await connection.run(`DELETE FROM posting WHERE key < ${deleted}`);
  let inside = -1;
  await tidied(connection, async () => void (inside = await allowed()));
  expect(inside > 0).toBe(merges);
  await expect(tidied(connection, () => Promise.reject(new Error("the disk is full")))).rejects.toThrow("the disk is full");
  expect(await allowed()).toBe(0);
  connection.closeSync();
  instance.closeSync();
});
