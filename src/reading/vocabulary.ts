import { expandPhrase, type Lexicon } from "./lexicon.ts";
import { hashWord, wordsOf } from "./text/words.ts";

// A slot of the table of words is two numbers: the upper half of a word's hash, and an entry that packs the word's number, its set of languages, and 11 bits more of the hash.
const WORD_BITS = 15;
const SET_BITS = 6;
/** Of the hash, the upper bits that say the group of a word. */
const GROUP_BITS = 11;

const FOLLOW_BITS = 20;
/** Of them a node has as many as a line of the processor's cache holds, so that those of common words stay at hand. */
const LINE_BITS = 9;
const SLOT_BITS = 16;
const EDGE_SLOTS = 1 << SLOT_BITS;

/** The bit in `mayFollow` for a word behind a node. */
function followBit(node: number, word: number): number {
  return ((Math.imul(node, 0x85ebca6b) >>> (32 - FOLLOW_BITS + LINE_BITS)) << LINE_BITS) | (Math.imul(word, 0xc2b2ae35) >>> (32 - LINE_BITS));
}

/** The slot of `edges` from which on the node is looked for that a word leads to. */
function edgeSlot(node: number, word: number): number {
  return (Math.imul(node, 0x85ebca6b) ^ Math.imul(word, 0xc2b2ae35)) >>> (32 - SLOT_BITS);
}

/** All lexicons compiled for the scanner: a table of words and a tree of phrases, as flat arrays. */
export type Vocabulary = {
  kinds: string[];
  kindNumber: Map<string, number>;
  /** Phrase number → kind number, entry id. */
  phraseKind: Uint8Array;
  phraseId: string[];
  /** Words that begin a phrase have the first numbers, from 1 on. */
  wordNumber: Map<string, number>;
  /** Sets of languages in which a word is a common one; 0 is the empty set. */
  languageSets: readonly string[][];
  /**
   * Hash table of words without collisions, two numbers a slot: the upper half of the hash, and the entry (0 = free).
   * A word's slot is what its hash and its group's displacement make: `slotOf`.
   */
  slots: Int32Array;
  slotShift: number;
  displacements: Uint16Array;
  /** Phrase tree: node → the words that may follow, in rising order. Each leads to the node of its place: the nodes from `firstChild[node]` to before `firstChild[node + 1]`, whose words `nodeWord` has. */
  firstChild: Uint16Array;
  /** Hash table of the nodes that a word leads to, from `edgeSlot` on; 0 = free. */
  edges: Uint16Array;
  nodeWord: Uint16Array;
  /** The last of the nodes that begin a phrase: each has the number of its word. */
  roots: number;
  /** Bits by `followBit`: where none is set the word does not follow the node. */
  mayFollow: Int32Array;
  /** Node → the phrases that end there: their count stands in `phrases` at this place, and they behind it; 0 for none. */
  nodePhrases: Uint16Array;
  phrases: Uint16Array;
};

/** `commonWords` tells languages apart: language code → its most common words. `more` are words that need only a number. */
export function compileVocabulary(lexicons: readonly Lexicon[], commonWords: Record<string, readonly string[]>, more: readonly string[] = []): Vocabulary {
  const kinds = lexicons.map((lexicon) => lexicon.kind);
  if (new Set(kinds).size !== kinds.length) throw new Error(`two lexicons share a kind: ${kinds.join(", ")}`);
  const phraseKind: number[] = [];
  const phraseId: string[] = [];
  const tree: Tree = { words: new Map(), word: [0], parent: [0], next: new Map(), levels: [], phrases: [[]] };
  for (const [kind, lexicon] of lexicons.entries()) {
    for (const [id, phrases] of Object.entries(lexicon.entries)) {
      const phrase = phraseId.push(id) - 1;
      phraseKind.push(kind);
      for (const spelling of phrases.flatMap(expandPhrase)) {
        const words = wordsOf(spelling);
        if (words.length === 0) throw new Error(`${lexicon.kind}/${id}: the phrase ${JSON.stringify(spelling)} has no word`);
        const ending = tree.phrases[words.reduce((node, word, depth) => grow(tree, node, word, depth), 0)]!;
        if (!ending.includes(phrase)) ending.push(phrase);
      }
    }
  }
  const wordNumber = new Map<string, number>();
  const number = (word: string): number => {
    let known = wordNumber.get(word);
    if (known === undefined) wordNumber.set(word, (known = wordNumber.size + 1));
    return known;
  };
  const spelled = [...tree.words.keys()];
  for (const node of tree.levels[0] ?? []) number(spelled[tree.word[node]!]!);
  for (const word of spelled) number(word);
  for (const word of more) number(word);
  const languagesOf = new Map<number, string[]>();
  for (const [language, words] of Object.entries(commonWords)) {
    for (const word of words) {
      const known = number(wordsOf(word)[0]!);
      languagesOf.set(known, [...new Set([...(languagesOf.get(known) ?? []), language])]);
    }
  }
  const languageSets = [[], ...new Map([...languagesOf.values()].map((set) => [set.join(), set])).values()];
  const setNumber = new Map(languageSets.map((set, i) => [set.join(), i]));
  const wordLanguages = new Uint16Array(wordNumber.size + 2);
  for (const [word, set] of languagesOf) wordLanguages[word] = setNumber.get(set.join())!;
  return { kinds, kindNumber: new Map(kinds.map((kind, i) => [kind, i])), wordNumber, phraseKind: Uint8Array.from(phraseKind), phraseId, languageSets, ...wordTable(wordNumber, wordLanguages, languageSets.length), ...phraseTree(tree, spelled.map(number)) };
}

/**
 * The tree of phrases while it grows. Nodes are numbers, the root's is 0, and words have numbers in the order in which they are met: a map in each node would be
 * tens of thousands of maps, most of them empty, and the first reading waits for all this.
 */
type Tree = {
  words: Map<string, number>;
  /** Node → its word. */
  word: number[];
  /** A node and a word, as `node * MOST_WORDS + word` → the node behind. */
  next: Map<number, number>;
  /** Node → the node before it. */
  parent: number[];
  /** The nodes of first words, of second words and so on. */
  levels: number[][];
  /** Node → the phrases that end there. */
  phrases: number[][];
};

const MOST_WORDS = 1 << WORD_BITS;

function grow(tree: Tree, node: number, spelled: string, depth: number): number {
  let word = tree.words.get(spelled);
  if (word === undefined) tree.words.set(spelled, (word = tree.words.size));
  const edge = node * MOST_WORDS + word;
  let next = tree.next.get(edge);
  if (next === undefined) {
    next = tree.word.push(word) - 1;
    tree.next.set(edge, next);
    tree.parent.push(node);
    tree.phrases.push([]);
    (tree.levels[depth] ??= []).push(next);
  }
  return next;
}

function wordTable(wordNumber: Map<string, number>, wordLanguages: Uint16Array, sets: number): Pick<Vocabulary, "slots" | "slotShift" | "displacements"> {
  if (wordNumber.size >= 1 << WORD_BITS || sets > 1 << SET_BITS) throw new Error(`the vocabulary is too large for its table: ${wordNumber.size} words, ${sets} sets of languages`);
  // At least a third of the slots is free: with fewer, displacements are long looked for.
  const bits = Math.ceil(Math.log2(Math.max(16, wordNumber.size * 1.5)));
  const slots = new Int32Array(2 << bits);
  const slotShift = 32 - bits;
  const displacements = new Uint16Array(1 << GROUP_BITS);
  const groups: Hashed[][] = Array.from(displacements, () => []);
  for (const [word, known] of wordNumber) {
    const { high, low } = hashWord(word);
    const group = groups[high >>> (32 - GROUP_BITS)]!;
    // A word that is listed with accents too has the same hash: the first stands for both.
    if (group.some((other) => other.high === high && other.low === low)) continue;
    group.push({ high, low, entry: known | (wordLanguages[known]! << WORD_BITS) | ((low >>> 21) << (WORD_BITS + SET_BITS)) });
  }
  // The largest groups first, while most slots are free.
  for (const group of groups.filter(({ length }) => length > 0).toSorted((a, b) => b.length - a.length)) {
    let displacement = 0;
    while (!placed(group, displacement, slots, slotShift)) if (++displacement > 0xffff) throw new Error(`no place for the words of hash ${group[0]!.high} in the vocabulary`);
    displacements[group[0]!.high >>> (32 - GROUP_BITS)] = displacement;
  }
  return { slots, slotShift, displacements };
}

type Hashed = { high: number; low: number; entry: number };

/** Puts the words of a group into their slots, all or, where one is taken, none. */
function placed(group: readonly Hashed[], displacement: number, slots: Int32Array, slotShift: number): boolean {
  for (let n = 0; n < group.length; n++) {
    const { high, low, entry } = group[n]!;
    const at = slotOf(high, low, displacement, slotShift) * 2;
    if (slots[at + 1] !== 0) {
      for (const before of group.slice(0, n)) slots.set([0, 0], slotOf(before.high, before.low, displacement, slotShift) * 2);
      return false;
    }
    slots[at] = high;
    slots[at + 1] = entry;
  }
  return true;
}

/** The slot of a word by the halves of its hash and the displacement of its group. */
function slotOf(high: number, low: number, displacement: number, slotShift: number): number {
  return (high + Math.imul(low, displacement)) >>> slotShift;
}

/** Lays the tree out by depth, so that a node's children stand side by side in the order of their words. `numbers`: the tree's words → theirs in the vocabulary. */
function phraseTree(tree: Tree, numbers: readonly number[]): Pick<Vocabulary, "firstChild" | "edges" | "nodeWord" | "roots" | "mayFollow" | "nodePhrases" | "phrases"> {
  const place = new Uint32Array(tree.word.length);
  const ranks = Float64Array.from(tree.word, (word) => numbers[word]!);
  const order = [0];
  const children = new Uint32Array(tree.word.length + 1);
  for (const level of tree.levels) {
    for (const node of level) ranks[node]! += place[tree.parent[node]!]! * MOST_WORDS;
    for (const node of level.toSorted((a, b) => ranks[a]! - ranks[b]!)) {
      place[node] = order.push(node) - 1;
      children[place[tree.parent[node]!]! + 1]!++;
    }
  }
  let next = 1;
  const firstChild = Uint16Array.from(children, (before) => (next += before));
  const nodeWord = Uint16Array.from(order, (node) => (node === 0 ? 0 : numbers[tree.word[node]!]!));
  const roots = tree.levels[0]?.length ?? 0;
  const mayFollow = new Int32Array(1 << (FOLLOW_BITS - 5));
  if (order.length > EDGE_SLOTS - 1) throw new Error(`the tree of phrases is too large for its numbers: ${order.length} nodes`);
  const edges = new Uint16Array(EDGE_SLOTS);
  for (let node = roots + 1; node < order.length; node++) {
    const before = place[tree.parent[order[node]!]!]!;
    const bit = followBit(before, nodeWord[node]!);
    mayFollow[bit >>> 5]! |= 1 << (bit & 31);
    let slot = edgeSlot(before, nodeWord[node]!);
    while (edges[slot] !== 0) slot = (slot + 1) & (EDGE_SLOTS - 1);
    edges[slot] = node;
  }
  const { nodePhrases, phrases } = phraseLists(order.map((node) => tree.phrases[node]!));
  if (phrases.length > 0xffff) throw new Error(`the phrases are too many for their numbers: ${phrases.length}`);
  return { firstChild, edges, nodeWord, roots, mayFollow, nodePhrases: Uint16Array.from(nodePhrases), phrases: Uint16Array.from(phrases) };
}

/** Nodes at which the same phrases end share one list. */
function phraseLists(lists: readonly number[][]): { nodePhrases: number[]; phrases: number[] } {
  const phrases = [0];
  const places = new Map([["", 0]]);
  const nodePhrases = lists.map((here) => {
    const name = here.join();
    let place = places.get(name);
    if (place === undefined) {
      places.set(name, (place = phrases.length));
      phrases.push(here.length, ...here);
    }
    return place;
  });
  return { nodePhrases, phrases };
}
