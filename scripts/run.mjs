// Runs a TypeScript script of this repository as it would be shipped: bundled by esbuild, then by Node.
// node [options of Node] scripts/run.mjs FILE.ts [arguments]
import { spawnSync } from "node:child_process";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [file, ...args] = process.argv.slice(2);
const outfile = join(root, "dist/scripts", `${basename(file, ".ts")}.js`);
await build({ absWorkingDir: root, entryPoints: [file], outfile, bundle: true, format: "esm", platform: "node", target: "node20", packages: "external", logLevel: "warning" });
const { status, signal } = spawnSync(process.execPath, [...process.execArgv, outfile, ...args], { stdio: "inherit", cwd: root });
process.exit(signal ? 1 : status);
