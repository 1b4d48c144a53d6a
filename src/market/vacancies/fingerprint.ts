import { hash } from "node:crypto";
import { characters, LETTER } from "../../reading/text/characters.ts";
import type { Posting } from "../../terms/posting.ts";
import { foldEmployer, foldTitle } from "./title.ts";

/**
 * What is compared to tell postings of one vacancy. `block` is of employer and title: postings of two blocks are never of one vacancy; null where either is unknown.
 * `text` is of all words of the description but numbers and the posting's own places, which are what differs between copies; `sketch` tells how alike two texts are.
 */
export type Fingerprint = { block: bigint | null; text: bigint; sketch: Uint8Array };

const bins = 256;
/** Words in a row that are one mark of a text. */
const shingle = 3;

/** `body` is the posting's text without its markup, title and location. */
export function fingerprintOf(posting: Posting, body: string): Fingerprint {
  const employer = foldEmployer(posting.company);
  const title = foldTitle(posting.title, posting.location);
  const places = new Set(wordHashes(posting.location ?? ""));
  const words = wordHashes(body).filter((word) => !places.has(word));
  return { block: employer === null || title === null || words.length === 0 ? null : hash64(`${employer}\u0000${title}`), text: textHash(words), sketch: sketchOf(words) };
}

/** Hashes of the words without digits, in any case and with any accents: in one pass, as this runs over every text that is stored. */
function wordHashes(text: string): number[] {
  const table = characters();
  const hashes: number[] = [];
  let word = SEED;
  let letters = 0;
  let digits = false;
  for (let i = 0; i <= text.length; i++) {
    const unit = i < text.length ? text.charCodeAt(i) : SPACE;
    // Scripts that the reader's table leaves out have letters too.
    const letter = unit < FIRST_OTHER ? table[unit]! : unit;
    if (letter >= LETTER) {
      word = Math.imul(word ^ letter, 0x01000193);
      letters++;
      digits ||= letter <= NINE;
    } else if (letters > 0) {
      if (!digits) hashes.push(mix(word));
      word = SEED;
      letters = 0;
      digits = false;
    }
  }
  return hashes;
}

const SEED = 0x811c9dc5, SPACE = 32, NINE = 57, FIRST_OTHER = 0x2e80;

/** 64 bits of all words in their order. */
function textHash(words: readonly number[]): bigint {
  let low = 0x9e3779b9;
  let high = 0x7f4a7c15;
  for (const word of words) {
    low = mix(Math.imul(low, 31) ^ word);
    high = Math.imul(high ^ word, 0x01000193) ^ (high >>> 15);
  }
  return (BigInt(mix(high)) << 32n) | BigInt(low >>> 0);
}

/**
 * How alike two texts are by their sketches: an estimate of the share of three-word sequences that they have in common (Jaccard), with a standard error of some 0.03.
 */
export function likeness(a: Uint8Array, b: Uint8Array): number {
  let same = 0;
  for (let i = 0; i < a.length; i++) same += 8 - bitsIn(a[i]! ^ b[i]!);
  return Math.max(0, (2 * same) / (a.length * 8) - 1);
}

/**
 * One bit a bin of the smallest hash that fell into it (Li, Owen and Zhang 2012; one bit: Li and König 2010). An empty bin takes from the next that has one,
 * as short texts leave many.
 */
function sketchOf(hashes: readonly number[]): Uint8Array {
  const least = new Uint32Array(bins).fill(0xffffffff);
  const count = Math.max(1, hashes.length - shingle + 1);
  for (let i = 0; i < count && hashes.length > 0; i++) {
    let h = 0x9e3779b9;
    for (let k = i; k < Math.min(i + shingle, hashes.length); k++) h = mix(Math.imul(h, 31) ^ hashes[k]!);
    const bin = h & (bins - 1);
    const rank = mix(h ^ 0x5bd1e995);
    if (rank < least[bin]!) least[bin] = rank;
  }
  const sketch = new Uint8Array(bins / 8);
  for (let bin = 0; bin < bins; bin++) {
    let from = bin;
    let steps = 0;
    while (least[from] === 0xffffffff && steps < bins) {
      from = (from + 1) & (bins - 1);
      steps++;
    }
    // How far it was taken from is part of it, or texts would look alike where they share one bin beside many empty ones.
    if (mix((least[from]! + Math.imul(steps, 0x85ebca6b)) >>> 0) & 1) sketch[bin >> 3]! |= 1 << (bin & 7);
  }
  return sketch;
}

/** The finaliser of MurmurHash3 by Austin Appleby, public domain. */
function mix(value: number): number {
  let h = value >>> 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

function bitsIn(byte: number): number {
  let n = 0;
  for (let left = byte; left !== 0; left &= left - 1) n++;
  return n;
}

function hash64(text: string): bigint {
  return BigInt(`0x${hash("sha256", text).slice(0, 16)}`);
}
