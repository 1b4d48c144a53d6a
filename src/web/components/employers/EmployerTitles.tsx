import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count, shown } from "../../figures.ts";
import { employerWords } from "../../words/employers.ts";
import type { Column } from "../chart/column.ts";
import { Asked } from "../role/Asked.tsx";
import { InlineRoles } from "../role/InlineRoles.tsx";

const words = employerWords.detail.titles;
type Row = AnswerOf<"titles">["rows"][number];

const columns: readonly Column<Row>[] = [
  { head: "title", of: (row) => row.title },
  { head: "postings", of: (row) => row.postings },
  { head: "role", of: (row) => row.role },
  { head: "n", of: (row) => row.n },
];

/** An employer's titles with what the postings under each are by content. */
export function EmployerTitles({ cut }: { cut: Filters }) {
  const asked = useQuery(question("titles", { ...cut, limit: 12 }));
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={({ rows }) => rows} columns={columns} none={words.none}>
      {(rows) => (
        <Table className="plain-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.title}</Table.Th>
              <Table.Th className="n">{words.columns.n}</Table.Th>
              <Table.Th>{words.columns.content}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...new Set(rows.map(({ title }) => title))].map((title) => {
              const own = rows.filter((row) => row.title === title).toSorted((a, b) => b.n - a.n);
              return (
                <Table.Tr key={title}>
                  <Table.Th scope="row" fw={400}>
                    {shown(title)}
                  </Table.Th>
                  <Table.Td className="n">{count(own[0]!.postings)}</Table.Td>
                  <Table.Td>
                    <InlineRoles roles={own.map((row) => ({ ...row, said: count(row.n) }))} />
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      )}
    </Asked>
  );
}
