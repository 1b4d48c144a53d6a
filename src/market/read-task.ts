import { read } from "../reading/read.ts";
import type { Posting } from "../terms/posting.ts";
import { type LinesAnswer, type LinesTask, readLineTask } from "./read-lines.ts";
import { type ReadingRow, readingRow } from "./reading-row.ts";
import { type Fingerprint, fingerprintOf } from "./vacancies/fingerprint.ts";

/** Work that may run in any thread: whole JSON lines to reading lines, or postings to rows of the store. */
export type ReadTask = LinesTask | { kind: "postings"; postings: Posting[] };
export type ReadAnswer = LinesAnswer | { kind: "postings"; rows: (ReadRow | { error: string })[] };

/** What the store keeps of a posting that was read. */
export type ReadRow = { reading: ReadingRow; fingerprint: Fingerprint };

export function runTask(task: ReadTask): ReadAnswer {
  return task.kind === "lines" ? readLineTask(task) : { kind: "postings", rows: task.postings.map(readRow) };
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

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
