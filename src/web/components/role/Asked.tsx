import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useId } from "react";
import type { Column } from "../chart/column.ts";
import type { AskedQuery } from "../chart/QueryDialog.tsx";
import { SaveMenu } from "../chart/SaveMenu.tsx";
import { TableSkeleton } from "../market/TableSkeleton.tsx";
import { Failed } from "../shell/Failed.tsx";

type Props<Answer extends AskedQuery & { rows: unknown[] }, Row> = {
  title: string;
  about: ReactNode;
  asked: UseQueryResult<Answer>;
  /** The rows that the table shows, of the answer, and as a file has them. */
  rows(answer: Answer): readonly Row[];
  columns: readonly Column<Row>[];
  /** What is said where there is no row. */
  none: string;
  skeletonRows?: number;
  controls?: ReactNode;
  children(rows: readonly Row[], answer: Answer): ReactNode;
};

/** A part of a page that is a table of one question: its title and what it says, the table in all its states, its file and query. */
export function Asked<Answer extends AskedQuery & { rows: unknown[] }, Row>({ title, about, asked, rows, columns, none, skeletonRows = 8, controls, children }: Props<Answer, Row>) {
  const id = useId();
  const found = asked.data === undefined ? [] : rows(asked.data);
  return (
    <section aria-labelledby={id} aria-busy={asked.isFetching} className="asked">
      <div className="chart-head">
        <h2 id={id}>{title}</h2>
        {controls}
        <div className="tools">{asked.data !== undefined && found.length > 0 && <SaveMenu title={title} rows={found} columns={columns} query={asked.data} />}</div>
      </div>
      <p className="chart-about soft">{about}</p>
      {asked.error !== null ? (
        <Failed title={title} error={asked.error} retry={() => void asked.refetch()} />
      ) : asked.data === undefined ? (
        <TableSkeleton label={title} rows={skeletonRows} />
      ) : found.length === 0 ? (
        <p className="too-few soft">{none}</p>
      ) : (
        children(found, asked.data)
      )}
    </section>
  );
}
