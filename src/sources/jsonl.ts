import { wholeLines } from "../lib/lines.ts";
import { parseJson } from "../lib/parse-json.ts";
import type { Found, Problem } from "../terms/found.ts";
import { checked, fromBoard, hasAll } from "./board.ts";
import { boards } from "./boards.ts";
import { postingBytes } from "./limits.ts";

/** JSON Lines: one posting a line, in our fields or as a board gives it. A blank line is none; a wrong line is named, and the next one read. */
export async function* jsonlPostings(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Found> {
  const decoder = new TextDecoder();
  for await (const lines of wholeLines(bytes, postingBytes)) {
    if ("tooLong" in lines) {
      yield { problem: tooLongLine(lines.tooLong) };
      continue;
    }
    let line = lines.firstLine;
    for (const json of decoder.decode(lines.bytes).split("\n")) {
      const where = `line ${line++}`;
      if (json.trim() !== "") yield linePosting(json, where).found;
    }
  }
}

export function tooLongLine(line: number): Problem {
  return { where: `line ${line}`, reason: "longer than 8 MB", detail: "the line was left out; the next one was read" };
}

/** What a line holds, and the id it names, also where it is no posting. */
export function linePosting(json: string, where: string): { found: Found; id: string | null } {
  let value: unknown;
  try {
    value = parseJson(json);
  } catch (error) {
    return { found: { problem: { where, reason: "not JSON", detail: (error as Error).message } }, id: null };
  }
  return { found: onePosting(value, where), id: idOf(value) };
}

function idOf(value: unknown): string | null {
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : null;
  return typeof id === "string" || typeof id === "number" ? String(id) : null;
}

/** A value that should be one posting: in our fields, else as one of the boards writes it. */
export function onePosting(value: unknown, where: string): Found {
  // No board calls a field so: the way of nearly every line of a large file.
  if (hasAll(value, "description_text") || hasAll(value, "description_html")) return checked(value, where, null);
  const board = Object.values(boards).find((one) => !Array.isArray(value) && one.postingsIn(value)?.[0] === value);
  return board === undefined ? checked(value, where, null) : fromBoard(board, value, where);
}
