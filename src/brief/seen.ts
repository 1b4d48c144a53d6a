import { htmlToText, oneLine } from "../reading/layout.ts";
import { decodeOnce } from "../reading/text/entities.ts";
import { withoutHidden } from "../reading/text/hidden.ts";
import { markupOf } from "../reading/text/html.ts";
import type { Posting } from "../terms/posting.ts";
import { listed } from "./quotes.ts";

/** So much of what is hidden is told. */
const TOLD_UNITS = 80;
const mostTold = 3;

/**
 * A posting as a person who looks at it sees it: what its markup hides from everybody is taken out, and told, each piece by its first words.
 * `seenOf({ description_html: "<p>a</p><p hidden>b</p>" })` → `{ posting: { description_html: "<p>a</p>" }, hidden: ["b"] }`
 */
export function seenOf(posting: Posting): { posting: Posting; hidden: string[] } {
  const field = posting.description_html?.trim() ? "description_html" : "description_text";
  const { html, hidden } = seenMarkup(posting[field] ?? "");
  return hidden.length === 0 ? { posting, hidden } : { posting: { ...posting, [field]: html }, hidden };
}

/** The same of markup alone; what is itself escaped comes back as markup, a text without any as it is. So does markup that hides all of it: then a script would have shown it. */
export function seenMarkup(body: string): { html: string; hidden: string[] } {
  const markup = markupOf(body);
  if (markup === null) return { html: body, hidden: [] };
  const whole = markup === "escaped" ? decodeOnce(body) : body;
  const { html, hidden } = withoutHidden(whole);
  if (hidden.length > 0 && htmlToText(html).text.trim() === "") return { html: whole, hidden: [] };
  const told = hidden.map((piece) => oneLine(piece)).filter((text) => text !== "");
  return { html, hidden: told.map((text) => (text.length > TOLD_UNITS ? `${text.slice(0, TOLD_UNITS)}…` : text)) };
}

/** What was hidden, in words for people: `hiddenSays(["a", "b"])` → `"Not read, since the page shows it to nobody: “a” and “b”."` */
export function hiddenSays(hidden: readonly string[]): string {
  const pieces = hidden.slice(0, mostTold).map((text) => `“${text}”`);
  const rest = hidden.length - pieces.length;
  return `Not read, since the page shows it to nobody: ${listed([...pieces, ...(rest > 0 ? [`${rest} more`] : [])])}.`;
}
