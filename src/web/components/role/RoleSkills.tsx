import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count } from "../../figures.ts";
import { roleWords } from "../../words/role.ts";
import { skillWords } from "../../words/skills.ts";
import type { Column } from "../chart/column.ts";
import { ShareInterval } from "../market/ShareInterval.tsx";
import { Asked } from "./Asked.tsx";
import { NeedBar } from "./NeedBar.tsx";

const words = roleWords.asks;
type Row = AnswerOf<"skills">["rows"][number];

const columns: readonly Column<Row>[] = [
  { head: "skill", of: (row) => row.id },
  { head: "name", of: (row) => row.name },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "share", of: (row) => row.share.value },
  { head: "low", of: (row) => row.share.low },
  { head: "high", of: (row) => row.share.high },
  { head: "required", of: (row) => row.required },
  { head: "preferred", of: (row) => row.preferred },
  { head: "mentioned", of: (row) => row.mentioned },
];

/** What the postings of a cut ask for: skills with their share, and whether they are required, a plus, or only mentioned. */
export function RoleSkills({ cut, most = 16, beside }: { cut: Filters; most?: number; /** The skill that all of them name: it is not among what is named beside it. */ beside?: string }) {
  const asked = useQuery(question("skills", { ...cut, limit: beside === undefined ? most : most + 1 }));
  const { title, about } = beside === undefined ? words : skillWords.detail.beside;
  return (
    <Asked title={title} about={about} asked={asked} rows={({ rows }) => rows.filter(({ id }) => id !== beside)} columns={columns} none={words.none} skeletonRows={most}>
      {(rows) => (
        <Table className="plain-table" verticalSpacing={4} horizontalSpacing={10} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.skill}</Table.Th>
              <Table.Th className="n">{words.columns.n}</Table.Th>
              <Table.Th>{words.columns.share}</Table.Th>
              <Table.Th className="hide-narrow">{words.columns.need}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.id} data-row>
                <Table.Th scope="row" fw={400}>
                  <Link to="/skills" search={{ at: row.id }}>
                    {row.name}
                  </Link>
                </Table.Th>
                <Table.Td className="n">{count(row.n)}</Table.Td>
                <Table.Td>
                  <ShareInterval share={row.share} most={Math.max(...rows.map(({ share }) => share.high))} />
                </Table.Td>
                <Table.Td className="hide-narrow">
                  <NeedBar {...row} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Asked>
  );
}
