import type { DuckDBValue } from "@duckdb/node-api";
import { z } from "zod";
import { extentOf } from "../../lib/extent.ts";
import { grouped } from "../../lib/grouped.ts";
import { wilson } from "../../lib/wilson.ts";
import { effectiveN, shareOfSums, shareVariance, type CutSums } from "../statistics/share.ts";
import type { Market } from "../store.ts";
import type { Group } from "./count-groups.ts";
import { scanOf, textOf } from "./group.ts";
import type { Where } from "./cut.ts";
import type { Share } from "./answer.ts";

/** One employer is at most this part of what is counted, or, where few employers are in it, twice its even part. Above it, its postings weigh less. */
export const mostOfOneEmployer = 0.1;

/** How an answer weighed employers: at most `most` of a cut each (more where few are in it); so many that are named weigh less than they post. */
export const Cap = z.object({ most: z.number(), capped: z.number() });
export type Cap = z.infer<typeof Cap>;

/** A group of a part of the cut: its postings, and the share it has of the postings that say what they are grouped by, each employer weighing no more than the cap; `effective`: how many independent postings tell that share as well. */
export type Counted = { part: string; group: string; name: string; n: number; employers: number; share: Share; effective: number };

/** A part of the cut (a month, a title, a region, or all): postings, those of them that say what they are grouped by, and how many independent postings they are worth for the shares. */
export type Part = { part: string; postings: number; said: number; employers: number; coverage: number; effective: number };

export type Counts = { rows: Counted[]; parts: Map<string, Part>; cap: Cap; sql: string; values: Record<string, DuckDBValue> };

type Asked = { where: Where; by: Group; part?: Group; limit?: number };

/** The part of an answer that is not parted. */
export const whole = "all";

/** Counts the postings of a cut by group, in one scan, and in parts where asked: by month, by title. Most frequent first. */
export async function countGroups(market: Market, { where, by, part, limit }: Asked): Promise<Counts> {
  const sql = countSql(where, by, part, limit);
  const values = { ...where.values, ...(limit === undefined ? {} : { limit }) };
  const raw = await market.rows<RawRow>(sql, values);
  const parts = new Map<string, Part>();
  for (const [name, rows] of grouped(raw, (row) => row.part)) parts.set(name, partOf(name, rows));
  const rows = raw.flatMap((row) => (row.group === null ? [] : [{ part: row.part, group: row.group, name: by.name?.(row.group) ?? row.name ?? row.group, n: row.n, employers: row.employers, share: shareOfSums(row, cutSums(row)), effective: effectiveN(row, cutSums(row)) }]));
  return { rows, parts, cap: { most: mostOfOneEmployer, capped: extentOf(raw.map((row) => row.capped))?.most ?? 0 }, sql, values };
}

type RawRow = { part: string; group: string | null; name: string | null; n: number; employers: number; hits: number; hits2: number; cross: number; postings: number; said: number; partEmployers: number; clusters: number; weight: number; weight2: number; without2: number; single2: number; capped: number };

function cutSums(row: RawRow): CutSums {
  return { employers: row.clusters, weight: row.weight, weight2: row.weight2, without2: row.without2, single2: row.single2 };
}

/** What a part's shares together are worth in independent postings: one number for all groups, as Rao and Scott (1981) use it. */
function partOf(part: string, rows: readonly RawRow[]): Part {
  const { postings, said, partEmployers } = rows[0]!;
  const known = rows.filter((row) => row.group !== null);
  let spread = 0;
  let variance = 0;
  for (const row of known) {
    const p = row.hits / row.weight;
    spread += p * (1 - p);
    variance += shareVariance(row, cutSums(row));
  }
  const most = extentOf(known.map((row) => effectiveN(row, cutSums(row))))?.most ?? 0;
  const effective = variance > 1e-15 ? Math.min(most, spread / variance) : most;
  return { part, postings, said, employers: partEmployers, coverage: postings === 0 ? 0 : said / postings, effective };
}

/**
 * The share of a group that none of a part's postings is of: 0, and how much it may be all the same; null where nothing there says what is counted. By what the part's shares are worth together, as without a hit nothing tells how the
 * group's own lie among employers. (On made markets of 40 and 100 employers that post much alike, or not, shares of 0.2 and 0.5 % were held 95 to 98 times in a hundred, those without a hit among them;
 * to count each employer once held no more, with ends three to nineteen times as far.)
 */
export function noneOf({ effective }: Part): Share | null {
  return effective > 0 ? { value: 0, low: 0, high: wilson(0, effective)[1] } : null;
}

/**
 * One row a part and group. `cell` counts postings by employer; `base` is what shares are of; `cap` finds the number of postings above which an employer would be
 * more than its part, by leaving the largest out one by one, in parts that have such an employer; sums over employers then give the share and its variance (statistics/share.ts).
 * Postings without an employer's name are taken as one employer's, and counted as none's. Sums of weights are rounded: DuckDB adds in an order that differs from run to run.
 * What is not parted has a number for a part, as words would be looked at row by row.
 */
function countSql(where: Where, by: Group, part: Group | undefined, limit: number | undefined): string {
  const partColumn = part === undefined ? "0::UTINYINT" : part.column;
  const inPart = part === undefined ? "" : ` WHERE ${partColumn} IS NOT NULL`;
  const told = by.told ?? textOf;
  const partTold = part === undefined ? `'${whole}'` : (part.told ?? textOf)("part");
  const base = by.list !== undefined
    ? `everyone AS MATERIALIZED (SELECT ${partColumn} AS part, r.employer, count(*) AS n, count(*) FILTER (${by.says ?? "true"}) AS said FROM ${scanOf(where, part?.list)}${inPart} GROUP BY ALL)`
    : `everyone AS MATERIALIZED (SELECT part, employer, sum(n)::BIGINT AS n, coalesce(sum(n) FILTER ("group" IS NOT NULL), 0)::BIGINT AS said FROM cell GROUP BY ALL)`;
  const folds = part?.fold !== undefined || by.fold !== undefined;
  return `WITH ${folds ? "plain" : "cell"} AS MATERIALIZED (
    SELECT ${partColumn} AS part, ${by.column} AS "group", r.employer, count(*) AS n FROM ${scanOf(where, part?.list, by.list)}${inPart} GROUP BY part, "group", r.employer),
  ${folds ? `folded AS (SELECT ${part?.fold === undefined ? "part" : "p.folded AS part"}, ${by.fold === undefined ? '"group"' : 'g.folded AS "group"'}, employer, n FROM plain${foldsOf("part", "p", part?.fold)}${foldsOf('"group"', "g", by.fold)}),
  cell AS MATERIALIZED (SELECT part, "group", employer, sum(n)::BIGINT AS n FROM folded GROUP BY part, "group", employer HAVING max(part) IS NOT NULL),` : ""}
  ${base},
  base AS (SELECT part, employer, ${by.ofAll ? "n" : "said"} AS n FROM everyone WHERE ${by.ofAll ? "n" : "said"} > 0),
  size AS (SELECT part, sum(n)::INTEGER AS postings, sum(said)::INTEGER AS said, count(employer)::INTEGER AS "partEmployers" FROM everyone GROUP BY part),
  parted AS (SELECT part, greatest(${mostOfOneEmployer}, 2 / count(*)) AS most, sum(n) AS total, max(n) AS biggest FROM base GROUP BY part),
  placed AS (
    SELECT part, most, total, row_number() OVER largest AS k, sum(n) OVER (largest ROWS UNBOUNDED PRECEDING) AS upto, lead(n, 1, 0) OVER largest AS next
    FROM base JOIN parted USING (part) WHERE biggest > most * total WINDOW largest AS (PARTITION BY part ORDER BY n DESC, employer)),
  cap AS (SELECT part, arg_min(most * (total - upto) / (1 - most * k), k) FILTER (most * k < 1 AND next <= most * (total - upto) / (1 - most * k)) AS cap FROM placed GROUP BY part),
  weighing AS MATERIALIZED (SELECT part, employer, n, CASE WHEN cap < n THEN round(cap / n, 9) ELSE 1 END AS w FROM base LEFT JOIN cap USING (part)),
  heavy AS (SELECT part, sum(w * n) AS "all" FROM weighing GROUP BY part),
  weighed AS MATERIALIZED (SELECT part, employer, n, w, w / greatest(1e-6, 1 - round(w * n / "all", 9)) AS l FROM weighing JOIN heavy USING (part)),
  cuts AS (
    SELECT part, count(*)::INTEGER AS clusters, round(sum(w * n), 6) AS weight, round(sum((w * n) ** 2), 6) AS weight2, round(sum((l * n) ** 2), 6) AS without2, round(sum(w * w * n), 6) AS single2, (count(employer) FILTER (w < 1))::INTEGER AS capped
    FROM weighed GROUP BY part)${limit === undefined ? "" : `,
  largest AS (SELECT "group" FROM (SELECT "group", sum(n) AS n FROM cell WHERE "group" IS NOT NULL GROUP BY 1) ORDER BY n DESC, ${told('"group"')} LIMIT $limit)`},
  counted AS (
    SELECT c.part, "group", sum(c.n)::INTEGER AS n, count(c.employer)::INTEGER AS employers, round(sum(w * c.n), 6) AS hits, round(sum((l * c.n) ** 2), 6) AS hits2, round(sum(l * l * c.n * g.n), 6) AS cross
    FROM cell c LEFT JOIN weighed g ON g.part = c.part AND g.employer IS NOT DISTINCT FROM c.employer${limit === undefined ? "" : ` WHERE "group" IN (FROM largest)`} GROUP BY c.part, "group")
SELECT * REPLACE (${partTold} AS part, ${told('"group"')} AS "group"), ${by.nameOf?.('"group"') ?? "NULL"} AS name FROM counted JOIN size USING (part) LEFT JOIN cuts USING (part) ORDER BY part, n DESC, "group"`;
}

/** Each value is brought together with others once, however many employers have it. */
function foldsOf(column: string, as: string, fold: Group["fold"]): string {
  return fold === undefined ? "" : ` LEFT JOIN (SELECT raw, ${fold("raw")} AS folded FROM (SELECT DISTINCT ${column} AS raw FROM plain)) ${as} ON ${as}.raw = plain.${column}`;
}
