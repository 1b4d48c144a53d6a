import type { DuckDBValue } from "@duckdb/node-api";
import { archivesOf } from "../questions/archives.ts";
import { Cut, type Where, whereOfAi } from "../questions/cut.ts";
import type { payPostings } from "../questions/pay-postings.ts";
import type { Market } from "../store.ts";
import type { ClaimCut } from "./claim.ts";
import type { Measured } from "./verdict.ts";

/** A figure with the query behind it, and the command that shows it. */
export type Finding = { measured: Measured; sql: string; values: Record<string, DuckDBValue>; command: string };

/** What every measure is given: the market, the part of it that the ledger looks at, and the postings with pay that were asked for before, by their cut: several claims look at the same. */
export type Looking = { market: Market; within: Partial<Cut>; paid: Map<string, ReturnType<typeof payPostings>> };

export function whereOfClaim(cut: Partial<ClaimCut>, within: Partial<Cut>): Where {
  return whereOfAi(Cut.parse({ ...within, ...cut }));
}

/** `commandFor("pay", { country: ["US"] }, "--by all")` → `"strata market pay --country US --by all"` */
export function commandFor(question: string, cut: Partial<ClaimCut>, more = ""): string {
  const filters = Object.entries(cut).filter(([, values]) => values.length > 0).map(([name, values]) => `--${name} ${values.join(",")}`);
  return ["strata market", question, ...filters, more].filter((part) => part !== "").join(" ");
}

/**
 * What a reader must know of a change over time in this cut, or nothing: where most postings were first seen long after they were posted, those of earlier months are the ones that stood longest,
 * and what was filled fast is missing from them. Sources that list what they closed are whole.
 */
export async function snapshotNote(market: Market, where: Where): Promise<string | undefined> {
  const archives = await archivesOf(market);
  const [row] = await market.rows<{ late: number | null }>(
    `SELECT avg((r.seen_after > 31${archives.length === 0 ? "" : ` AND r.source NOT IN (${archives.map((_, i) => `$archive${i}`).join(", ")})`})::INTEGER) AS late FROM vacancy r WHERE ${where.sql} AND r.opened IS NOT NULL`,
    { ...where.values, ...Object.fromEntries(archives.map((source, i) => [`archive${i}`, source])) },
  );
  return (row?.late ?? 0) > 0.5 ? "most of these vacancies were first seen over a month after they were posted: what was filled before is missing from earlier months" : undefined;
}
