import type { DuckDBConnection } from "@duckdb/node-api";
import { engine } from "../../reading/read.ts";
import { FetchStopped } from "../../sources/fetching/polite.ts";
import type { Found } from "../../terms/found.ts";
import type { Refreshed } from "../../terms/source.ts";
import { type ImportCount, importPostings } from "../import.ts";
import { postingRow } from "../posting-row.ts";
import { getPosting } from "../questions/posting.ts";
import type { Market } from "../store.ts";
import { type Followed, followedIn } from "./followed.ts";
import { type Fetched, type Fetchers, getSource } from "./get-source.ts";
import { seenEvery, settle } from "./settle.ts";
import { copyText, standElsewhere } from "./stands.ts";

type RefreshOptions = Fetchers & {
  now: () => number;
  workers?: number;
  /** Told of each source when its turn comes. */
  onStart?: (name: string) => void;
  /** Told of each source when what it brought is safely stored. */
  onDone?: (done: Refreshed, n: number, all: number) => void;
  signal?: AbortSignal;
};

/** Boards of other hosts go on while one waits for its turn; more would only hold more of them in memory. */
const atOnce = 6;

/** The sources that are to be fetched: those named, whatever their time, else those that are due. Sources that are not followed are `unknown`. */
export async function sourcesToRefresh(market: Market, names: readonly string[] | null, now: number): Promise<{ due: Followed[]; unknown: string[] }> {
  const all = await followedIn(market);
  if (names === null) return { due: all.filter((source) => source.due === null || source.due <= now), unknown: [] };
  const due = names.flatMap((name) => all.filter((source) => source.name === name.toLowerCase() || source.name === name || source.asked === name));
  return { due: [...new Set(due)], unknown: names.filter((name) => !due.some((source) => source.name === name.toLowerCase() || source.name === name || source.asked === name)) };
}

/**
 * Fetches sources and stores what they have. Each is stored by itself, whole or not at all but for whole batches of its postings: a refresh that is cut off has lost nothing,
 * and the next one does the rest. What fails is told as the source's status. Stopped by `signal` it gives what it has done.
 */
export async function refreshSources(market: Market, due: readonly Followed[], options: RefreshOptions): Promise<Refreshed[]> {
  const done: Refreshed[] = [];
  const open = [...due];
  let failed: unknown = null;
  const work = async (): Promise<void> => {
    for (let source = open.shift(); source !== undefined && failed === null && !options.signal?.aborted; source = open.shift()) {
      try {
        options.onStart?.(source.name);
        const one = await refreshOne(market, source, options);
        done.push(one);
        options.onDone?.(one, done.length, due.length);
        if (one.status === "failed" && open.length > 0) options.polite.refuseOffline(`${due.length - done.length} of ${due.length} sources were not asked; when the network is back: strata refresh.`);
      } catch (error) {
        if (!(error instanceof FetchStopped)) failed ??= error;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, due.length) }, work));
  if (failed !== null) throw failed as Error;
  return done;
}

async function refreshOne(market: Market, source: Followed, options: RefreshOptions): Promise<Refreshed> {
  const fetched = await getSource(source, options, await stampsIn(market, source.name));
  if (fetched.stands !== null) {
    const stood = await standElsewhere(market, source, fetched.stands, options.now());
    // Asked once more, under the name that all it brings is stored under.
    if ("source" in stood) return refreshOne(market, stood.source, options);
    return { source: source.name, status: "absent", problem: copyText(source.name, stood.same), postings: 0, added: 0, changed: 0, missed: 0, gone: 0, dropped: 0 };
  }
  let lost = { missed: 0, gone: 0 };
  let { status, problem } = fetched;
  let removed = false;
  async function* found(): AsyncGenerator<Found> {
    // From here on this writes, and no removal can come between.
    removed = (await market.rows("SELECT name FROM source WHERE name = $name", { name: source.name })).length === 0;
    if (!removed) yield* withOutdated(market, source.name, fetched);
  }
  const count = await importPostings(market, found(), {
    source: source.name,
    workers: options.workers ?? 1,
    now: () => new Date(options.now()),
    seenEvery,
    finish: async (connection: DuckDBConnection, soFar) => {
      ({ status, problem } = removed ? { status: "failed" as const, problem: "it was removed while it was fetched; nothing of it is stored" } : judged(fetched, soFar));
      if (removed) return;
      lost = await settle(market, connection, source, { ...fetched, status, problem, dropped: soFar.problems, notBefore: fetched.address === null ? null : options.polite.restingUntil(fetched.address) }, options.now());
    },
  });
  return { source: source.name, status, problem, postings: count.read, added: count.added, changed: count.changed + count.reread, ...lost, dropped: count.failed };
}

/** A fetch with what reading it has shown: a file or page is whole only where all of it could be read. */
function judged({ status, problem, wholeOnlyIfRead, brokeOff }: Fetched, { read, failed }: ImportCount): Pick<Fetched, "status" | "problem"> {
  const broken = brokeOff?.() ?? null;
  if (broken !== null) return { status: "failed", problem: broken };
  if (!wholeOnlyIfRead || status !== "good") return { status, problem };
  // What could not be read has no id that tells which posting it is: it may be any.
  if (failed > 0) return { status: read === 0 ? "failed" : "half", problem: problem ?? `${failed} of its postings could not be read; nothing is taken for closed` };
  // It may have been caught while it was written, with no more than its header.
  if (read === 0) return { status: "empty", problem: problem ?? "there are no postings in it now; nothing is taken for closed" };
  return { status, problem };
}

async function stampsIn(market: Market, name: string): Promise<Map<bigint, string>> {
  const rows = await market.rows<{ key: bigint; stamp: string }>("SELECT key, stamp FROM posting WHERE source = $name AND stamp IS NOT NULL", { name });
  return new Map(rows.map(({ key, stamp }) => [key, stamp]));
}

/** What came, and then, from the store, the postings that are there but did not come, as they have not changed, where another version of the reader has read them. */
async function* withOutdated(market: Market, name: string, { found, status, present }: Fetched): AsyncGenerator<Found> {
  const came = new Set<bigint>();
  for await (const one of found) {
    if ("posting" in one) came.add(postingRow(one.board ?? name, one.posting).key);
    yield one;
  }
  if (status !== "unchanged" && (status !== "good" || present.length === 0)) return;
  const there = new Set(present);
  const outdated = await market.rows<{ key: bigint }>("SELECT p.key FROM posting p JOIN reading r USING (key) WHERE p.source = $name AND r.engine <> $engine AND p.missed = 0 AND p.gone IS NULL ORDER BY p.key", { name, engine });
  for (const { key } of outdated) {
    // What came a moment ago may not be stored yet: what the store has of it is its old text.
    const stored = !came.has(key) && (status === "unchanged" || there.has(key)) ? await getPosting(market, key.toString()) : null;
    if (stored !== null) yield { posting: stored.posting, where: `posting ${stored.posting.id}`, board: name };
  }
}
