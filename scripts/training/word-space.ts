import { readFileSync, writeFileSync } from "node:fs";
import { wordPart } from "../../src/reading/role/weights.ts";

/** How many directions. Chosen by cross-validation, as their weight is (fit.ts): with 30 half of the gain is gone. */
export const SPACE_SIZE = 60;
/** The file has whole numbers. */
const PARTS = 1000;

/** A vector a feature, `size` numbers each, zeros for those that are no words: words that stand in the same postings have like vectors. */
export type WordSpace = { size: number; vectors: Float64Array };

/** The file: a line a word, its name and its vector in thousandths. */
export function writeSpace(file: string, names: readonly string[], { size, vectors }: WordSpace): void {
  const rows = names.flatMap((name, n) => (wordPart(name) === null ? [] : [`${name}\t${[...vectors.subarray(n * size, (n + 1) * size)].map((value) => Math.round(PARTS * value)).join(" ")}`]));
  writeFileSync(file, `${rows.join("\n")}\n`);
}

export function readSpace(file: string, names: readonly string[]): WordSpace {
  const numbers = new Map(names.map((name, n) => [name, n]));
  const vectors = new Float64Array(names.length * SPACE_SIZE);
  for (const line of readFileSync(file, "utf8").trimEnd().split("\n")) {
    const [name, row] = line.split("\t");
    const n = numbers.get(name!);
    if (n === undefined) throw new Error(`${file} has a word that the counts do not have: ${name}; run npm run train -- --count`);
    vectors.set(row!.split(" ").map((value) => Number(value) / PARTS), n * SPACE_SIZE);
  }
  return { size: SPACE_SIZE, vectors };
}
