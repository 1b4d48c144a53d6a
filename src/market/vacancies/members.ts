import type { DuckDBConnection } from "@duckdb/node-api";
import { dayNumber } from "../../lib/day.ts";
import { type Entry, putKeys } from "../append.ts";
import type { Member } from "./components.ts";
import { foldPlace } from "./title.ts";
import type { Vacancy } from "./vacancy.ts";

/** A posting of a block that was touched: what is known of itself, and the vacancy it is in so far. `entry`: it is to be added, and not in the store yet. */
export type Known = Member & { block: bigint; posted: number | null; firstSeen: number; lastSeen: number; was: Vacancy; entry: Entry | null };

/** A posting that is to be added, as a vacancy of its own. */
export function freshMember(entry: Entry): Known {
  const { key, fingerprint, firstSeen, lastSeen } = entry;
  const [posted, end] = [numberOf(entry.posted), numberOf(entry.closed)];
  return {
    key,
    block: fingerprint?.block ?? key,
    text: fingerprint?.text ?? key,
    sketch: fingerprint?.sketch ?? new Uint8Array(),
    source: entry.source,
    department: entry.posting.department ?? null,
    place: foldPlace(entry.posting.location ?? null),
    start: posted ?? firstSeen,
    end,
    posted,
    firstSeen,
    lastSeen,
    was: { vacancy: key, opened: posted, firstSeen, lastSeen, ended: end },
    entry,
  };
}

function numberOf(day: string | null): number | null {
  return day === null ? null : dayNumber(day);
}

/** Stored postings with these keys, and all that stand in one block with one of them or in one of these blocks. */
export async function storedMembers(connection: DuckDBConnection, keys: readonly bigint[], blocks: readonly bigint[]): Promise<Known[]> {
  if (keys.length + blocks.length === 0) return [];
  await putKeys(connection, "touched", keys);
  await putKeys(connection, "touched_block", blocks);
  const ofKeys = keys.length === 0 ? "" : "SELECT block FROM fingerprint WHERE key IN (FROM touched) AND block IS NOT NULL UNION ";
  await connection.run(`CREATE OR REPLACE TEMP TABLE member AS SELECT key FROM fingerprint WHERE block IN (${ofKeys}FROM touched_block) UNION FROM touched`);
  const found = await connection.runAndReadAll(
    `WITH known AS (
  SELECT p.key, coalesce(f.block, p.key) AS block, coalesce(f.text, p.key) AS text, f.sketch, p.source, p.department, p.location, p.posted, p.first_seen, p.last_seen, least(p.closed, p.gone) AS ended,
    r.vacancy, r.opened, r.first_seen AS seen, r.last_seen AS seen_last, r.ended AS ended_all
  FROM (${rowsOf("posting", "key IN (FROM member)")}) p JOIN (${rowsOf("reading", "key IN (FROM member)")}) r USING (key) LEFT JOIN (${rowsOf("fingerprint", "key IN (FROM member)")}) f USING (key))
SELECT key, block, text, sketch, source, department, location, ${["posted", "first_seen", "last_seen", "ended", "opened", "seen", "seen_last", "ended_all"].map((name) => `${name} - DATE '1970-01-01' AS ${name}`).join(", ")}, vacancy
FROM known`,
  );
  return found.getRowObjectsJS().map(storedMember);
}

/** Few rows of a large table: found by one narrow column, then taken from where they stand. In one step DuckDB unpacks every column asked for of all rows, as hashes are not in any order. */
export function rowsOf(table: string, those: string): string {
  return `SELECT * FROM ${table} WHERE rowid IN (SELECT rowid FROM ${table} WHERE ${those})`;
}

function storedMember(row: Record<string, unknown>): Known {
  const number = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  const [posted, firstSeen, lastSeen, end] = [number("posted"), number("first_seen")!, number("last_seen")!, number("ended")];
  return {
    key: row.key as bigint,
    block: row.block as bigint,
    text: row.text as bigint,
    sketch: (row.sketch as Uint8Array | null) ?? new Uint8Array(),
    source: row.source as string,
    department: row.department as string | null,
    place: foldPlace(row.location as string | null),
    start: posted ?? firstSeen,
    end,
    posted,
    firstSeen,
    lastSeen,
    was: { vacancy: row.vacancy as bigint, opened: number("opened"), firstSeen: number("seen") ?? -1, lastSeen: number("seen_last") ?? -1, ended: number("ended_all") },
    entry: null,
  };
}
