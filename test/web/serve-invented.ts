import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { makeInventedMarket } from "../fixtures/invented-market.ts";
import { startStrata } from "../fixtures/strata.ts";
import { launchBrowser } from "./browser.ts";

export type Served = { browser: Browser; url: string };

/** For the tests of one file: a browser, and Strata serving a market from a folder of its own, the invented one unless something else is put there. Both are there from the first test on. */
export function serveInvented({ fill = makeInventedMarket, args = [], folder = "market" }: { fill?: (dir: string) => Promise<void>; args?: string[]; folder?: string } = {}): Served {
  const served = {} as Served;
  let dir: string;
  let strata: Awaited<ReturnType<typeof startStrata>>;
  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), "strata-web-"));
    await fill(join(dir, folder));
    [served.browser, strata] = await Promise.all([launchBrowser(), startStrata(["--data", join(dir, folder), ...args])]);
    served.url = strata.url;
  });
  afterAll(async () => {
    await served.browser.close();
    expect(await strata.stop()).toMatchObject({ code: 0 });
    rmSync(dir, { recursive: true });
  });
  return served;
}
