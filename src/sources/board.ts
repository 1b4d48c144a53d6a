import type { z } from "zod";
import { type Ats, type BoardRef, sourceName } from "../terms/board-ref.ts";
import { Posting } from "../terms/posting.ts";
import type { Found } from "../terms/found.ts";
import type { Address } from "./address.ts";
import { postingBytes } from "./limits.ts";

/** One of the boards whose responses are read: how to know its postings, how to turn one into ours, and where its boards stand. */
export type Board = {
  ats: Ats;
  name: string;
  address: Address;
  /** The postings inside a parsed response, in any form the board gives: whole board, list, single posting. Null where it is not this board's. */
  postingsIn: (value: unknown) => unknown[] | null;
  /** The board's schema of one posting. */
  schema: z.ZodType;
  /** Why its postings may come without their text. */
  withoutText?: string;
  /** A posting of that schema in our words, and the name of its board as far as it says so itself. `ref`: the board it was got from, null for a posting in a file. */
  convert: (posting: never, ref: BoardRef | null) => { posting: z.input<typeof Posting>; employer: string | null };
};

/** A board's posting → ours, or what keeps it from being one. */
export function fromBoard(board: Board, value: unknown, where: string, ref: BoardRef | null = null): Found {
  const parsed = board.schema.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    return { problem: { where, reason: `not as ${board.name} writes a posting`, detail: wrongAt(issue, value) } };
  }
  const { posting, employer } = board.convert(parsed.data as never, ref);
  const stands = ref ?? (employer === null ? null : { ats: board.ats, name: employer });
  const found = checked(posting, where, stands === null ? null : sourceName(stands));
  if ("problem" in found && found.problem.reason === noDescription && board.withoutText !== undefined) found.problem.detail = `${titleIn(posting)}${board.withoutText}`;
  return found;
}

const noDescription = "no description";

/** A posting as any source puts it together, checked against what a posting must have. */
export function checked(value: unknown, where: string, board: string | null): Found {
  const posting = Posting.safeParse(value);
  if (posting.success) {
    const size = Math.max(posting.data.description_html?.length ?? 0, posting.data.description_text?.length ?? 0);
    return size > postingBytes ? { problem: { where, reason: "longer than 8 MB", detail: `a description of ${(size / 1e6).toFixed(0)} million characters` } } : { posting: posting.data, where, board };
  }
  const issue = posting.error.issues[0]!;
  if (issue.code === "custom") return { problem: { where, reason: noDescription, detail: `${titleIn(value)}neither description_html nor description_text says anything${hasDescription(value) ? "; it has a description: call it description_html where it is markup, else description_text" : ""}` } };
  if (issue.path.length === 0) return { problem: { where, reason: "not a posting", detail: `${nameOf(value)} where an object is wanted` } };
  return { problem: { where, reason: "a field of the wrong kind", detail: `${titleIn(value)}${wrongAt(issue, value)}` } };
}

function hasDescription(value: unknown): boolean {
  return typeof (value as { description?: unknown }).description === "string";
}

const wanted: Record<string, string> = { string: "a text", number: "a number", boolean: "true or false", array: "a list", object: "an object" };

/** What is wrong at a place, in our words: `"lists.0.text: a text is wanted, a number came"` */
function wrongAt(issue: z.core.$ZodIssue, value: unknown): string {
  const place = issue.path.join(".") || "all of it";
  const there = issue.path.reduce<unknown>((inside, name) => (typeof inside === "object" && inside !== null ? (inside as Record<PropertyKey, unknown>)[name] : undefined), value);
  const want = issue.code === "invalid_type" ? wanted[issue.expected] : issue.code === "invalid_union" ? "another kind of value" : undefined;
  return `${place}: ${want ?? "another value"} is wanted, ${there === undefined ? "nothing" : nameOf(there)} came`;
}

function titleIn(value: unknown): string {
  const title = typeof value === "object" && value !== null && "title" in value ? value.title : null;
  return typeof title === "string" && title !== "" ? `"${title.slice(0, 80)}": ` : "";
}

function nameOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : typeof value === "string" ? "a text" : typeof value === "boolean" ? String(value) : `a ${typeof value}`;
}

/** The list under `name`, the value itself where it is a list, else the value as a list of one. */
export function listIn(value: unknown, name: string): unknown[] {
  if (Array.isArray(value)) return value;
  if (typeof value === "object" && value !== null && name in value) {
    const list = (value as Record<string, unknown>)[name];
    if (Array.isArray(list)) return list;
  }
  return [value];
}

/** Whether `value` is an object with all these fields. */
export function hasAll(value: unknown, ...fields: string[]): boolean {
  return typeof value === "object" && value !== null && fields.every((field) => field in value);
}
