import type { Section } from "../../terms/section.ts";
import type { Document } from "../document.ts";

/** The parts of a posting that the role is read from: title, work to be done, what is asked of the person, what introduces it. */
export const parts = ["title", "work", "ask", "intro"] as const;
export type Part = (typeof parts)[number];

/**
 * Section → part, by number in `parts`; -1 where the section never votes (benefits, legal).
 * `states` is `statesWork`: without a section of responsibilities, the text before the first heading tells the work.
 */
export function partOf(section: Section, states: boolean): number {
  switch (section) {
    case "title":
      return 0;
    case "responsibilities":
      return 1;
    case "requirements":
    case "preferred":
      return 2;
    case "intro":
      return states ? 3 : 1;
    case "about":
      return 3;
    default:
      return -1;
  }
}

/** Whether the posting has a section of its own for the work. */
export function statesWork(doc: Document): boolean {
  return doc.sections.some(({ section }) => section === "responsibilities");
}

/** A hit of the work lexicon is named `role/concept`; those under `ai/` say only that the sentence speaks of AI. */
export const GENERAL = "ai";

export function groupOf(id: string): string {
  return id.slice(0, id.indexOf("/"));
}

/** Shorter sentences are headings or fragments. */
export const SENTENCE_UNITS = 25;
