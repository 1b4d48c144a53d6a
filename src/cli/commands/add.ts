import { existsSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { aiEmployersName } from "../../sources/find-source.ts";
import { NoSource } from "../../sources/guard-problem.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { runRefresh, stopOnInterrupt } from "../refresh-run.ts";
import { openDoor, type SourcesDoor } from "../sources-door.ts";
import { plural } from "../table.ts";

export const addCommand: Command = {
  verb: "add",
  about: "Follows sources from now on, and fetches them: job boards, careers pages (their board is found), pages that state postings (schema.org JobPosting), files, and a list of employers that look for AI engineers. Each host is asked once a second at most.",
  usage: ["SOURCE… [options]"],
  operands: {
    name: "Sources",
    list: [
      ["ashby:NAME", "a board by its kind and name; also greenhouse, lever (lever:NAME@eu), smartrecruiters, workable, recruitee, personio, teamtailor, workday (workday:TENANT.wdN/SITE), hackernews (hackernews:NUMBER of the thread)"],
      ["https://…", "a board, a careers page that shows one, or a page with postings in it"],
      ["FILE", "a file of any format that import reads; it is read again when it was written to"],
      [aiEmployersName, "the boards of some 200 employers, from data/boards.csv"],
    ],
  },
  options: [{ name: "later", about: "leave the first fetch to strata refresh" }, { name: "json", about: "print the summary as JSON" }, dataOption],
  examples: [
    ["strata add ashby:openai lever:mistral", "two boards"],
    ["strata add https://www.anthropic.com/careers", "the board that this page shows"],
    ["strata add exports/tracker.csv", "a file that is written to from time to time"],
    [`strata add ${aiEmployersName}`, "some 200 boards; takes a few minutes, as each host is asked once a second"],
  ],
  ends: [exit.notAllRead, exit.unavailable, exit.held, exit.stopped],
  run: add,
};

async function add(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length === 0) throw new UsageError(`give what to follow: ashby:NAME, an address, a file, or ${aiEmployersName}`);
  const stop = stopOnInterrupt();
  const door = await openDoor(dataDir(given, shell), shell, { verb: "add", signal: stop.signal });
  try {
    for (const notice of door.notices) shell.err.write(`strata add: ${notice}\n`);
    const names: string[] = [];
    const added: string[] = [];
    try {
      await addAll(door, given.operands, names, added);
    } catch (error) {
      if (added.length > 0) shell.err.write(`strata add: ${addedText(names.length, added)} They are fetched by: strata refresh\n`);
      throw error;
    }
    if (!given.is("json")) await put(shell.out, `${addedText(names.length, added)}\n`);
    if (given.is("later") || added.length === 0) {
      if (given.is("json")) await put(shell.out, `${JSON.stringify({ added, sources: [] }, null, 2)}\n`);
      return exit.ok;
    }
    return await runRefresh(door, added, shell, { json: given.is("json"), signal: stop.signal, more: { added } });
  } finally {
    stop.release();
    const notice = await door.close();
    if (notice !== null) shell.err.write(`strata add: ${notice}\n`);
  }
}

/** Each is followed as it is found, and noted; the first that cannot be ends it. */
async function addAll(door: SourcesDoor, texts: readonly string[], names: string[], added: string[]): Promise<void> {
  for (const text of texts) {
    if (isDirectory(text)) throw new UsageError(`${text} is a directory; give the files in it that are to be followed`);
    const one = existsSync(text) && !/^https?:/i.test(text) ? await door.addFile(resolve(text)) : await addNamed(door, text);
    names.push(...one.names);
    added.push(...one.added);
  }
}

/** Here, where files are followed too, it may be one that was meant. */
async function addNamed(door: SourcesDoor, text: string): ReturnType<SourcesDoor["add"]> {
  try {
    return await door.add(text);
  } catch (error) {
    if (!(error instanceof NoSource) || /^https?:/i.test(text)) throw error;
    throw new NoSource(`${error.message}. A file may be given too, but there is none of that name`, { cause: error });
  }
}

function isDirectory(text: string): boolean {
  // Of what is too long for a name of a file `statSync` throws.
  return !/^https?:/i.test(text) && existsSync(text) && statSync(text, { throwIfNoEntry: false })?.isDirectory() === true;
}

function addedText(asked: number, added: readonly string[]): string {
  const known = asked - added.length;
  const which = added.length > 0 && added.length <= 5 ? `: ${added.join(", ")}` : "";
  return `Followed from now on: ${plural(added.length, "source")}${which}${known > 0 ? `; ${known} ${known === 1 ? "was" : "were"} already` : ""}.`;
}
