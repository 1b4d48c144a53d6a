import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Role } from "../../../terms/role.ts";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import { roleWords } from "../../words/role.ts";
import type { Column } from "../chart/column.ts";
import { ShareInterval } from "../market/ShareInterval.tsx";
import { Asked } from "./Asked.tsx";

const words = roleWords.neighbours;
type Row = AnswerOf<"neighbours">["rows"][number];

const columns: readonly Column<Row>[] = [
  { head: "role", of: (row) => row.role },
  { head: "next", of: (row) => row.next },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
  { head: "margin", of: (row) => row.margin },
  { head: "close", of: (row) => row.close },
];

/** Which roles lie next to one by content, how often, and how near. */
export function Neighbours({ role, cut }: { role: Role; cut: Filters }) {
  const asked = useQuery(question("neighbours", { ...cut, role: [role], limit: 8 }));
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={({ rows }) => rows} columns={columns} none={words.none}>
      {(rows) => (
        <Table className="plain-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.role}</Table.Th>
              <Table.Th className="n">{words.columns.n}</Table.Th>
              <Table.Th>{words.columns.share}</Table.Th>
              <Table.Th className="n">{words.columns.close}</Table.Th>
              <Table.Th className="n hide-narrow">{words.columns.margin}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.next} data-row>
                <Table.Th scope="row" fw={400}>
                  <span className="with-dot">
                    <span className="dot" data-layer={row.nextLayer} aria-hidden />
                    <Link to="/roles/$role" params={{ role: row.next }} search={cut}>
                      {row.nextName}
                    </Link>
                  </span>
                </Table.Th>
                <Table.Td className="n">{count(row.n)}</Table.Td>
                <Table.Td>
                  <ShareInterval share={row.share} most={1} />
                </Table.Td>
                <Table.Td className="n">{count(row.close)}</Table.Td>
                <Table.Td className="n hide-narrow">{row.margin.toFixed(2)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Asked>
  );
}
