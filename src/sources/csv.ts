import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { Found } from "../terms/found.ts";
import { checked } from "./board.ts";
import { type ColumnField, type Header, headerOf, takenOf } from "./columns.ts";
import { postingBytes } from "./limits.ts";
import { payText, periodOf } from "./salary.ts";

type Row = { record: string[]; info: { lines: number } };

/** A table with a header line. Columns are known by their names; `say` is told which were taken for what. */
export async function* csvPostings(bytes: AsyncIterable<Uint8Array>, head: string, say: (what: string) => void): AsyncGenerator<Found> {
  const header = headerOf(head.slice(0, head.search(/\r?\n|$/)));
  const delimiter = header?.delimiter ?? ",";
  const parser = parse({ delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, max_record_size: postingBytes, info: true });
  Readable.from(bytes, { objectMode: false })
    .on("error", (error) => parser.destroy(error))
    .pipe(parser);
  let taken: Header["taken"] | null = null;
  let after = 1;
  try {
    for await (const { record, info } of parser as AsyncIterable<Row>) {
      if (taken === null) {
        taken = takenOf(record);
        say(taughtBy(record, taken));
        if (!taken.has("description_text") && !taken.has("description_html")) {
          yield { problem: { where: "line 1", reason: "no column of descriptions", detail: `the columns are ${record.join(", ").slice(0, 300)}; call one "description"` } };
          return;
        }
      } else {
        // The row's own first line: the parser counts the lines read so far.
        yield rowPosting(record, taken, `line ${after + 1}`);
      }
      after = info.lines;
    }
  } catch (error) {
    yield { problem: { where: `after line ${after}`, ...whyStopped(error) } };
  }
}

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

function taughtBy(columns: readonly string[], taken: Header["taken"]): string {
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
