import { Layer } from "../../terms/layer.ts";
import type { Document, Sentence } from "../document.ts";
import { foldText } from "../text/characters.ts";
import { workHits } from "./work-hits.ts";

// The log of a layer's probability in the posting, with a floor: a posting that is sure of its layer still has sentences on others.
// Both chosen by cross-validation over the labelled sentences.
const POSTING_FLOOR = 0.02;
const POSTING_VALUE = 0.5;

/** What a layer's probability in the whole posting (0..1) counts for each of its sentences. */
export function postingValue(share: number): number {
  return POSTING_VALUE * Math.log(share + POSTING_FLOOR);
}

/** A word counts for less the longer its sentence is. */
export function wordScale(words: number): number {
  return 1 / Math.sqrt(words + 1);
}

/**
 * The features of a sentence by name, counted in the plainest way: what `npm run train` learns from. `sentence.ts` adds up the same on the hot path; a test holds the two together.
 *
 * `.retrieval` a word · `:llm-engineer/retrieval` a concept of work · `posting.product` what the posting as a whole says.
 */
export function countSentenceFeatures(doc: Document, sentence: Sentence, layerShares: ArrayLike<number>): Map<string, number> {
  const features = new Map<string, number>([["bias", 1]]);
  Layer.options.forEach((layer, number) => features.set(`posting.${layer}`, postingValue(layerShares[number]!)));
  const words: string[] = [];
  for (let token = 0; token < doc.tokenCount; token++) if (isIn(sentence, doc.tokenStart[token]!)) words.push(foldText(doc.text.slice(doc.tokenStart[token]!, doc.tokenEnd[token]!)));
  const scale = wordScale(words.length);
  for (const word of words) features.set(`.${word}`, scale);
  for (const hit of workHits(doc)) if (isIn(sentence, hit.start)) features.set(`:${hit.id}`, scale);
  return features;
}

function isIn({ start, end }: Sentence, at: number): boolean {
  return at >= start && at < end;
}
