// Postings imported and read end to end: npm run bench:import [-- 1000000]. The corpus over and over under ids of its own; writes into bench/results.json.
// Each run is a process of its own, so that its peak memory is its own, and tells of each tenth as it goes. A tenth of the postings with one worker and with two: both must store the same, to the last value.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importPostings } from "../src/market/import.ts";
import { storePath } from "../src/market/directory.ts";
import { openMarket } from "../src/market/store.ts";
import type { Posting } from "../src/terms/posting.ts";
import { corpusLines } from "./corpus.ts";
import { processorSeconds, rounded } from "./measure.ts";
import { keepResults, measuredOn } from "./results.ts";

type Run = { seconds: number; processorSeconds: number; peakMegabytes: number; fileMegabytes: number; steps: Step[]; digest: string; postings: number };
/** A tenth of the postings: what it cost a posting, and how large all was at its end. Flat where the last is as the first, but for the file. */
type Step = { postings: number; wallMs: number; processorMs: number; memoryMegabytes: number; fileMegabytes: number };

const [first = "1000000", postings, workers] = process.argv.slice(2);
if (first === "--run") process.stdout.write(JSON.stringify(await run(Number(postings), Number(workers))));
else compare(Number(first));

function compare(size: number): void {
  const whole = spawned(size, 1);
  keepResults({ import: { ...measuredOn(), whole: shown(whole) } });
  const [one, two] = [spawned(Math.ceil(size / 10), 1), spawned(Math.ceil(size / 10), 2)];
  keepResults({ import: { ...measuredOn(), whole: shown(whole), tenthOneWorker: shown(one), tenthTwoWorkers: shown(two), twoAgainstOne: rounded(one.seconds / two.seconds), identical: one.digest === two.digest } });
  if (one.digest !== two.digest) process.exitCode = 1;
}

function shown({ seconds, digest: _digest, ...rest }: Run) {
  return { seconds: rounded(seconds), postingsPerSecond: rounded(rest.postings / seconds), processorMsPerPosting: rounded((rest.processorSeconds / rest.postings) * 1000), ...rest };
}

function spawned(size: number, count: number): Run {
  const { stdout, status } = spawnSync(process.execPath, [process.argv[1]!, "--run", String(size), String(count)], { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
  if (status !== 0) throw new Error("the run failed");
  return JSON.parse(stdout) as Run;
}

async function run(size: number, count: number): Promise<Run> {
  const dir = mkdtempSync(join(process.env.STRATA_BENCH_DIR ?? tmpdir(), "strata-import-"));
  try {
    const market = await openMarket(dir);
    const steps: Step[] = [];
    const [began, used] = [performance.now(), processorSeconds()];
    let last = { postings: 0, at: began, used };
    const counted = await importPostings(market, repeated(size), {
      source: "bench",
      workers: count,
      now: () => new Date("2026-01-01T00:00:00Z"),
      onProgress: ({ added }) => {
        if (Math.floor((added * 10) / size) === Math.floor((last.postings * 10) / size)) return;
        const now = { postings: added, at: performance.now(), used: processorSeconds() };
        const step = stepOf(now.postings, (now.at - last.at) / (added - last.postings), ((now.used - last.used) * 1000) / (added - last.postings), dir);
        process.stderr.write(`${count} worker${count > 1 ? "s" : ""}: ${JSON.stringify(step)}\n`);
        steps.push(step);
        last = now;
      },
    });
    const [seconds, processor] = [(performance.now() - began) / 1000, processorSeconds() - used];
    const digests = await Promise.all(["reading", "reading_place", "reading_pay", "reading_skill"].map((table) => market.rows<{ digest: string }>(`SELECT sum(hash(t)::HUGEINT)::VARCHAR AS digest FROM ${table} t`)));
    await market.close();
    return { seconds, processorSeconds: rounded(processor), peakMegabytes: Math.round((process.resourceUsage().maxRSS * 1024) / 1e6), fileMegabytes: rounded(statSync(storePath(dir)).size / 1e6), steps, digest: digests.map(([row]) => row!.digest).join(), postings: counted.added };
  } finally {
    rmSync(dir, { recursive: true });
  }
}

function stepOf(added: number, wallMs: number, processorMs: number, dir: string): Step {
  return { postings: added, wallMs: rounded(wallMs), processorMs: rounded(processorMs), memoryMegabytes: Math.round(process.memoryUsage.rss() / 1e6), fileMegabytes: rounded(statSync(storePath(dir)).size / 1e6) };
}

/** The corpus again and again: each time under other ids, of other employers, a month earlier. */
async function* repeated(size: number) {
  const { lines } = await corpusLines();
  for (let n = 0; n < size; n++) {
    const copy = Math.floor(n / lines.length);
    const posting = JSON.parse(lines[n % lines.length]!.toString("utf8")) as Posting;
    const at = posting.posted_at ? new Date(Date.parse(posting.posted_at) - copy * 30 * 86_400_000) : null;
    yield { posting: { ...posting, id: `${posting.id}-${copy}`, company: `${posting.company} ${copy}`, posted_at: at === null || Number.isNaN(at.getTime()) ? null : at.toISOString() }, where: `posting ${n + 1}`, board: null };
  }
}
