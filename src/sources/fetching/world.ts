import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BoardRef } from "../../terms/board-ref.ts";
import { guardedFetch } from "./fetch.ts";
import { PageFetcher } from "./get-page.ts";
import { type Manners, PoliteFetcher, type World } from "./polite.ts";

/** The world as it is. `contact`: who runs this Strata, as an address of mail or web; hosts see it. `signal` ends requests that are under way. */
export function realWorld(contact: string | null = null, signal?: AbortSignal): World {
  return { fetch: guardedFetch({ contact, wayOut: "it is a private address, and those are never asked for postings", ...(signal === undefined ? {} : { signal }) }), now: Date.now, sleep: async (ms) => void (await wait(ms)), random: Math.random };
}

/** Hosts that are never asked, one a line, beside the market. */
export const stopListName = "stop-hosts.txt";

/** Fetchers for one run. `dir`: where the market and its list of hosts that are not asked lie. */
export function makeFetchers(world: World, dir: string, manners: Manners = {}): { polite: PoliteFetcher; pages: PageFetcher } {
  const polite = new PoliteFetcher(world, { stopped: stopList(dir), ...manners });
  return { polite, pages: new PageFetcher(polite, world.now) };
}

function stopList(dir: string): ReadonlySet<string> {
  try {
    const lines = readFileSync(join(dir, stopListName), "utf8").split(/\r?\n/);
    return new Set(lines.map((line) => line.replace(/#.*/, "").trim().toLowerCase()).filter((line) => line !== ""));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return new Set();
    throw error;
  }
}

/** The key of a board's API, where one was given: STRATA_KEY_TEAMTAILOR. */
export function keysIn(env: Record<string, string | undefined>): (ats: BoardRef["ats"]) => string | null {
  return (ats) => env[`STRATA_KEY_${ats.toUpperCase()}`] || null;
}
