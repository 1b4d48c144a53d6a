import type { Posting } from "../../terms/posting.ts";
import { read } from "../read.ts";
import { isHeading } from "./title-line.ts";

const linesLooked = 4;
const mostUnits = 80;

/**
 * A description without a location of its own, with the one that stands alone on a line near its top. Unchanged where no such line names a place.
 * `placeLine({ title: "ML Engineer", description_text: "Denver, Colorado\n\nWe build …" }).location` → `"Denver, Colorado"`
 */
export function placeLine(posting: Posting): Posting {
  const { text = "" } = read(posting, { withText: true });
  for (const line of text.split("\n").slice(1).map((one) => one.trim()).filter((one) => one !== "").slice(0, linesLooked)) {
    const location = line.replaceAll(/\*\*|__|^[#>]+\s/g, "").replace(/^(?:-|location|place|ort|standort|arbeitsort|lieu|localisation|locatie|plaats)\s*:?\s*/i, "");
    if (location.length > mostUnits || location.includes(":") || /[.!?;]$|^\s*$/.test(location) || location.split(/\s+/).length > 8) continue;
    if (!isHeading(location) && isPlace(location)) return { ...posting, location };
  }
  return posting;
}

/** Whether words name a place and little else: "Open Doors ABA" and "Why Harvey" hold names of towns as well. */
export function isPlace(words: string): boolean {
  const { places } = read({ location: words, description_text: "-" });
  const named = new Set(places.flatMap(({ evidence }) => evidence.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)))).size;
  return places.length > 0 && (named >= words.length * 0.4 || /\b(?:remote|hybrid|on-?site|in-?person|office|home|télétravail|thuis)/i.test(words));
}
