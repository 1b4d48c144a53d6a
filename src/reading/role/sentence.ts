import type { Sentence } from "../document.ts";
import { SUMS } from "../kernel.ts";
import { type LaidOut, softmax } from "./score.ts";
import { postingValue, wordScale } from "./sentence-features.ts";
import { sentenceLayers } from "./sentence-weights.ts";
import { postingRows } from "./tables.ts";

/** How likely a sentence is about each of `sentenceLayers`. */
export type SentenceShares = { sentence: Sentence; shares: Float64Array };

const count = sentenceLayers.length;
let rows: ReturnType<typeof postingRows> | null = null;

/** The sentences of work, each with the layers that it may be about. `layerShares`: what the posting as a whole says, in the order of `Layer`. */
export function readSentences({ work, words, hits, sentences }: LaidOut, layerShares: Float64Array): SentenceShares[] {
  work.sumSentences(words, hits, sentences.length);
  const base = baseOf(layerShares);
  const { sums } = work;
  const scores = new Float64Array(count);
  return sentences.map((sentence, n) => {
    const at = n * SUMS;
    const scale = wordScale(sums[at + count]!) / 100;
    for (let layer = 0; layer < count; layer++) scores[layer] = base[layer]! + scale * sums[at + layer]!;
    return { sentence, shares: softmax(scores, 1) };
  });
}

/** What the posting as a whole says of each of its sentences. */
function baseOf(layerShares: Float64Array): Float64Array {
  const { bias, layers } = (rows ??= postingRows());
  const base = Float64Array.from(bias);
  for (const [posting, share] of layerShares.entries()) {
    const value = postingValue(share);
    for (let layer = 0; layer < count; layer++) base[layer]! += value * layers[posting]![layer]!;
  }
  return base;
}
