import { useMemo } from "react";
import { bandFigures } from "../../../brief/band.ts";
import type { BriefFigure, PayBand } from "../../../terms/brief.ts";
import type { BandPointRow } from "../../charts/band.ts";
import { bandHeight } from "../../charts/heights.ts";
import { count, roundMoney } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import { ChartFrame } from "../chart/ChartFrame.tsx";
import type { Column } from "../chart/column.ts";
import { askedQuery } from "./asked-query.ts";

const words = briefWords.band;
const money = (value: number | null, { currency }: BandPointRow) => (value === null ? "–" : roundMoney(value, currency));

const columns: readonly Column<BandPointRow>[] = [
  { head: words.columns.point, of: (row) => row.name },
  { head: words.columns.currency, of: (row) => row.currency },
  ...(["value", "low", "high"] as const).map((part): Column<BandPointRow> => ({ head: words.columns[part], of: (row) => row[part], shown: (row) => money(row[part], row), number: true })),
  { head: words.columns.n, of: (row) => row.n, shown: (row) => count(row.n), number: true },
  { head: words.columns.employers, of: (row) => row.employers, shown: (row) => count(row.employers), number: true },
];

/** The points of a band on one scale, each with its interval, and what the description states behind them. */
export function BandChart({ band }: { band: PayBand }) {
  const rows = useMemo(() => bandFigures(band).flatMap(({ name, figure }) => rowOf(name, figure)), [band]);
  const { stated, currency, p50 } = band;
  const draw = useMemo(() => async () => (await import("../../charts/band.ts")).drawBand(stated, words.stated), [stated]);
  const note = stated === null ? undefined : words.statedNote(`${roundMoney(stated.min, currency)}${stated.max === stated.min ? "" : ` to ${roundMoney(stated.max, currency)}`}`);
  return <ChartFrame level={3} title={words.points(band.what)} about={words.about} rows={rows} columns={columns} draw={draw} height={bandHeight(rows.length)} n={p50.n} employers={p50.employers} note={note} query={askedQuery(p50)} />;
}

function rowOf(name: string, { value, low, high, n, employers, currency }: BriefFigure): BandPointRow[] {
  return value === null ? [] : [{ name, value, low, high, n, employers, currency: currency ?? "" }];
}
