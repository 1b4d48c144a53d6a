import { expandPhrase } from "../reading/lexicon.ts";

/** A phrase found in a text: the list it is of, the id within it, and where it stands. */
export type PhraseHit = { list: string; id: string; start: number; end: number };

type Ending = { list: string; id: string };
/** A place within a phrase: the words that may follow, and where each leads. */
type Node = { next: Map<string, Node[]>; ends: Ending[] };

/** Lists of phrases by name and id, written short as in lexicon.ts. */
export type PhraseLists = Record<string, Record<string, readonly string[]>>;

/** Choices that several phrases have, by name. */
export type Sets = Record<string, string>;

/** `withSets("{soon} done", { soon: "(now|today)" })` → `"(now|today) done"` */
export function withSets(phrase: string, sets: Sets): string {
  return phrase.replace(/\{(.*?)\}/g, (_, name: string) => {
    if (sets[name] === undefined) throw new Error(`phrase ${JSON.stringify(phrase)} speaks of ${JSON.stringify(name)}, of which there is no set; there are ${Object.keys(sets).join(", ")}`);
    return sets[name];
  });
}

const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Finds phrases word by word, in one pass: what stands between words (blanks, hyphens, apostrophes, brackets) may be anything on one line that is no stop.
 * `makePhrases({ pay: { history: ["salary history"] } })("Your salary-history?")` → `[{ list: "pay", id: "history", start: 5, end: 19 }]`
 */
export function makePhrases(lists: PhraseLists): (text: string) => PhraseHit[] {
  const root = makeNode();
  for (const [list, entries] of Object.entries(lists)) {
    for (const [id, phrases] of Object.entries(entries)) for (const phrase of phrases) put(root, phrase, { list, id });
  }
  return (text) => find(root, text);
}

function makeNode(): Node {
  return { next: new Map(), ends: [] };
}

/** The choices of a phrase lead to one node behind them, so that it takes as many nodes as it has words: spelled out, one phrase of six choices is 36,000. */
function put(root: Node, phrase: string, ending: Ending): void {
  let open = [root];
  for (const part of partsOf(phrase)) {
    const behind = makeNode();
    const choices = expandPhrase(part).map((choice) => choice.toLowerCase().match(WORD) ?? []);
    for (const words of choices) if (words.length > 0) putWords(open, words, behind);
    open = choices.some((words) => words.length === 0) ? [...open, behind] : [behind];
  }
  if (open.includes(root)) throw new Error(`a phrase without a word: ${JSON.stringify(phrase)}`);
  for (const node of open) node.ends.push(ending);
}

function putWords(open: readonly Node[], words: readonly string[], behind: Node): void {
  let from = open;
  for (const [n, word] of words.entries()) {
    const to = n === words.length - 1 ? behind : makeNode();
    for (const node of from) node.next.set(word, [...(node.next.get(word) ?? []), to]);
    from = [to];
  }
}

/** The parts of a phrase between blanks that stand in no bracket: `partsOf("(ask|asks) (for |)pay")` → `["(ask|asks)", "(for |)pay"]` */
function partsOf(phrase: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let i = 0; i < phrase.length; i++) {
    if (phrase[i] === "(") depth++;
    if (phrase[i] === ")") depth--;
    if (depth > 0 || phrase[i] !== " ") continue;
    parts.push(phrase.slice(from, i));
    from = i + 1;
  }
  return [...parts, phrase.slice(from)];
}

type Word = { word: string; start: number; end: number };

/** Of each id the longest phrase from a word on; its next begins behind it. */
function find(root: Node, text: string): PhraseHit[] {
  const words = Array.from(text.matchAll(WORD), ({ 0: word, index }): Word => ({ word: word.toLowerCase(), start: index, end: index + word.length }));
  const hits: PhraseHit[] = [];
  const past = new Map<string, number>();
  for (let i = 0; i < words.length; i++) {
    const first = root.next.get(words[i]!.word);
    if (first === undefined) continue;
    const longest = new Map<string, PhraseHit>();
    for (let nodes = first, k = i; nodes.length > 0; nodes = behindAll(text, nodes, words[k - 1]!, words[k])) {
      for (const { ends } of nodes) for (const { list, id } of ends) longest.set(`${list}/${id}`, { list, id, start: words[i]!.start, end: words[k]!.end });
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

/** Where a word leads that is joined to the one before. Few words lead on: what stands between is looked at last. */
function behindAll(text: string, nodes: readonly Node[], before: Word, word: Word | undefined): Node[] {
  if (word === undefined) return [];
  const behind = new Set<Node>();
  for (const { next } of nodes) for (const node of next.get(word.word) ?? []) behind.add(node);
  return behind.size > 0 && isJoined(text, before, word) ? [...behind] : [];
}

function isJoined(text: string, before: Word, word: Word): boolean {
  return word.start - before.end <= 3 && !/[\n.;!?:|•]/.test(text.slice(before.end, word.start));
}
