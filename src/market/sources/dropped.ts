import type { DuckDBConnection } from "@duckdb/node-api";
import type { Problem } from "../../terms/found.ts";

/** What was left out, by reason, with the first examples. */
export type Reasons = ReadonlyMap<string, { n: number; examples: readonly Problem[] }>;

/** Notes what the last fetch or import of a source left out, in place of what was noted before. In the caller's transaction. */
export async function putDropped(connection: DuckDBConnection, source: string, reasons: Reasons, now: number): Promise<void> {
  await connection.run("DELETE FROM dropped WHERE source = $source", { source });
  for (const [reason, { n, examples: [example] }] of reasons) {
    await connection.run("INSERT INTO dropped VALUES ($source, $reason, $n, $place, $detail, epoch_ms($now::BIGINT))", { source, reason, n, place: example?.where ?? "", detail: example?.detail ?? "", now: BigInt(now) });
  }
}

/** Sources of which something was noted as left out. */
export async function sourcesWithDropped(connection: DuckDBConnection): Promise<Set<string>> {
  return new Set((await connection.runAndReadAll("SELECT DISTINCT source FROM dropped")).getRowsJS().map(([source]) => source as string));
}

/** Sources that have a posting in the market. */
export async function sourcesWithPostings(connection: DuckDBConnection): Promise<Set<string>> {
  return new Set((await connection.runAndReadAll("SELECT DISTINCT source FROM posting")).getRowsJS().map(([source]) => source as string));
}
