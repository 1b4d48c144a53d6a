import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { layerOf, type Role } from "../../../terms/role.ts";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import type { Column } from "../chart/column.ts";
import { ShareInterval } from "../market/ShareInterval.tsx";
import { Asked } from "./Asked.tsx";

type Row = AnswerOf<"demand">["rows"][number];
type Words = { title: string; about: string; none: string; columns: { role: string; n: string; share: string } };

const columns: readonly Column<Row>[] = [
  { head: "role", of: (row) => row.group },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
];

/** How the vacancies of a cut spread over the roles. */
export function RoleShares({ cut, filters, words }: { cut: Filters; filters: Filters; words: Words }) {
  const asked = useQuery(question("demand", { ...cut, by: "role", limit: 50 }));
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={({ rows }) => rows.toSorted((a, b) => b.n - a.n)} columns={columns} none={words.none}>
      {(rows) => (
        <Table className="plain-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.role}</Table.Th>
              <Table.Th className="n">{words.columns.n}</Table.Th>
              <Table.Th>{words.columns.share}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.group} data-row>
                <Table.Th scope="row" fw={400}>
                  <span className="with-dot">
                    <span className="dot" data-layer={layerOf(row.group as Role)} aria-hidden />
                    <Link to="/roles/$role" params={{ role: row.group }} search={filters}>
                      {row.name}
                    </Link>
                  </span>
                </Table.Th>
                <Table.Td className="n">{count(row.n)}</Table.Td>
                <Table.Td>
                  <ShareInterval share={row.share} most={Math.max(...rows.map(({ share }) => share.high))} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Asked>
  );
}
