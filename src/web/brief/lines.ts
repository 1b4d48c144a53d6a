import { htmlToText } from "../../reading/layout.ts";
import { BOLD, HEADING, ITEM } from "../../reading/text/html.ts";

/** Markup as text that can be edited: headings stand apart, list items begin with "- ". `linesOf("<h2>A</h2><ul><li>b</ul>")` → `"A\n- b"` */
export function linesOf(markup: string): string {
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
