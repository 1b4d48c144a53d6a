import type { z } from "zod";
import type { WithAbsent } from "./answer.ts";
import { claimsQuestion } from "./claims.ts";
import { demandQuestion } from "./demand.ts";
import { domainsQuestion } from "./domains.ts";
import { employerOverviewQuestion } from "./employer-overview.ts";
import { employersQuestion } from "./employers.ts";
import { firstQuestion } from "./first.ts";
import { layersQuestion } from "./layers.ts";
import { nearestQuestion } from "./nearest.ts";
import { overviewQuestion } from "./overview.ts";
import { neighboursQuestion } from "./neighbours.ts";
import { payQuestion } from "./pay.ts";
import { payTrendQuestion } from "./pay-trend.ts";
import { premiumsQuestion } from "./premiums.ts";
import { priceQuestion } from "./price.ts";
import type { AnyQuestion } from "./question.ts";
import { regionsQuestion } from "./regions.ts";
import { risingQuestion } from "./rising.ts";
import { rolesQuestion } from "./roles.ts";
import { seniorityQuestion } from "./seniority.ts";
import { skillsQuestion } from "./skills.ts";
import { standingQuestion } from "./standing.ts";
import { timeOpenQuestion } from "./time-open.ts";
import { titlesQuestion } from "./titles.ts";
import { trendsQuestion } from "./trends.ts";

/** Every question the market answers, in the order of the help. A new one is a file beside this one and a line here: command, API, help, completion and exports follow. */
export const questions = {
  roles: rolesQuestion,
  overview: overviewQuestion,
  layers: layersQuestion,
  skills: skillsQuestion,
  demand: demandQuestion,
  titles: titlesQuestion,
  domains: domainsQuestion,
  seniority: seniorityQuestion,
  employers: employersQuestion,
  "employer-overview": employerOverviewQuestion,
  regions: regionsQuestion,
  trends: trendsQuestion,
  rising: risingQuestion,
  pay: payQuestion,
  premiums: premiumsQuestion,
  "pay-trend": payTrendQuestion,
  "time-open": timeOpenQuestion,
  price: priceQuestion,
  nearest: nearestQuestion,
  standing: standingQuestion,
  neighbours: neighboursQuestion,
  first: firstQuestion,
  claims: claimsQuestion,
} as const satisfies Record<string, AnyQuestion>;

export type QuestionName = keyof typeof questions;

/** What a question takes before it is checked, and what it answers. */
export type AskedOf<Name extends QuestionName> = z.input<(typeof questions)[Name]["asks"]>;
export type FoundOf<Name extends QuestionName> = WithAbsent<Awaited<ReturnType<(typeof questions)[Name]["ask"]>>>;

export const questionNames = Object.keys(questions) as QuestionName[];

/** A question by its name, where only what all have in common matters. */
export function questionOf(name: QuestionName): AnyQuestion {
  return questions[name];
}
