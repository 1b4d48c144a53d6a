import type { DuckDBValue } from "@duckdb/node-api";
import { Cut, type Where, whereOfAi } from "../questions/cut.ts";
import type { Market } from "../store.ts";
import type { ClaimCut } from "./claim.ts";
import type { Measured } from "./verdict.ts";

/** A figure with the query behind it, and the command that shows it. */
export type Finding = { measured: Measured; sql: string; values: Record<string, DuckDBValue>; command: string };

/** What every measure is given: the market, and the part of it that the ledger looks at. */
export type Looking = { market: Market; within: Partial<Cut> };

export function whereOfClaim(cut: Partial<ClaimCut>, within: Partial<Cut>): Where {
  return whereOfAi(Cut.parse({ ...within, ...cut }));
}

/** `commandFor("pay", { country: ["US"] }, "--by all")` → `"strata market pay --country US --by all"` */
export function commandFor(question: string, cut: Partial<ClaimCut>, more = ""): string {
  const filters = Object.entries(cut).filter(([, values]) => values.length > 0).map(([name, values]) => `--${name} ${values.join(",")}`);
  return ["strata market", question, ...filters, more].filter((part) => part !== "").join(" ");
}
