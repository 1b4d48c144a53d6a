import { parseArgs, type ParseArgsConfig } from "node:util";
import { type Command, type Given, UsageError } from "./command.ts";
import { nearest } from "../lib/nearest.ts";

/** Reads the words after a verb by the verb's own list of options. Throws UsageError. */
export function givenOf(command: Command, words: string[]): Given {
  const options: NonNullable<ParseArgsConfig["options"]> = {};
  for (const { name, short, value, many } of command.options) {
    options[name] = { type: value === undefined ? "boolean" : "string", ...(many ? { multiple: true } : {}), ...(short === undefined ? {} : { short }) };
  }
  const { values, positionals } = parse(command, words, options);
  for (const { name, choices } of command.options) {
    for (const word of [values[name] ?? []].flat().flatMap((given) => String(given).split(","))) {
      if (choices !== undefined && word !== "" && !choices.includes(word)) throw new UsageError(wrongChoice(name, word, choices));
    }
  }
  // Most often a variable that is not set: it would name the current directory, or narrow nothing, as if it had not been asked.
  for (const { name, value } of command.options) if ([values[name] ?? []].flat().some((given) => /^[\s,]*$/.test(String(given)))) throw new UsageError(`--${name} needs a value: --${name} ${value}`);
  if (positionals.includes("")) throw new UsageError('one of the words given is empty ("")');
  const all = (name: string): string[] => [values[name] ?? []].flat().map(String);
  return { all, one: (name) => all(name)[0] ?? null, is: (name) => values[name] === true, operands: positionals };
}

function parse(command: Command, words: string[], options: NonNullable<ParseArgsConfig["options"]>): { values: Record<string, string | boolean | (string | boolean)[] | undefined>; positionals: string[] } {
  try {
    return parseArgs({ args: words, options, allowPositionals: true, strict: true });
  } catch (error) {
    const { message, code } = error as Error & { code?: string };
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
    const valued = /^Option '(?:-\w, )?--([\w-]+)/.exec(message)?.[1];
    if (code === "ERR_PARSE_ARGS_INVALID_OPTION_VALUE" && valued !== undefined) throw new UsageError(wrongValue(command, valued, words), { cause: error });
    if (code !== "ERR_PARSE_ARGS_UNKNOWN_OPTION" || unknown === undefined) throw new UsageError(message.split(". ")[0]!, { cause: error });
    const meant = nearest(unknown.replace(/^-+/, ""), command.options.map((option) => option.name));
    throw new UsageError(`"strata ${command.verb}" has no option ${unknown}${meant === null ? "" : `; did you mean --${meant}?`}`, { cause: error });
  }
}

/** An option without its value, with a word that looks like another option in its place, or with one where it takes none. */
function wrongValue(command: Command, name: string, words: readonly string[]): string {
  const { value, short } = command.options.find((option) => option.name === name) ?? {};
  if (value === undefined) return `--${name} takes no value`;
  const next = words[words.findIndex((word) => word === `--${name}` || word === `-${short}`) + 1];
  if (next === undefined) return `--${name} needs a value: --${name} ${value}`;
  // No number is less than 0.
  return `--${name} ${next}: it takes ${value === "N" ? "a number" : `${value}; one that begins with a dash is written --${name}=${next}`}`;
}

function wrongChoice(name: string, word: string, choices: readonly string[]): string {
  const meant = nearest(word, choices);
  return `--${name} ${word}: ${meant === null ? `"${word}" is not one of ${choices.join(", ")}` : `did you mean ${meant}?`}`;
}
