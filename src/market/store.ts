import { accessSync, closeSync, constants, existsSync, mkdirSync, openSync, renameSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join, resolve } from "node:path";
import { type DuckDBConnection, DuckDBInstance, type DuckDBValue } from "@duckdb/node-api";
import { checkpoint, isCutOff, isPutOff, keptPath, mendMetadata } from "./checkpoint.ts";
import { clearLock, giveBackLock, type Holder, holderState, lockPath, readLock, thisHolder, writeLock } from "./lock.ts";
import { StoreHeld, StoreUnusable } from "./problems.ts";
import { isCurrent, migrate, newestVersion, versionOf } from "./schema.ts";

/** Enough for the cuts over a million postings; beyond it DuckDB spills to `market.duckdb.tmp` beside the store. */
const memoryLimit = "512MB";
/** A WAL of this size is folded into the store. DuckDB's 16 MB would do so after nearly every batch of an import. */
const checkpointBytes = 64_000_000;

type OpenOptions = {
  /** The verb that opens, for the message that others get: "import", "start". */
  verb?: string;
  /** Readers may share a store with each other, not with a writer. */
  readOnly?: boolean;
  threads?: number;
  now?: () => Date;
};

/** A store as DuckDB has it open, and a descriptor of its file that is closed after it (checkpoint.ts says why). */
type Opened = { instance: DuckDBInstance; file: number };

/** An open market: postings and readings in one DuckDB file under `dir`, held by this process until `close`. */
export class Market {
  readonly dir: string;
  readonly readOnly: boolean;
  /** What a person should know of how the store was found, such as a damaged WAL that was set aside. */
  readonly notices: readonly string[];
  readonly #opened: Opened;
  #holder: Holder;
  #writing: Promise<unknown> = Promise.resolve();
  #writes = 0;
  #questions = 0;
  #closing = false;
  /** Closed to all, but for questions that are being answered. */
  #closed = false;
  #gone = false;

  constructor(dir: string, readOnly: boolean, notices: readonly string[], opened: Opened, holder: Holder) {
    this.dir = dir;
    this.readOnly = readOnly;
    this.notices = notices;
    this.#opened = opened;
    this.#holder = holder;
  }

  /** Changes whenever what is stored may have changed. */
  get version(): string {
    return `${this.#holder.commits}.${this.#writes}`;
  }

  /** Rows of a question. Questions may run side by side. */
  async rows<Row>(sql: string, values: Record<string, DuckDBValue> = {}): Promise<Row[]> {
    this.#questions++;
    try {
      return await this.#asked<Row>(sql, values);
    } finally {
      this.#questions--;
      this.#letGo();
    }
  }

  async #asked<Row>(sql: string, values: Record<string, DuckDBValue>): Promise<Row[]> {
    const connection = await this.#opened.instance.connect();
    try {
      return (await connection.runAndReadAll(sql, values)).getRowObjectsJS() as Row[];
    } finally {
      connection.closeSync();
    }
  }

  /** Runs `work` with a connection of its own, one at a time. What is to be stored whole or not at all goes through `transaction`. */
  async write<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    if (this.#closing) throw new StoreUnusable(`The market under ${this.dir} is being closed; nothing more is written to it. Run the same again when it has ended.`);
    return this.#inTurn(work);
  }

  async #inTurn<T>(work: (connection: DuckDBConnection) => Promise<T>): Promise<T> {
    const mine = this.#writing.then(async () => {
      const connection = await this.#opened.instance.connect();
      try {
        return await work(connection);
      } finally {
        this.#writes++;
        connection.closeSync();
      }
    });
    this.#writing = mine.catch(() => undefined);
    return mine;
  }

  /** Does `work` in one transaction, numbered in the store and, once it is committed, in the lock: so that a store that lost it can say so. */
  async transaction(connection: DuckDBConnection, work: () => Promise<void>): Promise<void> {
    const commits = this.#holder.commits + 1;
    await connection.run("BEGIN");
    try {
      await work();
      await connection.run("DELETE FROM meta WHERE name = 'commits'");
      await connection.run("INSERT INTO meta VALUES ('commits', ?)", [String(commits)]);
      await connection.run("COMMIT");
    } catch (error) {
      // A fatal error (a full disk) has ended the transaction itself.
      await connection.run("ROLLBACK").catch(() => undefined);
      throw error;
    }
    this.#hold({ commits });
    const wal = statSync(`${storePath(this.dir)}.wal`, { throwIfNoEntry: false });
    if ((wal?.size ?? 0) >= checkpointBytes) await this.#checkpointIfFree(connection);
  }

  /** What was committed stays committed where a long question stands in the way: the next transaction tries again, or `close`. */
  async #checkpointIfFree(connection: DuckDBConnection): Promise<void> {
    try {
      await checkpoint(connection, storePath(this.dir), this.#opened.file);
    } catch (error) {
      if (!isPutOff(error)) throw error;
    }
  }

  /** Tells other processes where the server that holds this store listens. */
  announce(address: string): void {
    this.#hold({ address });
  }

  #hold(change: Partial<Holder>): void {
    this.#holder = { ...this.#holder, ...change };
    writeLock(this.dir, this.#holder);
  }

  /** Folds the WAL into the store and lets go of it. What a person should know of how that went, or null: nothing that was committed is lost either way. */
  async close(): Promise<string | null> {
    this.#closing = true;
    await this.#writing;
    const notice = this.readOnly ? null : await this.#checkpoint();
    this.#opened.instance.closeSync();
    this.#closed = true;
    this.#letGo();
    if (!this.readOnly) clearLock(this.dir);
    return notice;
  }

  /** DuckDB has the file, and its lock on it, until the last question is answered. */
  #letGo(): void {
    if (this.#gone || !this.#closed || this.#questions > 0) return;
    this.#gone = true;
    closeSync(this.#opened.file);
  }

  async #checkpoint(): Promise<string | null> {
    try {
      await this.#inTurn((connection) => checkpoint(connection, storePath(this.dir), this.#opened.file));
      return null;
    } catch (error) {
      return `The last changes could not be folded into ${storePath(this.dir)}: ${messageOf(error).split("\n")[0]}\nWhat was stored stays in its .wal file: keep the two together. It is taken in when the market is opened next.`;
    }
  }
}

/** The store's file under a data directory. */
export function storePath(dir: string): string {
  return join(dir, "market.duckdb");
}

/** Opens the market under `dir`, and makes it where there is none (unless `readOnly`). Throws StoreHeld or StoreUnusable. */
export async function openMarket(dir: string, options: OpenOptions = {}): Promise<Market> {
  const { readOnly = false, now = () => new Date() } = options;
  const path = storePath(dir);
  refuseFile(dir);
  if (readOnly && !existsSync(path)) throw new StoreUnusable(`There is no market under ${dir} yet. Make one with: strata import FILE${dataFlag(dir)}, or see the sample with: strata start${dataFlag(dir)}`);
  if (!readOnly) makeDirectory(dir);
  const before = refuseHeld(dir, path);
  refuseClosed(dir, path, readOnly);
  if (readOnly && isCutOff(path)) {
    throw new StoreUnusable(`${path} was being folded together with its .wal file when that was cut off. Nothing is lost, but readers leave the file as it is: it is put right when the market is opened to write, by the next import or by: strata start${dataFlag(dir)}`);
  }
  const holder = { ...thisHolder(options.verb ?? "strata", now()), commits: before?.commits ?? 0 };
  // Where the process of the last holder cannot be seen, DuckDB's lock decides: until it is ours, the file that names the other stays.
  if (!readOnly && !isUnseen(before)) writeLock(dir, holder);
  try {
    return await openHeld(dir, options, holder, before);
  } catch (error) {
    if (!readOnly) giveBackLock(dir, holder, before);
    throw error;
  }
}

async function openHeld(dir: string, options: OpenOptions, holder: Holder, before: Holder | null): Promise<Market> {
  const { readOnly = false } = options;
  const path = storePath(dir);
  const { notices, ...opened } = await openFile(dir, path, options, before);
  let commits = 0;
  let old = false;
  try {
    if (!readOnly) writeLock(dir, holder);
    const connection = await opened.instance.connect();
    const version = await versionOf(connection);
    if (version > newestVersion) throw new StoreUnusable(`${path} was written by a newer Strata (its version ${version}, ours ${newestVersion}). Update Strata, or give another --data directory.`);
    old = readOnly && !(await isCurrent(connection, version));
    if (!readOnly && (await migrate(connection, version))) await checkpoint(connection, path, opened.file);
    commits = await commitsIn(connection);
    if (!readOnly) writeLock(dir, { ...holder, commits });
    connection.closeSync();
  } catch (error) {
    letGo(opened);
    throw error;
  }
  if (old) {
    letGo(opened);
    await (await openMarket(dir, { ...options, readOnly: false })).close();
    return openMarket(dir, options);
  }
  if (before !== null && before.commits > commits && notices.length === 0) {
    notices.push(`The market has lost the last ${before.commits - commits} batches that "strata ${before.verb}" had stored when it was cut off. It stands as before them: run that import again.`);
  }
  return new Market(dir, readOnly, notices, opened, { ...holder, commits });
}

async function commitsIn(connection: DuckDBConnection): Promise<number> {
  const found = await connection.runAndReadAll("SELECT value FROM meta WHERE name = 'commits'");
  return Number(found.getRowsJS()[0]?.[0] ?? 0);
}

function makeDirectory(dir: string): void {
  try {
    mkdirSync(dir, { recursive: true });
  } catch (error) {
    // On a read-only mount Node says ENOENT of a new folder: its nearest parent tells why.
    let parent = dirname(resolve(dir));
    while (!existsSync(parent)) parent = dirname(parent);
    throw notAllowed(parent, constants.W_OK) ?? new StoreUnusable(`The data directory ${dir} cannot be made (${(error as NodeJS.ErrnoException).code}). Give another one with --data DIR.`, { cause: error });
  }
}

function refuseFile(dir: string): void {
  if (existsSync(dir) && !statSync(dir).isDirectory()) throw new StoreUnusable(`${dir} is a file, not a directory. Give a directory with --data DIR.`);
}

/** What a command in a hint must repeat to mean the same market. `dataFlag("/tmp/m")` → `" --data /tmp/m"` */
export function dataFlag(dir: string): string {
  if (dir === ".strata") return "";
  return ` --data ${/^[\w./~@%+:,-]+$/.test(dir) ? dir : `'${dir.replaceAll("'", `'\\''`)}'`}`;
}

/** A store that this user may not use is healthy: DuckDB must not be asked, nor anything be set aside. */
function refuseClosed(dir: string, path: string, readOnly: boolean): void {
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

/** The last holder, where it holds nothing any more or, in another process space of this machine, perhaps nothing. */
function refuseHeld(dir: string, path: string): Holder | null {
  const holder = readLock(dir);
  if (holder === null) return null;
  const state = holderState(holder);
  if (state === "running") throw heldBy(dir, holder);
  if (state === "elsewhere") throw new StoreHeld(`${heldBy(dir, holder).message}\nThat machine cannot be asked from here. If nothing runs there any more, delete ${lockPath(dir)}`, null);
  if (state === "unknown" && existsSync(keptPath(path))) {
    throw new StoreHeld(`${heldBy(dir, holder).message}\nThat process cannot be seen from here, and ${keptPath(path)} says that it is folding its changes into the store, or was when it was cut off. If it does not run any more, delete ${lockPath(dir)}`, null);
  }
  return holder;
}

function isUnseen(holder: Holder | null): boolean {
  return holder !== null && holderState(holder) === "unknown";
}

function heldBy(dir: string, holder: Holder | null, message = ""): StoreHeld {
  if (holder === null) {
    // Readers leave no lock of ours; DuckDB names their process.
    const pid = /\(PID (\d+)\)/.exec(message)?.[1];
    return new StoreHeld(`The market under ${dir} is in use by another process${pid === undefined ? "" : ` (${pid})`}. Try again when it has ended.`, null);
  }
  const at = holder.address === null ? "" : `, serving ${holder.address}`;
  return new StoreHeld(`The market under ${dir} is in use by "strata ${holder.verb}" (process ${holder.pid} on ${holder.host}${at}).`, holder.address);
}

async function openFile(dir: string, path: string, options: OpenOptions, before: Holder | null): Promise<Opened & { notices: string[] }> {
  const other = options.readOnly || isUnseen(before) ? readLock(dir) : null;
  if (!options.readOnly && existsSync(keptPath(path))) {
    await refuseLocked(dir, path, other);
    mendMetadata(path);
  }
  try {
    return { ...(await connectTo(path, options)), notices: [] };
  } catch (error) {
    if (isLocked(error)) throw heldBy(dir, other, messageOf(error));
    if (options.readOnly) {
      // Only a writer may set a damaged WAL aside.
      await (await openMarket(dir, { ...options, readOnly: false })).close();
      return { ...(await connectTo(path, options)), notices: [] };
    }
    return openWithoutWal(path, options, error);
  }
}

/** Our lock may have been removed while its process runs: DuckDB's tells, whatever state the file is in. */
async function refuseLocked(dir: string, path: string, other: Holder | null): Promise<void> {
  try {
    letGo(await connectTo(path, { readOnly: true }));
  } catch (error) {
    if (isLocked(error)) throw heldBy(dir, other, messageOf(error));
  }
}

/** A store that opens only without its WAL goes on as of its last checkpoint; the WAL is kept beside it. Never starts empty over a damaged file. */
async function openWithoutWal(path: string, options: OpenOptions, first: unknown): Promise<Opened & { notices: string[] }> {
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

async function connectTo(path: string, { readOnly = false, threads }: OpenOptions): Promise<Opened> {
  const instance = await DuckDBInstance.create(path, {
    access_mode: readOnly ? "READ_ONLY" : "READ_WRITE",
    threads: String(threads ?? Math.min(4, availableParallelism())),
    memory_limit: memoryLimit,
    enable_external_access: "false",
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

function letGo({ instance, file }: Opened): void {
  instance.closeSync();
  closeSync(file);
}

function isLocked(error: unknown): boolean {
  return messageOf(error).includes("Could not set lock on file") || messageOf(error).includes("Conflicting lock");
}

/** What DuckDB says of a file whose content is no store, or no longer one. */
function isDamage(error: unknown): boolean {
  return !isRefusal(error) && /not a valid DuckDB|corrupt|checksum|serializ|INTERNAL Error/i.test(messageOf(error));
}

function isRefusal(error: unknown): boolean {
  return /Permission denied|Read-only file system|Operation not permitted/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n")[0]!;
}
