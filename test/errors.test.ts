import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { roles } from "../src/terms/role.ts";
import { root } from "./modules.ts";

type Errors = { n: number; heldOut: number; development: number; model: string; roles: string[]; labelled: Record<string, number[]> };

const errors = JSON.parse(readFileSync(join(root, "data/model/errors.json"), "utf8")) as Errors;

describe("the reader's errors, from which shares are corrected", () => {
  test("are of the model that reads: after npm run train, npm run errors measures them again", () => {
    expect(errors.model).toBe(createHash("sha256").update(readFileSync(join(root, "data/model/role.json"))).digest("hex").slice(0, 16));
  });

  test("are of every labelled real posting that may be trained on, and name the roles there are", () => {
    const [, ...lines] = readFileSync(join(root, "data/training/counts.tsv"), "utf8").trimEnd().split("\n");
    expect(errors.heldOut).toBe(lines.filter((line) => ["gold", "ours"].includes(line.split("\t")[4]!)).length);
    expect(errors.roles).toEqual(roles.map(({ id }) => id));
    expect(Object.keys(errors.labelled)).toEqual(errors.roles);
    expect(Object.values(errors.labelled).flat().reduce((sum, n) => sum + n, 0)).toBe(errors.n);
    expect(errors.n).toBeLessThanOrEqual(errors.heldOut + errors.development);
  });
});
