import type { Command, Shell } from "./command.ts";
import { exit } from "./exit.ts";
import { overview, verbHelp } from "./help.ts";
import { nearest } from "../lib/nearest.ts";
import { givenOf } from "./options.ts";
import { failure } from "./failure.ts";
import { packageVersion } from "../server/package-version.ts";

/** The verbs, in the order of the help. Each is loaded when it is called. */
export const verbs: Record<string, { about: string; load: () => Promise<Command> }> = {
  read: { about: "read a posting: role, layer, pay, skills, with the words they rest on", load: async () => (await import("./commands/read.ts")).readCommand },
  brief: { about: "read a job description as a candidate would, and mend it", load: async () => (await import("./commands/brief.ts")).briefCommand },
  import: { about: "read files of postings into the market", load: async () => (await import("./commands/import.ts")).importCommand },
  add: { about: "follow job boards, careers pages and files", load: async () => (await import("./commands/add.ts")).addCommand },
  sources: { about: "list what is followed, and what was left out", load: async () => (await import("./commands/sources.ts")).sourcesCommand },
  refresh: { about: "fetch what is due, once or all the time", load: async () => (await import("./commands/refresh.ts")).refreshCommand },
  remove: { about: "follow a source no more", load: async () => (await import("./commands/remove.ts")).removeCommand },
  market: { about: "ask the market: roles, layers, skills, pay and more", load: async () => (await import("./commands/market.ts")).marketCommand },
  claims: { about: "hold what published reports claim against the market", load: async () => (await import("./commands/claims.ts")).claimsCommand },
  report: { about: "write a report of a quarter: Markdown, HTML and PDF", load: async () => (await import("./commands/report.ts")).reportCommand },
  rates: { about: "show the exchange rates in use, or take in newer ones", load: async () => (await import("./commands/rates.ts")).ratesCommand },
  start: { about: "serve the market to a browser on this machine", load: async () => (await import("./commands/start.ts")).startCommand },
  completion: { about: "print a completion script for bash, zsh or fish", load: async () => (await import("./commands/completion.ts")).completionCommand },
};

/** Runs `strata` with the words after its name; the exit code. */
export async function main(args: string[], shell: Shell = processShell()): Promise<number> {
  const [verb = "--help", ...rest] = args;
  if (verb === "--version" || verb === "-V") return say(shell, `strata ${packageVersion()}`);
  if (verb === "--help" || verb === "-h" || (verb === "help" && rest.length === 0)) return say(shell, overview(verbs));
  const called = verb === "help" ? rest[0]! : verb;
  const known = Object.hasOwn(verbs, called) ? verbs[called]! : null;
  if (known === null) return unknownVerb(shell, called);
  try {
    const command = await known.load();
    if (verb === "help" || rest.includes("--help") || rest.includes("-h")) return say(shell, verbHelp(command));
    return await command.run(givenOf(command, rest), shell);
  } catch (error) {
    return failure(error, called, shell);
  }
}

function unknownVerb(shell: Shell, verb: string): number {
  const meant = nearest(verb, Object.keys(verbs));
  shell.err.write(`strata: there is no "${verb.replaceAll(/[^\x20-\x7e]/g, "?")}"${meant === null ? "" : `; did you mean "strata ${meant}"?`}\nSee: strata --help\n`);
  return exit.usage;
}

function say(shell: Shell, text: string): number {
  shell.out.write(`${text}\n`);
  return exit.ok;
}

/** The process that this runs in. */
export function processShell(): Shell {
  // The reader of a pipe may leave (`strata market | head`): that ends the work, and is no fault.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exit.ok);
    process.stderr.write(`strata: cannot write the output: ${error.message}\n`);
    process.exit(exit.unavailable);
  });
  // Words that nobody reads any more (`strata read 2>&1 | head`) do not end it: what comes of it is told by the exit code.
  process.stderr.on("error", () => undefined);
  return { in: process.stdin, out: process.stdout, err: process.stderr, env: process.env, now: () => new Date() };
}
