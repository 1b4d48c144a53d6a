// Everything that is checked, one step after the other; stops at the first that fails and says which. Extra arguments go to vitest: npm test -- pay
// With --web the browser tests alone, on pages built anew where they are older than their sources: npm run test:web -- shell
import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findChromium } from "./chromium.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const web = process.argv.includes("--web");
const only = process.argv.slice(2).filter((argument) => argument !== "--web");
const bin = (name) => join(root, "node_modules/.bin", name);

const steps = [
  ["types", bin("tsc")],
  ["lint", bin("oxlint"), "--deny-warnings"],
  ["unit, golden and integration tests", bin("vitest"), "run", ...(only.length > 0 ? ["--passWithNoTests"] : []), ...only],
  ["build", process.execPath, "scripts/build.mjs"],
  ["browser tests", bin("vitest"), "run", "--config", "vitest.web.config.ts", ...(only.length > 0 ? ["--passWithNoTests"] : []), ...only],
];

const began = performance.now();
for (const [name, command, ...args] of web ? steps.slice(-2) : steps) {
  if (name === "browser tests") process.env.STRATA_CHROMIUM = browser();
  process.stdout.write(`\n── ${name}\n`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: "inherit" });
  if (status !== 0) stop(name);
}
process.stdout.write(`\nAll passed in ${((performance.now() - began) / 1000).toFixed(0)} s.\n`);

function browser() {
  try {
    return findChromium();
  } catch (error) {
    process.stderr.write(`\n${error.message}\n`);
    return stop("browser tests");
  }
}

function stop(name) {
  process.stderr.write(`\nStopped: ${name} failed.\n`);
  process.exit(1);
}
