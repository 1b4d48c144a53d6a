import { roles } from "../../terms/role.ts";
import { vocabulary } from "../words.ts";
import { GENERAL, groupOf, parts } from "./parts.ts";
import { roleWeights, wordPart, type RoleWeights } from "./weights.ts";
import { workLexicon } from "./work.ts";

/** The model laid out for the hot path: features are numbers, found by table. -1 stands for a feature that the model does not have. */
export type RoleModel = {
  names: string[];
  /** Feature × role. */
  weights: Float32Array;
  temperature: number;
  bias: number;
  /** Entry of the vocabulary (as in a hit) → concept of work, -1 for other entries; then by concept: */
  concept: Int16Array;
  /** its feature in each part (concept × part), */
  inPart: Int32Array;
  /** its group, as number in `groups`, */
  group: Uint8Array;
  /** and what it says of its sentence (GENERAL_BIT, LLM_BIT, ML_BIT). */
  says: Uint8Array;
  groups: string[];
  /** Group × part. */
  groupCount: Int32Array;
  groupShare: Int32Array;
  groupSentences: Int32Array;
  sentences: Record<"ai" | "llm" | "ml" | "no ai" | "ai under .15" | "ai under .33" | "ai over .5", number>;
  /** Vocabulary word × (title, work, ask). */
  words: Int32Array;
  /** Two vocabulary words of the title: first × vocabulary size + second → feature. */
  pairs: Map<number, number>;
};

/** Of a concept that says only that its sentence speaks of AI; of language models, of machine learning. */
export const GENERAL_BIT = 1, LLM_BIT = 2, ML_BIT = 4;

let compiled: RoleModel | null = null;

export function roleModel(): RoleModel {
  compiled ??= compileModel(roleWeights);
  return compiled;
}

function compileModel(file: RoleWeights): RoleModel {
  if (file.roles.join() !== roles.map(({ id }) => id).join()) throw new Error("data/model/role.json was trained for other roles: run npm run train");
  const names = Object.keys(file.features);
  const weights = new Float32Array(names.length * roles.length);
  for (const [feature, name] of names.entries()) for (const [role, hundredths] of file.features[name]!.entries()) weights[feature * roles.length + role] = hundredths / 100;
  const numbers = new Map(names.map((name, number) => [name, number]));
  const number = (name: string): number => numbers.get(name) ?? -1;
  const ids = Object.keys(workLexicon.entries);
  const groups = [...new Set(ids.map(groupOf))];
  return {
    names,
    weights,
    temperature: file.temperature,
    bias: number("bias"),
    groups,
    concept: conceptOfEntry(ids),
    inPart: Int32Array.from(ids.flatMap((id) => parts.map((part) => number(`${part}:${id}`)))),
    group: Uint8Array.from(ids, (id) => groups.indexOf(groupOf(id))),
    says: Uint8Array.from(ids, (id) => (groupOf(id) === GENERAL ? GENERAL_BIT : 0) | (id === "ai/llm" || id === "ai/agent" ? LLM_BIT : 0) | (id === "ai/ml" || id === "ai/model" ? ML_BIT : 0)),
    groupCount: Int32Array.from(groups.flatMap((group) => parts.map((part) => number(`${part}#${group}`)))),
    groupShare: Int32Array.from(groups.flatMap((group) => parts.map((part) => number(`${part}%${group}`)))),
    groupSentences: Int32Array.from(groups, (group) => number(`sentences#${group}`)),
    sentences: {
      ai: number("sentences:ai"),
      llm: number("sentences:llm"),
      ml: number("sentences:ml"),
      "no ai": number("sentences:no ai"),
      "ai under .15": number("sentences:ai under .15"),
      "ai under .33": number("sentences:ai under .33"),
      "ai over .5": number("sentences:ai over .5"),
    },
    ...wordTables(names),
  };
}

function conceptOfEntry(ids: readonly string[]): Int16Array {
  const { kinds, phraseKind, phraseId } = vocabulary();
  const kind = kinds.indexOf(workLexicon.kind);
  const numbers = new Map(ids.map((id, number) => [id, number]));
  return Int16Array.from(phraseId, (id, entry) => (phraseKind[entry] === kind ? numbers.get(id)! : -1));
}

function wordTables(names: string[]): Pick<RoleModel, "words" | "pairs"> {
  const { wordNumber } = vocabulary();
  const size = wordNumber.size + 1;
  const words = new Int32Array(size * 3).fill(-1);
  const pairs = new Map<number, number>();
  for (const [feature, name] of names.entries()) {
    const found = wordPart(name);
    if (found === null) continue;
    const [first, second] = found.words.map((word) => wordNumber.get(word)!);
    if (second === undefined) words[first! * 3 + found.part] = feature;
    else pairs.set(first! * size + second, feature);
  }
  return { words, pairs };
}
