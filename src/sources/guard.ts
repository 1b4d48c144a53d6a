import { lookup as resolve, type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { createBrotliDecompress, createGunzip } from "node:zlib";
import { pipeline, type Readable, type Transform } from "node:stream";
import { Agent, request } from "undici";
import { FetchRefused, NotPublic } from "./guard-problem.ts";

/** Nothing is waited for longer: name, connection, redirects and body together. */
const totalMs = 60_000;
const connectMs = 10_000;
export const mostRedirects = 5;
/** Of the unpacked body. Career pages with scripts and styles inside reach a few megabytes. */
const mostBytes = 32 * 1024 * 1024;
const agentName = "Strata/0.1 (+https://www.npmjs.com/package/strata-hiring; reads single postings for a person)";

/** A request as it goes out. Headers beside `accept` are for the host that was asked, and go to no other that it redirects to. */
export type Asked = { url: string; method?: "GET" | "POST" | "DELETE"; headers?: Record<string, string>; body?: string };

type FetchOptions = {
  allowPrivate?: boolean;
  mostBytes?: number;
  totalMs?: number;
  /** Addresses with their ports ("127.0.0.1:4871") that may be asked though they are not public: a server of a test. */
  open?: readonly string[];
  /** How names are looked up, in place of the system's way. */
  lookup?: typeof resolve;
  /** How we name ourselves, in place of the name of one who reads single postings for a person. */
  agent?: string;
  /** How long the head of an answer, and each part of its body, may take: a language model is silent while it writes. */
  idleMs?: number;
  /** false: a redirect is refused, as what is posted with a key is for one host only; "told": it is the answer, for `afterRedirect`. */
  follow?: boolean | "told";
  /** Ends the request before its time. */
  signal?: AbortSignal;
  /** What a person can do where the address is not public. */
  wayOut?: string;
};

/** What came: the address after redirects, the status, the headers, and the body unpacked. */
export type Reply = { url: string; status: number; headers: Record<string, string | string[] | undefined>; body: AsyncIterable<Uint8Array> };

/**
 * The one door to other machines: gives the body of an http(s) address, unpacked, with the address it came from after redirects.
 * Where a name leads is checked as the connection is made, for each redirect again, so that no page and no name server can point it at this network.
 */
export async function fetchBody(address: string, options: FetchOptions = {}): Promise<{ url: string; body: AsyncIterable<Uint8Array> }> {
  return reply({ url: address }, options, (status) => status === 200);
}

/** As `fetchBody`, for any request and whatever the status of the answer. Its body must be read to its end, or left by `break`. */
export async function fetchReply(asked: Asked, options: FetchOptions = {}): Promise<Reply> {
  return reply(asked, options, () => true);
}

async function reply(asked: Asked, options: FetchOptions, wanted: (status: number) => boolean): Promise<Reply> {
  const agent = new Agent({ connect: { timeout: connectMs, lookup: checkedLookup(options) }, headersTimeout: options.idleMs ?? connectMs * 2, bodyTimeout: options.idleMs ?? connectMs * 2 });
  const signal = AbortSignal.any([AbortSignal.timeout(options.totalMs ?? totalMs), ...(options.signal === undefined ? [] : [options.signal])]);
  try {
    let now = { ...asked, url: checkedUrl(asked.url, null, options) };
    for (let hop = 0; hop <= mostRedirects; hop++) {
      const headers = { accept: "text/html,application/json;q=0.9,*/*;q=0.5", ...now.headers, "user-agent": options.agent ?? agentName, "accept-encoding": "gzip, br" };
      const answer = await request(now.url, { dispatcher: agent, signal, method: now.method ?? "GET", headers, ...(now.body === undefined ? {} : { body: now.body }) });
      const next = answer.headers.location;
      if (options.follow !== "told" && isRedirect(answer.statusCode) && typeof next === "string") {
        await answer.body.dump();
        if (options.follow === false) throw new FetchRefused(`${now.url.href} redirects, which is not followed here`);
        now = redirected(now, checkedUrl(next, now.url, options), answer.statusCode);
        continue;
      }
      if (!wanted(answer.statusCode)) throw new FetchRefused(`${now.url.href} answered ${answer.statusCode}`);
      const body = limited(unpacked(answer.body, answer.headers["content-encoding"], now.url), now.url, options.mostBytes ?? mostBytes);
      return { url: now.url.href, status: answer.statusCode, headers: answer.headers, body: closing(body, agent, now.url) };
    }
    throw new FetchRefused(`${asked.url} redirects more than ${mostRedirects} times`);
  } catch (error) {
    await agent.destroy();
    throw named(error, asked.url);
  }
}

type Now = Omit<Asked, "url"> & { url: URL };

/** What is to be asked next where an answer points elsewhere; null where it does not. Throws FetchRefused where that is not followed. */
export function afterRedirect(asked: Asked, { status, headers }: { status: number; headers: Record<string, string> }): Asked | null {
  const { location } = headers;
  if (!isRedirect(status) || location === undefined) return null;
  const from = new URL(asked.url);
  // Whether a number is an address of this network is looked at when it is asked, by rules that are not known here.
  const next = redirected({ ...asked, url: from }, checkedUrl(location, from, { allowPrivate: true }), status);
  return { ...next, url: next.url.href };
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400 && status !== 304;
}

/** The request after a redirect, as browsers do it: only 307 and 308 keep what was posted. */
function redirected(asked: Now, url: URL, status: number): Now {
  const { accept } = asked.headers ?? {};
  const headers = url.origin === asked.url.origin || asked.headers === undefined ? asked.headers : accept === undefined ? undefined : { accept };
  return status === 307 || status === 308 ? { ...asked, url, headers } : { url, headers, method: "GET" };
}

function checkedUrl(address: string, from: URL | null, { allowPrivate = false, open = [], wayOut }: FetchOptions): URL {
  let url: URL;
  try {
    url = new URL(address, from ?? undefined);
  } catch (error) {
    throw new FetchRefused(`${address} is not an address`, { cause: error });
  }
  if (url.protocol !== "http:" && url.protocol !== "https:") throw new FetchRefused(`${url.href} is neither http nor https`);
  if (from?.protocol === "https:" && url.protocol === "http:") throw new FetchRefused(`${from.href} redirects from https to http, which is not followed`);
  if (url.username !== "" || url.password !== "") throw new FetchRefused(`${url.host}: an address with a user name in it is not fetched`);
  // A name goes through the lookup below; a number goes to the socket as it stands.
  const host = url.hostname.replaceAll(/^\[|\]$/g, "");
  if (!allowPrivate && !open.includes(url.host) && isIP(host) !== 0 && !isPublic(host)) throw new NotPublic(privateMessage(url.hostname, host, wayOut));
  return url;
}

/** The resolver of the sockets: the very addresses that were checked are connected to. A name with one private address among others is refused. */
function checkedLookup({ allowPrivate = false, lookup = resolve, wayOut }: FetchOptions): LookupFunction {
  return (host, options, callback) => {
    lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error !== null) return callback(error, "", 0);
      const inside = allowPrivate ? undefined : found.find((one) => !isPublic(one.address));
      if (inside !== undefined) return callback(new NotPublic(privateMessage(host, inside.address, wayOut)), "", 0);
      if (options.all) return callback(null, found as never, 0);
      return callback(null, found[0]!.address, found[0]!.family);
    });
  };
}

function privateMessage(host: string, address: string, wayOut = "--allow-private reads it all the same"): string {
  return `${host}${host === address ? "" : ` (${address})`} is not on the public internet; ${wayOut}`;
}

/** Whether an address is one that the public internet routes. `isPublic("169.254.169.254")` → `false` */
export function isPublic(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  const [inside, global] = (blocks ??= makeBlocks());
  if (family === 4) return !inside.check(address, "ipv4");
  return global.check(address, "ipv6") && !inside.check(address, "ipv6");
}

let blocks: [inside: BlockList, global: BlockList] | null = null;

/** IANA's special-purpose registries, November 2026. Of IPv6 only 2000::/3 is global; mapped and translated IPv4 addresses lie outside it or are listed. */
function makeBlocks(): [BlockList, BlockList] {
  const inside = new BlockList();
  const v4 = "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.31.196.0/24 192.52.193.0/24 192.88.99.0/24 192.168.0.0/16 192.175.48.0/24 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4";
  for (const block of v4.split(" ")) inside.addSubnet(block.split("/")[0]!, Number(block.split("/")[1]), "ipv4");
  for (const block of "2001::/23 2001:db8::/32 2002::/16 2620:4f:8000::/48 3fff::/20".split(" ")) inside.addSubnet(block.split("/")[0]!, Number(block.split("/")[1]), "ipv6");
  const global = new BlockList();
  global.addSubnet("2000::", 3, "ipv6");
  return [inside, global];
}

function unpacked(body: Readable, encoding: string | string[] | undefined, url: URL): Readable {
  const unpack: Record<string, () => Transform> = { gzip: () => createGunzip(), "x-gzip": () => createGunzip(), br: () => createBrotliDecompress() };
  const name = String(encoding ?? "identity").trim().toLowerCase();
  if (name === "identity" || name === "") return body;
  // Several packings, one inside the other, are only ever a trap.
  if (unpack[name] === undefined) throw new FetchRefused(`${url.href} answers packed as "${name.slice(0, 40)}", which was not asked for`);
  return pipeline(body, unpack[name](), () => undefined);
}

async function* limited(body: Readable, url: URL, most: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const part of body as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) throw new FetchRefused(`${url.href} is larger than ${most / 1048576} MB`);
    yield part;
  }
}

async function* closing(body: AsyncGenerator<Uint8Array>, agent: Agent, url: URL): AsyncGenerator<Uint8Array> {
  try {
    yield* body;
  } catch (error) {
    throw named(error, url.href);
  } finally {
    await agent.destroy();
  }
}

/** Errors of sockets and names in words that say what to do. */
function named(error: unknown, address: string): Error {
  if (error instanceof FetchRefused) return error;
  const { name, message, code, cause } = error as Error & { code?: string; cause?: unknown };
  if (cause instanceof FetchRefused) return cause;
  if (name === "TimeoutError" || code === "UND_ERR_CONNECT_TIMEOUT" || code === "UND_ERR_HEADERS_TIMEOUT" || code === "UND_ERR_BODY_TIMEOUT") return new FetchRefused(`${address} did not answer in time`, { cause: error, passing: true });
  if (code === "ENOTFOUND" || code === "EAI_AGAIN") return new FetchRefused(`${address}: there is no machine of that name, or no network`, { cause: error });
  if (code === "ENETUNREACH" || code === "EHOSTUNREACH" || code === "ENETDOWN") return new FetchRefused(`${address}: there is no way to it, or no network`, { cause: error });
  if (code === "ECONNREFUSED") return new FetchRefused(`${address}: nothing answers there`, { cause: error, passing: true });
  if (code === "UND_ERR_SOCKET" || code === "Z_BUF_ERROR") return new FetchRefused(`${address}: the connection ended before the whole answer came`, { cause: error, passing: true });
  return new FetchRefused(`${address}: ${message || code}`, { cause: error, passing: true });
}
