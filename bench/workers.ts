import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { appendFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { rounded } from "./measure.ts";

type Used = { seconds: number; processorSeconds: number };

/** How many times over: each worker has the reader compiled for itself while it reads the first tens of thousands of postings. */
const SHORT = 4;
const LONG = 24;

/**
 * `strata read --jsonl FILE` over the postings, with one worker and with two in turns. `whole` is a long run from its start, as one waits for it; `steady` leaves out start and compiling,
 * as it is a long run less a short one. `cores` is processor time by the clock: with one worker above 1 where V8 compiles and collects beside it. What is printed is thrown away, as taking it would need some of the
 * second core; that it is the same is seen on a run apart.
 */
export async function measureWorkers(lines: readonly Buffer[]) {
  const corpus = Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]));
  const folder = mkdtempSync(join(tmpdir(), "strata-workers-"));
  try {
    const [single, few, many] = [1, SHORT, LONG].map((times) => fileOf(corpus, times, join(folder, `${times}.jsonl`))) as [string, string, string];
    // The first start builds what is older than its sources.
    const identical = (await digestOf(single, 1)) === (await digestOf(single, 2));
    const short = [await run(few, 1), await run(few, 2)] as const;
    const long = [await run(many, 1), await run(many, 2)] as const;
    return { ...compared(lines.length, short, long), identical };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

type Pair = readonly [one: Used, two: Used];

function compared(lines: number, short: Pair, long: Pair) {
  const steady = [less(long[0], short[0]), less(long[1], short[1])] as const;
  const shown = ({ seconds, processorSeconds }: Used, times: number) => ({
    postingsPerSecond: rounded((times * lines) / seconds),
    processorMicrosecondsPerPosting: rounded((processorSeconds * 1e6) / (times * lines)),
    cores: rounded(processorSeconds / seconds),
  });
  const both = ([one, two]: Pair, times: number) => ({ one: shown(one, times), two: shown(two, times), twoAgainstOne: rounded(one.seconds / two.seconds) });
  return {
    postings: LONG * lines,
    whole: both(long, LONG),
    steady: both(steady, LONG - SHORT),
    short: { postings: SHORT * lines, ...both(short, SHORT) },
  };
}

function less(long: Used, short: Used): Used {
  return { seconds: long.seconds - short.seconds, processorSeconds: long.processorSeconds - short.processorSeconds };
}

/** Tells at the end what processor time the process has used, all threads together. Node has threads load it too. */
const tellUsage = `data:text/javascript,${encodeURIComponent('import { writeSync } from "node:fs"; import { isMainThread } from "node:worker_threads"; if (isMainThread) process.on("exit", () => { const { user, system } = process.cpuUsage(); writeSync(3, String(user + system)); });')}`;

function fileOf(corpus: Buffer, times: number, path: string): string {
  for (let n = 0; n < times; n++) appendFileSync(path, corpus);
  return path;
}

async function run(path: string, workers: number): Promise<Used> {
  const began = performance.now();
  const strata = startReading(path, workers, "ignore");
  const usage: string[] = [];
  strata.stdio[3]!.on("data", (bytes: Buffer) => usage.push(bytes.toString()));
  await ended(strata);
  return { seconds: (performance.now() - began) / 1000, processorSeconds: Number(usage.join("")) / 1e6 };
}

async function digestOf(path: string, workers: number): Promise<string> {
  const strata = startReading(path, workers, "pipe");
  const hash = createHash("sha256");
  strata.stdout!.on("data", (bytes: Buffer) => void hash.update(bytes));
  await ended(strata);
  return hash.digest("hex");
}

function startReading(path: string, workers: number, out: "ignore" | "pipe"): ChildProcess {
  return spawn("bin/strata", ["read", "--jsonl", "--workers", String(workers), path], { stdio: ["ignore", out, "inherit", "pipe"], env: { ...process.env, NODE_OPTIONS: `--import ${tellUsage}` } });
}

async function ended(strata: ChildProcess): Promise<void> {
  const [code] = (await once(strata, "close")) as [number];
  if (code !== 0) throw new Error(`strata read ended with ${code}`);
}
