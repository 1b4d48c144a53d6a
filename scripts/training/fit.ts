import { softmax } from "../../src/reading/role/score.ts";
import { layers } from "../../src/terms/layer.ts";
import { layerOf, roles } from "../../src/terms/role.ts";
import type { Example, Examples } from "./examples.ts";
import type { WordSpace } from "./word-space.ts";

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

// What a posting's place along a direction of the words counts. The whole is still one sum over the words: joined, a word's weight is its own plus what the words beside it say.
const DIRECTION_VALUE = 0.4;

const layerBlock = roles.map((role) => roles.length + [...layers, "outside"].indexOf(layerOf(role.id)));
const blocks = roles.length + layers.length + 1;

/** Multinomial logistic regression by gradient descent (Adam, full batches, so without chance). Returns weights, feature × role. */
export function trainWeights({ names, space }: Examples, counted: readonly Example[]): Float64Array {
  const places = counted.map((row) => placeOf(row, space));
  const middle = Float64Array.from({ length: space.size }, (_, d) => places.reduce((sum, place) => sum + place[d]!, 0) / places.length);
  const rows = counted.map((row, n) => withPlace(row, names.length, places[n]!.map((value, d) => value - middle[d]!)));
  // Feature by feature, each with a block a role and a block a layer: what one posting needs lies together. The directions of the words are features behind the named.
  const features = names.length + space.size;
  const weights = new Float64Array(features * blocks);
  const gradient = new Float64Array(weights.length);
  const mean = new Float64Array(weights.length);
  const spread = new Float64Array(weights.length);
  const joined = new Float64Array(features * roles.length);
  const slopes = new Float64Array(joined.length);
  for (let step = 1; step <= STEPS; step++) {
    slopes.fill(0);
    for (const row of rows) addSlopes(row, joined, slopes);
    spreadSlopes(slopes, gradient);
    const rate = RATE * (1 - (step - 1) / STEPS);
    const meanScale = 1 - 0.9 ** step;
    const spreadScale = 1 - 0.99 ** step;
    for (let i = 0; i < weights.length; i++) {
      const slope = gradient[i]! + (i % blocks < roles.length ? ROLE_PENALTY : LAYER_PENALTY) * weights[i]!;
      mean[i] = 0.9 * mean[i]! + 0.1 * slope;
      spread[i] = 0.99 * spread[i]! + 0.01 * slope * slope;
      weights[i]! -= (rate * mean[i]!) / meanScale / (Math.sqrt(spread[i]! / spreadScale) + 1e-8);
    }
    join(weights, joined);
  }
  return withoutWeak(intoWords(joined, names, space, middle));
}

/** A role's weight is its own and its layer's. */
function join(weights: Float64Array, joined: Float64Array): void {
  for (let at = 0, from = 0; at < joined.length; from += blocks) for (let role = 0; role < roles.length; role++, at++) joined[at] = weights[from + role]! + weights[from + layerBlock[role]!]!;
}

/** What moves a role's weight moves its layer's. */
function spreadSlopes(slopes: Float64Array, gradient: Float64Array): void {
  gradient.fill(0);
  for (let at = 0, to = 0; at < slopes.length; to += blocks) {
    for (let role = 0; role < roles.length; role++, at++) {
      gradient[to + role] = slopes[at]!;
      gradient[to + layerBlock[role]!]! += slopes[at]!;
    }
  }
}

/** Where a posting lies along each direction of the words. */
function placeOf({ features, values }: Example, { size, vectors }: WordSpace): Float64Array {
  const place = new Float64Array(size);
  for (const [i, feature] of features.entries()) for (let d = 0; d < size; d++) place[d]! += DIRECTION_VALUE * values[i]! * vectors[feature * size + d]!;
  return place;
}

/** A posting with its place behind its features. */
function withPlace(row: Example, names: number, place: Float64Array): Example {
  return { ...row, features: Int32Array.from([...row.features, ...Array.from(place, (_, d) => names + d)]), values: Float64Array.from([...row.values, ...place]) };
}

/** The weights of the directions given to the words that they are made of, and what the middle of the postings takes from them to the bias. */
function intoWords(joined: Float64Array, names: readonly string[], { size, vectors }: WordSpace, middle: Float64Array): Float64Array {
  const give = (n: number, d: number, part: number): void => {
    for (let role = 0; role < roles.length; role++) joined[n * roles.length + role]! += part * joined[(names.length + d) * roles.length + role]!;
  };
  for (let d = 0; d < size; d++) {
    for (let n = 0; n < names.length; n++) if (vectors[n * size + d] !== 0) give(n, d, DIRECTION_VALUE * vectors[n * size + d]!);
    give(names.indexOf("bias"), d, -middle[d]!);
  }
  return joined.subarray(0, names.length * roles.length);
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

function addSlopes({ features, values, role: first, alt, set }: Example, joined: Float64Array, slopes: Float64Array): void {
  const scores = new Float64Array(roles.length);
  for (let i = 0; i < features.length; i++) {
    const at = features[i]! * roles.length;
    const value = values[i]!;
    for (let role = 0; role < roles.length; role++) scores[role]! += joined[at + role]! * value;
  }
  const errors = softmax(scores, 1);
  const second = alt >= 0 ? SECOND_ROLE : 0;
  const weight = set === "invented" ? INVENTED_WEIGHT : set === "ours" && layerOf(roles[first]!.id) === "outside" ? OUR_OUTSIDE_WEIGHT : 1;
  for (let role = 0; role < roles.length; role++) {
    const target = role === first ? 1 - second : role === alt ? second : 0;
    errors[role] = (errors[role]! - target) * weight;
  }
  for (let i = 0; i < features.length; i++) {
    const at = features[i]! * roles.length;
    const value = values[i]!;
    for (let role = 0; role < roles.length; role++) slopes[at + role]! += errors[role]! * value;
  }
}
