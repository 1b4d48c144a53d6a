import { NoDescription, WrongOption } from "../brief/limits.ts";
import { QuestionRefused, RatesUnusable, RefreshUnderWay, StoreHeld, StoreUnusable, UnknownSource } from "../market/problems.ts";
import { OpinionUnusable } from "../opinion/problems.ts";
import { DocumentUnusable } from "../sources/documents/problems.ts";
import { FetchRefused, NoSource } from "../sources/guard-problem.ts";
import { type Shell, Unavailable, UsageError } from "./command.ts";
import { exit } from "./exit.ts";
import { printable } from "./terminal.ts";

/** Says what went wrong, and gives the exit code for it. What nobody foresaw is shown with its stack: it is ours to mend. */
export function failure(error: unknown, verb: string, shell: Shell): number {
  const code = codeOf(error);
  const { message, stack } = error instanceof Error ? error : { message: String(error), stack: undefined };
  if (code === exit.internal) shell.err.write(`strata ${verb}: a fault in Strata itself: ${printable(stack ?? message)}\n`);
  else shell.err.write(`strata ${verb}: ${printable(message)}\n${adviceFor(code, verb)}`);
  return code;
}

function adviceFor(code: number, verb: string): string {
  if (code === exit.usage) return `See: strata ${verb} --help\n`;
  if (code === exit.held && verb !== "market") return "Only one of them can write. End the other (Ctrl-C in its terminal), then run this command again; or give another --data DIR.\n";
  return "";
}

function codeOf(error: unknown): number {
  if (error instanceof UsageError || error instanceof WrongOption || error instanceof QuestionRefused || error instanceof NoSource || error instanceof UnknownSource) return exit.usage;
  if (error instanceof StoreHeld || error instanceof RefreshUnderWay) return exit.held;
  if (error instanceof StoreUnusable || error instanceof RatesUnusable || error instanceof Unavailable || error instanceof DocumentUnusable || error instanceof NoDescription || error instanceof FetchRefused || error instanceof OpinionUnusable) return exit.unavailable;
  return exit.internal;
}
