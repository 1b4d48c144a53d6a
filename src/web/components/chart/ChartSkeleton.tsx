import type { ReactNode } from "react";
import { chartWords } from "../../words/charts.ts";
import { ChartRoom } from "./ChartRoom.tsx";

type Props = { title: string; about: string; height: number; narrowHeight?: number; controls?: ReactNode; /** What will stand below it, as near as it is known: it takes its lines, unseen. */ foot?: string };

/** The place of a chart whose answer is on its way: as high as the chart will be, with the words that are known already. */
export function ChartSkeleton({ title, about, height, narrowHeight, controls, foot = "\u00a0" }: Props) {
  return (
    <div className="chart" aria-busy="true">
      <div className="chart-head">
        <h2>{title}</h2>
        {controls}
      </div>
      <p className="chart-about soft">{about}</p>
      <output aria-label={chartWords.drawing(title)}>
        <ChartRoom height={height} narrowHeight={narrowHeight} shown />
      </output>
      <p className="chart-foot soft unwritten" aria-hidden>
        {foot}
      </p>
    </div>
  );
}
