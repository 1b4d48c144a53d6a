import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { Layer } from "../../../terms/layer.ts";
import { type AnswerOf, question } from "../../api.ts";
import type { SurvivalRow } from "../../charts/survival.ts";
import { lineHeight } from "../../charts/heights.ts";
import type { Filters } from "../../filters.ts";
import { count, percent } from "../../figures.ts";
import { roleWords } from "../../words/role.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { ChartSkeleton } from "../chart/ChartSkeleton.tsx";
import type { Column } from "../chart/column.ts";
import { Failed } from "../shell/Failed.tsx";

const words = roleWords.open;
const columns: readonly Column<SurvivalRow>[] = [
  { head: words.columns.day, of: (row) => row.day, number: true },
  { head: words.columns.share, of: (row) => row.share, shown: (row) => percent(row.share), number: true },
  { head: words.columns.low, of: (row) => row.low, shown: (row) => percent(row.low), number: true },
  { head: words.columns.high, of: (row) => row.high, shown: (row) => percent(row.high), number: true },
  { head: words.columns.atRisk, of: (row) => row.atRisk, shown: (row) => count(row.atRisk), number: true },
];

type Answer = AnswerOf<"time-open">;
const none: SurvivalRow[] = [];

/** How long the vacancies of a cut stay open, with what stands behind the curve, or why there is none. */
export function OpenChart({ cut, layer }: { cut: Filters; layer: Layer | null }) {
  const asked = useQuery(question("time-open", { ...cut, by: "all" }));
  const row = asked.data?.rows[0];
  const median = row?.median?.value ?? null;
  const draw = useMemo(() => async () => (await import("../../charts/survival.ts")).drawSurvival(layer, median), [layer, median]);
  if (asked.isPending) return <ChartSkeleton title={words.title} about={words.about} height={lineHeight} />;
  if (asked.error !== null) return <Failed title={words.title} error={asked.error} retry={() => void asked.refetch()} />;
  const curve = row?.curve ?? none;
  const few = row === undefined ? words.none : curve.length < 2 ? (row.hidden ?? words.notReached) : null;
  return <ChartFrame title={words.title} about={words.about} rows={curve} columns={columns} draw={draw} height={lineHeight} n={row?.n ?? 0} employers={row?.employers ?? 0} note={noteOf(row, asked.data)} query={asked.data} tooFew={few} />;
}

function noteOf(row: Answer["rows"][number] | undefined, { unwatched }: Pick<Answer, "unwatched">): string {
  const half = row === undefined ? null : row.median !== null ? words.median(count(row.median.value), endOf(row.median.low), endOf(row.median.high)) : (row.hidden ?? words.notReached);
  const left = [[unwatched.undated, words.undated], [unwatched.seenOnce, words.once], [unwatched.endedBefore, words.before]] as const;
  const parts = left.flatMap(([n, said]) => (n > 0 ? [said(count(n))] : []));
  return [row === undefined ? null : words.ended(count(row.ended), count(row.n)), half, parts.length === 0 ? null : words.left(parts.join(", "))].filter((part) => part !== null).join("; ");
}

function endOf(days: number | null): string {
  return days === null ? words.end : count(days);
}
