import { availableParallelism } from "node:os";
import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import { DuckDBInstance } from "./duckdb.ts";
import { StoreUnusable } from "./problems.ts";

// A store's file as DuckDB opens it, damaged or not. Whose it is, store.ts has made sure of.

/** Enough for the cuts over a million postings; beyond it DuckDB spills to `market.duckdb.tmp` beside the store. */
const memoryLimit = "512MB";
/** A store as DuckDB has it open, and a descriptor of its file that is closed after it (checkpoint.ts says why). */
export type Opened = { instance: DuckDBInstance; file: number };

export type ConnectOptions = {
  /** Readers may share a store with each other, not with a writer. */
  readOnly?: boolean;
  threads?: number;
  now?: () => Date;
};

export async function connectTo(path: string, { readOnly = false, threads }: ConnectOptions): Promise<Opened> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: readOnly ? "READ_ONLY" : "READ_WRITE",
    threads: String(threads ?? Math.min(4, availableParallelism())),
    memory_limit: memoryLimit,
    enable_external_access: "false",
    // Of new stores: descriptions are packed with Zstandard, and take a quarter of the room. Stores from before keep their form.
    storage_compatibility_version: "v1.5.0",
    // Whether a checkpoint merges what stands in many small pieces is said by tidy.ts.
    max_vacuum_tasks: "0",
    allowed_configs: "['max_vacuum_tasks']",
  });
  const connection = await instance.connect();
  // Checkpoints are made by `checkpoint` alone: DuckDB's own, at a commit or when it is closed, may leave a store that does not open if they are killed.
  await connection.run("PRAGMA disable_checkpoint_on_shutdown");
  for (const setting of ["checkpoint_threshold = '1TB'", "autoinstall_known_extensions = false", "autoload_known_extensions = false", "lock_configuration = true"]) {
    await connection.run(`SET ${setting}`);
  }
  connection.closeSync();
  return { instance, file: openSync(path, "r") };
}

/** A store that opens only without its WAL goes on as of its last checkpoint; the WAL is kept beside it. Never starts empty over a damaged file. */
export async function openWithoutWal(path: string, options: ConnectOptions, first: unknown): Promise<Opened & { notices: string[] }> {
  const wal = `${path}.wal`;
  const aside = `${wal}.damaged-${(options.now ?? (() => new Date()))().toISOString().replaceAll(/[:.]/g, "-")}`;
  const again = isDamage(first) ? ` The market can be made again from its files: move ${path} away, then import them again.` : " Mend that, or give another directory with --data DIR.";
  const broken = new StoreUnusable(`${path} cannot be opened: ${messageOf(first)}\nNothing was changed.${again}`, { cause: first });
  if (!existsSync(wal) || isRefusal(first)) throw broken;
  renameSync(wal, aside);
  try {
    const opened = await connectTo(path, options);
    return { ...opened, notices: [`The last changes to the market could not be replayed and were set aside as ${aside}. The market stands as before them: run the last import again.`] };
  } catch {
    renameSync(aside, wal);
    throw broken;
  }
}

export function letGo({ instance, file }: Opened): void {
  instance.closeSync();
  closeSync(file);
}

export function isLocked(error: unknown): boolean {
  return messageOf(error).includes("Could not set lock on file") || messageOf(error).includes("Conflicting lock");
}

/** What DuckDB says of a file whose content is no store, or no longer one. */
function isDamage(error: unknown): boolean {
  return !isRefusal(error) && /not a valid DuckDB|corrupt|checksum|serializ|INTERNAL Error/i.test(messageOf(error));
}

function isRefusal(error: unknown): boolean {
  return /Permission denied|Read-only file system|Operation not permitted/i.test(messageOf(error));
}

export function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}
