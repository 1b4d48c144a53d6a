// Times the Market page in Chromium over a million readings: npm run build && npm run bench:pages [-- 1000000]. Writes into bench/results.json.
// The server runs in this process, so that a filter's time in the page and the bare query behind its answer are taken side by side on one store.
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { chromiumArgs, findChromium } from "../scripts/chromium.mjs";
import { Answers } from "../src/market/answers.ts";
import { sqlWithValues } from "../src/market/questions/sql.ts";
import { type Market, openMarket } from "../src/market/store.ts";
import { makeApp } from "../src/server/app.ts";
import { listen } from "../src/server/listen.ts";
import { importCorpus, multiply } from "./large-market.ts";
import { rounded, spread } from "./measure.ts";
import { keepResults, measuredOn } from "./results.ts";
import { changeFilter, type Filter, filters, firstView, type FirstView, soundness } from "./page-measures.ts";

const firstPageFile = "dist/first-page.json";
const views = 5;
/** The goals: first content of the page, and any filter. */
const goals = { firstContentMs: 1000, filterP95Ms: 300, scriptsGzipBytes: 200_000 };

const size = Number(process.argv[2] ?? 1_000_000);
if (!existsSync(firstPageFile)) throw new Error("The pages are not built: npm run build");
const dir = mkdtempSync(join(process.env.STRATA_BENCH_DIR ?? tmpdir(), "strata-bench-"));
try {
  await measure();
} finally {
  rmSync(dir, { recursive: true });
}

async function measure(): Promise<void> {
  const market = await openMarket(dir);
  const corpus = await importCorpus(market);
  const readings = await multiply(market, size);
  const answers = new Answers(market);
  const server = await listen(makeApp({ market, answers, webDir: "dist/web" }), { host: "127.0.0.1", port: 0 });
  const browser = await chromium.launch({ executablePath: findChromium(), args: chromiumArgs() });
  try {
    const cold = await firstView(browser, server.url);
    await (await fetch(`${server.url}/api/market/layers?by=month`)).text();
    await (await fetch(`${server.url}/api/market/overview`)).text();
    const first: FirstView[] = [];
    for (let i = 0; i < views; i++) first.push(await firstView(browser, server.url));
    const narrowed = await timeFilters(browser, server.url, market);
    // As `strata start` does, once the market has come to rest; timed from nothing kept.
    const began = performance.now();
    await new Answers(market).warm(new AbortController().signal);
    const warmSeconds = rounded((performance.now() - began) / 1000);
    await answers.warm(new AbortController().signal);
    const kept = await timeFilters(browser, server.url, market);
    const sound = await soundness(browser, server.url);
    const { bytes } = JSON.parse(readFileSync(firstPageFile, "utf8")) as { bytes: number };
    const whole = await bareMs(market, server.url, "");
    keepResults({ [`pagesAt${size / 1_000_000}M`]: { ...measuredOn(), corpus, readings, goals, scriptsGzipBytes: bytes, firstView: firstFigures(first, whole), firstViewCold: cold, filters: { kept, asked: narrowed, warmSeconds }, ...sound } });
  } finally {
    await browser.close();
    await server.close();
    await market.close();
  }
}

function firstFigures(first: readonly FirstView[], bare: number) {
  const of = (name: keyof FirstView) => spread(first.map((view) => view[name]));
  const contentMs = of("contentMs");
  return { runs: first.length, contentMs, bareMs: rounded(bare), ratio: rounded(contentMs.median / bare), fcpMs: of("fcpMs"), lcpMs: of("lcpMs"), cls: of("cls"), tbtMs: of("tbtMs") };
}

/** Each filter once; after each, the query that its answer names, bare. */
async function timeFilters(browser: Browser, url: string, market: Market) {
  const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce" })).newPage();
  await page.goto(url);
  await page.locator(".role-table tbody tr").first().waitFor();
  await page.waitForLoadState("networkidle");
  const ms: number[] = [];
  const bare: number[] = [];
  const each: Record<string, { ms: number; bareMs: number }> = {};
  for (const filter of filters) {
    const took = await changeFilter(page, filter);
    const theirs = await bareMs(market, url, queryOf(filter));
    ms.push(took);
    bare.push(theirs);
    each[queryOf(filter)] = { ms: rounded(took), bareMs: rounded(theirs) };
    process.stderr.write(`${queryOf(filter)}: ${took.toFixed(0)} ms in the page, ${theirs.toFixed(0)} ms bare\n`);
  }
  await page.context().close();
  return { n: ms.length, p95Ms: rounded(p95(ms)), medianMs: spread(ms).median, bareP95Ms: rounded(p95(bare)), bareMedianMs: spread(bare).median, ratioOfMedians: rounded(spread(ms).median / spread(bare).median), each };
}

function queryOf({ name, value }: Filter): string {
  return `${name}=${value}`;
}

/** The first query that the answer names, which counts and mixes come of, run on the same store by itself: the middle of three. */
async function bareMs(market: Market, url: string, query: string): Promise<number> {
  const { sql, values } = (await (await fetch(`${url}/api/market/overview?${query}`)).json()) as { sql: string; values: Record<string, string | number> };
  const first = sqlWithValues({ sql: sql.split(";\n\n")[0]!, values });
  const runs: number[] = [];
  for (let i = 0; i < 3; i++) {
    const began = performance.now();
    await market.rows(first);
    runs.push(performance.now() - began);
  }
  return spread(runs).median;
}

function p95(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1]!;
}
