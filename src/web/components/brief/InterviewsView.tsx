import { Table } from "@mantine/core";
import type { InterviewPlan, Scorecard } from "../../../terms/brief-outputs.ts";
import { fileName } from "../../download.ts";
import { interviewsMarkdown } from "../../../brief/outputs/interviews.ts";
import { plural } from "../../figures.ts";
import { TakeAway } from "./TakeAway.tsx";

type Props = { plan: InterviewPlan; scorecard: Scorecard; title: string };

/** Conversations by day, and which attribute is looked at in which of them. */
export function InterviewsView({ plan, scorecard, title }: Props) {
  const markdown = interviewsMarkdown(plan, scorecard);
  if (markdown === null) return <p className="soft state">No attributes are known for this role, so that nothing is to be planned.</p>;
  const nameOf = (id: string) => scorecard.attributes.find((attribute) => attribute.id === id)?.name ?? id;
  const rating = plan.stages.filter(({ attributes }) => attributes.length > 0);
  return (
    <div className="output-card">
      <div className="output-bar">
        <p className="soft">
          {plural(plan.stages.length, "conversation")}, {plan.minutes} minutes in all, decided by working day {plan.days}.
        </p>
        <TakeAway text={markdown} type="text/markdown" file={fileName(`${title} interviews`, "md")} what="Markdown" />
      </div>
      {plan.uncovered.length > 0 && (
        <p role="alert">
          Nobody looks at: {plan.uncovered.map(nameOf).join(", ")}.
        </p>
      )}
      <Frame label="Conversations">
        <Table verticalSpacing={6} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className="n">By day</Table.Th>
              <Table.Th>Conversation</Table.Th>
              <Table.Th className="n">Minutes</Table.Th>
              <Table.Th>With</Table.Th>
              <Table.Th>Looks at</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {plan.stages.map((stage) => (
              <Table.Tr key={stage.id}>
                <Table.Td className="n">{stage.day}</Table.Td>
                <Table.Th scope="row" fw={600}>
                  {stage.name}
                </Table.Th>
                <Table.Td className="n">{stage.minutes}</Table.Td>
                <Table.Td>{stage.with}</Table.Td>
                <Table.Td>{stage.attributes.length === 0 ? <span className="soft">everything that was seen</span> : stage.attributes.map(nameOf).join(", ")}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Frame>
      <h2>Who looks at what</h2>
      <Frame label="Coverage">
        <Table className="coverage" verticalSpacing={4} horizontalSpacing={8}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Attribute</Table.Th>
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
                  <Table.Td key={stage.id}>{stages.includes(stage.id) ? "●" : <span className="unseen">no</span>}</Table.Td>
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
