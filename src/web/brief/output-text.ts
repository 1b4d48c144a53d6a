import type { InterviewPlan, Scorecard } from "../../terms/brief-outputs.ts";

/** A scorecard as Markdown, to be filled in by each interviewer. */
export function scorecardMarkdown({ attributes }: Scorecard): string {
  const parts = attributes.map(({ name, must, counts, countsNot, questions }) => [`## ${name}${must ? "" : " (nice to have)"}`, "", "Rating: not seen", "Evidence: ", "", "Counts:", ...items(counts), "", "Does not count:", ...items(countsNot), "", "Ask:", ...items(questions)].join("\n"));
  return `# Scorecard\n\n${parts.join("\n\n")}\n`;
}

/** A plan of interviews as Markdown. */
export function interviewsMarkdown({ stages, minutes, days }: InterviewPlan, { attributes }: Scorecard): string {
  const nameOf = (id: string) => attributes.find((attribute) => attribute.id === id)?.name ?? id;
  const rows = stages.map((stage) => `| ${stage.day} | ${stage.name} | ${stage.minutes} | ${stage.with} | ${stage.attributes.map(nameOf).join(", ")} |`);
  return `# Interviews\n\n${stages.length} conversations, ${minutes} minutes in all, decided by working day ${days}.\n\n| By day | Conversation | Minutes | With | Looks at |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}

function items(texts: readonly string[]): string[] {
  return texts.map((text) => `- ${text}`);
}
