import "./no-eval.ts";
import { diagnose } from "../../brief/diagnose.ts";
import { fittingMarket, marketKey } from "../../brief/fitting-market.ts";
import { makeOutputs } from "../../brief/outputs/outputs.ts";
import { placesNamed } from "../../brief/transparency/places.ts";
import { withHead } from "../../reading/head/head.ts";
import { keptLines } from "../../reading/head/kept-lines.ts";
import { makeOwnDocument } from "../../reading/layout.ts";
import { readDocument } from "../../reading/read.ts";
import { textParts } from "../../reading/text-parts.ts";
import { alignText } from "./align.ts";
import { linesOf } from "./lines.ts";
import type { Against, Answered, Asked, Draft, LiveBrief } from "./messages.ts";
import { optionsOf, postingOf } from "./posting-of.ts";

// The reader beside the page: whatever a text costs, the page answers its keys.
const answer = (message: Answered, transfer: Transferable[] = []) => (globalThis as unknown as { postMessage(message: Answered, transfer: Transferable[]): void }).postMessage(message, transfer);

let against: Against = { rules: [], market: null, day: new Date().toISOString().slice(0, 10), scorecards: null };

addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  if ("against" in data) {
    against = data.against;
    return;
  }
  const { turn } = data;
  try {
    if ("markup" in data) answer({ turn, ...linesOf(data.markup) });
    else {
      const live = readDraft(data.read);
      answer({ turn, live }, [live.at.buffer]);
    }
  } catch (error) {
    answer({ turn, failed: error instanceof Error ? error.message : String(error) });
  }
});

function readDraft(draft: Draft): LiveBrief {
  const written = postingOf(draft);
  const posting = withHead(written);
  const { rules, market, day, scorecards } = against;
  const options = optionsOf(draft);
  const doc = makeOwnDocument(posting);
  const reading = readDocument(doc, { withText: true });
  const fitting = market === null ? null : fittingMarket(market.told, market.asked, marketKey({ posting, reading, options }));
  const brief = diagnose(doc, reading, { written, rules, market: fitting, day, options });
  const outputs = scorecards === null ? null : makeOutputs(brief, scorecards);
  const { bodyStart } = textParts(brief.text);
  // The title's line is no part of what is read as the body.
  const kept = keptLines(draft.text);
  const keptAt = kept === draft.text ? null : alignText(kept, draft.text);
  const skipped = kept.endsWith(posting.description_text ?? "") ? kept.length - (posting.description_text ?? "").length : 0;
  const at = alignText(brief.text.slice(bodyStart), kept.slice(skipped)).map((unit) => (keptAt === null ? unit + skipped : keptAt[unit + skipped]!));
  const unknownPlaces = brief.options.place.filter((place) => placesNamed(place).length === 0);
  return { draft, brief, outputs, bodyStart, at, unknownPlaces };
}
