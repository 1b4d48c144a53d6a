import { readFileSync, writeFileSync } from "node:fs";
import { roles } from "../../src/terms/role.ts";
import { readSpace, type WordSpace } from "./word-space.ts";

/**
 * Where a label comes from: the labelled set of ../shared, our own by the same guide, ours that are held out, invented postings.
 * Training leaves the held out: a tenth of ours, by employer (`isHeld`).
 */
export type LabelSet = "gold" | "ours" | "held" | "invented";

/** A labelled posting as counts: features by number with their values, its role and second role (-1 for none), the employer group it is left out with. */
export type Example = { id: string; role: number; alt: number; group: string; set: LabelSet; features: Int32Array; values: Float64Array };
export type Counts = { names: string[]; rows: Example[] };
/** What the role's model is trained from: the counts, and which words go together. */
export type Examples = Counts & { space: WordSpace };

/** The counts file: a line of feature names, then a line a posting: id, role, second role, employer group, set, `number:value …`. */
export function writeExamples(file: string, { names, rows }: Counts): void {
  const lines = rows.map(({ id, role, alt, group, set, features, values }) =>
    [id, roles[role]!.id, roles[alt]?.id ?? "", group, set, [...features].map((feature, i) => `${feature}:${Number(values[i]!.toFixed(3))}`).join(" ")].join("\t"),
  );
  writeFileSync(file, `${names.join("\t")}\n${lines.join("\n")}\n`);
}

/** The counts file, and beside it the space of its words. */
export function readExamples(file: string, spaceFile: string): Examples {
  const counts = readCounts(file);
  return { ...counts, space: readSpace(spaceFile, counts.names) };
}

function readCounts(file: string): Counts {
  const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return {
    names: head!.split("\t"),
    rows: lines.map((line) => {
      const [id, role, alt, group, set, counts] = line.split("\t");
      const pairs = counts!.split(" ").map((pair) => pair.split(":").map(Number));
      return { id: id!, role: roleNumber(role!), alt: roleNumber(alt!), group: group!, set: set as LabelSet, features: Int32Array.from(pairs, ([f]) => f!), values: Float64Array.from(pairs, ([, v]) => v!) };
    }),
  };
}

/** A role's place in `roles`, -1 for none. */
export function roleNumber(id: string | null): number {
  return roles.findIndex((role) => role.id === id);
}

/** Whether our labels of an employer group are held out. Independent of the fold, which is the group's number modulo 5. */
export function isHeld(group: string): boolean {
  return Math.floor(parseInt(group, 16) / 5) % 10 === 0;
}
