import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { packageRoot } from "../lib/package-root.ts";
import type { BoardRef } from "../terms/board-ref.ts";
import { parseBoardRef } from "./board-in.ts";

/** An employer of the list that ships with the package. `seen`: the day of the newest posting seen on the board; null where it is known by name only. */
export type AiEmployer = { employer: string; ref: BoardRef; url: string; seen: string | null };

/** The employers of data/boards.csv, or of `text` in its form: lines of employer, ats, name (and url, seen); lines that begin with # are notes. Throws, with the line, where a line is none. */
export function aiEmployers(text = readFileSync(new URL("data/boards.csv", packageRoot()), "utf8")): AiEmployer[] {
  const rows = parse(text, { columns: true, comment: "#", comment_no_infix: true, skip_empty_lines: true, info: true }) as unknown as { record: Record<string, string>; info: { lines: number } }[];
  return rows.map(({ record: { employer = "", ats = "", name = "", url = "", seen = "" }, info: { lines } }) => {
    const ref = parseBoardRef(`${ats}:${name}`);
    if (ref === null || employer === "") throw new Error(`line ${lines} of the list of boards: ${employer === "" ? "it names no employer" : `"${ats}:${name}" is no board`}; wanted: employer,ats,name, as in Anthropic,greenhouse,anthropic`);
    return { employer, ref, url, seen: seen === "" ? null : seen };
  });
}
