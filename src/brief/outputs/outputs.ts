import type { Brief } from "../../terms/brief.ts";
import type { BriefOutputs, Scorecards } from "../../terms/brief-outputs.ts";
import { makeDescription } from "./description.ts";
import { descriptionHtml } from "./html.ts";
import { jobPosting } from "./job-posting.ts";
import { descriptionMarkdown } from "./markdown.ts";
import { makeInterviewPlan, makeScorecard } from "./scorecard.ts";

/** Everything that is made of a brief: a cleaner description in three forms, a scorecard, and a plan of interviews. Pure. */
export function makeOutputs(brief: Brief, scorecards: Scorecards): BriefOutputs {
  const description = makeDescription(brief);
  const scorecard = makeScorecard(brief, scorecards);
  return { description, markdown: descriptionMarkdown(description), html: descriptionHtml(description), jsonLd: jobPosting(brief, description), scorecard, interviews: makeInterviewPlan(scorecard, scorecards) };
}
