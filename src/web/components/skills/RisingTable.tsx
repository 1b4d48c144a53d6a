import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { count, date, percent, shown } from "../../figures.ts";
import { skillWords } from "../../words/skills.ts";
import type { Column } from "../chart/column.ts";
import { Asked } from "../role/Asked.tsx";

type Row = AnswerOf<"rising">["rows"][number];
const mostShown = 10;

const columns: readonly Column<Row>[] = [
  { head: "group", of: (row) => row.group },
  { head: "change", of: (row) => row.change },
  { head: "n", of: (row) => row.n },
  { head: "before", of: (row) => row.before },
  { head: "share", of: (row) => row.share?.value ?? null },
  { head: "share_before", of: (row) => row.shareBefore?.value ?? null },
  { head: "log_odds", of: (row) => row.odds.value },
  { head: "low", of: (row) => row.odds.low },
  { head: "high", of: (row) => row.odds.high },
];

/** What stands out as rising or fading among the skills, or the titles, of a cut. Of titles those that rise only. */
export function RisingTable({ filters, of }: { filters: Filters; of: "skill" | "title" }) {
  const words = of === "skill" ? skillWords.rising : skillWords.titles;
  const asked = useQuery(question("rising", { ...filters, of, limit: 200 }));
  const rows = (answer: AnswerOf<"rising">): Row[] => answer.rows.filter(({ change }) => change === "rising" || (of === "skill" && change === "fading")).slice(0, mostShown);
  const none = asked.data?.boundary === null || asked.data?.compared === 0 ? skillWords.rising.few : words.none;
  return (
    <Asked title={words.title} about={words.about} asked={asked} rows={rows} columns={columns} none={none} skeletonRows={6}>
      {(found, answer) => (
        <>
          <Table className="plain-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{"skill" in words.columns ? words.columns.skill : words.columns.title}</Table.Th>
                <Table.Th className="n">{words.columns.before}</Table.Th>
                <Table.Th className="n">{words.columns.now}</Table.Th>
                <Table.Th className="n hide-narrow">{words.columns.odds}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {found.map((row) => (
                <Table.Tr key={row.group} data-row>
                  <Table.Th scope="row" fw={400}>
                    <span aria-hidden>{row.change === "rising" ? "↑ " : "↓ "}</span>
                    {of === "skill" ? (
                      <Link to="/skills" search={{ ...filters, at: row.group }}>
                        {row.name}
                      </Link>
                    ) : (
                      <Link to="/" search={{ ...filters, title: row.group }}>
                        {shown(row.name)}
                      </Link>
                    )}
                    <span className="unseen">, {row.change}</span>
                  </Table.Th>
                  <Table.Td className="n">
                    {percent(row.shareBefore?.value ?? 0)} <span className="soft">n {count(row.before)}</span>
                  </Table.Td>
                  <Table.Td className="n">
                    {percent(row.share?.value ?? 0)} <span className="soft">n {count(row.n)}</span>
                  </Table.Td>
                  <Table.Td className="n hide-narrow">
                    {Math.exp(row.odds.value).toFixed(1)}×{" "}
                    <span className="soft">
                      {Math.exp(row.odds.low).toFixed(1)} to {Math.exp(row.odds.high).toFixed(1)}
                    </span>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {answer.boundary !== null && <p className="chart-foot soft">{skillWords.rising.span(date(answer.boundary), count(answer.compared))}</p>}
        </>
      )}
    </Asked>
  );
}
