import { chartWords } from "../../words/charts.ts";
import type { Column } from "./column.ts";

/** A chart's rows as a table: the same figures, to be read one by one. */
export function ChartTable<Row>({ title, rows, columns }: { title: string; rows: readonly Row[]; columns: readonly Column<Row>[] }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <div className="chart-table" role="region" aria-label={chartWords.viewLabel(chartWords.table, title)} tabIndex={0}>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.head} scope="col" className={column.number === true ? "n" : undefined}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            // oxlint-disable-next-line react/no-array-index-key -- rows have no other name, and never move
            <tr key={i}>
              {columns.map((column) => (
                <td key={column.head} className={column.number === true ? "n" : undefined}>
                  {column.shown?.(row) ?? column.of(row) ?? "–"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
