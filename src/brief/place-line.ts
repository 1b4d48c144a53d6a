import { read } from "../reading/read.ts";
import type { Posting } from "../terms/posting.ts";

const linesLooked = 4;
const mostUnits = 80;

/**
 * A description without a location of its own, with the one that stands alone on a line near its top: pasted texts, PDF and Word files have no fields. Unchanged where no such line names a place.
 * `withPlaceLine({ title: "ML Engineer", description_text: "Denver, Colorado\n\nWe build …" }).location` → `"Denver, Colorado"`
 */
export function withPlaceLine(posting: Posting): Posting {
  if (posting.location?.trim()) return posting;
  const { text = "" } = read(posting, { withText: true });
  for (const line of text.split("\n").slice(1).map((one) => one.trim()).filter((one) => one !== "").slice(0, linesLooked)) {
    const location = line.replace(/^(?:-|location|place|ort|standort|arbeitsort|lieu|localisation|locatie|plaats)\s*:?\s*/i, "");
    if (location.length > mostUnits || /[.!?;]$|^\s*$/.test(location) || location.split(/\s+/).length > 8) continue;
    const { places } = read({ location, description_text: "-" });
    if (places.length > 0) return { ...posting, location };
  }
  return posting;
}
