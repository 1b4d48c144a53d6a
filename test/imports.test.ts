import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findModules, root } from "./modules.ts";

// Importing a module does nothing that can be seen: whoever needs one part of the house, a test or a library's user, gets no other's effects.

/** Importing a thread's entry is running it. The pages run in a browser. */
const mains = ["src/market/read-worker.ts"];
const modules = findModules().filter(({ path, folder }) => folder !== "web" && !mains.includes(path) && !path.endsWith(".test.ts"));
const folders = [...new Set(modules.map(({ folder }) => folder))];

const witness = `
const before = new Set(Object.getOwnPropertyNames(globalThis));
const listeners = process.eventNames().length;
for (const path of process.argv.slice(2)) await import(path);
const seen = [];
const globals = Object.getOwnPropertyNames(globalThis).filter((name) => !before.has(name) && !name.startsWith("__zod"));
if (globals.length > 0) seen.push("sets " + globals.join(", "));
if (process.eventNames().length > listeners) seen.push("listens to the process");
// Requests of the loader itself may still be closing; what would keep a program alive is told by its kind.
const held = process.getActiveResourcesInfo().filter((what) => /Timeout|Immediate|Socket|Server|Process|Worker|MessagePort|Signal|Watch|FSEvent|UDP/.test(what));
if (held.length > 0) seen.push("holds " + held.join(", "));
process.stdout.write(seen.join("; "));
`;

// Inside the checkout, so that packages are found.
const outdir = join(root, "dist/imports");
let cwd = "";

beforeAll(async () => {
  cwd = mkdtempSync(join(tmpdir(), "strata-imports-"));
  mkdirSync(outdir, { recursive: true });
  writeFileSync(join(outdir, "witness.mjs"), witness);
  await build({ absWorkingDir: root, entryPoints: modules.map(({ path }) => path), outbase: "src", outdir, bundle: true, splitting: true, format: "esm", platform: "node", target: "node20", packages: "external", logLevel: "warning" });
});
afterAll(() => {
  rmSync(outdir, { recursive: true, force: true });
  rmSync(cwd, { recursive: true, force: true });
});

test.each(folders)("importing the modules of src/%s does nothing", (folder) => {
  const paths = modules.filter((module) => module.folder === folder).map(({ path }) => path);
  // One process for all of them costs a hundredth of one for each; that is left for telling which it was.
  const together = imported(paths);
  const guilty = together === "" ? [] : paths.map((path) => `${path}: ${imported([path])}`).filter((line) => !line.endsWith(": "));
  expect({ together, guilty }).toEqual({ together: "", guilty: [] });
});

/** What importing modules did, in words; nothing where it did nothing. */
function imported(paths: string[]): string {
  const built = paths.map((path) => join(outdir, path.replace(/^src\//, "").replace(/\.tsx?$/, ".js")));
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [join(outdir, "witness.mjs"), ...built], { cwd, encoding: "utf8", timeout: 30_000 });
  const files = readdirSync(cwd);
  return [stdout, stderr, signal === null ? "" : "does not end by itself", status ? `ends with ${status}` : "", files.length > 0 ? `writes ${files.join(", ")}` : ""].filter(Boolean).join("; ");
}
