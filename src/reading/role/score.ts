import { roles } from "../../terms/role.ts";
import { hitsOf, type Document } from "../document.ts";
import { WORD_VALUE } from "./count.ts";
import { GENERAL_BIT, LLM_BIT, ML_BIT, roleModel, type RoleModel } from "./model.ts";
import { partOf, parts, SENTENCE_UNITS, statesWork } from "./parts.ts";

// Hot file: every posting passes here once. Benchmark: bench/bench.ts. Slow twin: count.ts.

/** Which features a posting has. `active` lists their numbers, `value` is indexed by number. Shared: valid until the next posting. */
export type Features = { active: number[]; value: Float64Array };

// Kept between postings: most of a posting's features are none.
let room: Features = { active: [], value: new Float64Array(0) };
let perGroup = { counts: new Int32Array(0), sentences: new Int32Array(0), seenIn: new Int32Array(0) };
const totals = new Int32Array(parts.length);

/** The features of `count.ts`, by number. */
export function findFeatures(doc: Document, model: RoleModel = roleModel()): Features {
  if (room.value.length !== model.names.length) {
    const groups = model.groups.length;
    room = { active: [], value: new Float64Array(model.names.length) };
    perGroup = { counts: new Int32Array(groups * parts.length), sentences: new Int32Array(groups), seenIn: new Int32Array(groups) };
  }
  const features = room;
  for (const feature of features.active) features.value[feature] = 0;
  features.active.length = 0;
  set(features, model.bias, 1);
  const states = statesWork(doc);
  addConcepts(doc, model, states, features);
  addSentences(doc, model, states, features);
  addWords(doc, model, states, features);
  return features;
}

/** The weighted sum of the features for each role, and its probabilities. */
export function scoreRoles(features: Features, model: RoleModel = roleModel()): { scores: Float64Array; probabilities: Float64Array } {
  const scores = new Float64Array(roles.length);
  const { active, value } = features;
  const { weights } = model;
  const count = roles.length;
  let n = 0;
  // Four features a turn: the sums, in the same order, are loaded and stored a fourth as often.
  for (; n + 3 < active.length; n += 4) {
    const a = active[n]!, b = active[n + 1]!, c = active[n + 2]!, d = active[n + 3]!;
    const byA = value[a]!, byB = value[b]!, byC = value[c]!, byD = value[d]!;
    const rowA = a * count, rowB = b * count, rowC = c * count, rowD = d * count;
    for (let role = 0; role < count; role++) scores[role] = scores[role]! + byA * weights[rowA + role]! + byB * weights[rowB + role]! + byC * weights[rowC + role]! + byD * weights[rowD + role]!;
  }
  for (; n < active.length; n++) {
    const by = value[active[n]!]!;
    const row = active[n]! * count;
    for (let role = 0; role < count; role++) scores[role] = scores[role]! + by * weights[row + role]!;
  }
  return { scores, probabilities: softmax(scores, model.temperature) };
}

/** Probabilities of scores; a temperature above 1 makes them less sure. */
export function softmax(scores: Float64Array, temperature: number): Float64Array {
  let most = -Infinity;
  for (const score of scores) if (score > most) most = score;
  let sum = 0;
  const out = new Float64Array(scores.length);
  for (let i = 0; i < out.length; i++) sum += out[i] = Math.exp((scores[i]! - most) / temperature);
  for (let i = 0; i < out.length; i++) out[i]! /= sum;
  return out;
}

function set({ active, value }: Features, feature: number, to: number): void {
  if (feature < 0 || to === 0) return;
  if (value[feature] === 0) active.push(feature);
  value[feature] = to;
}

function addConcepts(doc: Document, model: RoleModel, states: boolean, features: Features): void {
  const { active, value } = features;
  const counts = perGroup.counts.fill(0);
  totals.fill(0);
  const before = active.length;
  for (const hit of hitsOf(doc, "work")) {
    const part = partOf(hit.section, states);
    if (part < 0) continue;
    const concept = model.concept[hit.entry]!;
    const feature = model.inPart[concept * parts.length + part]!;
    if (feature >= 0 && value[feature]!++ === 0) active.push(feature);
    counts[model.group[concept]! * parts.length + part]!++;
    totals[part]!++;
  }
  for (let n = before; n < active.length; n++) value[active[n]!] = Math.log1p(value[active[n]!]!);
  for (let at = 0; at < counts.length; at++) {
    const count = counts[at]!;
    if (count === 0) continue;
    set(features, model.groupCount[at]!, Math.log1p(count));
    set(features, model.groupShare[at]!, (3 * count) / (totals[at % parts.length]! + 3));
  }
}

function addSentences(doc: Document, model: RoleModel, states: boolean, features: Features): void {
  const hits = hitsOf(doc, "work");
  const groupCounts = perGroup.sentences.fill(0);
  const seenIn = perGroup.seenIn.fill(-1);
  let sentences = 0, ai = 0, llm = 0, ml = 0, at = 0;
  for (const sentence of doc.sentences) {
    if (partOf(sentence.section, states) !== 1 || sentence.end - sentence.start <= SENTENCE_UNITS) continue;
    let said = 0;
    while (at < hits.length && hits[at]!.start < sentence.start) at++;
    for (; at < hits.length && hits[at]!.start < sentence.end; at++) {
      const concept = model.concept[hits[at]!.entry]!;
      const group = model.group[concept]!;
      if ((model.says[concept]! & GENERAL_BIT) !== 0) said |= model.says[concept]!;
      else if (seenIn[group] !== sentences) {
        seenIn[group] = sentences;
        groupCounts[group]!++;
      }
    }
    if ((said & GENERAL_BIT) !== 0) ai++;
    if ((said & LLM_BIT) !== 0) llm++;
    if ((said & ML_BIT) !== 0) ml++;
    sentences++;
  }
  if (sentences === 0) return;
  for (let group = 0; group < groupCounts.length; group++) set(features, model.groupSentences[group]!, (2 * groupCounts[group]!) / sentences);
  const share = ai / sentences;
  set(features, model.sentences.ai, (2 * ai) / sentences);
  set(features, model.sentences.llm, (2 * llm) / sentences);
  set(features, model.sentences.ml, (2 * ml) / sentences);
  set(features, model.sentences["no ai"], Number(share === 0));
  set(features, model.sentences["ai under .15"], Number(share < 0.15));
  set(features, model.sentences["ai under .33"], Number(share < 0.33));
  set(features, model.sentences["ai over .5"], Number(share > 0.5));
}

function addWords(doc: Document, model: RoleModel, states: boolean, features: Features): void {
  const size = model.words.length / 3;
  const { sections, tokenStart, tokenWord, tokenCount } = doc;
  const { words } = model;
  let token = 0;
  let before = -1;
  for (let section = 0; section < sections.length; section++) {
    const part = partOf(sections[section]!.section, states);
    const end = section + 1 < sections.length ? sections[section + 1]!.start : Infinity;
    const skipped = part < 0 || part === 3;
    for (; token < tokenCount && tokenStart[token]! < end; token++) {
      if (skipped) continue;
      const word = tokenWord[token]!;
      if (word > 0) {
        const feature = words[word * 3 + part]!;
        if (feature >= 0) set(features, feature, part === 0 ? 1 : WORD_VALUE);
      }
      if (part !== 0) continue;
      if (before > 0 && word > 0) set(features, model.pairs.get(before * size + word) ?? -1, 1);
      before = word;
    }
  }
}
