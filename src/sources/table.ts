import type { Found, Problem } from "../terms/found.ts";
import { checked } from "./board.ts";
import { type ColumnField, takenOf } from "./columns.ts";
import { payText, periodOf } from "./salary.ts";

/** A table's columns and which of them was taken for which field. `guessed`: by what is in it, not by its name. */
export type Table = { columns: readonly string[]; taken: ReadonlyMap<ColumnField, number>; guessed: ColumnField | null };

export function tableOf(columns: readonly string[]): Table {
  return { columns, taken: takenOf(columns), guessed: null };
}

export function describes({ taken }: Table): boolean {
  return taken.has("description_text") || taken.has("description_html");
}

/** Shorter texts on average are notes, addresses or lists of skills; the shortest tenth of real descriptions has 1,100 characters. */
const shortestText = 200;

/** A table none of whose columns is called a description: the one with the longest texts is, where they are long enough. */
export function withDescription(table: Table, sample: readonly (readonly string[])[]): Table {
  if (describes(table) || sample.length === 0) return table;
  const used = new Set(table.taken.values());
  const lengths = table.columns.map((_, at) => (used.has(at) ? 0 : sample.reduce((sum, row) => sum + (row[at]?.length ?? 0), 0) / sample.length));
  const at = lengths.indexOf(Math.max(...lengths));
  if (at < 0 || lengths[at]! < shortestText) return table;
  const marked = sample.filter((row) => /<(?:p|br|li|ul|div|h\d)\b/i.test(row[at] ?? "")).length;
  const guessed = marked * 2 > sample.length ? "description_html" : "description_text";
  return { ...table, taken: new Map([...table.taken, [guessed, at]]), guessed };
}

export function noDescription({ columns }: Table, where: string): Problem {
  return { where, reason: "no column of descriptions", detail: `the columns are ${columns.join(", ").slice(0, 300)}; call one "description"` };
}

/** `columns taken: Job Title → title, Notes → description_text (for its long texts); left: Colour` */
export function columnsTaken({ columns, taken, guessed }: Table): string {
  const used = new Set(taken.values());
  const left = columns.filter((_, i) => !used.has(i));
  const pairs = [...taken].map(([field, at]) => `${columns[at] === field ? field : `${columns[at]} → ${field}`}${field === guessed ? " (for its long texts)" : ""}`);
  return `columns taken: ${pairs.join(", ") || "none"}${left.length === 0 ? "" : `; left: ${left.join(", ").slice(0, 300)}`}`;
}

/** A row of a table → a posting, or what keeps it from being one. */
export function rowPosting(record: readonly string[], { taken }: Table, where: string): Found {
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
