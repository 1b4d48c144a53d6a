import { SUMS } from "../kernel.ts";
import type { LaidOut } from "./score.ts";
import { postingValue, wordScale } from "./sentence-features.ts";
import { sentenceLayers } from "./sentence-weights.ts";
import { postingRows } from "./tables.ts";

const count = sentenceLayers.length;
const base = new Float64Array(count);
let rows: ReturnType<typeof postingRows> | null = null;
/** Kept between postings: an array for each sentence costs more than what it holds. */
let kept = new Float64Array(64 * count);

/**
 * How likely each of the sentences of work is about each of `sentenceLayers`, side by side: those of sentence `n` from `n * sentenceLayers.length` on. Valid until the next posting.
 * `layerShares`: what the posting as a whole says, in the order of `Layer`.
 */
export function readSentences({ work, words, hits, sentences }: LaidOut, layerShares: Float64Array): Float64Array {
  work.sumSentences(words, hits, sentences.length);
  if (kept.length < sentences.length * count) kept = new Float64Array(2 * sentences.length * count);
  findBase(layerShares);
  const { sums } = work;
  const shares = kept;
  for (let n = 0; n < sentences.length; n++) {
    const from = n * SUMS;
    const to = n * count;
    const scale = wordScale(sums[from + count]!) / 100;
    let most = -Infinity;
    for (let layer = 0; layer < count; layer++) {
      const score = (shares[to + layer] = base[layer]! + scale * sums[from + layer]!);
      if (score > most) most = score;
    }
    let sum = 0;
    for (let layer = to; layer < to + count; layer++) sum += shares[layer] = Math.exp(shares[layer]! - most);
    for (let layer = to; layer < to + count; layer++) shares[layer]! /= sum;
  }
  return shares;
}

/** What the posting as a whole says of each of its sentences. */
function findBase(layerShares: Float64Array): void {
  const { bias, layers } = (rows ??= postingRows());
  for (let layer = 0; layer < count; layer++) base[layer] = bias[layer]!;
  for (let posting = 0; posting < layerShares.length; posting++) {
    const value = postingValue(layerShares[posting]!);
    for (let layer = 0; layer < count; layer++) base[layer]! += value * layers[posting]![layer]!;
  }
}
