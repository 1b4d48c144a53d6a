// Builds what the checkout runs: dist/*.js with esbuild, dist/web with Vite. Does nothing where dist is newer than its sources.
// node scripts/build.mjs [--web] [--types] [--force]
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, "dist");

/** Bundles of the Node side: one file an entry, shared code in chunks beside them. */
export const entries = { cli: "src/cli/main.ts", index: "src/index.ts", "read-worker": "src/market/read-worker.ts", "document-process": "src/sources/documents/document-process.ts" };

/** Builds the parts that are missing or older than their sources. `web` needs Vite and takes some seconds. */
export async function build({ web = false, types = false, force = false } = {}) {
  const stale = (part) => force || newestUnder(["src", "data", "package.json", "scripts/build.mjs"]) > builtAt(part);
  if (stale("node")) await locked("node", () => stale("node"), () => buildNode({ force }));
  if (web && stale("web")) await locked("web", () => stale("web"), buildWeb);
  if (types) run("node_modules/.bin/tsc", ["-p", "tsconfig.build.json"]);
}

async function buildNode({ force }) {
  const esbuild = await import("esbuild");
  const { metafile } = await esbuild.build({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: "dist",
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node20",
    packages: "external",
    chunkNames: "chunks/[name]-[hash]",
    logLevel: "warning",
    metafile: true,
  });
  // A program that runs may load parts of the build before this one yet; who forces a build wants nothing else in it.
  clearChunks(Object.keys(metafile.outputs), force ? Infinity : builtAt("node"));
}

/** Takes out the chunks that were written before a time (ms) and are not of the build that has these files. */
function clearChunks(files, before) {
  const own = new Set(files.map((file) => join(root, file)));
  const chunks = readdirSync(join(dist, "chunks")).map((name) => join(dist, "chunks", name));
  for (const path of chunks) if (!own.has(path) && statSync(path).mtimeMs < before) rmSync(path, { force: true });
}

async function buildWeb() {
  // Vite takes React's development build where the environment says so, as it does in a test runner.
  process.env.NODE_ENV = "production";
  const vite = await import("vite");
  await vite.build({ root: join(root, "src/web"), configFile: join(root, "src/web/vite.config.ts"), logLevel: "warn" });
}

/** Two commands started at once build once: the second waits for the first. */
async function locked(part, stale, work) {
  mkdirSync(dist, { recursive: true });
  const lock = join(dist, `.${part}.building`);
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: "wx" });
      break;
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
      if (!running(Number(readFileSync(lock, { encoding: "utf8", flag: "a+" })))) rmSync(lock, { force: true });
      else await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  try {
    if (!stale()) return;
    const began = new Date();
    await work();
    writeFileSync(join(dist, `.${part}.built`), began.toISOString());
  } finally {
    rmSync(lock, { force: true });
  }
}

function running(pid) {
  if (!pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function builtAt(part) {
  const stamp = join(dist, `.${part}.built`);
  return existsSync(stamp) ? Date.parse(readFileSync(stamp, "utf8")) : 0;
}

function newestUnder(names) {
  let newest = 0;
  for (const name of names) {
    const path = join(root, name);
    const stat = statSync(path);
    newest = Math.max(newest, stat.mtimeMs);
    if (stat.isDirectory()) newest = Math.max(newest, newestUnder(readdirSync(path).map((child) => join(name, child))));
  }
  return newest;
}

function run(command, args) {
  const { status } = spawnSync(join(root, command), args, { cwd: root, stdio: "inherit" });
  if (status !== 0) throw new Error(`${command} failed`);
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  const flags = new Set(process.argv.slice(2));
  await build({ web: !flags.has("--node"), types: flags.has("--types"), force: flags.has("--force") });
}
