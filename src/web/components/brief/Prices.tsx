import { Table } from "@mantine/core";
import type { ReactNode } from "react";
import { maybeNothing, mayBeNothing, openMayBeAlike } from "../../../brief/price-words.ts";
import type { BriefFigure, RequirementPrice } from "../../../terms/brief.ts";
import { count, moneyDifference } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import { FigureN, figureText, whyNot } from "./FigureLine.tsx";

const words = briefWords.prices;

type Props = { scope: string | null; prices: readonly RequirementPrice[]; onShow(price: RequirementPrice): void };

/** What each requirement costs: who else asks for it, and what vacancies with it pay and how long they stay open, against those without. */
export function Prices({ scope, prices, onShow }: Props) {
  if (prices.length === 0) return <p className="soft">{words.none}</p>;
  return (
    <>
    {scope !== null && <p className="soft">{scope}</p>}
    <section className="prices-room" aria-label={words.label}>
      <Table className="prices" verticalSpacing={5} horizontalSpacing={8}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{words.columns.requirement}</Table.Th>
            <Table.Th className="n">{words.columns.share}</Table.Th>
            <Table.Th className="n">{words.columns.pay}</Table.Th>
            <Table.Th className="n">{words.columns.open}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {prices.map((price) => (
            <Table.Tr key={`${price.kind} ${price.id}`}>
              <Table.Th scope="row" fw={400}>
                {price.quotes.length === 0 ? (
                  price.name
                ) : (
                  <button type="button" className="link" title={price.says} onClick={() => onShow(price)}>
                    {price.name}
                  </button>
                )}
              </Table.Th>
              <Table.Td className="n">
                <Cell head={words.columns.share}>
                  <Figure figure={price.share} />
                </Cell>
              </Table.Td>
              <Table.Td className="n">
                <Cell head={words.columns.pay}>{price.pay.difference === null ? <Figure figure={price.pay.with} /> : <Figure figure={price.pay.difference} signed chance={price.pay.difference.value !== null && mayBeNothing(price.pay.difference)} />}</Cell>
              </Table.Td>
              <Table.Td className="n">
                <Cell head={words.columns.open}>
                  <Figure figure={price.open.with} chance={openMayBeAlike(price.open) === true} /> <span className="soft under">{words.without(shortOf(price.open.without))}</span>
                </Cell>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
    </>
  );
}

/** What a cell shows, with its column's head before it where the table is too narrow for columns and each requirement is a block of its own. */
function Cell({ head, children }: { head: string; children: ReactNode }) {
  return (
    <div className="price-cell">
      <span className="price-head soft" aria-hidden>
        {head}
      </span>
      <div>{children}</div>
    </div>
  );
}

/** The value, and below it its interval and n; or why there is none. */
function Figure({ figure, signed = false, chance = false }: { figure: BriefFigure; signed?: boolean; chance?: boolean }) {
  const { value, low, high, hidden } = figure;
  if (value === null) {
    return (
      <span className="soft hidden-figure">
        {whyNot(hidden)} ·
        <FigureN figure={figure} />
      </span>
    );
  }
  const text = (amount: number) => (signed ? moneyDifference(amount, figure.currency ?? "") : figureText(figure, amount));
  return (
    <>
      {text(value)}{" "}
      <span className="soft under">
        {(low !== null || high !== null) && `${low === null ? words.notReached : text(low)} to ${high === null ? words.notReached : text(high)}, `}
        <FigureN figure={figure} />
      </span>
      {chance && <span className="soft under"> {maybeNothing}</span>}
    </>
  );
}

function shortOf(figure: BriefFigure): string {
  const behind = words.behind(count(figure.n), count(figure.employers));
  if (figure.value === null) return `${whyNot(figure.hidden)} · ${behind}`;
  const end = (value: number | null): string => (value === null ? words.notReached : figureText(figure, value));
  return `${figureText(figure, figure.value)}${figure.low === null && figure.high === null ? "" : `, ${end(figure.low)} to ${end(figure.high)}`}, ${behind}`;
}
