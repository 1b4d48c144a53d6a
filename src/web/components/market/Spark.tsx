import type { OverviewRow } from "../../api.ts";
import { count, monthOf } from "../../figures.ts";
import { marketWords } from "../../words/market.ts";

const width = 72;
const height = 22;
const fewestMonths = 3;

/** How many vacancies of a role were opened month by month, from none to its own most; the dot is the last month. */
export function Spark({ row, span }: { row: OverviewRow; span: readonly string[] }) {
  if (span.length < fewestMonths) return <span className="soft">{marketWords.roles.fewMonths}</span>;
  const known = new Map(row.months.map(({ month, vacancies }) => [month, vacancies]));
  const months = span.map((month) => known.get(month) ?? 0);
  const most = Math.max(1, ...months);
  const at = months.map((n, i) => [2 + (i / (months.length - 1)) * (width - 6), height - 3 - (n / most) * (height - 6)] as const);
  const [x, y] = at.at(-1)!;
  const words = marketWords.roles.months(monthOf(span[0]!), monthOf(span.at(-1)!), months.map(count).join(", "));
  return (
    <svg className="spark" width={width} height={height} data-layer={row.layer} role="img" aria-label={words}>
      <title>{words}</title>
      <polyline points={at.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ")} fill="none" stroke="var(--c)" strokeWidth="1.6" strokeLinejoin="round" />
      <circle cx={x} cy={y} r="2.2" fill="var(--c)" />
    </svg>
  );
}
