import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { OpinionUnusable } from "./problems.ts";

/** Counts the tokens of a day. Takes the most a call can cost before it is made, and gives what then settles what it did cost; null where the cap would be passed. */
export type Spend = (tokens: number) => ((used: number) => void) | null;

/**
 * The count of a day (UTC) under `dir`, in a file of lines that are only added: several processes count together without a lock, and one that is
 * killed in a call leaves the call charged. Throws OpinionUnusable where the count cannot be kept: without one nothing is spent.
 */
export function keepSpend(dir: string, dayTokens: number, now: () => Date): Spend {
  return (tokens) => {
    // A call that begins before midnight is settled on the day it was taken from.
    const file = join(dir, `${prefix}${now().toISOString().slice(0, 10)}.txt`);
    // Nothing is added to a damaged count: half a line and a new one would make one that looks whole.
    sum(file);
    // What is too much is given back at once. Two calls that meet at the cap may both be refused: the other way round would overspend.
    add(dir, file, tokens);
    if (sum(file) > dayTokens) {
      add(dir, file, -tokens);
      return null;
    }
    return (used) => {
      if (used !== tokens) add(dir, file, used - tokens);
    };
  };
}

const prefix = "model-tokens-";

function add(dir: string, file: string, tokens: number): void {
  try {
    mkdirSync(dir, { recursive: true });
    for (const name of readdirSync(dir)) if (name.startsWith(prefix) && join(dir, name) < file) rmSync(join(dir, name), { force: true });
    appendFileSync(file, `${tokens}\n`, { mode: 0o600 });
  } catch (error) {
    throw new OpinionUnusable(`The tokens of a second opinion cannot be counted in ${file} (${(error as Error).message.split("\n")[0]}), so none is asked. Free or unlock that folder, or give another in STRATA_DATA`, { cause: error });
  }
}

function sum(file: string): number {
  const lines = (existsSync(file) ? readFileSync(file, "utf8") : "").split("\n");
  if (lines.pop() !== "" || lines.some((line) => !/^-?\d{1,12}$/.test(line))) throw new OpinionUnusable(`${file} is damaged, so that today's tokens are not known and no second opinion is asked. Delete it to begin today's count again`);
  return lines.reduce((total, line) => total + Number(line), 0);
}
