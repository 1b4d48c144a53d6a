import { readFileSync, writeFileSync } from "node:fs";
import { roles } from "../../src/terms/role.ts";

/** A labelled posting as counts: features by number with their values, its role and second role (-1 for none), the group it is held out with. */
export type Example = { id: string; role: number; alt: number; group: string; weight: number; features: Int32Array; values: Float64Array };
export type Examples = { names: string[]; rows: Example[] };

/** The counts file: a line of feature names, then a line a posting: id, role, second role, employer group, weight, `number:value …`. */
export function writeExamples(file: string, { names, rows }: Examples): void {
  const lines = rows.map(({ id, role, alt, group, weight, features, values }) =>
    [id, roles[role]!.id, roles[alt]?.id ?? "", group, weight, [...features].map((feature, i) => `${feature}:${Number(values[i]!.toFixed(3))}`).join(" ")].join("\t"),
  );
  writeFileSync(file, `${names.join("\t")}\n${lines.join("\n")}\n`);
}

export function readExamples(file: string): Examples {
  const [head, ...lines] = readFileSync(file, "utf8").trimEnd().split("\n");
  return {
    names: head!.split("\t"),
    rows: lines.map((line) => {
      const [id, role, alt, group, weight, counts] = line.split("\t");
      const pairs = counts!.split(" ").map((pair) => pair.split(":").map(Number));
      return { id: id!, role: roleNumber(role!), alt: roleNumber(alt!), group: group!, weight: Number(weight), features: Int32Array.from(pairs, ([f]) => f!), values: Float64Array.from(pairs, ([, v]) => v!) };
    }),
  };
}

/** A role's place in `roles`, -1 for none. */
export function roleNumber(id: string | null): number {
  return roles.findIndex((role) => role.id === id);
}
