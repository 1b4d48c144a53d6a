import { readFileSync } from "node:fs";
import { dayNumber } from "../../lib/day.ts";
import { makeDirectory } from "../../market/directory.ts";
import { keepRates, oldDays, type Rates, ratesOf, ratesPath } from "../../market/rates.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, Unavailable, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { fileProblem } from "../files.ts";
import { problemText } from "../../terms/found.ts";

export const ratesCommand: Command = {
  verb: "rates",
  about: "Shows the exchange rates that converted pay uses, or takes in newer ones: a CSV of date, currency, per_euro and source, or the ECB's own eurofxref-hist.csv as it is published. Only the newest day in a file is used.",
  usage: ["[FILE] [options]"],
  options: [{ name: "json", about: "print JSON" }, dataOption],
  examples: [
    ["strata rates", "the rates in use, and their day"],
    ["strata rates eurofxref-hist.csv", "take in the ECB's file (from www.ecb.europa.eu/stats/eurofxref)"],
  ],
  ends: [exit.unavailable],
  run: showOrKeep,
};

async function showOrKeep(given: Given, shell: Shell): Promise<number> {
  const [file, ...more] = given.operands;
  if (more.length > 0) throw new UsageError(`give one file, not ${given.operands.length}`);
  const dir = dataDir(given, shell);
  if (file !== undefined) {
    const text = textOf(file);
    makeDirectory(dir);
    const kept = keepRates(dir, text, file);
    shell.err.write(`strata rates: ${kept.perEuro.size} rates of ${kept.date} taken in; they stand in ${ratesPath(dir)}\n${kept.lost.length === 0 ? "" : `Without a rate now, as days are not mixed: ${kept.lost.join(", ")}. Pay stated in these is left out where pay is converted.\n`}`);
    return exit.ok;
  }
  const rates = ratesOf(dir);
  await put(shell.out, given.is("json") ? `${JSON.stringify({ ...rates, perEuro: Object.fromEntries(rates.perEuro) }, null, 2)}\n` : `${ratesText(rates, shell.now())}\n`);
  return exit.ok;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    const problem = fileProblem(error, file);
    if (problem === null) throw error;
    throw new Unavailable(problemText(problem), { cause: error });
  }
}

function ratesText({ date, source, perEuro, pegged }: Rates, now: Date): string {
  const lines = [...perEuro].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([currency, rate]) => `${currency}  ${rate.toPrecision(6).padStart(10)}${pegged.includes(currency) ? "  held at a fixed price in dollars" : ""}`);
  const age = Math.round(now.getTime() / 86_400_000) - dayNumber(date);
  const old = age > oldDays ? ["", `These rates are ${age} days old. Take in newer ones with: strata rates FILE`] : [];
  return [`One euro on ${date} (${source})`, "", ...lines, ...old].join("\n");
}
