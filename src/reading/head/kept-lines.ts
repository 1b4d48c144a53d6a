import { htmlToText } from "../layout.ts";
import { decodeOnce } from "../text/entities.ts";
import { markupOf, tags } from "../text/html.ts";

const lineMakers = new Set(["block", "paragraph", "item", "heading", "cell", "break"]);
const makers = Object.keys(tags).filter((name) => lineMakers.has(tags[name]!));
const makesLines = new RegExp(`</?(?:${[...makers, "html", "head"].join("|")})[\\s/>]|<!doctype\\b`, "i");
/** A line break, or a tag, whose own breaks are none of the text's. */
const breakOrTag = /<\/?[a-z][^<>]*>|\r\n?|[\n\u0085\u2028\u2029]/gi;

/**
 * A text of unknown kind by the lines it was written in: a tag or two amid plain text, none of which makes a line, would have all of it flow into one. What a page would show nobody goes with the tags; markup that makes its own lines, and plain text, stay as they are.
 * `keptLines("ML Engineer\n<b>Acme</b>")` → `"ML Engineer\nAcme"`
 */
export function keptLines(written: string): string {
  const html = inlineOnly(written);
  if (html === null) return written;
  const broken = html.replace(breakOrTag, (found) => (found.startsWith("<") ? found : "<br>"));
  const { text } = htmlToText(broken);
  // Text that speaks of tags by their references would count as markup again: then its lines are said by markup.
  return markupOf(text) === null ? text : broken;
}

/** Markup of elements that make no line, in more than one line; null for everything else. */
function inlineOnly(written: string): string | null {
  const markup = markupOf(written);
  if (markup === null) return null;
  const html = markup === "escaped" ? decodeOnce(written) : written;
  return makesLines.test(html) || !/[\n\r\u0085\u2028\u2029]/.test(html.trim()) ? null : html;
}
