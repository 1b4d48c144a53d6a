import { type Layer, layers, type Mix } from "../../terms/layer.ts";
import type { LayerSentence } from "../../terms/reading.ts";
import { evidenceAt, type Document } from "../document.ts";
import type { LaidOut } from "./score.ts";
import { readSentences } from "./sentence.ts";
import { sentenceLayers } from "./sentence-weights.ts";

export type MixReading = { mix: Mix | null; conflation: number | null; sentences: LayerSentence[] };

// What the whole posting says of its layer, in sentences: with few sentences that speak, it decides. Chosen on the labelled mixes.
const POSTING_VOTES = 1;

/**
 * Each sentence of work votes for the layers that it may be about; the mix is their share, drawn to what the posting says as a whole
 * (`layerShares`, probabilities of the five layers and outside). Null for outside roles. `sentences` are those that speak for one of the five.
 */
export function readMix(doc: Document, laidOut: LaidOut, layer: Layer, layerShares: Float64Array): MixReading {
  if (layer === "outside") return { mix: null, conflation: null, sentences: [] };
  const shares = readSentences(laidOut, layerShares);
  const inside = 1 - layerShares[layers.length]!;
  const votes = layers.map((_, i) => (POSTING_VOTES * layerShares[i]!) / inside);
  const sentences: LayerSentence[] = [];
  for (const [n, { start, end }] of laidOut.sentences.entries()) {
    const from = n * sentenceLayers.length;
    for (let i = 0; i < votes.length; i++) votes[i]! += shares[from + i]!;
    const best = likeliest(shares, from);
    if (best < layers.length) sentences.push({ layer: layers[best]!, evidence: evidenceAt(doc, start, end) });
  }
  const total = votes.reduce((sum, vote) => sum + vote, 0);
  const mixed = hundredths(votes.map((vote) => vote / total));
  return { mix: Object.fromEntries(layers.map((each, i) => [each, mixed[i]!])) as Mix, conflation: entropy(mixed), sentences };
}

function likeliest(shares: Float64Array, from: number): number {
  let best = 0;
  for (let layer = 1; layer < sentenceLayers.length; layer++) if (shares[from + layer]! > shares[from + best]!) best = layer;
  return best;
}

/** Shares in hundredths that sum to 1 exactly: the largest remainders are rounded up. */
function hundredths(shares: number[]): number[] {
  const floors = shares.map((share) => Math.floor(share * 100));
  const order = shares.map((share, i) => ({ i, rest: share * 100 - floors[i]! })).toSorted((a, b) => b.rest - a.rest);
  const missing = 100 - floors.reduce((sum, share) => sum + share, 0);
  for (let n = 0; n < missing; n++) floors[order[n]!.i]!++;
  return floors.map((share) => share / 100);
}

/** Shannon entropy over the five layers, 0 (one layer) to 1 (all alike): the conflation index. */
function entropy(shares: number[]): number {
  const sum = shares.reduce((bits, share) => (share > 0 ? bits - share * Math.log(share) : bits), 0);
  return Math.round((sum / Math.log(shares.length)) * 1000) / 1000;
}
