import { CsvError, parse } from "csv-parse";
import type { Found, Problem } from "../terms/found.ts";
import { headerOf } from "./columns.ts";
import { postingBytes } from "./limits.ts";
import { columnsTaken, describes, noDescription, rowPosting, type Table, tableOf, withDescription } from "./table.ts";

type Row = { record: string[]; lines: number };
type Placed = { record: string[]; where: string };

/** Rows that are looked at where no column is called a description. */
const sampleRows = 50;

/** A table with a header line. Columns are known by their names, a description also by its length; `say` is told which were taken for what. */
export async function* csvPostings(bytes: AsyncIterable<Uint8Array>, head: string, say: (what: string) => void): AsyncGenerator<Found> {
  const delimiter = headerOf(head.slice(0, head.search(/\r?\n|$/)))?.delimiter ?? ",";
  const rows = placed(rowsOf(bytes, delimiter));
  try {
    const header = (await rows.next()).value;
    if (header === undefined) return;
    if ("problem" in header) return yield header;
    const named = tableOf(header.record);
    const held: (Placed | { problem: Problem })[] = [];
    for (let next; !describes(named) && held.length < sampleRows && !(next = await rows.next()).done; ) held.push(next.value);
    const table = withDescription(named, held.flatMap((row) => ("record" in row ? [row.record] : [])));
    say(columnsTaken(table));
    if (!describes(table)) return yield { problem: noDescription(table, "line 1") };
    for (const row of held) yield ofRow(row, table, delimiter);
    for await (const row of rows) yield ofRow(row, table, delimiter);
  } finally {
    await rows.return(undefined);
  }
}

function ofRow(row: Placed | { problem: Problem }, table: Table, delimiter: string): Found {
  return "problem" in row ? row : (misfit(row.record, table, delimiter, row.where) ?? rowPosting(row.record, table, row.where));
}

/** Rows with the line they begin in, then why the table ends early, if it does. */
async function* placed(rows: AsyncGenerator<Row | { reason: string; detail: string }>): AsyncGenerator<Placed | { problem: Problem }, undefined> {
  let line = 1;
  for await (const row of rows) {
    if ("reason" in row) return yield { problem: { where: `line ${line}`, ...row } };
    yield { record: row.record, where: `line ${line}` };
    line = row.lines + 1;
  }
}

/** Rows as they are complete, then why the table ends early, if it does. The parser's own stream would drop the rows before an error. */
async function* rowsOf(bytes: AsyncIterable<Uint8Array>, delimiter: string): AsyncGenerator<Row | { reason: string; detail: string }> {
  let rows: Row[] = [];
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    max_record_size: postingBytes,
    on_record: (record: string[], context) => {
      rows.push({ record, lines: context.lines });
      return null;
    },
  });
  const give = (): Row[] => {
    const given = rows;
    rows = [];
    return given;
  };
  const failed = new Promise<Error>((resolve) => parser.once("error", resolve));
  for await (const chunk of bytes) {
    const error = await Promise.race([failed, new Promise<null>((resolve) => parser.write(chunk, () => resolve(null)))]);
    yield* give();
    if (error !== null || parser.errored) return yield whyStopped(error ?? parser.errored);
  }
  const error = await Promise.race([failed, new Promise<null>((resolve) => parser.end(() => resolve(null)))]);
  yield* give();
  if (error !== null || parser.errored) yield whyStopped(error ?? parser.errored);
}

/** A row whose description is cut: a text that is not quoted ends at its first delimiter or line end. Empty cells at the end cut nothing. */
function misfit(record: readonly string[], { taken, columns: { length: columns } }: Table, delimiter: string, where: string): Found | null {
  const sizes = `${record.length} columns, the header has ${columns}`;
  if (record.slice(columns).some((cell) => cell.trim() !== "")) return { problem: { where, reason: "more columns than the header", detail: `${sizes}: quote texts that hold a ${delimiterNames[delimiter] ?? delimiter}` } };
  const described = Math.max(taken.get("description_html") ?? 0, taken.get("description_text") ?? 0);
  if (record.length < columns && record.length <= described + 1) return { problem: { where, reason: "fewer columns than the header", detail: `${sizes}: quote texts that hold a line break` } };
  return null;
}

const delimiterNames: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

function whyStopped(error: unknown): { reason: string; detail: string } {
  if (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE") return { reason: "longer than 8 MB", detail: "a row does not end, perhaps for a quote that is never closed; the rows before it were read, the rest was not" };
  if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return { reason: "a quote is never closed", detail: "the rows before it were read" };
  return { reason: "not CSV", detail: `${(error as Error).message}; the rows before it were read, the rest was not` };
}
