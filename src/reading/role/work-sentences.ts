import type { Evidence } from "../../terms/evidence.ts";
import { Layer } from "../../terms/layer.ts";
import type { Posting } from "../../terms/posting.ts";
import { evidenceAt } from "../document.ts";
import { makeDocument } from "../layout.ts";
import { findFeatures, layOutWork } from "./score.ts";
import { readSentences } from "./sentence.ts";

/** A sentence of the work with how likely it is about each layer, and about none of them (`outside`); the shares sum to 1. */
export type WorkSentence = { evidence: Evidence; shares: Record<Layer, number> };

/**
 * Each sentence of work by itself, without regard to what the posting says as a whole: for a text that may describe two jobs.
 * `read` draws sentences to the posting's own layer, and gives none where that is outside AI.
 */
export function readWorkSentences(posting: Posting): WorkSentence[] {
  const doc = makeDocument(posting);
  if (!doc.read) return [];
  const laidOut = layOutWork(doc);
  findFeatures(laidOut);
  const even = new Float64Array(Layer.options.length).fill(1 / Layer.options.length);
  return readSentences(laidOut, even).map(({ sentence, shares }) => ({ evidence: evidenceAt(doc, sentence.start, sentence.end), shares: Object.fromEntries(Layer.options.map((layer, i) => [layer, shares[i]!])) as Record<Layer, number> }));
}
