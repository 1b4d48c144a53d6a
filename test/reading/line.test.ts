import { array, assert, constantFrom, property } from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { read, readAll, readLines } from "../../src/reading/read.ts";
import { Posting } from "../../src/terms/posting.ts";
import { findGolden } from "../golden.ts";

const postings = findGolden().map(({ posting }) => posting);
/** As whoever reads lines looks at them: a title that is an object is none, of whatever kind its id is. */
const Plain = z.object({ ...Posting.shape, id: z.unknown().optional() });
const isPosting = (value: unknown): value is Posting => Plain.safeParse(value).success;
const bytesOf = (json: string): Uint8Array => new TextEncoder().encode(json);

/** The slow twin: the line is parsed whole. Null where that is no posting. */
function slow(json: string): unknown {
  try {
    const value: unknown = JSON.parse(json);
    return isPosting(value) ? read(value, { withText: true }) : null;
  } catch {
    return null;
  }
}

/** What is not plain is left to JSON.parse; what is read is read as after it. */
function expectSame(lines: readonly string[]): number {
  const readings = readLines(lines.map(bytesOf), isPosting, { withText: true });
  for (const [n, reading] of readings.entries()) if (reading !== null) expect(reading).toEqual(slow(lines[n]!));
  return readings.filter((reading) => reading !== null).length;
}

test("a line is read as its posting is after JSON.parse, for every sample posting, escaped or not", () => {
  const plain = postings.map((posting) => JSON.stringify(posting));
  const escaped = plain.map((json) => json.replaceAll(/[^\x20-\x7e]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`).replaceAll("/", "\\/"));
  const spaced = postings.map((posting) => JSON.stringify(posting, null, "\t").replaceAll("\n", " "));
  for (const lines of [plain, escaped, spaced]) expect(expectSame(lines)).toBe(postings.length);
});

test("and many postings as one alone", () => {
  expect(readAll(postings, { withText: true })).toEqual(postings.map((posting) => read(posting, { withText: true })));
});

test("and beside a giant, for which the kernel is stretched", () => {
  const few = postings.slice(0, 5);
  const giant = { title: "AI engineer", description_text: "You build agents and evaluate them with LLM judges.\n".repeat(25_000) };
  const mixed = [...few, giant, ...few];
  expect(readAll(mixed)).toEqual(mixed.map((posting) => read(posting)));
});

test.each([100, 70_000, 900_000])("a description of %i units is not lost where the title is markup or has odd spaces, after a giant either", (units) => {
  const description_html = `<p>You build agents with LLMs, evaluate them and run them in production.</p>`.repeat(Math.ceil(units / 74));
  const odd = ["Senior  AI Engineer", "<b>AI</b> Engineer &amp; more", "AI Engineer"].map((title) => JSON.stringify({ title, description_html }));
  const giant = JSON.stringify({ title: "AI  engineer", description_text: "You build agents. ".repeat(55_000) });
  for (const lines of [...odd.map((line) => [line]), odd, [giant, ...odd]]) expect(expectSame(lines)).toBe(lines.length);
});

test("a line that is cut anywhere is no posting", () => {
  const json = JSON.stringify(postings[0]);
  const cuts = Array.from({ length: json.length - 1 }, (_, n) => json.slice(0, n));
  expect(expectSame(cuts)).toBe(0);
});

test.each([
  '{"description_text":"We build agents.","description_html":"<p>We build pipelines.</p>"}',
  '{"description_text":"We build agents.","description_text":"We build pipelines."}',
  '{"description_text":"We build agents.","description_text":null}',
  '{"description_html":"","description_text":"We build agents.","description_text" : 7}',
  '{"description_text":"We build agents.","descripti\\u006fn_text":null}',
  '{"description_html":"  ","description_text":"We build agents."}',
  '{"description_html":"We build agents.","descripti\\u006fn_html":"We build pipelines."}',
  '{"description_text":"a \\ud83d b"}', '{"description_text":"a \\ude00 b"}', '{"description_text":"a \\u12g4 b"}', '{"description_text":"a \\x b"}', '{"description_text":"a \t b"}',
  '{"title":"AI engineer"}', '{"a":{"description_text":"We build agents."}}', '[{"description_text":"We build agents."}]', '{"description_text":"We build agents."', '"description_text":"We build agents."', "",
])("%s is left to JSON.parse", (line) => {
  expect(readLines([bytesOf(line)], isPosting)).toEqual([null]);
});

test("bytes that are no UTF-8 are left to JSON.parse", () => {
  const line = bytesOf('{"description_text":"We build agents. ???"}');
  for (const bad of [[0xff, 63, 63], [0xc0, 0x80, 63], [0xe2, 0x80, 63], [0xed, 0xa0, 0x80], [0x80, 63, 63]]) {
    line.set(bad, line.length - 5);
    expect(readLines([line], isPosting)).toEqual([null]);
  }
});

test("and any line of such parts is read as after JSON.parse", () => {
  const part = constantFrom(
    '"description_html":', '"description_text":', '"title":', '"Ai eng\\u0069neer"', '"<p>We build agents \\u00e9 \\ud83d\\ude00 \\n</p>"', '"AT&amp;T é • 😀 \\"quoted\\" \\\\ \\/"', '"&lt;p&gt;We"', '"1 < 2 <b"', '""', '"\\\\"',
    "{", "}", "[", "]", ",", ":", " ", "null", "1", '"a"', '{"description_html":"<p>a</p>"}',
  );
  const line = array(part, { maxLength: 9 }).map((parts) => `{${parts.join("")}}`);
  const entries = array(constantFrom('"title":"Ä"', '"location":null', '"a":{"b":["\\"description_html\\":"]}', '"description_html":"<p>Wir bauen Agenten 😀</p>"', '"description_text":"x \\"y\\" <b"', '"id":7'), { maxLength: 5 }).map((some) => `{${some.join(", ")}}`);
  for (const lines of [line, entries]) assert(property(array(lines, { minLength: 1, maxLength: 3 }), (some) => void expectSame(some)), { numRuns: 1500 });
});
