import { existsSync } from "node:fs";
import { makeDocument } from "../../src/reading/layout.ts";
import { countFeatures, WORD_VALUE } from "../../src/reading/role/count.ts";
import { wordPart } from "../../src/reading/role/weights.ts";
import type { Posting } from "../../src/terms/posting.ts";
import { type Labelled, lines, marketPostings, shared } from "./count.ts";
import { type Bag, mainDirections, scaled } from "./directions.ts";
import { SPACE_SIZE, type WordSpace } from "./word-space.ts";

/**
 * Learns which words go together from all postings of ../shared, most of them without a label: the main directions of their words, a rarer word weighing more.
 * Over the labelled postings each direction varies by one, so that the weight of none is held smaller than that of another.
 */
export function learnSpace(names: readonly string[], labelled: readonly Labelled[]): WordSpace {
  const numbers = new Map(names.flatMap((name, n): [string, number][] => (wordPart(name) === null ? [] : [[name, n]])));
  const known = new Set(labelled.map(({ label }) => label.id));
  const bags = (postings: readonly Posting[]): Bag[] => postings.map((posting) => bagOf(posting, numbers));
  const ours = bags(labelled.map(({ posting }) => posting));
  const all = [...ours, ...bags(marketPostings().filter(({ id }) => !known.has(id!) && !isDevelopment(id!)))];
  const rarity = rarityOf(all, names.length);
  const directions = mainDirections(all.map((bag) => weighed(bag, rarity)), names.length, SPACE_SIZE);
  for (let n = 0; n < names.length; n++) for (let d = 0; d < SPACE_SIZE; d++) directions[n * SPACE_SIZE + d]! *= rarity[n]!;
  const vectors = scaled(directions, SPACE_SIZE, ours.filter((_, n) => labelled[n]!.set !== "held"));
  // A word of the body has a smaller value than one of the title: here it stands for as much.
  for (const [name, n] of numbers) if (wordPart(name)!.part !== 0) for (let d = 0; d < SPACE_SIZE; d++) vectors[n * SPACE_SIZE + d]! /= WORD_VALUE;
  return { size: SPACE_SIZE, vectors };
}

let development: Set<string> | null = null;

/** The development set is not looked at, not even its words. */
function isDevelopment(id: string): boolean {
  const file = `${shared}/gold/dev.jsonl`;
  development ??= new Set(existsSync(file) ? lines<{ id: string }>(file).map((label) => label.id) : []);
  return development.has(id);
}

/** The words of a posting that have a number, each once. */
function bagOf(posting: Posting, numbers: ReadonlyMap<string, number>): Bag {
  const words = [...countFeatures(makeDocument(posting)).keys()].flatMap((name) => numbers.get(name) ?? []);
  return { words: Int32Array.from(words), values: new Float64Array(words.length).fill(1) };
}

function rarityOf(bags: readonly Bag[], count: number): Float64Array {
  const postings = new Float64Array(count);
  for (const { words } of bags) for (const word of words) postings[word]!++;
  return postings.map((n) => (n > 0 ? Math.log(bags.length / n) : 0));
}

/** The words by their rarity, so that long postings count no more than short ones. */
function weighed({ words }: Bag, rarity: Float64Array): Bag {
  const values = Float64Array.from(words, (word) => rarity[word]!);
  const length = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0)) || 1;
  return { words, values: values.map((value) => value / length) };
}
