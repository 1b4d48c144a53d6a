import { z } from "zod";
import { Layer } from "../terms/layer.ts";
import type { RunFailure } from "../terms/opinion.ts";
import { Role } from "../terms/role.ts";
import { Seniority } from "../terms/seniority.ts";

const voteOf = <T extends z.ZodType>(value: T) => z.strictObject({ value: value.nullable(), quotes: z.array(z.string().max(2000)).max(10) });

/** What a model has to answer, and nothing beside it. */
export const ModelAnswer = z.strictObject({ role: voteOf(Role), layer: voteOf(Layer), seniority: voteOf(Seniority) });
export type ModelAnswer = z.infer<typeof ModelAnswer>;

/** The answer in what a model wrote, which is one JSON object, alone or in one code fence; or why there is none. */
export function parseAnswer(written: string): { answer: ModelAnswer } | { why: RunFailure } {
  const text = written.trim();
  if (text === "") return { why: "declined" };
  const json = /^```(?:json)?\s*\n([^]*?)\n\s*```$/.exec(text)?.[1] ?? text;
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { why: declines.test(text) ? "declined" : "not in the form" };
  }
  const parsed = ModelAnswer.safeParse(value);
  return parsed.success ? { answer: parsed.data } : { why: "not in the form" };
}

/** How refusals begin in the languages we read. */
const declines = /^(?:i['’]m (?:sorry|afraid|unable|not able)|sorry|i (?:can(?:no|['’])t|cannot|am unable|won['’]t|will not|must decline)|as an ai|es tut mir leid|ich kann (?:das |dabei |ihnen )?nicht|désolé|je (?:suis désolé|ne peux)|het spijt me|ik kan (?:dit |u )?niet)(?!\p{L})/iu;
