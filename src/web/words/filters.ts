import type { NameKind } from "../../terms/market-name.ts";

/** What the filter bar says. */
export const filterWords = {
  bar: "Narrow the market",
  title: "Words of a title",
  titlePlaceholder: "Title has …",
  region: "Region",
  everywhere: "All regions",
  country: "Country",
  city: "City",
  layer: "Layer",
  seniority: "Seniority",
  domain: "Domain",
  workplace: "Workplace",
  skill: "Skill",
  employer: "Employer",
  role: "Role",
  since: "Posted since",
  anyTime: "Any time",
  sinceMonth: (month: string) => `Since ${month}`,
  until: "Posted until",
  without: "Without",
  unknown: {
    skill: (name: string) => `No skill is called “${name}”`,
    city: (name: string) => `No city is called “${name}”`,
    employer: (name: string) => `No employer in this market is called “${name}”`,
  } satisfies Record<NameKind, (name: string) => string>,
  meant: "Did you mean",
  withoutUnknown: "Go on without it",
  clear: "Clear filters",
  clearOne: "Clear",
  find: (what: string) => `Find a ${what.toLowerCase()}`,
} as const;
