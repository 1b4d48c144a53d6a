import { Table } from "@mantine/core";
import type { BriefFigure, BriefMarket } from "../../../terms/brief.ts";
import { briefWords } from "../../words/brief.ts";
import type { Column } from "../chart/column.ts";
import { SaveMenu } from "../chart/SaveMenu.tsx";
import { askedCommand, askedQuery } from "./asked-query.ts";
import { BandChart } from "./BandChart.tsx";
import { BandStrip } from "./BandStrip.tsx";
import { FigureValue } from "./FigureLine.tsx";

const words = briefWords.band;

/** The band with its points and n, what the title draws, and the queries behind the figures. */
export function BandView({ market }: { market: BriefMarket }) {
  const { band, titles } = market;
  return (
    <div className="output-columns">
      <section className="output-card" aria-labelledby="band">
        <h2 id="band">{words.title}</h2>
        <BandStrip band={band} />
        {band !== null && (
          <>
            {band.p50.value !== null && <p>{band.because}</p>}
            {band.p50.value !== null && <BandChart band={band} />}
            {band.percentile !== null && (
              <p>
                {band.percentile.what} <FigureValue figure={band.percentile} />
              </p>
            )}
            {band.p50.value === null && <Query figure={band.p50} />}
          </>
        )}
      </section>
      <section className="output-card" aria-labelledby="titles">
        <div className="chart-head">
          <h2 id="titles">{words.titles}</h2>
          <div className="tools">{titles.length > 0 && <SaveMenu title={words.titles} rows={titles} columns={titleColumns} query={askedQuery(titles[0]!.figure)} />}</div>
        </div>
        {titles.length === 0 && <p className="soft">{words.noTitles}</p>}
        {titles.length > 0 && (
          <>
            <Table verticalSpacing={4} horizontalSpacing={8}>
              <Table.Tbody>
                {titles.map(({ role, name, figure }) => (
                  <Table.Tr key={role}>
                    <Table.Th scope="row" fw={400}>
                      {name}
                    </Table.Th>
                    <Table.Td className="n">
                      <FigureValue figure={figure} />
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </>
        )}
      </section>
    </div>
  );
}

const titleColumns: readonly Column<BriefMarket["titles"][number]>[] = [
  { head: "role", of: ({ role }) => role },
  { head: "name", of: ({ name }) => name },
  { head: "share", of: ({ figure }) => figure.value },
  { head: "low", of: ({ figure }) => figure.low },
  { head: "high", of: ({ figure }) => figure.high },
  { head: "n", of: ({ figure }) => figure.n },
  { head: "employers", of: ({ figure }) => figure.employers },
];

function Query({ figure }: { figure: BriefFigure }) {
  return (
    <details className="asked-query">
      <summary className="soft">{words.query}</summary>
      <p>
        <code>{askedCommand(figure)}</code>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{figure.asked.sql}</pre>
    </details>
  );
}
