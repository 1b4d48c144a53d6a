import { Layer } from "../../terms/layer.ts";
import file from "../../../data/model/sentence.json" with { type: "json" };

/** What a sentence can be about: a layer (outside among them), or none of them: it could stand in any posting. */
export const sentenceLayers = [...Layer.options, "none"] as const;

/** The trained model of sentences as it is kept: a row of weights a feature (`sentence-features.ts`), one for each of `sentenceLayers`, in hundredths. */
export type SentenceWeights = { layers: string[]; features: Record<string, number[]> };

export const sentenceWeights: SentenceWeights = file;

/** Words that the model has a weight for: the vocabulary must know them. */
export function sentenceWords(): string[] {
  return Object.keys(sentenceWeights.features).flatMap((name) => (name.startsWith(".") ? name.slice(1) : []));
}
