import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type AnswerOf, question } from "../../api.ts";
import type { Filters } from "../../filters.ts";
import { between, count, date, percent, plural, shown } from "../../figures.ts";
import { skillWords } from "../../words/skills.ts";
import type { Column } from "../chart/column.ts";
import { Asked } from "../role/Asked.tsx";
import { changeColumns } from "./change-columns.ts";
import { times } from "./times.ts";

type Row = AnswerOf<"rising">["rows"][number];
const mostShown = 10;

const columns: readonly Column<Row>[] = [
  { head: "group", of: (row) => row.group },
  { head: "change", of: (row) => row.change },
  ...changeColumns,
  { head: "log_odds", of: (row) => row.odds.value },
  { head: "log_odds_low", of: (row) => row.odds.low },
  { head: "log_odds_high", of: (row) => row.odds.high },
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
          <Table className="plain-table change-table" verticalSpacing={5} horizontalSpacing={10} highlightOnHover>
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
                    <span aria-hidden>{row.change === "rising" ? "↑\u00a0" : "↓\u00a0"}</span>
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
                    <SideShare share={row.shareBefore} n={row.before} employers={row.employersBefore} />
                  </Table.Td>
                  <Table.Td className="n">
                    <SideShare share={row.share} n={row.n} employers={row.employers} />
                  </Table.Td>
                  <Table.Td className="n hide-narrow">
                    {times(row.odds.value)}×{" "}
                    <span className="soft">
                      {times(row.odds.low)} to {times(row.odds.high)}
                    </span>
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
          {answer.boundary !== null && <p className="chart-foot soft">{skillWords.rising.span(date(answer.boundary), behind(answer.now), behind(answer.before), count(answer.compared))}</p>}
        </>
      )}
    </Asked>
  );
}

/** A share of the newest months, or of those before, with its interval, and the vacancies and employers that name it. */
function SideShare({ share, n, employers }: { share: Row["share"]; n: number; employers: number }) {
  return (
    <>
      {share === null ? skillWords.rising.unknown : percent(share.value)}
      <span className="soft under">
        {share !== null && (
          <>
            <span className="whole-figure">{between(share)},</span>{" "}
          </>
        )}
        <span className="whole-figure">{skillWords.rising.behind(count(n), count(employers))}</span>
      </span>
    </>
  );
}

function behind({ n, employers }: { n: number; employers: number }): string {
  return `${plural(n, "vacancy")} of ${plural(employers, "employer")}`;
}
