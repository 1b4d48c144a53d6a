import { layers, type Mix, type MixLayer } from "../../terms/layer.ts";
import type { LayerSentence } from "../../terms/reading.ts";
import { layerOf, type Role } from "../../terms/role.ts";
import { evidenceAt, hitsOf, type Document } from "../document.ts";
import { roleModel } from "./model.ts";
import { partOf, SENTENCE_UNITS, statesWork } from "./parts.ts";

export type MixReading = { mix: Mix | null; conflation: number | null; sentences: LayerSentence[] };

// What the whole posting says of its layer, in votes: with few sentences that vote, it decides. Chosen on the labelled mixes.
const POSTING_VOTES = 6;

/**
 * Each work sentence votes for the layer whose concepts it names most; the mix is their share, drawn to what the posting says as a whole
 * (`layerShares`, probabilities of the five layers and outside). Null for outside roles.
 */
export function readMix(doc: Document, role: Role, layerShares: Float64Array): MixReading {
  if (layerOf(role) === "outside") return { mix: null, conflation: null, sentences: [] };
  const sentences = findVotes(doc, layers.indexOf(layerOf(role) as MixLayer));
  const inside = 1 - layerShares[layers.length]!;
  const votes = layers.map((layer, i) => sentences.filter((sentence) => sentence.layer === layer).length + (POSTING_VOTES * layerShares[i]!) / inside);
  const total = sentences.length + POSTING_VOTES;
  const shares = hundredths(votes.map((vote) => vote / total));
  return { mix: Object.fromEntries(layers.map((layer, i) => [layer, shares[i]!])) as Mix, conflation: entropy(shares), sentences };
}

function findVotes(doc: Document, home: number): LayerSentence[] {
  const states = statesWork(doc);
  const hits = hitsOf(doc, "work");
  const { concept, layer: layerOfConcept } = roleModel();
  const counts = new Int32Array(layers.length);
  const votes: LayerSentence[] = [];
  let at = 0;
  for (const sentence of doc.sentences) {
    if (partOf(sentence.section, states) !== 1 || sentence.end - sentence.start <= SENTENCE_UNITS) continue;
    counts.fill(0);
    while (at < hits.length && hits[at]!.start < sentence.start) at++;
    for (; at < hits.length && hits[at]!.start < sentence.end; at++) {
      const layer = layerOfConcept[concept[hits[at]!.entry]!]!;
      if (layer >= 0) counts[layer]!++;
    }
    // On a tie the sentence is taken for what the posting is about.
    let best = home;
    for (let layer = 0; layer < counts.length; layer++) if (counts[layer]! > counts[best]!) best = layer;
    if (counts[best]! > 0) votes.push({ layer: layers[best]!, evidence: evidenceAt(doc, sentence.start, sentence.end) });
  }
  return votes;
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
