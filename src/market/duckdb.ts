import { createRequire } from "node:module";

/**
 * What of DuckDB is a value; its types come from the package itself. Required and not imported: the package is CommonJS, of which Node reads all hundred files
 * beforehand to tell an import's names, and that took more of a short command's time than all else that it loads.
 */
const duckdb = createRequire(import.meta.url)("@duckdb/node-api") as typeof import("@duckdb/node-api");

export const { BLOB, BOOLEAN, DATE, DOUBLE, DuckDBBlobValue, DuckDBDataChunk, DuckDBDateValue, DuckDBInstance, INTEGER, UBIGINT, VARCHAR } = duckdb;
export type DuckDBInstance = import("@duckdb/node-api").DuckDBInstance;
