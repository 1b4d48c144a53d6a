// Times the market's questions over a million readings and more: npm run bench:questions [-- 1000000 10000000]. Writes into bench/results.json.
// With --store DIR the market of one size is made there where there is none yet, and kept for the next run: npm run bench:questions -- 10000000 --store /tmp/10m
// Each cut as a ratio to a bare scan of the columns of the table of vacancies that it looks at, both taken in turns in one run, so that figures travel between machines.
import { existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { questionOf, type QuestionName } from "../src/market/questions/catalogue.ts";
import { type Market, openMarket } from "../src/market/store.ts";
import { layers } from "../src/terms/layer.ts";
import { corpusLines } from "./corpus.ts";
import { importCorpus, multiply } from "./large-market.ts";
import { processorSeconds, rounded, type Spread, spread } from "./measure.ts";
import { keepResults, measuredOn } from "./results.ts";

type Kind = "count" | "one-role" | "quantile" | "drawn";
type Case = { name: string; kind: Kind; question: QuestionName; asked: Record<string, unknown>; columns: string };

// Columns of `vacancy` that a question looks at. Which sources list closed postings is found once for a market, and how large a cut is once a cut (before the rounds here), not once a question.
const counted = "employer role layer";
const lives = "ended seen_after watched_to source";
const wages = "stated wage_currency wage";
const mixes = layers.map((layer) => `mix_${layer}`).join(" ");
const cases: readonly Case[] = [
  { name: "demand by role", kind: "count", question: "demand", asked: { by: "role" }, columns: counted },
  { name: "demand by layer", kind: "count", question: "demand", asked: { by: "layer" }, columns: counted },
  { name: "demand by month", kind: "count", question: "demand", asked: { by: "month" }, columns: `${counted} month` },
  { name: "demand by role and month", kind: "count", question: "demand", asked: { by: "role,month" }, columns: `${counted} month` },
  { name: "seniority", kind: "count", question: "seniority", asked: {}, columns: `${counted} seniority` },
  { name: "domains", kind: "count", question: "domains", asked: {}, columns: `${counted} domain` },
  { name: "employers", kind: "count", question: "employers", asked: {}, columns: counted },
  { name: "demand by region", kind: "count", question: "demand", asked: { by: "region" }, columns: `${counted} regions` },
  { name: "demand by role in the UK", kind: "count", question: "demand", asked: { by: "role", country: "GB" }, columns: `${counted} countries` },
  { name: "skills", kind: "count", question: "skills", asked: {}, columns: `${counted} skills needs` },
  { name: "trends of layers", kind: "count", question: "trends", asked: {}, columns: `${counted} month` },
  { name: "titles", kind: "count", question: "titles", asked: {}, columns: `${counted} title_key` },
  { name: "overview", kind: "count", question: "overview", asked: {}, columns: `${counted} month ${mixes} skills ${wages} ${lives}` },
  { name: "time open", kind: "count", question: "time-open", asked: {}, columns: `${counted} ${lives}` },
  { name: "one role by seniority", kind: "one-role", question: "demand", asked: { by: "seniority", role: "ml-engineer" }, columns: `${counted} seniority` },
  { name: "one role by month", kind: "one-role", question: "demand", asked: { by: "month", role: "ml-engineer" }, columns: `${counted} month` },
  { name: "one role by region", kind: "one-role", question: "demand", asked: { by: "region", role: "ml-engineer" }, columns: `${counted} regions` },
  { name: "skills of one role", kind: "one-role", question: "skills", asked: { role: "ml-engineer" }, columns: `${counted} skills needs` },
  { name: "pay by role", kind: "quantile", question: "pay", asked: { by: "role" }, columns: "" },
  // Drawing employers again and again, and regressions, are no scan: they stand beside one all the same.
  { name: "price of requirements", kind: "drawn", question: "price", asked: {}, columns: `${counted} years degree production workplace visa skills needs ${wages} more_wages ${lives}` },
  { name: "premiums", kind: "drawn", question: "premiums", asked: {}, columns: `key ${counted} seniority regions countries domain opened skills pays` },
  { name: "pay over time", kind: "drawn", question: "pay-trend", asked: {}, columns: `key ${counted} seniority regions countries domain opened pays` },
  { name: "first in pay", kind: "drawn", question: "first", asked: {}, columns: `key ${counted} regions pays` },
];
const most: Record<Kind, number | null> = { count: 15, "one-role": 10, quantile: 1.2, drawn: null };

const enums = new Set(["role", "layer", "seniority", "workplace", "domain", "degree", "visa"]);
const days = new Set(["opened", "ended"]);
const numbers = new Set(["key", "employer", "month", "stated", "wage_currency"]);
const lists: Record<string, string> = {
  regions: "sum(enum_code(one))", countries: "max(one)", skills: "bit_xor(one)", needs: "sum(enum_code(one))",
  more_wages: "bit_xor(one.currency), sum(one.yearly)", pays: "sum(enum_code(one.kind)), max(one.currency), sum(one.yearly), sum(one.low), sum(one.high)",
};

/** Beside a store: what it was made of, and how large. */
const MADE = "made.json";

const { values: asked, positionals } = parseArgs({ options: { store: { type: "string" } }, allowPositionals: true });
const sizes = positionals.length > 0 ? positionals.map(Number) : [1_000_000, 10_000_000];
if (asked.store === undefined) for (const size of sizes) await measureOnce(size);
else if (sizes.length === 1) await measureKept(sizes[0]!, asked.store);
else throw new Error("A store is of one size: npm run bench:questions -- 10000000 --store DIR");

async function measureOnce(size: number): Promise<void> {
  const dir = mkdtempSync(join(process.env.STRATA_BENCH_DIR ?? tmpdir(), "strata-bench-"));
  try {
    await make(size, dir);
    await measure(size, dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** A store that was cut off while it was made does not stand under its name. */
async function measureKept(size: number, dir: string): Promise<void> {
  if (!existsSync(dir)) {
    const making = `${dir}.making`;
    rmSync(making, { recursive: true, force: true });
    await make(size, making);
    renameSync(making, dir);
  }
  await measure(size, dir);
}

async function make(size: number, dir: string): Promise<void> {
  const began = performance.now();
  const used = processorSeconds();
  const market = await openMarket(dir);
  await importCorpus(market);
  await multiply(market, size);
  await market.close();
  writeFileSync(join(dir, MADE), JSON.stringify({ corpus: (await corpusLines()).name, size }));
  process.stderr.write(`${size} readings made in ${Math.round((performance.now() - began) / 1000)} s, ${Math.round(processorSeconds() - used)} s of processor\n`);
}

async function measure(size: number, dir: string): Promise<void> {
  const made = JSON.parse(readFileSync(join(dir, MADE), "utf8")) as { corpus: string; size: number };
  if (made.size !== size) throw new Error(`The store under ${dir} was made of ${made.size} readings, not ${size}.`);
  const market = await openMarket(dir);
  const [{ readings }] = (await market.rows<{ readings: number }>("SELECT count(*)::INTEGER AS readings FROM reading")) as [{ readings: number }];
  const figures = await timeAll(market, readings);
  await market.close();
  keepResults({ [`questionsAt${size / 1_000_000}M`]: { ...measuredOn(), corpus: made.corpus, readings, most, cases: figures } });
}

type Figure = { kind: Kind; ms: Spread; processorMs: number; bareMs: Spread; ratio: number; holds: boolean | null };

async function timeAll(market: Market, readings: number): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  for (const one of cases) {
    // A quantile is held to the narrowest bound. What is drawn is held to none, and takes seconds of ten million.
    const rounds = one.kind === "quantile" ? 9 : one.kind === "drawn" && readings > 2_000_000 ? 1 : 3;
    const { ask, asks } = questionOf(one.question);
    const question = asks.parse(one.asked);
    const { sql, values } = await ask(market, question);
    const bare = one.kind === "quantile" ? () => market.rows(sql, values) : async () => { for (const scan of scansOf(one)) await market.rows(scan); };
    const [mine, theirs]: [number[], number[]] = [[], []];
    let used = 0;
    for (let round = 0; round < rounds; round++) {
      const before = processorSeconds();
      mine.push(await timed(() => ask(market, question)));
      used += processorSeconds() - before;
      theirs.push(await timed(bare));
    }
    const ratio = rounded(spread(mine).median / spread(theirs).median);
    const limit = most[one.kind];
    figures[one.name] = { kind: one.kind, ms: spread(mine), processorMs: rounded((used * 1000) / rounds), bareMs: spread(theirs), ratio, holds: limit === null ? null : ratio <= limit };
    process.stderr.write(`${one.name}: ${spread(mine).median} ms, ${figures[one.name]!.processorMs} ms of processor, ${ratio} times a bare scan of ${spread(theirs).median} ms, at most ${limit ?? "–"}\n`);
  }
  return figures;
}

/** Every value of the columns is looked at once, in the cheapest way that statistics of blocks cannot answer; lists one by one, as nothing else looks at each of their values. */
function scansOf({ columns }: Case): string[] {
  const names = columns.split(" ");
  const flat = names.filter((name) => !(name in lists)).map(looked);
  return [
    `SELECT ${flat.join(", ")} FROM vacancy`,
    ...names.filter((name) => name in lists).map((name) => `SELECT ${lists[name]!} FROM (SELECT unnest(${name}) AS one FROM vacancy)`),
  ];
}

function looked(name: string): string {
  if (enums.has(name)) return `sum(enum_code(${name}))`;
  if (days.has(name)) return `sum(${name} - DATE '2000-01-01')`;
  if (numbers.has(name)) return `bit_xor(${name})`;
  if (name === "production") return "count(*) FILTER (production)";
  return name === "source" || name === "title_key" ? `max(${name})` : `sum(${name})`;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
