import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { between, count, daysBehind, percent, shown } from "../../figures.ts";
import { employerWords } from "../../words/employers.ts";
import { marketWords } from "../../words/market.ts";
import type { Column } from "../chart/column.ts";
import { LayerMix } from "../market/LayerMix.tsx";
import { ShareInterval } from "../market/ShareInterval.tsx";
import { Asked } from "../role/Asked.tsx";
import { InlineRoles } from "../role/InlineRoles.tsx";

const words = employerWords.list;
type Row = AnswerOf<"employer-overview">["rows"][number];
const step = 50;
const mostAsked = 500;

const columns: readonly Column<Row>[] = [
  { head: "employer", of: (row) => row.employer },
  { head: "vacancies", of: (row) => row.n },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
  { head: "roles", of: (row) => row.roles.map(({ role, n }) => `${role} ${n}`).join("; ") },
  { head: "state_pay", of: (row) => row.paid },
  { head: "newest", of: (row) => row.newest },
  { head: "median_days", of: (row) => row.medianDays?.value ?? null },
  { head: "median_days_low", of: (row) => row.medianDays?.low ?? null },
  { head: "median_days_high", of: (row) => row.medianDays?.high ?? null },
  { head: "watched", of: (row) => row.watched },
];

/** The employers of a cut, each at a glance, with how much one of them may weigh in every other figure. */
export function EmployerTable({ filters }: { filters: Filters }) {
  const [limit, setLimit] = useState(step);
  const asked = useQuery(question("employer-overview", { ...filters, limit }));
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={({ rows }) => rows} columns={columns} none={words.none} skeletonRows={step}>
      {(rows, { cap, named }) => (
        <>
          <p className="soft">{words.capped(count(cap.capped), percent(cap.most))}</p>
          <Table className="plain-table employer-table" verticalSpacing={5} horizontalSpacing={12} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.columns.employer}</Table.Th>
                <Table.Th className="n">{words.columns.n}</Table.Th>
                <Table.Th className="hide-narrow">{words.columns.share}</Table.Th>
                <Table.Th>{words.columns.mix}</Table.Th>
                <Table.Th className="hide-middle">{words.columns.roles}</Table.Th>
                <Table.Th className="n hide-narrow">{words.columns.pay}</Table.Th>
                <Table.Th className="n hide-narrow">{words.columns.open}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <EmployerLine key={row.employer} row={row} most={Math.max(...rows.map(({ share }) => share.high))} filters={filters} />
              ))}
            </Table.Tbody>
          </Table>
          <div className="more">
            {rows.length < named && limit < mostAsked && (
              <button type="button" className="button" disabled={asked.isFetching} onClick={() => setLimit(Math.min(mostAsked, limit + step * 2))}>
                {words.more}
              </button>
            )}
            <output className="soft">{words.shown(count(rows.length), count(named))}</output>
          </div>
        </>
      )}
    </Asked>
  );
}

function EmployerLine({ row, most, filters }: { row: Row; most: number; filters: Filters }) {
  const median = row.medianDays;
  return (
    <Table.Tr data-row>
      <Table.Th scope="row" fw={400}>
        <Link to="/employers" search={{ ...filters, at: row.employer }}>
          {shown(row.written)}
        </Link>
      </Table.Th>
      <Table.Td className="n">{count(row.n)}</Table.Td>
      <Table.Td className="hide-narrow">
        <ShareInterval share={row.share} most={most} />
      </Table.Td>
      <Table.Td>{row.mix !== null && <LayerMix mix={row.mix} />}</Table.Td>
      <Table.Td className="hide-middle">
        <InlineRoles roles={row.roles.map((one) => ({ ...one, said: count(one.n) }))} />
      </Table.Td>
      <Table.Td className="n hide-narrow" title={`95\u00a0% interval ${between(row.paidShare)}`}>
        {percent(row.paidShare.value)}{" "}
        <span className="soft trail">
          {between(row.paidShare)}, n {count(row.paid)}
        </span>
      </Table.Td>
      <Table.Td className="n hide-narrow">
        {median === null ? (
          <span className="soft" title={words.openFewWhy}>
            {words.openFew(row.watched)}
          </span>
        ) : (
          <>
            {marketWords.roles.days(median.value)}{" "}
            <span className="soft trail">{daysBehind(median.low, median.high, row.watched)}</span>
          </>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
