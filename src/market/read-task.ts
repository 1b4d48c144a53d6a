import { read, readAll } from "../reading/read.ts";
import { bodyOf } from "../reading/text-parts.ts";
import type { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";
import { type LinesAnswer, type LinesTask, readLineTask } from "./read-lines.ts";
import { type ReadingRow, readingRow } from "./reading-row.ts";
import { type Fingerprint, fingerprintOf } from "./vacancies/fingerprint.ts";

/** Work that may run in any thread: whole JSON lines to reading lines, or postings to rows of the store. */
export type ReadTask = LinesTask | { kind: "postings"; postings: Posting[] };
export type ReadAnswer = LinesAnswer | { kind: "postings"; rows: (ReadRow | { error: string })[] };

/** What the store keeps of a posting that was read. */
export type ReadRow = { reading: ReadingRow; fingerprint: Fingerprint };

export function runTask(task: ReadTask): ReadAnswer {
  return task.kind === "lines" ? readLineTask(task) : { kind: "postings", rows: readRows(task.postings) };
}

/** In blocks, as the reader is fastest; one by one where it fails on any. */
function readRows(postings: readonly Posting[]): (ReadRow | { error: string })[] {
  try {
    return readAll(postings, { withText: true }).map((reading, i) => rowOf(postings[i]!, reading));
  } catch {
    return postings.map(readRow);
  }
}

/** A reader that fails on one posting must not stop the others: the posting is named with what went wrong. */
function readRow(posting: Posting): ReadRow | { error: string } {
  try {
    return rowOf(posting, read(posting, { withText: true }));
  } catch (error) {
    return { error: `the reader failed: ${messageOf(error)}` };
  }
}

function rowOf(posting: Posting, reading: Reading): ReadRow {
  return { reading: readingRow(reading), fingerprint: fingerprintOf(posting, bodyOf(reading.text ?? "")) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
