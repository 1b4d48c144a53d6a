import { textParts } from "../../reading/text-parts.ts";
import type { Evidence } from "../../terms/evidence.ts";
import { shown } from "../figures.ts";

/** Elements of a page that show a brief's text and cannot be written in. */
type TextPlaces = { title: HTMLElement | null; location: HTMLElement | null; body: HTMLElement | null };

/** Selects a quote's words where the page shows them, and brings them into sight. `text` is the brief's, which the quote's offsets count in. */
export function selectQuote(quote: Evidence, text: string, { title, location, body }: TextPlaces): void {
  const { title: ofTitle, bodyStart } = textParts(text);
  const words = shown(quote.text);
  // Characters that are not shown are not counted either.
  if (quote.end > bodyStart) select(body, shown(text.slice(bodyStart, quote.start)).length, words.length);
  else select(quote.start <= ofTitle[1] ? title : location, null, words.length, words);
}

function select(element: HTMLElement | null, at: number | null, length: number, words = ""): void {
  const node = element?.firstChild;
  if (!(node instanceof Text)) return;
  const from = at ?? node.data.indexOf(words);
  if (from < 0 || from + length > node.length) return;
  getSelection()?.setBaseAndExtent(node, from, node, from + length);
  const { top, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
  if (top < 0 || bottom > innerHeight) scrollBy({ top: top - innerHeight / 3 });
}
