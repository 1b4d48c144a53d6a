import { parseJson } from "../lib/parse-json.ts";
import { read } from "../reading/read.ts";
import { Posting } from "../terms/posting.ts";
import { type ReadingRow, readingRow } from "./reading-row.ts";

/** Work that may run in any thread: whole JSON lines to reading lines, or postings to rows of the store. */
export type ReadTask =
  | { kind: "lines"; bytes: Uint8Array<ArrayBuffer>; firstLine: number; withText: boolean }
  | { kind: "postings"; postings: Posting[] };
export type ReadAnswer = { kind: "lines"; bytes: Uint8Array<ArrayBuffer>; read: number; failed: number } | { kind: "postings"; rows: (ReadingRow | { error: string })[] };

export type LinesTask = Extract<ReadTask, { kind: "lines" }>;
export type LinesAnswer = Extract<ReadAnswer, { kind: "lines" }>;

export function runTask(task: ReadTask): ReadAnswer {
  return task.kind === "lines" ? readLines(task) : { kind: "postings", rows: task.postings.map(readRow) };
}

/** A reader that fails on one posting must not stop the others: the posting is named with what went wrong. */
function readRow(posting: Posting): ReadingRow | { error: string } {
  try {
    return readingRow(read(posting));
  } catch (error) {
    return { error: `the reader failed: ${messageOf(error)}` };
  }
}

/** Each line of `bytes` becomes one line: its reading, or `{"id": …, "error": …}`. */
function readLines({ bytes, firstLine, withText }: LinesTask): LinesAnswer {
  const text = new TextDecoder().decode(bytes);
  const out: string[] = [];
  let failed = 0;
  let line = firstLine;
  for (let from = 0; from < text.length; line++) {
    const newline = text.indexOf("\n", from);
    const end = newline < 0 ? text.length : newline;
    const answer = readLine(text.slice(from, end), line, withText);
    if (answer.failed) failed++;
    out.push(answer.json, "\n");
    from = end + 1;
  }
  return { kind: "lines", bytes: new TextEncoder().encode(out.join("")), read: line - firstLine - failed, failed };
}

function readLine(json: string, line: number, withText: boolean): { json: string; failed: boolean } {
  const wrong = (id: string | null, error: string) => ({ json: errorLine(id, line, error), failed: true });
  if (json.trim() === "") return wrong(null, "empty line");
  let value: unknown;
  try {
    value = parseJson(json);
  } catch (error) {
    return wrong(null, `not JSON: ${messageOf(error)}`);
  }
  const posting = Posting.safeParse(value);
  if (!posting.success) return wrong(idOf(value), whyNoPosting(posting.error));
  try {
    return { json: JSON.stringify(read(posting.data, { withText })), failed: false };
  } catch (error) {
    return wrong(idOf(value), `the reader failed: ${messageOf(error)}`);
  }
}

/** The line that stands in for a reading. */
export function errorLine(id: string | null, line: number, error: string): string {
  return JSON.stringify({ id, error: `line ${line}: ${error}` });
}

/** The first thing that keeps a value from being a posting, with the field's name. */
export function whyNoPosting(error: { issues: readonly { path: PropertyKey[]; message: string }[] }): string {
  const issue = error.issues[0]!;
  return issue.path.length === 0 ? issue.message : `${issue.path.join(".")}: ${issue.message}`;
}

function idOf(value: unknown): string | null {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
