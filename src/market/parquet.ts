import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { DOUBLE, DuckDBDataChunk, DuckDBInstance, INTEGER, VARCHAR } from "./duckdb.ts";
import { StoreUnusable } from "./problems.ts";
import { fileCells, fileColumns } from "./questions/columns.ts";
import type { Column } from "./questions/question.ts";

const types = { text: VARCHAR, whole: INTEGER, number: DOUBLE } as const;
const sqlTypes = { text: "VARCHAR", whole: "INTEGER", number: "DOUBLE" } as const;
/** A vector of DuckDB holds this many rows. */
const chunkRows = 2048;

/**
 * Writes an answer's rows to a Parquet file, with the columns that CSV has. The file appears whole or not at all: it is written beside its place and renamed.
 * Throws StoreUnusable with the system's reason.
 */
export async function writeParquet(file: string, columns: readonly Column<unknown>[], rows: readonly unknown[]): Promise<void> {
  const beside = `${file}.${process.pid}.tmp`;
  try {
    await copyOut(beside, columns, rows);
    await durable(beside);
    await rename(beside, file);
    await durable(dirname(file));
  } catch (error) {
    await rm(beside, { force: true });
    throw new StoreUnusable(`${file} cannot be written: ${(error as Error).message.split("\n")[0]}`, { cause: error });
  }
}

/** An instance of its own: the one that holds the market may not touch other files. */
async function copyOut(file: string, columns: readonly Column<unknown>[], rows: readonly unknown[]): Promise<void> {
  const named = fileColumns(columns);
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`CREATE TABLE answer (${named.map(({ name, type }) => `"${name}" ${sqlTypes[type]}`).join(", ")})`);
    const appender = await connection.createAppender("answer");
    for (let from = 0; from < rows.length; from += chunkRows) {
      const part = rows.slice(from, from + chunkRows).map((row) => fileCells(columns, row));
      const chunk = DuckDBDataChunk.create(named.map(({ type }) => types[type]), part.length);
      chunk.setRows(part);
      appender.appendDataChunk(chunk);
    }
    appender.closeSync();
    await connection.run(`COPY answer TO '${file.replaceAll("'", "''")}' (FORMAT parquet)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function durable(path: string): Promise<void> {
  const handle = await open(path, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
