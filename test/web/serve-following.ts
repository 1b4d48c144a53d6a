import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { SourceDesk } from "../../src/market/sources/desk.ts";
import { makeApp } from "../../src/server/app.ts";
import { type Listening, listen } from "../../src/server/listen.ts";
import { realWorld } from "../../src/sources/fetching/world.ts";
import { type FollowingMarket, followingMarket } from "../fixtures/followed.ts";
import { type PlayedBoard, playedWorld, type PlayingServer, startPlaying } from "../fixtures/playing-server.ts";
import { launchBrowser } from "./browser.ts";

export type Following = { browser: Browser; url: string; play: PlayingServer; following: FollowingMarket };

/** For the tests of one file: a browser, and for each test a market of its own that follows boards which are played, served in this process. `real`: the world as it is, guard and all. */
export function serveFollowing(boards: () => PlayedBoard[], { real = false } = {}): Following {
  const served = {} as Following;
  let listening: Listening;
  let desk: SourceDesk;
  const stop = { controller: new AbortController() };
  beforeAll(async () => void (served.browser = await launchBrowser()));
  afterAll(() => served.browser.close());
  beforeEach(async () => {
    stop.controller = new AbortController();
    served.play = await startPlaying(boards());
    const world = real ? realWorld() : { ...playedWorld(served.play), now: Date.now };
    served.following = await followingMarket(world);
    desk = new SourceDesk(served.following.market, world, { signal: stop.controller.signal });
    listening = await listen(makeApp({ market: served.following.market, desk, webDir: join(import.meta.dirname, "../../dist/web") }), { host: "127.0.0.1", port: 0 });
    served.url = listening.url;
  });
  afterEach(async () => {
    stop.controller.abort();
    await listening.close();
    await desk.settled();
    await served.play.close();
    await served.following.close();
  });
  return served;
}
