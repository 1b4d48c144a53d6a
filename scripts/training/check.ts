import { softmax } from "../../src/reading/role/score.ts";
import { pickRole } from "../../src/reading/role/pick.ts";
import { layerOf, roles } from "../../src/terms/role.ts";
import type { Example, Examples } from "./examples.ts";
import { scoresOf, trainWeights } from "./fit.ts";

const FOLDS = 5;

export type Judged = { row: Example; scores: Float64Array };

/**
 * Cross-validation with all postings of an employer in one fold, then the labels that are held out for good;
 * prints accuracy and returns the temperature that makes the probabilities most honest.
 */
export function crossValidate(examples: Examples, judged: readonly Judged[], say: (line: string) => void): number {
  say(`cross-validated by employer, all: ${accuracyText(judged)}`);
  say(`cross-validated by employer, ../shared's labels: ${accuracyText(judged.filter(({ row }) => row.set === "gold"))}`);
  say(`held out, their employers unseen: ${accuracyText(judgeHeld(examples))}`);
  return bestTemperature(judged, say);
}

/** The labels that are held out for good, scored by a model that saw none of their employers'. */
export function judgeHeld(examples: Examples): Judged[] {
  const held = examples.rows.filter(({ set }) => set === "held");
  const employers = new Set(held.map(({ group }) => group));
  return judge(examples, held, (row) => !employers.has(row.group));
}

/** Every real labelled posting that may be trained on, scored by a model that saw none of its employer's. */
export function judgeHeldOut(examples: Examples): Judged[] {
  const judged: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const left = (row: Example): boolean => (row.set === "gold" || row.set === "ours") && parseInt(row.group, 16) % FOLDS === fold;
    judged.push(...judge(examples, examples.rows.filter(left), (row) => !left(row)));
  }
  return judged;
}

/** The scores of some rows by a model that was trained on others. */
function judge(examples: Examples, rows: readonly Example[], trains: (row: Example) => boolean): Judged[] {
  const weights = trainWeights(examples, examples.rows.filter((row) => row.set !== "held" && trains(row)));
  return rows.map((row) => ({ row, scores: scoresOf(row, weights) }));
}

function accuracyText(judged: readonly Judged[]): string {
  const picked = judged.map(({ row, scores }) => ({ row, role: pickRole(softmax(scores, 1)).role }));
  const role = picked.filter((one) => one.role === one.row.role).length;
  const second = picked.filter((one) => one.role === one.row.role || one.role === one.row.alt).length;
  const layer = picked.filter((one) => layerOf(roles[one.role]!.id) === layerOf(roles[one.row.role]!.id)).length;
  return `role ${shareText(role, judged.length)}, second label allowed ${shareText(second, judged.length)}, layer ${shareText(layer, judged.length)}, n = ${judged.length}`;
}

/** A share in percent with its 95 % interval (Wilson's). */
export function shareText(hits: number, n: number): string {
  const z = 1.96;
  const share = hits / n;
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const reach = (z / (1 + (z * z) / n)) * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
  return `${(100 * share).toFixed(1)} % (${(100 * (middle - reach)).toFixed(1)} to ${(100 * (middle + reach)).toFixed(1)})`;
}

function bestTemperature(judged: readonly Judged[], say: (line: string) => void): number {
  let best = { temperature: 1, loss: Infinity };
  for (let temperature = 0.5; temperature <= 3; temperature += 0.05) {
    const loss = judged.reduce((sum, { row, scores }) => sum - Math.log(softmax(scores, temperature)[row.role]! + 1e-9), 0) / judged.length;
    if (loss < best.loss) best = { temperature: Number(temperature.toFixed(2)), loss };
  }
  say(`temperature ${best.temperature} (log loss ${best.loss.toFixed(3)})`);
  return best.temperature;
}
