import { z } from "zod";

/** A slice of the plain text: UTF-16 offsets, end exclusive, and the text between them. */
export const Evidence = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });
export type Evidence = z.infer<typeof Evidence>;

/** What a reader found: the value or null where the posting does not say, how sure (0..1), why, and where it stands. */
export type Finding<T> = { value: T | null; confidence: number; because: string; evidence: Evidence[] };

/** Schema of a finding whose value has the schema `value`. */
export function findingOf<T extends z.ZodType>(value: T) {
  return z.object({ value: value.nullable(), confidence: z.number(), because: z.string(), evidence: z.array(Evidence) });
}
