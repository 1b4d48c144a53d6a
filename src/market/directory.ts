import { accessSync, constants, existsSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { makeFolders } from "./make-folders.ts";
import { StoreUnusable } from "./problems.ts";

/** The store's file under a data directory. */
export function storePath(dir: string): string {
  return join(dir, "market.duckdb");
}

/** What a command in a hint must repeat to mean the same market. `dataFlag("/tmp/m")` → `" --data /tmp/m"` */
export function dataFlag(dir: string): string {
  if (dir === ".strata") return "";
  return ` --data ${/^[\w./~@%+:,-]+$/.test(dir) ? dir : `'${dir.replaceAll("'", `'\\''`)}'`}`;
}

export function makeDirectory(dir: string): void {
  try {
    makeFolders(dir);
  } catch (error) {
    // On a read-only mount Node says ENOENT of a new folder: its nearest parent tells why.
    let parent = dirname(resolve(dir));
    while (!existsSync(parent)) parent = dirname(parent);
    throw notAllowed(parent, constants.W_OK) ?? new StoreUnusable(`The data directory ${dir} cannot be made (${(error as NodeJS.ErrnoException).code}). Give another one with --data DIR.`, { cause: error });
  }
}

export function refuseFile(dir: string): void {
  if (existsSync(dir) && !statSync(dir).isDirectory()) throw new StoreUnusable(`${dir} is a file, not a directory. Give a directory with --data DIR.`);
}

/** A store that this user may not use is healthy: DuckDB must not be asked, nor anything be set aside. */
export function refuseClosed(dir: string, path: string, readOnly: boolean): void {
  const wanted = readOnly ? constants.R_OK : constants.R_OK | constants.W_OK;
  for (const one of [dir, path, `${path}.wal`]) {
    const refused = existsSync(one) ? notAllowed(one, wanted) : null;
    if (refused !== null) throw refused;
  }
}

function notAllowed(path: string, wanted: number): StoreUnusable | null {
  try {
    accessSync(path, wanted);
    return null;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EROFS" && code !== "EACCES" && code !== "EPERM") return null;
    const why = code === "EROFS" ? "its filesystem is mounted read-only" : "its permissions do not allow it";
    return new StoreUnusable(`${path} is not ${wanted & constants.W_OK ? "writable" : "readable"} by you: ${why} (${code}). Nothing was changed. Fix its permissions, or give another directory with --data DIR.`, { cause: error });
  }
}
