import { asNamed } from "./names.ts";
import type { Answer, WithAbsent } from "./questions/answer.ts";
import { questionOf, type QuestionName } from "./questions/catalogue.ts";
import { listPostings, type PostingsPage, type PostingsQuestion } from "./questions/postings.ts";
import type { Market } from "./store.ts";

/** Puts a checked question to the market, its names as the market has them. Throws UnknownNames where one means nothing. */
export async function askNamed(market: Market, name: QuestionName, asked: Record<string, unknown>): Promise<WithAbsent<Answer<unknown>>> {
  const { question, absent } = await asNamed(market, asked);
  return { ...(await questionOf(name).ask(market, question)), absent };
}

/** A page of postings, asked for in the same way. */
export async function listNamed(market: Market, asked: PostingsQuestion): Promise<PostingsPage> {
  const { question, absent } = await asNamed(market, asked);
  return { ...(await listPostings(market, question)), absent };
}
