import { Table } from "@mantine/core";
import type { InterviewPlan, Scorecard } from "../../../terms/brief-outputs.ts";
import { fileName } from "../../download.ts";
import { interviewsMarkdown } from "../../../brief/outputs/interviews.ts";
import { plural } from "../../figures.ts";
import { briefWords } from "../../words/brief.ts";
import { TakeAway } from "./TakeAway.tsx";

const words = briefWords.interviews;

type Props = { plan: InterviewPlan; scorecard: Scorecard; title: string };

/** Conversations by day, and which attribute is looked at in which of them. */
export function InterviewsView({ plan, scorecard, title }: Props) {
  const markdown = interviewsMarkdown(plan, scorecard);
  if (markdown === null) return <p className="soft state">{words.none}</p>;
  const nameOf = (id: string) => scorecard.attributes.find((attribute) => attribute.id === id)?.name ?? id;
  const looksAt = ({ attributes }: InterviewPlan["stages"][number]) => (attributes.length === 0 ? words.all : attributes.map(nameOf).join(", "));
  const rating = plan.stages.filter(({ attributes }) => attributes.length > 0);
  return (
    <div className="output-card">
      <div className="output-bar">
        <p className="soft">
          {words.about(plural(plan.stages.length, "conversation"), plan.minutes, plan.days)}
        </p>
        <TakeAway text={markdown} type="text/markdown" file={fileName(`${title} interviews`, "md")} what="Markdown" />
      </div>
      {plan.uncovered.length > 0 && (
        <p role="alert">
          {words.uncovered} {plan.uncovered.map(nameOf).join(", ")}.
        </p>
      )}
      <Frame label={words.conversations}>
        <Table className="conversations" verticalSpacing={6} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="n">{words.columns.day}</Table.Th>
              <Table.Th>{words.columns.name}</Table.Th>
              <Table.Th className="n">{words.columns.minutes}</Table.Th>
              <Table.Th className="hide-narrow">{words.columns.with}</Table.Th>
              <Table.Th className="hide-narrow">{words.columns.looks}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.stages.map((stage) => (
              <Table.Tr key={stage.id}>
                <Table.Td className="n">{stage.day}</Table.Td>
                <Table.Th scope="row" fw={400}>
                  <b>{stage.name}</b>
                  <span className="soft under show-narrow">{stage.with}</span>
                  <span className="soft under show-narrow">{looksAt(stage)}</span>
                </Table.Th>
                <Table.Td className="n">{stage.minutes}</Table.Td>
                <Table.Td className="hide-narrow">{stage.with}</Table.Td>
                <Table.Td className={stage.attributes.length === 0 ? "hide-narrow soft" : "hide-narrow"}>{looksAt(stage)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Frame>
      <h2>
        {words.who} <span className="soft">{words.bold}</span>
      </h2>
      <Frame label={words.coverage}>
        <Table className="coverage" verticalSpacing={4} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{words.columns.attribute}</Table.Th>
              {rating.map((stage) => (
                <Table.Th key={stage.id}>{stage.name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.coverage.map(({ attribute, must, stages }) => (
              <Table.Tr key={attribute}>
                <Table.Th scope="row" fw={must ? 600 : 400}>
                  {nameOf(attribute)}
                </Table.Th>
                {rating.map((stage) => (
                  <Table.Td key={stage.id}>{stages.includes(stage.id) ? "●" : <span className="unseen">{words.no}</span>}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Frame>
    </div>
  );
}

function Frame({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reachable by keyboard
    <section className="table-frame" aria-label={label} tabIndex={0}>
      {children}
    </section>
  );
}
