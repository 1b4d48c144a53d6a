import { csvOf } from "../../../lib/csv.ts";

/** A column of a chart's table, which is also its file: `of` is the value as it goes into a file, `shown` as people read it. */
export type Column<Row> = { head: string; of(row: Row): string | number | null; shown?(row: Row): string; number?: boolean };

/** The rows as CSV, with a line end at the last. */
export function tableCsv<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return `${csvOf(
    columns.map(({ head }) => head),
    rows.map((row) => columns.map(({ of }) => of(row))),
  )}\r\n`;
}

/** The rows as a spreadsheet takes them from the clipboard. */
export function tableText<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return [columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ of }) => pasted(of(row))))].map((line) => line.join("\t")).join("\n");
}

/** A cell in one piece; what a spreadsheet would take for a formula is led by an apostrophe, as in CSV. */
function pasted(value: string | number | null): string {
  if (typeof value === "number") return String(value);
  if (typeof value !== "string") return "";
  return value.replaceAll(/[\t\r\n]+/g, " ").replace(/^(?=\s*[=+\-@])/, "'");
}
