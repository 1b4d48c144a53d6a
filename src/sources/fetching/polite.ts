import { afterRedirect, type Asked, mostRedirects } from "../guard.ts";
import { FetchRefused, HostResting, NoNetwork } from "../guard-problem.ts";
import type { Answer, Fetch } from "./fetch.ts";

/** What fetching needs of the world. `random` gives numbers from 0 to 1, for pauses that do not beat in step. */
export type World = { fetch: Fetch; now: () => number; sleep: (ms: number) => Promise<void>; random: () => number };

export type Manners = {
  /** From the start of one request to a host to the start of the next. */
  pauseMs?: number;
  /** Hosts that are not to be asked at all. */
  stopped?: ReadonlySet<string>;
  /** After each request that went out. */
  onRequest?: (host: string, status: number) => void;
  signal?: AbortSignal;
};

/** The work was stopped by its caller. */
export class FetchStopped extends Error {}

const pauseMs = 1000;
const mostAtOnce = 2;
const backoffMs = [2000, 4000, 8000] as const;
/** So many hosts to which there is no way, or requests in vain where they are few, are no chance while none answers. */
const fewestHosts = 3;
const fewestInVain = 6;
/** A host that asks for a longer rest is left alone until the next refresh. */
const longestWaitMs = 60_000;
/** Failures in a row after which a host rests: two requests with all their repeats. */
const failuresToRest = 8;
const restMs = 15 * 60_000;

type Host = { turn: Promise<void>; next: number; running: number; freed: (() => void)[]; failures: number; restUntil: number; why: string };

/**
 * Asks hosts at their pace: one request a second, two at once at most, pauses where they ask for some (Retry-After), repeats after 2, 4 and 8 seconds where they fail,
 * and a rest of a quarter of an hour where they keep failing.
 */
export class PoliteFetcher {
  readonly #world: World;
  readonly #manners: Manners;
  #hosts = new Map<string, Host>();
  #reach = reachOfNothing();

  constructor(world: World, manners: Manners = {}) {
    this.#world = world;
    this.#manners = manners;
  }

  /** The same manners, hosts and pace, for a piece of work that `signal` stops too. */
  under(signal: AbortSignal): PoliteFetcher {
    const own = this.#manners.signal;
    const fetcher = new PoliteFetcher(this.#world, { ...this.#manners, signal: own === undefined ? signal : AbortSignal.any([own, signal]) });
    fetcher.#hosts = this.#hosts;
    // Pages go through this one meanwhile: what answers them is reached, too.
    fetcher.#reach = this.#reach = reachOfNothing();
    return fetcher;
  }

  /** The answer, whatever its status, after redirects, each of which waits for its turn with its host as if it were asked for by itself, and asks `mayAsk`, which may throw; of a host that keeps failing its last one. Throws FetchRefused where none came, HostResting where the host is left alone, FetchStopped. */
  async ask(asked: Asked, mayAsk: (url: string) => Promise<void> = async () => undefined): Promise<Answer> {
    let now = asked;
    for (let hop = 0; hop <= mostRedirects; hop++) {
      if (hop > 0) await mayAsk(now.url);
      const answer = await this.#askHost(now);
      const next = afterRedirect(now, answer);
      if (next === null) return answer;
      now = next;
    }
    throw new FetchRefused(`${asked.url} redirects more than ${mostRedirects} times`);
  }

  async #askHost(asked: Asked): Promise<Answer> {
    const name = new URL(asked.url).host;
    if (this.#manners.stopped?.has(new URL(asked.url).hostname.replace(/\.+$/, ""))) throw new FetchRefused(`${name} is on the list of hosts that are not asked`);
    const host = this.#hostOf(name);
    for (let attempt = 0; ; attempt++) {
      const outcome = await this.#once(name, host, asked);
      const wait = this.#waitAfter(host, outcome, attempt);
      if (wait === null) {
        if (outcome instanceof Error) throw outcome;
        return outcome;
      }
      await this.#sleep(wait);
    }
  }

  /** Throws NoNetwork where no host has answered and no way was found to any of the first that were asked. `ahead`: what is left undone. */
  refuseOffline(ahead: string): void {
    const { answered, unreached, inVain } = this.#reach;
    if (answered || unreached.size === 0 || (unreached.size < fewestHosts && inVain < fewestInVain)) return;
    const hosts = [...unreached];
    throw new NoNetwork(`No host could be reached, of ${hosts.slice(0, 3).join(", ")}${hosts.length > 3 ? ` and ${hosts.length - 3} more` : ""}: there is no network, or no way out of it. ${ahead} Nothing is lost, and nothing was taken for closed.`);
  }

  /** Until when a host is left alone; null where it is not. */
  restingUntil(address: string): number | null {
    const host = this.#hosts.get(new URL(address).host);
    return host !== undefined && host.restUntil > this.#world.now() ? host.restUntil : null;
  }

  #hostOf(name: string): Host {
    let host = this.#hosts.get(name);
    if (host === undefined) this.#hosts.set(name, (host = { turn: Promise.resolve(), next: 0, running: 0, freed: [], failures: 0, restUntil: 0, why: "" }));
    return host;
  }

  async #once(name: string, host: Host, asked: Asked): Promise<Answer | Error> {
    await this.#turn(name, host);
    try {
      const answer = await this.#world.fetch({ ...asked, redirects: "told" });
      this.#manners.onRequest?.(name, answer.status);
      this.#reach.answered = true;
      return answer;
    } catch (error) {
      // What was cut off by us says nothing of the host.
      this.#refuseStopped();
      if (!(error instanceof FetchRefused)) throw error;
      this.#manners.onRequest?.(name, 0);
      this.#reach.inVain++;
      if (hasNoWay(error)) this.#reach.unreached.add(name);
      return error;
    } finally {
      host.running--;
      host.freed.shift()?.();
    }
  }

  /** Waits for this request's turn: those to one host start in the order in which they were asked for. */
  async #turn(name: string, host: Host): Promise<void> {
    const mine = host.turn.then(async () => {
      if (host.running >= mostAtOnce) await new Promise<void>((resolve) => host.freed.push(resolve));
      while (host.next > this.#world.now() && host.restUntil <= this.#world.now()) await this.#sleep(host.next - this.#world.now());
      if (host.restUntil > this.#world.now()) throw new HostResting(name, host.restUntil, host.why);
      this.#refuseStopped();
      const pause = this.#manners.pauseMs ?? pauseMs;
      host.next = this.#world.now() + pause * (1 + this.#world.random() / 4);
      host.running++;
    });
    host.turn = mine.catch(() => undefined);
    await mine;
  }

  /** How long to wait before the request is repeated; null where it is not. */
  #waitAfter(host: Host, outcome: Answer | Error, attempt: number): number | null {
    const failed = outcome instanceof Error ? (outcome as FetchRefused).passing : isPassing(outcome.status);
    if (!failed) {
      if (!(outcome instanceof Error)) host.failures = 0;
      return null;
    }
    const now = this.#world.now();
    const asksFor = outcome instanceof Error ? null : retryAfterMs(outcome.headers["retry-after"], now);
    const why = outcome instanceof Error ? outcome.message : `it answered ${outcome.status}${asksFor === null ? "" : ` and asked for ${Math.ceil(asksFor / 1000)} s of rest`}`;
    host.failures++;
    if (asksFor !== null && asksFor > longestWaitMs) this.#rest(host, now + asksFor, why);
    else if (host.failures >= failuresToRest) this.#rest(host, now + restMs, `${host.failures} requests in a row failed, the last as ${why}`);
    const backoff = backoffMs[attempt];
    if (backoff === undefined || host.restUntil > now) return null;
    if (asksFor === null) return backoff * (1 + this.#world.random() / 4);
    // What one request is told holds for all to that host.
    host.next = Math.max(host.next, now + asksFor);
    // "Retry-After: 0" is no leave to hurry.
    return Math.max(asksFor, backoff);
  }

  #rest(host: Host, until: number, why: string): void {
    host.restUntil = until;
    host.why = why;
    // After its rest one more failure is enough.
    host.failures = failuresToRest - 1;
  }

  async #sleep(ms: number): Promise<void> {
    this.#refuseStopped();
    const { signal } = this.#manners;
    if (signal === undefined) return this.#world.sleep(ms);
    await new Promise<void>((resolve, reject) => {
      const end = (error?: unknown): void => {
        signal.removeEventListener("abort", stop);
        if (error instanceof Error) reject(error);
        else resolve();
      };
      const stop = (): void => end();
      signal.addEventListener("abort", stop, { once: true });
      this.#world.sleep(ms).then(stop, end);
    });
    this.#refuseStopped();
  }

  #refuseStopped(): void {
    if (this.#manners.signal?.aborted) throw new FetchStopped("stopped");
  }
}

/** Statuses that may pass: overloaded, restarting, asked too often. 529 is what some hosts say for "overloaded". */
function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** `retryAfterMs("120", now)` → `120000`; also of a date. Null where it says nothing that can be understood. */
export function retryAfterMs(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header) * 1000;
  const time = /[a-z]{3}/i.test(header) ? Date.parse(header) : NaN;
  return Number.isNaN(time) ? null : Math.max(0, time - now);
}

/** Whether any host answered; how many requests did not come through, and the hosts to which no way was found. */
type Reach = { answered: boolean; inVain: number; unreached: Set<string> };

function reachOfNothing(): Reach {
  return { answered: false, inVain: 0, unreached: new Set() };
}

/** The name is not found, or no network leads there. */
function hasNoWay({ cause }: FetchRefused): boolean {
  return ["ENOTFOUND", "EAI_AGAIN", "ENETUNREACH", "EHOSTUNREACH", "ENETDOWN"].includes((cause as NodeJS.ErrnoException | undefined)?.code ?? "");
}
