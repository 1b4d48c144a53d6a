import { z } from "zod";
import { Role } from "./role.ts";
import { Layer } from "./layer.ts";

/** The parts of a cleaner description, in their order. `about` and `other` hold what the author says beside them. */
export const DescriptionPart = z.enum(["about", "responsibilities", "requirements", "preferred", "environment", "pay", "place", "hiring", "other"]);
export type DescriptionPart = z.infer<typeof DescriptionPart>;

/** One line of it: the author's own sentence, or a gap that the author must fill. `start` is where the sentence stood in the brief's text. */
export const DescriptionLine = z.object({ kind: z.enum(["text", "item", "gap"]), text: z.string(), start: z.number().int().nullable() });
export type DescriptionLine = z.infer<typeof DescriptionLine>;

/** A description in order: the author's sentences by part, gaps marked, what was taken out with the reason, and the author's headings with those under which stands now what stood under them. */
export const Description = z.object({
  title: z.string(),
  parts: z.array(z.object({ part: DescriptionPart, heading: z.string(), lines: z.array(DescriptionLine) })),
  removed: z.array(z.object({ text: z.string(), why: z.string() })),
  headings: z.array(z.object({ text: z.string(), under: z.array(z.string()) })),
  band: z.string().nullable(),
});
export type Description = z.infer<typeof Description>;

const Attribute = z.strictObject({ name: z.string(), counts: z.array(z.string()).min(1), countsNot: z.array(z.string()).min(1), questions: z.array(z.string()).min(1) });
const Wanted = z.strictObject({ must: z.array(z.string()).min(1), nice: z.array(z.string()).default([]) });

/** A kind of conversation: what it can find out, and how long it takes. `day` is the working day of the process on which it is held at the latest. */
const Stage = z.strictObject({ id: z.string(), name: z.string(), minutes: z.number().int().positive(), day: z.number().int().positive(), with: z.string(), covers: z.array(z.string()), most: z.number().int().default(3) });

/** What is rated by layer and role, and in which conversations (data/scorecards.yaml). A role that is not named takes its layer's. */
export const Scorecards = z
  .strictObject({ attributes: z.record(z.string(), Attribute), layers: z.record(Layer, Wanted), roles: z.partialRecord(Role, Wanted).default({}), stages: z.array(Stage).min(1) })
  .superRefine(({ attributes, layers, roles, stages }, context) => {
    const named = [...Object.values(layers), ...Object.values(roles)].flatMap(({ must, nice }) => [...must, ...nice]).concat(stages.flatMap((stage) => stage.covers));
    for (const id of new Set(named)) if (!(id in attributes)) context.addIssue({ code: "custom", message: `there is no attribute ${id}` });
  });
export type Scorecards = z.infer<typeof Scorecards>;

export const ScorecardAttribute = Attribute.extend({ id: z.string(), must: z.boolean() });
export type ScorecardAttribute = z.infer<typeof ScorecardAttribute>;

/** Attributes of evidence for a role. None is rated above "not seen" without something that shows it. `asks`: what the description itself requires, one of several where it says "or". */
export const Scorecard = z.object({ role: Role.nullable(), layer: Layer.nullable(), attributes: z.array(ScorecardAttribute), asks: z.array(z.string()).default([]) });
export type Scorecard = z.infer<typeof Scorecard>;

/** Conversations within two weeks: which attributes each looks at, and how often each must-have is looked at. */
export const InterviewPlan = z.object({
  stages: z.array(z.object({ id: z.string(), name: z.string(), minutes: z.number(), day: z.number(), with: z.string(), attributes: z.array(z.string()) })),
  minutes: z.number(),
  days: z.number(),
  coverage: z.array(z.object({ attribute: z.string(), must: z.boolean(), stages: z.array(z.string()) })),
  uncovered: z.array(z.string()),
});
export type InterviewPlan = z.infer<typeof InterviewPlan>;

/** schema.org JobPosting as JSON-LD; `gaps` are fields that search engines require or that were filled by us, each with why. */
export const JobPostingMarkup = z.object({ document: z.record(z.string(), z.unknown()), gaps: z.array(z.object({ field: z.string(), why: z.string() })) });
export type JobPostingMarkup = z.infer<typeof JobPostingMarkup>;

/** Everything that is made of a brief. */
export const BriefOutputs = z.object({ description: Description, markdown: z.string(), html: z.string(), jsonLd: JobPostingMarkup, scorecard: Scorecard, interviews: InterviewPlan });
export type BriefOutputs = z.infer<typeof BriefOutputs>;
