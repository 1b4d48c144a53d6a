import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { layers } from "../../../terms/layer.ts";
import type { PayKind } from "../../../terms/pay.ts";
import { type AnswerOf, question, type RoleRow } from "../../api.ts";
import type { Filters } from "../../filters.ts";

type PayRow = AnswerOf<"pay">["rows"][number];
type OpenRow = AnswerOf<"time-open">["rows"][number];

/** A role's row of the market's table. What is undefined is still on its way; null is what cannot be said. */
export type RoleLine = RoleRow & { months: readonly number[] | null | undefined; band: PayRow | null | undefined; open: OpenRow | null | undefined };

/** The kind and currency that all pay of the table is in, so that its bands share one scale. */
export type PayOf = { kind: PayKind; currency: string };

/** The roles of a cut with all that their table shows: roles first, then what takes the store longer. */
export function useRoleLines(filters: Filters) {
  const roles = useQuery(question("roles", filters));
  const currency = roles.data?.rows[0]?.pay.currency;
  const layerless = filters.layer === undefined && filters.role === undefined;
  // Questions leave work outside AI out unless it is asked for; the table has it.
  const whole = layerless ? { ...filters, layer: [...layers, "outside"] } : filters;
  const months = useQuery(question("demand", { ...whole, by: "role,month", limit: 2000 }));
  const pay = useQuery({ ...question("pay", { ...whole, by: "role", currency }), enabled: currency !== undefined });
  const open = useQuery(question("time-open", { ...whole, by: "role" }));
  const payOf = useMemo(() => (pay.data === undefined || currency === undefined ? undefined : { kind: usualKind(pay.data.rows), currency }), [pay.data, currency]);
  const span = useMemo(() => [...new Set(months.data?.rows.flatMap(({ month }) => (month === null ? [] : [month])))].toSorted(), [months.data]);
  const lines = useMemo(
    () =>
      roles.data?.rows.map((row): RoleLine => ({
        ...row,
        months: months.data === undefined ? undefined : monthsOf(row.role, months.data.rows, span),
        band: payOf === undefined ? undefined : (pay.data?.rows.find((one) => one.group === row.role && one.kind === payOf.kind && one.currency === payOf.currency) ?? null),
        open: open.data === undefined ? undefined : (open.data.rows.find(({ group }) => group === row.role) ?? null),
      })),
    [roles.data, months.data, pay.data, open.data, payOf, span],
  );
  return { roles, lines, payOf, span, fetching: roles.isFetching };
}

/** The kind of pay that most postings of the table state: base, or what does not say. Totals are another thing. */
function usualKind(rows: readonly PayRow[]): PayKind {
  const n = (kind: PayKind) => rows.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.n, 0);
  return n("base") >= n("unspecified") ? "base" : "unspecified";
}

/** Vacancies month by month, 0 where a month has none; null where there is no line to draw. */
function monthsOf(role: string, rows: AnswerOf<"demand">["rows"], span: readonly string[]): number[] | null {
  if (span.length < 3) return null;
  const own = new Map(rows.filter(({ group }) => group === role).map(({ month, n }) => [month, n]));
  return span.map((month) => own.get(month) ?? 0);
}
