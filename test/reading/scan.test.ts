import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { addText, HIT, scan, startText } from "../../src/reading/kernel.ts";
import { makeDocument } from "../../src/reading/layout.ts";
import { lexicons, vocabulary } from "../../src/reading/words.ts";
import { findGolden } from "../golden.ts";
import { slowHits, slowWords, spellingsOf } from "./slow-scan.ts";

const spellings = spellingsOf(lexicons());
const texts = findGolden().map(({ posting }) => makeDocument(posting).text);

function fast(text: string) {
  const { phraseKind, phraseId, kinds } = vocabulary();
  startText(text.length);
  const { tokens, hits } = scan(addText(text, 0, false));
  return {
    words: Array.from({ length: tokens.count }, (_, t) => [tokens.start[t], tokens.end[t], tokens.gap[t]].join()),
    hits: Array.from({ length: hits.count }, (_, n) => {
      const [entry, start, end] = hits.numbers.subarray(n * HIT);
      return [kinds[phraseKind[entry!]!], phraseId[entry!], start, end].join();
    }).toSorted(),
  };
}

function slow(text: string) {
  const words = slowWords(text);
  return { words: words.map(({ start, end, gap }) => [start, end, gap].join()), hits: slowHits(words, spellings).map(({ kind, id, start, end }) => [kind, id, start, end].join()).toSorted() };
}

test("the scanner finds what its slow twin finds in every sample posting", () => {
  for (const text of texts) expect(fast(text)).toEqual(slow(text));
});

test("and in pieces of them, cut anywhere", () => {
  for (const [n, text] of texts.entries()) {
    const from = (n * 131) % text.length;
    const piece = text.slice(from, from + 400);
    for (let cut = 0; cut < piece.length; cut += 37) expect(fast(piece.slice(cut))).toEqual(slow(piece.slice(cut)));
  }
});

test("and in a text that needs more room than the kernel begins with", () => {
  const text = `${"$ c++ AI engineer, ".repeat(9000)}`;
  expect(fast(text).words.length).toBe(slow(text).words.length);
  expect(fast("AI engineer")).toEqual(slow("AI engineer"));
});

test("and in any text of words, signs and odd spaces", () => {
  const part = constantFrom("AI", "engineer", "c++", "C#", ".NET", "node.js", "Bachelor", "'s", "degree", "$", "€", "120,000", "1.5", "130'000", "5+", "é", "ß", "U.S.", " ", " ", "-", "/", ",", ".", "\n", ":", "(", "\u00a0", "\u200b", "nice to have", "New York", "日", "😀", "’");
  assert(property(array(part, { maxLength: 40 }), (parts) => {
    expect(fast(parts.join(""))).toEqual(slow(parts.join("")));
  }), { numRuns: 500 });
});
