import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { packageRoot, rootAbove } from "./package-root.ts";

test.each([
  ["file:///opt/strata/src/lib/package-root.ts", "file:///opt/strata/"],
  ["file:///opt/strata/dist/cli.js", "file:///opt/strata/"],
  ["file:///opt/strata/dist/chunks/store-AB12.js", "file:///opt/strata/"],
  ["file:///home/a/src/strata/dist/cli.js", "file:///home/a/src/strata/"],
  ["file:///home/a/dist/strata/src/lib/package-root.ts", "file:///home/a/dist/strata/"],
  ["file:///usr/lib/node_modules/strata-hiring/dist/cli.js", "file:///usr/lib/node_modules/strata-hiring/"],
])("the package of %s is %s", (module, root) => {
  expect(rootAbove(module).href).toBe(root);
});

test("a module elsewhere has none", () => {
  expect(() => rootAbove("file:///tmp/bundle.mjs")).toThrow("data/");
});

test("data/ lies in it", () => {
  expect(existsSync(new URL("data/vocabulary/skills.json", packageRoot()))).toBe(true);
});
