import { StoreHeld, StoreUnusable } from "../market/problems.ts";
import { type Shell, Unavailable, UsageError } from "./command.ts";
import { exit } from "./exit.ts";
import { printable } from "./terminal.ts";

/** Says what went wrong, and gives the exit code for it. What nobody foresaw is shown with its stack: it is ours to mend. */
export function failure(error: unknown, verb: string, shell: Shell): number {
  const code = codeOf(error);
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  if (code === exit.internal) shell.err.write(`strata ${verb}: a fault in Strata itself: ${printable(stack ?? message)}\n`);
  else shell.err.write(`strata ${verb}: ${printable(message)}\n${code === exit.usage ? `See: strata ${verb} --help\n` : ""}`);
  return code;
}

function codeOf(error: unknown): number {
  if (error instanceof UsageError) return exit.usage;
  if (error instanceof StoreHeld) return exit.held;
  if (error instanceof StoreUnusable || error instanceof Unavailable) return exit.unavailable;
  return exit.internal;
}
