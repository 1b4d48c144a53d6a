// A refresh of many boards that have not changed: npm run bench:refresh [-- 500 200], boards and postings on each. A server of our own, in a process of its own, plays boards of
// every kind in turn; pauses between requests to a host pass at once, and what they would have come to is told apart. Writes into bench/results.json.
import { type ChildProcess, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { storePath } from "../src/market/directory.ts";
import type { Posting } from "../src/terms/posting.ts";
import { type Ats, atsNames } from "../src/terms/board-ref.ts";
import type { World } from "../src/sources/fetching/polite.ts";
import type { Refreshed } from "../src/terms/source.ts";
import { type FollowingMarket, followingMarket } from "../test/fixtures/followed.ts";
import { playedName } from "../test/fixtures/played-names.ts";
import { playedFetch, type PlayedBoard, startPlaying } from "../test/fixtures/playing-server.ts";
import { corpusLines } from "./corpus.ts";
import { processorSeconds, rounded } from "./measure.ts";
import { keepResults, measuredOn } from "./results.ts";

const serving = process.argv[2] === "--serve";
const [boardCount = 500, postingCount = 200] = process.argv.slice(serving ? 3 : 2).map(Number);
await (serving ? serve() : compare());

async function compare(): Promise<void> {
  const server = spawn(process.execPath, [process.argv[1]!, "--serve", String(boardCount), String(postingCount)], { stdio: ["ignore", "pipe", "inherit"] });
  const world = countingWorld(await firstLine(server));
  const following = await followingMarket(world);
  try {
    await following.follow(...boardNames().map(([ats, name]) => `${ats}:${name}`));
    const cold = await measured(following, world);
    world.time += 7 * 3_600_000;
    const unchanged = withPercent(await measured(following, world));
    world.time += 8 * 24 * 3_600_000;
    // `last_seen` moves on then, in the posting, its reading and its vacancy.
    const unchangedAfterWeek = withPercent(await measured(following, world));
    keepResults({ refresh: { ...measuredOn(), boards: boardCount, postingsPerBoard: postingCount, cold, unchanged, unchangedAfterWeek } });
    const wrong = cold.postings !== boardCount * postingCount || [unchanged, unchangedAfterWeek].some(({ statuses }) => statuses.unchanged !== boardCount);
    if (wrong || unchanged.rewrittenPercent >= 1) process.exitCode = 1;
  } finally {
    await following.close();
    server.kill();
  }
}

type CountingWorld = World & { time: number; requests: Map<string, number>; unchanged: number; bytes: number };

/** The server's world on a clock that every pause moves on. */
function countingWorld(address: string): CountingWorld {
  const fetch = playedFetch(address);
  const world: CountingWorld = {
    time: Date.parse("2026-10-01T08:00:00Z"), requests: new Map(), unchanged: 0, bytes: 0,
    now: () => world.time,
    random: () => 0,
    sleep: async (ms) => void (world.time += ms),
    fetch: async (asked) => {
      const { host } = new URL(asked.url);
      world.requests.set(host, (world.requests.get(host) ?? 0) + 1);
      const answer = await fetch(asked);
      if (answer.status === 304) world.unchanged++;
      world.bytes += Buffer.byteLength(answer.text);
      return answer;
    },
  };
  return world;
}

/** One refresh of all that is due, with what it cost and what it wrote. */
async function measured(following: FollowingMarket, world: CountingWorld) {
  await following.market.write((connection) => connection.run("CHECKPOINT"));
  const before = await rowsOf(following);
  [world.unchanged, world.bytes] = [0, 0];
  world.requests.clear();
  const [began, used] = [performance.now(), processorSeconds()];
  const done = await following.refresh();
  const [seconds, processor] = [(performance.now() - began) / 1000, processorSeconds() - used];
  const walBytes = statSync(`${storePath(following.dir)}.wal`, { throwIfNoEntry: false })?.size ?? 0;
  const after = await rowsOf(following);
  const rewritten = [...before].filter(([row, hash]) => after.get(row) !== hash).length;
  const perHost = [...world.requests.values()];
  return {
    seconds: rounded(seconds), processorSeconds: rounded(processor), postings: done.reduce((sum, one) => sum + one.added, 0), statuses: statusesOf(done),
    requests: perHost.reduce((sum, n) => sum + n, 0), notModified: world.unchanged, megabytes: rounded(world.bytes / 1e6),
    // At one request a second the host with the most requests sets the time; the others go on beside it.
    politeSeconds: Math.max(...perHost),
    rows: before.size, rowsRewritten: rewritten, walMegabytes: rounded(walBytes / 1e6),
  };
}

function withPercent<T extends { rows: number; rowsRewritten: number }>(one: T): T & { rewrittenPercent: number } {
  return { ...one, rewrittenPercent: rounded((one.rowsRewritten / one.rows) * 100) };
}

function statusesOf(done: readonly Refreshed[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { status } of done) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

/** Every row of the store by where it stands: a row that was updated has another hash, one that was deleted and put in again stands elsewhere. */
async function rowsOf({ market }: FollowingMarket): Promise<Map<string, bigint>> {
  const tables = await market.rows<{ name: string }>("SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary");
  const rows = new Map<string, bigint>();
  for (const { name } of tables) {
    for (const { row, hash } of await market.rows<{ row: bigint; hash: bigint }>(`SELECT rowid AS row, hash(t) AS hash FROM ${name} t`)) rows.set(`${name} ${row}`, hash);
  }
  return rows;
}

function boardNames(): [Ats, string][] {
  return Array.from({ length: boardCount }, (_, n) => [atsNames[n % atsNames.length]!, playedName(atsNames[n % atsNames.length]!, n)]);
}

async function serve(): Promise<void> {
  const { lines } = await corpusLines();
  const texts = lines.map((line) => JSON.parse(line.toString("utf8")) as Posting).map(({ title, description_text, description_html }) => ({ title: plain(title ?? ""), text: plain(description_text ?? description_html ?? "") }));
  const boards = boardNames().map(([ats, name], b): PlayedBoard => ({ ats, name, postings: Array.from({ length: postingCount }, (_, p) => ({ id: String(100_000 + p), ...texts[(b * postingCount + p) % texts.length]! })) }));
  process.stdout.write(`${(await startPlaying(boards)).address}\n`);
}

/** Without what would have to be written otherwise in XML, in HTML and in JSON. */
function plain(text: string): string {
  return text.replaceAll(/<[^>]*>/g, " ").replaceAll(/[^\p{L}\p{N}\s.,:;()/+-]/gu, " ").trim() || "none";
}

async function firstLine(child: ChildProcess): Promise<string> {
  let said = "";
  for await (const part of child.stdout!) if ((said += String(part)).includes("\n")) return said.split("\n")[0]!;
  throw new Error("the server ended before it served");
}
