import { existsSync } from "node:fs";
import { makeBrief } from "../../briefing/make-brief.ts";
import { StoreHeld, StoreUnusable } from "../../market/problems.ts";
import { Brief, type BriefOptions } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import { UsageError } from "../command.ts";
import { askServer } from "../ask-server.ts";

/** A question to the market is many queries; a server that hangs must not hold up who asks. */
const serverMs = 120_000;

/** Briefs of some descriptions, from the market under `dir`; where a running server holds it, from that server; where there is none, without it. `notice` says so. */
export async function askBriefs(postings: readonly Posting[], options: BriefOptions, dir: string, now: Date, notice: (what: string) => void): Promise<Brief[]> {
  const [{ openMarket }, { storePath }] = await Promise.all([import("../../market/store.ts"), import("../../market/directory.ts")]);
  if (!existsSync(storePath(dir))) {
    notice(`there is no market under ${dir}, so that nothing is said of pay, titles and prices in it; strata start or strata import makes one`);
    return await Promise.all(postings.map((posting) => makeBrief(posting, { market: null, options, now })));
  }
  try {
    const market = await openMarket(dir, { verb: "brief", readOnly: true });
    try {
      const briefs: Brief[] = [];
      for (const posting of postings) briefs.push(await makeBrief(posting, { market, options, now }));
      for (const one of market.notices) notice(one);
      return briefs;
    } finally {
      await market.close();
    }
  } catch (error) {
    if (!(error instanceof StoreHeld) || error.address === null) throw error;
    const briefs: Brief[] = [];
    for (const posting of postings) briefs.push(await askHolder(error.address, posting, options));
    return briefs;
  }
}

async function askHolder(address: string, posting: Posting, options: BriefOptions): Promise<Brief> {
  const said = await askServer(address, { path: "/api/brief", method: "POST", body: { posting, options }, totalMs: serverMs, idleMs: serverMs }).catch((error: Error) => {
    throw new StoreUnusable(`The server at ${address} could not be asked: ${error.message}`, { cause: error });
  });
  if (said.ok) return Brief.parse(JSON.parse(said.text));
  throw said.status < 500 ? new UsageError(said.message) : new StoreUnusable(`The server at ${address} could not answer: ${said.message}`);
}
