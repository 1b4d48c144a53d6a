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

/** What the Brief page says. */
export const briefWords = {
  role: {
    unsure: "More likely wrong than right. Which is meant?",
    label: "Scorecard, interviews and figures are made for",
    asRead: (role: string) => `Made for ${role}, as it reads`,
    none: "Choose the role that is meant",
    back: "As it reads",
    needed: "Which role is meant?",
    neededUnsure: (what: string) => `What the text describes is too unclear to make ${what} of it. Say which role is meant, or write what the person will do.`,
    neededNone: (what: string) => `The text does not describe work from which ${what} could be made. Write what the person will do, or say which role is meant.`,
    scorecard: "a scorecard",
    interviews: "a plan of interviews",
    band: "a pay band",
    unasked: "The market is asked as soon as it is clear which role is meant.",
  },
  band: { waiting: "Asking the market for the pay band" },
} as const;
