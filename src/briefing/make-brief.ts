import { diagnose } from "../brief/diagnose.ts";
import { checkLength } from "../brief/limits.ts";
import type { Market } from "../market/store.ts";
import { withHead } from "../reading/head/head.ts";
import { read } from "../reading/read.ts";
import type { Brief, BriefOptions } from "../terms/brief.ts";
import type { Posting } from "../terms/posting.ts";
import { askMarket } from "./market.ts";
import { transparencyRules } from "./rules.ts";

/** A description held against itself, the rules, and the market where there is one. Throws NoDescription where it is too long to be one. */
export async function makeBrief(given: Posting, { market, options = {}, now }: { market: Market | null; options?: Partial<BriefOptions>; now: Date }): Promise<Brief> {
  checkLength(given);
  const posting = withHead(given);
  const reading = read(posting, { withText: true });
  return diagnose(posting, reading, { rules: transparencyRules(), options, market: market === null ? null : await askMarket(market, posting, reading), day: now.toISOString().slice(0, 10) });
}
