import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rounded } from "./measure.ts";

type Used = { seconds: number; processorSeconds: number };
type Run = Used & { digest: string };

/** How many times over: each worker has the reader compiled for itself while it reads the first tens of thousands of postings. */
const SHORT = 4;
const LONG = 24;

/**
 * `strata read --jsonl` over the postings, with one worker and with two in turns. `whole` is a long run from its start, as one waits for it; `steady` leaves out start and compiling,
 * as it is a long run less a short one. `cores` is processor time by the clock: with one worker above 1 where V8 compiles and collects beside it.
 */
export async function measureWorkers(lines: readonly Buffer[]) {
  const corpus = Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]));
  // The first start builds what is older than its sources.
  await run(Buffer.from(""), 1, 1);
  const short = [await run(corpus, SHORT, 1), await run(corpus, SHORT, 2)] as const;
  const long = [await run(corpus, LONG, 1), await run(corpus, LONG, 2)] as const;
  const steady = long.map((used, i) => less(used, short[i]!)) as [Used, Used];
  const shown = ({ seconds, processorSeconds }: Used, times: number) => ({
    postingsPerSecond: rounded((times * lines.length) / seconds),
    processorMicrosecondsPerPosting: rounded((processorSeconds * 1e6) / (times * lines.length)),
    cores: rounded(processorSeconds / seconds),
  });
  const both = ([one, two]: readonly [Used, Used], times: number) => ({ one: shown(one, times), two: shown(two, times), twoAgainstOne: rounded(one.seconds / two.seconds) });
  return {
    postings: LONG * lines.length,
    whole: both(long, LONG),
    steady: both(steady, LONG - SHORT),
    short: { postings: SHORT * lines.length, ...both(short, SHORT) },
    identical: short[0].digest === short[1].digest && long[0].digest === long[1].digest,
  };
}

function less(long: Used, short: Used): Used {
  return { seconds: long.seconds - short.seconds, processorSeconds: long.processorSeconds - short.processorSeconds };
}

/** Tells at the end what processor time the process has used, all threads together. Node has threads load it too. */
const tellUsage = `data:text/javascript,${encodeURIComponent('import { writeSync } from "node:fs"; import { isMainThread } from "node:worker_threads"; if (isMainThread) process.on("exit", () => { const { user, system } = process.cpuUsage(); writeSync(3, String(user + system)); });')}`;

async function run(corpus: Buffer, times: number, workers: number): Promise<Run> {
  const began = performance.now();
  const strata = spawn(process.execPath, ["--import", tellUsage, "bin/strata", "read", "--jsonl", "--workers", String(workers)], { stdio: ["pipe", "pipe", "inherit", "pipe"] });
  const hash = createHash("sha256");
  strata.stdout!.on("data", (bytes: Buffer) => void hash.update(bytes));
  const usage: string[] = [];
  strata.stdio[3]!.on("data", (bytes: Buffer) => usage.push(bytes.toString()));
  const ended = once(strata, "close");
  for (let n = 0; n < times; n++) if (!strata.stdin!.write(corpus)) await once(strata.stdin!, "drain");
  strata.stdin!.end();
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`strata read ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, processorSeconds: Number(usage.join("")) / 1e6, digest: hash.digest("hex") };
}
