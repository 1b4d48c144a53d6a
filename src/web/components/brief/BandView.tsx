import { Table } from "@mantine/core";
import { bandFigures } from "../../../brief/band.ts";
import type { BriefFigure, BriefMarket } from "../../../terms/brief.ts";
import { briefWords } from "../../words/brief.ts";
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
            {band.p50.value !== null && (
              <Table verticalSpacing={4} horizontalSpacing={8}>
                <Table.Tbody>
                  {bandFigures(band).map(({ point, name, figure }) => (
                    <Table.Tr key={point}>
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
            )}
            {band.percentile !== null && (
              <p>
                {band.percentile.what} <FigureValue figure={band.percentile} />
              </p>
            )}
            <Query figure={band.p50} />
          </>
        )}
      </section>
      <section className="output-card" aria-labelledby="titles">
        <h2 id="titles">{words.titles}</h2>
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
            <Query figure={titles[0]!.figure} />
          </>
        )}
      </section>
    </div>
  );
}

function Query({ figure: { asked } }: { figure: BriefFigure }) {
  const parameters = Object.entries(asked.parameters).map(([name, value]) => ` --${name} ${/\s/.test(value) ? JSON.stringify(value) : value}`);
  return (
    <details className="asked-query">
      <summary className="soft">{words.query}</summary>
      <p>
        <code>
          strata market {asked.question}
          {parameters.join("")}
        </code>
      </p>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{asked.sql}</pre>
    </details>
  );
}
