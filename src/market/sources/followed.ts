import type { DuckDBConnection } from "@duckdb/node-api";
import { Dropped, Source, type SourceKind, type SourceStatus } from "../../terms/source.ts";
import type { Wanted } from "../../sources/find-source.ts";
import { readingTables } from "../schema.ts";
import { sampleSource } from "../sample.ts";
import type { Market } from "../store.ts";
import { blocksOf, joinTouched } from "../vacancies/join.ts";

/** A source as the store keeps it. Times are milliseconds since 1970. */
export type Followed = {
  name: string;
  kind: SourceKind;
  /** What it was added as: "lever:acme@eu", an address, a path. */
  asked: string;
  url: string;
  employer: string | null;
  added: number;
  checked: number | null;
  good: number | null;
  status: SourceStatus;
  problem: string | null;
  etag: string | null;
  body: string | null;
  failures: number;
  due: number | null;
};

const times = ["added", "checked", "good", "due"] as const;

/** All sources that are followed, those first that are due first. */
export async function followedIn(market: Market): Promise<Followed[]> {
  const rows = await market.rows<Record<string, unknown>>(`SELECT * REPLACE (${times.map((name) => `epoch_ms(${name})::DOUBLE AS ${name}`).join(", ")}) FROM source ORDER BY due NULLS FIRST, name`);
  return rows as unknown as Followed[];
}

/** Sources with what they hold, by name: those that are followed, and those whose postings were imported once. The invented sample is none. */
export async function listSources(market: Market): Promise<Source[]> {
  const rows = await market.rows<Source>(
    `WITH held AS (SELECT source AS name, count(*)::INTEGER AS postings, (count(*) FILTER (least(closed, gone) IS NULL))::INTEGER AS open, min(first_seen) AS first FROM posting WHERE source <> '${sampleSource}' GROUP BY source),
  lost AS (SELECT source AS name, sum(n)::INTEGER AS dropped FROM dropped GROUP BY source),
  names AS (SELECT name FROM held UNION SELECT name FROM source UNION SELECT name FROM lost)
SELECT names.name, coalesce(s.kind, 'import') AS kind, coalesce(s.url, '') AS url, s.employer, coalesce(strftime(s.added, '%Y-%m-%dT%H:%M:%SZ'), strftime(held.first, '%Y-%m-%d')) AS added,
  ${["checked", "good", "due"].map((name) => `strftime(s.${name}, '%Y-%m-%dT%H:%M:%SZ') AS ${name}`).join(", ")}, coalesce(s.status, CASE WHEN held.postings > 0 THEN 'good' ELSE 'empty' END) AS status, s.problem, coalesce(s.failures, 0) AS failures,
  coalesce(held.postings, 0) AS postings, coalesce(held.open, 0) AS open, coalesce(lost.dropped, 0) AS dropped
FROM names LEFT JOIN source s USING (name) LEFT JOIN held USING (name) LEFT JOIN lost USING (name) ORDER BY names.name`,
  );
  return rows.map((row) => Source.parse(row));
}

/** What the last fetch or import of each source left out, by reason, the most frequent first. */
export async function listDropped(market: Market): Promise<Dropped[]> {
  const rows = await market.rows(`SELECT source, reason, n, place AS "where", detail, strftime(dropped_at, '%Y-%m-%dT%H:%M:%SZ') AS at FROM dropped ORDER BY n DESC, source, reason`);
  return rows.map((row) => Dropped.parse(row));
}

/** Follows sources from now on; gives those that were not followed yet. They are due at once. */
export async function addSources(market: Market, wanted: readonly Wanted[], now: number): Promise<Wanted[]> {
  return market.write(async (connection) => {
    const known = new Set((await connection.runAndReadAll("SELECT name, asked FROM source")).getRowsJS().flat() as string[]);
    const fresh = wanted.filter(({ name, asked }, i) => !known.has(name) && !known.has(asked) && wanted.findIndex((one) => one.name === name) === i);
    if (fresh.length > 0) await market.transaction(connection, async () => {
      for (const { name, kind, asked, url, employer } of fresh) {
        await connection.run("INSERT INTO source (name, kind, asked, url, employer, added, status, failures) VALUES ($name, $kind, $asked, $url, $employer, epoch_ms($now::BIGINT), 'new', 0)", { name, kind, asked, url, employer, now: BigInt(now) });
      }
    });
    return fresh;
  });
}

/** Follows a source no more, and takes its postings out of the market; how many. Null where there is no such source. */
export async function removeSource(market: Market, name: string): Promise<number | null> {
  return market.write(async (connection) => {
    let removed: number | null = null;
    await market.transaction(connection, async () => {
      const [[known, n]] = (await connection.runAndReadAll("SELECT EXISTS (FROM source WHERE name = $name) OR EXISTS (FROM dropped WHERE source = $name), count(*)::INTEGER FROM posting WHERE source = $name", { name })).getRowsJS() as [[boolean, number]];
      if (!known && n === 0) return;
      removed = n;
      await removePostings(connection, name);
      await connection.run("DELETE FROM source WHERE name = $name", { name });
      await connection.run("DELETE FROM dropped WHERE source = $name", { name });
    });
    return removed;
  });
}

async function removePostings(connection: DuckDBConnection, name: string): Promise<void> {
  await connection.run("CREATE OR REPLACE TEMP TABLE removing AS SELECT key FROM posting WHERE source = $name", { name });
  const left = await blocksOf(connection, "removing");
  for (const table of ["posting", ...readingTables]) await connection.run(`DELETE FROM ${table} WHERE key IN (SELECT key FROM removing)`);
  await joinTouched(connection, { left });
}
