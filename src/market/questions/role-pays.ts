import { setImmediate } from "node:timers/promises";
import { grouped } from "../../lib/grouped.ts";
import type { Role } from "../../terms/role.ts";
import { bandOf, type Estimate, quantilesOf, type Stated } from "../statistics/quantiles.ts";
import type { Market } from "../store.ts";
import type { Query } from "./answer.ts";
import { cents, inCents } from "./cents.ts";
import type { Where } from "./cut.ts";
import { indexOf } from "./pay-cells.ts";

/** What a role pays, hidden or not: quantiles of one figure a vacancy; `band`: the same with intervals, inside the five layers, where they were asked for. */
export type RolePay = { quantiles: number[]; n: number; band: (Estimate | null)[] };

/** Figures of pay that is not said to be a total, in one currency, each stated `n` times: inside the five layers by employer (its number in the store), as whole employers are drawn for intervals. */
export type PayRow = { role: Role; employer: number | null; yearly: number; n: number };

const payProbabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** What intervals are made of, asked for first: an eighth of a market and less. Employers come in the order of their names, as draws would else be others; the names themselves nobody looks at. */
export function insidePays(where: Where, currency: number): Query {
  const sql = `WITH cell AS (SELECT role, employer, wage AS yearly, count(*)::INTEGER AS n FROM (${wagesOf(where, "r.layer <> 'outside'::layer", "employer")}) GROUP BY ALL)
SELECT role, cell.employer, yearly, n FROM cell LEFT JOIN employer ON number = cell.employer ORDER BY cell.role, yearly, name`;
  return { sql, values: { ...where.values, currencyNumber: currency } };
}

/** Work outside the five layers is most of a market, and its figures alone are asked for. */
export function outsidePays(where: Where, currency: number): Query {
  const sql = `SELECT role, NULL AS employer, yearly, n FROM (SELECT role, wage AS yearly, count(*)::INTEGER AS n FROM (${wagesOf(where, "r.layer = 'outside'::layer")}) GROUP BY ALL) ORDER BY role, yearly`;
  return { sql, values: { ...where.values, currencyNumber: currency } };
}

function wagesOf(where: Where, which: string, ...more: string[]): string {
  return ["vacancy", "vacancy_more"].map((table) => `SELECT ${["role", "wage", ...more].join(", ")} FROM ${table} r WHERE ${where.sql} AND ${which} AND r.wage_currency = $currencyNumber::USMALLINT`).join(" UNION ALL ");
}

/** The numbers of currencies in the store, by code; none is 0. */
export async function currencyNumbers(market: Market): Promise<ReadonlyMap<string, number>> {
  return market.kept("currencies", async () => new Map((await market.rows<{ code: string; number: number }>("SELECT code, number FROM currency")).map(({ code, number }) => [code, number])));
}

/** Pay by role. Drawing employers takes a while: between two roles the store's answers to other queries are taken in. */
export async function paysByRole(rows: readonly PayRow[], bands: boolean): Promise<Map<Role, RolePay>> {
  const pays = new Map<Role, RolePay>();
  for (const [role, own] of grouped(rows, (row) => row.role)) {
    pays.set(role, payOf(own, bands));
    if (bands) await setImmediate();
  }
  return pays;
}

function payOf(rows: readonly PayRow[], bands: boolean): RolePay {
  const employers = indexOf(rows.map(({ employer }) => employer));
  const stated = rows.map(({ employer, yearly, n }): Stated => ({ employer: employers.get(employer)!, value: yearly, n }));
  const quantiles = (quantilesOf(stated, payProbabilities) as number[]).map(cents);
  return { quantiles, n: rows.reduce((sum, { n }) => sum + n, 0), band: bands ? bandOf(stated, payProbabilities, employers.size).map((one) => inCents(one)) : [] };
}
