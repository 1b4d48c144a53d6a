import { createRequire } from "node:module";
import { resolve } from "node:path";

/** Finds the phrases of a vocabulary in a text. What it finds is told as the phrase stands in the vocabulary: words in lower case, a space between. */
export type Finder = (text: string) => Iterable<string>;
export type Rival = { name: string; from: "text" | "markup"; make: (phrases: readonly string[]) => Finder };

/** Rivals are installed in a folder of their own: nothing of them is a dependency of the product. */
const rival = (name: string): unknown => createRequire(resolve("bench/rivals/package.json"))(name);

export const rivals: readonly Rival[] = [
  { name: "ahocorasick", from: "text", make: ahocorasick },
  { name: "modern-ahocorasick (fast)", from: "text", make: modern },
  { name: "@monyone/aho-corasick (fast)", from: "text", make: monyone },
  { name: "one RegExp of all phrases", from: "text", make: oneRegExp },
  { name: "compromise (one, trie)", from: "text", make: compromise },
  { name: "htmlparser2 + dictionary", from: "markup", make: dictionary },
];

/** What a matcher of plain strings needs to find what we find: lower case, no accents, one sign between words. Half of it is not looked for in ASCII. */
function folded(text: string): string {
  const lower = text.toLowerCase();
  // eslint-disable-next-line no-control-regex
  const plain = /[^\x00-\x7f]/.test(lower) ? lower.normalize("NFD").replaceAll(/\p{M}/gu, "") : lower;
  return plain.replaceAll(/[-/'’]/g, " ");
}

/** Letters, digits and what of + and # goes on a word: a match must not begin or end inside one. */
function isInside(text: string, at: number): boolean {
  const unit = text.charCodeAt(at);
  return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57) || unit === 43 || unit === 35 || unit > 191;
}

function isWhole(text: string, start: number, end: number): boolean {
  return !isInside(text, start - 1) && !isInside(text, end);
}

function ahocorasick(phrases: readonly string[]): Finder {
  const Automaton = rival("ahocorasick") as new (keywords: readonly string[]) => { search: (text: string) => [number, string[]][] };
  const automaton = new Automaton(phrases);
  return (written) => {
    const text = folded(written);
    return automaton.search(text).flatMap(([last, found]) => found.filter((phrase) => isWhole(text, last + 1 - phrase.length, last + 1)));
  };
}

function modern(phrases: readonly string[]): Finder {
  type Automaton = new (keywords: readonly string[]) => { search: (text: string) => { pattern: string; start: number; end: number }[] };
  const loaded = rival("modern-ahocorasick/fast") as Automaton | { default: Automaton };
  const automaton = new ("default" in loaded ? loaded.default : loaded)(phrases);
  return (written) => {
    const text = folded(written);
    return automaton.search(text).flatMap(({ pattern, start, end }) => (isWhole(text, start, end) ? [pattern] : []));
  };
}

function monyone(phrases: readonly string[]): Finder {
  const { AhoCorasick } = rival("@monyone/aho-corasick/fast") as { AhoCorasick: new (keywords: readonly string[]) => { matchInText: (text: string) => { begin: number; end: number; keyword: string }[] } };
  const automaton = new AhoCorasick(phrases);
  return (written) => {
    const text = folded(written);
    return automaton.matchInText(text).flatMap(({ begin, end, keyword }) => (isWhole(text, begin, end) ? [keyword] : []));
  };
}

/** The longest first, so that the first alternative that fits is the longest. */
function oneRegExp(phrases: readonly string[]): Finder {
  const longest = phrases.toSorted((a, b) => b.length - a.length).map((phrase) => phrase.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  const pattern = new RegExp(`(?<![a-z0-9+#])(?:${longest.join("|")})(?![a-z0-9+#])`, "g");
  return (written) => folded(written).match(pattern) ?? [];
}

/** Its smallest build and its compiled list: with tagging it is slower yet. */
function compromise(phrases: readonly string[]): Finder {
  type Nlp = ((text: string) => { lookup: (trie: unknown) => { out: (as: "array") => string[] } }) & { buildTrie: (phrases: readonly string[]) => unknown };
  const loaded = rival("compromise/one") as Nlp | { default: Nlp };
  const nlp = "default" in loaded ? (loaded as { default: Nlp }).default : loaded;
  const trie = nlp.buildTrie(phrases);
  return (text) => nlp(text).lookup(trie).out("array").map((found) => folded(found).replaceAll(/[.,;:!?()"]/g, "").trim());
}

/** What one writes first: the parser's text, split into words, and a map of phrases asked for each run of words, the longest first. */
function dictionary(phrases: readonly string[]): Finder {
  type Parser = new (handler: { ontext: (text: string) => void; onclosetag: () => void }) => { write: (html: string) => void; end: () => void };
  const { Parser } = rival("htmlparser2") as { Parser: Parser };
  const known = new Set(phrases);
  const most = Math.max(...phrases.map((phrase) => phrase.split(" ").length));
  const starts = new Set(phrases.map((phrase) => phrase.split(" ")[0]!));
  return function* (html) {
    let text = "";
    const parser = new Parser({ ontext: (piece) => (text += piece), onclosetag: () => (text += "\n") });
    parser.write(html);
    parser.end();
    const words = folded(text).match(/[$€£¥₹%]|\.?[\p{L}\p{N}]+(?:[.,][\p{N}]+)*[+#]*/gu) ?? [];
    for (let at = 0; at < words.length; at++) {
      if (!starts.has(words[at]!)) continue;
      for (let n = Math.min(most, words.length - at); n > 0; n--) {
        const phrase = words.slice(at, at + n).join(" ");
        if (!known.has(phrase)) continue;
        yield phrase;
        break;
      }
    }
  };
}
