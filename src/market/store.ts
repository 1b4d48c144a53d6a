import { closeSync, existsSync, statSync } from "node:fs";
import type { DuckDBConnection, DuckDBValue } from "@duckdb/node-api";
import { checkpoint, isCutOff, isPutOff, keptPath, mendMetadata } from "./checkpoint.ts";
import { type ConnectOptions, connectTo, isLocked, letGo, messageOf, type Opened, openWithoutWal } from "./connect.ts";
import { dataFlag, makeDirectory, refuseClosed, refuseFile, storePath } from "./directory.ts";
import { clearLock, giveBackLock, type Holder, holderState, lockPath, readLock, thisHolder, writeLock } from "./lock.ts";
import { StoreHeld, StoreUnusable } from "./problems.ts";
import { isCurrent, migrate, newestVersion, versionOf } from "./schema.ts";
import { tidied } from "./tidy.ts";

/** A WAL of this size is folded into the store. DuckDB's 16 MB would do so after nearly every batch of an import. */
const checkpointBytes = 64_000_000;

/** Each is a few numbers; a page asks for some ten cuts, and people narrow it again and again. */
const mostKept = 500;

type OpenOptions = ConnectOptions & {
  /** The verb that opens, for the message that others get: "import", "start". */
  verb?: string;
};

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
  readonly #kept = new Map<string, Promise<unknown>>();
  #keptOf = "";
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

  /** What `make` finds, found once for as long as nothing is written: what many questions rest on. Of what was asked least lately no more is kept than `mostKept`. */
  async kept<T>(name: string, make: () => Promise<T>): Promise<T> {
    if (this.#keptOf !== this.version) this.#kept.clear();
    this.#keptOf = this.version;
    const made = (this.#kept.get(name) as Promise<T> | undefined) ?? make();
    this.#kept.delete(name);
    this.#kept.set(name, made);
    if (this.#kept.size > mostKept) this.#kept.delete(this.#kept.keys().next().value!);
    // What failed is tried again.
    made.catch(() => this.#kept.get(name) === made && this.#kept.delete(name));
    return made;
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
      await this.#inTurn((connection) => tidied(connection, () => checkpoint(connection, storePath(this.dir), this.#opened.file)));
      return null;
    } catch (error) {
      return `The last changes could not be folded into ${storePath(this.dir)}: ${messageOf(error).split("\n")[0]}\nWhat was stored stays in its .wal file: keep the two together. It is taken in when the market is opened next.`;
    }
  }
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
  const holder = { ...thisHolder(options.verb ?? "strata", now(), dir), commits: before?.commits ?? 0 };
  // Where the last holder's process cannot be seen, or holds another folder, DuckDB's lock decides: until it is ours, the file that names the other stays.
  if (!readOnly && !isUnseen(dir, before)) writeLock(dir, holder);
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

/** The last holder, where it holds nothing here any more or, in another process space of this machine, perhaps nothing. */
function refuseHeld(dir: string, path: string): Holder | null {
  const holder = readLock(dir);
  if (holder === null) return null;
  const state = holderState(holder, dir);
  if (state === "running") throw heldBy(dir, holder);
  if (state === "elsewhere") throw new StoreHeld(`${heldBy(dir, holder).message}\nThat machine cannot be asked from here. If nothing runs there any more, or this folder is a copy of its, delete ${lockPath(dir)}`, null);
  if (state === "unknown" && existsSync(keptPath(path))) {
    throw new StoreHeld(`${heldBy(dir, holder).message}\nThat process cannot be seen from here, and ${keptPath(path)} says that it is folding its changes into the store, or was when it was cut off. If it does not run any more, delete ${lockPath(dir)}`, null);
  }
  return holder;
}

function isUnseen(dir: string, holder: Holder | null): boolean {
  return holder !== null && ["unknown", "copied"].includes(holderState(holder, dir));
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
  const other = options.readOnly || isUnseen(dir, before) ? readLock(dir) : null;
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
