import type { AnswerOf } from "../api.ts";

type Verdict = AnswerOf<"claims">["rows"][number]["verdict"];

/** What the Market page says. */
export const marketWords = {
  title: "Market",
  heading: "What AI work is hired for",
  strata: {
    title: { share: "Layers, share of AI vacancies by month", n: "Layers, AI vacancies by month" },
    about: "Vacancies by the layer of their role and the month they were opened. Point at a month, or step through with the arrow keys, for its figures with their 95 % intervals.",
    whole: "Over all months, with 95 % intervals",
    share: "Share",
    n: "Number",
    unit: "Shares or numbers",
    few: (months: number) => (months === 0 ? "no vacancy of these says when it was opened" : "all of these vacancies were opened in one month"),
    columns: { month: "month", layer: "layer", n: "vacancies", share: "share", low: "low", high: "high", corrected: "corrected" },
    labels: (month: string) => `at the right: ${month}`,
    capped: (most: string) => `no employer counts for more than ${most}`,
  },
  regions: {
    title: "Regions side by side",
    about: "Layer mix, median pay in the currency most vacancies there state, and below it the skills that stand out: asked for there more than elsewhere, beyond chance.",
    columns: { place: "Region", n: "Vacancies", share: "Share", mix: "Layers", pay: "Median pay a year", asks: "Asked for more than elsewhere" },
    narrow: (place: string) => `Only ${place}`,
  },
  roles: {
    title: "Roles, by what postings describe",
    about: "Shares with their 95 % intervals. Pay: p10 to p90 thin, p25 to p75 thick, the median across; of what is not said to be a total, from five employers up. Median open: days until half had ended, with its interval.",
    columns: { role: "Role", n: "Vacancies", employers: "Employers", share: "Share of AI", trend: "By month", mix: "Layer mix", pay: "pay", open: "Median open", skills: "Asked for most" },
    outside: "not an AI role",
    bandHead: (currency: string) => `Pay, ${currency} a year`,
    noPay: "none stated",
    fewPay: (employers: string) => `too few: ${employers}`,
    days: (days: number) => `${days} d`,
    notReached: "not reached",
    notWatched: "not watched",
    beyond: "beyond what was watched",
    openWhy: (low: string, high: string, n: string) => `half had ended after so many days, 95 % interval ${low} to ${high}; n ${n}`,
    sort: (column: string, down: boolean) => `Sort by ${column}, ${down ? "largest first" : "smallest first"}`,
    months: (from: string, to: string, list: string) => `Vacancies a month, ${from} to ${to}: ${list}`,
    fewMonths: "too few months",
  },
  claims: {
    title: "Claims, held against this market",
    about: "Figures that reports publish, measured on this market. The rule: under 30 vacancies or 5 employers, or with an interval that reaches over an end of what is claimed, a verdict would be a guess.",
    whole: "Claims name their own places, roles and levels: of the filters only “since” applies to them.",
    loading: "Measuring the claims",
    verdicts: { supported: "Supported", contradicted: "Contradicted", "not enough data": "Not enough", "not checkable": "Not checkable" } satisfies Record<Verdict, string>,
    summary: (parts: string) => `Of these claims ${parts}`,
    all: "All",
    more: (n: number) => `Show all ${n}`,
    behind: (n: string, employers: string) => `n ${n} of ${employers}`,
    claimed: (range: string) => `claimed: ${range}`,
    takenAs: (how: string) => `Taken as: ${how}`,
    query: "Query",
    queryOf: (claim: string) => `Query: ${claim}`,
  },
} as const;
