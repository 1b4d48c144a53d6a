import { activeFeature, activeValue, conceptFeature, conceptGroup, conceptOf, conceptSays, conceptSeen, featureHits, groupCount, groupHits, groupNumbers, groupSentences, groupShare, logs, pairMask, pairTable, reasonFeature, reasonValue, roleBias, roleScores, roleWeights, seenFeatures, sentenceConcept, sentenceFeatures, sentenceRows, sentenceSums, sentenceWord, wordCount, wordFeature, wordSeen, workHits, workSections, workSentences, workStart, workWord } from "./memory";

// What the role is read from: the features of a posting, the scores that they add up to, and the sums of its sentences. Slow twins: src/reading/role/count.ts, src/reading/role/sentence-features.ts.

const TITLE: i32 = 0, INTRO: i32 = 3;
/** Bytes of a feature's weights, in hundredths of 16 bits: one a role, and two that are none. */
const ROW: usize = 24 << 1;
/** Bytes of a hit: HIT numbers in src/reading/kernel.ts. */
const HIT: usize = 24;
/** What a concept says of its sentence. */
const GENERAL: u32 = 1, LLM: u32 = 2, ML: u32 = 4;
/** What a word of the work counts: WORD_VALUE in src/reading/role/count.ts. */
const WORD_VALUE: f64 = 0.4;
/** More hits of one thing count as this many. */
const MOST_HITS: i32 = 1023;
const REASONS: i32 = 3;
/** In hundredths, as the weights are. */
const LEAST_REASON: f64 = 5;

let active: i32 = 0;
/** The features from this one on are words of the work, each of WORD_VALUE. */
let firstWord: i32 = 0;
/** Grows with every posting and every sentence: what was seen in this one has this number. */
let turn: i32 = 0;

// @ts-ignore: a decorator of AssemblyScript
@inline
function number(table: usize, at: i32): i32 {
  return load<i32>(table + <usize>(at << 2));
}

// @ts-ignore
@inline
function put(table: usize, at: i32, to: i32): void {
  store<i32>(table + <usize>(at << 2), to);
}

// @ts-ignore
@inline
function small(table: usize, at: i32): i32 {
  return load<i16>(table + (<usize>at << 1));
}

// @ts-ignore
@inline
function add(feature: i32, value: f64): void {
  if (feature < 0 || value == 0) return;
  put(activeFeature, active, feature);
  store<f64>(activeValue + (<usize>active << 3), value);
  active++;
}

function logOf(hits: i32): f64 {
  return load<f64>(logs + (<usize>min(hits, MOST_HITS) << 3));
}

/** The features of the posting that the host has laid out, in `activeFeature` and `activeValue`. Returns how many. */
export function findFeatures(tokens: i32, hits: i32, sentences: i32): i32 {
  active = 0;
  turn++;
  add(roleBias, 1);
  addConcepts(hits);
  addSentences(hits, sentences);
  addWords(tokens);
  return active;
}

function addConcepts(hits: i32): void {
  const totals = groupNumbers + (<usize>groupCount << 4);
  memory.fill(groupNumbers, 0, (<usize>groupCount << 4) + 16);
  const before = active;
  let section = workSections;
  for (let n = 0; n < hits; n++) {
    const hit = workHits + <usize>n * HIT;
    const start: i32 = load<i32>(hit, 4);
    while (load<i32>(section, 8) <= start) section += 8;
    const part: i32 = load<i32>(section, 4);
    if (part < 0) continue;
    const concept = small(conceptOf, load<i32>(hit));
    const feature = small(conceptFeature, (concept << 2) + part);
    if (feature >= 0) {
      if (number(seenFeatures + 16, feature) != turn) {
        put(seenFeatures + 16, feature, turn);
        put(featureHits, feature, 0);
        add(feature, 1);
      }
      put(featureHits, feature, number(featureHits, feature) + 1);
    }
    const place = (<i32>load<u8>(conceptGroup + concept) << 2) + part;
    put(groupNumbers, place, number(groupNumbers, place) + 1);
    put(totals, part, number(totals, part) + 1);
  }
  for (let n = before; n < active; n++) store<f64>(activeValue + (<usize>n << 3), logOf(number(featureHits, number(activeFeature, n))));
  for (let place = 0; place < groupCount << 2; place++) {
    const some = number(groupNumbers, place);
    if (some == 0) continue;
    add(small(groupHits, place), logOf(some));
    add(small(groupShare, place), <f64>(3 * some) / <f64>(number(totals, place & 3) + 3));
  }
}

function addSentences(hits: i32, sentences: i32): void {
  if (sentences == 0) return;
  memory.fill(groupNumbers, 0, <usize>groupCount << 2);
  const seenIn = groupNumbers + (<usize>groupCount << 2);
  memory.fill(seenIn, 255, <usize>groupCount << 2);
  let ai = 0, llm = 0, ml = 0;
  let hit = workHits;
  const last = workHits + <usize>hits * HIT;
  for (let n = 0; n < sentences; n++) {
    const start = number(workSentences, n * 2), end = number(workSentences, n * 2 + 1);
    let said: u32 = 0;
    while (hit < last && load<i32>(hit, 4) < start) hit += HIT;
    for (; hit < last && load<i32>(hit, 4) < end; hit += HIT) {
      const concept = small(conceptOf, load<i32>(hit));
      const says: u32 = load<u8>(conceptSays + concept);
      const group: i32 = load<u8>(conceptGroup + concept);
      if ((says & GENERAL) != 0) said |= says;
      else if (number(seenIn, group) != n) {
        put(seenIn, group, n);
        put(groupNumbers, group, number(groupNumbers, group) + 1);
      }
    }
    ai += <i32>(said & GENERAL);
    llm += <i32>((said & LLM) != 0);
    ml += <i32>((said & ML) != 0);
  }
  const all = <f64>sentences;
  for (let group = 0; group < groupCount; group++) add(small(groupSentences, group), <f64>(2 * number(groupNumbers, group)) / all);
  const share = <f64>ai / all;
  add(small(sentenceFeatures, 0), <f64>(2 * ai) / all);
  add(small(sentenceFeatures, 1), <f64>(2 * llm) / all);
  add(small(sentenceFeatures, 2), <f64>(2 * ml) / all);
  add(small(sentenceFeatures, 3), <f64>(ai == 0));
  add(small(sentenceFeatures, 4), <f64>(share < 0.15));
  add(small(sentenceFeatures, 5), <f64>(share < 0.33));
  add(small(sentenceFeatures, 6), <f64>(share > 0.5));
}

function addWords(tokens: i32): void {
  let before = -1;
  let section = workSections;
  firstWord = active;
  for (let t = 0; t < tokens; section += 8) {
    const part: i32 = load<i32>(section, 4);
    const end: i32 = load<i32>(section, 8);
    if (part < 0 || part == INTRO) {
      while (t < tokens && number(workStart, t) < end) t++;
      continue;
    }
    const features = wordFeature + (<usize>(part * wordCount) << 1);
    const value = part == TITLE ? 1 : WORD_VALUE;
    for (; t < tokens && number(workStart, t) < end; t++) {
      const word = number(workWord, t);
      addOnce(small(features, word), value);
      if (part != TITLE) continue;
      if (before > 0 && word > 0) addOnce(pairFeature(before * wordCount + word), 1);
      before = word;
    }
    // The title is the first part.
    if (part == TITLE) firstWord = active;
  }
}

// @ts-ignore
@inline
function addOnce(feature: i32, value: f64): void {
  // Without a branch: half of the words have a feature. -1 has a place of its own before the first.
  put(activeFeature, active, feature);
  store<f64>(activeValue + (<usize>active << 3), value);
  active += <i32>(feature >= 0) & <i32>(number(seenFeatures + 16, feature) != turn);
  put(seenFeatures + 16, feature, turn);
}

/** The feature of two words of the title, by their numbers in one. */
function pairFeature(pair: i32): i32 {
  let slot: u32 = (<u32>pair * 0x9e3779b1) >> 16 & pairMask;
  let at = pairTable + (<usize>slot << 3);
  while (load<i32>(at) != 0 && load<i32>(at) != pair) {
    slot = (slot + 1) & pairMask;
    at = pairTable + (<usize>slot << 3);
  }
  return load<i32>(at) == 0 ? -1 : load<i32>(at, 4);
}

/** The weighted sum of the features found, for each role. */
export function scoreRoles(): void {
  let s0 = f32x4.splat(0), s1 = s0, s2 = s0, s3 = s0, s4 = s0, s5 = s0;
  for (let n = 0; n < firstWord; n++) {
    const row = roleWeights + <usize>number(activeFeature, n) * ROW;
    const by = f32x4.splat(<f32>load<f64>(activeValue + (<usize>n << 3)));
    const w0 = v128.load(row), w1 = v128.load(row, 16), w2 = v128.load(row, 32);
    s0 = f32x4.add(s0, f32x4.mul(by, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(w0))));
    s1 = f32x4.add(s1, f32x4.mul(by, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(w0))));
    s2 = f32x4.add(s2, f32x4.mul(by, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(w1))));
    s3 = f32x4.add(s3, f32x4.mul(by, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(w1))));
    s4 = f32x4.add(s4, f32x4.mul(by, f32x4.convert_i32x4_s(i32x4.extend_low_i16x8_s(w2))));
    s5 = f32x4.add(s5, f32x4.mul(by, f32x4.convert_i32x4_s(i32x4.extend_high_i16x8_s(w2))));
  }
  // Words all count the same: summed as whole numbers, and weighed once.
  let t0 = i32x4.splat(0), t1 = t0, t2 = t0, t3 = t0, t4 = t0, t5 = t0;
  for (let n = firstWord; n < active; n++) {
    const row = roleWeights + <usize>number(activeFeature, n) * ROW;
    const w0 = v128.load(row), w1 = v128.load(row, 16), w2 = v128.load(row, 32);
    t0 = i32x4.add(t0, i32x4.extend_low_i16x8_s(w0));
    t1 = i32x4.add(t1, i32x4.extend_high_i16x8_s(w0));
    t2 = i32x4.add(t2, i32x4.extend_low_i16x8_s(w1));
    t3 = i32x4.add(t3, i32x4.extend_high_i16x8_s(w1));
    t4 = i32x4.add(t4, i32x4.extend_low_i16x8_s(w2));
    t5 = i32x4.add(t5, i32x4.extend_high_i16x8_s(w2));
  }
  s0 = withWords(s0, t0);
  s1 = withWords(s1, t1);
  s2 = withWords(s2, t2);
  s3 = withWords(s3, t3);
  s4 = withWords(s4, t4);
  s5 = withWords(s5, t5);
  v128.store(roleScores, s0);
  v128.store(roleScores, s1, 16);
  v128.store(roleScores, s2, 32);
  v128.store(roleScores, s3, 48);
  v128.store(roleScores, s4, 64);
  v128.store(roleScores, s5, 80);
}

// @ts-ignore
@inline
function withWords(scores: v128, sums: v128): v128 {
  return f32x4.add(scores, f32x4.mul(f32x4.splat(<f32>WORD_VALUE), f32x4.convert_i32x4_s(sums)));
}

/** The features that most favour one role over another, the best first, in `reasonFeature` and `reasonValue`. Returns how many. */
export function findReasons(role: i32, over: i32): i32 {
  let found = 0;
  let least = LEAST_REASON;
  for (let n = 0; n < active; n++) {
    const feature = number(activeFeature, n);
    const row = roleWeights + <usize>feature * ROW;
    const by = load<f64>(activeValue + (<usize>n << 3)) * <f64>(small(row, role) - small(row, over));
    if (by < LEAST_REASON || (found == REASONS && by <= least)) continue;
    if (found < REASONS) found++;
    let place = found - 1;
    for (; place > 0 && load<f64>(reasonValue + (<usize>(place - 1) << 3)) < by; place--) {
      put(reasonFeature, place, number(reasonFeature, place - 1));
      store<f64>(reasonValue + (<usize>place << 3), load<f64>(reasonValue + (<usize>(place - 1) << 3)));
    }
    put(reasonFeature, place, feature);
    store<f64>(reasonValue + (<usize>place << 3), by);
    least = load<f64>(reasonValue + (<usize>(found - 1) << 3));
  }
  return found;
}

/** Adds up what the words and concepts of each sentence say of its layer, each once a sentence. */
export function sumSentences(tokens: i32, hits: i32, sentences: i32): void {
  let t = 0;
  let hit = workHits;
  const last = workHits + <usize>hits * HIT;
  for (let n = 0; n < sentences; n++) {
    const start = number(workSentences, n * 2), end = number(workSentences, n * 2 + 1);
    while (t < tokens && number(workStart, t) < start) t++;
    while (hit < last && load<i32>(hit, 4) < start) hit += HIT;
    turn++;
    let low = i32x4.splat(0), high = low;
    const first = t;
    for (; t < tokens && number(workStart, t) < end; t++) {
      const word = number(workWord, t);
      const row = small(sentenceWord, word);
      if (row < 0 || number(wordSeen, word) == turn) continue;
      put(wordSeen, word, turn);
      const sums = v128.load(sentenceRows + (<usize>row << 4));
      low = i32x4.add(low, i32x4.extend_low_i16x8_s(sums));
      high = i32x4.add(high, i32x4.extend_high_i16x8_s(sums));
    }
    for (; hit < last && load<i32>(hit, 4) < end; hit += HIT) {
      const concept = small(conceptOf, load<i32>(hit));
      const row = small(sentenceConcept, concept);
      if (row < 0 || number(conceptSeen, concept) == turn) continue;
      put(conceptSeen, concept, turn);
      const sums = v128.load(sentenceRows + (<usize>row << 4));
      low = i32x4.add(low, i32x4.extend_low_i16x8_s(sums));
      high = i32x4.add(high, i32x4.extend_high_i16x8_s(sums));
    }
    const to = sentenceSums + (<usize>n << 5);
    v128.store(to, low);
    v128.store(to, i32x4.replace_lane(high, 3, t - first), 16);
  }
}
