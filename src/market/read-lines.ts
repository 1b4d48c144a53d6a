import { z } from "zod";
import { read, readLines } from "../reading/read.ts";
import { linePosting } from "../sources/jsonl.ts";
import { type Problem, problemText } from "../terms/found.ts";
import { Posting } from "../terms/posting.ts";
import type { Reading } from "../terms/reading.ts";

/** Whole JSON lines, the first of them numbered. */
export type LinesTask = { kind: "lines"; bytes: Uint8Array<ArrayBuffer>; firstLine: number; withText: boolean };
export type LinesAnswer = { kind: "lines"; bytes: Uint8Array<ArrayBuffer>; read: number; failed: number };

/** Each line becomes one line: its reading, or `{"id": …, "error": …}`. A blank line is none, as in a file. */
export function readLineTask({ bytes, firstLine, withText }: LinesTask): LinesAnswer {
  const lines = linesIn(bytes);
  const readings = plainReadings(lines, withText);
  const out: string[] = [];
  let blank = 0;
  let failed = 0;
  for (const [n, line] of lines.entries()) {
    const reading = readings[n] ?? null;
    const answer = reading === null ? readLine(decoder.decode(line), firstLine + n, withText) : { json: JSON.stringify(reading), failed: false };
    if (answer === null) {
      blank++;
      continue;
    }
    if (answer.failed) failed++;
    out.push(answer.json, "\n");
  }
  return { kind: "lines", bytes: new TextEncoder().encode(out.join("")), read: lines.length - blank - failed, failed };
}

const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const NEWLINE = 10;

function linesIn(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < bytes.length; ) {
    const newline = bytes.indexOf(NEWLINE, from);
    const end = newline < 0 ? bytes.length : newline;
    lines.push(bytes.subarray(from, end));
    from = end + 1;
  }
  return lines;
}

/** The way of nearly every line. Null for the others, and for all where a reader fails: then each is looked at alone. */
function plainReadings(lines: readonly Uint8Array[], withText: boolean): (Reading | null)[] {
  try {
    return readLines(lines, isPlain, { withText });
  } catch {
    return [];
  }
}

/** A posting as it stands, but for its description, which was taken already; other ids than text are changed on their way in. */
const Plain = z.object({ ...Posting.shape, id: z.string().nullish() });

function isPlain(value: unknown): value is Posting {
  return Plain.safeParse(value).success;
}

function readLine(json: string, line: number, withText: boolean): { json: string; failed: boolean } | null {
  const where = `line ${line}`;
  if (json.trim() === "") return null;
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
