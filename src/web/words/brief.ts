import type { View } from "../brief/view.ts";
import type { BriefFindingId, BriefSeverity } from "../../terms/brief.ts";
import type { CheckState } from "../../terms/transparency.ts";

// What people read on the Brief page for each value of the terms.

export const briefFindingNames: Record<BriefFindingId, string> = {
  "title-missing": "No title",
  "title-content": "The title says something else than the work",
  "title-market": "The title draws other people",
  "title-gender": "The title has a gender",
  conflated: "Several roles in one",
  "level-years": "Level and years differ",
  "pay-missing": "Pay is missing",
  "pay-words": "Words in place of pay",
  "pay-open": "One end of the pay is open",
  "pay-wide": "The pay range is wide",
  "pay-band": "Pay is off the market",
  environment: "Little on the technical environment",
  certificates: "Certificates asked for",
  buzzwords: "Buzzwords",
  production: "No production evidence asked for",
  "remote-attendance": "Remote, yet attendance asked for",
};

export const viewNames: Record<View, string> = { write: "Write", description: "Cleaner description", band: "Band", scorecard: "Scorecard", interviews: "Interviews", versions: "Versions", compare: "Compare" };

export const severityHeadings: Record<BriefSeverity, string> = { flag: "Mend before it goes out", warn: "Costs candidates or clarity", info: "Worth knowing" };

export const checkStates: Record<CheckState, string> = { pass: "pass", fail: "fail", unknown: "unknown", "not-applicable": "not applicable" };
