import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { Layer } from "./layer.ts";
import { Role } from "./role.ts";
import { Seniority } from "./seniority.ts";

/** Why a run of the model gave no answer that counts. */
export const RunFailure = z.enum(["not reached", "too slow", "key refused", "not found", "request refused", "busy", "not a model's answer", "too long", "cut off", "declined", "asked for a tool", "not in the form", "spend cap"]);
export type RunFailure = z.infer<typeof RunFailure>;

/** Runs that failed alike; `message` is ours, never the endpoint's. */
export const FailedRuns = z.object({ why: RunFailure, n: z.number().int(), message: z.string() });
export type FailedRuns = z.infer<typeof FailedRuns>;

/**
 * What the runs say of one field. `votes` are all that were counted, most first; `unsupported` had no quote that stands in the text and do not count.
 * `spread` is the share of the runs asked that did not say the leading value; where it is wider than allowed, or two lead, the opinion abstains and `value` is null.
 * Without abstaining null means: the posting does not say.
 */
function opinionOf<T extends z.ZodType>(value: T) {
  return z.object({ value: value.nullable(), abstains: z.boolean(), spread: z.number(), votes: z.array(z.object({ value: value.nullable(), n: z.number().int() })), unsupported: z.number().int(), evidence: z.array(Evidence) });
}

/**
 * A language model's second opinion of a posting, over several runs. Every value is one of our own words and every quote a slice of the posting's text:
 * nothing that a model wrote is in it. `tokens` were charged to the spend cap.
 */
export const Opinion = z.object({
  model: z.string(),
  prompt: z.string(),
  runs: z.number().int(),
  answered: z.number().int(),
  widest: z.number(),
  role: opinionOf(Role),
  layer: opinionOf(Layer),
  seniority: opinionOf(Seniority),
  quotesDropped: z.number().int(),
  failures: z.array(FailedRuns),
  tokens: z.number().int(),
  text: z.object({ seen: z.number().int(), of: z.number().int() }),
});
export type Opinion = z.infer<typeof Opinion>;
export type OpinionField = { value: string | null; abstains: boolean; spread: number; votes: { value: string | null; n: number }[]; unsupported: number; evidence: Evidence[] };
