import type { Command, Option } from "./command.ts";
import { exit, exitMeanings } from "./exit.ts";

/** `strata --help`: the verbs, and how commands end. */
export function overview(verbs: Record<string, { about: string }>): string {
  return [
    ...wrap("strata reads postings of AI work: what the work is, where, for how much, asking for what.", 80),
    "",
    "Usage: strata VERB [options]",
    "",
    "Verbs",
    ...table(Object.entries(verbs).map(([verb, { about }]) => [verb, about])),
    "",
    "strata VERB --help says more of one verb. strata --version names this version.",
    "",
    ...exits(exitMeanings.map(([code]) => code)),
  ].join("\n");
}

/** `strata VERB --help`, made from the verb's own list of options. */
export function verbHelp(command: Command): string {
  const options = [...command.options, { name: "help", short: "h", about: "print this" }];
  return [
    ...wrap(command.about, 80),
    "",
    ...command.usage.map((usage, i) => `${i === 0 ? "Usage:" : "      "} strata ${command.verb} ${usage}`),
    "",
    ...(command.operands === undefined ? [] : [command.operands.name, ...table(command.operands.list), ""]),
    "Options",
    ...table(options.map((option) => [flagsOf(option), option.about])),
    "",
    "Examples",
    ...command.examples.flatMap(([example, does]) => [`  ${example}`, ...wrap(does, 74).map((line) => `      ${line}`)]),
    "",
    ...exits([exit.ok, exit.internal, exit.usage, ...command.ends]),
  ].join("\n");
}

function flagsOf({ name, short, value, many }: Option): string {
  return `${short === undefined ? "    " : `-${short}, `}--${name}${value === undefined ? "" : ` ${value}`}${many ? ",…" : ""}`;
}

function exits(codes: readonly number[]): string[] {
  return ["Exit codes", ...table(exitMeanings.filter(([code]) => codes.includes(code)).map(([code, meaning]) => [String(code), meaning]))];
}

/** Two columns, the second wrapped within 80. */
function table(rows: readonly (readonly [string, string])[]): string[] {
  const left = Math.max(...rows.map(([name]) => name.length)) + 2;
  return rows.flatMap(([name, about]) => {
    const lines = wrap(about, 78 - left);
    return lines.map((line, i) => `  ${(i === 0 ? name : "").padEnd(left)}${line}`.trimEnd());
  });
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1)!;
    if (last !== "" && last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines;
}
