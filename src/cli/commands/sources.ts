import type { Dropped, Source } from "../../terms/source.ts";
import { type Command, dataDir, dataOption, type Given, put, type Shell, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { openDoor } from "../sources-door.ts";
import { counted, plural, table } from "../table.ts";
import { hasColour, painter, type Paint } from "../terminal.ts";

export const sourcesCommand: Command = {
  verb: "sources",
  about: "Lists the sources that are followed and those that were imported once: their postings, how the last fetch went, and when the next is due. With --dropped: what was left out, why and how often.",
  usage: ["[options]"],
  options: [
    { name: "dropped", about: "list what the last fetch or import of each source left out, by reason, with an example" },
    { name: "json", about: "print JSON" },
    dataOption,
  ],
  examples: [
    ["strata sources", "all of them"],
    ["strata sources --dropped", "what did not become a posting, and why"],
  ],
  ends: [exit.unavailable, exit.held],
  run: sources,
};

async function sources(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length > 0) throw new UsageError(`"strata sources" lists all of them and takes no name; to fetch one: strata refresh ${given.operands[0]}`);
  const door = await openDoor(dataDir(given, shell), shell, { verb: "sources", readOnly: true });
  try {
    const paint = painter(hasColour(shell));
    const width = shell.out.columns ?? 100;
    if (given.is("dropped")) {
      const rows = await door.dropped();
      await put(shell.out, `${given.is("json") ? JSON.stringify(rows, null, 2) : [droppedText(rows, paint, width), ...notHadText(await door.list(), paint, width)].join("\n")}\n`);
    } else {
      const rows = await door.list();
      await put(shell.out, `${given.is("json") ? JSON.stringify(rows, null, 2) : sourcesText(rows, shell.now().getTime(), paint, width)}\n`);
    }
    return exit.ok;
  } finally {
    await door.close();
  }
}

function sourcesText(rows: readonly Source[], now: number, paint: Paint, width: number): string {
  if (rows.length === 0) return "No source is followed yet. Follow some with: strata add ai-employers";
  const columns = [{ name: "source" }, { name: "status" }, { name: "open", right: true }, { name: "postings", right: true }, { name: "left out", right: true }, { name: "fetched" }, { name: "due" }];
  const cells = rows.map((row) => ({
    cells: [row.name, statusText(row), counted(row.open), counted(row.postings), row.dropped === 0 ? "" : counted(row.dropped), row.checked === null ? "–" : `${spanOf(now - Date.parse(row.checked))} ago`, row.kind === "import" ? "–" : dueText(row.due, now)],
    ...(row.problem === null ? {} : { below: row.problem }),
  }));
  const followed = rows.filter(({ kind }) => kind !== "import").length;
  const failing = rows.filter(({ failures }) => failures > 0).length;
  return [table(columns, cells, paint, width), "", `${plural(followed, "source")} followed${failing > 0 ? `, ${failing} without a good last fetch: their postings stand as they were` : ""}; ${plural(rows.reduce((sum, row) => sum + row.open, 0), "open posting")}.`].join("\n");
}

function statusText({ kind, status, postings }: Source): string {
  if (kind !== "import") return status;
  return postings > 0 ? "imported" : "all left out";
}

function dueText(due: string | null, now: number): string {
  if (due === null) return "now";
  const left = Date.parse(due) - now;
  return left <= 0 ? "now" : `in ${spanOf(left)}`;
}

/** `spanOf(7_200_000)` → `"2 h"` */
function spanOf(ms: number): string {
  const minutes = Math.max(0, Math.round(ms / 60_000));
  return minutes < 90 ? `${minutes} min` : minutes < 48 * 60 ? `${Math.round(minutes / 60)} h` : `${Math.round(minutes / 1440)} days`;
}

/** What could not be had at all left nothing out that could be counted. */
function notHadText(rows: readonly Source[], paint: Paint, width: number): string[] {
  const failing = rows.filter(({ kind, failures }) => kind !== "import" && failures > 0);
  if (failing.length === 0) return [];
  return ["", `Not had at the last fetch, so that nothing can be said of what ${failing.length === 1 ? "it holds" : "they hold"}:`, table([{ name: "source" }, { name: "status" }], failing.map((row) => ({ cells: [row.name, row.status], ...(row.problem === null ? {} : { below: row.problem }) })), paint, width)];
}

function droppedText(rows: readonly Dropped[], paint: Paint, width: number): string {
  if (rows.length === 0) return `At the last fetch or import of the sources in this market nothing was left out. ${unkept}`;
  const cells = rows.map((row) => ({ cells: [row.reason, counted(row.n), row.source], below: [row.where, row.detail].filter((part) => part !== "").join(": ") }));
  return [table([{ name: "reason" }, { name: "left out", right: true }, { name: "source" }], cells, paint, width), "", `${counted(rows.reduce((sum, row) => sum + row.n, 0))} left out, with one example of each reason.`, unkept].join("\n");
}

/** Such a file makes no source (import.ts): what was wrong with it stands nowhere but in what the import said. */
const unkept = "Files that could not be read at all are told by the import, and not kept.";
