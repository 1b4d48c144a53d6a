import { asNamed } from "./names.ts";
import type { Answer } from "./questions/answer.ts";
import { questionOf, type QuestionName } from "./questions/catalogue.ts";
import type { Market } from "./store.ts";

/** Puts a checked question to the market, its names as the market has them. Throws UnknownNames where one means nothing. */
export async function askNamed(market: Market, name: QuestionName, asked: Record<string, unknown>): Promise<Answer<unknown>> {
  const { question, absent } = await asNamed(market, asked);
  return { ...(await questionOf(name).ask(market, question)), absent };
}
