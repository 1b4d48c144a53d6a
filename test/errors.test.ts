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

type Bin = { from: number; to: number; n: number; employers: number; right: number; low: number; high: number };

describe("how often the reader is right where it is so sure", () => {
  const { model, bins } = JSON.parse(readFileSync(join(root, "data/model/confidence.json"), "utf8")) as { model: string; bins: Bin[] };

  test("is of the same readings, from none to all", () => {
    expect(model).toBe(errors.model);
    expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(errors.n);
    expect(bins[0]!.from).toBe(0);
    expect(bins.at(-1)!.to).toBe(1);
    for (const [i, { from }] of bins.slice(1).entries()) expect(from).toBe(bins[i]!.to);
  });

  test("has an interval around each part, and rises with the confidence", () => {
    for (const { n, employers, right, low, high } of bins) {
      expect(employers).toBeLessThanOrEqual(n);
      expect(low).toBeLessThan(right / n);
      expect(high).toBeGreaterThan(right / n);
    }
    expect(bins.at(-1)!.right / bins.at(-1)!.n).toBeGreaterThan(bins[0]!.right / bins[0]!.n + 0.3);
  });
});
