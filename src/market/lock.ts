import { readFileSync, readlinkSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { join } from "node:path";

/**
 * Who holds the store. DuckDB's own lock on its file keeps a second writer out; this file names the holder and its server.
 * `commits` is the number of the last transaction that was acknowledged: a store that has fewer has lost some.
 * `boot`, `processes` and `born` tell a living holder from another process that was given its number since; `folder` tells its folder from a copy that was made while it ran.
 */
export type Holder = { pid: number; host: string; boot: string | null; processes: string | null; born: string | null; folder: string | null; verb: string; started: string; address: string | null; commits: number };

const file = "strata.lock";

export function lockPath(dir: string): string {
  return join(dir, file);
}

/** This process as a holder of the store under `dir`. */
export function thisHolder(verb: string, started: Date, dir: string): Holder {
  return { pid: process.pid, host: hostname(), boot: bootId(), processes: processSpace(), born: bornAt(process.pid), folder: folderAt(dir), verb, started: started.toISOString(), address: null, commits: 0 };
}

export function writeLock(dir: string, holder: Holder): void {
  const next = join(dir, `${file}.${process.pid}`);
  writeFileSync(next, `${JSON.stringify(holder)}\n`, { mode: 0o600 });
  renameSync(next, lockPath(dir));
}

/** Removes the lock, if it still names this process. */
export function clearLock(dir: string): void {
  if (readLock(dir)?.pid === process.pid) rmSync(lockPath(dir), { force: true });
}

/** Undoes `writeLock` where the store could not be opened after all: the lock says what it said before. */
export function giveBackLock(dir: string, mine: Holder, before: Holder | null): void {
  const found = readLock(dir);
  if (found?.pid !== mine.pid || found.processes !== mine.processes || found.born !== mine.born) return;
  if (before === null) rmSync(lockPath(dir), { force: true });
  else writeLock(dir, before);
}

/** The lock as written; null where there is none that can be read. */
export function readLock(dir: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(lockPath(dir), "utf8")) as Partial<Holder> | null;
    return typeof holder?.pid === "number" && typeof holder.host === "string" ? { boot: null, processes: null, born: null, folder: null, verb: "strata", started: "", address: null, commits: 0, ...holder } as Holder : null;
  } catch {
    return null;
  }
}

/** Whether a holder still runs. "unknown" where this machine cannot see its process, "copied" where it holds another folder than `dir`: DuckDB's lock then decides. */
export function holderState(holder: Holder, dir: string): "running" | "gone" | "elsewhere" | "unknown" | "copied" {
  if (holder.boot !== bootId()) return holder.host === hostname() ? "gone" : "elsewhere";
  if (holder.processes !== processSpace()) return "unknown";
  if (holder.boot === null && holder.host !== hostname()) return "elsewhere";
  // From another machine or container the same folder may be seen under another number.
  if (holder.folder !== null && holder.folder !== folderAt(dir)) return "copied";
  if (!runs(holder.pid)) return "gone";
  return holder.born !== null && holder.born !== bornAt(holder.pid) ? "gone" : "running";
}

/** A folder's own number: it keeps that where it is moved or mounted elsewhere, and a copy has another. */
function folderAt(dir: string): string | null {
  return orNull(() => {
    const { dev, ino } = statSync(dir, { bigint: true });
    return `${dev}:${ino}`;
  });
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function bootId(): string | null {
  return orNull(() => readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim());
}

/** Containers number their processes each from 1: the same number in another space is another process. */
function processSpace(): string | null {
  return orNull(() => readlinkSync("/proc/self/ns/pid"));
}

/** When a process began, in ticks since boot; the 22nd field, counted after the name, which may hold spaces. */
function bornAt(pid: number): string | null {
  return orNull(() => {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19]!;
  });
}

/** Some of these files exist on Linux only; elsewhere the process number alone must do. */
function orNull(look: () => string): string | null {
  try {
    return look();
  } catch {
    return null;
  }
}
