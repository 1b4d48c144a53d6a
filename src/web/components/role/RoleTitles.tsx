import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Role } from "../../../terms/role.ts";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { between, count, percent, shown } from "../../figures.ts";
import { roleWords } from "../../words/role.ts";
import type { Column } from "../chart/column.ts";
import { Asked } from "./Asked.tsx";

const words = roleWords.titles;
type Row = AnswerOf<"titles">["rows"][number];
/** A title with how many of this role are under it, and all that is under it: null where the title is not among the most frequent of the market, undefined while that is asked. */
type Line = { title: string; n: number; employers: number; all: readonly Row[] | null | undefined };

const mostTitles = 10;

const columns: readonly Column<Line>[] = [
  { head: "title", of: (row) => row.title },
  { head: "n", of: (row) => row.n },
  { head: "employers", of: (row) => row.employers },
  { head: "under_title", of: (row) => row.all?.[0]?.postings ?? null },
  { head: "else", of: (row) => row.all?.map(({ role, n }) => `${role} ${n}`).join("; ") ?? null },
];

/** What employers call the work of a role, and what else goes under each of these titles by its content. */
export function RoleTitles({ role, cut }: { role: Role; cut: Filters }) {
  const asked = useQuery(question("titles", { ...cut, role: [role], limit: mostTitles }));
  const { data: market } = useQuery(question("titles", { ...cut, role: undefined, limit: 500 }));
  const lines = (rows: readonly Row[]): Line[] =>
    rows.map(({ title, n, employers }) => {
      const all = market?.rows.filter((row) => row.title === title) ?? [];
      return { title, n, employers, all: market === undefined ? undefined : all.length === 0 ? null : all };
    });
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={({ rows }) => lines(rows)} columns={columns} none={words.none}>
      {(rows) => (
        <Table className="plain-table titles-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.title}</Table.Th>
              <Table.Th className="n">{words.columns.n}</Table.Th>
              <Table.Th className="n">{words.columns.share}</Table.Th>
              <Table.Th className="hide-narrow">{words.columns.else}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <TitleLine key={row.title} line={row} role={role} cut={cut} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Asked>
  );
}

function TitleLine({ line: { title, n, all }, role, cut }: { line: Line; role: Role; cut: Filters }) {
  const own = all?.find((row) => row.role === role);
  const others = all?.filter((row) => row.role !== role).toSorted((a, b) => b.n - a.n).slice(0, 3) ?? [];
  return (
    <Table.Tr data-row>
      <Table.Th scope="row" fw={400}>
        <Link to="/" search={{ ...cut, role: undefined, title }}>
          {shown(title)}
        </Link>
      </Table.Th>
      <Table.Td className="n">{count(n)}</Table.Td>
      <Table.Td className="n">
        {own === undefined ? (
          <span className="soft">–</span>
        ) : (
          <span title={`95\u00a0% interval ${between(own.share)}, ${words.of(count(own.n), count(own.postings))}`}>
            {percent(own.share.value)}{" "}
            <span className="soft whole-figure">{between(own.share)}</span>
          </span>
        )}
      </Table.Td>
      <Table.Td className="hide-narrow">
        {all === undefined ? (
          <span className="soft">…</span>
        ) : all === null ? (
          <span className="soft">{words.unknown}</span>
        ) : others.length === 0 ? (
          <span className="soft">{words.nothing}</span>
        ) : (
          <span className="inline-roles">
            {others.map((row) => (
              <span key={row.role} className="with-dot">
                <span className="dot" data-layer={row.layer} aria-hidden />
                {row.name} {percent(row.share.value)}
              </span>
            ))}
          </span>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
