import { CsvError, parse } from "csv-parse";
import type { Found } from "../terms/found.ts";
import { checked } from "./board.ts";
import { type ColumnField, type Header, headerOf, takenOf } from "./columns.ts";
import { postingBytes } from "./limits.ts";
import { payText, periodOf } from "./salary.ts";

type Row = { record: string[]; lines: number };

/** A table with a header line. Columns are known by their names; `say` is told which were taken for what. */
export async function* csvPostings(bytes: AsyncIterable<Uint8Array>, head: string, say: (what: string) => void): AsyncGenerator<Found> {
  const header = headerOf(head.slice(0, head.search(/\r?\n|$/)));
  const delimiter = header?.delimiter ?? ",";
  let taken: Header["taken"] | null = null;
  let columns = 0;
  let line = 1; // where the next row begins
  for await (const row of rowsOf(bytes, delimiter)) {
    if ("reason" in row) {
      yield { problem: { where: `line ${line}`, ...row } };
      return;
    }
    const { record, lines } = row;
    if (taken === null) {
      taken = takenOf(record);
      columns = record.length;
      say(columnsTaken(record, taken));
      if (!taken.has("description_text") && !taken.has("description_html")) {
        yield { problem: { where: "line 1", reason: "no column of descriptions", detail: `the columns are ${record.join(", ").slice(0, 300)}; call one "description"` } };
        return;
      }
    } else yield misfit(record, taken, columns, delimiter, `line ${line}`) ?? rowPosting(record, taken, `line ${line}`);
    line = lines + 1;
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
function misfit(record: readonly string[], taken: Header["taken"], columns: number, delimiter: string, where: string): Found | null {
  const sizes = `${record.length} columns, the header has ${columns}`;
  if (record.slice(columns).some((cell) => cell.trim() !== "")) return { problem: { where, reason: "more columns than the header", detail: `${sizes}: quote texts that hold a ${delimiterNames[delimiter] ?? delimiter}` } };
  const described = Math.max(taken.get("description_html") ?? 0, taken.get("description_text") ?? 0);
  if (record.length < columns && record.length <= described + 1) return { problem: { where, reason: "fewer columns than the header", detail: `${sizes}: quote texts that hold a line break` } };
  return null;
}

const delimiterNames: Record<string, string> = { ",": "comma", ";": "semicolon", "\t": "tab", "|": "bar" };

function rowPosting(record: readonly string[], taken: Header["taken"], where: string): Found {
  const cell = (field: ColumnField): string | null => {
    const text = record[taken.get(field) ?? -1]?.trim();
    return text === undefined || text === "" ? null : text;
  };
  const description = cell("description_html") ?? cell("description_text");
  return checked(
    {
      id: cell("id"),
      company: cell("company"),
      title: cell("title"),
      location: cell("location") ?? ([cell("city"), cell("region"), cell("country")].filter(Boolean).join(", ") || null),
      salary_raw: cell("salary_raw") ?? payOf(cell),
      posted_at: cell("posted_at"),
      closed_at: cell("closed_at"),
      url: cell("url"),
      department: cell("department"),
      employment_type: cell("employment_type"),
      remote: remoteOf(cell("remote")),
      lang: cell("lang"),
      description_html: cell("description_html"),
      description_text: cell("description_html") === null ? description : null,
    },
    where,
    null,
  );
}

function payOf(cell: (field: ColumnField) => string | null): string | null {
  return payText({ label: "Salary", currency: cell("pay_currency"), min: numberOf(cell("pay_min")), max: numberOf(cell("pay_max")), period: periodOf(cell("pay_period")) });
}

/** A figure as machines write it; "€ 45.000" is a person's, and left alone. */
function numberOf(text: string | null): number | null {
  return text !== null && /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function remoteOf(text: string | null): boolean | null {
  if (text === null) return null;
  if (/^(true|yes|y|1|1\.0|ja|oui|remote)$/i.test(text)) return true;
  return /^(false|no|n|0|0\.0|nein|non|nee)$/i.test(text) ? false : null;
}

function columnsTaken(columns: readonly string[], taken: Header["taken"]): string {
  const used = new Set(taken.values());
  const left = columns.filter((_, i) => !used.has(i));
  const pairs = [...taken].map(([field, at]) => (columns[at] === field ? field : `${columns[at]} → ${field}`));
  return `columns taken: ${pairs.join(", ")}${left.length === 0 ? "" : `; left: ${left.join(", ").slice(0, 300)}`}`;
}

function whyStopped(error: unknown): { reason: string; detail: string } {
  if (error instanceof CsvError && error.code === "CSV_MAX_RECORD_SIZE") return { reason: "longer than 8 MB", detail: "a row does not end, perhaps for a quote that is never closed; the rows before it were read, the rest was not" };
  if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") return { reason: "a quote is never closed", detail: "the rows before it were read" };
  return { reason: "not CSV", detail: `${(error as Error).message}; the rows before it were read, the rest was not` };
}
