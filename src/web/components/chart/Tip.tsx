import type { Point } from "../../charts/drawing.ts";

/** Beside a point: what it says. The same is said by the point itself to a screen reader. */
export function Tip({ point, width }: { point: Point; width: number }) {
  const { x, y, title, lines, at } = point;
  return (
    <div aria-hidden>
      {at !== undefined && <div className="point-line" style={{ left: x }} />}
      <div className="point-mark" style={{ left: x, top: y }} />
      <div className="tip" style={x > width / 2 ? { right: width - x + 14, top: Math.max(0, y - 40) } : { left: x + 14, top: Math.max(0, y - 40) }}>
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
