import { existsSync, mkdirSync } from "node:fs";
import { dirname, resolve } from "node:path";

/** Makes a folder and those above it that are missing. Node's own way of doing so never ends where a parent is there and takes no folders, as /proc. */
export function makeFolders(dir: string): void {
  const missing: string[] = [];
  for (let at = resolve(dir); !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const one of missing) makeFolder(one);
}

function makeFolder(dir: string): void {
  try {
    mkdirSync(dir);
  } catch (error) {
    // Another may have made it meanwhile.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}
