import { count, money, plural } from "../../figures.ts";

export type PayMedian = { value: number | null; currency: string; n: number; employers: number };

/** A median with the number of postings behind it, or why there is none: the pay of a handful of employers is theirs, not the market's. */
export function PayCell({ pay }: { pay: PayMedian }) {
  if (pay.n === 0) return <span className="soft">none stated</span>;
  if (pay.value === null) return <span className="soft">too few: {plural(pay.employers, "employer")}</span>;
  return (
    <span className="pay">
      {money(Math.round(pay.value / 1000) * 1000, pay.currency)} <span className="soft">n {count(pay.n)}</span>
    </span>
  );
}
