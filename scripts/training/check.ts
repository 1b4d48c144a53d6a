import { softmax } from "../../src/reading/role/score.ts";
import { pickRole } from "../../src/reading/role/pick.ts";
import { layerOf, roles } from "../../src/terms/role.ts";
import type { Example, Examples } from "./examples.ts";
import { scoresOf, trainWeights } from "./fit.ts";

const FOLDS = 5;

/** Cross-validation with all postings of an employer in one fold; prints accuracy and returns the temperature that makes the probabilities most honest. */
export function crossValidate(examples: Examples, say: (line: string) => void): number {
  const judged = judgeHeldOut(examples);
  const share = (right: (entry: (typeof judged)[number]) => boolean): string => `${((100 * judged.filter(right).length) / judged.length).toFixed(1)} %`;
  const picked = new Map(judged.map((entry) => [entry, pickRole(softmax(entry.scores, 1)).role]));
  say(`cross-validated over ${judged.length} postings, by employer: role ${share((entry) => picked.get(entry) === entry.row.role)}, with second labels ${share((entry) => [entry.row.role, entry.row.alt].includes(picked.get(entry)!))}, layer ${share((entry) => layerAt(picked.get(entry)!) === layerAt(entry.row.role))}`);
  return bestTemperature(judged, say);
}

/** Every real labelled posting, scored by a model that saw none of its employer's. */
export function judgeHeldOut(examples: Examples): { row: Example; scores: Float64Array }[] {
  const judged: { row: Example; scores: Float64Array }[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const held = (row: Example): boolean => row.weight === 1 && parseInt(row.group, 16) % FOLDS === fold;
    const weights = trainWeights(examples, examples.rows.filter((row) => !held(row)));
    for (const row of examples.rows.filter(held)) judged.push({ row, scores: scoresOf(row, weights) });
  }
  return judged;
}

function layerAt(role: number): string {
  return layerOf(roles[role]!.id);
}

function bestTemperature(judged: { row: Example; scores: Float64Array }[], say: (line: string) => void): number {
  let best = { temperature: 1, loss: Infinity };
  for (let temperature = 0.5; temperature <= 3; temperature += 0.05) {
    const loss = judged.reduce((sum, { row, scores }) => sum - Math.log(softmax(scores, temperature)[row.role]! + 1e-9), 0) / judged.length;
    if (loss < best.loss) best = { temperature: Number(temperature.toFixed(2)), loss };
  }
  say(`temperature ${best.temperature} (log loss ${best.loss.toFixed(3)})`);
  return best.temperature;
}
