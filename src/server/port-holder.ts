import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

export type PortHolder = { pid: number; command: string };

const LISTENING = "0A";

/** The process that listens on a TCP port, as far as Linux lets us see it: other people's processes hide what they hold. */
export function findPortHolder(port: number, proc = "/proc"): PortHolder | null {
  const sockets = listeningSockets(port, proc);
  if (sockets.size === 0) return null;
  for (const pid of entries(proc)) {
    if (!/^\d+$/.test(pid) || !holdsOne(join(proc, pid, "fd"), sockets)) continue;
    return { pid: Number(pid), command: commandOf(join(proc, pid)) };
  }
  return null;
}

/** Names of the sockets, as links in /proc/PID/fd read: `socket:[4711]`. */
function listeningSockets(port: number, proc: string): Set<string> {
  const suffix = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
  const sockets = new Set<string>();
  for (const table of ["net/tcp", "net/tcp6"]) {
    for (const row of text(join(proc, table)).split("\n").slice(1)) {
      const [, local, , state, , , , , , inode] = row.trim().split(/\s+/);
      if (local?.endsWith(suffix) && state === LISTENING && inode) sockets.add(`socket:[${inode}]`);
    }
  }
  return sockets;
}

function holdsOne(folder: string, sockets: Set<string>): boolean {
  return entries(folder).some((name) => sockets.has(link(join(folder, name))));
}

function commandOf(folder: string): string {
  const words = text(join(folder, "cmdline")).split("\0").filter(Boolean).join(" ");
  return words === "" ? text(join(folder, "comm")).trim() : words;
}

// A process may end, or belong to somebody else, while we look: it then counts as holding nothing.
function entries(folder: string): string[] {
  return orElse(() => readdirSync(folder), []);
}

function link(path: string): string {
  return orElse(() => readlinkSync(path), "");
}

function text(path: string): string {
  return orElse(() => readFileSync(path, "utf8"), "");
}

function orElse<T>(look: () => T, otherwise: T): T {
  try {
    return look();
  } catch {
    return otherwise;
  }
}
