import { expect, test } from "vitest";
import { decodeEntity, decodeOnce } from "../../src/reading/text/entities.ts";
import { htmlToText } from "../../src/reading/layout.ts";
import { read, readLines } from "../../src/reading/read.ts";
import { BOLD, HEADING, ITEM, markupOf, TEXT } from "../../src/reading/text/html.ts";
import { plainToText } from "../../src/reading/text/plain.ts";
import type { Posting } from "../../src/terms/posting.ts";

test("an element of either case is left out, and one that never closes hides nothing", () => {
  expect(htmlToText("<p>a</p><Style>x{}</sTyLe><p>b</p>").text).toBe("a\nb");
  expect(htmlToText("<p>a</p><svg><p>b</p><SELECT><p>c</p>").text).toBe("a\nb\nc");
  expect(htmlToText("<p>a</p><script>x()</p>").text).toBe("a");
  expect(htmlToText("<p>a</p><!-- b").text).toBe("a");
});

test("lines have their kinds", () => {
  expect(htmlToText("<h2>You</h2><ul><li>one</li></ul><p><b>Pay</b></p><p>two &amp; three</p>")).toEqual({ text: "You\n- one\nPay\ntwo & three", kinds: [HEADING, ITEM, BOLD, TEXT] });
});

test("bullets become items, wrapped lines become one again", () => {
  expect(plainToText("• one\n* two\nthree")).toEqual({ text: "- one\n- two\nthree", kinds: [ITEM, ITEM, TEXT] });
  const wrapped = Array.from({ length: 8 }, (_, n) => `line ${n} of a text that was wrapped by hand at its end`).join("\n");
  expect(plainToText(wrapped).kinds).toEqual([TEXT]);
});

test.each([
  ["Engineer at <Company>\nBerlin", null],
  ["vector<T> and Map<K, V>", null],
  ["write to <jobs@example.com>, in < 5 ms", null],
  ["<your name here>", null],
  ["<paragraph>one</paragraph>", null],
  ["one<BR/>two", "markup"],
  ["an <em>only</em> one", "markup"],
  ["</span>", "markup"],
  ["&lt;p&gt;one", "escaped"],
])("%j is %s, parsed or taken from its line", (body, kind) => {
  expect(markupOf(body)).toBe(kind);
  const posting = { title: "Engineer", description_text: body };
  const [taken] = readLines([new TextEncoder().encode(JSON.stringify(posting))], (value): value is Posting => typeof value === "object", { withText: true });
  expect(taken).toEqual(read(posting, { withText: true }));
  if (kind === null) expect(taken!.text).toContain(body);
});

test("references are decoded once, and what is none stays", () => {
  expect(decodeOnce("&lt;p&gt;R&amp;amp;D &euro; &#233; &#x20AC; &#150; &nothing; AT&T")).toBe("<p>R&amp;D € é € – &nothing; AT&T");
  expect(decodeEntity("&constructor;", 0)).toBeNull();
});
