import { randomBytes } from "node:crypto";
import type { Evidence } from "../terms/evidence.ts";
import type { FailedRuns, Opinion, RunFailure } from "../terms/opinion.ts";
import { type ModelAnswer, parseAnswer } from "./answer.ts";
import { askModel, type Written } from "./model.ts";
import { makePrompt, promptVersion, tokensAtMost } from "./prompt.ts";
import { quoteFinder } from "./quotes.ts";
import type { OpinionSettings } from "./settings.ts";
import type { Spend } from "./spend.ts";
import { tally, type Vote } from "./tally.ts";

export type OpinionEffects = { spend: Spend; mark?: () => string; ask?: typeof askModel; signal?: AbortSignal };

type Fields = { [Field in keyof ModelAnswer]: Vote<NonNullable<ModelAnswer[Field]["value"]>>[] };
type Run = { answer: ModelAnswer; tokens: number } | { why: RunFailure; message: string; tokens: number; over: boolean };

/**
 * Asks the model several times what the text of a posting describes. It never throws for what the endpoint does: that is in `failures`.
 * Of what was written only our own words (roles, layers, seniority) and places in the text are kept.
 */
export async function giveOpinion(settings: OpinionSettings, text: string, effects: OpinionEffects): Promise<Opinion> {
  const find = quoteFinder(text);
  const votes: Fields = { role: [], layer: [], seniority: [] };
  const failures: FailedRuns[] = [];
  let tokens = 0;
  let answered = 0;
  let quotesDropped = 0;
  let seen = 0;
  for (let run = 0; run < settings.runs; run++) {
    const prompt = makePrompt(text, (effects.mark ?? randomMark)(), settings);
    seen = prompt.seen;
    const one = await runOnce(settings, prompt, effects);
    tokens += one.tokens;
    if ("answer" in one) {
      answered++;
      quotesDropped += takeVotes(one.answer, find, votes);
      continue;
    }
    // What would fail alike is not tried again: a machine that is down is waited for once.
    note(failures, one, one.over ? settings.runs - run : 1);
    if (one.over) break;
  }
  const of = <T extends string>(those: readonly Vote<T>[]) => tally(those, settings.runs, settings.widest);
  return {
    model: settings.model, prompt: promptVersion, runs: settings.runs, answered, widest: settings.widest,
    role: of(votes.role), layer: of(votes.layer), seniority: of(votes.seniority),
    quotesDropped, failures, tokens, text: { seen, of: text.length },
  };
}

/** One run, paid for before it is made: at the most it can cost, and settled when the endpoint says what it did. */
async function runOnce(settings: OpinionSettings, prompt: ReturnType<typeof makePrompt>, { spend, ask = askModel, signal }: OpinionEffects): Promise<Run> {
  const most = tokensAtMost(prompt.system, prompt.user) + settings.answerTokens;
  const settle = spend(most);
  if (settle === null) return { why: "spend cap", message: `the day's ${settings.dayTokens} tokens (STRATA_MODEL_DAY_TOKENS) would be passed; it is counted anew from midnight UTC`, tokens: 0, over: true };
  const written: Written = await ask(settings, prompt, signal);
  const tokens = written.used ?? most;
  settle(tokens);
  if ("why" in written) return { ...written, tokens };
  const parsed = parseAnswer(written.text);
  if ("why" in parsed) return { ...parsed, message: parsed.why === "declined" ? "the model declined to answer" : "the answer was not the JSON that was asked for", tokens, over: false };
  return { ...parsed, tokens };
}

/** Adds a run's votes with the quotes that stand in the text; how many do not. */
function takeVotes(answer: ModelAnswer, find: (quote: string) => Evidence | null, votes: Fields): number {
  let dropped = 0;
  const vote = <T>({ value, quotes }: { value: T | null; quotes: string[] }): Vote<T> => {
    const evidence = quotes.map(find).filter((one) => one !== null);
    dropped += quotes.length - evidence.length;
    return { value, evidence };
  };
  votes.role.push(vote(answer.role));
  votes.layer.push(vote(answer.layer));
  votes.seniority.push(vote(answer.seniority));
  return dropped;
}

function note(failures: FailedRuns[], { why, message }: { why: RunFailure; message: string }, n: number): void {
  const same = failures.find((one) => one.why === why);
  if (same === undefined) failures.push({ why, n, message });
  else same.n += n;
}

function randomMark(): string {
  return randomBytes(12).toString("hex");
}
