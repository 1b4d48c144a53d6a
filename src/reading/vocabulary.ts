import { expandPhrase, type Lexicon } from "./lexicon.ts";
import { hashWord, wordsOf } from "./text/words.ts";

// A slot of the table of words is two numbers: the upper half of a word's hash, and an entry that packs the word's number, its set of languages, and 11 bits more of the hash.
const WORD_BITS = 15;
const SET_BITS = 6;

const EDGE_BITS = 18;

/** The bit in `mayFollow` for a word behind a node. */
export function edgeOf(node: number, word: number): number {
  return (Math.imul(node, 0x85ebca6b) ^ Math.imul(word, 0xc2b2ae35)) >>> (32 - EDGE_BITS);
}

/** All lexicons compiled for the scanner: a table of words and a tree of phrases, as flat arrays. */
export type Vocabulary = {
  kinds: string[];
  /** Phrase number → kind number, entry id. */
  phraseKind: Uint8Array;
  phraseId: string[];
  wordNumber: Map<string, number>;
  /** Hash table of words, two numbers a slot: the hash, whose bits from `slotShift` up number the slot, and the entry (0 = free). */
  slots: Int32Array;
  slotShift: number;
  /** Sets of languages in which a word is a common one; 0 is the empty set. */
  languageSets: readonly string[][];
  /** Phrase tree: first word → node (0 = none). */
  rootNode: Int32Array;
  /** Node → the words that may follow, in rising order, and the node that each leads to: `followers` from `firstFollower[node]` to before `firstFollower[node + 1]`. */
  firstFollower: Int32Array;
  followers: Int32Array;
  followerNode: Int32Array;
  /** Bits by `edgeOf`: where none is set the word does not follow the node. */
  mayFollow: Int32Array;
  /** Node → 1 where a phrase ends there. */
  endsPhrase: Uint8Array;
  /** Node → the phrases that end there: `phrases` from `firstPhrase[node]` to before `firstPhrase[node + 1]`. */
  firstPhrase: Int32Array;
  phrases: Int32Array;
};

/** `commonWords` tells languages apart: language code → its most common words. `more` are words that need only a number. */
export function compileVocabulary(lexicons: readonly Lexicon[], commonWords: Record<string, readonly string[]>, more: readonly string[] = []): Vocabulary {
  const kinds = lexicons.map((lexicon) => lexicon.kind);
  if (new Set(kinds).size !== kinds.length) throw new Error(`two lexicons share a kind: ${kinds.join(", ")}`);
  const wordNumber = new Map<string, number>();
  const number = (word: string): number => {
    let known = wordNumber.get(word);
    if (known === undefined) wordNumber.set(word, (known = wordNumber.size + 1));
    return known;
  };
  const phraseKind: number[] = [];
  const phraseId: string[] = [];
  const children: Map<number, number>[] = [new Map()];
  const nodePhrases: (number[] | undefined)[] = [undefined];
  for (const [kind, lexicon] of lexicons.entries()) {
    for (const [id, phrases] of Object.entries(lexicon.entries)) {
      const phrase = phraseId.push(id) - 1;
      phraseKind.push(kind);
      for (const spelling of new Set(phrases.flatMap(expandPhrase))) {
        const words = wordsOf(spelling);
        if (words.length === 0) throw new Error(`${lexicon.kind}/${id}: the phrase ${JSON.stringify(spelling)} has no word`);
        let node = 0;
        for (const word of words) {
          const key = number(word);
          let next = children[node]!.get(key);
          if (next === undefined) {
            next = children.push(new Map()) - 1;
            nodePhrases.push(undefined);
            children[node]!.set(key, next);
          }
          node = next;
        }
        const here = (nodePhrases[node] ??= []);
        if (!here.includes(phrase)) here.push(phrase);
      }
    }
  }
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
  return { kinds, wordNumber, phraseKind: Uint8Array.from(phraseKind), phraseId, languageSets, ...phraseTable(nodePhrases), ...wordTable(wordNumber, wordLanguages, languageSets.length), ...followerTable(children, wordNumber.size) };
}

function wordTable(wordNumber: Map<string, number>, wordLanguages: Uint16Array, sets: number) {
  if (wordNumber.size >= 1 << WORD_BITS || sets > 1 << SET_BITS) throw new Error(`the vocabulary is too large for its table: ${wordNumber.size} words, ${sets} sets of languages`);
  // At least half the slots are free. With more of them a look-up would end sooner, and miss the cache more often.
  const bits = Math.ceil(Math.log2(Math.max(16, wordNumber.size * 2)));
  const slots = new Int32Array(2 << bits);
  const slotShift = 32 - bits;
  for (const [word, number] of wordNumber) {
    const hash = hashWord(word);
    const high = Number(hash >> 32n);
    let slot = (high >>> slotShift) * 2;
    while (slots[slot + 1] !== 0) slot = (slot + 2) & (slots.length - 1);
    slots[slot] = high;
    slots[slot + 1] = number | (wordLanguages[number]! << WORD_BITS) | (Number((hash >> 21n) & 2047n) << (WORD_BITS + SET_BITS));
  }
  return { slots, slotShift };
}

function followerTable(children: Map<number, number>[], words: number) {
  const rootNode = new Int32Array(words + 2);
  for (const [word, node] of children[0]!) rootNode[word] = node;
  const firstFollower = new Int32Array(children.length + 1);
  const lists = children.map((nexts, node) => (node === 0 ? [] : [...nexts].toSorted(([a], [b]) => a - b)));
  for (const [node, list] of lists.entries()) firstFollower[node + 1] = firstFollower[node]! + list.length;
  const all = lists.flat();
  const mayFollow = new Int32Array(1 << (EDGE_BITS - 5));
  for (const [node, list] of lists.entries()) {
    for (const [word] of list) {
      const edge = edgeOf(node, word);
      mayFollow[edge >>> 5]! |= 1 << (edge & 31);
    }
  }
  return { mayFollow, rootNode, firstFollower, followers: Int32Array.from(all, ([word]) => word), followerNode: Int32Array.from(all, ([, node]) => node) };
}

function phraseTable(nodePhrases: (number[] | undefined)[]) {
  const firstPhrase = new Int32Array(nodePhrases.length + 1);
  for (const [node, here] of nodePhrases.entries()) firstPhrase[node + 1] = firstPhrase[node]! + (here?.length ?? 0);
  return { endsPhrase: Uint8Array.from(nodePhrases, (here) => (here === undefined ? 0 : 1)), firstPhrase, phrases: Int32Array.from(nodePhrases.flatMap((here) => here ?? [])) };
}
