import { columnsOf, fit, type Paint, printable } from "./terminal.ts";
import { wrap } from "./wrap.ts";

export type Column = { name: string; right?: boolean };

/** Rows of text as a table with a line under its header; where it would be too wide, the first column is cut, and then the gaps. A row may have lines `below` it, set in from the left. */
export function table(columns: readonly Column[], rows: readonly { cells: readonly string[]; below?: string }[], paint: Paint, width = 80): string {
  const safe = rows.map((row) => row.cells.map((cell) => printable(cell).replaceAll("\n", " ")));
  const widths = columns.map((column, i) => Math.max(columnsOf(column.name), ...safe.map((cells) => columnsOf(cells[i]!))));
  const over = (): number => widths.reduce((sum, w) => sum + w + 2, -2) - width;
  if (over() > 0) widths[0] = Math.max(Math.min(8, widths[0]!), widths[0]! - over());
  const between = over() > 0 ? " " : "  ";
  const line = (cells: readonly string[]): string =>
    cells
      .map((whole, i) => {
        const cell = fit(whole, widths[i]!);
        const gap = " ".repeat(widths[i]! - columnsOf(cell));
        return columns[i]!.right ? gap + cell : cell + gap;
      })
      .join(between)
      .trimEnd();
  const lines = [paint(line(columns.map((column) => column.name)), "bold"), paint(widths.map((w) => "─".repeat(w)).join(between), "faint")];
  for (const [i, row] of rows.entries()) {
    lines.push(line(safe[i]!));
    for (const below of row.below?.split("\n") ?? []) if (below !== "") lines.push(...wrap(printable(below), width - 4).map((part, at) => paint(`${at === 0 ? "  " : "    "}${part}`, "faint")));
  }
  return lines.join("\n");
}

/** 1234567 → "1,234,567" */
export function counted(n: number): string {
  return n.toLocaleString("en-US");
}

/** `plural(1, "posting")` → `"1 posting"`, `plural(1200, "vacancy")` → `"1,200 vacancies"` */
export function plural(n: number, noun: string): string {
  return `${counted(n)} ${n === 1 ? noun : noun.endsWith("y") ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;
}

/** A change with its interval, in per cent: "+6.0 (2 to 10)"; "–" where there is none. */
export function changePercent(change: { value: number; low: number; high: number } | null): string {
  if (change === null) return "–";
  const small = Math.max(Math.abs(change.low), Math.abs(change.high)) < 0.05;
  return `${signed(change.value, small ? 2 : 1)} (${signed(change.low, small ? 1 : 0)} to ${signed(change.high, small ? 1 : 0)})`;
}

function signed(value: number, digits: number): string {
  return `${value > 0 ? "+" : ""}${(value * 100).toFixed(digits)}`;
}
