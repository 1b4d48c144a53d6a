import { parseJson } from "../lib/parse-json.ts";
import type { Found, Problem } from "../terms/found.ts";
import { type Board, fromBoard } from "./board.ts";
import { boards } from "./boards.ts";
import { onePosting } from "./jsonl.ts";
import { fileBytes } from "./limits.ts";
import { otherIn } from "./others.ts";
import { xmlValue } from "./xml.ts";

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
  const board = boardPostings(value.value);
  if (board !== null) return yield* board;
  const other = otherIn(value.value);
  if (other !== null) return yield { problem: other };
  if (isEmptyBoard(value.value)) return yield noPosting;
  yield* postingsOf(value.value);
}

/** One XML document: the feed of a board that writes XML. As with JSON, one that is cut gives nothing. */
export async function* xmlPostings(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const text = await wholeText(bytes);
  if (text === null) return yield { problem: { where: "file", reason: "longer than 256 MB", detail: "one XML document of this size cannot be read" } };
  let value: unknown;
  try {
    value = xmlValue(text.trimStart());
  } catch (error) {
    return yield { problem: { where: "file", reason: "not XML", detail: `${(error as Error).message.slice(0, 300)}; nothing was taken from this file` } };
  }
  const board = boardPostings(value);
  if (board !== null) return yield* board;
  if (isEmptyBoard(value)) return yield noPosting;
  const root = Object.keys(value as object)[0] ?? "";
  yield { problem: { where: "file", reason: "XML of a kind that is not known", detail: `it is <${root.slice(0, 60)}>; feeds of Personio (<workzag-jobs>) and Teamtailor (<rss>) are read. Give the board's JSON, JSON Lines, CSV or a web page` } };
}

const noPosting: Found = { problem: { where: "file", reason: "no posting in it", detail: "the list is empty; a board answers so too where its name is not known" } };

function isEmptyBoard(value: unknown): boolean {
  return Object.values(boards).some((board) => board.address.items(value)?.length === 0);
}

/** The postings of a value that is one of the boards'; null where it is none. */
function boardPostings(value: unknown): Generator<Found> | null {
  for (const board of Object.values(boards)) {
    const list = board.postingsIn(value);
    if (list !== null) return eachOf(board, list);
  }
  return null;
}

function* eachOf(board: Board, list: readonly unknown[]): Generator<Found> {
  for (const [i, one] of list.entries()) yield fromBoard(board, one, placeOf(i, list.length));
}

function* postingsOf(value: unknown): Generator<Found> {
  const list = listOf(value);
  if (list.length === 0) yield noPosting;
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
