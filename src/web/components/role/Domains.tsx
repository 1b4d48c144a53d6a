import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Domain } from "../../../terms/domain.ts";
import { Table } from "@mantine/core";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count, percent } from "../../figures.ts";
import { domainNames } from "../../words.ts";
import { roleWords } from "../../words/role.ts";
import type { Column } from "../chart/column.ts";
import { ShareInterval } from "../market/ShareInterval.tsx";
import { Asked } from "./Asked.tsx";

const words = roleWords.domains;
type Row = AnswerOf<"domains">["rows"][number];

const columns: readonly Column<Row>[] = [
  { head: "domain", of: (row) => row.group },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
  { head: "coverage", of: (row) => row.coverage },
];

/** Which specialisations the postings of a cut require. A domain narrows the page to it. */
export function Domains({ cut }: { cut: Filters }) {
  const asked = useQuery(question("domains", { ...cut, limit: 10 }));
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={({ rows }) => rows} columns={columns} none={words.none}>
      {(rows) => (
        <>
          <Table className="plain-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{words.columns.domain}</Table.Th>
                <Table.Th className="n">{words.columns.n}</Table.Th>
                <Table.Th>{words.columns.share}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rows.map((row) => (
                <Table.Tr key={row.group} data-row>
                  <Table.Th scope="row" fw={400}>
                    <Link to="." search={(before) => ({ ...before, domain: [row.group as Domain] })} resetScroll={false}>
                      {domainNames[row.group as Domain] ?? row.group}
                    </Link>
                  </Table.Th>
                  <Table.Td className="n">{count(row.n)}</Table.Td>
                  <Table.Td>
                    <ShareInterval share={row.share} most={Math.max(...rows.map(({ share }) => share.high))} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          <p className="chart-foot soft">{words.say(percent(rows[0]!.coverage))}</p>
        </>
      )}
    </Asked>
  );
}
