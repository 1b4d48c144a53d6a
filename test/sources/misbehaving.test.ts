import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { isPublic } from "../../src/sources/guard.ts";
import { guardedFetch } from "../../src/sources/fetching/fetch.ts";
import { listSources } from "../../src/market/sources/followed.ts";
import { type FollowingMarket, followingMarket } from "../fixtures/followed.ts";
import { type Fault, playedFetch, playedWorld, type PlayingServer, startPlaying } from "../fixtures/playing-server.ts";

let play: PlayingServer;
let world: ReturnType<typeof playedWorld>;
let following: FollowingMarket;
beforeEach(async () => {
  play = await startPlaying([{ ats: "ashby", name: "played", postings: ["1", "2", "3"].map((id) => ({ id, title: `ML Engineer ${id}`, text: `Café work ${id}: trains models.` })) }]);
  world = playedWorld(play);
  world.fetch = playedFetch(play.address, { mostBytes: 1_000_000, totalMs: 400 });
  following = await followingMarket(world);
});
afterEach(async () => {
  await following.close();
  await play.close();
});

const whole = (): string => JSON.stringify({ jobs: play.boards[0]!.postings.map(({ id, title, text }) => ({ id, title, location: "Berlin", publishedAt: "2026-01-01T00:00:00Z", jobUrl: `https://jobs.ashbyhq.com/played/${id}`, descriptionHtml: `<p>${text}</p>`, isListed: true })) });

function status(code: number, headers: Record<string, string> = {}): Fault {
  return (_, response) => {
    response.writeHead(code, headers).end("later");
    return true;
  };
}

function answering(work: (response: ServerResponse) => void): Fault {
  return (_, response) => {
    work(response);
    return true;
  };
}

function endless(response: ServerResponse): void {
  const more = (): void => {
    while (!response.destroyed && response.write(" ".repeat(65_536)));
    if (!response.destroyed) response.once("drain", more);
  };
  more();
}

function dripping(response: ServerResponse): void {
  const timer = setInterval(() => response.write(" "), 50);
  response.on("close", () => clearInterval(timer));
}

const bomb = gzipSync(Buffer.alloc(20_000_000));

const faults: [string, Fault, RegExp][] = [
  ["429 with a short rest", status(429, { "retry-after": "5" }), /answered 429/],
  ["429 with a long rest", status(429, { "retry-after": "7200" }), /answered 429/],
  ["503", status(503), /answered 503/],
  ["529", status(529), /answered 529/],
  ["a login page", answering((response) => response.setHeader("content-type", "text/html").end("<!doctype html><p>Sign in</p>")), /web page/],
  ["nothing at all", answering((response) => response.end()), /empty/],
  ["half a body, with its length", answering((response) => response.writeHead(200, { "content-length": whole().length }).write(whole().slice(0, 200), () => response.destroy())), /ended before the whole answer/],
  ["half a body, as if whole", answering((response) => response.end(whole().slice(0, -200))), /not JSON/],
  ["half a list, as JSON", answering((response) => response.end(JSON.stringify({ jobs: "none" }))), /something else/],
  ["an endless body", answering(endless), /larger than|in time/],
  ["a slow body", answering(dripping), /in time/],
  ["no answer", answering(() => undefined), /in time/],
  ["a bomb", answering((response) => response.setHeader("content-encoding", "gzip").end(bomb)), /larger than/],
  ["broken gzip", answering((response) => response.setHeader("content-encoding", "gzip").end("not packed at all")), /header|ended/],
  ["a packing nobody asked for", answering((response) => response.setHeader("content-encoding", "zstd").end("x")), /packed as "zstd"/],
  ["a redirect to the cloud's metadata", answering((response) => response.writeHead(302, { location: "https://169.254.169.254/latest/meta-data" }).end()), /not on the public internet/],
  ["a redirect to this machine", answering((response) => response.writeHead(307, { location: "https://127.0.0.1:1/x" }).end()), /not on the public internet/],
  ["a redirect to a name of this machine", answering((response) => response.writeHead(301, { location: "https://localhost:1/x" }).end()), /not on the public internet/],
  ["a redirect from https to http", answering((response) => response.writeHead(302, { location: "http://elsewhere.example/x" }).end()), /from https to http/],
  ["a redirect to a file", answering((response) => response.writeHead(302, { location: "file:///etc/passwd" }).end()), /neither http nor https/],
  ["a redirect in a circle", (asked, response) => (response.writeHead(302, { location: `/${asked.host}${asked.path}` }).end(), true), /more than 5 times/],
];

describe("a board that misbehaves", () => {
  it.each(faults)("%s: nothing is closed, nothing is lost, and it comes back", async (_, fault, problem) => {
    await following.follow("ashby:played");
    expect(await following.refresh()).toMatchObject([{ status: "good", added: 3 }]);
    const before = await following.postings();
    play.fault = fault;
    for (let i = 0; i < 3; i++) {
      world.time += 9 * 24 * 3_600_000;
      expect(await following.refresh()).toMatchObject([{ status: "failed", problem: expect.stringMatching(problem), missed: 0, gone: 0 }]);
    }
    expect(await following.postings()).toEqual(before);
    expect((await listSources(following.market))[0]).toMatchObject({ failures: 3, open: 3 });
    play.fault = null;
    world.time += 9 * 24 * 3_600_000;
    expect(await following.refresh()).toMatchObject([{ status: expect.stringMatching(/good|unchanged/), added: 0, changed: 0, gone: 0 }]);
    expect((await listSources(following.market))[0]).toMatchObject({ failures: 0, open: 3, problem: null });
  });

  it("a body that is not in the charset it names is read as what it is, and changes nothing", async () => {
    await following.follow("ashby:played");
    await following.refresh();
    for (const [type, body] of [["application/json; charset=iso-8859-1", Buffer.from(whole())], ["application/json; charset=utf-8", Buffer.from(whole(), "latin1")], ["application/json; charset=utf-16", Buffer.from(`\ufeff${whole()}`, "utf16le")], ["text/plain", Buffer.from(`\ufeff${whole()}`)]] as const) {
      play.fault = answering((response) => response.setHeader("content-type", type).end(body));
      world.time += 24 * 3_600_000;
      expect(await following.refresh()).toMatchObject([{ status: expect.stringMatching(/good|unchanged/), changed: 0, missed: 0 }]);
    }
  });

  it("fails now and then: what was lacking in good fetches alone is gone", async () => {
    await following.follow("ashby:played");
    await following.refresh();
    play.boards[0]!.postings.pop();
    const seen: string[] = [];
    for (let i = 0; i < 6; i++) {
      play.fault = i % 2 === 0 ? status(503) : null;
      world.time += 24 * 3_600_000;
      const [one] = await following.refresh();
      seen.push(`${one!.status} ${one!.missed} ${one!.gone}`);
    }
    expect(seen).toEqual(["failed 0 0", "good 1 0", "failed 0 0", "unchanged 0 1", "failed 0 0", "unchanged 0 0"]);
  });

  it("keeps one failing host from holding up the others", async () => {
    play.boards.push({ ats: "greenhouse", name: "played", postings: [{ id: "1", title: "Engineer", text: "Work." }] });
    play.fault = (asked, response) => asked.host === "api.ashbyhq.com" && status(500)(asked, response, 0);
    await following.follow(...Array.from({ length: 5 }, (_, i) => `ashby:played${i}`), "greenhouse:played");
    const done = await following.refresh();
    expect(Object.fromEntries(done.map((one) => [one.source, one.status]))).toMatchObject({ "ashby:played0": "failed", "ashby:played4": "failed", "greenhouse:played": "good" });
    // Two boards with all their repeats; the breaker answers for the rest.
    expect(play.asked.filter((one) => one.includes("ashby")).length).toBeLessThanOrEqual(9);
    expect(done.filter((one) => /not asked again before/.test(one.problem ?? "")).length).toBeGreaterThanOrEqual(2);
  });
});

/** A name server that gives these sets of addresses, one after the other. */
const rebinding = (sets: string[][]) => {
  let n = 0;
  return ((_host: string, _options: unknown, callback: (error: null, found: { address: string; family: number }[]) => void) => callback(null, sets[Math.min(n++, sets.length - 1)]!.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })))) as never;
};

describe("a name server that changes its mind", () => {
  it.each<[string, string[][]]>([
    ["private at once", [["127.0.0.1"]]],
    ["private beside public", [["198.41.0.4", "127.0.0.1"]]],
    ["the cloud's metadata", [["169.254.169.254"]]],
    ["this machine as IPv6", [["::1"]]],
    ["an IPv4 address in IPv6", [["::ffff:127.0.0.1"]]],
  ])("%s: the socket is never opened", async (_, sets) => {
    const before = play.asked.length;
    const { port } = new URL(`http://${play.address}`);
    await expect(guardedFetch({ lookup: rebinding(sets), totalMs: 2000 })({ url: `http://rebinding.example:${port}/api.ashbyhq.com/x/played` })).rejects.toThrow(/not on the public internet/);
    expect(play.asked.length).toBe(before);
  });

  it("what was checked is what is connected to: there is no second look-up", async () => {
    let looked = 0;
    const lookup = ((_host: string, _options: unknown, callback: (error: null, found: unknown[]) => void) => callback(null, [{ address: looked++ === 0 ? "192.0.2.1" : "127.0.0.1", family: 4 }])) as never;
    const { port } = new URL(`http://${play.address}`);
    // 192.0.2.1 is of the blocks that nobody routes, so it is refused; were it public, the socket would go to it and to nothing else.
    await expect(guardedFetch({ lookup, totalMs: 2000 })({ url: `http://rebinding.example:${port}/x` })).rejects.toThrow(/public internet/);
    expect({ looked, asked: play.asked.length, isPublic: isPublic("192.0.2.1") }).toEqual({ looked: 1, asked: 0, isPublic: false });
  });
});
