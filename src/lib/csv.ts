type Cell = string | number | boolean | null;

/**
 * Rows as CSV (RFC 4180) under their column names. A text that a spreadsheet would take for a formula (it begins with = + - @, tab or carriage return)
 * is led by an apostrophe, as OWASP advises: postings are other people's text.
 */
export function csvOf(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [columns, ...rows].map((row) => row.map(cellOf).join(",")).join("\r\n");
}

function cellOf(value: Cell): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = /^[\s\u00a0"']*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
