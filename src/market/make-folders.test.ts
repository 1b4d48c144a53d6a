import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { makeFolders } from "./make-folders.ts";

let dir: string;
beforeAll(() => void (dir = mkdtempSync(join(tmpdir(), "strata-folders-"))));
afterAll(() => rmSync(dir, { recursive: true }));

it("makes what is missing, and leaves what is there", () => {
  makeFolders(join(dir, "a/b/c"));
  expect(statSync(join(dir, "a/b/c")).isDirectory()).toBe(true);
  makeFolders(join(dir, "a/b/c"));
});

it("ends where a parent takes no folders, or is a file", () => {
  writeFileSync(join(dir, "file"), "");
  expect(() => makeFolders(join(dir, "file/a"))).toThrow(/ENOTDIR/);
  if (process.platform === "linux") expect(() => makeFolders("/proc/strata/market")).toThrow(/ENOENT|EACCES|EPERM/);
});
