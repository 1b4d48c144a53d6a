import { textParts } from "../../reading/text-parts.ts";
import type { Evidence } from "../../terms/evidence.ts";
import { writtenSpan } from "./align.ts";
import type { Draft, LiveBrief } from "./messages.ts";

/** Where a quote stands in what is written: in a field, or in the editor's text. Null: the words are no longer there. */
export type QuotePlace = { field: "title" | "location" } | { field: "text"; from: number; to: number } | null;

/** `of` is the text that the quote's offsets count in. */
export function placeOf(quote: Pick<Evidence, "start" | "end" | "text">, of: string, live: LiveBrief | null, draft: Draft): QuotePlace {
  if (live !== null && live.brief.text === of) {
    const field = quote.end > live.bodyStart ? null : quote.start <= textParts(of).title[1] ? "title" : "location";
    // What a field lacks was read from the text's first lines.
    if (field !== null && draft[field].trim() !== "") return { field };
    const span = writtenSpan(live.at, live.brief.text.slice(live.bodyStart), live.draft.text, quote.start - live.bodyStart, quote.end - live.bodyStart);
    if (span !== null) return { field: "text", ...span };
  }
  const from = draft.text.indexOf(quote.text);
  if (from >= 0) return { field: "text", from, to: from + quote.text.length };
  if (draft.title.includes(quote.text)) return { field: "title" };
  return draft.location.includes(quote.text) ? { field: "location" } : null;
}
