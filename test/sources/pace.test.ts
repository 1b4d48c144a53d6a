import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer } from "../../src/sources/fetching/fetch.ts";
import type { World } from "../../src/sources/fetching/polite.ts";
import { atsNames } from "../../src/terms/board-ref.ts";
import { type FollowingMarket, followingMarket } from "../fixtures/followed.ts";
import { type Played, type PlayingServer, startPlaying } from "../fixtures/playing-server.ts";
import { countStoreWork } from "../fixtures/store-work.ts";

type Request = { host: string; path: string; at: number; ended: number };

/** Turns of the event loop without a request or work of the store, after which nobody does anything but sleep. Turns, not milliseconds: a machine under load has fewer of both. */
const quietTurns = 20;

/**
 * The playing server's world on a clock that stands still until every one who sleeps would sleep on: then it moves to the first who wakes.
 * So what is asked at once is seen to be asked at once, which a clock that each sleeper moves by himself would hide.
 */
function pacedWorld(play: PlayingServer): World & { time: number; requests: Request[]; stop: () => void } {
  const waiting: { at: number; wake: () => void }[] = [];
  let asking = 0;
  let quiet = 0;
  let turning = false;
  const stirred = (): void => {
    quiet = 0;
    if (!turning && waiting.length > 0) setImmediate(turn);
    turning ||= waiting.length > 0;
  };
  const store = countStoreWork(stirred);
  const turn = (): void => {
    turning = false;
    // Whoever ends it stirs.
    if (asking > 0 || store.pending() > 0 || waiting.length === 0) return;
    if (++quiet < quietTurns) {
      turning = true;
      setImmediate(turn);
      return;
    }
    const first = waiting.reduce((a, b) => (b.at < a.at ? b : a));
    waiting.splice(waiting.indexOf(first), 1);
    world.time = Math.max(world.time, first.at);
    first.wake();
    stirred();
  };
  const world = {
    time: Date.parse("2026-10-01T08:00:00Z"),
    requests: [] as Request[],
    stop: () => store.stop(),
    now: () => world.time,
    random: () => 0,
    sleep: (ms: number) => new Promise<void>((wake) => (waiting.push({ at: world.time + ms, wake }), stirred())),
    fetch: async (asked: Parameters<World["fetch"]>[0]): Promise<Answer> => {
      const { host, pathname, search } = new URL(asked.url);
      const request = { host, path: pathname + search, at: world.time, ended: Number.POSITIVE_INFINITY };
      world.requests.push(request);
      asking++;
      try {
        return await play.fetch(asked);
      } finally {
        request.ended = world.time;
        asking--;
        stirred();
      }
    },
  };
  return world;
}

let play: PlayingServer;
let world: ReturnType<typeof pacedWorld>;
let following: FollowingMarket;
beforeEach(async () => {
  play = await startPlaying();
  world = pacedWorld(play);
  following = await followingMarket(world);
});
afterEach(async () => {
  await following.close();
  world.stop();
  await play.close();
});

const posting = (id: string): Played => ({ id, title: `ML Engineer ${id}`, text: `Work ${id}: train and serve our models.` });
const started = (): number => Date.parse("2026-10-01T08:00:00Z");

/** The shortest time between the starts of two requests to one host, over all hosts. */
function shortestGap(requests: readonly Request[]): number {
  const last = new Map<string, number>();
  let shortest = Number.POSITIVE_INFINITY;
  for (const { host, at } of requests) {
    shortest = Math.min(shortest, at - (last.get(host) ?? Number.NEGATIVE_INFINITY));
    last.set(host, at);
  }
  return shortest;
}

describe("the pace of a refresh", () => {
  it("is one request a second to a host, whatever boards and pages it has", async () => {
    for (let n = 1; n <= 5; n++) play.boards.push({ ats: "greenhouse", name: `played${n}`, postings: [posting("1")] }, { ats: "smartrecruiters", name: `Played${n}`, postings: [posting("1"), posting("2"), posting("3")] });
    play.pages.set("www.played.example/1", "<p>none</p>");
    await following.follow(...play.boards.map(({ ats, name }) => `${ats}:${name}`));
    const done = await following.refresh();
    expect(done.map(({ status }) => status)).toEqual(Array.from({ length: 10 }, () => "good"));
    // Five lists of one host; five lists and fifteen texts of another.
    expect(world.requests).toHaveLength(25);
    expect(shortestGap(world.requests)).toBe(1000);
    // Hosts do not wait for each other.
    expect(world.time - started()).toBeLessThan(21_000);
  });

  it("holds for each of the boards", async () => {
    const names: Record<string, string> = { workday: "played.wd5/Careers", hackernews: "4001" };
    for (const ats of atsNames) play.boards.push({ ats, name: names[ats] ?? "played", postings: Array.from({ length: 23 }, (_, i) => posting(String(101 + i))) });
    await following.follow(...play.boards.map(({ ats, name }) => `${ats}:${name}`));
    expect((await following.refresh()).filter(({ status, added }) => status !== "good" || added !== 23)).toEqual([]);
    expect(shortestGap(world.requests)).toBeGreaterThanOrEqual(1000);
    expect(new Set(world.requests.map(({ host }) => host)).size).toBe(atsNames.length);
  });

  it.each<[string, (now: number) => string, number]>([
    ["in seconds", () => "30", 30_000],
    ["as a date", (now) => new Date(now + 45_000).toUTCString(), 45_000],
  ])("stops for as long as a host asks for %s, for all boards of that host and for no other", async (_, retryAfter, rest) => {
    play.boards.push({ ats: "ashby", name: "one", postings: [posting("1")] }, { ats: "ashby", name: "two", postings: [posting("1")] }, { ats: "lever", name: "three", postings: [posting("1")] });
    await following.follow("ashby:one", "ashby:two", "lever:three");
    let refusals = 0;
    play.fault = ({ host }, response) => host === "api.ashbyhq.com" && refusals++ < 1 && (response.writeHead(429, { "retry-after": retryAfter(world.time) }).end(), true);
    expect((await following.refresh()).map(({ status }) => status)).toEqual(["good", "good", "good"]);
    const ashby = world.requests.filter(({ host }) => host === "api.ashbyhq.com");
    expect(ashby.length).toBeGreaterThan(2);
    const [refused, ...later] = ashby;
    expect(Math.min(...later.map(({ at }) => at)) - refused!.at).toBeGreaterThanOrEqual(rest);
    expect(world.requests.find(({ host }) => host === "api.lever.co")!.at - started()).toBeLessThan(1000);
  });

  it("asks a host no more that wants an hour, not by the next board and not by the next refresh", async () => {
    play.boards.push({ ats: "ashby", name: "one", postings: [posting("1")] }, { ats: "ashby", name: "two", postings: [posting("1")] });
    await following.follow("ashby:one", "ashby:two");
    const until = world.time + 24 * 3_600_000;
    play.fault = (_, response) => (response.writeHead(503, { "retry-after": new Date(until).toUTCString() }).end(), true);
    expect((await following.refresh()).map(({ status }) => status)).toEqual(["failed", "failed"]);
    expect(world.requests).toHaveLength(1);
    play.fault = null;
    world.time += 23 * 3_600_000;
    expect(await following.refresh()).toEqual([]);
    expect(world.requests).toHaveLength(1);
    world.time = until + 1000;
    expect((await following.refresh()).map(({ status }) => status)).toEqual(["good", "good"]);
  });

  it("spends no more than its four tries on a board that fails, and less the longer it fails", async () => {
    play.boards.push({ ats: "ashby", name: "one", postings: [posting("1")] });
    await following.follow("ashby:one");
    play.fault = (_, response) => (response.writeHead(500).end(), true);
    // Two weeks in which every hour somebody refreshes what is due.
    const fetches: number[] = [];
    for (let hour = 0; hour < 14 * 24; hour++) {
      world.time = started() + hour * 3_600_000;
      if ((await following.refresh()).length > 0) fetches.push(hour);
    }
    // Six hours after the end of the first, then twice as long each time.
    expect(fetches).toEqual([0, 7, 20, 45, 94, 191]);
    expect(world.requests.length).toBeLessThanOrEqual(4 * fetches.length);
  });

  it("names itself and where to write to, in every request", async () => {
    const agents: (string | undefined)[] = [];
    play.boards.push({ ats: "ashby", name: "one", postings: [posting("1")] });
    play.fault = ({ agent }) => (agents.push(agent), false);
    await following.follow("ashby:one");
    await following.refresh();
    expect(agents).toEqual([expect.stringMatching(/^Strata\/[\d.]+ \(\+https:\/\//)]);
  });
});
