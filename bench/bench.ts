// Measures the reader: npm run bench. Prints, and writes bench/results.json. Figures are of processor time, so that a busy machine
// disturbs them less, and as ratios to JSON.parse of the same bytes, taken in turns in the same run, so that they travel.
// `-- --reader` measures nothing but the reader: npx -y node@24 --max-semi-space-size=32 scripts/run.mjs bench/bench.ts --reader
import { spawnSync } from "node:child_process";
import { setFlagsFromString } from "node:v8";
import { read, readLines } from "../src/reading/read.ts";
import type { Posting } from "../src/terms/posting.ts";
import { measureBrowser } from "./browser.ts";
import { corpusLines } from "./corpus.ts";
import { keepResults, measuredOn } from "./results.ts";
import { processorSeconds, rounded, spread } from "./measure.ts";
import { measureWorkers } from "./workers.ts";

// As bin/strata does; the size of the young generation is package.json's.
setFlagsFromString("--no-allocation-site-pretenuring");

const ROUNDS = 7;
/** Rounds before, in which the engine compiles what is asked often. */
const WARMING = 3;
/** Lines given to the reader at once, as `strata read --jsonl` does. */
const BLOCK = 64;
/** The Node that figures without a name are of: the oldest that is supported. */
const NODE = "20";

if (process.argv[2] === "--memory") {
  process.stdout.write(String(await readTimes(Number(process.argv[3]))));
} else await bench(process.argv[2] === "--reader");

async function bench(readerAlone: boolean): Promise<void> {
  const { name, lines } = await corpusLines();
  const figures = { corpus: name, postings: lines.length, megabytes: rounded(lines.reduce((sum, line) => sum + line.length, 0) / 1e6), reader: measureReader(lines) };
  const node = process.versions.node.split(".")[0]!;
  keepResults(node === NODE ? { ...measuredOn(), ...figures } : { [`onNode${node}`]: { ...measuredOn(), ...figures } });
  if (readerAlone) return;
  keepResults({ workers: { ...measuredOn(), ...(await measureWorkers(lines)) } });
  keepResults({ browser: { ...measuredOn(), ...(await measureBrowser()) } });
}

/**
 * `fromLines` is the way of large files, lines in and readings out; `oneByOne` parses each line and reads its posting. Their base is parsing the same lines, each decoded first.
 * The ways take turns block by block, some milliseconds each, so that a host that slows down for a while slows them alike; each block begins with another, so that none always finds
 * what the same one left in the caches. Garbage collected and code compiled on other threads counts for the way that is on.
 */
function measureReader(lines: readonly Buffer[]) {
  const bytes = lines.reduce((sum, line) => sum + line.length, 0);
  let consumed = 0;
  const ways = {
    parse: (block: readonly Buffer[]): void => block.forEach((line) => (consumed += (JSON.parse(line.toString("utf8")) as Posting).id!.length)),
    parseText: (_: readonly Buffer[], texts: readonly string[]): void => texts.forEach((line) => (consumed += (JSON.parse(line) as Posting).id!.length)),
    oneByOne: (block: readonly Buffer[]): void => block.forEach((line) => (consumed += read(JSON.parse(line.toString("utf8")) as Posting).skills.length)),
    fromLines: (block: readonly Buffer[]): void => readings(block).forEach((reading) => (consumed += reading.skills.length)),
  };
  type Way = keyof typeof ways;
  const names = Object.keys(ways) as Way[];
  const seconds: Record<Way, number[]> = { parse: [], parseText: [], oneByOne: [], fromLines: [] };
  const blocks = Array.from({ length: Math.ceil(lines.length / BLOCK) }, (_, n) => lines.slice(n * BLOCK, (n + 1) * BLOCK));
  for (let round = 0; round < WARMING + ROUNDS; round++) {
    const used: Record<Way, number> = { parse: 0, parseText: 0, oneByOne: 0, fromLines: 0 };
    for (const [n, block] of blocks.entries()) {
      const texts = block.map((line) => line.toString("utf8"));
      const first = (n + round) % names.length;
      for (const way of [...names.slice(first), ...names.slice(0, first)]) {
        const began = processorSeconds();
        ways[way](block, texts);
        used[way] += processorSeconds() - began;
      }
    }
    if (round >= WARMING) for (const way of names) seconds[way].push(used[way]);
  }
  if (consumed === 0) throw new Error("nothing was read");
  const shown = (runs: readonly number[]) => ({
    postingsPerSecond: spread(runs.map((s) => lines.length / s)),
    megabytesPerSecond: spread(runs.map((s) => bytes / 1e6 / s)),
    ratioToJsonParse: spread(runs.map((s, i) => seconds.parse[i]! / s)),
    ratioToJsonParseOfDecodedText: spread(runs.map((s, i) => seconds.parseText[i]! / s)),
  });
  return { fromLines: shown(seconds.fromLines), oneByOne: shown(seconds.oneByOne), peakMegabytes: { once: peakMegabytes(1), tenTimes: peakMegabytes(10) } };
}

function readings(lines: readonly Buffer[]) {
  return readLines(lines, isPosting).map((reading, n) => reading ?? read(JSON.parse(lines[n]!.toString("utf8")) as Posting));
}

function isPosting(value: unknown): value is Posting {
  return typeof value === "object" && value !== null;
}

/** Peak resident memory of a process of its own that reads the corpus `times` over, in MB. The corpus itself is some of it, and is the same in both. */
function peakMegabytes(times: number): number {
  const { stdout, status, stderr } = spawnSync(process.execPath, [...process.execArgv, process.argv[1]!, "--memory", String(times)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the memory run failed: ${stderr}`);
  return Number(stdout);
}

async function readTimes(times: number): Promise<number> {
  const { lines } = await corpusLines();
  let skills = 0;
  for (let n = 0; n < times; n++) for (const line of lines) skills += read(JSON.parse(line.toString("utf8")) as Posting).skills.length;
  if (skills === 0) throw new Error("nothing was read");
  return Math.round((process.resourceUsage().maxRSS * 1024) / 1e6);
}
