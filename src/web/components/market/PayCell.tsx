import { count, plural, roundMoney } from "../../figures.ts";
import { marketWords } from "../../words/market.ts";

const words = marketWords.pay;

export type PayMedian = { value: number | null; low?: number | null; high?: number | null; currency: string; n: number; employers: number };

/** A median with its 95 % interval, where it has one, and the vacancies and employers behind it; or why there is none: the pay of a handful of employers is theirs, not the market's. */
export function PayCell({ pay }: { pay: PayMedian }) {
  if (pay.n > 0 && pay.value === null) return <span className="soft">{words.fewOf(plural(pay.employers, "employer"))}</span>;
  return (
    <span className="pay">
      <PayMedianCell pay={pay} /> <PayBehind pay={pay} />
    </span>
  );
}

/** The median alone; or why there is none, which `PayBehind` says more of. */
export function PayMedianCell({ pay }: { pay: PayMedian }) {
  if (pay.n === 0) return <span className="soft">{words.none}</span>;
  if (pay.value === null) return <span className="soft">{words.few}</span>;
  return <span className="whole-figure">{roundMoney(pay.value, pay.currency)}</span>;
}

/** What stands behind the median: its interval, the vacancies and their employers. */
export function PayBehind({ pay }: { pay: PayMedian }) {
  if (pay.n === 0) return null;
  return (
    <span className="soft">
      {pay.low != null && pay.high != null && (
        <>
          <span className="whole-figure">
            {roundMoney(pay.low, pay.currency)} to {roundMoney(pay.high, pay.currency)},
          </span>{" "}
        </>
      )}
      <span className="behind">{words.behind(count(pay.n), plural(pay.employers, "employer"))}</span>
    </span>
  );
}

/** The median of an answer's quantiles, as a cell shows it. */
export function medianOf({ p50, currency, n, employers }: { p50: { value: number; low: number | null; high: number | null } | null; currency: string; n: number; employers: number }): PayMedian {
  return { value: p50?.value ?? null, low: p50?.low, high: p50?.high, currency, n, employers };
}
