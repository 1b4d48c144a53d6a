// Our scan beside what else finds a vocabulary in texts, with our vocabulary, on the real corpus, in one run: npm run bench:rivals.
// The rivals are installed on first use. Figures are processor time in turns, as ratios, so that they travel; written into bench/results.json.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { addText, HIT, scan, startText, textOf } from "../../src/reading/kernel.ts";
import { makeDocument } from "../../src/reading/layout.ts";
import { expandPhrase } from "../../src/reading/lexicon.ts";
import { wordsOf } from "../../src/reading/text/words.ts";
import { lexicons } from "../../src/reading/words.ts";
import type { Posting } from "../../src/terms/posting.ts";
import { corpusLines } from "../corpus.ts";
import { processorSeconds, rounded, spread, type Spread } from "../measure.ts";
import { keepResults, measuredOn } from "../results.ts";
import { type Finder, rivals, type Rival } from "./finders.ts";

/** The slowest takes some tens of milliseconds a posting: each gets the same postings, one in so many of the corpus. */
const EVERY = 25;
const ROUNDS = 5;
/** A turn goes over the postings until it has taken so long. */
const TURN_SECONDS = 0.25;

const OUR_TEXT = "our scan, from text";
const OUR_MARKUP = "our scan, from markup";

type Sample = { line: Buffer; text: string; markup: string };
type Runner = { name: string; from: Rival["from"]; run: (sample: Sample) => number; finder: Finder | null; buildSeconds: number };

if (!existsSync("bench/rivals/node_modules")) install();
await bench();

function install(): void {
  process.stderr.write("installing the rivals into bench/rivals/node_modules\n");
  const { status } = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix", "bench/rivals"], { stdio: ["ignore", 2, 2] });
  if (status !== 0) throw new Error("the rivals could not be installed: npm ci --prefix bench/rivals says why");
}

async function bench(): Promise<void> {
  const { name, lines } = await corpusLines();
  const samples = lines.filter((_, at) => at % EVERY === 0).map(sampleOf);
  const phrases = allPhrases();
  const runners = [...rivals.map((rival) => runnerOf(rival, phrases)), ...ours()];
  const speeds = measure(runners, samples);
  const found = samples.map(({ text }) => ourFinds(text, false)), foundInMarkup = samples.map(({ markup }) => ourFinds(markup, true));
  keepResults({
    rivals: {
      ...measuredOn(),
      corpus: `${samples.length} of ${name}`,
      phrases: phrases.length,
      jsonParsePostingsPerSecond: speeds.get("JSON.parse"),
      ...Object.fromEntries(
        runners.slice(0, -1).map(({ name: runner, from, finder, buildSeconds }) => {
          const own = speeds.get(runner)!, scanned = speeds.get(from === "text" ? OUR_TEXT : OUR_MARKUP)!, parsed = speeds.get("JSON.parse")!;
          const common = finder === null ? {} : overlap(finder, samples.map((sample) => sample[from]), from === "text" ? found : foundInMarkup);
          return [runner, { from, postingsPerSecond: own, ratioToJsonParse: rounded(own.median / parsed.median), ratioToOurScan: rounded(own.median / scanned.median), buildSeconds: rounded(buildSeconds), ...common }];
        }),
      ),
    },
  });
}

function sampleOf(line: Buffer): Sample {
  const posting = JSON.parse(line.toString("utf8")) as Posting;
  return { line, text: makeDocument(posting).text, markup: posting.description_html ?? posting.description_text ?? "" };
}

/** Every spelling of every lexicon, once. */
function allPhrases(): string[] {
  return [...new Set(lexicons().flatMap(({ entries }) => Object.values(entries).flatMap((spellings) => spellings.flatMap(expandPhrase).map((phrase) => wordsOf(phrase).join(" ")))))];
}

function runnerOf({ name, from, make }: Rival, phrases: readonly string[]): Runner {
  const began = processorSeconds();
  const finder = make(phrases);
  return { name, from, finder, buildSeconds: processorSeconds() - began, run: (sample) => Array.from(finder(sample[from])).length };
}

/** Ours, and last what all are compared to: JSON.parse of the posting's bytes. */
function ours(): Runner[] {
  return [
    { name: OUR_TEXT, from: "text", finder: null, buildSeconds: 0, run: ({ text }) => ourScan(text, false) },
    { name: OUR_MARKUP, from: "markup", finder: null, buildSeconds: 0, run: ({ markup }) => ourScan(markup, true) },
    { name: "JSON.parse", from: "text", finder: null, buildSeconds: 0, run: ({ line }) => (JSON.parse(line.toString("utf8")) as Posting).id!.length },
  ];
}

function ourScan(text: string, isMarkup: boolean): number {
  startText(text.length);
  return scan(addText(text, 0, isMarkup)).hits.count;
}

function measure(runners: readonly Runner[], samples: readonly Sample[]): Map<string, Spread> {
  const perSecond = new Map(runners.map(({ name }) => [name, [] as number[]]));
  let consumed = 0;
  // The first round warms the engine up.
  for (let round = 0; round <= ROUNDS; round++) {
    for (const { name, run } of runners) {
      const began = processorSeconds();
      let postings = 0, seconds = 0;
      do {
        for (const sample of samples) consumed += run(sample);
        postings += samples.length;
        seconds = processorSeconds() - began;
      } while (seconds < TURN_SECONDS);
      if (round > 0) perSecond.get(name)!.push(postings / seconds);
    }
  }
  if (consumed === 0) throw new Error("nothing was found");
  return new Map([...perSecond].map(([name, runs]) => [name, spread(runs)]));
}

/** The phrases that our scan finds in a text, as the vocabulary has them. */
function ourFinds(written: string, isMarkup: boolean): Set<string> {
  startText(written.length);
  const { hits } = scan(addText(written, 0, isMarkup));
  return new Set(Array.from({ length: hits.count }, (_, n) => wordsOf(textOf(hits.numbers[n * HIT + 1]!, hits.numbers[n * HIT + 2]!)).join(" ")));
}

/** Different phrases a posting, over all postings: ours, theirs, and those that both find. */
function overlap(finder: Finder, inputs: readonly string[], own: readonly Set<string>[]): { found: number; ours: number; common: number; shareOfOurs: number } {
  const theirs = inputs.map((input) => new Set(finder(input)));
  const common = theirs.reduce((sum, set, at) => sum + [...set].filter((phrase) => own[at]!.has(phrase)).length, 0);
  return { found: sizes(theirs), ours: sizes(own), common, shareOfOurs: rounded(common / sizes(own)) };
}

function sizes(sets: readonly Set<string>[]): number {
  return sets.reduce((sum, set) => sum + set.size, 0);
}
