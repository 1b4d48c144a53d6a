import { between, percent } from "../../figures.ts";

export type Share = { value: number; low: number; high: number };

const WIDTH = 94;

/** A share as a dot on a common scale up to `most`, its 95 % interval as a thin bar through it, and the figure. */
export function ShareInterval({ share, most }: { share: Share; most: number }) {
  const x = (value: number) => ((value / most) * (WIDTH - 8) + 4).toFixed(1);
  const interval = `95\u00a0% interval ${between(share)}`;
  return (
    <span className="share" title={interval} data-between={between(share)}>
      <svg className="interval" viewBox={`0 0 ${WIDTH} 14`} width={WIDTH} height="14" preserveAspectRatio="none" aria-hidden>
        <line x1="4" x2={WIDTH - 4} y1="7" y2="7" stroke="var(--line)" />
        <line x1={x(share.low)} x2={x(share.high)} y1="7" y2="7" stroke="var(--soft)" strokeWidth="2" />
        {/* A line of no length with round ends: a circle would be pressed flat where the bar has less room. */}
        <line x1={x(share.value)} x2={x(share.value)} y1="7" y2="7" stroke="var(--ink)" strokeWidth="6.8" strokeLinecap="round" vectorEffect="non-scaling-stroke" />
      </svg>
      <span className="share-figure">{percent(share.value)}</span>
      <span className="unseen">, {interval}</span>
    </span>
  );
}
