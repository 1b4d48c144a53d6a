import { type Filters, readFilters } from "../../filters.ts";

/** Filters of a page, and what of its list is looked at: the id of a skill, the name of an employer. */
export type AtSearch = Filters & { at?: string };

/** Reads both from an address; what is none is left out. */
export function readAtSearch(search: Record<string, unknown>): AtSearch {
  const at = typeof search.at === "string" ? search.at.trim().slice(0, 200) : "";
  return { ...readFilters(search), at: at === "" ? undefined : at };
}
