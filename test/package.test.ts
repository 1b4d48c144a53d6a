import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./modules.ts";

describe("the package", () => {
  test("declares its types into their own folder, and writes nowhere else", () => {
    const out = mkdtempSync(join(tmpdir(), "strata-types-"));
    const { status, stdout } = spawnSync(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.build.json", "--outDir", out, "--listEmittedFiles"], { cwd: root, encoding: "utf8" });
    const written = stdout.split("\n").filter((line) => line.startsWith("TSFILE: ")).map((line) => line.slice(8));
    expect({ status, elsewhere: written.filter((path) => !path.startsWith(out)) }, stdout).toEqual({ status: 0, elsewhere: [] });
    expect(readFileSync(join(out, "index.d.ts"), "utf8")).toContain("read");
    expect(existsSync(join(out, "test"))).toBe(false);
    rmSync(out, { recursive: true });
  });

  test("ships of data/ only what is read where it runs: the rest is in the bundles", () => {
    const { files } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { files: string[] };
    expect(files.filter((path) => path.startsWith("data"))).toEqual(["data/sample", "data/boards.csv", "data/claims.yaml", "data/rates.csv", "data/rules", "data/scorecards.yaml"]);
    expect(readdirSync(join(root, "data/sample"))).toEqual(expect.arrayContaining(["market", "postings"]));
  });
});
