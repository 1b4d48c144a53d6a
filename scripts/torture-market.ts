// Kills `strata import` and `strata refresh` at random moments and looks whether all that they had acknowledged is there: npm run torture:market -- --kills 200 [--seed 1].
// Prints one line of JSON, {kills, acknowledged, lost, doubled, failedStarts}; every fault, and what it was about, on standard error. Ends with 1 where there was one.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { Random } from "../src/lib/random.ts";
import { atsNames, sourceName } from "../src/terms/board-ref.ts";
import { parseBoardRef } from "../src/sources/board-in.ts";
import { playedName } from "../test/fixtures/played-names.ts";
import { type PlayedBoard, startPlaying } from "../test/fixtures/playing-server.ts";
import { runOnStage, type Stage } from "./torture/child.ts";
import { lookAt } from "./torture/market-state.ts";
import { Oracle } from "./torture/oracle.ts";

/** A run of `strata`: what it said that it did, and how it ended. */
type Run = { acknowledged: string[]; killed: boolean; code: number | null; seconds: number; said: string };

const killsPerStore = 25;
const importFile = "played-file";
const filePostings = 9000;
const boardsOfEach = 4;
const hour = 3_600_000;
const skills = ["Python", "PyTorch", "Kubernetes", "Rust", "SQL", "CUDA", "Spark", "Terraform"];

if (process.argv[2] === "--stage") process.exitCode = await runOnStage(JSON.parse(process.argv[3]!) as Stage, process.argv.slice(4));
else await torture();

async function torture(): Promise<void> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: "1" } } });
  const random = new Random(Number(values.seed));
  const oracle = new Oracle((fault) => process.stderr.write(`${fault}\n`));
  const wanted = Number(values.kills);
  let kills = 0;
  let failedStarts = 0;
  while (kills < wanted) {
    const one = await tortureStore(Math.min(killsPerStore, wanted - kills), random, oracle);
    kills += one.kills;
    failedStarts += one.failedStarts;
    process.stderr.write(`${kills} kills, ${oracle.acknowledged} acknowledged, ${oracle.lost} lost, ${oracle.doubled} doubled, ${failedStarts} failed starts\n`);
  }
  process.stdout.write(`${JSON.stringify({ kills, acknowledged: oracle.acknowledged, lost: oracle.lost, doubled: oracle.doubled, failedStarts })}\n`);
  if (oracle.lost + oracle.doubled + failedStarts > 0) process.exitCode = 1;
}

/** One store from its making through so many kills. What it is left as by one kill is what the next run begins with. */
async function tortureStore(wanted: number, random: Random, oracle: Oracle): Promise<{ kills: number; failedStarts: number }> {
  const dir = mkdtempSync(join(tmpdir(), "strata-torture-"));
  const play = await startPlaying(makeBoards());
  const stage: Stage = { address: play.address, now: Date.parse("2026-10-01T08:00:00Z") };
  const longest = { import: 8, refresh: 4 };
  const editions = new Map<string, number>();
  let [kills, failedStarts] = [0, 0];
  oracle.forget();
  try {
    await strata(stage, ["add", "--later", "--data", join(dir, "market"), ...play.boards.map(({ ats, name }) => `${ats}:${name}`)], null);
    while (kills < wanted) {
      const kind = random.pick(["import", "refresh"] as const);
      stage.now += random.whole(7, 40) * hour;
      const run = kind === "import" ? await tortureImport(dir, stage, random, oracle, editions, longest.import) : await tortureRefresh(dir, play.boards, stage, random, longest.refresh);
      if (run.killed) kills++;
      else if (run.code === 0) longest[kind] = 0.5 * longest[kind] + 0.5 * run.seconds;
      else {
        failedStarts++;
        process.stderr.write(`failed: ${kind} ended with ${run.code}: ${run.said.slice(-2000)}\n`);
      }
      try {
        const state = await lookAt(join(dir, "market"), random.chance(0.5));
        for (const notice of state.notices) process.stderr.write(`notice: ${notice}\n`);
        oracle.checkImports(state, [importFile]);
        if (kind === "refresh") for (const board of play.boards) oracle.checkBoard(state, { source: sourceOf(board), postings: editionsOf(board), acknowledged: run.acknowledged.includes(sourceOf(board)) }, stage.now);
      } catch (error) {
        failedStarts++;
        process.stderr.write(`failed: the store does not open: ${String(error)}\n`);
      }
    }
  } finally {
    await play.close();
    rmSync(dir, { recursive: true });
  }
  return { kills, failedStarts };
}

/** The file's next edition: a tenth of its postings are changed, some are new. */
async function tortureImport(dir: string, stage: Stage, random: Random, oracle: Oracle, editions: Map<string, number>, longest: number): Promise<Run> {
  for (const [id, edition] of editions) if (random.chance(0.1)) editions.set(id, edition + 1);
  for (let n = random.whole(0, 300) + (editions.size === 0 ? filePostings : 0); n > 0; n--) editions.set(String(editions.size), 1);
  const path = join(dir, `${importFile}.jsonl`);
  writeFileSync(path, [...editions].map(([id, edition]) => `${JSON.stringify({ id, company: `Invented Works ${Number(id) % 997}`, title: `ML Engineer ${Number(id) % 41}`, location: "Berlin, Germany", posted_at: "2026-09-01", description_text: textOf(id, edition) })}\n`).join(""));
  const run = await strata(stage, ["import", path, "--source", importFile, "--data", join(dir, "market"), "--workers", "2"], killAt(random, longest));
  const said = run.acknowledged.map((line) => (line === "all" ? editions.size : Number(line)));
  oracle.imported(importFile, [...editions], Math.max(0, ...said));
  return run;
}

async function tortureRefresh(dir: string, boards: PlayedBoard[], stage: Stage, random: Random, longest: number): Promise<Run> {
  for (const board of boards) if (random.chance(0.7)) live(board, random);
  const run = await strata(stage, ["refresh", "--data", join(dir, "market")], killAt(random, longest));
  return { ...run, acknowledged: run.acknowledged.flatMap((line) => (line === "all" ? boards.map(sourceOf) : [line])) };
}

/** When a run is killed: after some seconds, or some milliseconds after it has acknowledged its n-th step. The last step is the whole: what comes then is the way out. */
type KillAt = { seconds: number } | { steps: number; ms: number };

function killAt(random: Random, longest: number): KillAt {
  return random.chance(0.5) ? { seconds: random.next() * longest } : { steps: random.whole(1, 8), ms: random.whole(0, 80) };
}

async function strata(stage: Stage, args: string[], kill: KillAt | null): Promise<Run> {
  const began = performance.now();
  const child = spawn(process.execPath, [process.argv[1]!, "--stage", JSON.stringify(stage), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let killed = false;
  const end = (): void => {
    if (child.exitCode === null && child.signalCode === null) killed = child.kill("SIGKILL");
  };
  const timer = kill !== null && "seconds" in kill ? setTimeout(end, kill.seconds * 1000) : null;
  const hear = (part: Buffer): void => {
    const before = stepsIn(said).length;
    said += String(part);
    if (kill !== null && "steps" in kill && before < kill.steps && stepsIn(said).length >= kill.steps) setTimeout(end, kill.ms);
  };
  child.stdout.on("data", hear);
  child.stderr.on("data", hear);
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on("close", (...ended) => resolve(ended)));
  if (timer !== null) clearTimeout(timer);
  return { acknowledged: stepsIn(said), killed: killed && signal === "SIGKILL", code, seconds: (performance.now() - began) / 1000, said };
}

/** What a run has acknowledged, in whole lines: postings of an import so far, a source, or "all" with its summary. */
function stepsIn(said: string): string[] {
  return said.split("\n").slice(0, -1).flatMap((line) => {
    const postings = /(?:^| )([\d,]+) postings(?: ·|$)/.exec(line)?.[1];
    if (/ in the files: | sources? fetched: /.test(line)) return ["all"];
    if (/ of [\d,]+ sources /.test(line)) return [line.split(" · ").at(-1)!];
    return postings === undefined ? [] : [postings.replaceAll(",", "")];
  });
}

function makeBoards(): PlayedBoard[] {
  return Array.from({ length: boardsOfEach }, (_, n) => atsNames.map((ats): PlayedBoard => ({ ats, name: playedName(ats, n), postings: [101, 102, 103, 104, 105, 106].map((id) => posting(id, 1)) }))).flat();
}

function posting(id: number, edition: number): PlayedBoard["postings"][number] {
  return { id: String(id), title: `ML Engineer ${id}`, text: textOf(String(id), edition), changed: new Date(Date.UTC(2026, 0, 1, edition)).toISOString() };
}

/** Postings go, come back, come new, and say something else. An empty board would say nothing. */
function live(board: PlayedBoard, random: Random): void {
  const kept = board.postings.filter(() => !random.chance(0.15)).map((one) => (random.chance(0.2) ? posting(Number(one.id), editionOf(one.text) + 1) : one));
  const id = random.whole(101, 130);
  if (!kept.some((one) => one.id === String(id))) kept.push(posting(id, random.whole(1, 50)));
  board.postings = kept;
}

function textOf(id: string, edition: number): string {
  const n = Number(id);
  return `This is edition ${edition} of posting ${id}. You train and serve our models with ${skills[n % 8]} and ${skills[(n * 3 + 1) % 8]}, and measure what they answer. You bring ${(n % 9) + 1} years of experience with ${skills[(n * 5 + 2) % 8]}.`;
}

function editionOf(text: string): number {
  return Number(/edition (\d+)/.exec(text)![1]);
}

function editionsOf({ postings }: PlayedBoard): Map<string, number> {
  return new Map(postings.map(({ id, text }) => [id, editionOf(text)]));
}

function sourceOf({ ats, name }: PlayedBoard): string {
  return sourceName(parseBoardRef(`${ats}:${name}`)!);
}
