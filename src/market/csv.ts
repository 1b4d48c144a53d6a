import { csvOf } from "../lib/csv.ts";
import type { Answer } from "./questions/answer.ts";
import { fileCells, fileColumns } from "./questions/columns.ts";
import type { AnyQuestion } from "./questions/question.ts";

/** An answer of the market for a spreadsheet: one row a row, each line with its end, shares with their interval in columns of their own. */
export function answerCsv({ columns }: AnyQuestion, found: Answer<unknown>): string {
  return `${csvOf(fileColumns(columns).map((column) => column.name), found.rows.map((row) => fileCells(columns, row)))}\r\n`;
}
