import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { rounded } from "./measure.ts";

type Run = { seconds: number; digest: string };

const LONG = 4;

/**
 * `strata read --jsonl` over the postings four times, with one worker and with two. Each worker has the reader compiled for itself on its way:
 * `steady` leaves that out, as it is what the last three of the four times take (a run over four less a run over one).
 */
export async function measureWorkers(lines: readonly Buffer[]) {
  const corpus = Buffer.concat(lines.flatMap((line) => [line, Buffer.from("\n")]));
  // The first start builds what is older than its sources.
  await run(Buffer.from(""), 1, 1);
  const one = await runs(corpus, 1);
  const two = await runs(corpus, 2);
  const rate = (times: number, seconds: number): number => rounded((times * lines.length) / seconds);
  const shown = ({ short, long }: typeof one) => ({ postingsPerSecond: rate(LONG, long.seconds), steadyPostingsPerSecond: rate(LONG - 1, long.seconds - short.seconds) });
  return {
    postings: LONG * lines.length,
    one: shown(one),
    two: shown(two),
    twoAgainstOne: rounded(one.long.seconds / two.long.seconds),
    steadyTwoAgainstOne: rounded((one.long.seconds - one.short.seconds) / (two.long.seconds - two.short.seconds)),
    identical: one.long.digest === two.long.digest,
  };
}

async function runs(corpus: Buffer, workers: number): Promise<{ short: Run; long: Run }> {
  return { short: await run(corpus, 1, workers), long: await run(corpus, LONG, workers) };
}

async function run(corpus: Buffer, times: number, workers: number): Promise<Run> {
  const began = performance.now();
  const strata = spawn(process.execPath, ["bin/strata", "read", "--jsonl", "--workers", String(workers)], { stdio: ["pipe", "pipe", "inherit"] });
  const hash = createHash("sha256");
  strata.stdout.on("data", (bytes: Buffer) => void hash.update(bytes));
  const ended = once(strata, "close");
  for (let n = 0; n < times; n++) if (!strata.stdin.write(corpus)) await once(strata.stdin, "drain");
  strata.stdin.end();
  const [code] = (await ended) as [number];
  if (code !== 0) throw new Error(`strata read ended with ${code}`);
  return { seconds: (performance.now() - began) / 1000, digest: hash.digest("hex") };
}
