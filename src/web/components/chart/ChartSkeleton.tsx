import { Skeleton } from "@mantine/core";
import { chartWords } from "../../words/charts.ts";

/** The place of a chart whose answer is on its way. */
export function ChartSkeleton({ title, height }: { title: string; height: number }) {
  return (
    <div className="chart" aria-busy="true">
      <div className="chart-head">
        <h2>{title}</h2>
      </div>
      <output aria-label={chartWords.drawing(title)}>
        <Skeleton height={height + 20} mt={6} />
      </output>
    </div>
  );
}
