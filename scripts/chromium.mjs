// The browser for tests and pictures: the system's Chromium. Where there is none, Debian's package is installed if we may, else the one command that would is named.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** Path of the browser; throws with the command to run where there is none and none can be had. */
export function findChromium() {
  const chosen = process.env.STRATA_CHROMIUM;
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new Error(`STRATA_CHROMIUM names ${chosen}, which is no program that can be run.`);
  }
  return onPath() ?? installed();
}

/** Arguments for a browser that only talks to the page under test. */
export function chromiumArgs() {
  const quiet = ["--headless=new", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
  return process.getuid?.() === 0 ? [...quiet, "--no-sandbox"] : quiet;
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => names.map((name) => join(folder, name))).find(runs);
}

function installed() {
  const install = "apt-get update && apt-get install -y --no-install-recommends chromium";
  const without = `The browser tests need Chromium, and there is none. Install it with:\n  sudo sh -c '${install}'\nor name one: STRATA_CHROMIUM=/path/to/chromium npm test`;
  if (process.getuid?.() !== 0 || !existsSync("/etc/debian_version")) throw new Error(without);
  process.stderr.write(`No Chromium here; installing Debian's: ${install}\n`);
  const { status } = spawnSync("sh", ["-c", install], { stdio: ["ignore", 2, 2], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
  const path = status === 0 ? onPath() : undefined;
  if (path === undefined) throw new Error(without);
  return path;
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
