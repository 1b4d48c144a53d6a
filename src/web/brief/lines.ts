import { seenMarkup } from "../../brief/seen.ts";
import { htmlToText } from "../../reading/layout.ts";
import { BOLD, HEADING, ITEM } from "../../reading/text/html.ts";

export type Lines = { lines: string; /** What the markup hides from everybody, each piece by its first words. */ hidden: string[] };

/** Markup as text that can be edited: what a person sees of it, headings apart, list items with "- " before them. `linesOf("<h2>A</h2><ul><li>b</ul>")` → `{ lines: "A\n- b", hidden: [] }` */
export function linesOf(markup: string): Lines {
  const { html, hidden } = seenMarkup(markup);
  return { lines: laidOut(html), hidden };
}

function laidOut(markup: string): string {
  const { text, kinds } = htmlToText(markup);
  const lines = text.split("\n");
  const out: string[] = [];
  for (const [i, line] of lines.entries()) {
    const kind = kinds[i];
    const before = kinds[i - 1];
    const apart = kind === HEADING || kind === BOLD || (kind !== ITEM && (before === ITEM || before === kind));
    if (i > 0 && apart) out.push("");
    out.push(line);
  }
  return out.join("\n");
}
