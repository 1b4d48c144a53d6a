import { Layer } from "../../terms/layer.ts";
import { hitsOf, type Document, type Sentence } from "../document.ts";
import { vocabulary } from "../words.ts";
import { roleModel } from "./model.ts";
import { partOf, SENTENCE_UNITS, statesWork } from "./parts.ts";
import { postingValue, wordScale } from "./sentence-features.ts";
import { sentenceLayers, sentenceWeights } from "./sentence-weights.ts";
import { softmax } from "./score.ts";
import { workLexicon } from "./work.ts";

/** How likely a sentence is about each of `sentenceLayers`. */
export type SentenceShares = { sentence: Sentence; shares: Float64Array };

/** Rows of weights, and where they are: by number in the vocabulary, by number of the concept, by layer of the posting. -1 stands for none. */
type SentenceModel = { weights: Float64Array; word: Int32Array; concept: Int32Array; posting: Int32Array; bias: number };

const count = sentenceLayers.length;
let compiled: SentenceModel | null = null;
// Which sentence a word was last seen in: a word counts once a sentence.
let seenIn = new Int32Array(0);
let turn = 0;

/** The sentences of work, each with the layers that it may be about. `layerShares`: what the posting as a whole says, in the order of `Layer`. */
export function readSentences(doc: Document, layerShares: Float64Array): SentenceShares[] {
  const model = (compiled ??= compileModel());
  const { tokenStart, tokenWord, tokenCount } = doc;
  const { concept } = roleModel();
  const hits = hitsOf(doc, "work");
  const states = statesWork(doc);
  const base = new Float64Array(count);
  add(base, model, model.bias, 1);
  for (const [layer, share] of layerShares.entries()) add(base, model, model.posting[layer]!, postingValue(share));
  const read: SentenceShares[] = [];
  let token = 0, hit = 0;
  for (const sentence of doc.sentences) {
    if (partOf(sentence.section, states) !== 1 || sentence.end - sentence.start <= SENTENCE_UNITS) continue;
    while (token < tokenCount && tokenStart[token]! < sentence.start) token++;
    while (hit < hits.length && hits[hit]!.start < sentence.start) hit++;
    const first = token;
    while (token < tokenCount && tokenStart[token]! < sentence.end) token++;
    const scale = wordScale(token - first);
    const scores = base.slice();
    turn++;
    for (let t = first; t < token; t++) {
      const word = tokenWord[t]!;
      if (seenIn[word] === turn) continue;
      seenIn[word] = turn;
      add(scores, model, model.word[word]!, scale);
    }
    const named = new Set<number>();
    for (; hit < hits.length && hits[hit]!.start < sentence.end; hit++) named.add(concept[hits[hit]!.entry]!);
    for (const number of named) add(scores, model, model.concept[number]!, scale);
    read.push({ sentence, shares: softmax(scores, 1) });
  }
  return read;
}

function add(scores: Float64Array, { weights }: SentenceModel, feature: number, by: number): void {
  if (feature >= 0) for (let layer = 0; layer < count; layer++) scores[layer]! += by * weights[feature * count + layer]!;
}

function compileModel(): SentenceModel {
  if (sentenceWeights.layers.join() !== sentenceLayers.join()) throw new Error("data/model/sentence.json was trained for other layers: run npm run train");
  const rows = Object.entries(sentenceWeights.features);
  const numbers = new Map(rows.map(([name], number) => [name, number]));
  const number = (name: string): number => numbers.get(name) ?? -1;
  const { wordNumber } = vocabulary();
  const word = new Int32Array(wordNumber.size + 1).fill(-1);
  for (const [text, at] of wordNumber) word[at] = number(`.${text}`);
  seenIn = new Int32Array(word.length);
  return {
    weights: Float64Array.from(rows.flatMap(([, row]) => row.map((hundredths) => hundredths / 100))),
    word,
    concept: Int32Array.from(Object.keys(workLexicon.entries), (id) => number(`:${id}`)),
    posting: Int32Array.from(Layer.options, (layer) => number(`posting.${layer}`)),
    bias: number("bias"),
  };
}
