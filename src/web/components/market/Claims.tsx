import { Skeleton } from "@mantine/core";
import { useInViewport } from "@mantine/hooks";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { type AnswerOf, question } from "../../api.ts";
import { marketWords } from "../../words/market.ts";
import type { Column } from "../chart/column.ts";
import { SaveMenu } from "../chart/SaveMenu.tsx";
import { Failed } from "../shell/Failed.tsx";
import { ClaimLine } from "./ClaimLine.tsx";

export type ClaimRow = AnswerOf<"claims">["rows"][number];
type Verdict = ClaimRow["verdict"];

const words = marketWords.claims;
const verdicts = ["supported", "contradicted", "not enough data", "not checkable"] as const satisfies readonly Verdict[];

const fileColumns: readonly Column<ClaimRow>[] = [
  { head: "claim", of: (row) => row.id },
  { head: "says", of: (row) => row.says },
  { head: "source", of: (row) => row.source.title },
  { head: "verdict", of: (row) => row.verdict },
  { head: "because", of: (row) => row.because },
  { head: "value", of: (row) => row.value },
  { head: "low", of: (row) => row.low },
  { head: "high", of: (row) => row.high },
  { head: "unit", of: (row) => row.unit },
  { head: "currency", of: (row) => row.currency },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "taken_as", of: (row) => row.takenAs },
  { head: "command", of: (row) => row.command },
];

/** So many lines at first: those that could be decided come first. */
const firstLines = 12;

/** The ledger of published claims with the verdict on each. It asks much of the store: only once it comes near the window. */
export function Claims({ since }: { since: string | undefined }) {
  const { ref, inViewport } = useInViewport();
  const [near, setNear] = useState(false);
  if (inViewport && !near) setNear(true);
  const asked = useQuery({ ...question("claims", { since }), enabled: near, staleTime: 10 * 60_000 });
  return (
    <section aria-labelledby="claims" className="rows claims" ref={ref} aria-busy={asked.isFetching}>
      <div className="chart-head">
        <h2 id="claims">{words.title}</h2>
        <div className="tools">{asked.data !== undefined && <SaveMenu title={words.title} rows={asked.data.rows} columns={fileColumns} query={asked.data} />}</div>
      </div>
      <p className="chart-about soft">
        {words.about} {words.whole}
      </p>
      {asked.error !== null ? <Failed error={asked.error} retry={() => void asked.refetch()} /> : asked.data === undefined ? <Loading /> : <Ledger rows={asked.data.rows} />}
    </section>
  );
}

function Ledger({ rows }: { rows: readonly ClaimRow[] }) {
  const [only, setOnly] = useState<Verdict | null>(null);
  const [whole, setWhole] = useState(false);
  const n = (verdict: Verdict) => rows.filter((row) => row.verdict === verdict).length;
  const shown = verdicts.filter((verdict) => only === null || verdict === only).flatMap((verdict) => rows.filter((row) => row.verdict === verdict));
  return (
    <>
      <fieldset className="filter-chips">
        <legend className="unseen">{words.title}</legend>
        {([null, ...verdicts] as const).map((verdict) => (
          <label key={verdict ?? "all"} className="pick">
            <input type="radio" name="verdict" className="unseen" checked={only === verdict} onChange={() => setOnly(verdict)} />
            {verdict === null ? words.all : words.verdicts[verdict]} <span className="soft">{verdict === null ? rows.length : n(verdict)}</span>
          </label>
        ))}
      </fieldset>
      <ul className="ledger">
        {(whole ? shown : shown.slice(0, firstLines)).map((row) => (
          <ClaimLine key={row.id} row={row} />
        ))}
      </ul>
      {!whole && shown.length > firstLines && (
        <button type="button" className="button more-claims" onClick={() => setWhole(true)}>
          {words.more(shown.length)}
        </button>
      )}
    </>
  );
}

function Loading() {
  return (
    <output aria-label={words.loading} className="skeletons">
      {Array.from({ length: 8 }, (_, i) => (
        <Skeleton key={i} height={14} width={`${92 - ((i * 13) % 24)}%`} />
      ))}
    </output>
  );
}
