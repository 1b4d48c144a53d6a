import { diagnose } from "../brief/diagnose.ts";
import { checkLength, NoDescription, WrongOption } from "../brief/limits.ts";
import { seenOf } from "../brief/seen.ts";
import { noPlace, placesNamed } from "../brief/transparency/places.ts";
import type { Market } from "../market/store.ts";
import { withHead } from "../reading/head/head.ts";
import { makeOwnDocument } from "../reading/layout.ts";
import { readDocument } from "../reading/read.ts";
import { type Brief, BriefOptions } from "../terms/brief.ts";
import type { Posting } from "../terms/posting.ts";
import { askMarket } from "./market.ts";
import { transparencyRules } from "./rules.ts";

/** A description, as a person sees it, held against itself, the rules, and the market where there is one; what nobody sees of it is told in `hidden`. Throws NoDescription where it is too long to be one or has no text, WrongOption where a place of `options` is none. */
export async function makeBrief(described: Posting, { market, options = {}, now }: { market: Market | null; options?: Partial<BriefOptions>; now: Date }): Promise<Brief> {
  const { posting: seen, hidden } = seenOf(described);
  checkLength(seen);
  const posting = withHead(seen);
  const doc = makeOwnDocument(posting);
  const reading = readDocument(doc, { withText: true });
  const given = BriefOptions.parse(options);
  for (const place of given.place) if (placesNamed(place).length === 0) throw new WrongOption(`options.place: ${noPlace(place)}`);
  if (reading.text?.trim() === "") throw new NoDescription("There is no text in it that a person would see. Is it the right file?");
  return diagnose(doc, reading, { written: seen, hidden, rules: transparencyRules(), options: given, market: market === null ? null : await askMarket(market, posting, reading, given), day: now.toISOString().slice(0, 10) });
}
