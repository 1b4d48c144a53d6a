import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { makeDocument } from "../../src/reading/layout.ts";
import { partOf, SENTENCE_UNITS, statesWork } from "../../src/reading/role/parts.ts";
import { countSentenceFeatures } from "../../src/reading/role/sentence-features.ts";
import { sentenceLayers } from "../../src/reading/role/sentence-weights.ts";
import { layerOf, type Role } from "../../src/terms/role.ts";
import type { Labelled } from "./count.ts";
import { isHeld } from "./examples.ts";

/** A labelled sentence as counts: its posting, the layer it is about (number in `sentenceLayers`), whether it is of the work or of what is asked, its words and concepts. */
export type SentenceExample = { posting: string; group: string; held: boolean; layer: number; work: boolean; features: Int32Array; scale: number };
export type SentenceExamples = { names: string[]; rows: SentenceExample[] };

// A word seen in fewer sentences says more of them than of the layer.
const WORD_SENTENCES = 6;
const labelsFile = "data/training/sentences.tsv";

/** Counts the words and concepts of every sentence of `labelled` whose hash has a label: `hash, role whose work it describes or none, second role where it names two kinds of work`. */
export function countSentences(labelled: readonly Labelled[]): SentenceExamples {
  const layerOfHash = new Map(readFileSync(labelsFile, "utf8").trimEnd().split("\n").map((line): [string, number] => {
    const [hash, role] = line.split("\t");
    return [hash!, sentenceLayers.indexOf(role === "none" ? "none" : layerOf(role as Role))];
  }));
  const seen = new Set<string>();
  const found: (Omit<SentenceExample, "features"> & { names: string[] })[] = [];
  for (const { label, posting, group, set } of labelled) {
    const doc = makeDocument(posting);
    const states = statesWork(doc);
    for (const sentence of doc.sentences) {
      const part = partOf(sentence.section, states);
      if ((part !== 1 && part !== 2) || sentence.end - sentence.start <= SENTENCE_UNITS) continue;
      const hash = createHash("sha256").update(doc.text.slice(sentence.start, sentence.end)).digest("hex").slice(0, 12);
      const layer = layerOfHash.get(hash);
      if (layer === undefined || seen.has(hash)) continue;
      seen.add(hash);
      const features = [...countSentenceFeatures(doc, sentence, [])].filter(([name]) => /^[.:]/.test(name));
      found.push({ posting: label.id, group, held: set === "held" || isHeld(group), layer, work: part === 1, scale: features[0]?.[1] ?? 0, names: features.map(([name]) => name) });
    }
  }
  const times = new Map<string, number>();
  for (const { names, held } of found) if (!held) for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const names = [...times].filter(([name, n]) => n >= WORD_SENTENCES && !/^\.(\d|.$)/.test(name)).map(([name]) => name).toSorted();
  const number = new Map(names.map((name, i) => [name, i]));
  return { names, rows: found.map(({ names: own, ...row }) => ({ ...row, features: Int32Array.from(own.flatMap((name) => number.get(name) ?? [])).toSorted() })) };
}

/**
 * The counts file: a line of feature names, then a line a sentence: posting, employer group, layer, part, what a word counts, features by number.
 * Which words a sentence has, not where; and a posting's sentences by their numbers, not as they followed each other.
 */
export function writeSentences(file: string, { names, rows }: SentenceExamples): void {
  const sorted = rows.toSorted((a, b) => (a.posting < b.posting ? -1 : a.posting > b.posting ? 1 : a.features.join() < b.features.join() ? -1 : 1));
  const lines = sorted.map((row) => [row.posting, row.group, sentenceLayers[row.layer], row.work ? "work" : "ask", row.scale.toFixed(3), row.features.join(" ")].join("\t"));
  writeFileSync(file, `${names.join("\t")}\n${lines.join("\n")}\n`);
}

export function readSentenceExamples(file: string): SentenceExamples {
  const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return {
    names: head!.split("\t"),
    rows: lines.map((line) => {
      const [posting, group, layer, part, scale, features] = line.split("\t");
      return { posting: posting!, group: group!, held: isHeld(group!), layer: (sentenceLayers as readonly string[]).indexOf(layer!), work: part === "work", scale: Number(scale), features: Int32Array.from((features ?? "").split(" ").filter(Boolean), Number) };
    }),
  };
}
