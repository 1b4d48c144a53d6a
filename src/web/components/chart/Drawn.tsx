import { useElementSize } from "@mantine/hooks";
import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { type Draw, type Drawing, nearest, next, said } from "../../charts/drawing.ts";
import { chartWords } from "../../words/charts.ts";
import { Failed } from "../shell/Failed.tsx";
import { Tip } from "./Tip.tsx";

type Props<Row> = { title: string; rows: readonly Row[]; draw(): Promise<Draw<Row>>; /** What stands there until it is drawn. */ room: ReactNode };

/** Half of a page of 1440 pixels with its scroll bar is not narrow. */
const narrowPx = 520;

/**
 * The drawing, and its points: under the pointer the nearest one shows what it says; with the keyboard the drawing is one stop, and arrows go from point to point (a listbox whose
 * options are the points, so that a screen reader says each).
 */
export function Drawn<Row>(props: Props<Row>) {
  const [attempt, setAttempt] = useState(0);
  return <Attempt key={attempt} {...props} again={() => setAttempt(attempt + 1)} />;
}

function Attempt<Row>({ title, rows, draw, room, again }: Props<Row> & { again(): void }) {
  const id = useId();
  const { ref: box, width } = useElementSize<HTMLDivElement>();
  const { drawing, error } = useDrawing(draw, rows, Math.floor(width));
  const [at, setAt] = useState(-1);
  const points = drawing?.points ?? [];
  const point = points[at];
  const press = (event: KeyboardEvent) => {
    if (event.key === "Escape") setAt(-1);
    else if (event.key === "Home" || event.key === "End") setAt(event.key === "Home" ? 0 : points.length - 1);
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight" || event.key === "ArrowUp" || event.key === "ArrowDown") setAt(next(points, at, event.key));
    else return;
    event.preventDefault();
  };
  const move = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    setAt(nearest(points, event.clientX - left, event.clientY - top));
  };
  return (
    <div ref={box}>
      {error !== null ? (
        <Failed title={title} error={error} retry={again} />
      ) : drawing === null ? (
        <output aria-label={chartWords.drawing(title)}>{room}</output>
      ) : (
        <div
          className="drawing"
          role="listbox"
          tabIndex={0}
          aria-label={chartWords.points(title, points.length)}
          aria-activedescendant={point === undefined ? undefined : `${id}-${at}`}
          onKeyDown={press}
          onFocus={(event) => event.target.matches(":focus-visible") && setAt((before) => Math.max(0, before))}
          onBlur={() => setAt(-1)}
          onPointerMove={move}
          onPointerLeave={() => setAt(-1)}
          // A finger has left before its tap is one.
          onClick={move}
        >
          <Canvas drawing={drawing} />
          <div className="points">
            {points.map((one, i) => (
              // oxlint-disable-next-line react/no-array-index-key -- a point is its place in the drawing
              <div key={i} id={`${id}-${i}`} role="option" aria-selected={i === at}>
                {said(one)}
              </div>
            ))}
          </div>
          {point !== undefined && <Tip point={point} width={width} />}
        </div>
      )}
    </div>
  );
}

function Canvas({ drawing }: { drawing: Drawing }) {
  const place = useRef<HTMLDivElement>(null);
  // Before the frame is painted: a place that is empty for one lets all below it jump up and down again.
  useLayoutEffect(() => place.current?.replaceChildren(drawing.svg), [drawing]);
  return <div ref={place} aria-hidden />;
}

function useDrawing<Row>(draw: () => Promise<Draw<Row>>, rows: readonly Row[], width: number) {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    let wanted = true;
    const settle = (found: Drawing | null, failure: unknown) => {
      if (!wanted) return;
      if (found !== null) setDrawing(found);
      setError(failure);
    };
    if (width > 0) {
      draw().then(
        (drawn) => settle(drawn(rows, { width, narrow: width < narrowPx }, document), null),
        (failure: unknown) => settle(null, failure),
      );
    }
    return () => {
      wanted = false;
    };
  }, [draw, rows, width]);
  return { drawing, error };
}
