import { beforeEach, describe, expect, it } from "vitest";
import { FetchRefused, HostResting, NoNetwork } from "../guard-problem.ts";
import type { Answer } from "./fetch.ts";
import { PageFetcher } from "./get-page.ts";
import { PoliteFetcher, retryAfterMs, type World } from "./polite.ts";

type Said = Partial<Answer> | Error;

let time: number;
let started: { url: string; at: number }[];
/** What is answered, one after the other; the last again and again. */
let answers: Said[];
let running: number;
let most: number;
let duration: number;
beforeEach(() => {
  [time, started, answers, running, most, duration] = [1_000_000, [], [{ status: 200 }], 0, 0, 0];
});

/** A clock that moves to the next thing that somebody waits for, when all wait. */
let waiting: { at: number; go: () => void }[] = [];
const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    waiting.push({ at: time + ms, go: resolve });
    setImmediate(advance);
  });
function advance(): void {
  const next = waiting.toSorted((a, b) => a.at - b.at)[0];
  if (next === undefined) return;
  waiting = waiting.filter((one) => one !== next);
  time = Math.max(time, next.at);
  next.go();
}

const world = (): World => ({
  now: () => time,
  sleep,
  random: () => 0,
  fetch: async ({ url }) => {
    started.push({ url, at: time });
    most = Math.max(most, ++running);
    if (duration > 0) await sleep(duration);
    running--;
    const said = answers.length > 1 ? answers.shift()! : answers[0]!;
    if (said instanceof Error) throw said;
    return { url, status: 200, headers: {}, text: "", ...said };
  },
});

const gaps = (): number[] => started.slice(1).map(({ at }, i) => at - started[i]!.at);
const at = "https://one.example/a";

const to = (location: string, status = 302): Said => ({ status, headers: { location } });

describe("redirects", () => {
  it("wait for their turn with the host that they lead to, as any request to it", async () => {
    answers = [{ status: 200 }, to("https://one.example/b"), { status: 200, text: "here" }];
    const fetcher = new PoliteFetcher(world());
    await fetcher.ask({ url: "https://one.example/first" });
    expect(await fetcher.ask({ url: "https://two.example/a" })).toMatchObject({ url: "https://one.example/b", text: "here" });
    expect(started.map(({ url }) => url)).toEqual(["https://one.example/first", "https://two.example/a", "https://one.example/b"]);
    expect(started[2]!.at - started[0]!.at).toBe(1000);
  });

  it("are not followed to a host that is not to be asked", async () => {
    answers = [to("https://Stopped.example/x")];
    await expect(new PoliteFetcher(world(), { stopped: new Set(["stopped.example"]) }).ask({ url: at })).rejects.toThrow("stopped.example is on the list of hosts that are not asked");
    expect(started).toHaveLength(1);
  });

  it("keep what was posted, and its headers, only where they may", async () => {
    const asked: unknown[] = [];
    const one = world();
    const fetcher = new PoliteFetcher({ ...one, fetch: (request) => (asked.push(request), one.fetch(request)) });
    answers = [to("https://two.example/b", 307), to("/c", 303), { status: 200 }];
    await fetcher.ask({ url: at, method: "POST", body: "{}", headers: { accept: "application/json", authorization: "key" } });
    expect(asked.slice(1)).toEqual([
      { url: "https://two.example/b", method: "POST", body: "{}", headers: { accept: "application/json" }, redirects: "told" },
      { url: "https://two.example/c", method: "GET", headers: { accept: "application/json" }, redirects: "told" },
    ]);
  });

  it("of a page are held against the robots.txt of the host that they lead to", async () => {
    answers = [{ status: 404 }, to("https://two.example/jobs/1"), { status: 200, text: "User-agent: *\nDisallow: /jobs" }];
    await expect(new PageFetcher(new PoliteFetcher(world()), () => time).get("https://one.example/careers")).rejects.toThrow("https://two.example/robots.txt asks robots to leave /jobs/1 alone");
    expect(started.map(({ url }) => url)).toEqual(["https://one.example/robots.txt", "https://one.example/careers", "https://two.example/robots.txt"]);
  });

  it("end after five", async () => {
    answers = [to("/again")];
    await expect(new PoliteFetcher(world()).ask({ url: at })).rejects.toThrow("redirects more than 5 times");
    expect(started).toHaveLength(6);
  });
});

const askEach = (fetcher: PoliteFetcher, hosts: readonly string[]) => Promise.all(hosts.map((host) => fetcher.ask({ url: `https://${host}.example/` }).catch(() => null)));

describe("PoliteFetcher", () => {
  it("starts one request a second to a host, in the order in which they were asked for", async () => {
    const fetcher = new PoliteFetcher(world());
    await Promise.all(["a", "b", "c", "d"].map((path) => fetcher.ask({ url: `https://one.example/${path}` })));
    expect(started.map(({ url }) => url.at(-1))).toEqual(["a", "b", "c", "d"]);
    expect(gaps()).toEqual([1000, 1000, 1000]);
  });

  it("has two requests to a host under way at most, and does not let one host wait for another", async () => {
    duration = 10_000;
    const fetcher = new PoliteFetcher(world());
    await Promise.all(["one", "one", "one", "two"].map((host) => fetcher.ask({ url: `https://${host}.example/` })));
    expect(most).toBe(3);
    expect(started.map(({ url, at: when }) => [new URL(url).hostname.slice(0, 3), when - 1_000_000])).toEqual([["one", 0], ["two", 0], ["one", 1000], ["one", 10_000]]);
  });

  it.each([429, 503, 529, 500, 408])("repeats %i after 2, 4 and 8 seconds, then gives it", async (status) => {
    answers = [{ status }];
    expect(await new PoliteFetcher(world()).ask({ url: at })).toMatchObject({ status });
    expect(gaps()).toEqual([2000, 4000, 8000]);
  });

  it.each([200, 304, 400, 401, 403, 404, 410])("does not repeat %i", async (status) => {
    answers = [{ status }];
    expect(await new PoliteFetcher(world()).ask({ url: at })).toMatchObject({ status });
    expect(started).toHaveLength(1);
  });

  it("takes three hosts to which no way leads for no network, and none where any host answered", async () => {
    const noWay = new FetchRefused("no machine of that name", { cause: Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }) });
    answers = [noWay];
    const fetcher = new PoliteFetcher(world());
    await askEach(fetcher, ["one", "two"]);
    expect(() => fetcher.refuseOffline("The rest was not asked.")).not.toThrow();
    await askEach(fetcher, ["three"]);
    expect(() => fetcher.refuseOffline("The rest was not asked.")).toThrow(NoNetwork);
    expect(() => fetcher.refuseOffline("The rest was not asked.")).toThrow(/one\.example, two\.example, three\.example.*no network.*The rest was not asked\. Nothing is lost/);
    answers = [{ status: 404 }, noWay];
    const reached = new PoliteFetcher(world());
    await askEach(reached, ["one", "two", "three", "four", "five"]);
    expect(() => reached.refuseOffline("")).not.toThrow();
  });

  it("takes what answered the fetcher whose manners it has for reached, as pages are asked by that one", async () => {
    answers = [{ status: 200 }, new FetchRefused("no machine of that name", { cause: Object.assign(new Error("getaddrinfo"), { code: "ENOTFOUND" }) })];
    const fetcher = new PoliteFetcher(world());
    const ofOneRefresh = fetcher.under(new AbortController().signal);
    await askEach(fetcher, ["page"]);
    await askEach(ofOneRefresh, ["one", "two", "three", "four"]);
    expect(() => ofOneRefresh.refuseOffline("")).not.toThrow();
    const ofTheNext = fetcher.under(new AbortController().signal);
    await askEach(ofTheNext, ["one", "two", "three", "four"]);
    expect(() => ofTheNext.refuseOffline("")).toThrow(NoNetwork);
  });

  it("does not take hosts that time out or refuse for no network", async () => {
    answers = [new FetchRefused("nothing answers there", { cause: Object.assign(new Error("connect"), { code: "ECONNREFUSED" }) })];
    const fetcher = new PoliteFetcher(world());
    for (const host of ["one", "two", "three", "four"]) await fetcher.ask({ url: `https://${host}.example/` }).catch(() => null);
    expect(() => fetcher.refuseOffline("")).not.toThrow();
  });

  it("repeats what was cut off, and not what was refused", async () => {
    answers = [new FetchRefused("cut off", { passing: true }), { status: 200 }];
    expect(await new PoliteFetcher(world()).ask({ url: at })).toMatchObject({ status: 200 });
    answers = [new FetchRefused("not on the public internet")];
    await expect(new PoliteFetcher(world()).ask({ url: at })).rejects.toThrow("public");
    expect(started).toHaveLength(3);
  });

  it("waits as long as a host asks for, with all requests to it", async () => {
    answers = [{ status: 429, headers: { "retry-after": "30" } }, { status: 200 }];
    const fetcher = new PoliteFetcher(world());
    await Promise.all([fetcher.ask({ url: at }), fetcher.ask({ url: "https://one.example/b" })]);
    expect(started.map(({ at: when }) => when - 1_000_000)).toEqual([0, 30_000, 31_000]);
  });

  it("keeps its own pause where a host asks for none", async () => {
    answers = [{ status: 429, headers: { "retry-after": "0" } }, { status: 200 }];
    await new PoliteFetcher(world()).ask({ url: at });
    expect(gaps()).toEqual([2000]);
  });

  it("knows a stopped host by its name with a dot at the end", async () => {
    await expect(new PoliteFetcher(world(), { stopped: new Set(["one.example"]) }).ask({ url: "https://one.example./a" })).rejects.toThrow("list of hosts");
    expect(started).toEqual([]);
  });

  it("asks for a robots.txt that did not come again after minutes", async () => {
    answers = [new FetchRefused("no answer"), { status: 200 }];
    const pages = new PageFetcher(new PoliteFetcher(world()), () => time);
    await expect(pages.get(at)).rejects.toThrow("could not be read");
    await expect(pages.get(at)).rejects.toThrow("could not be read");
    expect(started).toHaveLength(1);
    time += 6 * 60_000;
    expect(await pages.get(at)).toMatchObject({ status: 200 });
  });

  it("leaves a host alone that asks for a long rest", async () => {
    answers = [{ status: 503, headers: { "retry-after": "3600" } }];
    const fetcher = new PoliteFetcher(world());
    expect(await fetcher.ask({ url: at })).toMatchObject({ status: 503 });
    await expect(fetcher.ask({ url: at })).rejects.toThrow(HostResting);
    expect(fetcher.restingUntil(at)).toBe(1_000_000 + 3_600_000);
    expect(started).toHaveLength(1);
  });

  it("rests a quarter of an hour from a host that keeps failing, then tries once", async () => {
    answers = [{ status: 500 }];
    const fetcher = new PoliteFetcher(world());
    for (let i = 0; i < 2; i++) await fetcher.ask({ url: at });
    expect(started).toHaveLength(8);
    await expect(fetcher.ask({ url: at })).rejects.toThrow(/one\.example is not asked again before .*8 requests in a row failed/);
    expect(await fetcher.ask({ url: "https://two.example/" })).toMatchObject({ status: 500 });
    started = [];
    time += 16 * 60_000;
    expect(await fetcher.ask({ url: at })).toMatchObject({ status: 500 });
    await expect(fetcher.ask({ url: at })).rejects.toThrow(HostResting);
    expect(started).toHaveLength(1);
    time += 16 * 60_000;
    answers = [{ status: 200 }];
    for (let i = 0; i < 3; i++) expect(await fetcher.ask({ url: at })).toMatchObject({ status: 200 });
  });

  it("asks no host that is on the list", async () => {
    await expect(new PoliteFetcher(world(), { stopped: new Set(["one.example"]) }).ask({ url: at })).rejects.toThrow("list of hosts");
    expect(started).toEqual([]);
  });

  it("stops when it is told to, while it waits", async () => {
    const stop = new AbortController();
    answers = [{ status: 500 }];
    const fetcher = new PoliteFetcher({ ...world(), sleep: () => new Promise(() => stop.abort()) }, { signal: stop.signal });
    await expect(fetcher.ask({ url: at })).rejects.toThrow("stopped");
    await expect(fetcher.ask({ url: at })).rejects.toThrow("stopped");
    expect(started).toHaveLength(1);
  });
});

describe("retryAfterMs", () => {
  it.each<[string | undefined, number | null]>([
    [undefined, null],
    ["120", 120_000],
    ["Wed, 21 Oct 2015 07:28:00 GMT", 60_000],
    ["Wed, 21 Oct 2015 07:20:00 GMT", 0],
    ["soon", null],
    ["", null],
    ["-5", null],
  ])("%s", (header, ms) => {
    expect(retryAfterMs(header, Date.parse("2015-10-21T07:27:00Z"))).toBe(ms);
  });
});
