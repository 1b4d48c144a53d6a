import { Skeleton } from "@mantine/core";
import type { CSSProperties } from "react";

/** The room that a drawing will take, kept for it until it is there; `shown` while it is being made. */
export function ChartRoom({ height, narrowHeight = height, shown = false }: { height: number; /** On a phone. */ narrowHeight?: number | undefined; shown?: boolean }) {
  const style = { "--room": `${height}px`, "--room-narrow": `${narrowHeight}px` } as CSSProperties;
  return shown ? <Skeleton className="chart-room" style={style} /> : <div className="chart-room" style={style} />;
}
