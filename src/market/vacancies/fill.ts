import type { DuckDBConnection } from "@duckdb/node-api";
import { makeDocument } from "../../reading/layout.ts";
import { append, type Column, keyColumn } from "../append-rows.ts";
import { BLOB, DuckDBBlobValue, UBIGINT, VARCHAR } from "../duckdb.ts";
import { type Fingerprint, fingerprintOf } from "./fingerprint.ts";
import { joinTouched } from "./join.ts";
import { foldTitle } from "./title.ts";

type Row = Fingerprint & { key: bigint };
type Stored = { key: bigint; company: string | null; title: string | null; location: string | null; description_html: string | null; description_text: string | null };

const rowsAtOnce = 2048;

const fingerprintColumns: Column<Row>[] = [keyColumn, { type: UBIGINT, of: (row) => row.block }, { type: UBIGINT, of: (row) => row.text }, { type: BLOB, of: (row) => new DuckDBBlobValue(row.sketch) }];
const titleColumns: Column<{ key: bigint; title: string | null }>[] = [keyColumn, { type: VARCHAR, of: (row) => row.title }];

/** Gives the postings of a store from before there were vacancies their fingerprints and titles, and joins them. */
export async function fillVacancies(connection: DuckDBConnection): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE titled (key UBIGINT, title VARCHAR)");
  const [[rows]] = (await connection.runAndReadAll("SELECT coalesce(max(rowid), -1)::INTEGER + 1 FROM posting")).getRowsJS() as [[number]];
  for (let from = 0; from < rows; from += rowsAtOnce) {
    const found = await connection.runAndReadAll(`SELECT key, employer AS company, title, location, description_html, description_text FROM posting WHERE rowid >= ${from} AND rowid < ${from + rowsAtOnce}`);
    const postings = found.getRowObjectsJS() as unknown as Stored[];
    await append(connection, "fingerprint", fingerprintColumns, postings.map((posting) => ({ key: posting.key, ...printed(posting) })));
    await append(connection, "titled", titleColumns, postings.map((posting) => ({ key: posting.key, title: foldTitle(posting.title, posting.location) })));
  }
  await connection.run("UPDATE reading SET title_key = t.title FROM titled t WHERE t.key = reading.key");
  const several = await connection.runAndReadAll("SELECT block FROM fingerprint WHERE block IS NOT NULL GROUP BY block HAVING count(*) > 1");
  await joinTouched(connection, { left: several.getRowsJS().map(([block]) => block as bigint) });
  await connection.run("DROP TABLE titled");
}

function printed(posting: Stored): Fingerprint {
  const { text, bodyStart } = makeDocument(posting);
  return fingerprintOf(posting, text.slice(bodyStart));
}
