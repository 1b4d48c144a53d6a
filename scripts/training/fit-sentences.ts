import { postingValue } from "../../src/reading/role/sentence-features.ts";
import { sentenceLayers } from "../../src/reading/role/sentence-weights.ts";
import { softmax } from "../../src/reading/role/score.ts";
import { Layer } from "../../src/terms/layer.ts";
import type { SentenceExample, SentenceExamples } from "./sentences.ts";

// Chosen by five-fold cross-validation by employer over the labelled sentences.
const PENALTY = 1;
const STEPS = 150;
const RATE = 0.05;
// Features whose every weight is smaller are left out.
const WEAK = 0.25;

const count = sentenceLayers.length;
/** After the words and concepts: a feature a layer of the posting, and a bias. */
const extra = Layer.options.length + 1;

/** A posting's probability of each layer, as read by a model that saw no posting of its employer. */
export type LayerShares = (row: SentenceExample) => Float64Array;

/** Multinomial logistic regression by gradient descent (Adam, full batches, so without chance). Returns weights, feature × layer. */
export function trainSentences({ names }: SentenceExamples, rows: readonly SentenceExample[], shares: LayerShares): Float64Array {
  const weights = new Float64Array((names.length + extra) * count);
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  const all = rows.map((row) => ({ row, said: saidOf(shares(row)) }));
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0);
    for (const { row, said } of all) addGradient(row, said, names.length, weights, gradient);
    const meanScale = 1 - 0.9 ** step;
    const spreadScale = 1 - 0.99 ** step;
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]! + PENALTY * weights[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      spread[i] = 0.99 * spread[i]! + 0.01 * slope * slope;
      weights[i]! -= (RATE * mean[i]!) / meanScale / (Math.sqrt(spread[i]! / spreadScale) + 1e-8);
    }
  }
  for (let at = 0; at < names.length * count; at += count) {
    const row = weights.subarray(at, at + count);
    if (row.every((weight) => Math.abs(weight) < WEAK)) row.fill(0);
  }
  return weights;
}

/** How likely a sentence is about each of `sentenceLayers`. */
export function sentenceShares(row: SentenceExample, words: number, weights: Float64Array, shares: Float64Array): Float64Array {
  return softmax(scoresOf(row, saidOf(shares), words, weights), 1);
}

/** The weights as they are kept: rows by feature name, in hundredths; features without a weight are left out. */
export function namedWeights({ names }: SentenceExamples, weights: Float64Array): [string, number[]][] {
  const all = [...names, ...Layer.options.map((layer) => `posting.${layer}`), "bias"];
  return all.map((name, n): [string, number[]] => [name, [...weights.subarray(n * count, (n + 1) * count)].map((weight) => Math.round(100 * weight))]).filter(([, row]) => row.some((weight) => weight !== 0));
}

function saidOf(shares: Float64Array): Float64Array {
  return Float64Array.from([...shares].map(postingValue).concat(1));
}

function scoresOf({ features, scale }: SentenceExample, said: Float64Array, words: number, weights: Float64Array): Float64Array {
  const scores = new Float64Array(count);
  for (const feature of features) for (let layer = 0; layer < count; layer++) scores[layer]! += scale * weights[feature * count + layer]!;
  for (let n = 0; n < extra; n++) for (let layer = 0; layer < count; layer++) scores[layer]! += said[n]! * weights[(words + n) * count + layer]!;
  return scores;
}

function addGradient(row: SentenceExample, said: Float64Array, words: number, weights: Float64Array, gradient: Float64Array): void {
  const errors = softmax(scoresOf(row, said, words, weights), 1);
  errors[row.layer]! -= 1;
  for (const feature of row.features) for (let layer = 0; layer < count; layer++) gradient[feature * count + layer]! += row.scale * errors[layer]!;
  for (let n = 0; n < extra; n++) for (let layer = 0; layer < count; layer++) gradient[(words + n) * count + layer]! += said[n]! * errors[layer]!;
}
