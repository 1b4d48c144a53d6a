import { z } from "zod";
import { atsNames } from "./board-ref.ts";

/** What kind of source is followed: a board, a page with postings in it, or a file. "import": not followed, its postings were imported once. */
export const SourceKind = z.enum([...atsNames, "page", "file", "import"]);
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * How a source's last fetch went. Only "good" and "unchanged" say anything of postings that are no longer there:
 * "empty" (of what was imported once: all of it was left out), "absent" (no such board), "half" (not all of it came) and "failed" leave everything as it was.
 */
export const SourceStatus = z.enum(["new", "good", "unchanged", "empty", "absent", "half", "failed"]);
export type SourceStatus = z.infer<typeof SourceStatus>;

/** A source as it is listed. Times are ISO 8601. `open`: postings that are neither closed nor gone; `dropped`: what its last fetch left out. */
export const Source = z.object({
  name: z.string(),
  kind: SourceKind,
  url: z.string(),
  employer: z.string().nullable(),
  added: z.string().nullable(),
  checked: z.string().nullable(),
  good: z.string().nullable(),
  status: SourceStatus,
  problem: z.string().nullable(),
  failures: z.number(),
  due: z.string().nullable(),
  postings: z.number(),
  open: z.number(),
  dropped: z.number(),
});
export type Source = z.infer<typeof Source>;

/** What a source's last fetch left out for one reason, with an example. */
export const Dropped = z.object({ source: z.string(), reason: z.string(), n: z.number(), where: z.string(), detail: z.string(), at: z.string() });
export type Dropped = z.infer<typeof Dropped>;

/** What a refresh of one source did. `postings`: that came; the rest counts what changed in the market. */
export const Refreshed = z.object({
  source: z.string(),
  status: SourceStatus,
  problem: z.string().nullable(),
  postings: z.number(),
  added: z.number(),
  changed: z.number(),
  missed: z.number(),
  gone: z.number(),
  dropped: z.number(),
});
export type Refreshed = z.infer<typeof Refreshed>;

/**
 * A refresh under way, or the last one: when it began, the sources that are being fetched, those that are `done` in the order in which they ended, of `all` that are due.
 * `stopped`: somebody ended it before its end; `failed`: why it broke off.
 */
export const RefreshState = z.object({ running: z.boolean(), started: z.string().nullable(), fetching: z.array(z.string()), done: z.array(Refreshed), all: z.number(), stopped: z.boolean(), failed: z.string().nullable() });
export type RefreshState = z.infer<typeof RefreshState>;

/** A refresh as it goes on: its state, but of what is done only what has come since the last of these; `from` have been told before. */
export const RefreshEvent = RefreshState.extend({ from: z.number() });
export type RefreshEvent = z.infer<typeof RefreshEvent>;
