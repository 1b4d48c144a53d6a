import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Layer } from "../../../terms/layer.ts";
import { question } from "../../api.ts";
import type { MonthRow } from "../../charts/months.ts";
import { lineHeight } from "../../charts/heights.ts";
import type { Filters } from "../../filters.ts";
import { count, monthOf } from "../../figures.ts";
import { roleWords } from "../../words/role.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { ChartSkeleton } from "../chart/ChartSkeleton.tsx";
import type { Column } from "../chart/column.ts";
import { Failed } from "../shell/Failed.tsx";
import { monthsFrom } from "./months-from.ts";

const words = roleWords.months;
const columns: readonly Column<MonthRow>[] = [
  { head: words.columns.month, of: (row) => row.month, shown: (row) => monthOf(row.month) },
  { head: words.columns.n, of: (row) => row.n, shown: (row) => count(row.n), number: true },
];

/** Demand over months: how many vacancies of a cut were opened in each. */
export function MonthsChart({ cut, layer }: { cut: Filters; layer: Layer | null }) {
  const asked = useQuery(question("demand", { ...cut, by: "month", limit: 500 }));
  const rows = useMemo(() => monthsFrom(asked.data?.rows.map(({ group, n }) => ({ month: group, n })) ?? []), [asked.data]);
  const draw = useMemo(() => async () => (await import("../../charts/months.ts")).drawMonths(layer), [layer]);
  if (asked.isPending) return <ChartSkeleton title={words.title} about={words.about} height={lineHeight} />;
  if (asked.error !== null) return <Failed title={words.title} error={asked.error} retry={() => void asked.refetch()} />;
  return <ChartFrame title={words.title} about={words.about} rows={rows} columns={columns} draw={draw} height={lineHeight} n={rows.reduce((sum, { n }) => sum + n, 0)} employers={asked.data.employers} query={asked.data} tooFew={rows.length < 2 ? words.few(rows.length) : null} />;
}
