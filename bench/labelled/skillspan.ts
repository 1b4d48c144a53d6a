import { readFileSync } from "node:fs";
import { makeDocument } from "../../src/reading/layout.ts";
import { readSkills } from "../../src/reading/readers/skills.ts";
import { labelledFolder } from "./rows.ts";

/** Half-open, in units of a posting's text. */
type Span = { start: number; end: number };

export type SpanScore = { sentences: number; found: number; labelled: number; foundRight: number; labelledMet: number; misses: string[]; extras: string[] };

/** F1 of overlaps: a span that was found is right where it meets a labelled one, a labelled one is met likewise. */
export function looseF1({ found, labelled, foundRight, labelledMet }: SpanScore): number {
  const precision = foundRight / Math.max(1, found), recall = labelledMet / Math.max(1, labelled);
  return precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall);
}

/**
 * Scores the skills that are read in the sentences of a SkillSpan file against its spans of knowledge.
 * Each sentence is read alone, as it was labelled: the file does not say where postings end, and of a whole posting a reading quotes only three mentions of a skill.
 */
export function scoreSkillSpan(file: string): SpanScore {
  const score: SpanScore = { sentences: 0, found: 0, labelled: 0, foundRight: 0, labelledMet: 0, misses: [], extras: [] };
  for (const block of readFileSync(`${labelledFolder}/skillspan/${file}`, "utf8").split(/\r?\n\s*\r?\n/)) {
    const { text, spans } = labelledSentence(block);
    if (text === "") continue;
    const doc = makeDocument({ description_text: text });
    const found = readSkills(doc).flatMap(({ evidence }) => evidence);
    const labelled = shifted(spans, text, doc.text);
    const meets = (one: Span, others: readonly Span[]): boolean => others.some((other) => one.start < other.end && other.start < one.end);
    const shown = ({ start, end }: Span): string => `${doc.text.slice(start, end)}\t${doc.text.slice(Math.max(0, start - 60), end + 40).replace(/\s+/g, " ")}`;
    const misses = labelled.filter((span) => !meets(span, found)), extras = found.filter((span) => !meets(span, labelled));
    score.sentences++;
    score.found += found.length;
    score.labelled += labelled.length;
    score.foundRight += found.length - extras.length;
    score.labelledMet += labelled.length - misses.length;
    score.extras.push(...extras.map(shown));
    score.misses.push(...misses.map(shown));
  }
  return score;
}

/** Lines of word, skill and knowledge, the last as B(egin), I(nside) or O(utside). */
function labelledSentence(block: string): { text: string; spans: Span[] } {
  let text = "";
  const spans: Span[] = [];
  for (const [word, , knowledge] of block.split(/\r?\n/).map((line) => line.split("\t"))) {
    if (knowledge === undefined) continue;
    const start = text.length;
    // Names that were taken out stand as <ORGANIZATION>: no markup.
    text += `${word!.replaceAll(/[<>]/g, "")} `;
    if (knowledge.startsWith("B")) spans.push({ start, end: text.length - 1 });
    else if (knowledge.startsWith("I") && spans.length > 0) spans.at(-1)!.end = text.length - 1;
  }
  return { text, spans };
}

/** Laying out drops white space: places are found again by counting what is none. */
function shifted(spans: readonly Span[], from: string, to: string): Span[] {
  const places = inked(to);
  const rank = new Map(inked(from).map((at, n) => [at, n]));
  return spans.map(({ start, end }) => ({ start: places[rank.get(start)!]!, end: places[rank.get(end - 1)!]! + 1 }));
}

function inked(text: string): number[] {
  return Array.from({ length: text.length }, (_, at) => at).filter((at) => /\S/.test(text[at]!));
}
