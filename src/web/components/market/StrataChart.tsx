import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { MixLayer } from "../../../terms/layer.ts";
import { question } from "../../api.ts";
import { fewestOfMonth, monthsDrawn } from "../../charts/months-drawn.ts";
import type { StratumRow } from "../../charts/strata.ts";
import type { Filters } from "../../filters.ts";
import { count, monthOf, percent, plural } from "../../figures.ts";
import { layerNames } from "../../words.ts";
import { marketWords } from "../../words/market.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import { ChartSkeleton } from "../chart/ChartSkeleton.tsx";
import type { Column } from "../chart/column.ts";
import { Failed } from "../shell/Failed.tsx";

const words = marketWords.strata;
const heightPx = 300;
const narrowHeightPx = 240;

type Row = StratumRow & { corrected: { value: number; low: number; high: number } | null };
export type StrataOf = "share" | "n";

const columns: readonly Column<Row>[] = [
  { head: words.columns.month, of: (row) => row.month, shown: (row) => monthOf(row.month) },
  { head: words.columns.layer, of: (row) => row.layer, shown: (row) => layerNames[row.layer] },
  { head: words.columns.n, of: (row) => row.n, shown: (row) => count(row.n), number: true },
  { head: words.columns.share, of: (row) => row.share.value, shown: (row) => percent(row.share.value), number: true },
  { head: words.columns.low, of: (row) => row.share.low, shown: (row) => percent(row.share.low), number: true },
  { head: words.columns.high, of: (row) => row.share.high, shown: (row) => percent(row.share.high), number: true },
  { head: words.columns.corrected, of: (row) => row.corrected?.value ?? null, shown: (row) => (row.corrected === null ? "–" : percent(row.corrected.value)), number: true },
];

const draw = {
  share: async () => (await import("../../charts/strata.ts")).drawStrata("share"),
  n: async () => (await import("../../charts/strata.ts")).drawStrata("n"),
};

/** Demand over time, as strata: what each month's vacancies are, layer on layer. */
export function StrataChart({ filters, turn, of, onOf }: { filters: Filters; /** Whether it is its turn to ask. */ turn: boolean; of: StrataOf; onOf(of: StrataOf): void }) {
  const asked = useQuery({ ...question("layers", { ...filters, layer: undefined, by: "month" }), enabled: turn });
  const rows = useMemo(() => asked.data?.rows.flatMap(rowOf) ?? [], [asked.data]);
  const controls = (
    <fieldset className="either">
      <legend className="unseen">{words.unit}</legend>
      {(["share", "n"] as const).map((one) => (
        <label key={one}>
          <input type="radio" name="strata-of" className="unseen" checked={of === one} onChange={() => onOf(one)} />
          {words[one]}
        </label>
      ))}
    </fieldset>
  );
  if (asked.isPending) return <ChartSkeleton title={words.title[of]} about={words.about} height={heightPx} narrowHeight={narrowHeightPx} controls={controls} foot={`${plural(1000, "vacancy")} · ${words.capped(percent(0.1))} · ${words.labels(monthOf("2026-09"))}`} />;
  if (asked.error !== null) return <Failed title={words.title[of]} error={asked.error} retry={() => void asked.refetch()} />;
  const months = [...new Set(rows.map(({ month }) => month))];
  const drawn = of === "share" ? monthsDrawn(rows) : months;
  const last = drawn.at(-1);
  return (
    <ChartFrame
      title={words.title[of]}
      about={words.about}
      rows={rows}
      columns={columns}
      draw={draw[of]}
      height={heightPx}
      narrowHeight={narrowHeightPx}
      n={rows.reduce((sum, { n }) => sum + n, 0)}
      note={
        <>
          {words.capped(percent(asked.data.cap.most))}
          {last !== undefined && <span className="hide-narrow"> · {words.labels(monthOf(last))}</span>}
          {last !== undefined && drawn.length < months.length && ` · ${words.ends(count(fewestOfMonth))}`}
        </>
      }
      query={asked.data}
      tooFew={months.length < 2 ? words.few(months.length) : drawn.length < 2 ? words.thin(count(fewestOfMonth)) : null}
      controls={controls}
    />
  );
}

function rowOf({ month, layer, n, share, corrected }: { month: string | null; layer: string; n: number; share: Row["share"] | null; corrected: Row["corrected"] }): Row[] {
  return month === null || share === null ? [] : [{ month, layer: layer as MixLayer, n, share, corrected }];
}
