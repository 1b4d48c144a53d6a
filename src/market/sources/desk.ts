import { findSources, type Wanted } from "../../sources/find-source.ts";
import type { World } from "../../sources/fetching/polite.ts";
import { makeFetchers } from "../../sources/fetching/world.ts";
import { FetchRefused, NoSource } from "../../sources/guard-problem.ts";
import type { BoardRef } from "../../terms/board-ref.ts";
import type { Dropped, Refreshed, RefreshState, Source } from "../../terms/source.ts";
import { RefreshUnderWay, UnknownSource } from "../problems.ts";
import type { Market } from "../store.ts";
import { addSources, type Followed, followedIn, listDropped, listSources, removeSource } from "./followed.ts";
import type { Fetchers } from "./get-source.ts";
import { refreshSources, sourcesToRefresh } from "./refresh.ts";

type OnDone = (done: Refreshed, n: number, all: number) => void;

type DeskOptions = { keyOf?: (ats: BoardRef["ats"]) => string | null; workers?: number; signal?: AbortSignal };

const idle: RefreshState = { running: false, started: null, fetching: [], done: [], all: 0, stopped: false, failed: null };

/** What the command line and the server do with sources of a market that this process holds: one refresh at a time, and one pace for all that is asked of a host. */
export class SourceDesk {
  readonly #market: Market;
  readonly #world: World;
  readonly #options: DeskOptions;
  #made: Fetchers | null = null;
  #running: Promise<unknown> = Promise.resolve();
  #state: RefreshState = idle;
  #stop: AbortController | null = null;
  readonly #watchers = new Set<() => void>();

  constructor(market: Market, world: World, options: DeskOptions = {}) {
    this.#market = market;
    this.#world = world;
    this.#options = options;
  }

  /** Made when something is first fetched, and kept: the pace of a host is that of all requests to it. */
  get #fetchers(): Fetchers {
    const { signal, keyOf } = this.#options;
    return (this.#made ??= { ...makeFetchers(this.#world, this.#market.dir, signal === undefined ? {} : { signal }), ...(keyOf === undefined ? {} : { keyOf }) });
  }

  list(): Promise<Source[]> {
    return listSources(this.#market);
  }

  dropped(): Promise<Dropped[]> {
    return listDropped(this.#market);
  }

  /** How the refresh stands that is under way, or how the last one ended. */
  state(): RefreshState {
    return this.#state;
  }

  /** Calls `watcher` whenever the state has changed, until the function it gives is called. */
  watch(watcher: () => void): () => void {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  }

  /** Ends the refresh that is under way: no source is begun any more, and those that are waited for are let go. What is done stays. Gives whether there was one. */
  cancel(): boolean {
    if (!this.#state.running || this.#stop === null) return false;
    this.#state.stopped = true;
    this.#stop.abort();
    this.#tell();
    return true;
  }

  #tell(): void {
    for (const watcher of this.#watchers) watcher();
  }

  /** Follows what a person's words mean. Gives the names of all, and of those that were not followed before. Throws NoSource or FetchRefused. */
  async add(text: string): Promise<{ names: string[]; added: string[] }> {
    return this.follow(await findSources(text, this.#fetchers.pages));
  }

  async follow(wanted: readonly Wanted[]): Promise<{ names: string[]; added: string[] }> {
    const added = await addSources(this.#market, wanted, this.#world.now());
    return { names: wanted.map(({ name }) => name), added: added.map(({ name }) => name) };
  }

  /** Fetches the sources that are named, or those that are due. Throws UnknownSource before anything is asked for, RefreshUnderWay. */
  async refresh(names: readonly string[] | null, onDone?: OnDone): Promise<Refreshed[]> {
    return (await this.start(names, onDone)).ended;
  }

  /** As `refresh`, but comes back when it is known that it can begin. */
  async start(names: readonly string[] | null, onDone: OnDone = () => undefined): Promise<{ ended: Promise<Refreshed[]> }> {
    if (this.#state.running) throw new RefreshUnderWay(`A refresh is under way: ${this.#state.done.length} of ${this.#state.all} sources are done. Ask again when it has ended.`);
    const before = this.#state;
    const state: RefreshState = (this.#state = { ...idle, running: true, started: new Date(this.#world.now()).toISOString(), fetching: [], done: [] });
    try {
      const meant = names === null ? null : await this.#allMeant(names);
      const { due, unknown } = await sourcesToRefresh(this.#market, meant, this.#world.now());
      if (unknown.length > 0) throw new UnknownSource(`${unknown.join(", ")}: no such source is followed. See them with: strata sources; follow one with: strata add ${unknown[0]}`);
      state.all = due.length;
      const ended = this.#run(due, state, onDone);
      this.#running = ended.catch(() => undefined);
      return { ended };
    } catch (error) {
      this.#state = before;
      throw error;
    }
  }

  async #run(due: readonly Followed[], state: RefreshState, onDone: OnDone): Promise<Refreshed[]> {
    const { signal, workers = 1 } = this.#options;
    const stop = (this.#stop = new AbortController());
    const told: OnDone = (one, n, all) => {
      state.done.push(one);
      state.fetching = state.fetching.filter((name) => name !== one.source);
      this.#tell();
      onDone(one, n, all);
    };
    const onStart = (name: string): void => {
      state.fetching.push(name);
      this.#tell();
    };
    try {
      const { polite, ...fetchers } = this.#fetchers;
      const either = signal === undefined ? stop.signal : AbortSignal.any([signal, stop.signal]);
      return await refreshSources(this.#market, due, { ...fetchers, polite: polite.under(stop.signal), signal: either, workers, now: this.#world.now, onStart, onDone: told });
    } catch (error) {
      state.failed = (error as Error).message;
      throw error;
    } finally {
      Object.assign(state, { running: false, fetching: [] });
      this.#tell();
    }
  }

  /** When no refresh is under way any more; with `signal` given this is soon after it is aborted. The market may be closed then. */
  async settled(): Promise<void> {
    await this.#running;
  }

  /** Follows a source no more; how many postings went with it. Throws UnknownSource. */
  async remove(name: string): Promise<number> {
    const removed = (await removeSource(this.#market, name)) ?? (await removeSource(this.#market, name.toLowerCase()));
    if (removed !== null) return removed;
    const meant = await this.#meant(name);
    if (meant.length === 0) throw new UnknownSource(`${name}: there is no such source. See them with: strata sources`);
    let postings = 0;
    for (const one of meant) postings += (await removeSource(this.#market, one)) ?? 0;
    return postings;
  }

  async #allMeant(texts: readonly string[]): Promise<string[]> {
    const meant: string[] = [];
    for (const text of texts) {
      const names = await this.#meant(text);
      // What nothing is followed for keeps its own words, for the message.
      meant.push(...(names.length > 0 ? names : [text]));
    }
    return meant;
  }

  /** The names of followed sources that a person's words mean: a name, what it was added as or its address, else all that `add` makes of the words, for which a page may have to be looked at. */
  async #meant(text: string): Promise<string[]> {
    const all = await followedIn(this.#market);
    const named = all.filter(({ name, asked, url }) => [name, asked, url].includes(text) || name === text.toLowerCase());
    if (named.length > 0) return named.map(({ name }) => name);
    const wanted = await findSources(text, this.#fetchers.pages).catch((error: unknown): Wanted[] => {
      if (error instanceof NoSource || error instanceof FetchRefused) return [];
      throw error;
    });
    return wanted.flatMap(({ name }) => (all.some((source) => source.name === name) ? [name] : []));
  }

  /** When the next source is due, in milliseconds since 1970; null where none is followed. */
  async nextDue(): Promise<number | null> {
    const all = await followedIn(this.#market);
    return all.length === 0 ? null : Math.min(...all.map(({ due }) => due ?? 0));
  }
}
