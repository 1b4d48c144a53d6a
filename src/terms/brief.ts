import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { Layer } from "./layer.ts";
import { Posting } from "./posting.ts";
import { Reading } from "./reading.ts";
import { Role } from "./role.ts";
import { TransparencyResult } from "./transparency.ts";

/** `flag`: mend it before it goes out; `warn`: it costs candidates or clarity; `info`: worth knowing. */
export const BriefSeverity = z.enum(["info", "warn", "flag"]);
export type BriefSeverity = z.infer<typeof BriefSeverity>;

export const BriefFindingId = z.enum([
  "no-posting", "language-unread", "several-postings", "hidden-characters", "title-missing", "title-content", "title-market", "title-gender", "conflated", "level-years", "pay-missing", "pay-words", "pay-unread", "pay-reversed", "pay-open", "pay-wide", "pay-band",
  "release-years", "environment", "certificates", "buzzwords", "production", "remote-attendance",
  "asks-age", "asks-native", "asks-unpaid", "asks-photo", "asks-nationality", "asks-religion", "asks-gender", "asks-gaps", "asks-family", "asks-disability", "asks-ethnicity", "asks-pay-history",
]);
export type BriefFindingId = z.infer<typeof BriefFindingId>;

/** A piece of the text that a finding rests on. `of` says what it stands for, where a finding has several kinds: the layer of a sentence, "title", "requirement". */
export const BriefQuote = Evidence.extend({ of: z.string().nullable() });
export type BriefQuote = z.infer<typeof BriefQuote>;

/** How a figure of the market is asked for again: the question with its parameters, as `strata market` and `/api/market` take them, and its query. */
export const Asked = z.object({ question: z.string(), parameters: z.record(z.string(), z.string()), sql: z.string() });
export type Asked = z.infer<typeof Asked>;

/** One figure of the market with its 95 % interval. `value` is null with the reason in `hidden` where too few stand behind it. Pay is a year's, in `currency`. */
export const BriefFigure = z.object({
  what: z.string(),
  unit: z.enum(["share", "pay", "days", "years", "count"]),
  currency: z.string().nullable(),
  value: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  n: z.number(),
  employers: z.number(),
  hidden: z.string().nullable(),
  asked: Asked,
});
export type BriefFigure = z.infer<typeof BriefFigure>;

/** Something a careful reader would stop at. Quotes are into the brief's text; there is none without a quote. `advice` is what to do about it. */
export const BriefFinding = z.object({
  id: BriefFindingId,
  severity: BriefSeverity,
  says: z.string(),
  advice: z.string().nullable(),
  quotes: z.array(BriefQuote).min(1),
  figures: z.array(BriefFigure),
  /** Where facts from outside the text and the market stand. */
  sources: z.array(z.object({ title: z.string(), url: z.string() })).optional(),
});
export type BriefFinding = z.infer<typeof BriefFinding>;

/** Something that is not there, with where it was looked for. `parts` names what of several is missing. */
export const BriefMissing = z.object({
  id: BriefFindingId,
  severity: BriefSeverity,
  says: z.string(),
  advice: z.string().nullable(),
  lookedIn: z.array(z.string()).min(1),
  parts: z.array(z.string()),
  figures: z.array(BriefFigure),
});
export type BriefMissing = z.infer<typeof BriefMissing>;

/** A posting of the market that is close by role, level, place and skills; `nearness` 0..1. */
export const NearPosting = z.object({
  key: z.string(),
  title: z.string().nullable(),
  employer: z.string().nullable(),
  role: Role.nullable(),
  nearness: z.number(),
  posted: z.string().nullable(),
  url: z.string().nullable(),
});
export type NearPosting = z.infer<typeof NearPosting>;

const Interval = z.object({ low: z.number().nullable(), high: z.number().nullable() });

/** What pays in the market for the role at this place and level; `stated` is what the description says, on a year. `place` null: it cannot be told. */
export const PayBand = z.object({
  what: z.string(),
  currency: z.string(),
  p25: z.number().nullable(),
  p50: BriefFigure,
  p75: z.number().nullable(),
  p10: z.number().nullable(),
  p90: z.number().nullable(),
  /** The 95 % intervals of the quantiles beside the median, which has its own; n and employers are the median's. Briefs that were kept before they were told have none. */
  intervals: z.object({ p10: Interval.nullable(), p25: Interval.nullable(), p75: Interval.nullable(), p90: Interval.nullable() }).nullable().default(null),
  stated: z.object({ min: z.number(), max: z.number() }).nullable(),
  /** The part of the market's postings that pay less than the middle of the stated range. */
  percentile: BriefFigure.nullable(),
  verdict: z.enum(["below", "inside", "above", "unknown"]),
  because: z.string(),
});
export type PayBand = z.infer<typeof PayBand>;

export const RequirementKind = z.enum(["skill", "degree", "years", "visa", "workplace"]);
export type RequirementKind = z.infer<typeof RequirementKind>;

/** What a requirement costs: vacancies, pay and time open of the same role and place with it and without it. `cost` is the difference in pay as a part of the pay without it, and orders them, the dearest first; null where too few stand behind it. */
export const RequirementPrice = z.object({
  kind: RequirementKind,
  id: z.string(),
  name: z.string(),
  quotes: z.array(BriefQuote),
  share: BriefFigure,
  pay: z.object({ with: BriefFigure, without: BriefFigure, difference: BriefFigure.nullable() }),
  open: z.object({ with: BriefFigure, without: BriefFigure }),
  cost: z.number().nullable(),
  says: z.string(),
});
export type RequirementPrice = z.infer<typeof RequirementPrice>;

/** What the market says of one description. */
export const BriefMarket = z.object({
  postings: z.number(),
  employers: z.number(),
  sample: z.boolean(),
  /** What the vacancies under this title are by content, the most frequent first. */
  titles: z.array(z.object({ role: Role, name: z.string(), figure: BriefFigure })),
  /** The part of vacancies of the same role, level and place that ask for fewer years. */
  years: BriefFigure.nullable(),
  nearest: z.array(NearPosting),
  /** How many vacancies the nearest were picked from. Briefs that were kept before it was said have none. */
  nearestOf: z.object({ n: z.number(), employers: z.number() }).nullable().default(null),
  band: PayBand.nullable(),
  /** Which vacancies the prices are of: role, place, time, currency. Briefs that were kept before it was said have none. */
  scope: z.string().nullable().default(null),
  prices: z.array(RequirementPrice),
});
export type BriefMarket = z.infer<typeof BriefMarket>;

/** What a posting does not say. For rules of law: where its employer is and how large; `place` stands in for the posting's own places: countries and parts of them as in "US-CO" or "DE", or names of cities. `role` is the role that is meant, in place of the one that it reads as. */
const KeptOptions = z.strictObject({
  place: z.array(z.string().trim().min(1).max(100)).max(20).default([]),
  employees: z.number().int().min(0).max(10_000_000).nullable().default(null),
  employeesThere: z.number().int().min(0).max(10_000_000).nullable().default(null),
  role: Role.nullable().default(null),
});
export const BriefOptions = KeptOptions.superRefine(({ employees, employeesThere }, { addIssue }) => {
  if (employees !== null && employeesThere !== null && employeesThere > employees) addIssue({ code: "custom", path: ["employeesThere"], message: `is more than the employees in all, ${employees}` });
});
export type BriefOptions = z.infer<typeof BriefOptions>;

/** What a confidence in a role rests on: of `n` labelled postings that were read with `from` up to `to`, each by a model that was not trained on it, nor, but for some of the 139 of the development set, on its employer's, `right` were right; the part's 95 % interval allows for postings of one employer to go together. */
export const Sureness = z.object({ from: z.number(), to: z.number(), n: z.number(), employers: z.number(), right: z.number(), low: z.number(), high: z.number() });
export type Sureness = z.infer<typeof Sureness>;

/** The kinds of work that a description's sentences are about: shares of the `told` sentences that tell of some. */
export const BriefWork = z.object({ kinds: z.array(z.object({ id: z.string(), name: z.string(), layer: Layer, share: z.number(), n: z.number() })), told: z.number(), spread: z.number().nullable() });
export type BriefWork = z.infer<typeof BriefWork>;

/** A description with all that was found of it. All offsets are into `text`. `market` is null where none was asked. */
export const Brief = z.object({
  engine: z.string(),
  day: z.string(),
  posting: z.object(Posting.shape).omit({ description_html: true, description_text: true }),
  text: z.string(),
  /** What its markup hides from everybody, each piece by its first words: it was not read. None in briefs that were kept before it was told. */
  hidden: z.array(z.string()).default([]),
  reading: Reading.omit({ text: true }),
  /** The roles that it may be, the likeliest first, where the one it reads as is more likely wrong than right; else none. */
  likely: z.array(z.object({ role: Role, confidence: z.number() })).default([]),
  /** How often the reader was right where it was as sure of the role as here. Null where it read none, and in briefs that were kept before it was told. */
  sure: Sureness.nullable().default(null),
  /** As they were given: briefs are kept of before numbers of employees were held against each other. */
  options: KeptOptions,
  /** Kinds of work, in AI engineering and outside it, by sentences; `spread` is 0 where all is one job, 1 where it is as mixed as two halves. Null in briefs that were kept before it was told. */
  work: BriefWork.nullable().default(null),
  findings: z.array(BriefFinding),
  missing: z.array(BriefMissing),
  transparency: z.array(TransparencyResult),
  market: BriefMarket.nullable(),
});
export type Brief = z.infer<typeof Brief>;
