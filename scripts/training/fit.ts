import { softmax } from "../../src/reading/role/score.ts";
import { layers } from "../../src/terms/layer.ts";
import { layerOf, roles } from "../../src/terms/role.ts";
import type { Example, Examples } from "./examples.ts";

// Each role's weights are its own plus those of its layer, each held small: a role with few examples leans on its layer.
// Values chosen by five-fold cross-validation by employer over the labelled postings.
const ROLE_PENALTY = 3;
const LAYER_PENALTY = 2.5;
// Where a labeller named a second role, it holds this much of the label: a third of the labels are close calls.
const SECOND_ROLE = 0.2;
// Invented postings speak plainer than real ones.
const INVENTED_WEIGHT = 0.7;
// Our labels are of postings as they come, three in four of them outside. With this weight the share of outside work is that of the postings
// which look like AI work: there a wrong "outside" costs most, and with full weight close calls fall outside.
const OUR_OUTSIDE_WEIGHT = 0.4;
// Features whose every weight is smaller are left out. Many small ones together say something: at three times this, one role in a hundred is read wrong that is read right now.
const WEAK = 0.05;
const STEPS = 120;
// Falls to nothing over the steps: full batches overshoot under a rate that stays.
const RATE = 0.06;

const layerBlock = roles.map((role) => roles.length + [...layers, "outside"].indexOf(layerOf(role.id)));
const blocks = roles.length + layers.length + 1;

/** Multinomial logistic regression by gradient descent (Adam, full batches, so without chance). Returns weights, feature × role. */
export function trainWeights({ names }: Examples, rows: readonly Example[]): Float64Array {
  // Feature by feature, each with a block a role and a block a layer: what one posting needs lies together.
  const weights = new Float64Array(names.length * blocks);
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  for (let step = 1; step <= STEPS; step++) {
    gradient.fill(0);
    for (const row of rows) addGradient(row, weights, gradient);
    const rate = RATE * (1 - (step - 1) / STEPS);
    const meanScale = 1 - 0.9 ** step;
    const spreadScale = 1 - 0.99 ** step;
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]! + (i % blocks < roles.length ? ROLE_PENALTY : LAYER_PENALTY) * weights[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      spread[i] = 0.99 * spread[i]! + 0.01 * slope * slope;
      weights[i]! -= (rate * mean[i]!) / meanScale / (Math.sqrt(spread[i]! / spreadScale) + 1e-8);
    }
  }
  const joined = new Float64Array(names.length * roles.length);
  for (let n = 0; n < names.length; n++) for (let role = 0; role < roles.length; role++) joined[n * roles.length + role] = weights[n * blocks + role]! + weights[n * blocks + layerBlock[role]!]!;
  return withoutWeak(joined);
}

/** The weights without the features that hardly move any role. */
function withoutWeak(joined: Float64Array): Float64Array {
  for (let at = 0; at < joined.length; at += roles.length) {
    const row = joined.subarray(at, at + roles.length);
    if (row.every((weight) => Math.abs(weight) < WEAK)) row.fill(0);
  }
  return joined;
}

/** Score of each role under joined weights. */
export function scoresOf({ features, values }: Example, joined: Float64Array): Float64Array {
  const scores = new Float64Array(roles.length);
  for (let i = 0; i < features.length; i++) for (let role = 0; role < roles.length; role++) scores[role]! += joined[features[i]! * roles.length + role]! * values[i]!;
  return scores;
}

function addGradient({ features, values, role: first, alt, set }: Example, weights: Float64Array, gradient: Float64Array): void {
  const scores = new Float64Array(roles.length);
  for (let i = 0; i < features.length; i++) {
    const at = features[i]! * blocks;
    for (let role = 0; role < roles.length; role++) scores[role]! += (weights[at + role]! + weights[at + layerBlock[role]!]!) * values[i]!;
  }
  const shares = softmax(scores, 1);
  const second = alt >= 0 ? SECOND_ROLE : 0;
  const weight = set === "invented" ? INVENTED_WEIGHT : set === "ours" && layerOf(roles[first]!.id) === "outside" ? OUR_OUTSIDE_WEIGHT : 1;
  const errors = new Float64Array(blocks);
  for (let role = 0; role < roles.length; role++) {
    const target = role === first ? 1 - second : role === alt ? second : 0;
    errors[role] = (shares[role]! - target) * weight;
    errors[layerBlock[role]!]! += errors[role]!;
  }
  for (let i = 0; i < features.length; i++) {
    const at = features[i]! * blocks;
    const value = values[i]!;
    for (let block = 0; block < blocks; block++) gradient[at + block]! += errors[block]! * value;
  }
}
