import { roles } from "../../terms/role.ts";
import type { Document, Sentence } from "../document.ts";
import { HIT, roomForWork, type Work } from "../kernel.ts";
import { roleModel } from "./model.ts";
import { weighTitle } from "./title-prior.ts";
import { partOf, SENTENCE_UNITS, statesWork } from "./parts.ts";

// Lays a posting out for the kernel, which finds the features of its role and adds up its scores (kernel/assembly/role.ts). Slow twin: count.ts. Benchmark: bench/bench.ts.

/** What the kernel has been given of a posting: it stays the one that the kernel reads until another is laid out. */
export type LaidOut = { work: Work; words: number; hits: number; sentences: Sentence[] };

/** Gives the kernel the words, sections, hits and sentences of work of a posting. */
export function layOutWork(doc: Document): LaidOut {
  const states = statesWork(doc);
  const hits = doc.workHits.length / HIT;
  const work = roomForWork(doc.text.length, doc.tokenCount, Math.max(hits, doc.sections.length));
  work.words.set(doc.tokenWord.length === doc.tokenCount ? doc.tokenWord : doc.tokenWord.subarray(0, doc.tokenCount));
  work.starts.set(doc.tokenStart.length === doc.tokenCount ? doc.tokenStart : doc.tokenStart.subarray(0, doc.tokenCount));
  let at = 0;
  for (const { start, section } of doc.sections) {
    work.sections[at++] = start;
    work.sections[at++] = partOf(section, states);
  }
  // Behind the last section none begins.
  work.sections[at] = 0x7fffffff;
  work.hits.set(doc.workHits);
  const sentences: Sentence[] = [];
  at = 0;
  for (const sentence of doc.sentences) {
    if (sentence.end - sentence.start <= SENTENCE_UNITS || partOf(sentence.section, states) !== 1) continue;
    work.sentences[at++] = sentence.start;
    work.sentences[at++] = sentence.end;
    sentences.push(sentence);
  }
  return { work, words: doc.tokenCount, hits, sentences };
}

/** The features of `count.ts`: how many, their numbers and values being in `work`. */
export function findFeatures({ work, words, hits, sentences }: LaidOut): number {
  return work.findFeatures(words, hits, sentences.length);
}

/** The features of a posting one by one. */
export function featuresOf(doc: Document): { feature: number; value: number }[] {
  const laidOut = layOutWork(doc);
  const { active, values } = laidOut.work;
  return Array.from({ length: findFeatures(laidOut) }, (_, n) => ({ feature: active[n]!, value: values[n]! }));
}

/** What the kernel counts weights, scores and reasons in. */
export const HUNDREDTHS = 100;

// Kept between postings: an array of this size costs an allocation outside the heap.
const probabilities = new Float64Array(roles.length);

/** How likely each role is, and whether a short text made its title count for more (`byTitle`). Valid until the next posting. */
export type Scored = { probabilities: Float64Array; byTitle: boolean };

/** The features that `findFeatures` has found, added up, with what the title adds to a text that says little. */
export function scoreRoles(doc: Document, { work }: LaidOut): Scored {
  work.scoreRoles();
  softmax(work.scores, HUNDREDTHS * roleModel().temperature, probabilities);
  return { probabilities, byTitle: weighTitle(doc, probabilities) };
}

/** How likely each role is of a posting. Valid until the next posting. */
export function readProbabilities(doc: Document): Scored {
  const laidOut = layOutWork(doc);
  findFeatures(laidOut);
  return scoreRoles(doc, laidOut);
}

/** Probabilities of scores, into `out`; a temperature above 1 makes them less sure. */
export function softmax(scores: Float64Array | Float32Array, temperature: number, out = new Float64Array(scores.length)): Float64Array {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  for (let i = 0; i < out.length; i++) sum += out[i] = Math.exp((scores[i]! - most) / temperature);
  for (let i = 0; i < out.length; i++) out[i]! /= sum;
  return out;
}
