import { resolve } from "node:path";
import { UnknownSource } from "../../market/problems.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { openDoor, type SourcesDoor } from "../sources-door.ts";
import { plural } from "../table.ts";

export const removeCommand: Command = {
  verb: "remove",
  about: "Follows a source no more, and takes its postings out of the market. Vacancies that stand on other sources too stay with those.",
  usage: ["SOURCE… [options]"],
  options: [{ name: "json", about: "print the summary as JSON" }, dataOption],
  examples: [
    ["strata remove ashby:openai", "a board"],
    ["strata remove postings.jsonl", "a file, as it was added; also an import, by its name in strata sources"],
  ],
  ends: [exit.unavailable, exit.held],
  run: remove,
};

async function remove(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length === 0) throw new UsageError("give the source to remove; see them with: strata sources");
  const door = await openDoor(dataDir(given, shell), shell, { verb: "remove" });
  try {
    for (const notice of door.notices) shell.err.write(`strata remove: ${notice}\n`);
    const removed: { source: string; postings: number }[] = [];
    for (const name of given.operands) {
      const one = { source: name, postings: await removeOne(door, name) };
      removed.push(one);
      if (!given.is("json")) await put(shell.out, `${one.source} is no longer followed; ${plural(one.postings, "posting")} went with it.\n`);
    }
    if (given.is("json")) await put(shell.out, `${JSON.stringify(removed, null, 2)}\n`);
    return exit.ok;
  } finally {
    const notice = await door.close();
    if (notice !== null) shell.err.write(`strata remove: ${notice}\n`);
  }
}

/** By its name in the list, else as the file it was added as. */
async function removeOne(door: SourcesDoor, name: string): Promise<number> {
  try {
    return await door.remove(name);
  } catch (error) {
    if (!(error instanceof UnknownSource) || /^(?:[a-z]+:|https?:)/i.test(name)) throw error;
    return door.remove(`file:${resolve(name)}`).catch(() => {
      throw error;
    });
  }
}
