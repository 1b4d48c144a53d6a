import { refusals } from "../terms/refusal.ts";
import { type AskedOf, type FoundOf, questionNames, questionOf, type QuestionName } from "./questions/catalogue.ts";
import { QuestionRefused } from "./problems.ts";
import type { Market, openMarket as openStore } from "./store.ts";

export { QuestionRefused };

/** Opens the market under `dir`, as `strata` keeps it. The database is loaded now: who only reads postings does without it. Throws StoreHeld or StoreUnusable. */
export async function openMarket(dir: string, options: Parameters<typeof openStore>[1] = {}): Promise<Market> {
  return (await import("./store.ts")).openMarket(dir, options);
}

/**
 * Puts a question of `strata market` to the market, with the parameters the command and the API take; checked, and refused by name.
 * `(await ask(market, "skills", { layer: "evaluation", limit: 10 })).rows[0]?.share.low`
 */
export async function ask<Name extends QuestionName>(market: Market, name: Name, asked: Partial<Record<keyof AskedOf<Name>, unknown>> = {}): Promise<FoundOf<Name>> {
  if (!questionNames.includes(name)) throw new QuestionRefused(`there is no question "${name}"; there are ${questionNames.join(", ")}`);
  const question = questionOf(name);
  const unknown = Object.keys(asked).filter((one) => !(one in question.asks.shape));
  if (unknown.length > 0) throw new QuestionRefused(`${name} takes no ${unknown.join(", ")}; it takes ${Object.keys(question.asks.shape).join(", ")}`);
  const parsed = question.asks.safeParse(asked);
  if (!parsed.success) throw new QuestionRefused(refusals(parsed.error, asked, (parameter, value) => (value === null ? parameter : `${parameter} ${JSON.stringify(value)}`)).join("; "));
  return (await (await import("./ask.ts")).askNamed(market, name, parsed.data)) as FoundOf<Name>;
}
