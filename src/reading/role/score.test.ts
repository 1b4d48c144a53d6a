import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { makeDocument } from "../layout.ts";
import { countFeatures } from "./count.ts";
import { roleModel } from "./model.ts";
import { featuresOf } from "./score.ts";

const invented = ["agent-engineer", "outside-data", "inference-engineer", "ai-governance-specialist"].flatMap((role) =>
  readFileSync(new URL(`../../../data/training/invented/${role}.jsonl`, import.meta.url), "utf8").trim().split("\n").map((line) => JSON.parse(line) as { id: string; title: string; description_html: string }),
);

test("the hot features are the plainly counted ones, for every posting and wherever it is cut", () => {
  const { names } = roleModel();
  let compared = 0;
  for (const [i, posting] of invented.entries()) {
    for (const end of [posting.description_html.length, 7 * i + 11, 23 * i + 101]) {
      const doc = makeDocument({ ...posting, description_html: `${posting.description_html.slice(0, end)} .` });
      const plain = [...countFeatures(doc)].filter(([name, value]) => value !== 0 && names.includes(name)).toSorted(([a], [b]) => (a < b ? -1 : 1));
      const hot = featuresOf(doc).map(({ feature, value }): [string, number] => [names[feature]!, value]).toSorted(([a], [b]) => (a < b ? -1 : 1));
      expect(hot.map(([name]) => name)).toEqual(plain.map(([name]) => name));
      for (const [n, [, hotValue]] of hot.entries()) expect(hotValue).toBeCloseTo(plain[n]![1], 9);
      compared += hot.length;
    }
  }
  expect(compared).toBeGreaterThan(5000);
});
