import { useQuery } from "@tanstack/react-query";
import type { Dropped } from "../../../terms/source.ts";
import { dropped } from "../../api-sources.ts";
import { count, plural, shown } from "../../figures.ts";
import { moment } from "../../time.ts";
import { sourceWords } from "../../words/sources.ts";
import type { Column } from "../chart/column.ts";
import { SaveMenu } from "../chart/SaveMenu.tsx";
import { TableSkeleton } from "../market/TableSkeleton.tsx";
import { Failed } from "../shell/Failed.tsx";

const words = sourceWords.left;

const fileColumns: readonly Column<Dropped>[] = [
  { head: "source", of: (row) => row.source },
  { head: "reason", of: (row) => row.reason },
  { head: "n", of: (row) => row.n },
  { head: "where", of: (row) => row.where },
  { head: "detail", of: (row) => row.detail },
  { head: "at", of: (row) => row.at },
];

/** What was left out, by reason: how many, of how many sources, and under each reason the sources with an example. */
export function DroppedTable() {
  const asked = useQuery(dropped());
  const rows = asked.data ?? [];
  const reasons = [...new Set(rows.map(({ reason }) => reason))].map((reason) => ({ reason, own: rows.filter((row) => row.reason === reason) }));
  return (
    <section aria-labelledby="left-out" className="rows">
      <div className="chart-head">
        <h2 id="left-out">{words.title}</h2>
        <div className="tools">{rows.length > 0 && <SaveMenu title={words.title} rows={rows} columns={fileColumns} />}</div>
      </div>
      <p className="chart-about soft">{words.about}</p>
      {asked.error !== null ? (
        <Failed title={words.title} error={asked.error} retry={() => void asked.refetch()} />
      ) : asked.isPending ? (
        <TableSkeleton label={words.title} rows={3} />
      ) : reasons.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <p>{words.total(count(sum(rows)), plural(reasons.length, "reason"))}</p>
          <ul className="reasons">
            {reasons.map(({ reason, own }) => (
              <li key={reason}>
                <details>
                  <summary>
                    <span className="reason">{shown(reason)}</span> <b>{count(sum(own))}</b> <span className="soft">{plural(own.length, "source")}</span>
                  </summary>
                  <ReasonTable reason={reason} rows={own} />
                </details>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function sum(rows: readonly Dropped[]): number {
  return rows.reduce((all, { n }) => all + n, 0);
}

function ReasonTable({ reason, rows }: { reason: string; rows: readonly Dropped[] }) {
  const { source, n, example, at } = words.columns;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className="chart-table" aria-label={words.show(shown(reason))} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">{source}</th>
            <th scope="col" className="n">
              {n}
            </th>
            <th scope="col">{example}</th>
            <th scope="col">{at}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.source}>
              <td>{shown(row.source)}</td>
              <td className="n">{count(row.n)}</td>
              <td className="example">{[row.where, row.detail].filter(Boolean).map(shown).join(": ")}</td>
              <td className="soft">{moment(row.at)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
