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
  if (typeof value === "number") return String(rounded(value));
  if (typeof value !== "string") return String(value);
  const text = /^[\s\u00a0"']*[=+\-@]|^[\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Cents of an amount of money; nothing else that is told is as large. Shares and odds keep their digits. `rounded(83333.33333333333)` → `83333.33` */
export function rounded(value: number): number {
  return Math.abs(value) < 100 ? value : Math.round(value * 100) / 100;
}
