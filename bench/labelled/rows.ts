import { readFileSync } from "node:fs";
import { shared } from "../corpus.ts";

export const labelledFolder = `${shared}/data/labelled`;

/** One row of a set: what its label wants, what was read, whether they agree, and the text beside it. `row` counts lines from 1. */
export type Judged = { row: number; right: boolean; wanted: string; got: string; excerpt: string };

/** The rows of a file of JSON lines. Two texts of the pay set hold `\[`, which JSON does not know: their needless backslashes are left out. */
export function rowsOf(file: string): unknown[] {
  return readFileSync(`${labelledFolder}/${file}`, "utf8").split("\n").filter(Boolean).map((line) => {
    try {
      return JSON.parse(line) as unknown;
    } catch {
      return JSON.parse(line.replace(/\\(?!["\\/bfnrtu])/g, "")) as unknown;
    }
  });
}

/** Some of the text around a place in it, on one line. */
export function excerptAt(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 100), end + 100).replace(/\s+/g, " ");
}
