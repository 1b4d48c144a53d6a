// Trains the models of role and of sentences: npm run train. Reads data/training/counts.tsv and sentence-counts.tsv (feature counts and labels) and word-space.tsv (which words go together), writes data/model/role.json and sentence.json.
// npm run train -- --count   first counts the features again, from the labelled postings of ../shared and data/training
// npm run train -- --check   prints the cross-validation by employer as well, and keeps the temperature that calibrates it; else the last one is kept
import { writeFileSync } from "node:fs";
import { softmax } from "../src/reading/role/score.ts";
import { pickRole } from "../src/reading/role/pick.ts";
import { sentenceLayers } from "../src/reading/role/sentence-weights.ts";
import { roleWeights } from "../src/reading/role/weights.ts";
import { Layer } from "../src/terms/layer.ts";
import { roles } from "../src/terms/role.ts";
import { countExamples, findLabelled } from "./training/count.ts";
import { crossValidate, judgeHeld, judgeHeldOut } from "./training/check.ts";
import { crossValidateSentences } from "./training/check-sentences.ts";
import { readExamples, writeExamples } from "./training/examples.ts";
import { type LayerShares, namedWeights, trainSentences } from "./training/fit-sentences.ts";
import { trainWeights } from "./training/fit.ts";
import { learnSpace } from "./training/learn-space.ts";
import { countSentences, readSentenceExamples, writeSentences } from "./training/sentences.ts";
import { writeSpace } from "./training/word-space.ts";

const countsFile = "data/training/counts.tsv";
const spaceFile = "data/training/word-space.tsv";
const sentenceCountsFile = "data/training/sentence-counts.tsv";
// What a model says that saw an invented posting's like: they speak plainly.
const SURE = 0.9;
const flags = new Set(process.argv.slice(2));
const say = (line: string): void => void process.stdout.write(`${line}\n`);

if (flags.has("--count")) {
  const labelled = findLabelled();
  const counts = countExamples(labelled);
  writeExamples(countsFile, counts);
  writeSpace(spaceFile, counts.names, learnSpace(counts.names, labelled));
  writeSentences(sentenceCountsFile, countSentences(labelled));
}
const examples = readExamples(countsFile, spaceFile);
say(`${examples.rows.length} postings, ${examples.names.length} features`);
const judged = judgeHeldOut(examples);
const temperature = flags.has("--check") ? crossValidate(examples, judged, say) : roleWeights.temperature;
const weights = trainWeights(examples, examples.rows.filter(({ set }) => set !== "held"));
const features = examples.names.map((name, n): [string, number[]] => [name, roles.map((_, role) => Math.round(100 * weights[n * roles.length + role]!))]);
writeModel("data/model/role.json", { roles: roles.map(({ id }) => id), temperature }, features.filter(([, row]) => row.some((weight) => weight !== 0)));

// A sentence is read beside what its posting says as a whole. The model learns from that as it will meet it: as said by a model that did not see the posting.
const sentences = readSentenceExamples(sentenceCountsFile);
const sharesOf = new Map([...judged, ...judgeHeld(examples)].map(({ row, scores }) => [row.id, pickRole(softmax(scores, temperature)).layerShares]));
// An invented posting is what its role says.
for (const { id, role, set } of examples.rows) if (set === "invented") sharesOf.set(id, Float64Array.from(Layer.options, (layer) => (layer === roles[role]!.layer ? SURE : (1 - SURE) / (Layer.options.length - 1))));
const shares: LayerShares = (row) => sharesOf.get(row.posting)!;
say(`${sentences.rows.length} sentences, ${sentences.names.length} features`);
if (flags.has("--check")) crossValidateSentences(sentences, shares, say);
writeModel("data/model/sentence.json", { layers: sentenceLayers }, namedWeights(sentences, trainSentences(sentences, sentences.rows.filter(({ held }) => !held), shares)));

function writeModel(file: string, head: Record<string, unknown>, rows: [string, number[]][]): void {
  const top = Object.entries(head).map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`).join("");
  writeFileSync(file, `{\n${top}  "features": {\n${rows.map(([name, row]) => `    ${JSON.stringify(name)}: [${row.join(",")}]`).join(",\n")}\n  }\n}\n`);
  say(`${file}: ${rows.length} features with a weight`);
}
