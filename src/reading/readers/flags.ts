import type { Flag } from "../../terms/flag.ts";
import type { Reading } from "../../terms/reading.ts";
import type { Document } from "../document.ts";

/** What a careful reader would stop at, from the findings already made. */
export function findFlags(_doc: Document, _reading: Omit<Reading, "flags">): Flag[] {
  return [];
}
