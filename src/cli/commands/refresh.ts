import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { RefreshUnderWay, StoreHeld } from "../../market/problems.ts";
import { FetchRefused } from "../../sources/guard-problem.ts";
import { type Command, dataDir, dataOption, type Given, type Shell, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { runRefresh, stopOnInterrupt } from "../refresh-run.ts";
import { openDoor } from "../sources-door.ts";

export const refreshCommand: Command = {
  verb: "refresh",
  about: "Fetches the sources that are followed: those that are due (six hours after their last fetch), or those named. A posting that two good fetches in a row do not have is gone; what is empty, missing or fails says nothing of its postings. Stopped or killed, it goes on where it was when it is run again.",
  usage: ["[SOURCE…] [options]"],
  options: [
    { name: "watch", about: "stay, and fetch what becomes due, until Ctrl-C; in between others may use the market" },
    { name: "json", about: "print the summary as JSON, one line a round with --watch" },
    dataOption,
  ],
  examples: [
    ["strata refresh", "all that are due"],
    ["strata refresh ashby:openai", "one, whenever its last fetch was"],
    ["strata refresh --watch", "for a terminal of its own, or a service"],
  ],
  ends: [exit.notAllRead, exit.unavailable, exit.held, exit.stopped],
  run: refresh,
};

/** A watch looks no more often than this, however much is due. */
const shortestMs = 60_000;
/** Sources may be added meanwhile, by another process. */
const longestMs = 15 * 60_000;

async function refresh(given: Given, shell: Shell): Promise<number> {
  const watch = given.is("watch");
  if (watch && given.operands.length > 0) throw new UsageError("--watch fetches whatever is due; name no sources with it");
  const stop = stopOnInterrupt();
  try {
    for (;;) {
      const { code, due } = await (watch ? patientRound : round)(given, shell, stop.signal);
      if (!watch) return code;
      if (stop.signal.aborted) return exit.stopped;
      await wait(due === null ? shortestMs : Math.min(longestMs, Math.max(shortestMs, due - shell.now().getTime())), undefined, { signal: stop.signal }).catch(() => undefined);
      if (stop.signal.aborted) return exit.stopped;
    }
  } finally {
    stop.release();
  }
}

/** A round of a watch: what is in its way now may be gone at the next one. */
async function patientRound(given: Given, shell: Shell, signal: AbortSignal): Promise<Round> {
  try {
    return await round(given, shell, signal);
  } catch (error) {
    if (!(error instanceof StoreHeld || error instanceof RefreshUnderWay || error instanceof NoneFollowed || error instanceof FetchRefused)) throw error;
    shell.err.write(`strata refresh: ${error.message}\nTried again in a minute.\n`);
    return { code: exit.ok, due: null };
  }
}

/** A file that is there is followed by its whole path. */
function fileOrName(text: string): string {
  return !/^https?:/i.test(text) && existsSync(text) ? `file:${resolve(text)}` : text;
}

/** Nothing is followed, which another process may change. */
class NoneFollowed extends UsageError {}

type Round = { code: number; due: number | null };

/** One round with the market open; it is let go of afterwards. */
async function round(given: Given, shell: Shell, signal: AbortSignal): Promise<Round> {
  const door = await openDoor(dataDir(given, shell), shell, { verb: "refresh", signal });
  try {
    for (const notice of door.notices) shell.err.write(`strata refresh: ${notice}\n`);
    const due = await door.nextDue();
    if (due === null && given.operands.length === 0) throw new NoneFollowed("no source is followed yet. Follow some with: strata add ai-employers");
    const code = await runRefresh(door, given.operands.length === 0 ? null : given.operands.map(fileOrName), shell, { json: given.is("json"), signal, quiet: given.is("watch"), due });
    return { code, due: await door.nextDue() };
  } finally {
    const notice = await door.close();
    if (notice !== null) shell.err.write(`strata refresh: ${notice}\n`);
  }
}
