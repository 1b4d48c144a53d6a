import { Layer } from "../../terms/layer.ts";
import { roles } from "../../terms/role.ts";
import { vocabulary } from "../words.ts";
import { GENERAL, groupOf, parts } from "./parts.ts";
import { sentenceLayers, sentenceWeights } from "./sentence-weights.ts";
import { roleWeights, wordPart } from "./weights.ts";
import { workLexicon } from "./work.ts";

// The trained models laid out for the kernel (kernel/assembly/role.ts): features are numbers, found by table. -1 stands for a feature that a model does not have.

/** Numbers of a feature's weights, in hundredths: one a role, and what fills the row. */
export const ROW = 24;
/** Numbers of a row of the sentences' model, in hundredths: one a layer, and one that is none. */
const SENTENCE_ROW = 8;
const PAIR_SLOTS = 256;
const MOST_SMALL = 32_767;
/** More hits of one thing count as the last of these. */
const LOGS = 1024;

/** What a concept says of its sentence: something of AI; of language models, of machine learning. */
const GENERAL_BIT = 1, LLM_BIT = 2, ML_BIT = 4;

type Tables = Record<string, Uint8Array | Int16Array | Int32Array | Float32Array | Float64Array>;

/** Names of the features of the role's model, by number. */
export const featureNames: readonly string[] = Object.keys(roleWeights.features);

/** Ids of the concepts of work, and the groups that they are of. */
export const concepts: readonly string[] = Object.keys(workLexicon.entries);
export const groups: readonly string[] = [...new Set(concepts.map(groupOf))];

/** Feature × role, ROW hundredths a feature. */
export function weightRows(): Int16Array {
  if (roleWeights.roles.join() !== roles.map(({ id }) => id).join()) throw new Error("data/model/role.json was trained for other roles: run npm run train");
  if (featureNames.length > MOST_SMALL) throw new Error(`the kernel numbers features in 16 bits, and the model has ${featureNames.length}`);
  if (roles.length !== ROW - 2) throw new Error(`the kernel adds up ${ROW - 2} roles, not ${roles.length}: kernel/assembly/role.ts`);
  const rows = new Int16Array(featureNames.length * ROW);
  for (const [feature, name] of featureNames.entries()) {
    const weights = roleWeights.features[name]!;
    if (weights.some((hundredths) => Math.abs(hundredths) > MOST_SMALL)) throw new Error(`data/model/role.json: the weights of ${name} do not fit 16 bits`);
    rows.set(weights, feature * ROW);
  }
  return rows;
}

/** Entry of the vocabulary (as in a hit) → concept of work, -1 for other entries. */
export function conceptOfEntry(): Int16Array {
  const { kinds, phraseKind, phraseId } = vocabulary();
  const kind = kinds.indexOf(workLexicon.kind);
  const numbers = new Map(concepts.map((id, number) => [id, number]));
  return Int16Array.from(phraseId, (id, entry) => (phraseKind[entry] === kind ? numbers.get(id)! : -1));
}

/** Concept → group. */
export function groupOfConcept(): Uint8Array {
  return Uint8Array.from(concepts, (id) => groups.indexOf(groupOf(id)));
}

/** All that the kernel looks up, by the names of its globals, and its scratch. */
export function roleTables(): { tables: Tables; numbers: Record<string, number> } {
  const numbers = new Map(featureNames.map((name, number) => [name, number]));
  const number = (name: string): number => numbers.get(name) ?? -1;
  const size = vocabulary().wordNumber.size + 1;
  const ofGroup = (sign: string): Int16Array => Int16Array.from(groups.flatMap((group) => parts.map((part) => number(`${part}${sign}${group}`))));
  const tables: Tables = {
    roleWeights: weightRows(),
    conceptOf: conceptOfEntry(),
    conceptFeature: Int16Array.from(concepts.flatMap((id) => parts.map((part) => number(`${part}:${id}`)))),
    conceptGroup: groupOfConcept(),
    conceptSays: Uint8Array.from(concepts, (id) => (groupOf(id) === GENERAL ? GENERAL_BIT : 0) | (id === "ai/llm" || id === "ai/agent" ? LLM_BIT : 0) | (id === "ai/ml" || id === "ai/model" ? ML_BIT : 0)),
    groupHits: ofGroup("#"),
    groupShare: ofGroup("%"),
    groupSentences: Int16Array.from(groups, (group) => number(`sentences#${group}`)),
    sentenceFeatures: Int16Array.from(["ai", "llm", "ml", "no ai", "ai under .15", "ai under .33", "ai over .5"], (name) => number(`sentences:${name}`)),
    logs: Float64Array.from({ length: LOGS }, (_, hits) => Math.log1p(hits)),
    ...wordTables(size),
    ...sentenceTables(size),
    // One more stands before the first, for -1.
    seenFeatures: new Int32Array(featureNames.length + 4),
    featureHits: new Int32Array(featureNames.length),
    wordSeen: new Int32Array(size),
    conceptSeen: new Int32Array(concepts.length),
    // By group and part and for all of a part; by group, twice.
    groupNumbers: new Int32Array((groups.length + 1) * parts.length),
    // Behind the last, what proves to be seen already.
    activeFeature: new Int32Array(featureNames.length + 1),
    activeValue: new Float64Array(featureNames.length + 1),
    roleScores: new Float32Array(ROW),
    reasonFeature: new Int32Array(REASONS),
    reasonValue: new Float64Array(REASONS),
  };
  return { tables, numbers: { roleBias: number("bias"), groupCount: groups.length, wordCount: size, pairMask: PAIR_SLOTS - 1 } };
}

/** How many reasons the kernel finds. */
export const REASONS = 3;

/** Part × word → feature for the title, the work and what is asked; the pairs of words of the title as a hash table of pair (0 = free) and feature. */
function wordTables(size: number): Tables {
  const { wordNumber } = vocabulary();
  const wordFeature = new Int16Array(size * 3).fill(-1);
  const pairTable = new Int32Array(PAIR_SLOTS * 2);
  let pairs = 0;
  for (const [feature, name] of featureNames.entries()) {
    const found = wordPart(name);
    if (found === null) continue;
    const [first, second] = found.words.map((word) => wordNumber.get(word)!);
    if (second === undefined) wordFeature[found.part * size + first!] = feature;
    else {
      if (++pairs > PAIR_SLOTS / 2) throw new Error(`the table of the title's pairs is full: make PAIR_SLOTS more than ${PAIR_SLOTS}`);
      addPair(pairTable, first! * size + second, feature);
    }
  }
  return { wordFeature, pairTable };
}

function addPair(table: Int32Array, pair: number, feature: number): void {
  let slot = (Math.imul(pair, 0x9e3779b1) >>> 16) & (PAIR_SLOTS - 1);
  while (table[slot * 2] !== 0) slot = (slot + 1) & (PAIR_SLOTS - 1);
  table[slot * 2] = pair;
  table[slot * 2 + 1] = feature;
}

/** The rows of words and of concepts in the model of sentences. */
function sentenceTables(size: number): Tables {
  if (sentenceWeights.layers.join() !== sentenceLayers.join()) throw new Error("data/model/sentence.json was trained for other layers: run npm run train");
  const names = Object.keys(sentenceWeights.features);
  const numbers = new Map(names.map((name, number) => [name, number]));
  const sentenceRows = new Int16Array(names.length * SENTENCE_ROW);
  for (const [row, name] of names.entries()) {
    const weights = sentenceWeights.features[name]!;
    if (weights.some((hundredths) => Math.abs(hundredths) > MOST_SMALL)) throw new Error(`data/model/sentence.json: the weights of ${name} do not fit 16 bits`);
    sentenceRows.set(weights, row * SENTENCE_ROW);
  }
  const sentenceWord = new Int16Array(size).fill(-1);
  for (const [word, at] of vocabulary().wordNumber) sentenceWord[at] = numbers.get(`.${word}`) ?? -1;
  return { sentenceRows, sentenceWord, sentenceConcept: Int16Array.from(concepts, (id) => numbers.get(`:${id}`) ?? -1) };
}

/** What the posting as a whole says of a sentence, as rows of weights: of every sentence, and of each layer of the posting. */
export function postingRows(): { bias: number[]; layers: number[][] } {
  return { bias: weightsOf("bias"), layers: Layer.options.map((layer) => weightsOf(`posting.${layer}`)) };
}

function weightsOf(name: string): number[] {
  return sentenceLayers.map((_, layer) => (sentenceWeights.features[name]?.[layer] ?? 0) / 100);
}
