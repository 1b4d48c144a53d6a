import { expandPhrase } from "../reading/lexicon.ts";

/** A phrase found in a text: the list it is of, the id within it, and where it stands. */
export type PhraseHit = { list: string; id: string; start: number; end: number };

type Ending = { list: string; id: string };
type Node = { next: Map<string, Node>; ends: Ending[] };

/** Lists of phrases by name and id, written short as in lexicon.ts. */
export type PhraseLists = Record<string, Record<string, readonly string[]>>;

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Finds phrases word by word, in one pass: what stands between words (blanks, hyphens, apostrophes, brackets) may be anything on one line that is no stop.
 * `makePhrases({ pay: { history: ["salary history"] } })("Your salary-history?")` → `[{ list: "pay", id: "history", start: 5, end: 19 }]`
 */
export function makePhrases(lists: PhraseLists): (text: string) => PhraseHit[] {
  const root: Node = { next: new Map(), ends: [] };
  for (const [list, entries] of Object.entries(lists)) {
    for (const [id, phrases] of Object.entries(entries)) for (const phrase of phrases.flatMap(expandPhrase)) put(root, phrase, { list, id });
  }
  return (text) => find(root, text);
}

function put(root: Node, phrase: string, ending: Ending): void {
  let node = root;
  for (const word of phrase.toLowerCase().match(WORD) ?? []) {
    if (!node.next.has(word)) node.next.set(word, { next: new Map(), ends: [] });
    node = node.next.get(word)!;
  }
  if (node === root) throw new Error(`a phrase without a word: ${JSON.stringify(phrase)}`);
  if (!node.ends.some((one) => one.list === ending.list && one.id === ending.id)) node.ends.push(ending);
}

type Word = { word: string; start: number; end: number };

/** Of each id the longest phrase from a word on; its next begins behind it. */
function find(root: Node, text: string): PhraseHit[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }): Word => ({ word: word.toLowerCase(), start: index, end: index + word.length }));
  const hits: PhraseHit[] = [];
  const past = new Map<string, number>();
  for (let i = 0; i < words.length; i++) {
    const longest = new Map<string, PhraseHit>();
    for (let node = root.next.get(words[i]!.word), k = i; node !== undefined; node = isJoined(text, words[k - 1]!, words[k]) ? node.next.get(words[k]!.word) : undefined) {
      for (const { list, id } of node.ends) longest.set(`${list}/${id}`, { list, id, start: words[i]!.start, end: words[k]!.end });
      k++;
    }
    for (const [name, hit] of longest) {
      if (hit.start < (past.get(name) ?? 0)) continue;
      past.set(name, hit.end);
      hits.push(hit);
    }
  }
  return hits;
}

function isJoined(text: string, before: Word, word: Word | undefined): boolean {
  return word !== undefined && word.start - before.end <= 3 && !/[\n.;!?:|•]/.test(text.slice(before.end, word.start));
}
