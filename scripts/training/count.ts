import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { makeDocument } from "../../src/reading/layout.ts";
import { countFeatures } from "../../src/reading/role/count.ts";
import { wordPart } from "../../src/reading/role/weights.ts";
import type { Posting } from "../../src/terms/posting.ts";
import { isHeld, roleNumber, type Counts, type LabelSet } from "./examples.ts";

type Label = { id: string; role: string; alt_role: string | null };
export type Labelled = { label: Label; posting: Posting; set: LabelSet; group: string };

/** Where the labelled postings and the market are. */
export const shared = process.env.STRATA_SHARED ?? "../shared";
// A word seen in fewer postings says more of them than of the role; concepts are chosen by hand and may be rarer. Measured by cross-validation.
const WORD_POSTINGS = 15;
const CONCEPT_POSTINGS = 3;

/** Every labelled posting: the labelled sets of ../shared, and ours, whose labels and invented texts are in data/training. */
export function findLabelled(): Labelled[] {
  return [...real(), ...invented()];
}

/** Counts the features of every labelled posting. */
export function countExamples(labelled: readonly Labelled[]): Counts {
  const counted = labelled.map(({ posting }) => countFeatures(makeDocument(posting)));
  const postings = new Map<string, number>();
  for (const [i, features] of counted.entries()) if (labelled[i]!.set !== "held") for (const name of features.keys()) postings.set(name, (postings.get(name) ?? 0) + 1);
  const names = [...postings].filter(([name, n]) => n >= (wordPart(name) === null ? CONCEPT_POSTINGS : WORD_POSTINGS)).map(([name]) => name).toSorted();
  const number = new Map(names.map((name, i) => [name, i]));
  return {
    names,
    rows: labelled.map(({ label, set, group }, i) => {
      const kept = [...counted[i]!].filter(([name]) => number.has(name));
      return {
        id: label.id,
        role: roleNumber(label.role),
        // The second role of an invented posting is what its title suggests, not a second opinion.
        alt: set === "invented" ? -1 : roleNumber(label.alt_role),
        group,
        set,
        features: Int32Array.from(kept, ([name]) => number.get(name)!),
        values: Float64Array.from(kept, ([, value]) => value),
      };
    }),
  };
}

function real(): Labelled[] {
  if (!existsSync(shared)) throw new Error(`counting needs the labelled postings at ${shared}: set STRATA_SHARED, or train from the counts that are there (npm run train)`);
  const postings = new Map(marketPostings().map((posting) => [posting.id, posting]));
  const labelled = (labels: Label[], set: LabelSet): Labelled[] =>
    labels.map((label) => {
      const posting = postings.get(label.id);
      if (posting === undefined) throw new Error(`no posting for the label ${label.id}`);
      const group = employerOf(posting.company ?? label.id);
      return { label, posting, group, set: set === "ours" && isHeld(group) ? "held" : set };
    });
  return [...labelled(lines<Label>(`${shared}/gold/train.jsonl`), "gold"), ...labelled(lines<Label>("data/training/labels.jsonl"), "ours")];
}

function invented(): Labelled[] {
  const folder = "data/training/invented";
  return readdirSync(folder).filter((file) => file.endsWith(".jsonl")).toSorted().flatMap((file) => lines<Label & Posting>(`${folder}/${file}`).map((both) => ({ label: both, posting: both, set: "invented" as const, group: "invented" })));
}

/** All postings of ../shared's market, labelled or not. */
export function marketPostings(): Posting[] {
  return ["postings", "extra"].flatMap((file) => lines<Posting>(`${shared}/data/market/${file}.jsonl.gz`));
}

export function lines<T>(file: string): T[] {
  const bytes = readFileSync(file);
  return (file.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line) as T);
}

/** An employer's name as the counts have it. */
export function employerOf(name: string): string {
  return createHash("sha256").update(name).digest("hex").slice(0, 6);
}
