import { expect, test } from "vitest";
import { type Bag, mainDirections, scaled } from "../scripts/training/directions.ts";
import { trainWeights } from "../scripts/training/fit.ts";
import { type Example, roleNumber } from "../scripts/training/examples.ts";

const bagOf = (...words: number[]): Bag => ({ words: Int32Array.from(words), values: new Float64Array(words.length).fill(1) });
/** Two families of words that never stand together, 0 to 3 and 4 to 7. */
const bags = [bagOf(0, 1), bagOf(1, 2), bagOf(2, 3), bagOf(0, 3), bagOf(0, 2), bagOf(4, 5), bagOf(5, 6), bagOf(6, 7), bagOf(4, 7), bagOf(5, 7)];

test("the main directions tell families of words apart that never stand together", () => {
  const directions = mainDirections(bags, 8, 2);
  const row = (word: number): number[] => [...directions.subarray(word * 2, word * 2 + 2)];
  const likeness = (a: number, b: number): number => (row(a)[0]! * row(b)[0]! + row(a)[1]! * row(b)[1]!) / (Math.hypot(...row(a)) * Math.hypot(...row(b)));
  for (const other of [1, 2, 3]) expect(likeness(0, other)).toBeGreaterThan(0.95);
  for (const other of [4, 5, 6, 7]) expect(Math.abs(likeness(0, other))).toBeLessThan(0.05);
});

test("scaled, the bags vary by one along each direction", () => {
  const vectors = scaled(mainDirections(bags, 8, 2), 2, bags);
  for (const d of [0, 1]) {
    const along = bags.map(({ words }) => [...words].reduce((sum, word) => sum + vectors[word * 2 + d]!, 0));
    const mean = along.reduce((sum, at) => sum + at, 0) / along.length;
    expect(along.reduce((sum, at) => sum + (at - mean) ** 2, 0) / along.length).toBeCloseTo(1, 9);
  }
});

test("a word that no labelled posting has weighs what the words beside it do", () => {
  const names = ["bias", "work.agents", "work.tools", "work.invoices"];
  const rows = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? example("agent-engineer", 1) : example("outside-other", 3)));
  // Tools stand where agents do.
  const vectors = Float64Array.of(0, 2, 2, -2);
  const weights = trainWeights({ names, rows, space: { size: 1, vectors } }, rows);
  const weight = (feature: number, role: string): number => weights[feature * 22 + roleNumber(role)]!;
  expect(weight(2, "agent-engineer")).toBeGreaterThan(0.1);
  expect(weight(2, "outside-other")).toBeLessThan(-0.1);
  expect(weight(1, "agent-engineer")).toBeGreaterThan(weight(2, "agent-engineer"));
  const alone = trainWeights({ names, rows, space: { size: 0, vectors: new Float64Array(0) } }, rows);
  expect(alone[2 * 22 + roleNumber("agent-engineer")]).toBe(0);
});

function example(role: string, feature: number): Example {
  return { id: "", role: roleNumber(role), alt: -1, group: "00", set: "gold", features: Int32Array.of(0, feature), values: Float64Array.of(1, 0.4) };
}
