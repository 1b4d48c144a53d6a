import { type Filters, readFilters } from "../../filters.ts";
import { readSort, type RoleSort } from "./role-sort.ts";

/** What the Market page keeps in its address: the filters, how its table is sorted, and whether the strata show numbers in place of shares. */
export type MarketSearch = Filters & { sort?: RoleSort; strata?: "n" };

export function readMarketSearch(search: Record<string, unknown>): MarketSearch {
  return { ...readFilters(search), sort: readSort(search.sort), strata: search.strata === "n" ? "n" : undefined };
}
