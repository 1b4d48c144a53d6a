import type { AnswerOf } from "../../api.ts";
import { marketWords } from "../../words/market.ts";

const words = marketWords.roles;

/** After how many days half of the vacancies had ended, with its interval; or why that cannot be said. */
export function OpenCell({ open }: { open: AnswerOf<"time-open">["rows"][number] | null }) {
  if (open === null) return <span className="soft">–</span>;
  if (open.hidden !== null) return <span className="soft">{open.hidden}</span>;
  if (open.median === null)
    return (
      <span className="soft" title={words.notReachedWhy}>
        {words.notReached}
      </span>
    );
  const { value, low, high } = open.median;
  return (
    <span title={words.openWhy(end(low), end(high))}>
      {words.days(value)}{" "}
      <span className="soft">
        {low === null ? "" : high === null ? `${low}+` : `${low}–${high}`}
      </span>
    </span>
  );
}

function end(days: number | null): string {
  return days === null ? words.beyond : String(days);
}
