import { read } from "../reading/read.ts";
import { linePosting } from "../sources/jsonl.ts";
import { type Problem, problemText } from "../terms/found.ts";
import type { Posting } from "../terms/posting.ts";
import { type ReadingRow, readingRow } from "./reading-row.ts";
import { type Fingerprint, fingerprintOf } from "./vacancies/fingerprint.ts";

/** Work that may run in any thread: whole JSON lines to reading lines, or postings to rows of the store. */
export type ReadTask =
  | { kind: "lines"; bytes: Uint8Array<ArrayBuffer>; firstLine: number; withText: boolean }
  | { kind: "postings"; postings: Posting[] };
export type ReadAnswer = { kind: "lines"; bytes: Uint8Array<ArrayBuffer>; read: number; failed: number } | { kind: "postings"; rows: (ReadRow | { error: string })[] };

/** What the store keeps of a posting that was read. */
export type ReadRow = { reading: ReadingRow; fingerprint: Fingerprint };

type LinesTask = Extract<ReadTask, { kind: "lines" }>;
export type LinesAnswer = Extract<ReadAnswer, { kind: "lines" }>;

export function runTask(task: ReadTask): ReadAnswer {
  return task.kind === "lines" ? readLines(task) : { kind: "postings", rows: task.postings.map(readRow) };
}

/** A reader that fails on one posting must not stop the others: the posting is named with what went wrong. */
function readRow(posting: Posting): ReadRow | { error: string } {
  try {
    const reading = read(posting, { withText: true });
    return { reading: readingRow(reading), fingerprint: fingerprintOf(posting, bodyIn(reading.text ?? "")) };
  } catch (error) {
    return { error: `the reader failed: ${messageOf(error)}` };
  }
}

/** A posting's text begins with four lines of title and location. */
function bodyIn(text: string): string {
  let at = -1;
  for (let line = 0; line < 4; line++) at = text.indexOf("\n", at + 1);
  return text.slice(at + 1);
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
  const where = `line ${line}`;
  if (json.trim() === "") return wrong(null, { where, reason: "empty line", detail: "" });
  const { found, id } = linePosting(json, where);
  if ("problem" in found) return wrong(id, found.problem);
  try {
    return { json: JSON.stringify(read(found.posting, { withText })), failed: false };
  } catch (error) {
    return wrong(id, { where, reason: "the reader failed", detail: messageOf(error) });
  }
}

function wrong(id: string | null, problem: Problem): { json: string; failed: boolean } {
  return { json: errorLine(id, problem), failed: true };
}

/** The line that stands in for a reading. */
export function errorLine(id: string | null, problem: Problem): string {
  return JSON.stringify({ id, error: problemText(problem) });
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
