import type { Layer } from "../../../terms/layer.ts";
import type { OverviewRow } from "../../api.ts";
import { count, plural, roundMoney } from "../../figures.ts";
import { marketWords } from "../../words/market.ts";

type Pay = OverviewRow["pay"];

const width = 100;
const words = marketWords.roles;

/** A pay band on the table's common scale, its median beside it with the postings behind it; or why there is none. */
export function PayBand({ pay, layer, scale: [least, most] }: { pay: Pay; layer: Layer; scale: readonly [number, number] }) {
  if (pay.n === 0) return <span className="soft">{words.noPay}</span>;
  const { p10, p25, p50, p75, p90, currency, n, employers } = pay;
  if (p10 === null || p25 === null || p50 === null || p75 === null || p90 === null) return <span className="soft">{words.fewPay(plural(employers, "employer"))}</span>;
  const x = (value: number) => 3 + ((value - least) / Math.max(1, most - least)) * (width - 6);
  const short = (value: number) => roundMoney(value, currency);
  const interval = p50.low === null || p50.high === null ? (layer === "outside" ? words.noInterval : "") : ` (${short(p50.low)} to ${short(p50.high)})`;
  const said = `p10 ${short(p10.value)}, p25 ${short(p25.value)}, median ${short(p50.value)}${interval}, p75 ${short(p75.value)}, p90 ${short(p90.value)}; n ${count(n)} of ${plural(employers, "employer")}`;
  return (
    <span className="band" title={said} data-between={p50.low === null || p50.high === null ? "" : `${short(p50.low)} to ${short(p50.high)}`}>
      <svg className="room-2 hide-narrow" width={width} height="16" aria-hidden>
        <line x1={x(p10.value)} x2={x(p90.value)} y1="8" y2="8" stroke="var(--soft)" strokeWidth="1.5" />
        <rect x={x(p25.value)} width={Math.max(1, x(p75.value) - x(p25.value))} y="4.5" height="7" rx="1.5" fill="var(--band)" />
        {p50.low !== null && p50.high !== null && <line className="between" x1={x(p50.low)} x2={x(p50.high)} y1="14.5" y2="14.5" stroke="var(--ink)" strokeWidth="1.5" />}
        <line x1={x(p50.value)} x2={x(p50.value)} y1="1.5" y2="14.5" stroke="var(--ink)" strokeWidth="2" />
      </svg>
      <span className="band-figure">
        {short(p50.value)} <span className="soft">
          {words.behind(count(n), count(employers))}
        </span>
      </span>
      <span className="unseen">: {said}</span>
    </span>
  );
}

/** From the least p10 to the most p90 of what is shown, or the ends of the medians' intervals where few postings leave them wider; on round tens of thousands. */
export function bandScale(pays: readonly Pay[]): readonly [number, number] {
  const shown = pays.flatMap(({ p10, p50, p90 }) => (p10 !== null && p50 !== null && p90 !== null ? [p10.value, p50.low ?? p10.value, p50.high ?? p90.value, p90.value] : []));
  if (shown.length === 0) return [0, 1];
  const step = 10_000;
  return [Math.floor(Math.min(...shown) / step) * step, Math.ceil(Math.max(...shown) / step) * step];
}
