import { setImmediate } from "node:timers/promises";
import { grouped } from "../../lib/grouped.ts";
import { roundMoney } from "../../lib/money.ts";
import { bandOf } from "../statistics/quantiles.ts";
import { type PayMedian, paysSql } from "./answer.ts";
import { indexOf } from "./pay-cells.ts";

/** `n` vacancies of one employer in one group that state the same figure. */
export type MedianCell = { employer: string | null; yearly: number; n: number };

type Interval = { low: number | null; high: number | null };

export const medianCellsNote = "pay: the figures of each employer that a median's interval is drawn from";

/** What intervals of medians are made of, for a common table `cut` of vacancies: by the columns `of` it; `inside`: of the five layers alone. */
export function medianCellsSql(cut: string, { of, inside, ofOne = true }: { of: readonly string[]; inside: boolean; ofOne?: boolean }): string {
  const names = of.join(", ");
  return `WITH ${cut},
  cell AS (SELECT ${names}, employer, yearly, count(*)::INTEGER AS n FROM (${paysSql({ ofOne })})${inside ? " WHERE layer <> 'outside'::layer" : ""} GROUP BY ALL)
SELECT cell.* EXCLUDE (employer), name AS employer FROM cell LEFT JOIN employer ON number = cell.employer ORDER BY ${names}, yearly, name`;
}

/** The 95 % interval of each group's median, whole employers drawn. It takes a while: between two groups the store's answers to other queries are taken in. */
export async function drawnMedians<T extends MedianCell>(cells: readonly T[], groupOf: (cell: T) => string): Promise<Map<string, Interval>> {
  const drawn = new Map<string, Interval>();
  for (const [group, own] of grouped(cells, groupOf)) {
    const employers = indexOf(own.map(({ employer }) => employer));
    const [median] = bandOf(own.map(({ employer, yearly, n }) => ({ employer: employers.get(employer)!, value: yearly, n })), [0.5], employers.size);
    drawn.set(group, { low: median!.low, high: median!.high });
    await setImmediate();
  }
  return drawn;
}

/** What a table has no room for beside a median: `"median $170k to $199k (95 %) of 40 employers"`; why there is none; nothing where no vacancy states pay. */
export function medianLine({ value, low, high, currency, n, employers, hidden }: PayMedian): string {
  if (n === 0) return "";
  if (value === null) return `no median: ${hidden}`;
  const behind = `${employers} employers`;
  return low === null || high === null ? `median of ${behind}` : `median ${roundMoney(low, currency)} to ${roundMoney(high, currency)} (95 %) of ${behind}`;
}
