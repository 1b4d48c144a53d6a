import { RefreshUnderWay, StoreHeld, UnknownSource } from "../market/problems.ts";
import { FetchRefused, NoSource } from "../sources/guard-problem.ts";
import type { Dropped, Refreshed, RefreshState, Source } from "../terms/source.ts";
import type { Shell } from "./command.ts";
import { askServer, hangs } from "./ask-server.ts";

/** What the verbs of sources do, in this process or through the server that holds the market. */
export type SourcesDoor = {
  notices: readonly string[];
  list(): Promise<Source[]>;
  dropped(): Promise<Dropped[]>;
  add(text: string): Promise<{ names: string[]; added: string[] }>;
  /** `path` is absolute. Throws StoreHeld where another process holds the market. */
  addFile(path: string): Promise<{ names: string[]; added: string[] }>;
  refresh(names: readonly string[] | null, onDone: (done: Refreshed, n: number, all: number) => void): Promise<Refreshed[]>;
  remove(name: string): Promise<number>;
  /** When the next source is due; null where none is followed. */
  nextDue(): Promise<number | null>;
  /** What a person should know of how the market was let go, or null. */
  close(): Promise<string | null>;
};

type DoorOptions = { verb: string; readOnly?: boolean; workers?: number; signal?: AbortSignal };

/** Opens the market under `dir`; where a running server holds it, gives a door to that server. Throws StoreHeld where it is held by something that cannot be asked. */
export async function openDoor(dir: string, shell: Shell, options: DoorOptions): Promise<SourcesDoor> {
  try {
    return await ownDoor(dir, shell, options);
  } catch (error) {
    if (!(error instanceof StoreHeld) || error.address === null) throw error;
    return serverDoor(error.address, error, options.signal);
  }
}

async function ownDoor(dir: string, shell: Shell, { verb, readOnly = false, workers = 1, signal }: DoorOptions): Promise<SourcesDoor> {
  const { openMarket } = await import("../market/store.ts");
  const { SourceDesk } = await import("../market/sources/desk.ts");
  const { keysIn, realWorld } = await import("../sources/fetching/world.ts");
  const { fileSource } = await import("../sources/find-source.ts");
  const market = await openMarket(dir, { verb, readOnly, now: shell.now });
  const desk = new SourceDesk(market, shell.world ?? realWorld(shell.env.STRATA_CONTACT ?? null, signal), { keyOf: keysIn(shell.env), workers, ...(signal === undefined ? {} : { signal }) });
  return {
    notices: market.notices,
    list: () => desk.list(),
    dropped: () => desk.dropped(),
    add: (text) => desk.add(text),
    addFile: (path) => desk.follow([fileSource(path)]),
    refresh: (names, onDone) => desk.refresh(names, onDone),
    remove: (name) => desk.remove(name),
    nextDue: () => desk.nextDue(),
    close: () => market.close(),
  };
}

/** Pages that are looked at may take the server a while. */
const serverMs = 90_000;
/** How often a refresh of the server is asked how it stands. */
const pollMs = 300;

function serverDoor(address: string, held: StoreHeld, signal: AbortSignal | undefined): SourcesDoor {
  const ask = <T>(method: "GET" | "POST" | "DELETE", path: string, body?: unknown): Promise<T> => askSources<T>(address, held, method, path, body);
  return {
    notices: [`The market is held by a running server, which does this: ${address}`],
    list: async () => (await ask<{ rows: Source[] }>("GET", "")).rows,
    dropped: async () => (await ask<{ rows: Dropped[] }>("GET", "/dropped")).rows,
    add: (source) => ask("POST", "", { source }),
    addFile: (path) => Promise.reject(new StoreHeld(`${path} is a file, and files are added only by the process that holds the market. ${held.message}`, null)),
    refresh: (names, onDone) => followRefresh(ask, names, onDone, signal),
    remove: async (name) => (await ask<{ postings: number }>("DELETE", `?source=${encodeURIComponent(name)}`)).postings,
    nextDue: async () => {
      const due = (await ask<{ rows: Source[] }>("GET", "")).rows.filter(({ kind }) => kind !== "import").map((source) => (source.due === null ? 0 : Date.parse(source.due)));
      return due.length === 0 ? null : Math.min(...due);
    },
    close: async () => null,
  };
}

async function followRefresh(ask: <T>(method: "GET" | "POST", path: string, body?: unknown) => Promise<T>, names: readonly string[] | null, onDone: (done: Refreshed, n: number, all: number) => void, signal: AbortSignal | undefined): Promise<Refreshed[]> {
  const began = await ask<RefreshState | Refreshed[]>("POST", "/refresh", names === null ? {} : { sources: names });
  let state = began as RefreshState;
  for (let told = 0; ; ) {
    for (; told < state.done.length; told++) onDone(state.done[told]!, told + 1, state.all);
    // The server goes on when nobody looks any more.
    if (!state.running || signal?.aborted) break;
    await new Promise((resolve) => setTimeout(resolve, pollMs));
    state = await ask<RefreshState>("GET", "/refresh");
  }
  if (state.failed !== null) throw new FetchRefused(`The server could not finish the refresh: ${state.failed}`);
  return state.done;
}

async function askSources<T>(address: string, held: StoreHeld, method: "GET" | "POST" | "DELETE", path: string, body: unknown): Promise<T> {
  const said = await askServer(address, { path: `/api/sources${path}`, method, body, totalMs: serverMs }).catch((error: Error) => {
    throw hangs(held, error);
  });
  if (said.ok) return JSON.parse(said.text) as T;
  throw refusal(said.status, said.message);
}

/** A server's refusal as what the market itself would have thrown. */
function refusal(status: number, message: string): Error {
  if (status === 404) return new UnknownSource(message);
  if (status === 409) return new RefreshUnderWay(message);
  return status === 400 ? new NoSource(message) : new FetchRefused(message);
}
