import { parseJson } from "../lib/parse-json.ts";
import type { Found, Problem } from "../terms/found.ts";
import { ashby } from "./ashby.ts";
import { fromBoard } from "./board.ts";
import { greenhouse } from "./greenhouse.ts";
import { onePosting } from "./jsonl.ts";
import { lever } from "./lever.ts";
import { fileBytes } from "./limits.ts";

/**
 * One JSON value: a board's response, a list of postings, or one posting. A file that is cut in half gives nothing but where it breaks off:
 * half a board would look as if the rest of its postings had been taken down.
 */
export async function* jsonPostings(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const text = await wholeText(bytes);
  if (text === null) {
    yield { problem: { where: "file", reason: "longer than 256 MB", detail: "one JSON value of this size cannot be read; write it as JSON Lines, one posting a line" } };
    return;
  }
  const value = parsed(text);
  if ("problem" in value) {
    yield value;
    return;
  }
  yield* postingsOf(value.value);
}

function* postingsOf(value: unknown): Generator<Found> {
  for (const board of [ashby, greenhouse, lever]) {
    const list = board.postingsIn(value);
    if (list === null) continue;
    for (const [i, one] of list.entries()) yield fromBoard(board, one, placeOf(i, list.length));
    return;
  }
  const list = listOf(value);
  if (list.length === 0) yield { problem: { where: "file", reason: "no posting in it", detail: "the list is empty; a board answers so too where its name is not known" } };
  for (const [i, one] of list.entries()) yield onePosting(one, placeOf(i, list.length));
}

/** The postings of a list, or of an object that holds one under a common name; a lone posting as a list of one. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null && !("description_html" in value) && !("description_text" in value)) {
    for (const name of ["jobs", "postings", "data", "results", "items"]) {
      const list = (value as Record<string, unknown>)[name];
      if (Array.isArray(list)) return list;
    }
  }
  return [value];
}

function placeOf(index: number, of: number): string {
  return of === 1 ? "posting" : `posting ${index + 1}`;
}

function parsed(text: string): { value: unknown } | { problem: Problem } {
  try {
    return { value: parseJson(text) };
  } catch (error) {
    const { message } = error as Error;
    const at = Number(/position (\d+)/.exec(message)?.[1] ?? text.length);
    const where = lineAndColumn(text, at);
    // An error at the very end means that something is missing, not that something is wrong.
    const cut = /end of JSON input|Unterminated string/.test(message) || at >= text.trimEnd().length;
    return cut
      ? { problem: { where, reason: "cut off", detail: `the JSON ends in the middle, after ${text.length} characters; nothing was taken from this file, get it again` } }
      : { problem: { where, reason: "not JSON", detail: `${message}; nothing was taken from this file` } };
  }
}

function lineAndColumn(text: string, at: number): string {
  let line = 1;
  let start = 0;
  for (let end = text.indexOf("\n"); end >= 0 && end < at; end = text.indexOf("\n", end + 1)) {
    line++;
    start = end + 1;
  }
  return `line ${line}, column ${at - start + 1}`;
}

/** All of a stream as text; null where it is longer than a file may be. */
export async function wholeText(bytes: AsyncIterable<Uint8Array>, limit = fileBytes): Promise<string | null> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of bytes) {
    size += part.length;
    if (size > limit) return null;
    parts.push(part);
  }
  return new TextDecoder().decode(Buffer.concat(parts));
}
