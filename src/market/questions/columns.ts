import type { Layer } from "../../terms/layer.ts";
import type { Column } from "./question.ts";

/** How much stands behind a row. */
export const sized: readonly Column<{ n: number; employers: number }>[] = [
  { name: "n", kind: "count", head: "n", of: (row) => row.n },
  { name: "employers", kind: "count", head: "empl.", of: (row) => row.employers },
];

const shortLayers: Record<Layer, string> = { infrastructure: "infra", evaluation: "eval", product: "product", model: "model", governance: "govern", outside: "outside" };

/** A layer beside a role: its short name in a table. */
export const layerColumn: Extract<Column<{ layer: Layer }>, { kind: "text" }> = { name: "layer", kind: "text", head: "layer", of: (row) => row.layer, shown: (row) => shortLayers[row.layer] };

/** A cell of a file. */
export type Cell = string | number | null;

/** A column of a file, with the type it has there. */
type FileColumn = { name: string; type: "text" | "whole" | "number" };

/** The columns of a file that a question's columns make: a share is its value and the two ends of its interval. */
export function fileColumns(columns: readonly Column<unknown>[]): FileColumn[] {
  return columns.flatMap((column) => parts[column.kind].map(([suffix, type]) => ({ name: `${column.name}${suffix}`, type })));
}

/** A row's cells under `fileColumns`. */
export function fileCells<Row>(columns: readonly Column<Row>[], row: Row): Cell[] {
  return columns.flatMap((column): Cell[] => {
    switch (column.kind) {
      case "estimate":
      case "share":
      case "change": {
        const share = column.of(row);
        return [share?.value ?? null, share?.low ?? null, share?.high ?? null];
      }
      case "pay": {
        const pay = column.of(row);
        return [pay.value, pay.low, pay.high, pay.currency, pay.n, pay.employers, pay.hidden];
      }
      default:
        return [column.of(row)];
    }
  });
}

const interval = [["", "number"], ["_low", "number"], ["_high", "number"]] as const;

const parts: Record<Column<unknown>["kind"], readonly (readonly [suffix: string, type: FileColumn["type"]])[]> = {
  text: [["", "text"]],
  count: [["", "whole"]],
  number: [["", "number"]],
  amount: [["", "number"]],
  percent: [["", "number"]],
  share: interval,
  change: interval,
  estimate: interval,
  pay: [["_median", "number"], ["_low", "number"], ["_high", "number"], ["_currency", "text"], ["_n", "whole"], ["_employers", "whole"], ["_hidden", "text"]],
};
