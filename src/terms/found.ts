import type { Posting } from "./posting.ts";

/** Why something in a file is no posting. Problems are counted by `reason`; `where` is its line or place in the file; `detail` says what to look at; `source` in which source it is, where that is known; `whole`: it is the file that is none, not one posting of it. */
export type Problem = { where: string; reason: string; detail: string; source?: string; whole?: boolean };

/** A problem on one line: `problemText({ where: "line 3", reason: "not JSON", detail: "…" })` → `"line 3: not JSON: …"` */
export function problemText({ where, reason, detail }: Problem): string {
  return [where, reason, detail].filter((part) => part !== "").join(": ");
}

/** What a source found: a posting with the board it stands on (null where the file does not say), or a problem. */
export type Found = { posting: Posting; where: string; board: string | null } | { problem: Problem };
