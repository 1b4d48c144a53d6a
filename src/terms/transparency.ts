import { z } from "zod";
import { Evidence } from "./evidence.ts";

/** What a rule on pay in postings may ask for. The letter is the one that tables of such rules use. */
export const transparencyChecks = [
  { id: "pay", letter: "P", name: "Pay or its range" },
  { id: "numeric", letter: "N", name: "Both ends of the range as numbers" },
  { id: "unit", letter: "U", name: "Currency and period" },
  { id: "benefits", letter: "B", name: "Benefits described" },
  { id: "other-pay", letter: "O", name: "Bonus, equity, commission described" },
  { id: "apply-by", letter: "D", name: "Day to apply by" },
  { id: "ai-use", letter: "A", name: "Whether AI is used to choose" },
  { id: "vacancy", letter: "V", name: "Whether there is a vacancy" },
  { id: "gender-title", letter: "G", name: "Gender-neutral title" },
  { id: "pay-history", letter: "H", name: "No question about past pay" },
  { id: "spread", letter: "S", name: "Width of the range" },
  { id: "local-experience", letter: "E", name: "No experience in the country asked for" },
] as const;

export const TransparencyCheckId = z.enum(transparencyChecks.map((check) => check.id));
export type TransparencyCheckId = z.infer<typeof TransparencyCheckId>;

const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "a day is written as in 2026-01-01");

const Month = z.string().regex(/^\d{4}-(?:0[1-9]|1[0-2])$/, "a month is written as in 2026-11");

/** How far a rule reaches: work done there, work from anywhere that could be done there, work that reports to somebody there. */
export const Reach = z.enum(["there", "remote", "reports-there"]);
export type Reach = z.infer<typeof Reach>;

/**
 * The rule of one jurisdiction (data/rules/pay-transparency). Nobody has read it again at its source: `recorded` is the month in which it was written down. What was written down from memory is named in `recalled`, by the name of the field or the check.
 * `from` null: not in force, or not known to be; `status` says which.
 */
export const TransparencyRule = z.strictObject({
  id: z.string().regex(/^[a-z]{2}(-[a-z]+)?$/),
  name: z.string(),
  /** ISO 3166-1 countries it holds in; for a part of one, ISO 3166-2 `subdivision`. */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/)).min(1),
  subdivision: z.string().regex(/^[A-Z]{2}-[A-Z0-9]{1,3}$/).nullable().default(null),
  law: z.string(),
  /** What the rule is called beside a place, where it holds in several countries: "EU directive on pay transparency". */
  scope: z.string().nullable().default(null),
  from: Day.nullable(),
  status: z.string().nullable().default(null),
  /** Fewest employees in all, and fewest there, from which on it holds; null where nobody has verified a number. */
  employees: z.number().int().nullable(),
  employeesThere: z.number().int().default(0),
  reach: z.array(Reach).min(1),
  /** The posting itself must show it, or it may be told before an interview: then a posting without it breaks nothing yet. */
  checks: z.array(z.strictObject({ check: TransparencyCheckId, asks: z.string(), before: z.enum(["posting", "interview"]).default("posting") })),
  /** Of `spread`: the widest range in a year, and the yearly pay above which width is free. */
  spread: z.strictObject({ most: z.number(), currency: z.string(), freeAbove: z.number() }).nullable().default(null),
  recalled: z.array(z.string()).default([]),
  notes: z.array(z.string()).default([]),
  source: z.strictObject({ title: z.string(), url: z.url() }),
  recorded: Month,
});
export type TransparencyRule = z.infer<typeof TransparencyRule>;

export const CheckState = z.enum(["pass", "fail", "unknown", "not-applicable"]);
export type CheckState = z.infer<typeof CheckState>;

/** One check of one rule. `state` counts whether the rule holds here; `text` is what the text alone shows. */
export const TransparencyCheck = z.object({
  check: TransparencyCheckId,
  letter: z.string(),
  name: z.string(),
  asks: z.string(),
  state: CheckState,
  text: CheckState,
  because: z.string(),
  quotes: z.array(Evidence),
  recalled: z.boolean(),
});
export type TransparencyCheck = z.infer<typeof TransparencyCheck>;

/** A rule held against a posting. `name`: the places of the posting that it holds in, with its scope where that is wider. `applies` null: it cannot be told; `because` says what is missing. `stale`: it was recorded more than 180 days ago. */
export const TransparencyResult = z.object({
  rule: z.string(),
  name: z.string(),
  law: z.string(),
  applies: z.boolean().nullable(),
  because: z.string(),
  quotes: z.array(Evidence),
  checks: z.array(TransparencyCheck),
  from: z.string().nullable(),
  source: z.object({ title: z.string(), url: z.string() }),
  recorded: z.string(),
  stale: z.boolean(),
  recalled: z.array(z.string()),
  notes: z.array(z.string()),
});
export type TransparencyResult = z.infer<typeof TransparencyResult>;
