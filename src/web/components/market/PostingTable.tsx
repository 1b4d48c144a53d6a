import { Table } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { PostingRow } from "../../api.ts";
import { date, payRange, shown } from "../../figures.ts";
import { seniorityNames, workplaceNames } from "../../words.ts";

/** Postings in a list. On a phone employer, place and pay stand under the title. */
export function PostingTable({ rows, ofEmployer = false }: { rows: PostingRow[]; /** Whether all are of the one that the page is of: it is not named with each. */ ofEmployer?: boolean }) {
  return (
    <Table className={ofEmployer ? "postings of-employer" : "postings"} highlightOnHover verticalSpacing={6} horizontalSpacing={8}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>Title</Table.Th>
          {!ofEmployer && <Table.Th className="hide-narrow">Employer</Table.Th>}
          <Table.Th className="hide-narrow">Place</Table.Th>
          <Table.Th className="hide-narrow">Seniority</Table.Th>
          <Table.Th className="hide-narrow">Pay</Table.Th>
          <Table.Th className="n">Posted</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <PostingLine key={row.key} row={row} ofEmployer={ofEmployer} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function PostingLine({ row, ofEmployer }: { row: PostingRow; ofEmployer: boolean }) {
  const pay = payWords(row);
  const employer = shown(row.employer ?? "");
  const place = [shown(row.location ?? ""), row.workplace === null ? null : workplaceNames[row.workplace].toLowerCase()].filter(Boolean).join(" · ");
  return (
    <Table.Tr data-row>
      <Table.Th scope="row" fw={400}>
        <Link to="/postings/$key" params={{ key: row.key }}>
          {shown(row.title ?? "") || "Untitled posting"}
        </Link>
        <span className="soft under show-narrow">{[ofEmployer ? "" : employer, place].filter(Boolean).join(" · ")}</span>
        {pay !== "" && <span className="soft under show-narrow">{pay}</span>}
      </Table.Th>
      {!ofEmployer && <Table.Td className="hide-narrow">{employer}</Table.Td>}
      <Table.Td className="hide-narrow">{place}</Table.Td>
      <Table.Td className="hide-narrow whole">{row.seniority === null ? <span className="soft">not said</span> : seniorityNames[row.seniority]}</Table.Td>
      <Table.Td className="hide-narrow whole">{pay === "" ? <span className="soft">not stated</span> : pay}</Table.Td>
      <Table.Td className="n posted-cell">
        <span className="posted">
          {row.posted === null ? <span className="soft">no date</span> : <span>{date(row.posted)}</span>}
          {row.closed !== null && <span className="soft">closed</span>}
        </span>
      </Table.Td>
    </Table.Tr>
  );
}

/** The first range, and how many more there are. */
function payWords({ pay }: PostingRow): string {
  const first = pay[0];
  if (first === undefined) return "";
  const words = payRange({ ...first, place: null });
  return pay.length === 1 ? words : `${words} + ${pay.length - 1} more`;
}
