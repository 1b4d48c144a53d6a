import type { OverviewRow } from "../../api.ts";
import { count, daysBehind, plural } from "../../figures.ts";
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
      {words.days(medianDays)} <span className="soft trail">{daysBehind(low, high, n)}</span>
      <span className="unseen">: {said}</span>
    </span>
  );
}

function end(days: number | null): string {
  return days === null ? words.beyond : String(days);
}
