import type { Document } from "../document.ts";
import { foldText } from "../text/characters.ts";
import { workHits } from "./work-hits.ts";
import { GENERAL, groupOf, partOf, parts, SENTENCE_UNITS, statesWork } from "./parts.ts";

/**
 * The features of a posting by name, counted in the plainest way: what `npm run train` learns from.
 * The kernel computes the same on the hot path (`score.ts`); a test holds the two together.
 *
 * `work:agent-engineer/tool-use` log(1 + hits of the concept in a part) · `work#agent-engineer` the same for all concepts of a role ·
 * `work%agent-engineer` its share of the part's hits · `sentences#agent-engineer` share of work sentences that have one ·
 * `sentences:ai` share of work sentences that speak of AI · `title.agent` a word of a part · `title.ai engineer` two words of the title.
 */
export function countFeatures(doc: Document): Map<string, number> {
  const features = new Map<string, number>([["bias", 1]]);
  countConcepts(doc, features);
  countSentences(doc, features);
  countWords(doc, features);
  return features;
}

/** More hits of one thing count as this many: no work is described so. */
const MOST_HITS = 1023;

function countConcepts(doc: Document, features: Map<string, number>): void {
  const states = statesWork(doc);
  const counts = new Map<string, number>();
  const totals = parts.map(() => 0);
  const add = (name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const hit of workHits(doc)) {
    const part = partOf(hit.section, states);
    if (part < 0) continue;
    add(`${parts[part]}:${hit.id}`);
    add(`${parts[part]}#${groupOf(hit.id)}`);
    totals[part]!++;
  }
  for (const [name, count] of counts) {
    features.set(name, Math.log1p(Math.min(count, MOST_HITS)));
    // The 3 keeps a single hit in a short part from counting as all of it.
    const total = totals[parts.findIndex((part) => name.startsWith(`${part}#`))];
    if (total !== undefined) features.set(name.replace("#", "%"), (3 * count) / (total + 3));
  }
}

function countSentences(doc: Document, features: Map<string, number>): void {
  const states = statesWork(doc);
  const sentences = doc.sentences.filter((sentence) => partOf(sentence.section, states) === 1 && sentence.end - sentence.start > SENTENCE_UNITS);
  if (sentences.length === 0) return;
  const counts = new Map<string, number>();
  for (const sentence of sentences) {
    const ids = workHits(doc).filter((hit) => hit.start >= sentence.start && hit.start < sentence.end).map((hit) => hit.id);
    for (const name of new Set(ids.flatMap(sentenceNames))) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  for (const [name, count] of counts) features.set(name, (2 * count) / sentences.length);
  const share = (counts.get("sentences:ai") ?? 0) / sentences.length;
  // The guide's line between software with some AI and an AI role runs at about a third of the duties.
  for (const [name, holds] of [["sentences:no ai", share === 0], ["sentences:ai under .15", share < 0.15], ["sentences:ai under .33", share < 0.33], ["sentences:ai over .5", share > 0.5]] as const) if (holds) features.set(name, 1);
}

/** What a hit says of its sentence. */
export function sentenceNames(id: string): string[] {
  if (groupOf(id) !== GENERAL) return [`sentences#${groupOf(id)}`];
  if (id === "ai/llm" || id === "ai/agent") return ["sentences:ai", "sentences:llm"];
  if (id === "ai/ml" || id === "ai/model") return ["sentences:ai", "sentences:ml"];
  return ["sentences:ai"];
}

/** A word counts once a part, and for less than a concept: there are many and each says little. */
export const WORD_VALUE = 0.4;

function countWords(doc: Document, features: Map<string, number>): void {
  const states = statesWork(doc);
  let before = "";
  for (let token = 0; token < doc.tokenCount; token++) {
    const start = doc.tokenStart[token]!;
    const part = partOf(doc.sections.findLast((span) => span.start <= start)!.section, states);
    if (part < 0 || part === 3) continue;
    const word = foldText(doc.text.slice(start, doc.tokenEnd[token]!));
    if (word.length > 1 && !/^\d/.test(word)) {
      features.set(`${parts[part]}.${word}`, part === 0 ? 1 : WORD_VALUE);
      if (part === 0 && before !== "") features.set(`title.${before} ${word}`, 1);
    }
    before = part === 0 ? word : "";
  }
}
