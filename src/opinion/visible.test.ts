import { expect, test } from "vitest";
import { visible } from "./visible.ts";

test.each([
  ["a\u200bb", "ab"],
  ["a\u{e0041}\u{e0042}b", "ab"],
  ["a\u202eb\u2066c", "abc"],
  ["\u001b[31mred\u0007", "[31mred"],
  ["a\ufe0fb\u034fc\u00add", "abcd"],
  ["a\ud800b", "ab"],
  ["one\ntwo\tthree", "one\ntwo\tthree"],
  ["Zürich 東京 café e\u0301 👍", "Zürich 東京 café e\u0301 👍"],
])("%j is seen as %j", (text, seen) => expect(visible(text)).toBe(seen));
