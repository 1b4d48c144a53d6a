import { useInViewport } from "@mantine/hooks";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Draw } from "../../charts/drawing.ts";
import { whenIdle } from "../../when-idle.ts";
import { plural } from "../../figures.ts";
import { chartWords } from "../../words/charts.ts";
import { ChartRoom } from "./ChartRoom.tsx";
import { ChartTable } from "./ChartTable.tsx";
import type { Column } from "./column.ts";
import { Drawn } from "./Drawn.tsx";
import type { AskedQuery } from "./QueryDialog.tsx";
import { SaveMenu } from "./SaveMenu.tsx";

type Props<Row> = {
  title: string;
  /** What the chart shows and how to read it, in a sentence; read out with the title. */
  about: string;
  rows: readonly Row[];
  columns: readonly Column<Row>[];
  /** Loads the function that draws, and Plot with it, once the chart is seen or the page has nothing else to do: what is printed must be drawn. Keep it outside of components, or in a memo: a new one draws anew. */
  draw(): Promise<Draw<Row>>;
  /** Height that is kept while it loads, and on a phone. */
  height: number;
  narrowHeight?: number;
  n?: number | null;
  employers?: number | null;
  /** What else a reader must know of the figures. */
  note?: ReactNode;
  query?: AskedQuery;
  /** Controls of the chart's own, beside the title. */
  controls?: ReactNode;
  level?: 2 | 3;
  /** In place of the drawing, where there is too little for one. */
  tooFew?: string | null;
};

/** A chart with all that belongs to one: title, description, the drawing with its points, the same as a table, what stands behind it, files and the query. */
export function ChartFrame<Row>({ title, about, rows, columns, draw, height, narrowHeight, n, employers, note, query, controls, level = 2, tooFew = null }: Props<Row>) {
  const id = useId();
  const [view, setView] = useState<"chart" | "table">("chart");
  const figure = useRef<HTMLElement>(null);
  const { ref: seen, inViewport } = useInViewport();
  const [near, setNear] = useState(false);
  if (inViewport && !near) setNear(true);
  useEffect(() => whenIdle(() => setNear(true)), []);
  const Head = level === 2 ? "h2" : "h3";
  const behind = [n === null || n === undefined ? null : plural(n, "vacancy"), employers === null || employers === undefined ? null : plural(employers, "employer")].filter((part) => part !== null).join(" of ");
  return (
    <figure className="chart" aria-labelledby={`${id}t`} aria-describedby={`${id}a`} ref={figure}>
      <div className="chart-head" ref={seen}>
        <Head id={`${id}t`}>{title}</Head>
        {controls}
        <div className="tools">
          <button type="button" className="plain" aria-pressed={view === "table"} aria-label={chartWords.viewLabel(chartWords.table, title)} onClick={() => setView(view === "table" ? "chart" : "table")}>
            {chartWords.table}
          </button>
          <SaveMenu title={title} rows={rows} columns={columns} query={query} foot={behind} svg={() => figure.current?.querySelector<SVGSVGElement>("svg.plot") ?? null} />
        </div>
      </div>
      <p id={`${id}a`} className="chart-about soft">
        {about}
      </p>
      {tooFew !== null ? (
        <p className="too-few soft">
          {chartWords.tooFew}: {tooFew}
        </p>
      ) : view === "table" ? (
        <ChartTable title={title} rows={rows} columns={columns} />
      ) : near ? (
        <Drawn title={title} rows={rows} draw={draw} room={<ChartRoom height={height} narrowHeight={narrowHeight} shown />} />
      ) : (
        <ChartRoom height={height} narrowHeight={narrowHeight} />
      )}
      {(behind !== "" || note !== undefined) && (
        <figcaption className="chart-foot soft">
          {behind}
          {note !== undefined && <> {behind === "" ? "" : "· "}{note}</>}
        </figcaption>
      )}
    </figure>
  );
}
