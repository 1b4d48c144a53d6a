import { plain } from "../../brief/outputs/markdown.ts";
import type { InterviewPlan, Scorecard } from "../../terms/brief-outputs.ts";
import { roleName } from "../../terms/role.ts";

/** Scorecard and plan of interviews as Markdown. */
export function interviewsMarkdown({ role, attributes }: Scorecard, { stages, minutes, days, coverage, uncovered }: InterviewPlan): string {
  if (attributes.length === 0) return "What the work is cannot be told, so that there is no scorecard for it.\n";
  const name = (id: string): string => attributes.find((attribute) => attribute.id === id)!.name;
  const looks = (id: string): string => coverage.find((one) => one.attribute === id)!.stages.map((stage) => stages.find((one) => one.id === stage)!.name).join(", ") || "nobody";
  return [
    `# Scorecard${role === null ? "" : `: ${roleName(role)}`}`,
    "",
    "Nothing is rated above “not seen” without something that shows it.",
    ...attributes.flatMap(({ id, name: title, must, counts, countsNot, questions }) => [
      "", `## ${plain(title)}${must ? " (must)" : ""}`, "", "Counts:", "", ...counts.map((one) => `- ${plain(one)}`), "", "Does not count:", "", ...countsNot.map((one) => `- ${plain(one)}`), "", "Ask:", "", ...questions.map((one) => `- ${plain(one)}`), "", `Looked at in: ${plain(looks(id))}.`,
    ]),
    "",
    `# Interviews: ${stages.length} conversations, ${minutes} minutes, ${days} working days`,
    "",
    ...stages.map((stage) => `- Day ${stage.day}: ${plain(stage.name)}, ${stage.minutes} minutes, with ${plain(stage.with)}${stage.attributes.length === 0 ? "" : `: ${stage.attributes.map(name).map(plain).join(", ")}`}`),
    ...(uncovered.length === 0 ? [] : ["", `Not looked at by anybody: ${uncovered.map(name).map(plain).join(", ")}.`]),
    "",
  ].join("\n");
}
