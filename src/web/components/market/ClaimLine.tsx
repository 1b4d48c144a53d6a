import { lazy, Suspense, useState } from "react";
import { count, plural } from "../../figures.ts";
import { marketWords } from "../../words/market.ts";
import { claimFigure, claimRange } from "./claim-figure.ts";
import type { ClaimRow } from "./Claims.tsx";

const QueryDialog = lazy(async () => ({ default: (await import("../chart/QueryDialog.tsx")).QueryDialog }));
const words = marketWords.claims;

/** A claim: the verdict, what is claimed and by whom, the figure that was measured with its interval, what stands behind it, and its query. */
export function ClaimLine({ row }: { row: ClaimRow }) {
  const [asking, setAsking] = useState(false);
  const figure = claimFigure(row);
  const range = claimRange(row);
  const { publisher, title, date } = row.source;
  return (
    <li data-verdict={row.verdict}>
      <span className="verdict">{words.verdicts[row.verdict]}</span>
      <div>
        <p>{row.says}</p>
        <p className="soft">
          {[publisher === null ? title : `${publisher}, ${title}`, date].filter(Boolean).join(", ")}
          {row.takenAs !== null && <>{"\u00a0· "}{words.takenAs(row.takenAs)}</>}
        </p>
      </div>
      <div className="claim-figure">
        {figure !== null && <p>{figure}</p>}
        <p className="soft">
          {[row.because, range === null ? null : words.claimed(range), row.n === null || row.employers === null ? null : words.behind(count(row.n), plural(row.employers, "employer")), row.note].filter((part) => part !== null).join("\u00a0· ")}
          {row.sql !== null && (
            <>
              {" "}
              <button type="button" className="plain" aria-label={words.queryOf(row.says)} onClick={() => setAsking(true)}>
                {words.query}
              </button>
            </>
          )}
        </p>
      </div>
      {asking && row.sql !== null && (
        <Suspense>
          <QueryDialog title={row.says} query={{ sql: row.sql, values: row.values }} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </li>
  );
}
