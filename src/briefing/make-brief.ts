import { diagnose } from "../brief/diagnose.ts";
import { checkLength } from "../brief/limits.ts";
import type { Market } from "../market/store.ts";
import { withHead } from "../reading/head/head.ts";
import { read } from "../reading/read.ts";
import { type Brief, BriefOptions } from "../terms/brief.ts";
import type { Posting } from "../terms/posting.ts";
import { askMarket } from "./market.ts";
import { transparencyRules } from "./rules.ts";

/** A description held against itself, the rules, and the market where there is one. Throws NoDescription where it is too long to be one. */
export async function makeBrief(described: Posting, { market, options = {}, now }: { market: Market | null; options?: Partial<BriefOptions>; now: Date }): Promise<Brief> {
  checkLength(described);
  const posting = withHead(described);
  const reading = read(posting, { withText: true });
  const given = BriefOptions.parse(options);
  return diagnose(posting, reading, { rules: transparencyRules(), options: given, market: market === null ? null : await askMarket(market, posting, reading, given), day: now.toISOString().slice(0, 10) });
}
