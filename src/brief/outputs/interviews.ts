import type { InterviewPlan, Scorecard } from "../../terms/brief-outputs.ts";
import { roleName } from "../../terms/role.ts";
import { plain } from "./markdown.ts";

/** A scorecard as Markdown, to be filled in by each interviewer; null where it rates nothing. */
export function scorecardMarkdown({ role, attributes, asks }: Scorecard): string | null {
  if (attributes.length === 0) return null;
  const parts = attributes.map(({ name, must, counts, countsNot, questions }) =>
    [`## ${plain(name)} (${must ? "must" : "nice to have"})`, "", "Rating: not seen", "", "Evidence:", "", "Counts:", "", ...items(counts), "", "Does not count:", "", ...items(countsNot), "", "Ask:", "", ...items(questions)].join("\n"),
  );
  return `# Scorecard${role === null ? "" : `: ${roleName(role)}`}\n\nNothing is rated above “not seen” without something that shows it.\n\n${asks.length === 0 ? "" : `The description requires, each to be shown by something done with it:\n\n${items(asks).join("\n")}\n\n`}${parts.join("\n\n")}\n`;
}

/** A plan of interviews as Markdown; null where there is nothing to look at. */
export function interviewsMarkdown({ stages, minutes, days, uncovered }: InterviewPlan, { attributes }: Scorecard): string | null {
  if (attributes.length === 0) return null;
  const names = (ids: readonly string[]): string => ids.map((id) => plain(attributes.find((attribute) => attribute.id === id)!.name)).join(", ");
  const rows = stages.map((stage) => `| ${stage.day} | ${plain(stage.name)} | ${stage.minutes} | ${plain(stage.with)} | ${names(stage.attributes)} |`);
  const gap = uncovered.length === 0 ? "" : `\nNot looked at by anybody: ${names(uncovered)}.\n`;
  return `# Interviews: ${stages.length} conversations, ${minutes} minutes, ${days} working days\n\n| By day | Conversation | Minutes | With | Looks at |\n|---|---|---|---|---|\n${rows.join("\n")}\n${gap}`;
}

function items(texts: readonly string[]): string[] {
  return texts.map((text) => `- ${plain(text)}`);
}
