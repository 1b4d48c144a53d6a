import { existsSync } from "node:fs";
import { makeBrief } from "../../briefing/make-brief.ts";
import { StoreHeld, StoreUnusable } from "../../market/problems.ts";
import { Brief, type BriefOptions } from "../../terms/brief.ts";
import type { Posting } from "../../terms/posting.ts";
import { UsageError } from "../command.ts";
import { messageIn } from "../server-message.ts";

/** A question to the market is many queries; a server that hangs must not hold up who asks. */
const serverMs = 120_000;

/** Briefs of some descriptions, from the market under `dir`; where a running server holds it, from that server; where there is none, without it. `notice` says so. */
export async function askBriefs(postings: readonly Posting[], options: BriefOptions, dir: string, now: Date, notice: (what: string) => void): Promise<Brief[]> {
  const { openMarket, storePath } = await import("../../market/store.ts");
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
    for (const posting of postings) briefs.push(await askServer(error.address, posting, options));
    return briefs;
  }
}

async function askServer(address: string, posting: Posting, options: BriefOptions): Promise<Brief> {
  const { guardedFetch } = await import("../../sources/fetching/fetch.ts");
  const asking = guardedFetch({ allowPrivate: true, totalMs: serverMs, idleMs: serverMs });
  const asked = { url: `${address}/api/brief`, method: "POST" as const, headers: { accept: "application/json", "content-type": "application/json" }, body: JSON.stringify({ posting, options }) };
  const { status, text } = await asking(asked).catch((error: Error) => {
    throw new StoreUnusable(`The server at ${address} could not be asked: ${error.message}`, { cause: error });
  });
  if (status === 200) return Brief.parse(JSON.parse(text));
  const message = messageIn(text) ?? `${address} answered ${status}`;
  throw status < 500 ? new UsageError(message) : new StoreUnusable(`The server at ${address} could not answer: ${message}`);
}
