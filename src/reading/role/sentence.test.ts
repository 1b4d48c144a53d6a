import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeDocument } from "../layout.ts";
import { layOutWork, softmax } from "./score.ts";
import { countSentenceFeatures } from "./sentence-features.ts";
import { readSentences } from "./sentence.ts";
import { sentenceLayers, sentenceWeights } from "./sentence-weights.ts";

const invented = ["agent-engineer", "outside-data", "inference-engineer", "ai-governance-specialist"].flatMap((role) =>
  readFileSync(new URL(`../../../data/training/invented/${role}.jsonl`, import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line) as { id: string; title: string; description_html: string }),
);
const posting = Float64Array.of(0.5, 0.1, 0.2, 0.1, 0, 0.1);

test("a sentence's layers are those that its plainly counted features add up to, for every posting and wherever it is cut", () => {
  let compared = 0;
  for (const [i, { description_html, ...rest }] of invented.entries()) {
    for (const end of [description_html.length, 7 * i + 111, 23 * i + 301]) {
      const doc = makeDocument({ ...rest, description_html: `${description_html.slice(0, end)} .` });
      const laidOut = layOutWork(doc);
      const shares = readSentences(laidOut, posting);
      for (const [n, sentence] of laidOut.sentences.entries()) {
        const scores = new Float64Array(sentenceLayers.length);
        for (const [name, value] of countSentenceFeatures(doc, sentence, posting)) sentenceWeights.features[name]?.forEach((hundredths, layer) => (scores[layer]! += (value * hundredths) / 100));
        for (const [layer, share] of softmax(scores, 1).entries()) expect(shares[n * sentenceLayers.length + layer]).toBeCloseTo(share, 9);
        compared++;
      }
    }
  }
  expect(compared).toBeGreaterThan(400);
});

test.each([
  ["Operate the GPU cluster: Slurm, InfiniBand and quotas for distributed training", "infrastructure"],
  ["Build evaluation benchmarks that score the output of language models for hallucinations", "evaluation"],
  ["Design RAG pipelines over our documents with embeddings and a reranker", "product"],
  ["Train and improve deep learning models for image segmentation", "model"],
  ["Maintain the AI register and classify applications by the risk classes of the EU AI Act", "governance"],
  ["Collaborate with colleagues of other teams and mentor junior team members", "none"],
  ["Cook lunch for the whole office and keep the kitchen and its suppliers in order", "none"],
])("%s → %s", (sentence, layer) => {
  const doc = makeDocument({ title: "Engineer", description_html: `<h3>Responsibilities</h3><ul><li>${sentence}</li></ul>` });
  const level = Float64Array.of(0.17, 0.17, 0.17, 0.17, 0.16, 0.16);
  const shares = readSentences(layOutWork(doc), level).subarray(0, sentenceLayers.length);
  const likeliest = sentenceLayers[shares.indexOf(Math.max(...shares))];
  expect(layer === "none" ? ["none", "outside"] : [layer]).toContain(likeliest);
});
