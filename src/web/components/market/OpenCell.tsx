import type { OverviewRow } from "../../api.ts";
import { count, plural } from "../../figures.ts";
import { marketWords } from "../../words/market.ts";

const words = marketWords.roles;

/** After how many days half of the vacancies had ended, with its interval; or why that cannot be said. */
export function OpenCell({ open: { medianDays, low, high, n, employers, why } }: { open: OverviewRow["timeOpen"] }) {
  if (medianDays === null) {
    return (
      <span className="soft" title={why ?? undefined}>
        {n === 0 ? words.notWatched : words.notReached}
        <span className="unseen">: {why}</span>
      </span>
    );
  }
  const said = words.openWhy(end(low), end(high), count(n), plural(employers, "employer"));
  return (
    <span title={said}>
      {words.days(medianDays)} <span className="soft">{[daysBetween(low, high), `n\u00a0${count(n)}`].filter((part) => part !== "").join(", ")}</span>
      <span className="unseen">: {said}</span>
    </span>
  );
}

/** `daysBetween(62, null)` → `"62+"` */
export function daysBetween(low: number | null, high: number | null): string {
  return low === null ? "" : high === null ? `${low}+` : `${low} to ${high}`;
}

function end(days: number | null): string {
  return days === null ? words.beyond : String(days);
}
