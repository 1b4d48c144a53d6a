import type { Finding } from "../../terms/evidence.ts";
import type { Place } from "../../terms/place.ts";
import type { Workplace } from "../../terms/workplace.ts";
import { evidenceAt, hitsOf, unknown, type Document } from "../document.ts";
import { workplaceLexicon } from "../workplace/cues.ts";
import { mayOutrank, signalOf, type Signal } from "../workplace/signals.ts";

export { workplaceLexicon };

/** Where two are said equally clearly: in a text remote beside an office is hybrid; a location field that offers both offers remote. */
const inText: readonly Workplace[] = ["remote", "onsite", "hybrid"];
const inHead: readonly Workplace[] = ["onsite", "hybrid", "remote"];
const HEAD = 4;
const confidences = [0, 0.6, 0.8, 0.95, 0.95, 0.95];

/**
 * Whether the work is done in an office, at home, or both. Days in an office win over "Remote" in the location field, that over the text.
 * A board's remote flag is set for offices as well: where nothing else is said it counts only if no city or area is named (`places`).
 */
export function readWorkplace(doc: Document, places: readonly Place[]): Finding<Workplace> {
  // Too few words to tell their language may still have a title and a location that do.
  if (!doc.read && doc.language !== null) return unknown(unread);
  let best: Signal | null = null;
  for (const hit of hitsOf(doc, "workplace")) {
    if (!doc.read && hit.start >= doc.bodyStart) break;
    if (!mayOutrank(doc, hit, best)) continue;
    const signal = signalOf(doc, hit);
    if (signal && (!best || ranks(signal, best))) best = signal;
  }
  if (best) {
    return { value: best.value, confidence: confidences[best.strength]!, because: best.because, evidence: [evidenceAt(doc, best.start, best.end)] };
  }
  if (!doc.read) return unknown(unread);
  if (doc.posting.remote && places.every((place) => place.city === null && place.subdivision === null)) {
    return { value: "remote", confidence: 0.5, because: "the posting's remote flag is set, and no city or area is named", evidence: [] };
  }
  return unknown();
}

const unread = "not one of the languages that are read in full";

function ranks(signal: Signal, best: Signal): boolean {
  if (signal.strength !== best.strength) return signal.strength > best.strength;
  const order = signal.strength === HEAD ? inHead : inText;
  return order.indexOf(signal.value) > order.indexOf(best.value);
}
