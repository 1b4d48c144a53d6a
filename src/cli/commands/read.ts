import { availableParallelism } from "node:os";
import { withHead } from "../../reading/head/head.ts";
import { read } from "../../reading/read.ts";
import type { Found, Problem } from "../../terms/found.ts";
import type { Posting } from "../../terms/posting.ts";
import type { Reading } from "../../terms/reading.ts";
import { errorLine } from "../../market/read-lines.ts";
import { postingsIn } from "../../sources/postings.ts";
import { type Command, type Given, mostWorkers, put, type Shell, Unavailable, UsageError, workersOf } from "../command.ts";
import { exit } from "../exit.ts";
import { bytesOf, fileProblem, placeIn } from "../files.ts";
import type { OpinionAsker } from "../opinion.ts";
import { type Look, prettyReading } from "../pretty.ts";
import { readStream } from "../read-stream.ts";
import { hasColour, painter, printable } from "../terminal.ts";

export const readCommand: Command = {
  verb: "read",
  about: "Reads postings: what the work is, where, for how much, asking for what; each finding with the words it rests on. Takes a file, a web address, or - for standard input; web pages, plain text, JSON, JSON Lines, CSV, Parquet and responses of job boards, told by their content. A posting in JSON is an object with title, description_html or description_text and, where known, company, location, url.",
  usage: ["FILE|URL|- [options]", "--jsonl [FILE] [options]"],
  options: [
    { name: "json", about: "print JSON: one reading, or a list of them" },
    { name: "jsonl", about: "print one reading a line, in the order of the postings; standard input, and a file named .jsonl or .ndjson, is one posting a line" },
    { name: "with-text", about: "add the plain text that the evidence's offsets count in" },
    { name: "workers", value: "N", about: `threads that read JSON Lines, 1 to ${mostWorkers()}: standard input, or a file named .jsonl or .ndjson (else one a core, at most 4)` },
    { name: "opinion", about: "ask the language model that STRATA_MODEL_URL names for a second opinion, and show it beside; the posting is sent there" },
    { name: "allow-private", about: "read addresses of this machine's own network too" },
  ],
  examples: [
    ["strata read posting.html", "the findings, and the text with its evidence marked"],
    ["strata read https://jobs.example.com/123", "a page of the web"],
    ["pbpaste | strata read -", "a description from the clipboard"],
    ["strata read posting.html --opinion", "a language model's view beside the findings"],
    ["zcat postings.jsonl.gz | strata read --jsonl > readings.jsonl", "many postings, as fast as they come"],
  ],
  ends: [exit.notAllRead, exit.unavailable, exit.stopped],
  run: readAny,
};

/** Problems that are said one by one; the rest is counted. */
const mostSaid = 20;

async function readAny(given: Given, shell: Shell): Promise<number> {
  if (given.is("json") && given.is("jsonl")) throw new UsageError("give one of --json and --jsonl");
  const paths = given.operands.length > 0 ? given.operands : ["-"];
  if (given.operands.length === 0 && "isTTY" in shell.in && shell.in.isTTY) throw new UsageError("give a file, an address, or - for standard input");
  const workers = workersOf(given, Math.min(4, availableParallelism()));
  const isLines = given.is("jsonl") && !given.is("opinion") && paths.length === 1 && holdsLines(paths[0]!);
  if (given.one("workers") !== null && !isLines) throw new UsageError("--workers is for JSON Lines: --jsonl with standard input, or with one file named .jsonl or .ndjson, and without --opinion");
  if (given.is("with-text") && !given.is("json") && !given.is("jsonl")) throw new UsageError("--with-text goes with --json or --jsonl");
  const asker = given.is("opinion") ? (await import("../opinion.ts")).opinionAsker(shell) : null;
  if (isLines) return await readLinesOf(paths[0]!, { workers, withText: given.is("with-text") }, shell);
  const out = printerOf(given, shell, await viewOf(asker));
  let failed = 0;
  let readings = 0;
  for await (const found of everyPosting(paths, given, shell)) {
    if ("problem" in found) {
      if (++failed <= mostSaid) say(shell, found.problem);
      if (given.is("jsonl")) await put(shell.out, `${errorLine(null, found.problem)}\n`);
      continue;
    }
    await out.print(found, readings++);
  }
  await out.end(readings);
  if (failed > 0) shell.err.write(`strata read: ${readings} read, ${failed} not read\n`);
  const silent = asker?.failed() ?? null;
  if (silent !== null) shell.err.write(`strata read: no second opinion: ${printable(silent)}\n`);
  return failed > 0 ? exit.notAllRead : silent === null ? exit.ok : exit.unavailable;
}

/** Whether it is one posting a line, without a look into it. */
function holdsLines(path: string): boolean {
  return path === "-" || /^(?![a-z][a-z0-9+.-]*:\/\/).*\.(?:jsonl|ndjson)$/i.test(path);
}

async function readLinesOf(path: string, options: { workers: number; withText: boolean }, shell: Shell): Promise<number> {
  if (path === "-") return await readStream(shell.in as AsyncIterable<Uint8Array>, "standard input", options, shell);
  try {
    return await readStream(bytesOf(path), printable(path), options, shell);
  } catch (error) {
    throw unavailable(error, path);
  }
}

/** What a command says of a file that cannot be had; any other error stays as it is. */
function unavailable(error: unknown, name: string): unknown {
  const problem = fileProblem(error, name);
  return problem === null ? error : new Unavailable(`${problem.where}: ${problem.reason}; ${problem.detail}`, { cause: error });
}

async function* everyPosting(paths: readonly string[], given: Given, shell: Shell): AsyncGenerator<Found> {
  for (const path of paths) {
    const name = path === "-" ? "standard input" : path;
    const { bytes, url, path: file } = await bytesAt(path, given, shell);
    try {
      for await (const found of postingsIn(bytes, { url, path: file, plainText: withHead, say: (what) => shell.err.write(`${printable(name)}: ${printable(what)}\n`) })) {
        yield "problem" in found ? { problem: { ...found.problem, where: placeIn(name, found.problem.where) } } : found;
      }
    } catch (error) {
      throw unavailable(error, name);
    }
  }
}

async function bytesAt(path: string, given: Given, shell: Shell): Promise<{ bytes: AsyncIterable<Uint8Array>; url: string | null; path: string | null }> {
  if (path === "-") return { bytes: shell.in as AsyncIterable<Uint8Array>, url: null, path: null };
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return { bytes: bytesOf(path), url: null, path };
  const { fetchBody } = await import("../../sources/guard.ts");
  const { url, body } = await fetchBody(path, { allowPrivate: given.is("allow-private") });
  return { bytes: body, url, path: null };
}

type Printer = { print: (found: Extract<Found, { posting: unknown }>, index: number) => Promise<void>; end: (n: number) => Promise<void> };

/** A reading as it goes out as JSON, and what is shown beside it for people. */
type View = { json: (posting: Posting, withText: boolean) => Promise<unknown>; beside: (reading: Reading, look: Look) => Promise<string[]> };

/** Without a second opinion a reading is all there is; with one it stands under its own name, so that the reading stays what it is. */
async function viewOf(asker: OpinionAsker | null): Promise<View> {
  if (asker === null) return { json: async (posting, withText) => read(posting, { withText }), beside: async () => [] };
  const { opinionLines } = await import("../opinion.ts");
  return {
    json: async (posting, withText) => ({ reading: read(posting, { withText }), opinion: await asker.ask(read(posting, { withText: true }).text ?? "") }),
    beside: async (reading, look) => {
      const opinion = await asker.ask(reading.text ?? "");
      return opinion === null ? [] : opinionLines(opinion, reading, look);
    },
  };
}

/** How readings are printed: for people, as JSON (one reading, or a list), or one a line. */
function printerOf(given: Given, shell: Shell, view: View): Printer {
  const withText = given.is("with-text");
  if (given.is("jsonl")) return { print: async ({ posting }) => put(shell.out, `${JSON.stringify(await view.json(posting, withText))}\n`), end: async () => undefined };
  if (given.is("json")) return jsonPrinter(shell, (posting) => view.json(posting, withText));
  const width = Math.max(40, Math.min(100, shell.out.columns || 80));
  const look = { paint: painter(hasColour(shell)), width, marks: !hasColour(shell) };
  return {
    print: async ({ posting }, index) => {
      const reading = read(posting, { withText: true });
      await put(shell.out, `${index > 0 ? `\n${"═".repeat(width)}\n\n` : ""}${prettyReading(posting, reading, look, await view.beside(reading, look))}\n`);
    },
    end: async () => undefined,
  };
}

/** One reading is an object; from the second on it is a list. So the first waits for the second, and no more is kept. */
function jsonPrinter(shell: Shell, view: (posting: Posting) => Promise<unknown>): Printer {
  let first: string | null = null;
  return {
    print: async ({ posting }, index) => {
      const json = JSON.stringify(await view(posting), null, 2);
      if (index === 0) first = json;
      else {
        await put(shell.out, index === 1 ? `[${first},\n${json}` : `,\n${json}`);
        first = null;
      }
    },
    end: async (n) => {
      if (n === 1) await put(shell.out, `${first}\n`);
      if (n > 1) await put(shell.out, "]\n");
    },
  };
}

function say(shell: Shell, problem: Problem): void {
  shell.err.write(`strata read: ${printable(problem.where)}: ${problem.reason}: ${printable(problem.detail).replaceAll("\n", " ").slice(0, 300)}\n`);
}
