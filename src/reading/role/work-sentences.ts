import type { Evidence } from "../../terms/evidence.ts";
import { Layer } from "../../terms/layer.ts";
import { type Document, evidenceAt } from "../document.ts";
import { findFeatures, layOutWork } from "./score.ts";
import { readSentences } from "./sentence.ts";
import { sentenceLayers } from "./sentence-weights.ts";

/** A sentence of the work with how likely it is about each layer; what the shares lack of 1 is that it is about none. */
export type WorkSentence = { evidence: Evidence; shares: Record<Layer, number> };

/**
 * Each sentence of work by itself, without regard to what the posting says as a whole: for a text that may describe two jobs.
 * `read` draws sentences to the posting's own layer, and gives none where that is outside AI.
 */
export function readWorkSentences(doc: Document): WorkSentence[] {
  if (!doc.read) return [];
  const laidOut = layOutWork(doc);
  findFeatures(laidOut);
  const even = new Float64Array(Layer.options.length).fill(1 / Layer.options.length);
  const shares = readSentences(laidOut, even);
  const sharesOf = (n: number): WorkSentence["shares"] => Object.fromEntries(Layer.options.map((layer, i) => [layer, shares[n * sentenceLayers.length + i]!])) as Record<Layer, number>;
  return laidOut.sentences.map(({ start, end }, n) => ({ evidence: evidenceAt(doc, start, end), shares: sharesOf(n) }));
}
