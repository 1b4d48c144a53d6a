import type { Point } from "../../charts/drawing.ts";

const GAP = 14;
const MOST = 300;
/** Where a chart is narrower than this there is no room for a line of figures on either side of a point. */
const NARROW = 480;

/** Beside a point, where there is more room, or below it in a narrow chart: what it says. The same is said by the point itself to a screen reader. */
export function Tip({ point, width }: { point: Point; width: number }) {
  const { x, y, title, lines, at } = point;
  const side = x > width / 2 ? "right" : "left";
  const room = Math.max(x, width - x) - GAP;
  const place = width < NARROW ? { [side]: 0, top: y + GAP, maxWidth: width } : { [side]: Math.min(x, width - x) + GAP, top: Math.max(0, y - 40), maxWidth: Math.min(MOST, room) };
  return (
    <div aria-hidden>
      {at !== undefined && <div className="point-line" style={{ left: x }} />}
      <div className="point-mark" style={{ left: x, top: y }} />
      <div className="tip" style={place}>
        <div className="tip-title">{title}</div>
        {lines.map(({ text, layer }, i) => (
          <div key={text} className="tip-line" data-own={(at === undefined || at === i) || undefined}>
            {layer !== undefined && <span className="dot" data-layer={layer} />}
            {text}
          </div>
        ))}
      </div>
    </div>
  );
}
