import { grouped } from "../../lib/grouped.ts";
import type { Role } from "../../terms/role.ts";
import { bandOf, type Estimate, quantilesOf, type Stated } from "../statistics/quantiles.ts";
import type { Market } from "../store.ts";
import { currencyOf, paysSql, type Query } from "./answer.ts";
import type { Cut, Where } from "./cut.ts";
import { indexOf } from "./pay-cells.ts";

/** What a role pays, hidden or not: quantiles of one figure a vacancy; `band`: the same with intervals, inside the five layers, where they were asked for. */
export type RolePay = { quantiles: number[]; n: number; employers: number; band: (Estimate | null)[] };

const payProbabilities = [0.1, 0.25, 0.5, 0.75, 0.9] as const;

/** The pay of each role of a cut that is not said to be a total, in the currency asked for or else that most of its postings state; `bands`: with intervals. */
export async function rolePays(market: Market, cut: Cut, where: Where, bands: boolean): Promise<{ currency: string; pays: Map<Role, RolePay>; query: Query }> {
  const currency = await currencyOf(market, cut);
  const query = { sql: paysOfRoles(where), values: { ...where.values, currency } };
  const rows = await market.rows<Row>(query.sql, query.values);
  return { currency, query, pays: new Map([...grouped(rows, (row) => row.role)].map(([role, own]) => [role, payOf(own, bands)])) };
}

type Row = { role: Role; employer: string | null; yearly: number; n: number; employers: number; ai: boolean };

/** Inside the five layers by employer, as whole employers are drawn for its intervals. Work outside them is most of a market, and its figures alone are asked for. */
function paysOfRoles(where: Where): string {
  return `WITH cut AS NOT MATERIALIZED (SELECT role, layer, employer, wage_currency, wage, more_wages FROM vacancy r WHERE ${where.sql}),
  cell AS MATERIALIZED (SELECT role, layer <> 'outside' AS ai, employer, yearly, count(*)::INTEGER AS n FROM (${paysSql()}) GROUP BY ALL),
  size AS (SELECT role, count(DISTINCT employer)::INTEGER AS employers FROM cell GROUP BY role),
  told AS (
    SELECT role, ai, name AS employer, yearly, n FROM cell LEFT JOIN employer ON number = cell.employer WHERE ai
    UNION ALL SELECT role, ai, NULL, yearly, sum(n)::INTEGER FROM cell WHERE NOT ai GROUP BY role, ai, yearly)
SELECT role::VARCHAR AS role, employer, yearly, n, employers, ai FROM told JOIN size USING (role) ORDER BY told.role, yearly, employer`;
}

function payOf(rows: readonly Row[], bands: boolean): RolePay {
  const employers = indexOf(rows.map(({ employer }) => employer));
  const stated = rows.map(({ employer, yearly, n }): Stated => ({ employer: employers.get(employer)!, value: yearly, n }));
  // Cents: the last digits of what lies between two figures are noise.
  const quantiles = (quantilesOf(stated, payProbabilities) as number[]).map((value) => Math.round(value * 100) / 100);
  return { quantiles, n: rows.reduce((sum, { n }) => sum + n, 0), employers: rows[0]!.employers, band: bands && rows[0]!.ai ? bandOf(stated, payProbabilities, employers.size) : [] };
}
