import type { Degree } from "../terms/degree.ts";
import type { Domain } from "../terms/domain.ts";
import type { EnvironmentTopic } from "../terms/environment.ts";
import type { FlagId } from "../terms/flag.ts";
import type { Layer } from "../terms/layer.ts";
import type { PayKind, PayPeriod } from "../terms/pay.ts";
import { type Region, regionNames as names } from "../terms/place.ts";
import type { Seniority } from "../terms/seniority.ts";
import type { Need } from "../terms/skill.ts";
import type { Visa } from "../terms/visa.ts";
import type { Workplace } from "../terms/workplace.ts";

// What people read for each value of the terms. A second language is a second file like this one.

export const layerNames: Record<Layer, string> = {
  infrastructure: "Infrastructure",
  evaluation: "Evaluation",
  product: "Product",
  model: "Model",
  governance: "Governance",
  outside: "Outside AI",
};

// Columns and chips are narrow here.
export const regionNames: Record<Region, string> = { ...names, uae: "UAE" };

export const seniorityNames: Record<Seniority, string> = { intern: "Intern", entry: "Entry", mid: "Mid", senior: "Senior", lead: "Lead", manager: "Manager", director: "Director" };

export const workplaceNames: Record<Workplace, string> = { onsite: "On site", hybrid: "Hybrid", remote: "Remote" };

export const needNames: Record<Need, string> = { required: "required", preferred: "a plus", mentioned: "mentioned" };

export const degreeNames: Record<Degree, string> = { none: "None needed", bachelor: "Bachelor’s", master: "Master’s", phd: "PhD" };

export const visaNames: Record<Visa, string> = { offered: "Sponsored", refused: "Not sponsored" };

export const periodNames: Record<PayPeriod, string> = { year: "a year", month: "a month", week: "a week", day: "a day", hour: "an hour" };

export const payKindNames: Record<PayKind, string> = { base: "base", total: "total", unspecified: "" };

export const domainNames: Record<Domain, string> = {
  vision: "Vision",
  nlp: "Language",
  speech: "Speech",
  recommendation: "Recommendation",
  robotics: "Robotics",
  "autonomous-driving": "Autonomous driving",
  finance: "Finance",
  health: "Health",
  "life-science": "Life science",
  security: "Security",
  advertising: "Advertising",
  commerce: "Commerce",
  industrial: "Industry",
  legal: "Law",
  education: "Education",
  "public-sector": "Public sector",
  gaming: "Gaming",
  geospatial: "Geospatial",
  climate: "Climate",
  hr: "People and hiring",
};

export const environmentNames: Record<EnvironmentTopic, string> = {
  stack: "Stack",
  scale: "Scale",
  team: "Team",
  ownership: "Ownership",
  "on-call": "On call",
  data: "Data",
  maturity: "Maturity",
  plan: "Plan",
};

export const flagNames: Record<FlagId, string> = {
  "title-content": "Title and content differ",
  conflated: "Several roles in one",
  "level-years": "Level and years differ",
  "pay-missing": "Pay is missing",
  "pay-wide": "Pay range is wide",
  "no-environment": "No technical environment",
  certificates: "Certificates asked for",
  buzzwords: "Buzzwords",
  "remote-attendance": "Remote, yet attendance asked for",
};

const languages = new Intl.DisplayNames("en", { type: "language", fallback: "code" });

/** `languageName("nl")` → `"Dutch"` */
export function languageName(code: string): string {
  return languages.of(code) ?? code;
}
