import type { Refreshed } from "../terms/source.ts";
import { put, type Shell } from "./command.ts";
import { exit } from "./exit.ts";
import { Progress } from "./progress.ts";
import type { SourcesDoor } from "./sources-door.ts";
import { plural } from "./table.ts";
import { printable } from "./terminal.ts";

type RunOptions = {
  json: boolean;
  signal: AbortSignal;
  /** What else the JSON says. */
  more?: Record<string, unknown>;
  /** Say nothing where nothing was due. */
  quiet?: boolean;
  /** When the next source is due, for the message where none is. */
  due?: number | null;
};

/** Fetches sources through a door, with progress, and says what came of it. The exit code. */
export async function runRefresh(door: SourcesDoor, names: readonly string[] | null, shell: Shell, { json, signal, more = {}, quiet = false, due = null }: RunOptions): Promise<number> {
  const progress = new Progress(shell, 0);
  let done: Refreshed[];
  try {
    done = await door.refresh(names, (one, n, all) => progress.step(n, all, "sources", one.source));
  } finally {
    progress.clear();
  }
  const sums = sumsOf(done);
  if (json) {
    if (!quiet || done.length > 0) await put(shell.out, `${JSON.stringify({ ...more, ...sums, stopped: signal.aborted, sources: done }, null, quiet ? undefined : 2)}\n`);
  } else if (done.length > 0) await put(shell.out, `${refreshText(done, sums)}\n`);
  else if (!quiet && !signal.aborted) await put(shell.out, `No source is due${due === null ? "" : ` before ${new Date(due).toISOString().slice(0, 16).replace("T", " ")} UTC`}. Name one to fetch it all the same: strata refresh SOURCE\n`);
  if (signal.aborted) {
    shell.err.write("Stopped. What was fetched is kept; the same command does the rest.\n");
    return exit.stopped;
  }
  return done.some(isBad) ? exit.notAllRead : exit.ok;
}

type Sums = Record<"postings" | "added" | "changed" | "missed" | "gone" | "dropped", number>;

function sumsOf(done: readonly Refreshed[]): Sums {
  const sum = (name: keyof Sums): number => done.reduce((total, one) => total + one[name], 0);
  return { postings: sum("postings"), added: sum("added"), changed: sum("changed"), missed: sum("missed"), gone: sum("gone"), dropped: sum("dropped") };
}

/** An empty board is none that failed: it may well have nothing to offer. */
function isBad({ status, dropped }: Refreshed): boolean {
  return status === "failed" || status === "absent" || status === "half" || dropped > 0;
}

function refreshText(done: readonly Refreshed[], { added, changed, missed, gone, dropped }: Sums): string {
  const counts = new Map<string, number>();
  for (const { status } of done) counts.set(status, (counts.get(status) ?? 0) + 1);
  const states = [...counts].map(([status, n]) => `${n} ${status}`).join(", ");
  const lines = [`${plural(done.length, "source")} fetched: ${states}.`, `${plural(added, "new posting")}, ${changed} changed, ${missed} missed for the first time, ${gone} gone${dropped > 0 ? `, ${dropped} left out` : ""}.`];
  const said = done.filter((one) => one.problem !== null);
  // A screen full; the rest stands in the list.
  const shown = said.slice(0, 12).map((one) => `  ${printable(`${one.status}  ${one.source}: ${one.problem}`)}`);
  const hint = said.length > shown.length || dropped > 0 ? [`See ${[said.length > shown.length ? "strata sources" : "", dropped > 0 ? "strata sources --dropped" : ""].filter(Boolean).join(" and ")}`] : [];
  return [...lines, ...shown, ...hint].join("\n");
}

/** Ctrl-C and SIGTERM end the work after what is being stored; a second one ends the process at once. */
export function stopOnInterrupt(): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM"] as const;
  const release = (): void => signals.forEach((name) => process.off(name, stop));
  const stop = (): void => {
    release();
    controller.abort();
  };
  for (const name of signals) process.on(name, stop);
  return { signal: controller.signal, release };
}
