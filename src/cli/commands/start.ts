import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Answers } from "../../market/answers.ts";
import { loadSample, needsSample } from "../../market/load-sample.ts";
import { SourceDesk } from "../../market/sources/desk.ts";
import type { Totals } from "../../market/questions/totals.ts";
import { samplePostings } from "../../market/sample.ts";
import { dataFlag } from "../../market/directory.ts";
import { type Market, openMarket } from "../../market/store.ts";
import { giveOpinion } from "../../opinion/opinion.ts";
import { type OpinionSettings, opinionSettings } from "../../opinion/settings.ts";
import { keepSpend } from "../../opinion/spend.ts";
import { makeApp } from "../../server/app.ts";
import { isLoopback } from "../../server/hosts.ts";
import type { AskOpinion } from "../../server/opinions.ts";
import { type Listening, listen, PortBusy, probePort } from "../../server/listen.ts";
import { keysIn, realWorld } from "../../sources/fetching/world.ts";
import { type Command, dataDir, dataOption, type Given, type Shell, Unavailable, UsageError } from "../command.ts";
import { exit } from "../exit.ts";
import { counted, plural } from "../table.ts";

const defaultPort = 4870;

export const startCommand: Command = {
  verb: "start",
  about: "Serves the market to a browser on this machine. An empty market is filled with an invented sample first.",
  usage: ["[--port N] [--data DIR]"],
  options: [
    { name: "port", value: "N", about: `port to listen on (else ${defaultPort}; 0 takes a free one)` },
    { name: "host", value: "ADDRESS", about: "address to listen on (else 127.0.0.1, which only this machine reaches)" },
    dataOption,
    { name: "no-sample", about: "leave an empty market empty" },
  ],
  examples: [
    ["strata start", "the market in .strata, at http://127.0.0.1:4870"],
    ["strata start --port 8080 --data ~/market", "another port, another market"],
  ],
  ends: [exit.unavailable, exit.held],
  run: start,
};

async function start(given: Given, shell: Shell): Promise<number> {
  if (given.operands.length > 0) throw new UsageError(`takes options only, not "${given.operands.join(" ")}"; a market is named with --data DIR`);
  const address = { host: given.one("host") ?? "127.0.0.1", port: portOf(given) };
  const dir = dataDir(given, shell);
  const model = opinionSettings(shell.env);
  await shell.buildPages?.();
  const stop = stopSignal(shell.env.npm_lifecycle_event !== undefined);
  try {
    await explained(probePort(address), dir);
    const market = await openMarket(dir, { verb: "start", now: shell.now });
    try {
      for (const notice of market.notices) shell.err.write(`${notice}\n`);
      if (!given.is("no-sample")) await fillWithSample(market, shell, stop.signal);
      if (!stop.signal.aborted) await serve(market, address, model, shell, stop);
    } finally {
      const notice = await market.close();
      if (notice !== null) shell.err.write(`${notice}\n`);
    }
  } finally {
    stop.release();
  }
  return exit.ok;
}

async function serve(market: Market, address: { host: string; port: number }, model: OpinionSettings | null, shell: Shell, stop: Stop): Promise<void> {
  const log = (message: string) => shell.err.write(`${message}\n`);
  const webDir = findWebDir();
  const askOpinion = model === null ? undefined : opinionOf(model, market.dir, shell);
  const desk = new SourceDesk(market, shell.world ?? realWorld(shell.env.STRATA_CONTACT ?? null, stop.signal), { keyOf: keysIn(shell.env), signal: stop.signal });
  const answers = new Answers(market);
  const server = await explained(listen(makeApp({ market, answers, desk, host: address.host, webDir, log, askOpinion }), address), market.dir);
  market.announce(server.url);
  if (!isLoopback(address.host)) log(`Careful: anyone who reaches ${address.host} can read this market, and read and delete kept descriptions. There is no sign-in yet.`);
  if (webDir === undefined) log("The pages are not built, so only /api is served. Build them with: npm run build");
  shell.out.write(greeting(server, market.dir, await answers.totals()));
  const warm = answers.keepWarm(stop.signal);
  await stop.asked;
  await server.close();
  // A refresh that is under way stores what it has before the market is closed.
  await Promise.all([desk.settled(), warm]);
}

function opinionOf(model: OpinionSettings, dir: string, shell: Shell): AskOpinion {
  shell.err.write(`Second opinions may be asked of ${model.model} at ${model.url.host}, for at most ${counted(model.dayTokens)} tokens a day; a posting is sent there only when someone asks.\n`);
  const spend = keepSpend(dir, model.dayTokens, shell.now);
  return (text) => giveOpinion(model, text, { spend });
}

function greeting(server: Listening, dir: string, { postings, employers, sample }: Totals): string {
  const held = `${plural(postings, "posting")} of ${plural(employers, "employer")}`;
  const what = postings === 0 ? "The market is empty." : sample ? `An invented sample: ${held}, none of them real.` : `${held}.`;
  const own = sample || postings === 0 ? `To see your own market${sample ? " instead" : ""}` : "For more";
  const gone = sample ? "The first real posting takes the sample out for good." : null;
  const lines = [`Strata serves ${server.url}`, what, `${own}: follow boards on ${server.url}/sources, or from another terminal: strata add ashby:NAME${dataFlag(dir)}`, gone, `Ctrl-C stops it. Files are read in after that: strata import FILE${dataFlag(dir)}`].filter((line) => line !== null);
  return `${lines.join("\n")}\n`;
}

async function fillWithSample(market: Market, shell: Shell, signal: AbortSignal): Promise<void> {
  if (!(await needsSample(market))) return;
  const live = shell.err.isTTY === true;
  const say = (n: number) => shell.err.write(`\rFilling the empty market with the invented sample: ${counted(n)} postings`);
  if (!live) shell.err.write("Filling the empty market with the invented sample\n");
  await loadSample(market, samplePostings(), { signal, now: shell.now, onProgress: live ? say : undefined });
  if (live) shell.err.write("\n");
}

function portOf(given: Given): number {
  const text = given.one("port");
  if (text === null) return defaultPort;
  if (!/^\d{1,5}$/.test(text) || Number(text) > 65_535) throw new UsageError(`--port takes a number from 0 to 65535, not "${text}"`);
  return Number(text);
}

/** A port or address that cannot be had is no fault of ours: its message is enough. It ends with a command, which must mean the same market. */
function explained<T>(binding: Promise<T>, dir: string): Promise<T> {
  return binding.catch((error: unknown) => {
    throw new Unavailable(error instanceof Error ? `${error.message}${error instanceof PortBusy ? dataFlag(dir) : ""}` : String(error), { cause: error });
  });
}

/** The built pages: beside the bundle, one up from a chunk of it, or in `dist` where sources run unbuilt. */
function findWebDir(): string | undefined {
  const places = ["./web", "../web", "../../../dist/web"].map((path) => fileURLToPath(new URL(path, import.meta.url)));
  return places.find((path) => existsSync(`${path}/index.html`));
}

type Stop = { asked: Promise<void>; signal: AbortSignal; release(): void };

const PARENT_MS = 500;

/**
 * The first Ctrl-C or SIGTERM closes everything in order; a second one ends the process at once, as without us.
 * npm, told to end, ends only the shell that it runs a script in: `byNpm`, the end of that shell is such a signal too.
 */
function stopSignal(byNpm: boolean): Stop {
  const controller = new AbortController();
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
  const parent = process.ppid;
  const watch = byNpm ? setInterval(() => process.ppid !== parent && ask(), PARENT_MS).unref() : undefined;
  const release = () => {
    clearInterval(watch);
    signals.forEach((name) => process.off(name, ask));
  };
  const ask = () => {
    release();
    controller.abort();
  };
  signals.forEach((name) => process.on(name, ask));
  const asked = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve(), { once: true }));
  return { asked, signal: controller.signal, release };
}
