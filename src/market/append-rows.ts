import type { DuckDBConnection, DuckDBType, DuckDBValue } from "@duckdb/node-api";
import { DATE, DuckDBDataChunk, DuckDBDateValue, UBIGINT } from "./duckdb.ts";

/** A column of a table and what a row puts into it. */
export type Column<Row> = { type: DuckDBType; of: (row: Row) => DuckDBValue };

export const keyColumn: Column<{ key: bigint }> = { type: UBIGINT, of: (row) => row.key };

/** A day as its number since 1970. */
export function dayNumbered<Row>(of: (row: Row) => number | null): Column<Row> {
  return { type: DATE, of: (row) => {
    const value = of(row);
    return value === null ? null : new DuckDBDateValue(value);
  } };
}

/** A vector of DuckDB holds this many rows. */
const chunkRows = 2048;

/** Appends rows to a table, in chunks: ten times as fast as inserts. The columns are all that the table has, in its order. */
export async function append<Row>(connection: DuckDBConnection, table: string, columns: readonly Column<Row>[], rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(table);
  const types = columns.map((column) => column.type);
  for (let from = 0; from < rows.length; from += chunkRows) {
    const part = rows.slice(from, from + chunkRows);
    const chunk = DuckDBDataChunk.create(types, part.length);
    chunk.setColumns(columns.map((column) => part.map(column.of)));
    appender.appendDataChunk(chunk);
  }
  appender.flushSync();
  appender.closeSync();
}
