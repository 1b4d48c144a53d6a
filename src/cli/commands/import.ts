import { availableParallelism } from "node:os";
import type { ImportCount } from "../../market/import.ts";
import type { Market } from "../../market/store.ts";
import { postingsIn } from "../../sources/postings.ts";
import { type Found, problemText } from "../../terms/found.ts";
import { type Command, dataDir, dataOption, type Given, mostWorkers, put, type Shell, UsageError, workersOf } from "../command.ts";
import { exit } from "../exit.ts";
import { bytesOf, fileProblem, placeIn, sizeOf, sourceOf } from "../files.ts";
import { Progress } from "../progress.ts";
import { counted } from "../table.ts";
import { printable } from "../terminal.ts";

export const importCommand: Command = {
  verb: "import",
  about: "Reads files of postings into the market: JSON Lines, JSON, CSV, Parquet, web pages, and responses of job boards (Ashby, Greenhouse, Lever, SmartRecruiters, Workable, Recruitee, Personio, Teamtailor, Workday, Hacker News), also packed with gzip. The format is told by the content. Postings that have not changed are not read again; an import that was cut off goes on when the same command is run again.",
  usage: ["FILE… [options]"],
  options: [
    { name: "source", value: "NAME", about: "what ids are unique in (else the board, or the file's name)" },
    { name: "columns", about: "show which columns of tables (CSV, Parquet) are taken for what, and import nothing" },
    { name: "workers", value: "N", about: `threads that read postings, 1 to ${mostWorkers()} (else one a core but one, which stores them; 1 to 4)` },
    { name: "json", about: "print the summary as JSON" },
    dataOption,
  ],
  examples: [
    ["strata import postings.jsonl.gz", "one posting a line"],
    ["strata import boards/*.json", "responses of job boards, as they came"],
    ["curl -s 'https://api.lever.co/v0/postings/NAME?mode=json' | strata import -", "from a pipe"],
    ["strata import export.csv --columns", "what its columns would be taken for"],
    ["strata import export.csv --source tracker", "a table with a header line; the columns taken are shown"],
  ],
  ends: [exit.notAllRead, exit.unavailable, exit.held, exit.stopped],
  run: importFiles,
};

async function importFiles(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length === 0) throw new UsageError("give the files to import, or - for standard input");
  const workers = workersOf(given, usualWorkers(availableParallelism()));
  if (given.is("columns") && given.is("json")) throw new UsageError("give one of --columns and --json");
  if (given.is("columns")) return await showColumns(given.operands, shell);
  const { openMarket } = await import("../../market/store.ts");
  const { importPostings } = await import("../../market/import.ts");
  const { sampleSource } = await import("../../market/sample.ts");
  if (given.one("source") === sampleSource) throw new UsageError(`--source ${sampleSource} is the name of the invented sample, which the first real posting drives out; give another`);
  const files = new Files(given.operands, given.one("source"), shell, new Progress(shell, await sizeOf(given.operands)));
  const stop = (): void => files.stop();
  // Before the market is opened: Ctrl-C while that takes its time would leave the lock behind.
  process.once("SIGINT", stop);
  let market: Market | null = null;
  try {
    market = await openMarket(dataDir(given, shell), { verb: "import", now: shell.now });
    for (const notice of market.notices) shell.err.write(`strata import: ${notice}\n`);
    const count = await importPostings(market, files.found(), { source: "import", workers, now: shell.now, onProgress: (so) => files.progress(so) });
    files.end(count);
    await put(shell.out, `${given.is("json") ? JSON.stringify({ ...count, droppedBySource: undefined, stopped: files.stopped, problems: Object.fromEntries(count.problems) }, null, 2) : summary(count, files.stopped)}\n`);
    if (files.stopped) return exit.stopped;
    if (files.unavailable) return exit.unavailable;
    return count.failed > 0 ? exit.notAllRead : exit.ok;
  } finally {
    process.off("SIGINT", stop);
    files.clear();
    const notice = (await market?.close()) ?? null;
    if (notice !== null) shell.err.write(`strata import: ${notice}\n`);
  }
}

/** Storing a posting costs as much as reading it, and takes a core of its own: with a reader on every core of two, 100,000 postings took 5 % longer than with one (decision 19). */
function usualWorkers(cores: number): number {
  return Math.max(1, Math.min(4, cores - 1));
}

/** What an import would say of each table, and the first posting that it would make of it. */
async function showColumns(paths: readonly string[], shell: Shell): Promise<number> {
  let failed = false;
  for (const path of paths) {
    const name = printable(path === "-" ? "standard input" : path);
    const said: string[] = [];
    try {
      const found = await firstOf(postingsIn(path === "-" ? (shell.in as AsyncIterable<Uint8Array>) : bytesOf(path), { say: (what) => said.push(what), path: path === "-" ? null : path }));
      const table = said.find((what) => what.startsWith("columns taken"));
      if (table !== undefined) await put(shell.out, `${name}: ${printable(table)}\n`);
      if (found !== null && "problem" in found) {
        failed = true;
        await put(shell.out, `${name}: ${printable(problemText(found.problem))}\n`);
      } else if (table === undefined) await put(shell.out, `${name}: no table: its postings have fields of their own\n`);
    } catch (error) {
      const problem = fileProblem(error, name);
      if (problem === null) throw error;
      failed = true;
      shell.err.write(`strata import: ${problemText(problem)}\n`);
    }
  }
  return failed ? exit.notAllRead : exit.ok;
}

async function firstOf(found: AsyncIterable<Found>): Promise<Found | null> {
  for await (const one of found) return one;
  return null;
}

/** The postings of several files one after the other, with what is known of them on the way. */
class Files {
  readonly #paths: readonly string[];
  readonly #source: string | null;
  readonly #shell: Shell;
  readonly #progress: Progress;
  #bytes = 0;
  #asked = false;
  /** Something was left where it lies. */
  stopped = false;
  unavailable = false;

  constructor(paths: readonly string[], source: string | null, shell: Shell, progress: Progress) {
    this.#paths = paths;
    this.#source = source;
    this.#shell = shell;
    this.#progress = progress;
  }

  stop(): void {
    this.#asked = true;
  }

  /** Whether to end here, before more of the files. */
  #stops(): boolean {
    this.stopped ||= this.#asked;
    return this.stopped;
  }

  clear(): void {
    this.#progress.clear();
  }

  progress(count: ImportCount): void {
    this.#progress.update(this.#bytes, count.read);
  }

  end(count: ImportCount): void {
    this.#progress.end(this.#bytes, count.read);
    this.clear();
  }

  async *found(): AsyncGenerator<Found> {
    for (const path of this.#paths) {
      if (this.#stops()) return;
      yield* this.#file(path);
    }
  }

  async *#file(path: string): AsyncGenerator<Found> {
    const name = path === "-" ? "standard input" : path;
    const source = this.#source ?? (path === "-" ? "stdin" : sourceOf(path));
    const bytes = path === "-" ? (this.#shell.in as AsyncIterable<Uint8Array>) : bytesOf(path, (n) => (this.#bytes += n));
    const say = (what: string): void => {
      this.#progress.clear();
      this.#shell.err.write(`${printable(name)}: ${printable(what)}\n`);
    };
    try {
      for await (const found of postingsIn(bytes, { say, path: path === "-" ? null : path })) {
        if (this.#stops()) return;
        if ("problem" in found) yield { problem: { ...found.problem, source, where: placeIn(name, found.problem.where), ...(wholeFile.has(found.problem.where) ? { whole: true } : {}) } };
        else yield { ...found, where: `${name}: ${found.where}`, board: this.#source ?? found.board ?? source };
      }
    } catch (error) {
      const problem = fileProblem(error, name);
      if (problem === null) throw error;
      this.unavailable = true;
      yield { problem: { ...problem, source, whole: true } };
    }
  }
}

/** Where a problem lies that is not of one posting. */
const wholeFile: ReadonlySet<string> = new Set(["file", "page"]);

function summary(count: ImportCount, stopped: boolean): string {
  const { added, changed, unchanged, reread, repeated, failed } = count;
  // Of what an import finds each is one of these: the parts add up. `read` would not do, it has what failed later and not what failed before.
  const all = added + changed + unchanged + reread + repeated + failed;
  const also = [[reread, "read again by a newer reader"], [repeated, "repeated"], [failed, "not read"]] as const;
  const lines = [`${counted(all)} in the files: ${counted(added)} new, ${counted(changed)} changed, ${counted(unchanged)} unchanged${also.map(([n, what]) => (n > 0 ? `, ${counted(n)} ${what}` : "")).join("")}.`];
  if (count.read > 0 && added + changed + reread === 0) lines.push("Nothing changed in the market.");
  if (count.sampleDropped > 0) lines.push(`The invented sample (${counted(count.sampleDropped)} postings) was taken out of the market.`);
  if (failed > 0) lines.push("Not read:");
  for (const [reason, { n, examples }] of [...count.problems].toSorted(([, a], [, b]) => b.n - a.n)) {
    lines.push(`${counted(n).padStart(8)}  ${reason}`);
    for (const { where, detail } of examples) lines.push(`          ${printable(where)}: ${printable(detail).replaceAll("\n", " ").slice(0, 300)}`);
    if (n > examples.length) lines.push(`          … and ${counted(n - examples.length)} more`);
  }
  if (stopped) lines.push("Stopped. What is counted here is stored; run the same command again to go on.");
  return lines.join("\n");
}
