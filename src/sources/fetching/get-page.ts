import { FetchRefused, NotPublic } from "../guard-problem.ts";
import { etagOf, sinceHeaders } from "./conditional.ts";
import { robotName } from "./fetch.ts";
import { isAllowed, parseRobots, type Robots } from "./robots.ts";
import type { PoliteFetcher } from "./polite.ts";

const robotsMs = 24 * 3_600_000;
/** A robots.txt that could not be read is asked for again sooner: most often the host was just down. */
const unreadMs = 5 * 60_000;

type Known = { robots: Robots | string; until: number };

/** Pages of the web, asked for only where the host's robots.txt lets us (RFC 9309). What it says is kept for a day. */
export class PageFetcher {
  readonly #fetcher: PoliteFetcher;
  readonly #now: () => number;
  readonly #known = new Map<string, Promise<Known>>();

  constructor(fetcher: PoliteFetcher, now: () => number) {
    this.#fetcher = fetcher;
    this.#now = now;
  }

  /** A page, whatever its status; 304 where `etag` still holds. Throws FetchRefused where robots.txt forbids it, or no answer came. */
  async get(address: string, etag: string | null = null): Promise<{ url: string; status: number; text: string; etag: string | null }> {
    const mayAsk = (one: string): Promise<void> => this.#mayAsk(new URL(one));
    await mayAsk(address);
    const answer = await this.#fetcher.ask({ url: address, headers: { accept: "text/html,application/xhtml+xml;q=0.9,*/*;q=0.5", ...sinceHeaders(etag) } }, mayAsk);
    return { url: answer.url, status: answer.status, text: answer.text, etag: etagOf(answer) };
  }

  /** Also of where a page redirects to: another host has rules of its own. */
  async #mayAsk(url: URL): Promise<void> {
    const robots = await this.#robotsOf(url.origin);
    if (typeof robots === "string") throw new FetchRefused(`${url.origin}/robots.txt could not be read (${robots}), so nothing is asked of that host for now`);
    if (!isAllowed(robots, `${url.pathname}${url.search}`)) throw new FetchRefused(`${url.origin}/robots.txt asks robots to leave ${url.pathname} alone, and Strata does`);
  }

  async #robotsOf(origin: string): Promise<Robots | string> {
    const known = await this.#known.get(origin);
    if (known !== undefined && known.until > this.#now()) return known.robots;
    const asked = this.#ask(origin).then((robots) => ({ robots, until: this.#now() + (typeof robots === "string" ? unreadMs : robotsMs) }));
    this.#known.set(origin, asked);
    asked.catch(() => this.#known.delete(origin));
    return (await asked).robots;
  }

  /** Where nobody can say what is allowed, and then nothing is: why, in words. */
  async #ask(origin: string): Promise<Robots | string> {
    try {
      const { status, text } = await this.#fetcher.ask({ url: `${origin}/robots.txt`, headers: { accept: "text/plain,*/*;q=0.5" } });
      if (status >= 200 && status < 300) return parseRobots(text, robotName);
      return status >= 400 && status < 500 && status !== 429 ? [] : `it answered ${status}`;
    } catch (error) {
      // Of an address that is not public robots.txt is not what is wrong.
      if (error instanceof FetchRefused && !(error instanceof NotPublic)) return error.message.replace(`${origin}/robots.txt: `, "");
      throw error;
    }
  }
}
