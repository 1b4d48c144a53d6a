import type { Command, Given, Shell } from "../command.ts";
import { UsageError } from "../command.ts";
import { exit } from "../exit.ts";

const shells = ["bash", "zsh", "fish"] as const;

export const completionCommand: Command = {
  verb: "completion",
  about: "Prints a script that completes the verbs and options of strata.",
  usage: ["bash|zsh|fish"],
  options: [],
  examples: [
    ["source <(strata completion bash)", "completes in this shell; put the line into ~/.bashrc to keep it (zsh: ~/.zshrc)"],
    ["strata completion fish > ~/.config/fish/completions/strata.fish", "for fish"],
  ],
  ends: [],
  run: complete,
};

async function complete(given: Given, shell: Shell): Promise<number> {
  const [name, ...more] = given.operands;
  if (name === undefined || more.length > 0 || !shells.includes(name as "bash")) throw new UsageError("give one shell: strata completion bash, zsh or fish");
  // Loaded here: the table of verbs loads this module.
  const { verbs } = await import("../main.ts");
  const commands = await Promise.all(Object.values(verbs).map((verb) => verb.load()));
  shell.out.write(`${name === "fish" ? fish(commands) : name === "zsh" ? zsh(commands) : bash(commands)}\n`);
  return exit.ok;
}

function bash(commands: readonly Command[]): string {
  const cases = commands.map((command) => `    ${command.verb}) words="${flags(command).join(" ")} --help"${command.operands === undefined ? "" : ` operands="${operandsOf(command).join(" ")}"`};;`);
  const choices = choiceCases(commands).map(([option, words]) => `    --${option}) COMPREPLY=($(compgen -W "${words.join(" ")}" -- "$word")); return;;`);
  return [
    "_strata() {",
    '  local word="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" words operands=""',
    `  if [ "$COMP_CWORD" -eq 1 ]; then COMPREPLY=($(compgen -W "${commands.map((command) => command.verb).join(" ")} --help --version" -- "$word")); return; fi`,
    '  case "$before" in',
    ...choices,
    "  esac",
    '  case "${COMP_WORDS[1]}" in',
    ...cases,
    "  esac",
    '  case "$word" in -*) COMPREPLY=($(compgen -W "$words" -- "$word"));; *) if [ -n "$operands" ]; then COMPREPLY=($(compgen -W "$operands" -- "$word")); return; fi; COMPREPLY=($(compgen -f -- "$word"));; esac',
    "}",
    "complete -o filenames -F _strata strata",
  ].join("\n");
}

function zsh(commands: readonly Command[]): string {
  return ["#compdef strata", "autoload -U +X bashcompinit && bashcompinit", bash(commands)].join("\n");
}

function fish(commands: readonly Command[]): string {
  const lines = ["complete -c strata -f -n __fish_use_subcommand -l version -d 'name this version'"];
  for (const command of commands) {
    lines.push(`complete -c strata -f -n __fish_use_subcommand -a ${command.verb} -d ${quoted(command.about)}`);
    for (const [word, about] of command.operands?.list ?? []) lines.push(`complete -c strata -f -n '__fish_seen_subcommand_from ${command.verb}' -a ${word} -d ${quoted(about)}`);
    for (const { name, value, choices, about } of command.options) {
      const takes = value === undefined ? "" : choices === undefined ? " -r" : ` -x -a '${choices.join(" ")}'`;
      lines.push(`complete -c strata -n '__fish_seen_subcommand_from ${command.verb}' -l ${name}${takes} -d ${quoted(about)}`);
    }
  }
  return lines.join("\n");
}

function operandsOf(command: Command): string[] {
  return command.operands?.list.map(([word]) => word) ?? [];
}

function flags(command: Command): string[] {
  return command.options.map((option) => `--${option.name}`);
}

/** Options with a fixed list of words; the same name means the same list in every verb. */
function choiceCases(commands: readonly Command[]): [string, readonly string[]][] {
  return [...new Map(commands.flatMap((command) => command.options.flatMap(({ name, choices }): [string, readonly string[]][] => (choices === undefined ? [] : [[name, choices]])))).entries()];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`;
}
