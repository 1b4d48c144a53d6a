import { type Document, sectionAt } from "../document.ts";
import type { Section } from "../../terms/section.ts";
import { END, HIT, START } from "../kernel.ts";
import { vocabulary } from "../words.ts";

/** A phrase of work at its place; `id` is `role/concept`. */
export type WorkHit = { id: string; start: number; end: number; section: Section };

/** The hits of work whose entry `wanted` takes, in the order of the text. */
export function workHits({ workHits: numbers, sections }: Document, wanted: (entry: number) => boolean = () => true): WorkHit[] {
  const { phraseId } = vocabulary();
  const hits: WorkHit[] = [];
  let section = 0;
  for (let at = 0; at < numbers.length; at += HIT) {
    const entry = numbers[at]!;
    if (!wanted(entry)) continue;
    const start = numbers[at + START]!;
    section = sectionAt(sections, start, section);
    hits.push({ id: phraseId[entry]!, start, end: numbers[at + END]!, section: sections[section]!.section });
  }
  return hits;
}
