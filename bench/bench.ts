// Measures the reader: npm run bench. Prints, and writes bench/results.json. Figures are of processor time, so that a busy machine
// disturbs them less, and as ratios to JSON.parse of the same bytes, taken in turns in the same run, so that they travel.
import { spawnSync } from "node:child_process";
import { read } from "../src/reading/read.ts";
import type { Posting } from "../src/terms/posting.ts";
import { corpusLines } from "./corpus.ts";
import { keepResults, measuredOn } from "./results.ts";
import { processorSeconds, rounded, spread } from "./measure.ts";

const ROUNDS = 7;

if (process.argv[2] === "--memory") {
  process.stdout.write(String(await readTimes(Number(process.argv[3]))));
} else await bench();

async function bench(): Promise<void> {
  const { name, lines } = await corpusLines();
  const bytes = lines.reduce((sum, line) => sum + line.length, 0);
  const seconds = { parse: [] as number[], parseText: [] as number[], read: [] as number[] };
  const texts = lines.map((line) => line.toString("utf8"));
  let consumed = 0;
  const parse = (): void => void lines.forEach((line) => (consumed += (JSON.parse(line.toString("utf8")) as Posting).id!.length));
  const parseText = (): void => void texts.forEach((line) => (consumed += (JSON.parse(line) as Posting).id!.length));
  const readAll = (): void => void lines.forEach((line) => (consumed += read(JSON.parse(line.toString("utf8")) as Posting).skills.length));
  for (let round = 0; round <= ROUNDS; round++) {
    for (const [key, work] of [["parse", parse], ["parseText", parseText], ["read", readAll]] as const) {
      const began = processorSeconds();
      work();
      // The first round warms the engine up.
      if (round > 0) seconds[key].push(processorSeconds() - began);
    }
  }
  const results = {
    ...measuredOn(),
    corpus: name,
    postings: lines.length,
    megabytes: rounded(bytes / 1e6),
    reader: {
      postingsPerSecond: spread(seconds.read.map((s) => lines.length / s)),
      megabytesPerSecond: spread(seconds.read.map((s) => bytes / 1e6 / s)),
      ratioToJsonParse: spread(seconds.read.map((s, i) => seconds.parse[i]! / s)),
      ratioToJsonParseOfDecodedText: spread(seconds.read.map((s, i) => seconds.parseText[i]! / s)),
      peakMegabytes: { once: peakMegabytes(1), tenTimes: peakMegabytes(10) },
    },
    consumed: consumed > 0,
  };
  keepResults(results);
}

/** Peak resident memory of a process of its own that reads the corpus `times` over, in MB. The corpus itself is some of it, and is the same in both. */
function peakMegabytes(times: number): number {
  const { stdout, status, stderr } = spawnSync(process.execPath, [process.argv[1]!, "--memory", String(times)], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the memory run failed: ${stderr}`);
  return Number(stdout);
}

async function readTimes(times: number): Promise<number> {
  const { lines } = await corpusLines();
  let skills = 0;
  for (let n = 0; n < times; n++) for (const line of lines) skills += read(JSON.parse(line.toString("utf8")) as Posting).skills.length;
  if (skills === 0) throw new Error("nothing was read");
  return Math.round(process.resourceUsage().maxRSS / 1024);
}
